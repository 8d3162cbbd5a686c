"""What a kill at any moment loses of what was paid for: `python -m bench.kills`.

First a run in peace: how long an answer of the endpoint is on its way into the cache, and how many are, on average
over the run. Then kills at moments drawn by chance from those in which answers come, each followed by the same run
again. `--beside` runs the program of other sources by turns with this one.
"""

from __future__ import annotations

import argparse
import compileall
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.endpoint.answers import REF
from bench.load import Bench, head, row
from bench.running import ROOT, Run, endpoint, lost

_LONGEST = 100_000
"""Characters of an answer; a briefing is longer."""


def underway(cache: Path, run: Run, records: Sequence[dict[str, Any]]) -> list[float]:
    """Milliseconds from each answer's sending to its being in the cache, for those that carry their mark."""
    shift = time.time() - time.perf_counter() + run.stats["began"]
    with closing(sqlite3.connect(cache / "cache.db")) as database:
        rows = database.execute("SELECT value, store_time FROM Cache WHERE length(value) < ?", (_LONGEST,))
        stored = {ref: at - shift for text, at in rows for ref in REF.findall(text)[:1]}
    return [
        1000 * (stored[record["ref"]] - record["ended"])
        for record in records
        if record["status"] == 200 and record["ref"] in stored
    ]


def peace(bench: Bench, sources: Sequence[Path], turns: int, size: int) -> tuple[float, float]:
    """A row for each run; when the first answer and the last one came, in seconds from the start."""
    ends: list[float] = []
    for turn in range(turns):
        for source in sources:
            bench.at.reset()
            cache = f"peace {turn} {source.parent.name}"
            done = bench.ours(size, cache=cache, source=source).run
            records = bench.at.records()
            took = underway(bench.place / cache, done, records)
            ends += (record["ended"] for record in records)
            row(
                source.parent.name,
                f"{done.wall:.1f} s",
                f"{done.wall / done.stats['critical_path']:.2f}",
                f"{1000 * done.cpu / size:.0f} ms",
                f"{done.megabytes:.0f} MB",
                f"{statistics.mean(took):.0f}, {statistics.quantiles(took, n=20)[-1]:.0f}, {max(took):.0f}",
                f"{sum(took) / 1000 / done.wall:.2f}",
            )
    return min(ends), max(ends)


def killed(bench: Bench, source: Path, number: int, after: float, size: int) -> None:
    """A row for a run that is killed after so many seconds, and the next one."""
    bench.at.reset()
    cache = f"killed {number} {source.parent.name}"
    first = bench.ours(size, cache=cache, kill_after=after, source=source).run
    then = bench.ours(size, cache=cache, source=source).run
    row(
        source.parent.name,
        f"{after:.1f} s",
        first.stats["answered"],
        then.stats["answered"],
        *lost(first, then).cells(),
    )


def main() -> None:
    """A table of runs in peace, and one of kills."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8918)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--peace", type=int, default=2, help="runs in peace")
    parser.add_argument("--beside", type=Path, nargs="*", default=[], help="the src of another state")
    given = parser.parse_args()
    sources = [ROOT / "src", *given.beside]
    for source in sources:
        compileall.compile_dir(source / "conspectus", quiet=1)
    dice = random.Random(7)  # noqa: S311 - reproducible
    with tempfile.TemporaryDirectory() as place, endpoint(given.port) as at:
        bench = Bench(at, Path(place))
        columns = ("wall", "÷ bound", "CPU an article", "memory", "ms on the way: mean, p95, most")
        head("In peace", "program", *columns, "answers on the way")
        began, ended = peace(bench, sources, given.peace, given.size)
        columns = ("paid twice", "sent after the kill", "unread", "read", "ms from sent to kill")
        head("Killed", "program", "after", "answers before", "in all", *columns)
        for number in range(given.kills):
            after = dice.uniform(began, ended)
            for source in sources:
                killed(bench, source, number, after, given.size)


if __name__ == "__main__":
    main()
