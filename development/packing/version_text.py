"""What Windows shows about the program in the properties of its file, as the text that PyInstaller reads."""

from __future__ import annotations

from app import __version__

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
  kids=[
    StringFileInfo([StringTable("100904B0", [
      StringStruct("CompanyName", "Groundwork"),
      StringStruct("FileDescription", "Groundwork"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{file}"),
      StringStruct("LegalCopyright", "Apache License 2.0"),
      StringStruct("OriginalFilename", "{file}.exe"),
      StringStruct("ProductName", "Groundwork"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x1009, 1200])])
  ]
)
"""


def version_text(file: str) -> str:
    """Of the program `file`, without its ending."""
    return _TEMPLATE.format(version=__version__, numbers=four_numbers(__version__), file=file)


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Windows counts in four numbers."""
    given = [int(one) for one in version.split(".")[:4]]
    first, second, third, fourth = (*given, 0, 0, 0, 0)[:4]
    return first, second, third, fourth
