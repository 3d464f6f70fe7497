"""The window. Qt stays in this room; each place has a folder of its own, and shares the widgets."""
