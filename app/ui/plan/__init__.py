"""Plan: the community's action plan as an outline."""
