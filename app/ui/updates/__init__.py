"""Newer pages, help lines and versions of the program, which come as files."""
