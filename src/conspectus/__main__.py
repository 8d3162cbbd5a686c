"""`python -m conspectus` is `conspectus`."""

from __future__ import annotations

from conspectus.cli import main

if __name__ == "__main__":
    main()
