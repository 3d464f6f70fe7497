"""The window around the places: top bar, places on the left, status line, and the commands that are always
there.
"""
