"""What dev.py does: prepares an environment, then runs, tests, measures or pictures the program."""
