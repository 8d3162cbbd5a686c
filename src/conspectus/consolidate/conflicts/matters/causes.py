"""Two causes of one thing, in the words of two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.consolidate.language.mishaps import Kinds, culprits
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts

_BECAUSE = Caseless(
    r"\b(?:because(?: of)?|due to|owing to|(?:was|were|been|is) (?:caused|triggered|sparked|set off|"
    r"brought about) by|"
    r"as a (?:result|consequence) of|had to do with|(?:was|were|is) down to|(?:was|were|is) the (?:result|"
    r"fault|work) of|"
    r"stemmed from|blamed on|weil|parce qu[e’']|porque|perché|omdat|attributed to|put down to|"
    r"triggered by|caused by|wegen|aufgrund|ausgelöst durch|"
    r"verursacht durch|à cause d[eu’']|en raison d[eu’']|(?:dûe?|due) (?:à|au)|(?:provoqué|causé)e?s? par|"
    r"a causa del?|"
    r"debido a|(?:provocad|causad)[oa]s? por|por culpa del?|por causa d[eao]|devido [aà]o?|a causa d[eia]|"
    r"dovut[oa] a|"
    r"(?:provocat|causat)[oa] da|vanwege|veroorzaakt door)\b",
)
_CAUSED = Caseless(
    r"\b(?:(?:had |has |have )?(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )"
    r"(?:caused|led to|triggered|sparked|set off|brought about)|(?:is|are|was|"
    r"were) (?:to blame|responsible)"
    r"(?: for)?|(?:was|were|is) behind|(?:was|were|is) the (?:cause|reason)(?: (?:of|for|why))?|as (?:the|"
    r"a) (?:reason|cause)(?: for)?)\b",
)
_BLAMES = Caseless(
    r"\b(?<!was )(?<!were )(?<!been )(?<!be )blam(?:es?|ed|ing) (?!for\b|on\b)"
    r"(?P<cause>(?:the |an? |its |their |his |her )?[^,.;:]{3,60}?)(?= for\b|"
    r" that\b| which\b|[,.;:]|$)"
    r"(?: for (?P<effect>[^,.;]+))?"
    r"|\bm(?:acht|achte|achten|achen) (?P<cause2>[^,.;]{3,60}?) für (?P<effect2>[^,.;]+?) verantwortlich",
)
_PUTS = re.compile(
    r"\b(?:puts?|putting|attribut\w+|ascrib\w+|lays?|laid|blam(?:es|ed|ing)) (?P<effect>[^,.;:]{2,50}?) "
    r"(?:down to|to|on|at the door of) (?P<cause>[^.;:]+)"
)
# "It was the worst vote that I have seen" gives no cause.
_CLEFT = re.compile(
    r"\b[Ii]t was (?P<cause>(?:the|a|an) (?!\w+(?:st|st-\w+)\b|most\b|first\b|last\b|only\b).{3,40}?) that "
    r"(?P<effect>(?!(?:I|we|he|she|you|they|anyone|anybody|has|had|have)\b)\w+.*)",
    re.DOTALL,
)
_NOTHING = re.compile(
    r"(?P<cause>[^,.;:“”\"]{3,50}?) (?:had|has|have) nothing to do with (?P<effect>[^,.;:]+)", re.IGNORECASE
)
_NOT_PROVEN = re.compile(
    r"\b(?:not (?:because(?: of)?|due to|caused by|down to)|no (?:link|connection) (?:to|with)|"
    r"ruled out) (?P<cause>[^,.;:]+)",
    re.IGNORECASE,
)
# "At the works": within them it began in one place.
_SEAT = re.compile(
    r" (?:began|begun|started|broke out|originated) (?=(?:in|at the (?:back|rear|front|top|foot|end|base)|on|"
    r"under|beneath|near|outside|inside|behind|beside|above|below|among) )",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[,.;:“”\"]|\b(?:on|of|for|from|to|that|which|who|had|have|has|was|were|is|are|and|said|says|by|with|"
    r"behind|after)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:]\s|\s(?=who\b|which\b|whose\b)|\b(?:said|says|say|told|believes?|insists?|claims?|found|think|"
    r"thinks) (?:that )?"
)
_RELATIVE = re.compile(r"\s*(?:who|whose|which)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\s*(?:it|that|this|they|these|those)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night|noon|midnight|\d{4})\b",
    re.IGNORECASE,
)
# Verbs and nouns that every event is told with tie no two statements together.
_GENERAL = concepts(
    "put take make give go come get see know ask find use people person new way thing part time say set leave call "
    "open close move work large small first last man woman old young official minister president country city town"
)
_BLAME = keys("blame cause reason fault")

_SUBJECT = 5
_BESIDE = 10
_HALF = 0.5
_TIED = 0.5

ANYTHING = frozenset({"*"})
"""An effect that is not named."""


@dataclass(frozen=True)
class Cause:
    """That something came of something, or, where `denied`, that it did not; both as keys."""

    statement: Statement
    effect: frozenset[str]
    cause: frozenset[str]
    seat: bool
    denied: bool = False
    kinds: Kinds = frozenset()


def causes(scene: Scene, about: frozenset[str]) -> Iterator[Dispute]:
    """Pairs of causes that two speakers give of one thing, those that share most first.

    `about` is what the event's titles and openings are about: what is told in passing has reasons too.
    """
    stated = [cause for each in scene.said for cause in _causes(each, scene)]
    pairs = sorted(combinations(stated, 2), key=lambda pair: _worth(pair[0], pair[1], about), reverse=True)
    for first, second in pairs:
        a, b = first.statement, second.statement
        if a.language != b.language or not two_voices(a, b) or other_day(a, b):
            continue
        if first.denied != second.denied:
            if not first.cause & second.cause:
                continue
        elif (
            first.denied
            or first.cause & second.cause
            or first.seat != second.seat
            or first.kinds & second.kinds
        ):
            continue
        if _one_effect(first, second, about, scene):
            noun = "Where did it begin?" if first.seat else "What was the cause?"
            yield ConflictKind.CAUSE, noun, a, b


def other_day(first: Statement, second: Statement) -> bool:
    """True where both name days of the week, and not one together: of two that are told, one is another."""
    one, other = (frozenset(map(str.lower, _DAY.findall(each.text))) for each in (first, second))
    return bool(one and other) and not one & other


def _worth(first: Cause, second: Cause, about: frozenset[str]) -> tuple[int, int]:
    return len(first.effect & second.effect & about), len(first.effect & second.effect)


def _one_effect(first: Cause, second: Cause, about: frozenset[str], scene: Scene) -> bool:
    a, b = first.statement, second.statement
    unnamed = [each.effect == ANYTHING for each in (first, second)]
    if any(unnamed):
        # "Blames the pin" names no effect: it is what the event is about, and what the two are about.
        beside = a.article_id == b.article_id and abs(a.number - b.number) <= _BESIDE
        tied = beside or scene.weight(scene.about(a) & scene.about(b) - _BLAME) >= _TIED
        return tied and bool((first.effect | second.effect) & about) and bool(a.voice and b.voice)
    shared = first.effect & second.effect
    if first.seat:
        return bool(shared)
    known = shared & about or (shared if a.voice and b.voice else frozenset())
    return bool(known) and len(shared) >= _HALF * min(len(first.effect), len(second.effect))


def _causes(statement: Statement, scene: Scene) -> Iterator[Cause]:
    text, language = statement.text, statement.language
    spoken = scene.spoken(statement) - scene.common
    seen = set()
    for effect_text, cause_text, seat, denied in _told(text):
        end = _PHRASE_END.search(cause_text, 2)
        head = keys(cause_text[: end.start()] if end else cause_text, language) or keys(cause_text, language)
        head -= spoken
        if (
            not head
            or head in seen
            or (seat and _TIME.search(cause_text[: end.start()] if end else cause_text))
        ):
            continue
        seen.add(head)
        effect = ANYTHING if effect_text is None else keys(effect_text, language) - _GENERAL
        if effect_text is not None and _PRONOUN.match(effect_text):
            effect |= keys(statement.before, language)
        if effect:
            yield Cause(statement, effect, head, seat, denied, culprits(cause_text))


def _told(text: str) -> Iterator[tuple[str | None, str, bool, bool]]:
    """Each effect with its cause, as the text words them; whether the cause is a place where it began, or is denied.

    The effect is None where the text blames and does not say for what.
    """
    if "nothing to do with" in text.lower() and (found := _NOTHING.search(text)):
        yield found["effect"], _last_clause(found["cause"]), False, True
    if found := _NOT_PROVEN.search(text):
        yield _last_clause(text[: found.start()]) or None, found["cause"], False, True
        return
    if found := _SEAT.search(text):
        # A seat's preposition comes first: "in the engine room".
        subject = " ".join(_last_clause(text[: found.start()]).split()[-_SUBJECT:])
        yield subject, text[found.end() :].partition(" ")[2], True, False
    if found := _BECAUSE.search(text):
        effect = _last_clause(text[: found.start()])
        # Why somebody did something is not why the event happened.
        if not _RELATIVE.match(effect):
            yield effect, text[found.end() :].strip(), False, False
    if found := _CLEFT.search(text):
        yield f"it {found['effect']}", found["cause"], False, False
    if found := _CAUSED.search(text):
        cause = _last_clause(text[: found.start()])
        yield (
            _effect(text[found.end() :]),
            re.sub(r"^.*\b(?:gave|cited|named|gives|cites)\b", "", cause),
            False,
            False,
        )
    if found := _PUTS.search(text):
        yield found["effect"], found["cause"], False, False
    elif found := _BLAMES.search(text):
        yield found["effect"] or found["effect2"], found["cause"] or found["cause2"], False, False


def _effect(text: str) -> str | None:
    """What follows, None where the sentence goes on with something else."""
    text = text.strip()
    return text if re.match(r"[\w“\"]", text) and not re.match(r"(?:and|but|said|says)\b", text) else None


def _last_clause(text: str) -> str:
    return _CLAUSE.split(text.strip())[-1]


def event_concepts(texts: Sequence[str], language: str = "en") -> frozenset[str]:
    """What an event's titles and openings are about."""
    return frozenset(key for text in texts for key in keys(text, language)) - _GENERAL
