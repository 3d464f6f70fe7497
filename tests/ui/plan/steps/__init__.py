"""The rows that the views of the plan share."""
