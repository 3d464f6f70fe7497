#!/usr/bin/env python3
"""The one command for people who work on Groundwork: python3 dev.py run, python3 dev.py test (--help lists the rest).

Only the check of the Python version is here, in words that an old Python can read; the rest is in development/.
"""

from __future__ import print_function

import os
import sys

NEEDED = (3, 11)


def main():
    """Refuse a Python that is too old in one sentence, or hand over to development/."""
    if sys.version_info < NEEDED:
        sys.stderr.write(
            "Groundwork needs Python %d.%d or newer, and this is Python %d.%d: install a newer one from your "
            "system's software centre or python.org, then run this again with it.\n"
            % (NEEDED + tuple(sys.version_info[:2]))
        )
        return 1
    root = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, root)
    from development.commands import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
