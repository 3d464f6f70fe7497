#!/bin/sh
# notarise.sh groundwork.dmg: has Apple look it through, with the login that "xcrun notarytool store-credentials" kept under the
# name in GROUNDWORK_NOTARY, and fixes the answer to it so that it can be opened without internet.
set -eu
image=$1
if [ -z "${GROUNDWORK_NOTARY-}" ]; then
    echo "Not notarised: GROUNDWORK_NOTARY names no login."
    exit 0
fi
xcrun notarytool submit "$image" --keychain-profile "$GROUNDWORK_NOTARY" --wait
xcrun stapler staple "$image"
