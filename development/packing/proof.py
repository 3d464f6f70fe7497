"""What the Windows program must do under Wine before it is called whole: installed, tested, used by hand, renewed, removed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from app import __version__
from development.packing.shell import Screen, Steps, run
from development.packing.wine import Wine
from development.places import Places
from development.talk import Stop

USER = "Mónica"
# Where two things stand in the window, from its upper left corner at 100 %: the place Who, and there the view Grid.
WHO, GRID = (63, 177), (382, 171)
SCREEN = "1400x900x24"
KIND = r"HKCU\Software\Classes\Groundwork.File\shell\open\command"


class Proof:
    """Each step raises Stop when something is not as it must be."""

    def __init__(self, places: Places, made: Path, logs: Path, steps: Steps) -> None:
        self._places, self._made, self._logs, self._steps = places, made, logs, steps
        self._wine = Wine(made / "user", USER, logs)
        self._from = made / "brought by hand – sk̲ú"

    def prove(self, old: Path, new: Path, portable: Path) -> None:
        """All of it, in a Windows that has nothing but the installer."""
        self._steps.say(f"Making a Windows for {USER} ...")
        self._wine.make(self._places.root / "packaging" / "wine")
        shutil.rmtree(self._from, ignore_errors=True)
        self._from.mkdir(parents=True)
        folder = self._wine.local / "Programs" / "Groundwork"
        self._install(old, "/CurrentUser", folder)
        file = self._words(folder)
        self._install(new, "/CurrentUser", folder)
        self._renewed(folder, file)
        self._selftest(folder)
        self._wine.end()
        with Screen(SCREEN) as display:
            self._selftest(folder, display)
            self._wine.end()
        self._associated(folder)
        self._uninstall(folder, "/CurrentUser")
        self._left(file)
        everybody = self._wine.folder / "drive_c" / "Program Files" / "Groundwork"
        self._install(new, "/AllUsers", everybody)
        self._wine.end()
        with Screen(SCREEN) as display:
            self._by_hand(file, display)
            self._wine.end()
        self._uninstall(everybody, "/AllUsers")
        self._left(file)
        self._portable(portable)
        self._wine.end()

    # -- one thing each -------------------------------------------------------------------------------------

    def _install(self, installer: Path, mode: str, folder: Path) -> None:
        brought = self._from / installer.name
        shutil.copyfile(installer, brought)
        self._wine.run(["wine", str(brought), "/S", mode], "install")
        if not (folder / "Groundwork.exe").is_file():
            raise Stop(f"{installer.name} {mode} did not put the program into {folder}.")
        self._steps.say(f"{installer.name} {mode} installed it in {folder.name} without a question.")

    def _words(self, folder: Path) -> Path:
        """A community file and settings of this person, made with the older version."""
        file = self._wine.home / "Documents" / "Cedar Inlet – Łutsël.groundwork"
        file.parent.mkdir(parents=True, exist_ok=True)
        command = ["wine", str(folder / "groundwork-command.exe")]
        said = self._wine.run([*command, "demo", self._wine.path(file)], "command")
        if "invented sample" not in said or not file.is_file():
            raise Stop(f"groundwork-command demo did not write {file}: {said}")
        settings = self._wine.local / "groundwork" / "settings.json"
        backups = settings.parent / "backups"
        backups.mkdir(parents=True)
        self._wine.run([*command, "backup", self._wine.path(file), self._wine.path(backups)], "command")
        settings.write_text(json.dumps({"theme": "light", "lock_minutes": 30}), encoding="ascii")
        return file

    def _renewed(self, folder: Path, file: Path) -> None:
        if (folder / "_internal" / "of an older version.txt").exists():
            raise Stop("The upgrade left files of the older version.")
        settings = json.loads((self._wine.local / "groundwork" / "settings.json").read_text("ascii"))
        command = ["wine", str(folder / "groundwork-command.exe")]
        version = self._wine.run([*command, "--version"], "command")
        checked = self._wine.run([*command, "check", self._wine.path(file)], "command")
        if __version__ not in version or "sound" not in checked or settings["lock_minutes"] != 30:
            raise Stop(f"After the upgrade something is amiss: {version} {checked} {settings}")
        self._steps.say("The upgrade kept file and settings, and left nothing of the older version.")

    def _selftest(self, folder: Path, display: str = "") -> None:
        log = self._logs / f"self-test{'-screen' if display else ''}.log"
        begun = time.monotonic()
        log.unlink(missing_ok=True)
        program = ["wine", str(folder / "Groundwork.exe"), "selftest", "--log", self._wine.path(log)]
        self._wine.run(program, "selftest", display=display, seconds=300)
        told = log.read_text("utf-8")
        if "All is well" not in told:
            raise Stop(f"The self-test does not say that all is well: {log}")
        how = "with windows" if display else "without a screen"
        self._steps.say(f"It passed its self-test {how} in {time.monotonic() - begun:.0f} s.")

    def _associated(self, folder: Path) -> None:
        """For one person: what is written down. Wine 8 itself only follows what is written down for all (see _by_hand)."""
        said = self._wine.run(["wine", "reg", "query", KIND], "registry")
        if "Groundwork.exe" not in said or '"%1"' not in said:
            raise Stop(f"Community files are not opened by the program of {folder}: {said}")
        self._steps.say("Community files are opened with it, as it is written down for this person.")

    def _by_hand(self, file: Path, display: str) -> None:
        """A double click on a file, which is opened by the association; then a mouse and keys."""
        opened = subprocess.Popen(
            ["wine", "start", "/wait", "/unix", str(file)],
            env=self._wine.environment(display),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            hand = Hand(display, self._logs)
            hand.wait_for("Cedar Inlet")
            hand.picture("opened")
            hand.click(WHO)
            hand.click(GRID)
            hand.picture("clicked")
            hand.key("ctrl+q")
            opened.wait(60)
        except (subprocess.TimeoutExpired, Stop):
            self._wine.run(["wineserver", "-k"], "end")
            opened.wait(20)
            raise
        settings = json.loads((self._wine.local / "groundwork" / "settings.json").read_text("ascii"))
        if settings["window"].get("who") != "grid" or not settings["recent"]:
            raise Stop("The program did not follow the mouse, or did not keep what was chosen.")
        self._steps.say("A file opened by itself, the mouse chose a view, and the keyboard closed it.")

    def _uninstall(self, folder: Path, mode: str) -> None:
        self._wine.run(["wine", str(folder / "uninstall.exe"), mode, "/S"], "uninstall")
        self._wine.end()
        for _try in range(50):
            if not folder.exists():
                break
            time.sleep(0.2)
        if folder.exists():
            raise Stop(f"The program was not removed: {sorted(os.listdir(folder))}")  # noqa: PTH208 - names only
        if mode == "/CurrentUser":
            self._wine.run(["wine", "reg", "query", KIND], "registry", code=1)
        self._steps.say(f"It was removed ({mode}).")

    def _left(self, file: Path) -> None:
        kept = self._wine.local / "groundwork"
        if (
            not file.is_file()
            or not (kept / "settings.json").is_file()
            or not list((kept / "backups").rglob("*.groundwork"))
        ):
            raise Stop("Removing the program took files, settings or backups of a person with it.")
        self._steps.say("Community file, settings and backups are still there.")

    def _portable(self, portable: Path) -> None:
        stick = self._made / "a stick – ə"
        shutil.rmtree(stick, ignore_errors=True)
        with zipfile.ZipFile(portable) as opened:
            opened.extractall(stick)
        folder = stick / "Groundwork"
        before = sorted(self._wine.local.rglob("*"))
        self._selftest(folder)
        missing = self._wine.path(stick / "not there.groundwork")
        self._wine.run(["wine", str(folder / "groundwork-command.exe"), "status", missing], "command", code=1)
        if sorted(self._wine.local.rglob("*")) != before:
            raise Stop("The portable program left something on the computer.")
        self._steps.say("The portable folder works from a stick and leaves nothing on the computer.")


class Hand:
    """A mouse and a keyboard on a screen that nobody sees."""

    def __init__(self, display: str, logs: Path) -> None:
        self._env = {**os.environ, "DISPLAY": display}
        self._logs = logs
        self._window = ""

    def wait_for(self, title: str, seconds: float = 90) -> None:
        """Until a window with these words in its title stands there. Raises Stop when none comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self._do("search", "--onlyvisible", "--name", title)
            if found.strip():
                self._window = found.split()[0]
                time.sleep(5)
                return
            time.sleep(0.5)
        self.picture("nothing came")
        raise Stop(f"No window named {title} came (see {self._logs}).")

    def click(self, place: tuple[int, int]) -> None:
        """Press the mouse there, counted from the window's corner."""
        self._do("mousemove", "--window", self._window, str(place[0]), str(place[1]))
        self._do("click", "1")
        time.sleep(1.5)

    def key(self, name: str) -> None:
        """Press a key."""
        self._do("key", name)

    def picture(self, name: str) -> None:
        """What the screen shows, beside the logs."""
        target = self._logs / f"{name}.png"
        run(["import", "-window", "root", str(target)], self._logs / "picture.log", env=self._env)

    def _do(self, *what: str) -> str:
        done = subprocess.run(["xdotool", *what], env=self._env, capture_output=True, text=True, check=False)
        return done.stdout
