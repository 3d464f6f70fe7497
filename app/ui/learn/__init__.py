"""Learn: the toolkit's pages, to read, search and act on."""
