"""Settings: how the program looks on this computer, and what it is."""
