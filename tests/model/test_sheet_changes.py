"""A sheet that comes back is compared three ways: with what was sent, and with what is here now."""

from __future__ import annotations

import dataclasses
from datetime import date

from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.sheet_found import safe
from tests.sheets import ITEMS, PEOPLE, edited, found_in, here, place_of, rows_of, sheet_for

HALL, ELDERS = "Book the hall", "Ask the Elders"


def changed(item_id: str, **values: object) -> list[Item]:
    """The plan with one step changed here meanwhile."""
    return [dataclasses.replace(one, **values) if one.id == item_id else one for one in ITEMS]


def pairs(rows: list[list[str]], plan=None) -> list[tuple[str, str, object]]:
    return [(one.item_id, one.field, one.value) for one in found_in(rows, plan).changes]


def whys(rows: list[list[str]], plan=None) -> list[str]:
    return [one.why for one in found_in(rows, plan).unread]


def test_an_unchanged_sheet_changes_nothing_for_any_readers():
    for audience in Audience:
        found = found_in(rows_of(sheet_for(audience)))
        assert (found.proposals(), found.unread, found.ours, found.rows) == ([], (), True, 6)


def test_a_changed_cell_is_one_change_with_old_and_new():
    found = found_in(edited(rows_of(sheet_for()), HALL, "By when", "2027-04-01"))
    (change,) = found.proposals()
    assert (change.item_id, change.field, change.value) == ("a1", "by", date(2027, 4, 1))
    assert (change.old, change.new, change.unsure) == ("2027-03-15", "2027-04-01", "")
    assert change.title == "1.1.1 Book the hall"


def test_a_cell_that_was_emptied_takes_the_value_away():
    assert pairs(edited(rows_of(sheet_for()), HALL, "By when", "")) == [("a1", "by", None)]
    assert pairs(edited(rows_of(sheet_for()), HALL, "Lead", "")) == [("a1", "lead", "")]


def test_what_was_changed_here_alone_stays():
    plan = here(changed("a1", what="Book the big hall", by=date(2027, 5, 5), lead="p2"))
    assert pairs(rows_of(sheet_for()), plan) == []


def test_what_was_changed_on_both_sides_is_shown_and_not_taken_unseen():
    plan = here(changed("a1", by=date(2027, 5, 5), lead="p2"))
    rows = edited(edited(rows_of(sheet_for()), HALL, "By when", "2027-04-01"), HALL, "Lead", "Sm’algya̱x Circle")
    found = found_in(rows, plan)
    assert [one.field for one in found.changes] == ["lead", "by"]
    assert all("here as well" in one.unsure for one in found.changes)
    assert safe(found.proposals()) == []


def test_the_same_change_on_both_sides_is_none():
    plan = here(changed("a1", by=date(2027, 4, 1)))
    assert pairs(edited(rows_of(sheet_for()), HALL, "By when", "1 April 2027"), plan) == []


def test_rows_may_be_sorted_and_columns_moved():
    rows = rows_of(sheet_for())
    assert pairs([rows[0], *reversed(rows[1:])]) == []
    assert pairs([row[::-1] for row in rows]) == []


def test_a_helper_whom_the_readers_did_not_see_stays():
    rows = edited(rows_of(sheet_for(Audience.COMMITTEE)), HALL, "Helpers", "Sm’algya̱x Circle")
    assert pairs(rows) == [("a1", "helpers", ("p3", "p4"))]


def test_a_lead_whom_the_readers_did_not_see_is_not_replaced_unseen():
    rows = edited(rows_of(sheet_for(Audience.COMMITTEE)), ELDERS, "Lead", "Ben Frank")
    (change,) = found_in(rows).changes
    assert (change.value, bool(change.unsure)) == ("p2", True)


def test_somebody_who_is_called_otherwise_by_now_is_still_meant():
    people = [dataclasses.replace(one, name="Anna Hill") if one.id == "p1" else one for one in PEOPLE]
    assert pairs(rows_of(sheet_for()), here(people=people)) == []
    two = [*PEOPLE, Partner(id="p9", name="Anna Moss", role="Teacher")]
    assert pairs(rows_of(sheet_for()), here(people=two)) == []


def test_an_unknown_name_is_listed_and_the_lead_stays():
    rows = edited(edited(rows_of(sheet_for()), HALL, "Lead", "Nobody We Know"), HALL, "Cost in dollars", "900")
    assert pairs(rows) == [("a1", "cost", 900)]
    assert whys(rows) == ["Nobody in Who is called “Nobody We Know”."]


def test_a_cell_that_cannot_be_read_is_listed_with_its_line():
    found = found_in(edited(rows_of(sheet_for()), HALL, "By when", "soon"))
    (one,) = found.unread
    assert (one.line, one.text) == (4, "Book the hall, By when: soon")
    assert found.proposals() == []


def test_a_day_that_may_be_two_is_not_guessed():
    assert whys(edited(rows_of(sheet_for()), HALL, "By when", "3/4/2027"))[0].startswith("“3/4/2027” may be")


def test_a_day_written_otherwise_by_a_spreadsheet_is_no_change():
    rows = edited(rows_of(sheet_for()), "+1 ride a week", "Starts", "1/2/2027")
    assert (pairs(rows), whys(rows)) == ([], [])


def test_letters_that_an_older_spreadsheet_lost_are_no_change():
    plan = here(changed("a1", what="Book hən̓q̓əmin̓əm̓ hall"))
    rows = rows_of(sheet_for(items=changed("a1", what="Book hən̓q̓əmin̓əm̓ hall")))
    lost = [[cell.encode("cp1252", "replace").decode("cp1252") for cell in row] for row in rows]
    assert pairs(lost, plan) == []


def test_a_guarded_formula_is_read_as_it_was_written():
    rows = edited(rows_of(sheet_for()), "+1 ride a week", "What", "'+1 ride a week")
    assert pairs(rows) == []


def test_waiting_for_another_step_is_read_by_number_and_by_words():
    for words in ("1.1.2 Ask the Elders", "1.1.2", "ask the elders"):
        rows = edited(rows_of(sheet_for()), "+1 ride a week", "Waits for", words)
        assert pairs(rows) == [("a3", "waits_for", ("a2",))]


def test_a_step_may_not_wait_for_itself_over_others():
    rows = edited(rows_of(sheet_for()), HALL, "Waits for", "1.1.2 Ask the Elders")
    assert (pairs(rows), whys(rows)) == ([], ["The step would in the end wait for itself."])


def test_a_level_that_does_not_fit_is_listed():
    rows = edited(rows_of(sheet_for()), "Hold three evenings", "Level", "Step")
    assert pairs(rows) == [("o1", "level", "action")]
    rows = edited(rows_of(sheet_for()), HALL, "Level", "Goal")
    assert (pairs(rows), len(whys(rows))) == ([], 1)


def test_a_new_row_belongs_where_it_stands():
    rows = rows_of(sheet_for())
    new = [""] * len(rows[0])
    new[1:4] = ["Step", "Rent chairs", "Ben Frank"]
    (step,) = found_in([*rows[:4], new, *rows[4:]]).new
    assert (step.parent, step.after, step.values) == (
        "o1",
        "a1",
        {"level": "action", "what": "Rent chairs", "lead": "p2"},
    )
    assert (step.where, step.line) == ("below “Hold three evenings”", 5)
    (first,) = found_in([*rows[:3], new, *rows[3:]]).new
    assert (first.parent, first.after) == ("o1", "")
    (last,) = found_in([*rows, new]).new
    assert (last.parent, last.after) == ("g2", "a3")


def test_a_new_row_belongs_where_its_number_says():
    rows = rows_of(sheet_for())
    new = [""] * len(rows[0])
    new[0:3] = ["1.1.3", "Step", "Rent chairs"]
    (step,) = found_in([*rows, new]).new
    assert (step.parent, step.after) == ("o1", None)


def test_a_copied_row_is_a_new_step_and_the_first_keeps_its_own():
    rows = rows_of(sheet_for())
    at, _column = place_of(rows, HALL, "What")
    copy = list(rows[at])
    copy[2] = "Book the gym"
    found = found_in([*rows[:at], copy, *rows[at:]])
    assert [one.title for one in found.new] == ["Book the gym"]
    assert (found.changes, found.missing) == ((), ())


def test_new_rows_may_wait_for_each_other():
    rows = rows_of(sheet_for())
    one, two = [""] * len(rows[0]), [""] * len(rows[0])
    one[2], two[2] = "Rent chairs", "Carry chairs"
    two[rows[0].index("Waits for")] = "Rent chairs"
    found = found_in([*rows, one, two])
    assert found.new[1].values["waits_for"] == (found.new[0].item_id,)


def test_a_row_that_is_gone_is_offered_and_never_safe():
    rows = rows_of(sheet_for())
    at, _column = place_of(rows, ELDERS, "What")
    found = found_in([*rows[:at], *rows[at + 1 :]])
    assert [one.item_id for one in found.missing] == ["a2"]
    assert safe(found.proposals()) == []


def test_a_step_that_was_made_after_the_sheet_was_sent_is_not_missed():
    late = Item(id=f"{1_800_000_000_000:012x}7{0:019x}", parent="g2", what="New here")
    assert found_in(rows_of(sheet_for()), here([*ITEMS, late])).missing == ()


def test_a_step_that_was_removed_here_is_not_brought_back_unseen():
    found = found_in(rows_of(sheet_for()), here([one for one in ITEMS if one.id != "a3"]))
    (step,) = found.new
    assert "removed here" in step.unsure
    assert safe(found.proposals()) == []


def test_another_communitys_sheet_is_all_new():
    found = found_in(rows_of(sheet_for()), here([]))
    assert len(safe(found.proposals())) == 6
    parents = {one.title: one.parent for one in found.new}
    ids = {one.title: one.item_id for one in found.new}
    assert parents["Book the hall"] == ids["Hold three evenings"]


def test_other_numbers_are_said_once():
    rows = edited(edited(rows_of(sheet_for()), HALL, "Number", "1.1.5"), ELDERS, "Number", "1.1.6")
    assert whys(rows) == ["2 rows have other numbers. Steps are moved in the plan itself, so they stay where they are."]


def test_dated_notes_stay_as_they_are_and_what_is_new_is_listed():
    rows = edited(rows_of(sheet_for()), HALL, "Dated notes", "2027-01-09 Painted!")
    (one,) = found_in(rows).unread
    assert "Painted!" in one.text


# -- sheets that do not say what was sent ----------------------------------------------------------------------


def test_another_programs_plan_comes_in_as_steps():
    found = found_in([
        ["Our plan", "", "", ""], ["Task", "Who", "Due date", "Status"], ["Paint the door", "anna moss", "March 3, 2027", "Done"],
        ["Buy paint", "Ben Frank and Anna Moss", "", "started"],
    ])  # fmt: skip
    assert [one.values for one in found.new] == [
        {"level": "action", "what": "Paint the door", "lead": "p1", "by": date(2027, 3, 3), "status": "done"},
        {"level": "action", "what": "Buy paint", "lead": "p2", "helpers": ("p1",), "status": "in-progress"},
    ]
    assert not found.ours


def test_numbers_of_another_plan_make_its_outline():
    found = found_in([["No", "Task"], ["1", "Safe rides"], ["1.1", "A list"], ["1.1.1", "Ask drivers"], ["2", "Alone"]])
    assert [one.values["level"] for one in found.new] == ["goal", "objective", "action", "action"]
    assert [one.parent for one in found.new] == ["", found.new[0].item_id, found.new[1].item_id, ""]


def test_without_what_was_sent_an_empty_cell_takes_nothing_away():
    found = found_in([["What", "By when", "Lead", "What it needs", "How it stands"], [HALL, "", "", "", ""]])
    assert found.proposals() == []


def test_without_what_was_sent_another_value_is_not_taken_unseen():
    found = found_in([["What", "By when", "Starts"], [HALL, "2027-05-05", "2027-05-01"]])
    assert [(one.field, bool(one.unsure)) for one in found.changes] == [("starts", False), ("by", True)]


def test_a_sheet_taken_in_twice_makes_nothing_twice():
    rows = [["Task", "Who"], ["Paint the door", "Anna Moss"]]
    (step,) = found_in(rows).new
    plan = here([*ITEMS, Item(id="new", **step.values)])
    assert found_in(rows, plan).proposals() == []


def test_a_row_without_a_step_is_listed():
    found = found_in([["Task", "Who"], ["", "Anna Moss"], ["", ""]])
    assert [(one.line, one.why) for one in found.unread] == [(2, "There is no step in this row.")]
