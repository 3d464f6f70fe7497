"""The plan by person: who has taken on what."""
