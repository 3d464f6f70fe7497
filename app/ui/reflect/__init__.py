"""Reflect: meetings, their questions and what people answered, here and on the wall."""
