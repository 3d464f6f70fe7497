"""The pieces every place is built from.

Each takes the `Look` first and follows it when theme or text size change.

**Ground.** `Page` (fills the window: tables, outlines) or `ScrollPage` (a column that scrolls); both set
the margin (28) and the gap between cards (18). `PageHeader` comes first: what the page answers, how things
stand, what is missing. `Card` holds what belongs together; `Card(bare=True)` is for a table that reaches
its edges. `Columns` puts cards side by side while there is room. `EmptyState` stands where there is nothing
yet. `FlowLayout` breaks a row of small things into lines.

**Words.** `Words(text, role)` for every label: it shows plain text, so what people typed can never act as
markup. `ElidedWords` for one line that may be cut. Text sizes come from the role; never set a font size by
hand.

**Actions.** One `Button(kind="primary")` a page; the others plain; `quiet` inside cards; `danger` for what
takes away; `IconButton` always has a name. `Segmented` picks a view. `Menu` for more. `CheckBox` for yes
and no.

**How it stands.** `Chip` and `ProgressBar` always carry words; colour is never the only sign. In tables, a
model gives a `Cell` for `CELL_ROLE` and `TableView`, `TreeView` or `ListView` draw it.

**What people enter.** `LineField`, `LongField`, `NumberField`, `ChoiceField`, `DateField`, `TagField`,
`Rating`: label above, hint and error below; `edited(value)` when the entry counts. See `Field` for how a refusal keeps what
was typed.

**Saying something.** `Banner` for one calm sentence with perhaps an action; no message boxes.

Spaces: `look.space.margin` 28 around a page, `gap` 18 between cards, `card` 20 inside one, `small_gap` 10
between rows and buttons, `tiny_gap` 6 between things that are one. Pixels that hold text: `look.px(n)`, so
they grow with it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

# The first window needs a few of them, and shows before the others are loaded (PEP 562).
if TYPE_CHECKING:
    from app.model.days import read_day, write_day
    from app.ui.widgets.banner import Banner
    from app.ui.widgets.buttons import Button, IconButton
    from app.ui.widgets.card import Card
    from app.ui.widgets.cells import CELL_ROLE, Cell, CellDelegate
    from app.ui.widgets.check import CheckBox
    from app.ui.widgets.chip import Chip
    from app.ui.widgets.clearing import clear
    from app.ui.widgets.columns import Columns
    from app.ui.widgets.date_field import DateField
    from app.ui.widgets.empty import EmptyState
    from app.ui.widgets.field import Field
    from app.ui.widgets.fields import ChoiceField, LineField, LongField
    from app.ui.widgets.flow import FlowLayout
    from app.ui.widgets.header import PageHeader
    from app.ui.widgets.menu import Menu
    from app.ui.widgets.number_field import NumberField
    from app.ui.widgets.page import Ground, Page, ScrollPage
    from app.ui.widgets.press_row import PressRow
    from app.ui.widgets.progress import ProgressBar
    from app.ui.widgets.qr import QrCode
    from app.ui.widgets.rating import Rating
    from app.ui.widgets.search_field import SearchField
    from app.ui.widgets.segmented import Segmented
    from app.ui.widgets.tables import ListView, TableView, TreeView
    from app.ui.widgets.tag_field import TagField
    from app.ui.widgets.words import ElidedWords, Picture, Words, rule

__all__ = [
    "CELL_ROLE",
    "Banner",
    "Button",
    "Card",
    "Cell",
    "CellDelegate",
    "CheckBox",
    "Chip",
    "ChoiceField",
    "Columns",
    "DateField",
    "ElidedWords",
    "EmptyState",
    "Field",
    "FlowLayout",
    "Ground",
    "IconButton",
    "LineField",
    "ListView",
    "LongField",
    "Menu",
    "NumberField",
    "Page",
    "PageHeader",
    "Picture",
    "PressRow",
    "ProgressBar",
    "QrCode",
    "Rating",
    "ScrollPage",
    "SearchField",
    "Segmented",
    "TableView",
    "TagField",
    "TreeView",
    "Words",
    "clear",
    "read_day",
    "rule",
    "write_day",
]

_WHERE = {
    "Banner": "app.ui.widgets.banner",
    "Button": "app.ui.widgets.buttons",
    "CELL_ROLE": "app.ui.widgets.cells",
    "Card": "app.ui.widgets.card",
    "Cell": "app.ui.widgets.cells",
    "CellDelegate": "app.ui.widgets.cells",
    "CheckBox": "app.ui.widgets.check",
    "Chip": "app.ui.widgets.chip",
    "ChoiceField": "app.ui.widgets.fields",
    "Columns": "app.ui.widgets.columns",
    "DateField": "app.ui.widgets.date_field",
    "ElidedWords": "app.ui.widgets.words",
    "EmptyState": "app.ui.widgets.empty",
    "Field": "app.ui.widgets.field",
    "FlowLayout": "app.ui.widgets.flow",
    "Ground": "app.ui.widgets.page",
    "IconButton": "app.ui.widgets.buttons",
    "LineField": "app.ui.widgets.fields",
    "ListView": "app.ui.widgets.tables",
    "LongField": "app.ui.widgets.fields",
    "Menu": "app.ui.widgets.menu",
    "NumberField": "app.ui.widgets.number_field",
    "Page": "app.ui.widgets.page",
    "PageHeader": "app.ui.widgets.header",
    "Picture": "app.ui.widgets.words",
    "PressRow": "app.ui.widgets.press_row",
    "ProgressBar": "app.ui.widgets.progress",
    "QrCode": "app.ui.widgets.qr",
    "Rating": "app.ui.widgets.rating",
    "ScrollPage": "app.ui.widgets.page",
    "SearchField": "app.ui.widgets.search_field",
    "Segmented": "app.ui.widgets.segmented",
    "TableView": "app.ui.widgets.tables",
    "TagField": "app.ui.widgets.tag_field",
    "TreeView": "app.ui.widgets.tables",
    "Words": "app.ui.widgets.words",
    "clear": "app.ui.widgets.clearing",
    "read_day": "app.model.days",
    "rule": "app.ui.widgets.words",
    "write_day": "app.model.days",
}


def __getattr__(name: str) -> Any:
    """The piece of that name, loaded when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(name)
    found = getattr(importlib.import_module(_WHERE[name]), name)
    globals()[name] = found
    return found
