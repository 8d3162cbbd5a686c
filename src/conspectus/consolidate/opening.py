"""What an event opens with: the one or two sentences that tell the news, and its headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.agreement import Weighed
from conspectus.consolidate.clauses import tells
from conspectus.consolidate.compose import LEAD
from conspectus.model.evidence import CitedSentence, Claim, ClaimKind, Verification
from conspectus.text.concepts import concepts
from conspectus.verification.citing import carries, cite, sentence

_AGREED = 2
_HEADLINED = 3
_TITLE_WORDS = (5, 14)
# A headline may end where the main clause does.
_CLAUSE_END = re.compile(r",| — | – |;|:| \b(?:as|after|while|because|which|who|amid|in a|in what|with)\b ")


def lead(chosen: Sequence[Weighed], headlines: Sequence[str] = ()) -> tuple[Weighed, ...]:
    """The one or two claims that open the event: of its headlines' news where one is, and no quotation.

    A quotation needs what comes before it; and what most outlets agree on may be said in passing.
    """
    plain = [item for item in chosen if item.claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION}]
    told = [concepts(headline) for headline in headlines]

    def headlined(item: Weighed) -> int:
        return max((len(concepts(item.claim.text) & headline) for headline in told), default=0)

    # What says most of a headline is the news, and what origins agree on of it comes first.
    news = sorted(
        (item for item in plain if headlined(item) >= _HEADLINED),
        key=lambda item: (len(item.origins) < _AGREED, -headlined(item)),
    )
    return tuple((news or plain or list(chosen))[:LEAD])


def _taken_from(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The source's own sentence that the claim is a part of, itself where it is none."""
    if claim.verified is Verification.QUOTED:
        return claim
    wholes = [each for each in claims if each.verified is Verification.QUOTED]
    return next((each for piece in claim.evidence for each in wholes if piece in each.evidence), claim)


def title(
    opening: Sequence[Weighed],
    claims: Sequence[Claim],
    titles: Sequence[str],
    published: Mapping[str, date | None],
) -> CitedSentence:
    """A headline that the claims' evidence carries: an article's own, else the opening's main clause.

    What several origins have in common can be too bare for a headline; the sentence it was taken from is not. Where no
    shortening passes the gate the whole opening sentence is the headline.
    """
    for wording in titles:  # in order of preference
        if (cited := cite(wording, claims, published)) is not None:
            return cited
    first = _taken_from(opening[0].claim, claims)
    for end in _CLAUSE_END.finditer(first.text):
        wording = first.text[: end.start()].rstrip()
        if (
            _TITLE_WORDS[0] <= len(wording.split()) <= _TITLE_WORDS[1]
            and tells(wording)
            and carries(first.evidence, wording, published)
        ):
            return CitedSentence(text=wording, claim_ids=(first.id,), verified=Verification.MECHANICAL)
    whole = sentence(first)
    # The last point of "by 6 p.m." is no full stop.
    stopless = whole.text.removesuffix(".")
    return (
        whole.model_copy(update={"text": stopless}) if carries(first.evidence, stopless, published) else whole
    )
