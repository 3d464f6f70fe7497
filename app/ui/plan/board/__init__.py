"""The board: the plan's steps in columns by how they stand."""
