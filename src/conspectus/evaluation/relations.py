"""How well conflict and agreement are told from what only looks like it: `python -m conspectus.evaluation.relations`.

Each labelled pair of `eval/relations` is put to the code that a briefing is made with, as two articles of two outlets
about one event, each with one claim. Needs neither model nor network; the same pairs give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import differences
from conspectus.evaluation.related import RELATIONS, Printed, RelatedPair, RelatedWorld, load_worlds
from conspectus.evaluation.statistics import wilson
from conspectus.evaluation.written import write_results
from conspectus.model.article import Article
from conspectus.model.briefing import ConflictKind, Standing
from conspectus.model.evidence import Claim, Verification
from conspectus.reading.article import read_article
from conspectus.reading.metadata import Known
from conspectus.summarise.admit import make_claim
from conspectus.verification.grounding import sentence_evidence

ROOT = Path("eval/relations")

_SAME_OR_MORE = frozenset({"same", "narrower", "rounding"})


@dataclass(frozen=True)
class Told:
    """What the code makes of a pair: the kinds of the conflicts that it shows, and whether it counts agreement."""

    pair: RelatedPair
    split: str
    conflicts: tuple[ConflictKind, ...]
    agrees: bool

    @property
    def conflict(self) -> bool:
        """True where a reader would be shown a conflict."""
        return bool(self.conflicts)


def told(pair: RelatedPair, split: str = "dev") -> Told:
    """The pair as a briefing of its two statements would have it."""
    articles = [_article(each, f"{pair.id}-{n}.txt") for n, each in enumerate((pair.a, pair.b))]
    published = {article.id: article.published for article in articles}
    origin_of = {article.id: f"o{n}" for n, article in enumerate(articles)}
    weighed, _ = weigh([_claim(article) for article in articles], origin_of, published)
    found = differences(weighed, published, {article.id: article for article in articles})
    return Told(
        pair,
        split,
        tuple(each.kind for each in found.conflicts),
        any(each.standing is Standing.CORROBORATED for each in weighed),
    )


def _article(printed: Printed, name: str) -> Article:
    known = Known()
    known.learn("publisher", printed.outlet, "pairs.yaml", stated=True)
    known.learn("published", printed.published, "pairs.yaml", stated=True)
    return read_article(printed.text.encode(), name=name, media="text", known=known)


def _claim(article: Article) -> Claim:
    pieces = sentence_evidence(article, [each.id for each in article.body])
    return make_claim(" ".join(article.text.split()), pieces, verified=Verification.QUOTED)


def report(worlds: Sequence[RelatedWorld]) -> str:
    """The figures as Markdown; the same pairs give the same bytes."""
    results = [told(pair, world.split) for world in worlds for pair in world.pairs]
    return "\n".join(_lines(worlds, results)) + "\n"


def _lines(worlds: Sequence[RelatedWorld], results: Sequence[Told]) -> Iterator[str]:
    yield "# Conflicts and agreement between two statements"
    yield ""
    yield (
        "Written by `python -m conspectus.evaluation.relations` from `pairs.yaml`: each pair as two articles of two "
        "outlets with one claim each, through the code that a briefing is made with. 95 % Wilson intervals. "
        "For a kind: of what is shown as of it, how much is a conflict; of its pairs, how many are shown as any."
    )
    for split in ("dev", "test"):
        chosen = [each for each in results if each.split == split]
        if chosen:
            count = sum(world.split == split for world in worlds)
            yield from _split(f"{split}: {len(chosen)} pairs of {count} worlds", chosen)


def _split(heading: str, results: Sequence[Told]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    yield ""
    yield "| | precision | recall |"
    yield "| --- | --- | --- |"
    wanted = [each for each in results if each.pair.relation == "conflict"]
    shown = [each for each in results if each.conflict]
    right = [each for each in shown if each.pair.relation == "conflict"]
    yield f"| conflict | {wilson(len(right), len(shown))} | {wilson(len(right), len(wanted))} |"
    for kind in ConflictKind:
        ours = [each for each in wanted if each.pair.kind is kind]
        claimed = [each for each in shown if kind in each.conflicts]
        # Of another kind, or none: a reader is shown both statements side by side all the same.
        sound = sum(each.pair.relation == "conflict" for each in claimed)
        found = sum(each.conflict for each in ours)
        if ours or claimed:
            yield f"| {kind.value} | {wilson(sound, len(claimed))} | {wilson(found, len(ours))} |"
    agreed = [each for each in results if each.agrees]
    same = [each for each in results if each.pair.relation == "same"]
    just = sum(each.pair.relation in _SAME_OR_MORE for each in agreed)
    yield f"| agreement | {wilson(just, len(agreed))} | {wilson(sum(each.agrees for each in same), len(same))} |"
    yield ""
    yield "| relation | pairs | shown as conflict | counted as agreement |"
    yield "| --- | --- | --- | --- |"
    of, clash, agree = (
        Counter[str](each.pair.relation for each in some) for some in (results, shown, agreed)
    )
    for relation in RELATIONS:
        if of[relation]:
            yield f"| {relation} | {of[relation]} | {clash[relation]} | {agree[relation]} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; the report goes to `results.md`."""
    return write_results(
        arguments,
        program="conspectus.evaluation.relations",
        says=__doc__,
        root=ROOT,
        report=lambda root: report(load_worlds(root)),
    )


if __name__ == "__main__":
    sys.exit(main())
