"""The plan as a sheet: saved for others to change, and taken back in after a look at what they changed."""
