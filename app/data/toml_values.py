"""What TOML that others wrote may hold where a text is meant: a number or a list, and then nothing may go on as a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any


def are_texts(values: Iterable[object]) -> bool:
    """Whether all of them are texts."""
    return all(isinstance(one, str) for one in values)


def table_of(text: str, where: str) -> dict[str, Any]:
    """The table in a file's text. Raises ValueError naming `where` and the line."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"{where}: {error}") from error
