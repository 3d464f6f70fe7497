"""Copies of linked PDFs that a community keeps: the list of them, and the reader."""
