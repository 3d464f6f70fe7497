"""Info.plist of the macOS bundle: what the system is told about the program and its files."""

from __future__ import annotations

from typing import Any

from app import __version__

IDENTIFIER = "ca.groundwork.Groundwork"
FILE_TYPE = "ca.groundwork.community"
SUFFIX = "groundwork"
# PySide6-Essentials 6.11.3 has wheels for macOS 13 and newer (6.12 asks for 14); a test compares it with the pinned version.
MINIMUM_SYSTEM = "13.0"
MINIMUM_FOR_QT = {"6.11.3": MINIMUM_SYSTEM}


def info_plist() -> dict[str, Any]:
    """Everything in it, as plistlib and PyInstaller take it."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Groundwork",
        "CFBundleDisplayName": "Groundwork",
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Groundwork community file",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeExtensions": [SUFFIX],
                "LSItemContentTypes": [FILE_TYPE],
                "LSHandlerRank": "Owner",
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": "Groundwork community file",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": [SUFFIX]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
    }
