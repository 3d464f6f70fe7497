"""Paper in a meeting: filled worksheets read back in, and handwritten ones typed in."""
