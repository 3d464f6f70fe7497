"""The agenda: what is due when."""
