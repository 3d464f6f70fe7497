"""Safekeeping: backups that make themselves, what they hold, and the way back to one."""
