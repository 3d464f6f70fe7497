"""Lists of people from other programs: the letters, the separators, the cards, and nothing lost on the way."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.people_file import read_people
from app.data.sheet_file import MAC, WINDOWS, decode, read_sheet
from app.data.vcard_file import read_vcards
from app.model.arrivals import Arrival, Arrivals, Known, people_of
from app.model.clean import tidy_long
from app.model.finding import folded
from app.model.groups import Group, groups_of
from app.model.partner import FORMS, INVOLVEMENT, SHOW_TO, TAKES_ON, Partner
from app.model.schema import specs
from app.model.sheet import FIELDS, KEEP, LEAVE, Row, guess_matching, make_sheet
from app.model.trouble import Refused, Trouble
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv

GROUPS = groups_of([Group(id="crews", name="Fishing, and crews")])

OUTLOOK = (
    '"Title","First Name","Middle Name","Last Name","Company","Job Title","Business Phone","Mobile Phone","E-mail Address",'
    '"Notes","Birthday"\r\n'
    '"Dr.","Renée","","Échantillon","Health centre","Nurse","250-555-0101","250-555-0102","renee@example.org",'
    '"Tuesdays\r\nand Fridays","0/0/00"\r\n'
)
GOOGLE = (
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted\n"
    "Robin,,Sample,Band office,Manager,,* myContacts ::: Elders,Work,robin@example.org,Mobile,+1 250-555-0103,"
    '"1 Water St\nCedar Inlet"\n'
)
SEMICOLON = "Name;Funktion;Telephone\nMae Sample;Elder;250 555 0104\nOffice, front;Desk;250 555 0105\n"
SIGN_IN = "Robin Sample\tBand office\t250-555-0103\nMae Muster\tSchool\tmae@example.org\n"


def arrivals(text: str) -> Arrivals:
    sheet = read_sheet(text)
    return people_of(sheet, guess_matching(sheet, GROUPS), GROUPS)


def one(text: str) -> dict[str, Any]:
    (found,) = arrivals(text).partners
    return found.values


def card(*lines: str) -> dict[str, Any]:
    sheet = read_vcards("\n".join(("BEGIN:VCARD", *lines, "END:VCARD")))
    assert not sheet.spoilt
    (found,) = people_of(sheet, guess_matching(sheet, GROUPS), GROUPS).partners
    return found.values


def test_a_sheet_from_outlook(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(OUTLOOK.encode("cp1252"))
    found = read_people(tmp_path / "c.csv")
    assert found.old == WINDOWS
    values = one(decode(OUTLOOK.encode("cp1252")))
    assert values["name"] == "Renée Échantillon"
    assert (values["organisation"], values["role"]) == ("Health centre", "Nurse")
    assert (values["phone"], values["email"]) == ("250-555-0101; 250-555-0102", "renee@example.org")
    assert "Tuesdays\nand Fridays" in values["notes"]
    assert "Title: Dr." in values["notes"]


def test_a_sheet_from_google() -> None:
    values = one(GOOGLE)
    assert (values["name"], values["group"], values["email"]) == ("Robin Sample", "elders", "robin@example.org")
    assert (values["phone"], values["address"]) == ("+1 250-555-0103", "1 Water St Cedar Inlet")
    assert "* myContacts ::: Elders" in values["notes"]


def test_semicolons_part_cells_though_commas_stand_in_them() -> None:
    assert [row.name for row in arrivals(SEMICOLON).partners] == ["Mae Sample", "Office, front"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
def test_every_unicode_file_is_read(coding: str) -> None:
    text = "Name\tRole\nhən̓q̓əmin̓əm̓ teacher\tSchool\n"
    assert [row.name for row in arrivals(decode(text.encode(coding))).partners] == ["hən̓q̓əmin̓əm̓ teacher"]


@pytest.mark.parametrize("coding", [WINDOWS, MAC])
def test_old_windows_and_old_mac_are_told_apart_by_their_letters(coding: str) -> None:
    text = "Prénom,Nom\nRenée,Échantillon\nZoë,Façade\nAndré,Noël\n"
    assert decode(text.encode(coding)) == text
    assert decode("é".encode(MAC), MAC) == "é"


def test_a_sign_in_sheet_without_headings() -> None:
    robin, mae = arrivals(SIGN_IN).partners
    assert (robin.values["name"], robin.values["phone"]) == ("Robin Sample", "250-555-0103")
    assert (mae.values["name"], mae.values["role"]) == ("Mae Muster", "School")
    assert mae.values["email"] == "mae@example.org"


def test_excels_own_line_on_separators_is_no_row() -> None:
    assert one("sep=;\nName;Role\nMae;Elder\n")["name"] == "Mae"


def test_a_row_without_a_name_is_called_by_its_office_or_listed() -> None:
    found = arrivals("Name,Organisation,Phone\n,Band office,250-555-0101\n,,250-555-0102\n")
    assert [(row.name, row.values["form"]) for row in found.partners] == [("Band office", "organisation")]
    assert [(row.line, row.text) for row in found.bad] == [(3, "250-555-0102")]


def test_a_name_that_is_an_offices_makes_one_unless_the_sheet_says_what_it_is() -> None:
    found = arrivals("Name,Phone\nInlet Motel,250-555-0101\nMae Sample,250-555-0102\n").partners
    assert [row.values.get("form", "person") for row in found] == ["organisation", "person"]
    assert one("Name,Kind\nInlet Motel,Person\n")["form"] == "person"


def test_what_fits_no_field_goes_to_the_notes_and_is_said() -> None:
    (found,) = arrivals("Name,How involved,Group,Interest\nMae,very much,Knitters,9\n").partners
    assert found.values == {"name": "Mae", "notes": "How involved: very much\nGroup: Knitters\nInterest: 9"}
    assert len(found.remarks) == 3


def test_too_many_cells_too_few_and_blank_lines_lose_nothing() -> None:
    found = arrivals("Name,Role\nMae,Elder,extra,more\n\nRobin\n")
    assert [row.name for row in found.partners] == ["Mae", "Robin"]
    assert "extra" in str(found.partners[0].values)
    assert [row.line for row in found.partners] == [2, 4]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    found = arrivals('Name,Role\nMae,"Elder\nRobin,Nurse\nZoe,Teacher\n')
    assert [row.name for row in found.partners] == ["Mae", "Robin", "Zoe"]


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf\r\n", b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0old"]
)
def test_what_is_no_list_gets_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c.csv").write_bytes(data)
    with pytest.raises(Refused, match=r"c\.csv"):
        read_people(tmp_path / "c.csv")


def test_a_file_that_is_gone_and_a_folder_get_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(Trouble):
            read_people(path)


def known(arrival: Arrival, partners: list[Partner]) -> Partner | None:
    return Known(partners).find(arrival)


def test_who_is_there_already_is_known_by_name_unless_reached_otherwise() -> None:
    (found,) = arrivals("Name,Phone\nmae SAMPLE,250-555-0101\n").partners
    assert known(found, [Partner(id="1", name="Mae Sample")])
    assert known(found, [Partner(id="1", name="Mae Sample", phone="+1 (250) 555-0101")])
    assert known(found, [Partner(id="1", name="Mae Sample", phone="250-555-0199")]) is None


# -- contact cards ---------------------------------------------------------------------------------------------


def test_a_card_of_version_4() -> None:
    values = card(
        "VERSION:4.0",
        "FN:Robin Sample",
        "N:Sample;Robin;;;",
        'TEL;VALUE=uri;TYPE="voice,home":tel:+1-250-555-0101',
        "item1.TEL:250-555-0102",
        "EMAIL;PREF=1:robin@example.org",
        "ORG:Health\\, North;Night team",
        "NOTE:Line one\\nLine two",
        "LANG:fr",
        "KIND:individual",
        "CATEGORIES:Elders,Friends",
    )
    assert values["phone"] == "+1-250-555-0101; 250-555-0102"
    assert (values["organisation"], values["languages"], values["form"]) == (
        "Health, North, Night team",
        ("fr",),
        "person",
    )
    assert values["group"] == "elders"
    assert values["notes"].startswith("Line one\nLine two")


def test_a_card_of_version_2_with_soft_line_breaks() -> None:
    values = card(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89chantillon;Ren=C3=A9e",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9e =C3=89chan=",
        "tillon",
        "TEL;CELL;VOICE:250 555 0101",
    )
    assert (values["name"], values["phone"]) == ("Renée Échantillon", "250 555 0101")


def test_a_folded_line_is_one_and_what_has_no_field_is_kept() -> None:
    values = card("FN:Robin", "NOTE:A long", "  note", "BDAY:1999-01-02", "PHOTO;ENCODING=b:AAAA", "X-THING:kept")
    assert values["notes"] == "A long note\nBDAY: 1999-01-02\nX-THING: kept"


def test_a_line_that_is_none_spoils_nothing_else() -> None:
    sheet = read_vcards("BEGIN:VCARD\nFN:Robin\ngarbage here\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Mae")
    assert [(row.line, row.text) for row in sheet.spoilt] == [(3, "garbage here")]
    assert [row.cells[0] for row in sheet.rows] == ["Robin", "Mae"]


# -- laws ------------------------------------------------------------------------------------------------------

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
line = st.text(LETTERS, max_size=40).map(lambda text: " ".join(tidy_long(text).split()))
long = st.text(st.one_of(LETTERS, st.just("\n")), max_size=60).map(tidy_long)
word = line.filter(lambda text: text and not set(text) & set(",;"))
day = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
mark = st.none() | st.integers(1, 5)


def keys(choices: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([choice.key for choice in choices])


partner = st.builds(
    Partner,
    name=line.filter(lambda text: bool(text) and bool(folded(text))),
    form=keys(FORMS),
    group=st.sampled_from(["", "crews", *(group.key for group in GROUPS.all)]),
    role=line,
    organisation=line,
    involvement=keys(INVOLVEMENT),
    phone=line,
    email=line,
    address=line,
    languages=st.lists(word, unique=True, max_size=3).map(tuple),
    interest=mark,
    influence=mark,
    skills=long,
    abilities=long,
    passions=long,
    connections=long,
    ideas=long,
    consent_show=keys(SHOW_TO),
    consent_what=line,
    consent_asked=day,
    consent_asked_by=line,
    consent_until=day,
    takes_on=keys(TAKES_ON),
    sees=st.dictionaries(st.sampled_from(["phone", "role"]), keys(SHOW_TO)),
    origin=line,
    notes=long,
)


def same(before: Partner, values: dict[str, Any]) -> None:
    after = Partner(**values)
    assert {name: getattr(after, name) for name in FIELDS} == {name: getattr(before, name) for name in FIELDS}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(partner, min_size=1, max_size=3))
def test_a_sheet_that_went_out_comes_back_whole(partners: list[Partner]) -> None:
    sheet = read_sheet(decode(people_csv(partners, GROUPS)))
    found = people_of(sheet, guess_matching(sheet, GROUPS), GROUPS)
    assert not found.bad
    for before, after in zip(partners, found.partners, strict=True):
        same(before, after.values)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(partner, min_size=1, max_size=3))
def test_cards_that_went_out_come_back_whole(partners: list[Partner]) -> None:
    sheet = read_vcards(decode(people_vcards(partners, GROUPS)))
    found = people_of(sheet, guess_matching(sheet, GROUPS), GROUPS)
    assert not found.bad
    for before, after in zip(partners, found.partners, strict=True):
        same(before, after.values)


def test_a_name_with_a_comma_comes_back_from_a_card_without_a_remark() -> None:
    sheet = read_vcards(decode(people_vcards([Partner(name="Charlie, Rose,")], GROUPS)))
    found = people_of(sheet, guess_matching(sheet, GROUPS), GROUPS)
    assert [(one.name, one.values.get("notes", ""), one.remarks) for one in found.partners] == [
        ("Charlie, Rose,", "", ())
    ]


def test_no_cell_that_goes_out_is_a_formula_to_a_spreadsheet() -> None:
    data = people_csv([Partner(name="=HYPERLINK(1)", role="+1", notes="@SUM(A1)", phone="-2")], GROUPS).decode(
        "utf-8-sig"
    )
    for cell in data.split("\r\n")[1].split(","):
        assert cell.strip('"')[:1] not in ("=", "+", "-", "@")


def test_no_line_of_a_card_is_longer_than_the_standard_wants() -> None:
    data = people_vcards([Partner(name="hən̓q̓əmin̓əm̓ " * 12, notes="long " * 90)], GROUPS)
    assert max(len(one) for one in data.split(b"\r\n")) <= 75


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.text(LETTERS, max_size=30), max_size=5), max_size=5),
    st.data(),
)
def test_every_cell_is_found_in_a_partner_or_among_the_rows_that_were_not_taken(
    cells: list[list[str]], data: st.DataObject
) -> None:
    sheet = make_sheet([Row(n + 1, tuple(row)) for n, row in enumerate(cells)])
    targets = st.sampled_from([KEEP, LEAVE, "+first", "+last", *FIELDS])
    matching = [data.draw(targets) for _column in sheet.headings]
    found = people_of(sheet, matching, GROUPS)
    taken = folded(" ".join(f"{value}" for row in found.partners for value in row.values.values()))
    listed = folded(" ".join(row.text for row in found.bad))
    for row in sheet.rows:
        for target, cell in zip(matching, row.cells, strict=True):
            if target in ("name", "notes", "role", KEEP) and folded(cell):
                assert folded(cell) in taken or folded(cell) in listed


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400) | st.builds(lambda text: b"BEGIN:VCARD\n" + text, st.binary(max_size=300)))
def test_any_bytes_are_read_or_refused_calmly(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "c.csv"
    path.write_bytes(data)
    started = time.monotonic()
    try:
        sheet = read_people(path).sheet
    except Trouble:
        return
    people_of(sheet, guess_matching(sheet, GROUPS), GROUPS)
    assert time.monotonic() - started < 2


def test_every_field_but_links_is_among_the_columns() -> None:
    assert set(specs(Partner)) - set(FIELDS) == {"apart"}
