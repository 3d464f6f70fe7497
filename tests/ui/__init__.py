"""The window, tried as people use it: real widgets on a screen that nobody sees."""
