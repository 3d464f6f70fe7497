#!/bin/sh
# Puts Groundwork into the menu of whoever runs this, and lets community files open with it.
# install.sh [--for-all]            the folder stays where it is now; --for-all: for everybody, with root’s rights
# install.sh [--for-all] --remove   takes it out of the menu again; community files, settings and backups stay
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
if [ "${1-}" = --for-all ]; then share=/usr/local/share; shift; fi
menu=$share/applications/groundwork.desktop
kinds=$share/mime/packages/groundwork.xml
picture=$share/icons/hicolor/256x256/apps/groundwork.png

renew() {
    for tool in "update-desktop-database $share/applications" "update-mime-database $share/mime"; do
        if command -v "${tool%% *}" >/dev/null 2>&1; then "${tool%% *}" "${tool#* }" || true; fi
    done
}

if [ "${1-}" = --remove ]; then
    rm -f "$menu" "$kinds" "$picture"
    renew
    echo "Groundwork is out of the menu. Delete this folder to remove the program: $here"
    echo "Your community files stay where you put them; settings and backups stay in ~/.config/groundwork and ~/.local/share/groundwork."
    exit 0
fi
mkdir -p "$(dirname "$menu")" "$(dirname "$kinds")" "$(dirname "$picture")"
# In a desktop file a backslash, a quote, a dollar and a backtick are written with a backslash, and a percent sign twice.
quoted=$(printf '%s' "$here/Groundwork" | sed -e 's/[\\"$`]/\\\\&/g' -e 's/%/%%/g')
sed "s|^Exec=.*|Exec=\"$(printf '%s' "$quoted" | sed 's/[\\&|]/\\&/g')\" %f|" "$here/share/groundwork.desktop" >"$menu"
cp "$here/share/groundwork.xml" "$kinds"
cp "$here/share/groundwork.png" "$picture"
renew
echo "Groundwork is in the menu, and opens community files."
