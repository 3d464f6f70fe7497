"""A meeting on the wall: one question at a time, full screen, and nothing else of the program."""
