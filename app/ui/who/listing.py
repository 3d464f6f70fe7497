"""Who the table lists and in which order: found by the words that were typed, sorted by one column."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.model.finding import folded, wanted_words
from app.model.partner import Partner


class Listing:
    """Quick enough to be asked at every key: each partner's text is folded once, and longer words search in what shorter
    ones have found.

    `text_of` says what a partner is found by, `key_of(partner, field)` what a column is sorted by: nothing comes last.
    """

    def __init__(self, text_of: Callable[[Partner], str], key_of: Callable[[Partner, str], str]) -> None:
        self._text_of, self._key_of = text_of, key_of
        self._partners: dict[str, Partner] = {}
        self._texts: dict[str, str] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self._wanted: list[str] = []
        self._found: frozenset[str] | None = None
        self._ordered: list[Partner] | None = None
        self.field, self.descending = "name", False

    @property
    def found(self) -> frozenset[str] | None:
        """Ids of those who hold the words; None while none are typed."""
        return self._found

    def show(self, partners: Iterable[Partner]) -> None:
        """List others; what was found out about those before is forgotten."""
        self._partners = {one.id: one for one in partners}
        self._texts.clear()
        self._keys.clear()
        self._ordered = None
        self._find(self._partners)

    def put(self, partner: Partner) -> None:
        """Add a partner, or list a changed one. Who was found stays until other words are typed: a row does not vanish under
        the hand that changes it.
        """
        self._forget(partner.id)
        self._partners[partner.id] = partner
        if self._found is not None and self._holds(partner.id):
            self._found |= {partner.id}

    def take(self, partner_id: str) -> None:
        """Take a partner out."""
        self._forget(partner_id)
        self._partners.pop(partner_id, None)
        if self._found is not None:
            self._found -= {partner_id}

    def search(self, typed: str) -> None:
        """List those who hold every one of the words as the beginning of a word."""
        before, self._wanted = self._wanted, wanted_words(typed)
        if before == self._wanted:
            return
        narrower = len(self._wanted) >= len(before) and all(
            new.startswith(old) for new, old in zip(self._wanted, before, strict=False)
        )
        self._find(self._found if narrower and self._found is not None else self._partners)

    def sort(self, field: str, *, descending: bool) -> None:
        """Sort by another column, or the other way round."""
        if field != self.field:
            self._keys.clear()
        self.field, self.descending = field, descending
        self._ordered = None

    def rows(self) -> list[Partner]:
        """Those who are listed, in their order."""
        if self._ordered is None:
            self._ordered = self._order()
        found = self._found
        return list(self._ordered) if found is None else [one for one in self._ordered if one.id in found]

    def prepare(self, count: int) -> bool:
        """Fold the texts of so many more, while nobody is waiting; whether there are more to do."""
        waiting = [one for one in self._partners if one not in self._texts][:count]
        for one in waiting:
            self._text(one)
        return len(waiting) == count

    # -- inside -------------------------------------------------------------------------------------------

    def _forget(self, partner_id: str) -> None:
        self._texts.pop(partner_id, None)
        self._keys.pop(partner_id, None)
        self._ordered = None

    def _find(self, among: Iterable[str]) -> None:
        self._found = frozenset(one for one in among if self._holds(one)) if self._wanted else None

    def _holds(self, partner_id: str) -> bool:
        text = self._text(partner_id)
        return all(f" {word}" in text for word in self._wanted)

    def _text(self, partner_id: str) -> str:
        """The folded words with a space before each: what begins a word is found by one look through the letters."""
        text = self._texts.get(partner_id)
        if text is None:
            text = self._texts[partner_id] = " " + folded(self._text_of(self._partners[partner_id]))
        return text

    def _order(self) -> list[Partner]:
        """Who has nothing in the column comes last, whichever way it is sorted; who has the same is in order of name."""
        keys = self._keys
        for key, one in self._partners.items():
            if key not in keys:
                keys[key] = (self._key_of(one, self.field), self._key_of(one, "name"))
        by_name = sorted(self._partners.values(), key=lambda one: (keys[one.id][1], one.id))
        filled = [one for one in by_name if keys[one.id][0]]
        filled.sort(key=lambda one: keys[one.id][0], reverse=self.descending)
        return [*filled, *(one for one in by_name if not keys[one.id][0])]
