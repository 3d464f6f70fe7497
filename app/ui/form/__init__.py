"""Forms and in-place editors made from a kind's declared fields."""
