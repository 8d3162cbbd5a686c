"""What is made of ordinary disagreements between short reports: `python -m conspectus.evaluation.plain`.

Each case of `eval/plain` is two or three short articles about one event, with what holds between their sentences. They
are put to the pipeline without a model, as anybody's articles are. Needs neither model nor network; the same cases
give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from conspectus.errors import InputError
from conspectus.evaluation.cases import Slug, Text
from conspectus.evaluation.matching import cites_words
from conspectus.evaluation.pairs import listed, parsed
from conspectus.evaluation.statistics import wilson
from conspectus.evaluation.written import write_results
from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.model.briefing import Briefing, ConflictKind
from conspectus.model.evidence import Evidence
from conspectus.pipeline import brief
from conspectus.reading.article import read_article
from conspectus.reading.metadata import Known
from conspectus.settings import Settings

ROOT = Path("eval/plain")
SPLITS = ("dev", "dev2", "dev3", "dev4", "dev5", "dev6", "dev7", "held", "held2")
RelationName = Literal["conflict", "same", "narrower", "update", "scope", "rounding", "reported"]
RELATIONS = get_args(RelationName)


class Report(Frozen):
    """What an outlet printed."""

    outlet: Text
    title: Text
    published: datetime
    text: Text


class Words(Frozen):
    """A stretch of the article of that number, counted from 1."""

    article: Annotated[int, Field(ge=1)]
    quote: Text


class Relation(Frozen):
    """What holds between two stretches, and why."""

    relation: RelationName
    kind: ConflictKind | None = None
    a: Words
    b: Words
    why: Text

    @model_validator(mode="after")
    def _kind_of_conflicts(self) -> Self:
        if (self.kind is not None) != (self.relation == "conflict"):
            raise ValueError("a conflict has a kind, and nothing else has")
        return self


class PlainCase(Frozen):
    """Short articles about one event, and what holds between their sentences."""

    id: Slug
    articles: Annotated[tuple[Report, ...], Field(min_length=2)]
    relations: tuple[Relation, ...]

    @model_validator(mode="after")
    def _quotes_stand_there(self) -> Self:
        for relation in self.relations:
            for words in (relation.a, relation.b):
                if words.article > len(self.articles):
                    raise ValueError(f"{self.id}: there is no article {words.article}")
                if words.quote not in self.articles[words.article - 1].text:
                    raise ValueError(f"{self.id}: not in article {words.article}: {words.quote!r}")
        return self


@dataclass(frozen=True)
class Read:
    """What a briefing makes of a case: for each relation, whether its two stretches are shown against each other,
    whether one sentence cites both, and whether two sentences that stand beside each other do; the questions of
    conflicts that are no labelled one; how many sentences stand beside another, and how many of these pairs are
    labelled; how many events it has.
    """

    case: PlainCase
    opposed: tuple[bool, ...]
    joined: tuple[bool, ...]
    beside: tuple[bool, ...]
    wrong: tuple[str, ...]
    right: int
    paired: int
    labelled: int
    events: int


def load_plain(path: Path) -> tuple[PlainCase, ...]:
    """The cases of the file, in its order. Raises InputError, with file and line, at what is wrong first."""
    cases: dict[str, PlainCase] = {}
    for line, record in listed(path, of="cases"):
        where = f"{path}:{line}"
        case = parsed(PlainCase, record, where=where)
        if case.id in cases:
            raise InputError(f"{case.id!r} is there twice", where=where)
        cases[case.id] = case
    return tuple(cases.values())


def articles_of(case: PlainCase) -> tuple[Article, ...]:
    """The case's articles, read as files with the outlet, the title and the time stated."""
    return tuple(_article(report, f"{case.id}-{n}.txt") for n, report in enumerate(case.articles, start=1))


def _article(report: Report, name: str) -> Article:
    known = Known()
    known.learn("title", report.title, "case", stated=True)
    known.learn("publisher", report.outlet, "case", stated=True)
    known.learn("published", report.published, "case", stated=True)
    return read_article(f"{report.title}\n\n{report.text}".encode(), name=name, media="text", known=known)


def read(case: PlainCase, *, vectors: bool = False) -> Read:
    """The case as a briefing without a model has it, with vectors of sentences or without them."""
    articles = articles_of(case)
    briefing = brief(articles, settings=Settings(model="none", vectors=vectors))
    shown = [
        (conflict.question, [_cited(briefing, side.claim_ids) for side in conflict.sides])
        for event in briefing.events
        for conflict in event.conflicts
    ]
    told = [
        _cited(briefing, [*item.claim_ids, *(each for figure in item.shared for each in figure.claim_ids)])
        for event in briefing.events
        for item in (*event.lead, *event.points)
    ]

    def has(evidence: Sequence[Evidence], words: Words) -> bool:
        return cites_words(evidence, words.quote, articles[words.article - 1])

    told_beside = [
        (_cited(briefing, above.claim_ids), _cited(briefing, other))
        for event in briefing.events
        for above in (*event.lead, *event.points)
        for other in (
            *(item.claim_ids for item in event.points if item.beside in above.claim_ids),
            *((each,) for each in above.alongside),
        )
    ]

    def stands(pair: tuple[Sequence[Evidence], Sequence[Evidence]], relation: Relation) -> bool:
        one, other = pair
        return (has(one, relation.a) and has(other, relation.b)) or (
            has(one, relation.b) and has(other, relation.a)
        )

    def opposes(sides: Sequence[Sequence[Evidence]], relation: Relation) -> bool:
        return any(
            has(a, relation.a) and has(b, relation.b)
            for i, a in enumerate(sides)
            for j, b in enumerate(sides)
            if i != j
        )

    quarrels = [each for each in case.relations if each.relation == "conflict"]
    wrong = tuple(question for question, sides in shown if not any(opposes(sides, each) for each in quarrels))
    return Read(
        case,
        tuple(any(opposes(sides, each) for _, sides in shown) for each in case.relations),
        tuple(any(has(said, each.a) and has(said, each.b) for said in told) for each in case.relations),
        tuple(any(stands(pair, each) for pair in told_beside) for each in case.relations),
        wrong,
        len(shown) - len(wrong),
        len(told_beside),
        sum(any(stands(pair, each) for each in case.relations) for pair in told_beside),
        len(briefing.events),
    )


def _cited(briefing: Briefing, claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(piece for each in claim_ids for piece in briefing.claim(each).evidence)


def report(root: Path) -> str:
    """The figures as Markdown, of the cases that the directory has."""
    return (
        "\n".join(
            _lines({split: [read(case) for case in load_plain(root / f"{split}.yaml")] for split in SPLITS})
        )
        + "\n"
    )


def _lines(done: dict[str, list[Read]]) -> Iterator[str]:
    yield "# Ordinary disagreements between short reports"
    yield ""
    yield (
        "Written by `python -m conspectus.evaluation.plain`: each case is two or three short articles about one event, "
        "put to the pipeline without a model. A conflict is found where two of its sides cite the two stretches; one "
        "that is shown and cites no labelled one's is wrong. Of a pair that says the same, both are cited by one "
        "sentence, or not. They stand beside each other where one is put below the other, or named alongside it, as "
        "likely to tell of the same, whether it agrees or not. 95 % Wilson intervals."
    )
    for split, cases in done.items():
        yield from _split(split, cases)


def _split(split: str, cases: Sequence[Read]) -> Iterator[str]:
    right, wrong = sum(each.right for each in cases), sum(len(each.wrong) for each in cases)
    rows = [
        row
        for each in cases
        for row in zip(each.case.relations, each.opposed, each.joined, each.beside, strict=True)
    ]
    yield ""
    yield f"## {split}: {len(cases)} cases, {sum(len(each.case.articles) for each in cases)} articles"
    yield ""
    yield f"Conflicts shown that are one: {wilson(right, right + wrong)}. "
    paired, labelled = sum(each.paired for each in cases), sum(each.labelled for each in cases)
    yield f"Cases told as one event: {wilson(sum(each.events == 1 for each in cases), len(cases))}. "
    yield f"Sentences beside each other between which a label holds: {wilson(labelled, paired)} of {paired}."
    yield ""
    yield "| | pairs | shown as conflict | cited by one sentence | beside each other |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in (*RELATIONS, *(f"conflict: {kind}" for kind in ConflictKind)):
        of = [row for row in rows if _is(row[0], name)]
        if of:
            yield (
                f"| {name} | {len(of)} | {wilson(sum(row[1] for row in of), len(of))} "
                f"| {sum(row[2] for row in of)} | {sum(row[3] for row in of)} |"
            )


def _is(relation: Relation, name: str) -> bool:
    kind = name.removeprefix("conflict: ")
    return relation.relation == name or (kind != name and relation.kind == kind)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; the report goes to `results.md`."""
    return write_results(
        arguments, program="conspectus.evaluation.plain", says=__doc__, root=ROOT, report=report
    )


if __name__ == "__main__":
    sys.exit(main())
