"""The list by person: who has taken on what."""
