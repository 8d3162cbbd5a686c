"""`python -m conspectus` and `conspectus`: the program, which ends as promised also where it is interrupted early."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """The command line's `main`; an interrupt while it loads ends with one line and 130, as a later one does."""
    try:
        from conspectus.cli import main as program  # noqa: PLC0415 - loading is what may be interrupted
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)
    program()


if __name__ == "__main__":
    main()
