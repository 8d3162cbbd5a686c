"""How figures are written: shares in percent, counts as they are, what is missing as a dash."""

from __future__ import annotations

from conspectus.evaluation.report import Cell
from conspectus.evaluation.scorers.score import Unit

MISSING = "–"


def written(value: float | None, unit: Unit) -> str:
    """One figure: `73 %`, `1,204`, `$0.0120`, `12.5`."""
    if value is None:
        return MISSING
    match unit:
        case "share":
            return f"{100 * value:.0f} %"
        case "usd":
            return f"${value:.4f}" if value else "$0"
        case "seconds":
            return f"{value:,.0f} s"
        case "count":
            return f"{value:,.1f}"
        case "words" | "tokens":
            return f"{value:,.0f}"


def with_interval(cell: Cell | None, unit: Unit, *, cases: int | None = None) -> str:
    """A mean with its interval: `73 % (61–85)`; a single case has none.

    Where all cases have the same figure the interval has no width: the resamples can't tell how rare another one is.
    Where fewer than `cases` had anything to measure, it says how many did: `73 % (61–85), 7 cases`.
    """
    if cell is None:
        return MISSING
    if cases is not None and cell.count < cases:
        return f"{with_interval(cell, unit)}, {cell.count} case{'s' if cell.count > 1 else ''}"
    if cell.count == 1 or cell.value == cell.low == cell.high == 0:
        return written(cell.value, unit)
    low, high = written(cell.low, unit), written(cell.high, unit)
    bare = [text.removesuffix(" %").removesuffix(" s").removeprefix("$") for text in (low, high)]
    return f"{written(cell.value, unit)} ({bare[0]}–{bare[1]})"
