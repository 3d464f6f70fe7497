"""Handing over: a page and a calendar file for each person who has taken something on."""
