"""Strategies that make up files: sound ones with a few things done to them, and texts put together from a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.everything import packed, parts_of

Bytes = st.SearchStrategy[bytes]
# Numbers that programs stumble over, as they stand in files.
_EDGES = (b"\0" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\x01", b"\xff\xff\xff\x7f", b"\0" * 64)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to a file: `sort` at the part `at` (0 to 1) of it, over `span` bytes, with `words`."""

    sort: str
    at: float
    span: int
    words: bytes

    def done_to(self, content: bytes) -> bytes:
        """The file after it."""
        here = min(len(content), int(self.at * len(content)))
        before, held, after = content[:here], content[here : here + self.span], content[here + self.span :]
        match self.sort:
            case "flip":
                bit = 1 << (self.span % 8)
                return before + bytes(one ^ bit for one in content[here : here + 1]) + content[here + 1 :]
            case "cut":
                return before + after
            case "twice":
                return before + held + held + after
            case "zero":
                return before + bytes(len(held)) + after
            case "end":
                return before
            case "over":
                return before + self.words + content[here + len(self.words) :]
            case _:
                return before + self.words + content[here:]


STAYING = ("flip", "zero", "over", "over", "end")
SORTS = ("flip", "cut", "twice", "zero", "end", "over", "over", "in", "in")


def changes(words: Sequence[bytes] = (), sorts: Sequence[str] = SORTS) -> st.SearchStrategy[list[Change]]:
    """A few things that can be done to a file; `words` mean something in it."""
    texts = st.sampled_from([*words, *_EDGES]) | st.binary(max_size=12)
    one = st.builds(Change, st.sampled_from(sorts), st.floats(0, 1), st.integers(1, _LONGEST), texts)
    return st.lists(one, max_size=5)


def changed(content: bytes, done: Sequence[Change]) -> bytes:
    """A file with all of it done."""
    for one in done:
        content = one.done_to(content)
    return content


def damaged(seeds: Sequence[bytes], words: Sequence[bytes] = ()) -> Bytes:
    """Sound files with a few things done to them."""
    return st.builds(changed, st.sampled_from(list(seeds)), changes(words))


def damaged_in_place(seeds: Sequence[bytes], words: Sequence[bytes] = ()) -> Bytes:
    """The same where nothing else in the file moves."""
    return st.builds(changed, st.sampled_from(list(seeds)), changes(words, STAYING))


def put_together(words: Sequence[bytes], most: int = 60) -> Bytes:
    """Files put together from words that mean something in them, and from others."""
    text = st.text(max_size=12).map(lambda one: one.encode("utf-8", "replace"))
    return st.lists(st.sampled_from(list(words)) | text | st.binary(max_size=6), max_size=most).map(b"".join)


def damaged_inside(seeds: Sequence[bytes], wanted: Callable[[str], bool], words: Sequence[bytes]) -> Bytes:
    """Zips that are sound themselves, with a few things done to one of the files in them."""
    held = [parts_of(one) for one in seeds]
    places = [(n, name) for n, parts in enumerate(held) for name in parts if wanted(name)]

    def make(place: tuple[int, str], done: list[Change]) -> bytes:
        number, name = place
        return packed({**held[number], name: changed(held[number][name], done)})

    return st.builds(make, st.sampled_from(places), changes(words))
