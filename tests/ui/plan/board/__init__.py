"""The board: steps in columns by how they stand."""
