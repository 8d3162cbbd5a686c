"""A sentence that leans on the one before it, quoted together with that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.language.voices import speaker
from conspectus.model.article import Article, Sentence
from conspectus.model.briefing import Conflict, Reconciled, Side
from conspectus.model.evidence import Claim, Evidence, Verification
from conspectus.summarise.admit import quoted_claim
from conspectus.text.leaning import leans

_SPEECH = re.compile(r"\s*[“\"„«][^”\"»]+[”\"“»]\s*")
# "It was looking into the claim": which one, stands before.
_OF_THAT = re.compile(
    r"\b(?:into|on|to|about|with|of|denie[sd]|rejects?|rejected|dismisse[sd]|dispute[sd]) th(?:e|at|is|ose|ese) "
    r"(?:claim|allegation|accusation|charge|complaint|demand|request|report|remark|comment|suggestion|matter|finding)s?"
    r"[.”\"’']*$"
)
_MOST_WORDS = 45
_MOST_BEFORE = 2

Asked = TypeVar("Asked", Conflict, Reconciled)
Told = TypeVar("Told")


def with_antecedents(items: Iterable[Weighed], articles: Mapping[str, Article]) -> dict[str, Claim]:
    """By id of a claim that leans on the sentence before it: a claim that quotes both, or three if need be.

    Only what is one sentence of one article in its own words is quoted so, and only as long as it stays readable.
    """
    found: dict[str, Claim] = {}
    for item in items:
        claim = item.claim
        if claim.verified is Verification.QUOTED and len(claim.evidence) == 1 and _leans(claim.text):
            article = articles[claim.article_ids[0]]
            sentences = _together(claim, article)
            if len(sentences) > 1:
                found[claim.id] = quoted_claim(article, sentences, claim.kind)
    return found


def _leans(text: str) -> bool:
    """True for what can't be understood alone, speech of nobody that it names included."""
    return (
        leans(text)
        or _OF_THAT.search(text) is not None
        or (_SPEECH.fullmatch(text) is not None and not speaker(text))
    )


def _together(claim: Claim, article: Article) -> Sequence[Sentence]:
    """The claim's sentence behind as many before it as it takes, or alone where what stands before is no help."""
    body, span = article.body, claim.evidence[0].span
    touched = [place for place, each in enumerate(body) if each.span.overlaps(span)]
    if len(touched) != 1:
        return ()
    place = touched[0]
    first = place
    while first > 0 and place - first < _MOST_BEFORE and _leans(article.sentence_text(body[first])):
        before = body[first - 1]
        # What is not the article may stand between two of its sentences.
        if before.id + 1 != body[first].id or article.sentence_text(before).rstrip(" \"”’'»").endswith(
            ("?", ":")
        ):
            break
        if (
            sum(len(article.sentence_text(each).split()) for each in body[first - 1 : place + 1])
            > _MOST_WORDS
        ):
            break
        first -= 1
    return body[first : place + 1]


def said_once(items: Sequence[Weighed], whole: Mapping[str, Claim]) -> tuple[Weighed, ...]:
    """The items without those that another one's `whole` quotes too, which stands where the first of them stood."""
    inside: dict[str, str] = {}
    for item in items:
        if (quoting := whole.get(item.claim.id)) is not None:
            for other in items:
                evidence = whole.get(other.claim.id, other.claim).evidence
                if other is not item and all(_holds(quoting, piece) for piece in evidence):
                    inside.setdefault(other.claim.id, item.claim.id)
    by_id = {item.claim.id: item for item in items}

    def outermost(key: str) -> str:
        while key in inside:
            key = inside[key]
        return key

    return tuple(by_id[key] for key in dict.fromkeys(outermost(item.claim.id) for item in items))


def told_within(
    told: Mapping[str, float], items: Sequence[Weighed], whole: Mapping[str, Claim]
) -> dict[str, float]:
    """What is told, by claim id, told also by each item whose `whole` quotes the claim."""
    claims = [item.claim for item in items if item.claim.id in told]
    found = dict(told)
    for item in items:
        if (quoting := whole.get(item.claim.id)) is not None:
            inside = (told[each.id] for each in claims if all(_holds(quoting, one) for one in each.evidence))
            if (most := max(inside, default=None)) is not None:
                found[item.claim.id] = most
    return found


def explained(
    asked: Iterable[Asked], claims: Mapping[str, Claim], whole: Mapping[str, Claim]
) -> tuple[Asked, ...]:
    """The questions with each side that leans on the sentence before it quoting that one as well.

    A side stays as it is where that sentence is another side's.
    """
    return tuple(
        each.model_copy(
            update={"sides": tuple(_explained(one, each.sides, claims, whole) for one in each.sides)}
        )
        for each in asked
    )


def _explained(
    side: Side, sides: Sequence[Side], claims: Mapping[str, Claim], whole: Mapping[str, Claim]
) -> Side:
    quoting = whole.get(side.claim_ids[0])
    others = [claims[key] for one in sides if one is not side for key in one.claim_ids]
    if quoting is None or any(_holds(quoting, piece) for other in others for piece in other.evidence):
        return side
    return side.model_copy(update={"position": quoting.text, "claim_ids": (quoting.id, *side.claim_ids[1:])})


def quoted_with(
    told: Mapping[str, Sequence[Told]], claims: Mapping[str, Claim], whole: Mapping[str, Claim]
) -> dict[str, tuple[Told, ...]]:
    """What is told of claims, by claim id, told also of whatever quotes their words among others."""
    found = {key: tuple(each) for key, each in told.items()}
    for quoting in {each.id: each for each in whole.values()}.values():
        inside = (key for key in told if all(_holds(quoting, piece) for piece in claims[key].evidence))
        found[quoting.id] = tuple(dict.fromkeys(one for key in inside for one in told[key]))
    return found


def overlap(first: Claim, second: Claim) -> bool:
    """True where both rest on some of the same words."""
    return any(
        one.article_id == other.article_id and one.span.overlaps(other.span)
        for one in first.evidence
        for other in second.evidence
    )


def _holds(claim: Claim, piece: Evidence) -> bool:
    """True where the claim's evidence has all of the piece."""
    own = claim.evidence[0]
    return own.article_id == piece.article_id and own.start <= piece.start and piece.end <= own.end
