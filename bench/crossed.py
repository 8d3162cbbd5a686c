"""Prints how many conflicts are shown between events that have nothing to do with each other.

Two cases' articles are put together as if all were about one event (`python -m bench.crossed`; `--all` for every pair
of cases, else each with the next three by name). Whatever is shown to conflict across the two is wrong, which needs no
label, so that also the cases that nobody opens can be counted.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from itertools import combinations
from pathlib import Path

from conspectus.consolidate import consolidate
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.summarise import summarise

_CASES = Path("eval/cases")
_NEXT = 3


async def crossed(first: LoadedCase, second: LoadedCase) -> list[str]:
    """The kinds of the conflicts that are shown and have claims of both cases among their sides."""
    home = {article.id: case.case.id for case in (first, second) for article in case.articles.values()}
    articles = [*first.articles.values(), *second.articles.values()]
    summaries = [await summarise(article, None, max_output_tokens=1) for article in articles]
    made = await consolidate(articles, summaries, None, max_points=14, settled=[list(home)])
    of = {claim.id: {home[piece.article_id] for piece in claim.evidence} for claim in made.claims}
    return [
        conflict.kind.value
        for event in made.events
        for conflict in event.conflicts
        if len({case for side in conflict.sides for key in side.claim_ids for case in of[key]}) > 1
    ]


def main() -> None:
    """Prints the counts, of cases that rules were written on and of those that nobody has opened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every pair of cases")
    every = parser.parse_args().all
    cases = load_cases(_CASES)
    for opened in (True, False):
        chosen = [each for each in cases if each.case.developed_on is opened]
        pairs = [(a, b) for (n, a), (m, b) in combinations(enumerate(chosen), 2) if every or m - n <= _NEXT]
        kinds = Counter(kind for a, b in pairs for kind in asyncio.run(crossed(a, b)))
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        name = "opened" if opened else "unopened"
        print(f"{name}: {kinds.total()} conflicts across {len(pairs)} pairs of cases ({told})")  # noqa: T201


if __name__ == "__main__":
    main()
