"""The room behind Plan with ready ways to begin."""
