"""Toolkit blocks as widgets: each paragraph its own label, so that a screen reader can go from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from gettext import gettext as _
from html import escape

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from app.model.finding import fold
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
)
from app.ui.theme import Look
from app.ui.widgets import Button, Card, QrCode, Words

# Per cent of BC Sans’s own line, which is 1.36 of its size: 1.62 in all.
LINE_HEIGHT, TIGHT = 119, 100
# Two pixels and more for each square of the longest printed address, so that a phone can read it off the screen.
QR_SIZE = 150
PAGE_LINK, TERM_LINK = "page:", "term:"
CALLOUT_LOOKS = {"note": ("info", "primary"), "care": ("triangle-alert", "gold"), "help": ("phone", "warn")}
CALLOUT_NAMES = {one.key: one.label for one in CALLOUTS}


class Painter:
    """Makes the widgets of a page's blocks. `wanted` are folded words to highlight; `follow` is given a page's id."""

    def __init__(
        self, look: Look, terms: Mapping[str, Term], wanted: Sequence[str], follow: Callable[[str], object]
    ) -> None:
        self._look, self._terms, self._wanted, self._follow = look, terms, wanted, follow

    def widget(self, block: Block) -> QWidget:
        """The widget that shows a block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._text(self._html(block.runs))
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
        label = self._text(f"<b>{self._html(block.runs)}</b>", size, tight=True)
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
            label = self._text(mark)
            label.setFixedWidth(self._look.px(22))
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._text(self._html(runs)), 1)
            column.addLayout(row)
        return box

    def _quote(self, block: Quote) -> QWidget:
        card = Card(self._look, tone="raised")
        card.add(self._text(f"<i>{self._html(block.runs)}</i>"))
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
        row.addWidget(self._text(self._marked(block.text)), 1)
        card.add(row)
        return card

    def _link(self, block: LinkCard) -> QWidget:
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
        copy = Button(self._look, _("Copy the address"), icon="copy")
        copy.setAccessibleName(_("Copy the address of: {title}").format(title=block.title))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(block.address))
        words.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        card.add(row)
        return card

    def _callout(self, block: Callout) -> QWidget:
        icon, tone = CALLOUT_LOOKS.get(block.kind, ("sparkles", "primary"))
        card = Card(self._look, _(CALLOUT_NAMES[block.kind]), icon, tone)
        for one in block.blocks:
            card.add(self.widget(one))
        return card

    def _text(self, html: str, pixels: int | None = None, *, tight: bool = False) -> QLabel:
        height = TIGHT if tight else LINE_HEIGHT
        size = pixels or self._look.text.reading
        label = QLabel(f"<div style='line-height:{height}%; font-size:{size}px'>{html}</div>")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setOpenExternalLinks(False)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if "<a " in html:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        label.setTextInteractionFlags(flags)
        label.linkActivated.connect(self._go)
        label.linkHovered.connect(self._explain)
        return label

    def _go(self, address: str) -> None:
        if address.startswith(PAGE_LINK):
            self._follow(address.removeprefix(PAGE_LINK))
        else:
            self._explain(address)

    def _explain(self, address: str) -> None:
        """Say what a glossary word means, beside it."""
        term = self._terms.get(address.removeprefix(TERM_LINK)) if address.startswith(TERM_LINK) else None
        text = f"<p><b>{escape(term.word)}</b><br>{escape(term.meaning)}</p>" if term is not None else ""
        QToolTip.showText(QCursor.pos(), text)

    def _html(self, runs: Sequence[Run]) -> str:
        return "".join(self._run(one) for one in runs)

    def _run(self, run: Run) -> str:
        html = self._marked(run.text)
        if run.bold:
            html = f"<b>{html}</b>"
        if run.italic:
            html = f"<i>{html}</i>"
        if run.page:
            colour = self._look.colours.primary
            html = f"<a href='{PAGE_LINK}{escape(run.page)}' style='color:{colour}'>{html}</a>"
        elif run.term and run.term in self._terms:
            ink = self._look.colours.ink
            html = f"<a href='{TERM_LINK}{escape(run.term)}' style='color:{ink}'>{html}</a>"
        return html

    def _marked(self, text: str) -> str:
        """The text escaped, with every word that begins with a wanted one on a coloured ground."""
        if not self._wanted:
            return escape(text)
        ground, ink = self._look.colours.gold_soft, self._look.colours.ink
        parts: list[str] = []
        for word in text.split(" "):
            hit = any(fold(word.strip("“”\"'(),.;:?!")).startswith(one) for one in self._wanted)
            safe = escape(word)
            parts.append(f"<span style='background-color:{ground}; color:{ink}'>{safe}</span>" if hit else safe)
        return " ".join(parts)


def _breakable(address: str) -> str:
    """The address with places where a line may break: it has no spaces of its own."""
    return address.replace("/", "/\u200b").replace("-", "-\u200b")
