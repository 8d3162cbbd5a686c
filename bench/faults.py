"""What faults cost in time, in virtual time: `python -m bench.faults`.

For each seed the wall clock of 100 articles' summaries with the faults of `bench.load` over that without, and the same
for the longest chain of calls about one article with the waits that they were asked for, which no client spares. Then
the same for the whole briefing, whose calls are those of `bench.load faults`; and its seconds without faults, beside
those of its calls if no place in flight were ever free.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings
from tests.support.virtual import virtually

from bench.corpora import write
from bench.load import FAULTS, SEEDS, UNBOUNDED
from conspectus import abrief
from conspectus.llm import LanguageModel, open_model
from conspectus.model.article import Article
from conspectus.reading import read_inputs
from conspectus.settings import Settings
from conspectus.summarise import summarise


async def _seconds(articles: Sequence[Article], endpoint: SimulatedEndpoint, in_flight: int) -> float:
    async with open_model(_settings(in_flight), transport=endpoint) as model:
        await asyncio.gather(*(_one(article, model) for article in articles))
    return asyncio.get_running_loop().time()


async def _one(article: Article, model: LanguageModel | None) -> None:
    await summarise(article, model, max_output_tokens=3000)


async def _whole(articles: Sequence[Article], endpoint: SimulatedEndpoint, in_flight: int) -> float:
    await abrief(articles, settings=_settings(in_flight), transport=endpoint)
    return asyncio.get_running_loop().time()


def _settings(in_flight: int) -> Settings:
    # Faults are drawn by what is asked, the model's name included.
    return scripted_settings(concurrency=in_flight, model="simulated")


def main() -> None:
    """A row for each seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--in-flight", type=int, default=UNBOUNDED)
    parser.add_argument("--seeds", type=int, nargs="*", default=SEEDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        articles = read_inputs([write(Path(place) / "100", 100)]).articles
    heads = (
        "seed",
        "wall ÷ healthy",
        "longest chain ÷ healthy",
        "extra calls ÷ faults",
        "briefing ÷ healthy",
        "healthy briefing",
        "its calls in so many places",
    )
    sys.stdout.write(f"| {' | '.join(heads)} |\n{'| --- ' * len(heads)}|\n")
    for seed in given.seeds:
        healthy = virtually(_seconds(articles, SimulatedEndpoint(seed=seed), given.in_flight))
        endpoint = SimulatedEndpoint(seed=seed, **FAULTS)
        wall = virtually(_seconds(articles, endpoint, given.in_flight))
        chain = max(endpoint.chains.values())
        extra = f"{endpoint.sent - len(articles)}/{sum(endpoint.refused.values())}"
        sound, faulty = (SimulatedEndpoint(seed=seed, **faults) for faults in ({}, FAULTS))
        without, with_faults = (
            virtually(_whole(articles, each, given.in_flight)) for each in (sound, faulty)
        )
        cells = (
            seed,
            f"{wall / healthy:.2f}",
            f"{chain / healthy:.2f}",
            extra,
            f"{with_faults / without:.2f}",
            f"{without:.1f} s",
            f"{sound.served / given.in_flight:.1f} s",
        )
        sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
