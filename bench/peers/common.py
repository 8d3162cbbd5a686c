"""The command line and the result that all peers share."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
GROUP = 20
"""Summaries that one merging call takes."""


def arguments() -> tuple[list[str], str, int]:
    """The articles' texts, the endpoint's address, and how many calls may be in flight."""
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=Path)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--concurrency", type=int, default=10_000)
    given = parser.parse_args()
    return (
        [path.read_text() for path in sorted(given.directory.glob("*.txt"))],
        given.base_url,
        given.concurrency,
    )


async def in_groups(summaries: Sequence[str], merge: Callable[[str], Awaitable[str]]) -> str:
    """All summaries as one text, merged twenty at a time, groups side by side."""
    level = list(summaries)
    while len(level) > 1:
        groups = [level[start : start + GROUP] for start in range(0, len(level), GROUP)]
        level = await asyncio.gather(*(merge("\n\n".join(group)) for group in groups))
    return level[0]


def limited(concurrency: int, work: Callable[[str], Awaitable[T]]) -> Callable[[str], Awaitable[T]]:
    """The work, done so many times at once at most."""
    slots = asyncio.Semaphore(concurrency)

    async def one(text: str) -> T:
        async with slots:
            return await work(text)

    return one


def report(articles: int, structured: bool) -> None:
    """What the benchmark reads."""
    sys.stdout.write(json.dumps({"articles": articles, "structured": structured}) + "\n")
