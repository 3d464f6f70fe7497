"""The window: everything that imports Qt.

One folder a place, and `theme`, `widgets` and `frame` that they share.
"""
