"""The circle: partners as dots in wedges and rings."""
