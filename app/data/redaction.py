"""Takes words out of a history for good, and leaves everything else of it as it is: who changed what after what stays true.

It works on Loro's JSON of all changes (https://loro.dev/docs/advanced/import_batch, "JSON updates"): a value set in a map
becomes null, letters put into a text become as many replacement characters. No change goes, so that a copy which knows
the same changes can still be joined with it: by what the one lacks and the other has, since Loro refuses a change that it knows
with other words in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from app.data.history import History

_GONE = "\N{REPLACEMENT CHARACTER}"
_ROOT = "cid:root-"


@dataclass(frozen=True, slots=True)
class Written:
    """Something that was written at some time: a value of a field, or letters put into a long text."""

    kind: str
    id: str
    field: str
    value: Any


class Changes:
    """All changes of one history, to be looked through and redacted."""

    def __init__(self, history: History) -> None:
        self._whole = cast("dict[str, Any]", json.loads(history.as_text()))

    def written(self) -> Iterator[Written]:
        """Everything that was ever written into a record."""
        for _operation, one in self._all():
            yield one

    def redact(self, wanted: Callable[[Written], bool]) -> int:
        """Take out what is wanted; answers with how many changes had words in them that are gone now."""
        count = 0
        for content, one in self._all():
            if one.field == "+" or not wanted(one):
                continue
            if "text" in content:
                content["text"] = _GONE * len(content["text"])
            else:
                content["value"] = None
            count += 1
        return count

    def history(self) -> History:
        """The history as it is now. Raises HistoryDamaged."""
        return History.from_text(json.dumps(self._whole, ensure_ascii=False))

    def _all(self) -> Iterator[tuple[dict[str, Any], Written]]:
        for change in self._whole["changes"]:
            for operation in change["ops"]:
                content = operation["content"]
                container = str(operation["container"])
                if content["type"] != "insert" or not container.startswith(_ROOT):
                    continue
                name, _colon, sort = container.removeprefix(_ROOT).rpartition(":")
                kind, record_id, field = (*name.split(".", 2), "", "")[:3]
                if sort == "Text":
                    yield content, Written(kind, record_id, field, content["text"])
                elif sort == "Map":
                    yield content, Written(kind, record_id, str(content["key"]), content["value"])
