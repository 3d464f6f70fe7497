#!/bin/sh
# Puts Groundwork into a user's own folders, without administrator rights: ./install.sh, and ./install.sh --remove to undo it.
# Community files and backups are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
target="$data/groundwork-program"
if [ "${1:-}" = "--remove" ]; then
    rm -rf "$target" "$HOME/.local/bin/groundwork" "$data/applications/groundwork.desktop" "$data/mime/packages/groundwork.xml" \
        "$data/icons/hicolor/scalable/apps/groundwork.svg"
    echo "Groundwork is removed. Community files stay where they are; backups and settings are in $data/groundwork and ${XDG_CONFIG_HOME:-$HOME/.config}/groundwork."
    exit 0
fi
mkdir -p "$HOME/.local/bin" "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
rm -rf "$target.new"
cp -R "$here/program" "$target.new"
rm -rf "$target"
mv "$target.new" "$target"
ln -sf "$target/groundwork" "$HOME/.local/bin/groundwork"
cp "$here/groundwork.svg" "$data/icons/hicolor/scalable/apps/"
cp "$here/groundwork.xml" "$data/mime/packages/"
sed "s|^Exec=groundwork|Exec=\"$target/groundwork\"|" "$here/groundwork.desktop" > "$data/applications/groundwork.desktop"
command -v update-mime-database > /dev/null && update-mime-database "$data/mime" || true
command -v update-desktop-database > /dev/null && update-desktop-database "$data/applications" || true
echo "Groundwork is installed. Start it from the menu, or with $HOME/.local/bin/groundwork."
