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
    r"(?P<effect>.*?)\b(?:because(?: of)?|due to|owing to|(?:was|were|been|is) caused by|as a result of|had to do with|"
    r"(?:was|were) down to|(?:was|were) the result of|stemmed from|blamed on|triggered by)\b(?P<cause>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CAUSED = re.compile(
    r"(?P<cause>.*?)\b(?:caused|led to|triggered|(?:is|are|was|were) to blame for|was behind|brought about)\b"
    r"(?P<effect>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BLAMES = re.compile(
    r"\bblam(?:es|ed) (?P<cause>(?:the|a|an|its|their) [^,.;]{3,40}?)(?= for\b|[,.;]|$)(?: for (?P<effect>[^,.;]+))?",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"\b[Ii]t was (?P<cause>(?:the|a|an) .{3,40}?) that (?P<effect>\w+.*)", re.DOTALL)
_SEAT = re.compile(
    r"(?P<effect>(?:\S+ ){0,4}\S+) (?:began|begun|started|broke out|originated) "
    r"(?P<cause>(?:in|at|on|under|beneath|near) .*)",
    re.IGNORECASE | re.DOTALL,
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

ANYTHING = frozenset({"*"})

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
    for pattern, seat in (
        (_SEAT, True),
        (_BECAUSE, False),
        (_CLEFT, False),
        (_CAUSED, False),
        (_BLAMES, False),
    ):
        found = pattern.search(text)
        if found is None:
            continue
        # A seat's preposition comes first: "in the engine room".
        phrase = found["cause"].strip().split(" ", 1)[-1] if seat else found["cause"].strip()
        if pattern is _CAUSED:
            phrase = _last_clause(phrase)
        end = _PHRASE_END.search(phrase, 2)
        head = concepts(phrase[: end.start()] if end else phrase) - statement.spoken
        clause = _last_clause(found["effect"]) if pattern in (_BECAUSE, _SEAT) else found["effect"] or "it"
        if _RELATIVE.match(clause):
            # Why somebody did something is not why the event happened.
            continue
        if pattern is _BLAMES and found["effect"] is None:
            return Cause(statement, ANYTHING, head, seat) if head else None
        effect = concepts(clause)
        if pattern is _CLEFT or _PRONOUN.match(clause):
            effect |= concepts(statement.before)
        if head and effect:
            return Cause(statement, effect, head, seat)
    return None


def _last_clause(text: str) -> str:
    return _CLAUSE.split(text.strip())[-1]


def event_concepts(texts: Sequence[str]) -> frozenset[str]:
    """The concepts of an event's titles and openings."""
    return frozenset(key for text in texts for key in concepts(text)) - _GENERAL
