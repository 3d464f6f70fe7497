"""Finding anything: toolkit pages, partners and steps, from one box."""
