"""The community's logo: chosen from a picture of any usual sort, made small and plain, and shown as it will be printed."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.data.workspace import Changes
from app.model.community import COMMUNITY_ID, Community
from app.model.logo import MOST_BYTES, MOST_HIGH, MOST_WIDE, Logo, logo_letters, logo_of
from app.model.trouble import Refused, Trouble
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, Words

_HIGH = 64
_ENDINGS = "*.png *.jpg *.jpeg *.bmp *.gif"
# A poster's scan has more, and is no logo; it would take half a gigabyte of memory.
_MOST_DOTS = 40_000_000


class LogoField(QWidget):
    """Changes count at once, and can be undone like everything else."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._session = session
        self.picture = QLabel()
        self.picture.setFixedHeight(round(_HIGH * look.scale))
        self.trouble = Words("", "error", wrap=True)
        self.trouble.hide()
        self.choose = Button(look, _("Choose a logo"), icon="folder-open")
        self.remove = Button(look, _("Take it away"), kind="quiet")
        buttons = FlowLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        row = QHBoxLayout()
        row.addWidget(self.picture)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Words(_("Logo"), "label"))
        layout.addLayout(row)
        layout.addWidget(Words(_("It stands at the top of the community report’s first page."), "small", wrap=True))
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.take_away)
        self.choose.setEnabled(not session.workspace.read_only)
        self._show()
        session.changed.connect(self._follow)

    def take(self, file: Path) -> None:
        """Take a picture from a file; what is wrong with it is said below."""
        try:
            letters = logo_letters(small_png(file))
        except Trouble as trouble:
            self._say(str(trouble))
            return
        self._change(_("Choose a logo"), letters)

    def take_away(self) -> None:
        """Have none any more."""
        self._change(_("Take the logo away"), "")

    # -- inside -------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", _("Pictures") + f" ({_ENDINGS})")
        if chosen:
            self.take(Path(chosen))

    def _change(self, label: str, letters: str) -> None:
        # Not as something typed: one that was chosen and taken away at once is two steps of undo.
        refused = self._session.edit(label, lambda edit: edit.change(Community, COMMUNITY_ID, logo=letters))
        self._say(str(refused) if refused is not None else "")

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _follow(self, changes: Changes) -> None:
        if changes.of(Community):
            self._show()

    def _show(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        logo = logo_of(community.logo)
        self.picture.setVisible(logo is not None)
        self.remove.setVisible(logo is not None and not self._session.workspace.read_only)
        if logo is not None:
            self.picture.setPixmap(_pixmap(logo, self.picture.height()))
            self.picture.setAccessibleName(_("Logo of {name}").format(name=community.name))


def small_png(file: Path) -> bytes:
    """A picture as a plain PNG on white, small enough to be kept, without anything else that the file says (a camera's place).

    Raises Refused where it is no picture, or too large a one.
    """
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    image = QImage() if size.width() * size.height() > _MOST_DOTS else reader.read()
    if image.isNull():
        raise Refused(
            _("“{name}” cannot be read as a picture. Choose a PNG or JPEG file that is not very large.").format(
                name=file.name
            )
        )
    for part in (1.0, 0.75, 0.5, 0.35):
        made = _plain(image, QSize(round(MOST_WIDE * part), round(MOST_HIGH * part)))
        if len(made) <= MOST_BYTES:
            return made
    raise Refused(_("“{name}” has too many colours for a logo. Choose a simpler picture.").format(name=file.name))


def _plain(image: QImage, room: QSize) -> bytes:
    size = image.size()
    if size.width() > room.width() or size.height() > room.height():
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    flat = QImage(size, QImage.Format.Format_RGB888)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, small)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    flat.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _pixmap(logo: Logo, height: int) -> QPixmap:
    made = QPixmap()
    made.loadFromData(logo.png, "PNG")
    return made.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
