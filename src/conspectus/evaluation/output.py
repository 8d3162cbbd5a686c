"""What a system made of a case, in the one shape that all scorers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import NonNegativeFloat, NonNegativeInt

from conspectus.evaluation.cases import Text
from conspectus.evaluation.loading import LoadedCase
from conspectus.model.base import Frozen
from conspectus.model.briefing import Briefing, ConflictKind, Side
from conspectus.model.evidence import Evidence
from conspectus.model.ledger import Reason, Subject
from conspectus.model.usage import Usage


class Said(Frozen):
    """A sentence that a reader reads, and the evidence it cites.

    `section` is `title`, `lead`, `points`, `context`, `timeline`, `conflict`, `reconciled` or `unknown`; `event` counts
    the output's events from 0, None where there are none. `shared` is evidence of origins that are said to give a
    figure of the sentence, and not the whole of it.
    """

    text: Text
    section: str = "points"
    event: NonNegativeInt | None = None
    evidence: tuple[Evidence, ...] = ()
    shared: tuple[Evidence, ...] = ()


class ShownConflict(Frozen):
    """A disagreement as it is shown: for each side, its evidence. `kind` is None where the system doesn't say."""

    question: str
    kind: ConflictKind | None
    sides: tuple[tuple[Evidence, ...], ...]


class Asked(Frozen):
    """What the model was asked: `asks` are calls with their re-asks, `unfit` those that got no usable answer.

    `seconds` is the time that its answers took when they were given, None where no model was asked.
    """

    asks: NonNegativeInt = 0
    unfit: NonNegativeInt = 0
    usage: Usage = Usage()
    seconds: NonNegativeFloat | None = None
    prompts: Mapping[str, str] = {}


class Output(Frozen):
    """A system's account of a case.

    `events` and `origins` are groups of the articles' names, and `conflicts` what is shown as disputed; each is None
    where the system makes no such thing. `entailment` has the model's support for each claim that was checked.
    `dropped` counts claims that were refused. `failure` says why there is no account at all.
    """

    system: Text
    case: Text
    sentences: tuple[Said, ...] = ()
    events: tuple[tuple[str, ...], ...] | None = None
    origins: tuple[tuple[str, ...], ...] | None = None
    conflicts: tuple[ShownConflict, ...] | None = None
    entailment: tuple[float, ...] = ()
    dropped: NonNegativeInt | None = None
    asked: Asked = Asked()
    failure: str | None = None

    @property
    def distinct(self) -> tuple[Said, ...]:
        """The sentences, each wording once."""
        return tuple({said.text: said for said in reversed(self.sentences)}.values())[::-1]


def of_briefing(briefing: Briefing, case: LoadedCase, *, system: str, asked: Asked) -> Output:
    """The briefing as an output; everything that is prose in it is a sentence."""
    cited = {sentence_id for said in _ids(briefing) for sentence_id in said}
    checked = [claim.score for claim in briefing.claims if claim.id in cited and claim.score is not None]
    return Output(
        system=system,
        case=case.id,
        sentences=tuple(_sentences(briefing)),
        events=tuple(case.files_of(event.article_ids) for event in briefing.events),
        origins=tuple(case.files_of(origin.article_ids) for origin in briefing.origins),
        conflicts=tuple(
            ShownConflict(
                question=conflict.question,
                kind=conflict.kind,
                sides=tuple(_evidence(briefing, side.claim_ids) for side in conflict.sides),
            )
            for event in briefing.events
            for conflict in event.conflicts
        ),
        entailment=tuple(checked),
        dropped=sum(
            entry.subject is Subject.CLAIM and entry.reason is Reason.UNSUPPORTED for entry in briefing.ledger
        ),
        asked=asked,
    )


def _ids(briefing: Briefing) -> Iterator[tuple[str, ...]]:
    for event in briefing.events:
        yield event.title_claim_ids
        for item in (*event.lead, *event.points, *event.context, *event.unknown, *event.timeline):
            yield item.claim_ids
        for side in _sides(event.conflicts) + _sides(event.reconciled):
            yield side.claim_ids


def _sentences(briefing: Briefing) -> Iterator[Said]:
    for number, event in enumerate(briefing.events):

        def said(text: str, section: str, ids: Sequence[str], number: int = number) -> Said:
            return Said(text=text, section=section, event=number, evidence=_evidence(briefing, ids))

        yield said(event.title, "title", event.title_claim_ids)
        for section in ("lead", "points", "context", "unknown", "timeline"):
            for item in getattr(event, section):
                figures = getattr(item, "shared", ())
                also = _evidence(briefing, [each for figure in figures for each in figure.claim_ids])
                yield said(item.text, section, item.claim_ids).model_copy(update={"shared": also})
        for section, groups in (("conflict", event.conflicts), ("reconciled", event.reconciled)):
            for side in _sides(groups):
                yield said(side.position, section, side.claim_ids)


def _sides(groups: Sequence[object]) -> list[Side]:
    return [side for group in groups for side in getattr(group, "sides")]  # noqa: B009 - conflicts and their like


def _evidence(briefing: Briefing, claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(
        dict.fromkeys(piece for claim_id in claim_ids for piece in briefing.claim(claim_id).evidence)
    )
