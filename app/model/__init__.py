"""What exists and the rules about it, as plain Python: the standard library alone."""
