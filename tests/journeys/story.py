"""The founding's story, told to the real window by names alone. Run by the system's Python; see test_by_names.py.

Arguments: the program's Python, and the folder that is its home.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from tree import listing, running, say

NAME = "Cedar Inlet"


def names_are_there(ui, where):
    """No control of the screen that shows may be without a name."""
    lacking = ui.nameless()
    if lacking:
        raise SystemExit(f"without a name on {where}:\n  " + "\n  ".join(lacking))
    say(f"every control has a name on {where}")


def make_community(ui):
    names_are_there(ui, "the welcome")
    ui.press("New community")
    ui.fill("Name of the community", NAME)
    ui.press("No passphrase")
    names_are_there(ui, "the new community's form")
    ui.press("Make the community file")
    ui.find("Who is missing?")
    names_are_there(ui, "Home")


def read_the_toolkit(ui):
    ui.press("Learn")
    ui.find("About this toolkit")
    names_are_there(ui, "Learn")
    ui.press("Next: How to use these pages")
    ui.find("Back: About this toolkit")
    mark_a_passage(ui)


def mark_a_passage(ui):
    ui.press("Bookmark this page (B)")
    ui.find("Remove the bookmark (B)")
    ui.activate()
    ui.focus("How to use these pages", "filler")
    ui.keys("ctrl+Down")
    ui.keys("n")
    ui.type("For the first meeting")
    names_are_there(ui, "a chosen passage")
    ui.press("Marks")
    ui.find("Note: For the first meeting")
    ui.find("Bookmark")
    ui.press("Pages")


def add_a_number(ui):
    ui.press("Help lines")
    ui.press("Add a number")
    ui.fill("Who answers", "Nurse on call")
    ui.fill("Phone number or email", "250-555-0144")
    ui.keys("Tab")
    names_are_there(ui, "the form of a number")
    ui.press("Done")
    ui.find("Change: Nurse on call")
    ui.find("Copy 250-555-0144, Nurse on call")


def list_partners(ui):
    ui.press("Who, 0")
    ui.activate()
    names_are_there(ui, "the circle")
    ui.press("Table")
    for name in ("Band manager", "School district"):
        ui.press("Add a partner")
        ui.type(name)
        ui.keys("Return")
    rows = ui.cells("Partners")
    found = [row[0] for row in rows]
    if found != ["Name: Band manager", "Name: School district"]:
        raise SystemExit(f"the partners are {found}")
    ui.fill("Role", "Runs the band office")
    ui.keys("Tab")
    names_are_there(ui, "Who")
    ui.press("Circle")
    ui.find("Band manager, Person, No group yet, Not yet asked")
    ui.find("Schools: no one yet")
    ui.press("Table")
    if not any("Role: Runs the band office" in row for row in ui.cells("Partners")):
        raise SystemExit("what was typed in the panel is not in the table")


def hold_a_meeting(ui):
    ui.press("Reflect")
    ui.activate()
    names_are_there(ui, "Reflect without a meeting")
    ui.press("Make the first meeting")
    ui.type("First evening")
    ui.keys("Tab")
    names_are_there(ui, "the preparing of a meeting")
    ui.press("Go to the questions")
    ui.find("Before we begin")
    for _question in range(8):
        ui.press("Next")
    ui.find("Who else needs to be involved?")
    ui.focus("Type what you hear, Enter makes a card")
    ui.type("The bus driver")
    ui.keys("Return")
    ui.find("The bus driver")
    ui.keys("Down")
    ui.keys("plus", "s")
    ui.find("The bus driver, 1 dot, became: step")
    names_are_there(ui, "a question with a card")
    ui.press("Undo: Make a step of an answer")
    ui.find("The bus driver, 1 dot")


def write_the_plan(ui):
    ui.press("Plan, 0")
    ui.activate()
    ui.press("More to do with the plan")
    ui.keys("Down", "Return")
    ui.type("Young people know who to call")
    ui.keys("Return")
    ui.press("Add a step")
    ui.type("Print the help lines")
    ui.keys("Return")
    ui.keys("Escape")
    plan_is(ui, ["Young people know who to call", "Print the help lines"])
    names_are_there(ui, "Plan")


def plan_is(ui, wanted):
    rows = ui.cells("Action plan")
    # The first column says level, depth and what is below as well.
    found = [row[0].removeprefix("What: ").split(",")[0] for row in rows]
    if found != wanted:
        raise SystemExit(f"the plan is {found}")


def undo_and_redo(ui):
    ui.press("Undo: Add step")
    plan_is(ui, ["Young people know who to call"])
    ui.press("Redo: Add step")
    plan_is(ui, ["Young people know who to call", "Print the help lines"])


def search(ui):
    ui.fill("Find a page, a person, a step", "band office")
    ui.find("What was found")
    ui.activate()
    ui.focus("Find a page, a person, a step")
    ui.keys("Return")
    for name in ("Help lines", "Settings"):
        ui.press(name)
        names_are_there(ui, name)


def print_the_report(ui, home):
    ui.press("Print & share")
    names_are_there(ui, "Print & share")
    ui.find("Save as PDF")


def first_day(ui, home):
    make_community(ui)
    read_the_toolkit(ui)
    list_partners(ui)
    hold_a_meeting(ui)
    write_the_plan(ui)
    undo_and_redo(ui)
    search(ui)
    add_a_number(ui)
    print_the_report(ui, home)


def tell(python, home):
    """From nothing to a plan, closed and opened again."""
    with running([python, "-m", "app"]) as ui:
        try:
            first_day(ui, home)
        except LookupError:
            say(listing(ui))
            raise
    with running([python, "-m", "app"]) as ui:
        ui.press(f"Open {NAME}")
        ui.find("Who is missing?")
        ui.press("Plan, 1")
        plan_is(ui, ["Young people know who to call", "Print the help lines"])
    say("the story went well")


if __name__ == "__main__":
    tell(*sys.argv[1:3])
