"""What the board, the list by person and the agenda share: rows of steps under headings, with their keys."""
