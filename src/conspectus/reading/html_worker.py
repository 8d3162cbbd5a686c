"""A large page, read in a process of its own: `python -m conspectus.reading.html_worker SECONDS MEMORY`.

A page can keep the extractor busy for minutes. Here it costs a process, which the caller ends. What `answered`
takes comes on standard input as JSON; what it returns goes to standard output.
"""

from __future__ import annotations

import json
import sys

from conspectus.reading.apart import limit_process


def main(arguments: list[str]) -> None:
    """Reads standard input and writes what is found in the page as JSON."""
    seconds, memory = map(float, arguments)
    limit_process(seconds, memory)
    from conspectus.reading.html import answered  # noqa: PLC0415 - after the limits, which then hold for it too

    json.dump(answered(json.load(sys.stdin.buffer)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
