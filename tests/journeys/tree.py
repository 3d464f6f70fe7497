"""Drives the real window from outside, by the names that a screen reader hears. Run by the system's own Python.

It needs python3-gi and gir1.2-atspi-2.0, so it imports nothing of the program and nothing of its environment.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # libatspi calls its own get_*_iface so

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# The most children of one node that are looked at: a table with 5,000 rows says that it has them all.
MOST = 80
# Roles that Qt makes focusable without their being a control of ours, or whose cells carry the names.
NAMELESS = {
    "filler", "list", "list item", "table cell", "panel", "viewport", "scroll bar", "frame", "window", "application",
    "scroll pane",
}  # fmt: skip


class Tree:
    """The accessibility tree of one program, by its process id."""

    def __init__(self, pid):
        self.pid = pid
        Atspi.init()
        Atspi.set_timeout(2000, 10000)

    def application(self):
        desktop = Atspi.get_desktop(0)
        for n in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(n)
            with contextlib.suppress(Exception):  # it may have left the bus between the two calls
                if one is not None and one.get_process_id() == self.pid:
                    return one
        return None

    def windows(self):
        app = self.application()
        if app is None:
            return []
        app.clear_cache()
        found = [app.get_child_at_index(n) for n in range(app.get_child_count())]
        return [one for one in found if one is not None and self.shows(one)]

    def walk(self, node=None):
        if node is None:
            for window in self.windows():
                yield from self.walk(window)
            return
        yield node
        for n in range(min(node.get_child_count(), MOST)):
            child = node.get_child_at_index(n)
            if child is not None:
                yield from self.walk(child)

    @staticmethod
    def shows(node):
        return node.get_state_set().contains(Atspi.StateType.SHOWING)

    def name(self, node):
        """Its name; a combo box is named by the label that is tied to it, since its own name is its value."""
        if node.get_role_name() == "combo box":
            for tie in node.get_relation_set():
                if tie.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                    return tie.get_target(0).get_name()
        return node.get_name()

    def find(self, name, role=None, seconds=10.0):
        """The node of this name that shows; a control comes before the label that names it."""
        end = time.monotonic() + seconds
        while True:
            label = None
            for node in self.walk():
                with contextlib.suppress(Exception):
                    if self.name(node) == name and role in (None, node.get_role_name()) and self.shows(node):
                        if node.get_role_name() != "label" or role:
                            return node
                        label = label or node
            if label is not None:
                return label
            if time.monotonic() > end:
                raise LookupError(f"nothing that shows is named {name!r}")
            time.sleep(0.1)

    def is_there(self, name, seconds=1.0):
        with contextlib.suppress(LookupError):
            return self.find(name, seconds=seconds) is not None
        return False

    def press(self, name, role=None):
        """Do what pressing it does."""
        node = self.find(name, role)
        face = node.get_action_iface()
        names = [face.get_action_name(n) for n in range(face.get_n_actions())] if face else []
        for wanted in ("Press", "Toggle", "ShowMenu", "SetFocus"):
            if wanted in names:
                try:
                    face.do_action(names.index(wanted))
                except Exception as why:
                    if "Did not receive a reply" not in str(why):
                        raise
                time.sleep(0.25)
                return
        raise LookupError(f"{name!r} ({node.get_role_name()}) can do {names}, and none of it is pressing")

    def focus(self, name, role=None):
        self.find(name, role).get_component_iface().grab_focus()
        time.sleep(0.2)

    def fill(self, name, text):
        """Put a text into a field and leave the field, so that it counts."""
        node = self.find(name, "text")
        node.get_component_iface().grab_focus()
        face = node.get_editable_text_iface()
        if face is None:
            raise LookupError(f"{name!r} ({node.get_role_name()}) takes no text")
        face.set_text_contents(text)
        time.sleep(0.2)

    def text(self, name):
        face = self.find(name).get_text_iface()
        return face.get_text(0, face.get_character_count()) if face else ""

    def cells(self, name, rows=20):
        """The names of the cells of a table or outline, row by row."""
        face = self.find(name).get_table_iface()
        count = min(face.get_n_rows(), rows)
        return [[face.get_accessible_at(r, c).get_name() for c in range(face.get_n_columns())] for r in range(count)]

    def keys(self, *keys):
        """Real key presses to the window."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        time.sleep(0.3)

    def type(self, text):
        """Real typing to the window."""
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)
        time.sleep(0.3)

    def activate(self):
        """Give the window the keyboard: without a window manager nothing else does."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)], capture_output=True, text=True, check=True
        )
        subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[-1]], check=True)
        time.sleep(0.3)

    def nameless(self):
        """Every focusable control that shows and has no name, with where it is."""
        found = []
        for node in self.walk():
            role = node.get_role_name()
            focusable = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            if role in NAMELESS or not focusable or not self.shows(node) or (self.name(node) or "").strip():
                continue
            box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
            parent = node.get_parent()
            found.append(
                f"{role} at {box.x},{box.y} {box.width}x{box.height} in {parent.get_role_name()} {parent.get_name()!r}"
            )
        return found


@contextlib.contextmanager
def running(command, seconds=40.0):
    """The program as a Tree whose window shows; ended when the block ends."""
    env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    program = subprocess.Popen(command, env=env, start_new_session=True)
    try:
        tree = Tree(program.pid)
        end = time.monotonic() + seconds
        while not tree.windows():
            if program.poll() is not None or time.monotonic() > end:
                raise LookupError("no window came")
            time.sleep(0.1)
        time.sleep(0.5)
        tree.program = program
        yield tree
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(10)
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def say(text):
    """A line for whoever reads a failing run."""
    print(text, flush=True, file=sys.stderr)


def listing(tree):
    """Every node that shows, a line each: for finding out why a name was not found."""
    return "\n".join(
        f"{one.get_role_name()} {one.get_name()!r}"
        for one in tree.walk()
        if tree.shows(one) and one.get_role_name() not in ("list item", "filler")
    )
