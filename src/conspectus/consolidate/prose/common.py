"""What several origins say in different words, said once: the model words it, the gates decide who carries it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.prose.choosing import numbers_and_days
from conspectus.entailment import entailment
from conspectus.errors import AnswerError, EndpointError
from conspectus.model.evidence import Claim, ClaimKind, Verification, claim_id
from conspectus.prompts import fence, load
from conspectus.summarise.drafts import CommonDraft
from conspectus.tasks import gathered
from conspectus.text.concepts import concept, concepts, name_concepts
from conspectus.text.facts.words import content_words, stem
from conspectus.text.language import detect_language
from conspectus.text.similarity import cosine, rarity, vector
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.faithfulness import examine

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

MOST = 3
"""Statements that are sought for one event."""

_log = logging.getLogger(__name__)

_ALIKE = 0.15
_SUPPORTED = 0.5
_ANSWER_TOKENS = 120
_SOURCES_TRIED = 2
_FEWEST_WORDS = 5
_OFFICES = frozenset(concept(stem(word)) for word in OFFICE_WORDS)


async def common_claims(
    events: Sequence[EventClaims],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    model: LanguageModel,
) -> tuple[tuple[Claim, ...], ...]:
    """For each event, statements that claims of two or more origins carry, each one's evidence checked alone.

    A statement that fewer than two origins carry is dropped: nothing was claimed, so nothing is lost. Claims in a
    language that the model can't do are not put to it.
    A call that fails for good costs its statement and nothing else. Raises EndpointSetupError where the endpoint can't
    be used at all.
    """
    clusters = [
        (index, found)
        for index, event in enumerate(events)
        for found in alike(event.claims, origin_of)
        if all(model.profile.speaks(detect_language(claim.text)) for claim in found)
    ]
    results = await gathered([_attempted(found, origin_of, published, model) for _, found in clusters])
    return tuple(
        tuple(
            claim
            for (index, _), claim in zip(clusters, results, strict=True)
            if index == number and claim is not None
        )
        for number in range(len(events))
    )


def alike(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> list[tuple[Claim, ...]]:
    """Up to three groups of claims that may say the same, each group with at most one claim an origin.

    The claim that most others resemble comes first; quotations are left out, for they are said once.
    """
    plain = [claim for claim in claims if claim.kind is not ClaimKind.QUOTE]
    words = {claim.id: Counter(content_words(claim.text)) for claim in plain}
    weights = rarity(words.values(), smooth=True)
    vectors = {key: vector(counts, weights) for key, counts in words.items()}
    groups: list[tuple[Claim, ...]] = []
    left = list(plain)
    while left and len(groups) < MOST:
        candidates = [_around(claim, left, vectors, origin_of) for claim in left]
        _, best = max(candidates, key=lambda candidate: candidate[0])
        if len(best) < 2:
            break
        groups.append(best)
        left = [claim for claim in left if claim not in best]
    return groups


def _around(
    claim: Claim,
    others: Sequence[Claim],
    vectors: Mapping[str, Mapping[str, float]],
    origin_of: Mapping[str, str],
) -> tuple[float, tuple[Claim, ...]]:
    """The claim with the most similar claim of each other origin, and how similar they are together."""
    nearest: dict[str, tuple[float, Claim]] = {}
    own = origin_of[claim.article_ids[0]]
    for other in others:
        origin = origin_of[other.article_ids[0]]
        likeness = cosine(vectors[claim.id], vectors[other.id])
        if origin != own and likeness >= _ALIKE and likeness > nearest.get(origin, (0.0,))[0]:
            nearest[origin] = (likeness, other)
    return sum(likeness for likeness, _ in nearest.values()), (
        claim,
        *(found for _, found in nearest.values()),
    )


async def _attempted(
    claims: Sequence[Claim],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    model: LanguageModel,
) -> Claim | None:
    try:
        return await _common(claims, origin_of, published, model)
    except EndpointError as error:
        _log.warning("what sources have in common was not asked: %s", error)
        return None


async def _common(
    claims: Sequence[Claim],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    model: LanguageModel,
) -> Claim | None:
    listed = "\n".join(f"- {claim.text}" for claim in claims)

    def carriers(text: str) -> list[Claim]:
        return [claim for claim in claims if _touches(text, claim) and not _faults(text, claim, published)]

    def gate(draft: CommonDraft) -> list[str]:
        if not draft.sentence.strip():
            return ["The sentence is empty."]
        if len({origin_of[claim.article_ids[0]] for claim in carriers(draft.sentence)}) > 1:
            return []
        return [fault for claim in claims for fault in _faults(draft.sentence, claim, published)]

    wordings = sorted((claim.text for claim in claims), key=len)[:_SOURCES_TRIED]
    try:
        answer = await model.ask(
            load("common").render(sentences=fence(listed, "sentences")),
            CommonDraft,
            max_output_tokens=_ANSWER_TOKENS,
            gate=gate,
        )
        said = " ".join(answer.value.sentence.split())
        wordings[:0] = [said, *_main_clauses(said)]
    except AnswerError:
        pass
    # Where the model finds no words, one source's own sentence may say just what another's says.
    for text in filter(None, dict.fromkeys(wordings)):
        if (claim := await _carried(text, carriers(text), origin_of, model)) is not None:
            return claim
    return None


def _main_clauses(text: str) -> list[str]:
    """What the text says before its first comma, as a sentence: small models add a remark behind it."""
    main, comma, _ = text.partition(", ")
    return [f"{main}."] if comma and len(main.split()) >= _FEWEST_WORDS else []


async def _carried(
    text: str, carriers: Sequence[Claim], origin_of: Mapping[str, str], model: LanguageModel
) -> Claim | None:
    """The text as a claim with the evidence that carries it, None where that is of fewer than two origins."""
    if len({origin_of[claim.article_ids[0]] for claim in carriers}) < 2:
        return None
    evidence, scores = [], []
    for claim in carriers:
        judged = await entailment(text, [piece.quote for piece in claim.evidence], model)
        # A model's own probability is no measure across models; what it is worth on labelled pairs is.
        if judged.score is not None and judged.probability is not None and judged.probability >= _SUPPORTED:
            evidence += list(claim.evidence)
            scores.append(judged.score)
    if len({origin_of[piece.article_id] for piece in evidence}) < 2:
        return None
    return Claim(
        id=claim_id(text, None, evidence),
        text=text,
        evidence=tuple(evidence),
        verified=Verification.ENTAILMENT,
        score=min(scores),
    )


def _touches(text: str, claim: Claim) -> bool:
    """True where the claim has half of what the text says beside who is meant: a name in common is no agreement."""
    return 2 * len(_substance(text) & _substance(claim.text)) >= len(_substance(text))


def _substance(text: str) -> frozenset[object]:
    return (concepts(text) - name_concepts(text) - _OFFICES) | numbers_and_days(text)


def _faults(text: str, claim: Claim, published: Mapping[str, date | None]) -> list[str]:
    quotes = [piece.quote for piece in claim.evidence]
    verdict = examine(text, quotes, published=published.get(claim.article_ids[0]))
    return [f"{reason.message} (in: {claim.text})" for reason in verdict.reasons]
