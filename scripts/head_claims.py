"""The labelled claims that the head of `llm/heads.py` is fitted on: developed-on sets alone, and claims made of them.

Judges learned from single planted errors learn how errors are planted: that claims with more of the evidence's words
are false. So claims that are the evidence itself stand among the supported ones, and claims beside evidence of
something else among the others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from conspectus.evaluation import gates, searching
from conspectus.evaluation.loading import load_cases
from conspectus.evaluation.pairs import Pair, load_pairs
from conspectus.evaluation.plain import load_plain
from conspectus.evaluation.summaries import SummarySplit, load_summaries
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.telling import told_by

ROOT = Path("eval/verification")
PLAIN = ("dev", "dev2", "dev3", "dev4", "dev5", "dev6", "dev7")
SAYS = {"same": True, "conflict": False, "update": False}
_SENTENCE_BEGINS = re.compile(r"(?<=[.!?\"”])\s+|\n+")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”]?(?=\s|$)|\n")


class Row(NamedTuple):
    """A claim with its evidence: the set it is of, what kind of claim it is, whether the evidence supports it, and
    whether the mechanical gate lets it pass (None where that was not asked).
    """

    split: str
    kind: str
    claim: str
    evidence: tuple[str, ...]
    true: bool
    passes: bool | None


def rows() -> list[Row]:
    """All claims, in the same order each time."""
    pairs = [pair for pair in load_pairs(ROOT) if pair.split.startswith("dev")]
    return list(chain(map(_pair, pairs), _summaries("dev8", "dev9"), _made_of(pairs), _gold(), _plain()))


def held_out() -> list[Row]:
    """Claims that nothing is fitted on: the pairs and summaries that are held out."""
    pairs = [pair for pair in load_pairs(ROOT) if not pair.split.startswith("dev")]
    return list(chain(map(_pair, pairs), _summaries("held9")))


def _pair(pair: Pair) -> Row:
    true = pair.label == "supported"
    return Row(pair.split, "pair", pair.claim, pair.evidence, true, gates.passes(pair))


def _summaries(*splits: SummarySplit) -> Iterator[Row]:
    for summary in load_summaries(ROOT, splits):
        articles = searching.labelled_articles(ROOT, summary.articles)
        index = EvidenceIndex([articles[slug] for slug in summary.articles])
        for sentence in summary.sentences:
            if sentence.label != "no_claim" and (row := _found(sentence.text, index)):
                yield Row(
                    summary.split, "summary", *row, sentence.label == "supported", _passes(row[0], index)
                )


def _found(claim: str, index: EvidenceIndex) -> tuple[str, tuple[str, ...]] | None:
    found, _ = told_by(claim, index)
    return None if found is None else (claim, tuple(place.text for place in found.places))


def _passes(claim: str, index: EvidenceIndex) -> bool:
    _, verdict = told_by(claim, index)
    return verdict is not None and verdict.supported


def _made_of(pairs: Sequence[Pair]) -> Iterator[Row]:
    """Claims that are a piece of their evidence, and claims beside evidence of another article or of another claim."""
    draw = random.Random(5)  # noqa: S311
    drawn = draw.sample(pairs, 700)
    for pair in drawn[:150]:
        yield Row(pair.split, "verbatim", draw.choice(pair.evidence), pair.evidence, True, None)
    for pair in drawn[150:300]:
        other = draw.choice([each for each in pairs if each.article != pair.article])
        yield Row(pair.split, "mismatch", pair.claim, other.evidence, False, None)
    near = 0
    for pair in drawn[300:]:
        others = [
            each
            for each in pairs
            if each.article == pair.article and not set(each.evidence) & set(pair.evidence)
        ]
        if pair.label == "supported" and others and near < 200:
            near += 1
            yield Row(pair.split, "near", pair.claim, draw.choice(others).evidence, False, None)


def _gold() -> Iterator[Row]:
    """Editors' statements of what is in the cases that were developed on, with the evidence that is found for them."""
    draw = random.Random(9)  # noqa: S311
    known = [
        (case.id, Row("gold", "gold", *row, True, _passes(nugget.text, case.index)))
        for case in load_cases(Path("eval/cases"))
        if case.case.developed_on
        for nugget in case.case.nuggets
        if (row := _found(nugget.text, case.index))
    ]
    wrong = []
    for case_id, row in draw.sample(known, 200):
        others = [
            other for of, other in known if of == case_id and not set(other.evidence) & set(row.evidence)
        ]
        if others:
            evidence = draw.choice(others).evidence
            wrong.append(row._replace(kind="gold-near", evidence=evidence, true=False, passes=None))
    yield from (row for _, row in draw.sample(known, min(380, len(known))))
    yield from wrong


def _plain() -> Iterator[Row]:
    """What one short report says, beside the sentence in which another says the same, or something else."""
    draw = random.Random(11)  # noqa: S311
    known = []
    for name in PLAIN:
        for case in load_plain(Path(f"eval/plain/{name}.yaml")):
            for relation in case.relations:
                for one, other in ((relation.a, relation.b), (relation.b, relation.a)):
                    claim = " ".join(one.quote.split())
                    if relation.relation in SAYS and len(claim.split()) >= 5 and re.search("[a-z]", claim):
                        text = case.articles[other.article - 1].text
                        evidence = (_sentence_of(text, other.quote),)
                        true = SAYS[relation.relation]
                        known.append(Row(f"plain-{name}", "plain", claim, evidence, true, None))
    for true in (True, False):
        yield from draw.sample([row for row in known if row.true is true], 300)


def _sentence_of(text: str, quote: str) -> str:
    begin = text.index(quote)
    last = max(begin, begin + len(quote) - 2)
    starts = [found.end() for found in _SENTENCE_BEGINS.finditer(text[:begin])]
    end = _SENTENCE_ENDS.search(text, last)
    return " ".join(text[starts[-1] if starts else 0 : end.end() if end else len(text)].split())
