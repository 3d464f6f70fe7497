"""The first thing people see: create or open a community file, or look around in the sample."""
