"""Toolkit blocks as widgets: each paragraph its own label, so that a screen reader can go from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from html import escape

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from app.model.page import (
    CALLOUTS,
    Block,
    Callout,
    Heading,
    LinkCard,
    ListBlock,
    Paragraph,
    Question,
    Quote,
    Run,
    Term,
    lines_of,
    words_of,
)
from app.ui.learn.html import PAGE_LINK, TERM_LINK, Writer
from app.ui.learn.passage import Passage
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, QrCode, Words

# Per cent of BC Sans’s own line, which is 1.36 of its size: 1.62 in all.
LINE_HEIGHT, TIGHT = 119, 100
# Two pixels and more for each square of the longest printed address, so that a phone can read it off the screen.
QR_SIZE = 150
CALLOUT_LOOKS = {"note": ("info", "primary"), "care": ("triangle-alert", "gold"), "help": ("phone", "warn")}
CALLOUT_NAMES = {one.key: one.label for one in CALLOUTS}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a page's links and buttons ask for: another page by its id; to keep a copy of an address; to read a kept copy.

    `kept` are the kept copies' ids by address; without `keep` none can be added here.
    """

    follow: Callable[[str], object]
    read: Callable[[str], object]
    keep: Callable[[str], object] | None
    kept: Mapping[str, str]


class Painter:
    """Makes the widgets of a page's blocks, in their order: the passages know where they stand in the page's text."""

    def __init__(
        self, look: Look, terms: Mapping[str, Term], writer: Writer, wishes: Wishes, *, factor: float = 1.0
    ) -> None:
        self._look, self._terms, self._writer, self._wishes, self._factor = look, terms, writer, wishes, factor
        self._at = 0
        self._writes: list[tuple[Passage, Callable[[Writer], str]]] = []

    @property
    def passages(self) -> list[Passage]:
        """The passages that were made, in reading order."""
        return [passage for passage, _write in self._writes]

    def write_again(self, writer: Writer) -> None:
        """Write the passages anew with other highlights; those that stay the same are left alone."""
        for passage, write in self._writes:
            html = write(writer)
            if html != passage.text():
                passage.setText(html)

    def widget(self, block: Block) -> QWidget:
        """The widget that shows a block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._passage(block.runs)
            case ListBlock():
                return self._list(block)
            case Quote():
                return self._quote(block)
            case Question():
                return self._question(block)
            case LinkCard():
                return self._link(block)
            case Callout():
                return self._callout(block)

    def _heading(self, block: Heading) -> QWidget:
        size = self._look.text.heading + (2 if block.level <= 2 else 0)
        label = self._passage(block.runs, size, tight=True, look="b")
        label.setContentsMargins(0, self._look.space.small_gap, 0, 0)
        return label

    def _list(self, block: ListBlock) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space.tiny_gap)
        for number, runs in enumerate(block.items, 1):
            mark = f"{number}." if block.ordered else "•"
            row = QHBoxLayout()
            row.setSpacing(self._look.space.small_gap)
            label = QLabel(self._dressed(mark))
            label.setFixedWidth(self._look.px(22 * self._factor))
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._passage(runs), 1)
            column.addLayout(row)
        return box

    def _quote(self, block: Quote) -> QWidget:
        card = Card(self._look, tone="raised")
        card.add(self._passage(block.runs, look="i"))
        self._pass_over(block.source)
        if block.source:
            card.add(Words(block.source, "small", wrap=True))
        return card

    def _question(self, block: Question) -> QWidget:
        card = Card(self._look, tone="raised")
        row = QHBoxLayout()
        row.setSpacing(self._look.space.gap)
        number = Words(str(block.number), "title")
        number.set_tone("primary")
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._passage((Run(block.text),)), 1)
        card.add(row)
        return card

    def _link(self, block: LinkCard) -> QWidget:
        self._pass_over(*lines_of(block))
        card = Card(self._look, tone="raised")
        row = QHBoxLayout()
        row.setSpacing(self._look.space.gap)
        code = QrCode(segno.make(block.address, error="l").matrix, block.address, size=QR_SIZE)
        row.addWidget(code, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words = QVBoxLayout()
        words.setSpacing(self._look.space.tiny_gap)
        words.addWidget(Words(block.title, "strong", wrap=True))
        printed = _("Printed in the toolkit; it may have moved. It needs internet: scan it with a phone, or copy it.")
        other = _("It needs internet: scan it with a phone, or copy it.")
        words.addWidget(Words(block.note or (printed if block.printed_in_toolkit else other), "small", wrap=True))
        address = Words(_breakable(block.address), "small", wrap=True)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        address.setAccessibleName(block.address)
        words.addWidget(address)
        words.addWidget(self._link_buttons(block))
        row.addLayout(words, 1)
        card.add(row)
        return card

    def _link_buttons(self, block: LinkCard) -> QWidget:
        copy = Button(self._look, _("Copy the address"), icon="copy")
        copy.setAccessibleName(_("Copy the address of: {title}").format(title=block.title))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(block.address))
        buttons = [copy]
        kept, keep = self._wishes.kept.get(block.address), self._wishes.keep
        if kept is not None:
            read = Button(self._look, _("Read the copy kept here"), icon="file-text")
            read.setAccessibleName(_("Read the kept copy of: {title}").format(title=block.title))
            read.clicked.connect(lambda: self._wishes.read(kept))
            buttons.append(read)
        elif keep is not None:
            add = Button(self._look, _("Keep a copy here"), icon="file-plus")
            add.setAccessibleName(_("Keep a copy here of: {title}").format(title=block.title))
            add.clicked.connect(lambda: keep(block.address))
            buttons.append(add)
        box = QWidget()
        flow = FlowLayout(box)
        for one in buttons:
            flow.addWidget(one)
        return box

    def _callout(self, block: Callout) -> QWidget:
        icon, tone = CALLOUT_LOOKS.get(block.kind, ("sparkles", "primary"))
        card = Card(self._look, _(CALLOUT_NAMES[block.kind]), icon, tone)
        for one in block.blocks:
            card.add(self.widget(one))
        return card

    def _passage(self, runs: Sequence[Run], pixels: float = 0, *, tight: bool = False, look: str = "") -> Passage:
        """The next line of the page as a passage; `look` is b or i for all of it."""
        start, text = self._at, words_of(tuple(runs))

        def write(writer: Writer) -> str:
            html = writer.html(runs, start)
            return self._dressed(f"<{look}>{html}</{look}>" if look else html, pixels, tight=tight)

        label = Passage(write(self._writer), text, start)
        self._writes.append((label, write))
        self._at += len(text) + 1
        label.linkActivated.connect(self._go)
        label.linkHovered.connect(self._explain)
        return label

    def _dressed(self, html: str, pixels: float = 0, *, tight: bool = False) -> str:
        height = TIGHT if tight else LINE_HEIGHT
        size = round((pixels or self._look.text.reading) * self._factor)
        return f"<div style='line-height:{height}%; font-size:{size}px'>{html}</div>"

    def _pass_over(self, *lines: str) -> None:
        """Lines of the page that are shown and are no passages."""
        self._at += sum(len(one) + 1 for one in lines)

    def _go(self, address: str) -> None:
        if address.startswith(PAGE_LINK):
            self._wishes.follow(address.removeprefix(PAGE_LINK))
        else:
            self._explain(address)

    def _explain(self, address: str) -> None:
        """Say what a glossary word means, beside it."""
        term = self._terms.get(address.removeprefix(TERM_LINK)) if address.startswith(TERM_LINK) else None
        text = f"<p><b>{escape(term.word)}</b><br>{escape(term.meaning)}</p>" if term is not None else ""
        QToolTip.showText(QCursor.pos(), text)


def _breakable(address: str) -> str:
    """The address with places where a line may break: it has no spaces of its own."""
    return address.replace("/", "/\u200b").replace("-", "-\u200b")
