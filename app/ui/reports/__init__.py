"""Print and share: what can be made from the community file, for whom, and where it goes."""
