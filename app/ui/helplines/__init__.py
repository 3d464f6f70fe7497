"""Help lines: one press away from everywhere."""
