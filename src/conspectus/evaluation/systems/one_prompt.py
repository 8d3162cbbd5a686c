"""The same model with one big prompt: all articles in, a briefing with sentence numbers out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from conspectus.errors import AnswerError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said, ShownConflict
from conspectus.evaluation.systems.system import Account, Calls, Run
from conspectus.llm import open_model
from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.model.evidence import Evidence
from conspectus.prompts import fence, load
from conspectus.verification.grounding import sentence_evidence

OUTPUT_TOKENS = 1500
# Bounds in the schema, as anybody would set them: without, a small model repeats itself until it is cut off.
POINTS = 12
CONTRADICTIONS = 4
_NUMBER = re.compile(r"(\d+)\.(\d+)")

Numbered = Annotated[str, Field(pattern=r"^[0-9]{1,2}[.][0-9]{1,3}$")]


class PointDraft(Frozen):
    """A sentence of the briefing and the numbers of the sentences it rests on."""

    text: str
    sentences: list[Numbered] = Field(min_length=1, max_length=5, description="numbers such as 2.5")


class SideDraft(Frozen):
    """A position and the numbers of its sentences."""

    position: str
    sentences: list[Numbered] = Field(min_length=1, max_length=5, description="numbers such as 2.5")


class ContradictionDraft(Frozen):
    """A question on which articles contradict each other."""

    question: str
    sides: list[SideDraft] = Field(min_length=2, max_length=3)


class BriefingDraft(Frozen):
    """What the model is asked for."""

    points: list[PointDraft] = Field(max_length=POINTS)
    contradictions: list[ContradictionDraft] = Field(max_length=CONTRADICTIONS)


def one_prompt(name: str) -> Account:
    """The briefing that one call gives; where the articles don't fit into the window, a failure that says so."""

    async def account(case: LoadedCase, run: Run) -> Output:
        calls = Calls()
        articles = tuple(case.by_id.values())
        numbered = "\n\n".join(_numbered(number, article) for number, article in enumerate(articles, start=1))
        async with open_model(run.settings, on_call=calls.call, transport=run.transport) as model:
            assert model is not None  # noqa: S101 - a system with a model
            try:
                answer = await model.ask(
                    load("eval-one-prompt").render(articles=numbered),
                    BriefingDraft,
                    max_output_tokens=OUTPUT_TOKENS,
                )
            except AnswerError as error:
                return Output(
                    system=name,
                    case=case.id,
                    conflicts=(),
                    asked=run.asked(calls),
                    failure=error.message,
                )
        draft = answer.value
        said = [
            Said(text=point.text, evidence=_cited(point.sentences, articles))
            for point in draft.points
            if point.text.strip()
        ]
        sides = [
            side for conflict in draft.contradictions for side in conflict.sides if side.position.strip()
        ]
        said += [
            Said(text=side.position, section="conflict", evidence=_cited(side.sentences, articles))
            for side in sides
        ]
        conflicts = tuple(
            ShownConflict(
                question=conflict.question,
                kind=None,
                sides=tuple(_cited(side.sentences, articles) for side in conflict.sides),
            )
            for conflict in draft.contradictions
        )
        return Output(
            system=name,
            case=case.id,
            sentences=tuple(said),
            conflicts=conflicts,
            asked=run.asked(calls),
        )

    return account


def _numbered(number: int, article: Article) -> str:
    lines = [
        f"[{number}.{sentence.id}] {' '.join(article.sentence_text(sentence).split())}"
        for sentence in article.body
    ]
    head = ", ".join(filter(None, [article.publisher, str(article.published or "")]))
    return fence("\n".join([f"Article {number}: {head}".rstrip(": "), *lines]))


def _cited(numbers: Sequence[str], articles: Sequence[Article]) -> tuple[Evidence, ...]:
    """The sentences that the numbers name; numbers of what is not there name nothing."""
    found: dict[Evidence, None] = {}
    for first, second in (match for text in numbers for match in _NUMBER.findall(text)):
        if 0 < int(first) <= len(articles):
            found |= dict.fromkeys(sentence_evidence(articles[int(first) - 1], [int(second)]))
    return tuple(found)
