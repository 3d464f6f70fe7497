"""Every trouble is one calm sentence or two, without our words."""

from __future__ import annotations

import pytest

from app.model import trouble

SAMPLES = [
    trouble.WrongPassphrase(),
    trouble.PassphraseNeeded(),
    trouble.StaysOnDisk(),
    trouble.StaysForSpace(),
    trouble.NotReopened("a.groundwork"),
    trouble.StillRead("a.groundwork"),
    trouble.NotWhole("a.groundwork"),
    trouble.BackupFailed("a.groundwork"),
    trouble.NotACommunityFile("notes.txt"),
    trouble.Damaged("a.groundwork"),
    trouble.NewerFile("a.groundwork"),
    trouble.OtherVersion("a.groundwork"),
    trouble.NameTooLong("a.groundwork"),
    trouble.NotClosed("a.groundwork"),
    trouble.InUse("a.groundwork", "FRONT-DESK, 2026-11-24 10:42"),
    trouble.ReadOnly(),
    trouble.NotThere("a.groundwork"),
    trouble.ChangedThere("a.groundwork"),
    trouble.AlreadyThere("a.groundwork"),
    trouble.NotAllowed("a.groundwork"),
    trouble.Gone("partner"),
    trouble.NoSpace(),
    trouble.DiskTrouble(),
    trouble.NoSpace("plan.pdf"),
    trouble.DiskTrouble("plan.pdf"),
    trouble.HeldOpen("plan.pdf"),
    trouble.IsFolder("Plans"),
    trouble.NotAPack("autumn.groundwork-pack"),
    trouble.PackForged("autumn.groundwork-pack"),
    trouble.PackTooNew("Autumn pages", "1.2"),
    trouble.PackWrong("autumn.groundwork-pack", "get-informed/signs.md, line 3: an image"),
    trouble.BadName("“con” cannot be a file’s name. Choose another name."),
]


def test_there_is_a_sample_of_every_trouble() -> None:
    kinds = {one for one in vars(trouble).values() if isinstance(one, type) and issubclass(one, trouble.Trouble)}
    assert {type(one) for one in SAMPLES} == kinds - {trouble.Trouble, trouble.Refused}


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: type(one).__name__)
def test_it_is_said_in_plain_words(one: trouble.Trouble) -> None:
    sentence = str(one)
    assert sentence.endswith(".")
    assert len(sentence) < 160
    for jargon in ("database", "SQL", "record", "exception", "errno", "invalid", "fail"):
        assert jargon not in sentence
