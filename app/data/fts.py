"""What people type into a search box, as a safe FTS5 expression over folded text (`app.model.finding`)."""

from __future__ import annotations

from app.model.finding import wanted_words

# Folding is done before the text comes here; the tokenizer only has to split at spaces.
TOKENIZE = "unicode61 remove_diacritics 0"


def match_expression(typed: str) -> str | None:
    """Every word must occur, the last one as a beginning; None when there is no letter or digit in what was typed."""
    found = wanted_words(typed)
    if not found:
        return None
    return " ".join(f'"{word}"' for word in found) + "*"
