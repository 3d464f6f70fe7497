#!/bin/sh
# image.sh Groundwork.app PAPERS groundwork.dmg: a disk image with the program, the papers and the way to the programs' folder.
set -eu
bundle=$1 papers=$2 image=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$bundle" "$folder/$(basename "$bundle")"
cp "$papers"/* "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Groundwork -srcfolder "$folder" -format UDZO -ov "$image"
if [ -n "${GROUNDWORK_SIGNATURE-}" ]; then codesign --timestamp --sign "$GROUNDWORK_SIGNATURE" "$image"; fi
