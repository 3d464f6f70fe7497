"""The words inside one Markdown block, cut into runs of one look."""

from __future__ import annotations

from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from app.model.page import Run, Runs

_PLAIN = Run("")


def read_runs(nodes: list[SyntaxTreeNode]) -> Runs:
    """Runs of words; neighbours that look the same are joined. Raises ValueError for what a run cannot hold."""
    joined: list[Run] = []
    for run in _walk(nodes, _PLAIN):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    if not joined:
        raise ValueError("there are no words here")
    return tuple(joined)


def _walk(nodes: list[SyntaxTreeNode], look: Run) -> list[Run]:
    found: list[Run] = []
    for node in nodes:
        match node.type:
            case "text":
                found.append(replace(look, text=node.content))
            case "softbreak":
                found.append(replace(look, text=" "))
            case "strong":
                found += _walk(node.children, replace(look, bold=True))
            case "em":
                found += _walk(node.children, replace(look, italic=True))
            case "link":
                found += _walk(node.children, _linked(look, str(node.attrs["href"])))
            case other:
                raise ValueError(f"words cannot hold {other}")
    return found


def _linked(look: Run, address: str) -> Run:
    kind, colon, rest = address.partition(":")
    if colon and rest and kind == "page":
        return replace(look, page=rest)
    if colon and rest and kind == "term":
        return replace(look, term=rest)
    raise ValueError(f"a web address stands alone in its paragraph: {address}")
