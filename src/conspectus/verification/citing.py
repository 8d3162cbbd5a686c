"""A sentence and the claims it rests on: found by words, admitted by the gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from conspectus.caching import WHILE_RUNNING
from conspectus.model.evidence import CitedSentence, Claim, Evidence, Verification
from conspectus.text.facts.words import content_words
from conspectus.text.normalise import fold
from conspectus.verification.faithfulness import holds

_MOST_CLAIMS = 3


def cite(text: str, claims: Sequence[Claim], published: Mapping[str, date | None]) -> CitedSentence | None:
    """The sentence citing the fewest claims whose evidence carries it, or None where none do.

    `published` gives each article's publication date, by article id, for relative dates.
    """
    wanted = _content(text)
    shared = {claim.id: len(wanted & _content(" ".join(_quotes([claim])))) for claim in claims}
    ranked = sorted(claims, key=lambda claim: -shared[claim.id])
    for count in range(1, min(_MOST_CLAIMS, len(ranked)) + 1):
        chosen: Sequence[Claim] = ranked[:count]
        if carries([piece for claim in chosen for piece in claim.evidence], text, published):
            chosen = _needed(text, chosen, published)
            return CitedSentence(
                text=text,
                claim_ids=tuple(claim.id for claim in chosen),
                verified=_verification(text, chosen),
            )
    return None


def _needed(text: str, chosen: Sequence[Claim], published: Mapping[str, date | None]) -> Sequence[Claim]:
    """The claims without those that the others carry it without: what shares most words may say something else."""
    kept = list(chosen)
    for claim in chosen:
        rest = [each for each in kept if each is not claim]
        if rest and carries([piece for each in rest for piece in each.evidence], text, published):
            kept = rest
    return kept


def carries(evidence: Sequence[Evidence], text: str, published: Mapping[str, date | None]) -> bool:
    """True where the gate lets the text pass, each piece's relative dates counted from its own article's day.

    It is what the audit asks of everything that a briefing says.
    """
    dates = tuple(published.get(piece.article_id) for piece in evidence)
    return _held(text, tuple(piece.quote for piece in evidence), dates)


@WHILE_RUNNING.keep(most=4096)
def _held(text: str, quotes: tuple[str, ...], published: tuple[date | None, ...]) -> bool:
    return holds(text, quotes, published=published)


def worded(text: str, speaker: str | None) -> str:
    """The claim's words as a briefing prints them: with the speaker, where the words don't name them."""
    if not speaker or speaker.casefold() in text.casefold():
        return text
    return f"{text.rstrip('.')}, according to {speaker}."


def sentence(claim: Claim) -> CitedSentence:
    """The claim as a sentence of the briefing, naming its speaker where its words do not."""
    text = worded(claim.text, claim.attributed_to)
    verified = claim.verified if text == claim.text else Verification.MECHANICAL
    return CitedSentence(text=text, claim_ids=(claim.id,), verified=verified)


@WHILE_RUNNING.keep_set(most=2048)
def _content(text: str) -> Iterable[str]:
    return content_words(text)


def _quotes(claims: Sequence[Claim]) -> list[str]:
    return [piece.quote for claim in claims for piece in claim.evidence]


def _verification(text: str, claims: Sequence[Claim]) -> Verification:
    folded = fold(text).text
    verbatim = any(folded in fold(quote).text for quote in _quotes(claims))
    return Verification.QUOTED if verbatim else Verification.MECHANICAL
