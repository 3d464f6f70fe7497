"""A logo is chosen from a picture of any usual sort, made small and plain, and can be taken away and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.model.community import COMMUNITY_ID, Community
from app.model.logo import MOST_HIGH, MOST_WIDE, logo_letters, logo_of
from app.model.trouble import Refused
from app.ui.session import Session
from app.ui.settings.logo import LogoField, small_png
from app.ui.theme import Look


@pytest.fixture
def field(look: Look, session: Session, qtbot: QtBot) -> LogoField:
    made = LogoField(look, session)
    qtbot.addWidget(made)
    return made


def kept(session: Session) -> str:
    community = session.workspace.get(Community, COMMUNITY_ID)
    assert community is not None
    return community.logo


def picture(folder: Path, name: str, size: tuple[int, int] = (300, 100), mode: str = "RGB") -> Path:
    file = folder / name
    Image.new(mode, size, (20, 90, 90, 0)[: len(mode)]).save(file)
    return file


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.bmp"])
def test_a_picture_is_taken_and_shown(field: LogoField, session: Session, tmp_path: Path, name: str) -> None:
    assert not field.picture.isVisibleTo(field)
    field.take(picture(tmp_path, name))
    logo = logo_of(kept(session))
    assert logo is not None
    assert (logo.width, logo.height) == (300, 100)
    assert field.picture.isVisibleTo(field)
    assert field.picture.accessibleName() == "Logo of Cedar Inlet"


def test_it_can_be_taken_away_and_that_undone(field: LogoField, session: Session, tmp_path: Path) -> None:
    field.take(picture(tmp_path, "logo.png"))
    before = kept(session)
    field.take_away()
    assert kept(session) == ""
    assert not field.remove.isVisibleTo(field)
    session.undo()
    assert kept(session) == before
    assert field.remove.isVisibleTo(field)


def test_a_large_picture_is_made_small(field: LogoField, session: Session, tmp_path: Path) -> None:
    field.take(picture(tmp_path, "photo.jpg", (4000, 3000)))
    logo = logo_of(kept(session))
    assert logo is not None
    assert logo.width <= MOST_WIDE
    assert logo.height <= MOST_HIGH
    assert logo.width / logo.height == pytest.approx(4 / 3, rel=0.01)


def test_a_photo_full_of_colours_still_fits(tmp_path: Path) -> None:
    file = tmp_path / "noise.png"
    Image.effect_noise((1600, 1200), 120).convert("RGB").save(file)
    assert logo_of(logo_letters(small_png(file))) is not None


def test_what_was_seen_through_is_white(tmp_path: Path) -> None:
    made = tmp_path / "made.png"
    made.write_bytes(small_png(picture(tmp_path, "clear.png", (8, 8), "RGBA")))
    assert Image.open(made).getpixel((4, 4)) == (255, 255, 255)


def test_nothing_else_that_the_file_says_comes_along(tmp_path: Path) -> None:
    file = tmp_path / "place.jpg"
    exif = Image.Exif()
    exif[0x010E] = "canary place"
    Image.new("RGB", (40, 40), (1, 2, 3)).save(file, exif=exif, comment=b"canary comment")
    assert b"canary" not in small_png(file)


def test_what_is_no_picture_is_said_calmly(field: LogoField, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "notes.png"
    file.write_bytes(b"no picture")
    field.take(file)
    assert "cannot be read as a picture" in field.trouble.text()
    assert kept(session) == ""
    field.take(picture(tmp_path, "logo.png"))
    assert not field.trouble.isVisibleTo(field)


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.png"
    Image.new("1", (30_000, 30_000)).save(file)
    with pytest.raises(Refused):
        small_png(file)
