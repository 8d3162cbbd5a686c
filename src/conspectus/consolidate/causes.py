"""Two causes of one thing, in the words of two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.statements import Statement, different_voices
from conspectus.model.briefing import ConflictKind
from conspectus.text.concepts import concepts

_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|(?:was|were|been|is) caused by|as a result of|had to do with|"
    r"(?:was|were) down to|(?:was|were) the result of|stemmed from|blamed on|triggered by)\b",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"\b(?:caused|led to|triggered|(?:is|are|was|were) to blame for|was behind|brought about)\b",
    re.IGNORECASE,
)
_BLAMES = re.compile(
    r"\bblam(?:es|ed) (?P<cause>(?:the|a|an|its|their) [^,.;]{3,40}?)(?= for\b|[,.;]|$)(?: for (?P<effect>[^,.;]+))?",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"\b[Ii]t was (?P<cause>(?:the|a|an) .{3,40}?) that (?P<effect>\w+.*)", re.DOTALL)
_SEAT = re.compile(
    r" (?:began|begun|started|broke out|originated) (?=(?:in|at|on|under|beneath|near) )",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[,.;:“”\"]|\b(?:on|of|for|from|to|that|which|who|had|have|has|was|were|is|are|and|said|says|by|with|behind|after)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]\s|\s(?=who\b|which\b|whose\b)|\b(?:said|says|say|told|believes?) (?:that )?")
_RELATIVE = re.compile(r"\s*(?:who|whose|which)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\s*(?:it|that|this|they|these|those)\b", re.IGNORECASE)
_NOT_PROVEN = re.compile(r"\bnot (?:because|due|caused)\b", re.IGNORECASE)
# Verbs and nouns that every event is told with tie no two statements together.
_GENERAL = concepts(
    "put take make give go come get see know ask find use people person new way thing part time say set leave call "
    "open close move work large small first last man woman old young official minister president country city town"
)

_SUBJECT = 5

ANYTHING = frozenset({"*"})
"""An effect that is not named."""

Dispute = tuple[ConflictKind, str, Statement, Statement]
"""What it is about, the question, and who says what."""


@dataclass(frozen=True)
class Cause:
    """That something came of something: both as concepts."""

    statement: Statement
    effect: frozenset[str]
    cause: frozenset[str]
    seat: bool


def causes(said: Sequence[Statement], about: frozenset[str]) -> Iterator[Dispute]:
    """Pairs of causes that two speakers give of one thing, those that share most first.

    `about` are the concepts of the event: what is told in passing has reasons too.
    """
    stated = [cause for each in said if (cause := _cause(each)) is not None]
    pairs = sorted(combinations(stated, 2), key=lambda pair: -len(pair[0].effect & pair[1].effect & about))
    for first, second in pairs:
        a, b = first.statement, second.statement
        if not different_voices(a, b) or not (a.voice and b.voice) or first.cause & second.cause:
            continue
        shared = first.effect & second.effect
        if ANYTHING in (first.effect, second.effect):
            # "Blames the pin" names no effect: it is what the event is about.
            shared = first.effect | second.effect
        if first.seat != second.seat or not (shared & about if not first.seat else shared):
            continue
        noun = "Where did it begin?" if first.seat else "What was the cause?"
        yield ConflictKind.CAUSE, noun, a, b


def _cause(statement: Statement) -> Cause | None:
    text = statement.text
    if _NOT_PROVEN.search(text):
        return None
    for effect_text, cause_text, seat in _told(text):
        end = _PHRASE_END.search(cause_text, 2)
        head = concepts(cause_text[: end.start()] if end else cause_text) - statement.spoken
        if effect_text is None:
            return Cause(statement, ANYTHING, head, seat) if head else None
        effect = concepts(effect_text)
        if _PRONOUN.match(effect_text):
            effect |= concepts(statement.before)
        if head and effect:
            return Cause(statement, effect, head, seat)
    return None


def _told(text: str) -> Iterator[tuple[str | None, str, bool]]:
    """Each effect with its cause, as the text words them, and whether the cause is a place where it began.

    The effect is None where the text blames and does not say for what.
    """
    if found := _SEAT.search(text):
        # A seat's preposition comes first: "in the engine room".
        subject = " ".join(_last_clause(text[: found.start()]).split()[-_SUBJECT:])
        yield subject, text[found.end() :].partition(" ")[2], True
    if found := _BECAUSE.search(text):
        effect = _last_clause(text[: found.start()])
        # Why somebody did something is not why the event happened.
        if not _RELATIVE.match(effect):
            yield effect, text[found.end() :].strip(), False
    if found := _CLEFT.search(text):
        yield f"it {found['effect']}", found["cause"], False
    if found := _CAUSED.search(text):
        yield text[found.end() :].strip(), _last_clause(text[: found.start()]), False
    if found := _BLAMES.search(text):
        yield found["effect"], found["cause"], False


def _last_clause(text: str) -> str:
    return _CLAUSE.split(text.strip())[-1]


def event_concepts(texts: Sequence[str]) -> frozenset[str]:
    """The concepts of an event's titles and openings."""
    return frozenset(key for text in texts for key in concepts(text)) - _GENERAL
