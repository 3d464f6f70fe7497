#!/bin/sh
# sign.sh Groundwork.app: signs it with the certificate that GROUNDWORK_SIGNATURE names ("Developer ID Application: ...").
# Without one it is signed for this computer alone, which Apple silicon asks for; others then have to allow it by hand.
set -eu
bundle=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ -z "${GROUNDWORK_SIGNATURE-}" ]; then
    codesign --force --deep --sign - "$bundle"
    echo "Not signed: GROUNDWORK_SIGNATURE names no certificate."
    exit 0
fi
# From the inside out: a library that is signed later would spoil the signature around it.
find "$bundle/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -exec \
    codesign --force --timestamp --options runtime --sign "$GROUNDWORK_SIGNATURE" {} \;
codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" --sign "$GROUNDWORK_SIGNATURE" "$bundle"
codesign --verify --deep --strict "$bundle"
