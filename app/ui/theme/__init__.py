"""The look of the program: named colours and sizes, fonts, icons and the style sheet made from them."""

from __future__ import annotations

from app.ui.theme.look import Look, make_look
from app.ui.theme.tokens import Colours, Sizes, Theme

__all__ = ["Colours", "Look", "Sizes", "Theme", "make_look"]
