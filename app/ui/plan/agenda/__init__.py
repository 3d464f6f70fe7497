"""The agenda: the plan's open steps by day."""
