"""A page of the toolkit as blocks: the window and the PDF paint the same ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.model.phrases import N_
from app.model.schema import Choice

CALLOUTS = (
    Choice("note", N_("Good to know")),
    Choice("care", N_("Take care")),
    Choice("help", N_("If someone needs help")),
    Choice("try", N_("Try this")),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of one look. `term` is a glossary word's id, `page` the id of the page that the words lead to."""

    text: str
    bold: bool = False
    italic: bool = False
    term: str | None = None
    page: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page: level 2 or 3 (the page's title is level 1). `anchor` is unique in its page."""

    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with dots, or with numbers from 1."""

    ordered: bool
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, always with whose they are."""

    runs: Runs
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """A reflecting question as the toolkit prints it."""

    number: int
    text: str

    @property
    def origin(self) -> str:
        """What a step or a partner that came from this question remembers."""
        return f"question:{self.number}"


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A web address to copy; nothing opens it from here. A printed one stood in the toolkit and may have moved."""

    title: str
    address: str
    note: str = ""
    printed_in_toolkit: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks set apart; `kind` is a key of `CALLOUTS`."""

    kind: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | ListBlock | Quote | Question | LinkCard | Callout


@dataclass(frozen=True, slots=True)
class PageSource:
    """Where a page's facts come from; the address may be empty for what was only read on paper."""

    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, explained in a sentence or two."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`id` is "section/name", `order` its place in the section, `certainty` says in words what is sure and what is not.

    `pack` is the title of the content pack that brought it, empty for what came with the program.
    """

    id: str
    section: str
    title: str
    order: int
    summary: str
    blocks: tuple[Block, ...]
    sources: tuple[PageSource, ...]
    checked: date
    certainty: str
    keywords: tuple[str, ...] = ()
    pack: str = ""

    @property
    def origin(self) -> str:
        """What a step or a partner that came from this page remembers."""
        return f"page:{self.id}"


@dataclass(frozen=True, slots=True)
class Section:
    """One of the toolkit's sections; without pages when its text is not in hand, which `note` then says."""

    id: str
    title: str
    note: str = ""
    pages: tuple[Page, ...] = field(default=())


def words_of(runs: Runs) -> str:
    """The bare words."""
    return "".join(run.text for run in runs)


def plain_text(page: Page) -> str:
    """Everything a reader reads below the title, one block a line."""
    return "\n".join(text for block in page.blocks for text in lines_of(block))


def lines_of(block: Block) -> tuple[str, ...]:
    """The bare words of one block: a line for each paragraph, list item, link title, note and address."""
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            return (words_of(runs),)
        case ListBlock(items=items):
            return tuple(words_of(item) for item in items)
        case Quote(runs=runs, source=source):
            return (words_of(runs), source)
        case Question(text=text):
            return (text,)
        case LinkCard(title=title, address=address, note=note):
            return (title, note, address) if note else (title, address)
        case Callout(blocks=blocks):
            return tuple(text for inner in blocks for text in lines_of(inner))


def headings(page: Page) -> tuple[Heading, ...]:
    """The page's own list of contents."""
    return tuple(block for block in page.blocks if isinstance(block, Heading))


def links(page: Page) -> tuple[LinkCard, ...]:
    """Every web address on the page, also those inside callouts."""
    return tuple(block for block in _all_blocks(page.blocks) if isinstance(block, LinkCard))


def questions(page: Page) -> tuple[Question, ...]:
    """The reflecting questions on the page."""
    return tuple(block for block in _all_blocks(page.blocks) if isinstance(block, Question))


def runs_of(page: Page) -> tuple[Run, ...]:
    """Every run on the page, to look at its links and terms."""
    found: list[Run] = []
    for block in _all_blocks(page.blocks):
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs) | Quote(runs=runs):
                found += runs
            case ListBlock(items=items):
                found += [run for item in items for run in item]
            case _:
                pass
    return tuple(found)


def _all_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Callout):
            found += _all_blocks(block.blocks)
    return tuple(found)
