"""Claims with their evidence and what the mechanical gate must say, from `tests/data/gate`: invented, on many subjects.

Each block is a piece of evidence behind `=`, `>` and a publication date where one is needed, and below it claims: `+`
for one that the evidence supports, otherwise the kind of the mismatch that must be among the reasons.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parent.parent / "data" / "gate"


class Row(NamedTuple):
    """One claim; `expected` is a kind of mismatch, or None where the claim is supported."""

    evidence: str
    claim: str
    expected: str | None
    published: date | None


def rows() -> list[Row]:
    """All rows of all tables."""
    return [
        row for table in sorted(_TABLES.glob("*.txt")) for row in _read(table.read_text(encoding="utf-8"))
    ]


def _read(table: str) -> list[Row]:
    found: list[Row] = []
    evidence, published = "", None
    for line in table.splitlines():
        head, _, rest = line.partition(" ")
        if head in ("", "#"):
            continue
        if head == "=":
            evidence, published = rest.strip(), None
        elif head == ">":
            published = date.fromisoformat(rest.strip())
        else:
            found.append(Row(evidence, rest.strip(), None if head == "+" else head, published))
    return found
