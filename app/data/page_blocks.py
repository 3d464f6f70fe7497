"""Markdown into the blocks of a page. What a page cannot show is refused with its line, never dropped.

Beyond plain Markdown: `[words](page:section/name)` leads to a page, `[words](term:id)` explains a word, a web address
stands alone in its paragraph with `"printed: note"` or `"note"` as its title, and a quoted block may begin with
`[!note]`, `[!care]`, `[!help]`, `[!try]` or `[!question 3]`; any other quoted block ends with a line `— whose words`.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from app.data.page_runs import read_runs
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
    Runs,
    words_of,
)

_MARK = re.compile(r"\[!(\w+)(?: (\d+))?\]\s*")
_PRINTED = re.compile(r"printed(?:: *)?")
_BY = "— "
_CALLOUTS = {one.key for one in CALLOUTS}


def read_blocks(markdown: str, where: str, before: int = 0) -> tuple[Block, ...]:
    """The blocks of a page's text. `before` is the number of lines above it in the file `where`, to name a line."""
    root = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).parse(markdown))
    return _Reader(where, before).blocks(root.children)


class _Reader:
    """Keeps the anchors of one page apart."""

    def __init__(self, where: str, before: int) -> None:
        self._where = where
        self._before = before
        self._anchors: set[str] = set()

    def blocks(self, nodes: list[SyntaxTreeNode]) -> tuple[Block, ...]:
        """One block for each node."""
        return tuple(self._block(node) for node in nodes)

    def _block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                return self._paragraph(node)
            case "bullet_list" | "ordered_list":
                items = tuple(self._item(item) for item in node.children)
                return ListBlock(ordered=node.type == "ordered_list", items=items)
            case "blockquote":
                return self._quoted(node)
            case other:
                raise self._broken(node, f"a page cannot show {other}")

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        level = int(node.tag[1:])
        if level not in (2, 3):
            raise self._broken(node, "headings inside a page are of level 2 or 3")
        runs = self._runs(node)
        return Heading(level, runs, self._anchor(words_of(runs)))

    def _anchor(self, words: str) -> str:
        plain = unicodedata.normalize("NFKD", words.casefold())
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "part"
        anchor, number = base, 2
        while anchor in self._anchors:
            anchor, number = f"{base}-{number}", number + 1
        self._anchors.add(anchor)
        return anchor

    def _paragraph(self, node: SyntaxTreeNode) -> Block:
        inline = node.children[0].children
        if len(inline) == 1 and inline[0].type == "link":
            address = str(inline[0].attrs["href"])
            if address.startswith(("https://", "http://")):
                return self._card(inline[0], address)
        return Paragraph(self._runs(node))

    def _card(self, link: SyntaxTreeNode, address: str) -> LinkCard:
        title = "".join(child.content for child in link.children)
        note = str(link.attrs.get("title", ""))
        printed = _PRINTED.match(note)
        return LinkCard(title, address, note[printed.end() :] if printed else note, printed is not None)

    def _item(self, node: SyntaxTreeNode) -> Runs:
        if [child.type for child in node.children] != ["paragraph"]:
            raise self._broken(node, "a list's item is one paragraph")
        return self._runs(node.children[0])

    def _quoted(self, node: SyntaxTreeNode) -> Block:
        first = node.children[0] if node.children else node
        if first.type != "paragraph":
            raise self._broken(node, "a quoted block begins with a paragraph")
        runs = self._runs(first)
        mark = _MARK.match(runs[0].text)
        if mark is None:
            return self._quote(node)
        rest = _without(runs, mark.end())
        if mark[1] == "question" and mark[2] and len(node.children) == 1 and rest:
            return Question(int(mark[2]), words_of(rest))
        if mark[1] not in _CALLOUTS or mark[2]:
            raise self._broken(node, f"nobody knows {mark[0]}")
        opening: tuple[Block, ...] = (Paragraph(rest),) if rest else ()
        return Callout(mark[1], opening + self.blocks(node.children[1:]))

    def _quote(self, node: SyntaxTreeNode) -> Quote:
        if [child.type for child in node.children] != ["paragraph", "paragraph"]:
            raise self._broken(node, "a quote is one paragraph and, below it, whose words they are")
        words, by = (self._runs(child) for child in node.children)
        source = words_of(by)
        if not source.startswith(_BY):
            raise self._broken(node, f"a quote ends with {_BY!r} and whose words they are")
        return Quote(words, source.removeprefix(_BY))

    def _runs(self, node: SyntaxTreeNode) -> Runs:
        try:
            return read_runs(node.children[0].children if node.children else [])
        except ValueError as error:
            raise self._broken(node, str(error)) from error

    def _broken(self, node: SyntaxTreeNode, why: str) -> ValueError:
        line = (node.map[0] if node.map else 0) + self._before + 1
        return ValueError(f"{self._where}, line {line}: {why}")


def _without(runs: Runs, letters: int) -> Runs:
    first = runs[0].text[letters:]
    return (Run(first, runs[0].bold, runs[0].italic), *runs[1:]) if first else runs[1:]
