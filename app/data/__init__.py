"""The community file (one file, one door for every edit) and the toolkit library. The only room with SQL and Loro in it."""
