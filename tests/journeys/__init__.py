"""Whole stories through the real window."""
