"""What filling in blanks finds in short reports: `python -m conspectus.evaluation.blanks dev6 dev7`.

The cases of `eval/plain` are put to the pipeline without a model, and again with the embedded model, which is asked to
fill in blanks and nothing else. It needs the model; what it has answered once it is not asked again.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.consolidate import consolidate
from conspectus.errors import ConspectusError
from conspectus.evaluation.plain import ROOT, PlainCase, Read, articles_of, load_plain, read_as
from conspectus.evaluation.statistics import wilson
from conspectus.llm import CallRecord, LanguageModel, open_model
from conspectus.model.briefing import ConflictKind
from conspectus.settings import Settings
from conspectus.summarise import summarise

if TYPE_CHECKING:
    import httpx2

KEPT = "blanks.md"
_ASKED = (ConflictKind.NUMBER, ConflictKind.DATE)
_HEADS = (
    "",
    "cases",
    "right by code",
    "right with blanks",
    "found by code",
    "found with blanks",
    "of amounts and times",
    "questions",
)


@dataclass
class Done:
    """A split's cases by code alone, and with blanks, and what it took to fill these in."""

    alone: list[Read] = field(default_factory=list)
    filled: list[Read] = field(default_factory=list)
    calls: list[CallRecord] = field(default_factory=list)


async def done(
    cases: Sequence[PlainCase], settings: Settings, *, transport: httpx2.AsyncBaseTransport | None = None
) -> Done:
    """The cases by code alone and with blanks; `transport` is for `open_model`, which says what is raised."""
    found = Done()
    async with open_model(settings, on_call=found.calls.append, transport=transport) as model:
        for case in cases:
            found.alone.append(await _read(case, settings, None))
            found.filled.append(await _read(case, settings, model))
    return found


async def _read(case: PlainCase, settings: Settings, filler: LanguageModel | None) -> Read:
    articles = articles_of(case)
    summaries = [
        await summarise(article, None, max_output_tokens=settings.max_output_tokens) for article in articles
    ]
    told = await consolidate(articles, summaries, None, max_points=settings.max_points, filler=filler)
    return read_as(case, articles, told)


def report(found: Mapping[str, Done], model: str) -> str:
    """The figures as Markdown."""
    return "\n".join(_lines(found, model)) + "\n"


def _lines(found: Mapping[str, Done], model: str) -> Iterator[str]:
    yield "# Blanks filled in by the embedded model"
    yield ""
    yield (
        f"Written by `python -m conspectus.evaluation.blanks {' '.join(found)}` with {model}: conflicts in the cases "
        "of [README.md](README.md) by code alone, and where the model fills in amounts and times of one report as "
        "another has them. It does nothing else here. Right and found are as in [results.md](results.md). 95 % "
        "Wilson intervals."
    )
    yield ""
    yield f"| {' | '.join(_HEADS)} |"
    yield f"| --- |{' ---: |' * (len(_HEADS) - 1)}"
    for split, each in found.items():
        yield (
            f"| {split} | {len(each.alone)} | {_right(each.alone)} | {_right(each.filled)} | {_found(each.alone)} "
            f"| {_found(each.filled)} | {_found(each.filled, _ASKED)} | {len(each.calls)} |"
        )


def _right(cases: Sequence[Read]) -> str:
    right, wrong = sum(each.right for each in cases), sum(len(each.wrong) for each in cases)
    return str(wilson(right, right + wrong))


def _found(cases: Sequence[Read], kinds: Sequence[ConflictKind] = tuple(ConflictKind)) -> str:
    shown = [
        opposed
        for each in cases
        for relation, opposed in zip(each.case.relations, each.opposed, strict=True)
        if relation.kind in kinds
    ]
    return str(wilson(sum(shown), len(shown)))


def main(
    arguments: Sequence[str] | None = None, *, transport: httpx2.AsyncBaseTransport | None = None
) -> int:
    """The exit code; the report goes to `blanks.md` beside the cases."""
    parser = argparse.ArgumentParser(prog="python -m conspectus.evaluation.blanks", description=__doc__)
    parser.add_argument("splits", nargs="+", help="dev6, held …: files of the directory without their suffix")
    parser.add_argument("--root", type=Path, default=ROOT, help="the directory of the labelled data")
    given = parser.parse_args(arguments)
    try:
        chosen = Settings.load()
        cases = {split: load_plain(given.root / f"{split}.yaml") for split in given.splits}
        found = {split: asyncio.run(done(each, chosen, transport=transport)) for split, each in cases.items()}
    except ConspectusError as error:
        sys.stderr.write(f"error: {error}\n")
        return error.exit_code
    (given.root / KEPT).write_text(report(found, chosen.target.name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
