"""Home: how the community stands, what comes next, and who is missing."""
