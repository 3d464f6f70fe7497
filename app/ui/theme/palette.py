"""The colours of a theme as a Qt palette, for what the style sheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Colours

Role = QPalette.ColorRole


def make_palette(colours: Colours) -> QPalette:
    """A palette whose every role comes from the theme."""
    palette = QPalette(QColor(colours.surface), QColor(colours.bg))
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


def _roles(c: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: c.bg,
        Role.WindowText: c.ink,
        Role.Base: c.surface,
        Role.AlternateBase: c.raised,
        Role.Text: c.ink,
        Role.PlaceholderText: c.muted,
        Role.Button: c.surface,
        Role.ButtonText: c.ink,
        Role.ToolTipBase: c.ink,
        Role.ToolTipText: c.surface,
        Role.Highlight: c.primary,
        Role.HighlightedText: c.on_primary,
        Role.Accent: c.primary,
        Role.Link: c.primary,
        Role.LinkVisited: c.primary,
        Role.BrightText: c.warn,
        Role.Light: c.surface,
        Role.Midlight: c.line,
        Role.Mid: c.edge,
        Role.Dark: c.edge,
        Role.Shadow: c.edge,
    }
