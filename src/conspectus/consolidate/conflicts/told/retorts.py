"""Answers that take up a word of what stands before: "there was no email", "he said that the caretaker had"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.consolidate.language.reply_words import ANY_MATTER
from conspectus.consolidate.language.senses import keys
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.briefing import ConflictKind
from conspectus.text.facts.dates import periods

_NONE = {
    "en": re.compile(
        r"(?:^|[“\"])\W*There (?:was|is|were|are|has been|had been|never was) (?:no|never any|not a|any) "
        r"(?P<noun>[a-z][\w-]+(?: [a-z][\w-]+)?)"
    ),
    "de": re.compile(
        r"(?:^|„)\W*(?:Es gab|Es gibt|Da war|Da ist) kein\w* (?P<noun>[\w-]+(?: [A-ZÄÖÜ][\w-]+)?)"
    ),
    "fr": re.compile(
        r"(?:^|«)\W*Il n[’']y (?:a|avait|a eu|a jamais eu) (?:pas|aucune?|jamais) (?:eu )?(?:de |d[’'])?(?P<noun>\w+)"
    ),
    "es": re.compile(r"(?:^|«)\W*No (?:hubo|había|hay|existe|existió) (?:ning[uú]n\w* )?(?P<noun>\w+)"),
    "pt": re.compile(r"(?:^|«)\W*Não (?:houve|havia|há|existe|existiu) (?:nenhum\w* )?(?P<noun>\w+)"),
    "it": re.compile(
        r"(?:^|«)\W*Non (?:c[’']era|c[’']è|c[’']è stat[oa]) (?:nessun\w* |alcun\w* )?(?P<noun>\w+)"
    ),
}
_ANY_MATTER = ANY_MATTER | keys("money time comment hope choice link alternative room place news word")
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|without|denied|denies|kein\w*|nicht|pas|aucune?|ningun\w*|sin|nunca|não|non|nessun\w*)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_WHO = r"(?P<who>(?:the|a|an|his|her|their|its) [\w-]+(?: [\w-]+)?|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
# "Mr Pask said that the caretaker had": the deed is the one before.
_HAD = re.compile(
    rf"\b(?:said|says|insist(?:s|ed)|claim(?:s|ed)|repl(?:y|ies|ied)) (?:that )?{_WHO} (?P<aux>had|did|has)\W*$"
)
_DID = re.compile(
    r"\b(?:the|a|an|his|her|their|its|[A-Z])[\w’-]* ?[\w-]*(?: [\w-]+)? (?P<aux>had|has) "
    r"(?!been\b|gone\b|come\b|died\b|left\b)\w+(?:ed|en|wn|ne|ut|ld|nt|ught|un|ung)\b"
)
# "He said that it would not open before June": what is to be, of what stands before.
_WILL = re.compile(r"\b(?:would|will|is to|are to|was to|were to)\b")
_IT_WILL = re.compile(
    r"\b(?:said|says|insist(?:s|ed)) (?:that )?(?:he|she|it|they) (?:would|will|is to|are to)\b"
)
_NOT_BEFORE = re.compile(r"(?:\bnot|n[’']t|\bnever)\b[^.;,]{0,40}\b(?:before|until)\b")
_BACK = 3


def retorts(lines: Mapping[str, Mapping[int, Statement]]) -> Iterator[Dispute]:
    """Pairs of statements of one article, of which the second takes up a word of the first and turns it down."""
    for article, line in sorted(lines.items()):
        for place, told in sorted(line.items()):
            if told.places[0] != (article, place):
                continue
            if (earlier := _named_before(line, place)) is not None:
                yield ConflictKind.OCCURRENCE, "Did it happen?", earlier, told
            elif (earlier := _done_before(line, place)) is not None:
                yield ConflictKind.ACTOR, "Who did it?", earlier, told
            elif (earlier := _dated_before(line, place)) is not None:
                yield ConflictKind.DATE, "When will it be?", earlier, told


def _named_before(line: Mapping[int, Statement], place: int) -> Statement | None:
    """The nearest statement of somebody else that speaks of what there was not."""
    told = line[place]
    pattern = _NONE.get(told.language)
    found = pattern.search(told.text) if pattern else None
    noun = keys(found["noun"], told.language) - _ANY_MATTER if found else frozenset()
    if not noun or not told.voice:
        return None
    for back in range(1, _BACK + 1):
        other = line.get(place - back)
        if other is None or _one_voice(other, told) or _NEGATED.search(other.text) or "?" in other.text:
            continue
        if noun <= keys(other.text, other.language):
            return other
    return None


def _done_before(line: Mapping[int, Statement], place: int) -> Statement | None:
    """What stands right before it, where somebody else says that another did what these did."""
    told, before = line[place], line.get(place - 1)
    found = _HAD.search(told.text) if told.language == "en" else None
    if found is None or before is None or not before.voice or _one_voice(before, told):
        return None
    did = _DID.search(before.text)
    if did is None or keys(found["who"]) & keys(before.text[: did.end()]):
        return None
    return before if found["aux"] in ("did", did["aux"]) else None


def _dated_before(line: Mapping[int, Statement], place: int) -> Statement | None:
    """What stands right before it, where somebody else says that what they speak of will be at another time."""
    told, before = line[place], line.get(place - 1)
    if (
        told.language != "en"
        or before is None
        or not (before.voice and told.voice)
        or _one_voice(before, told)
    ):
        return None
    if not (_IT_WILL.search(told.text) and _WILL.search(before.text)):
        return None
    one, other = _when(before), _when(told)
    apart = one and other and (one[1] < other[0] or other[1] < one[0])
    return before if apart else None


def _when(statement: Statement) -> tuple[date, date] | None:
    """The one period that the statement names, without end where it says "not before"."""
    found = [
        (each.start, each.end)
        for each in periods(statement.text, statement.published)
        if each.start is not None and each.end is not None
    ]
    if len(found) != 1:
        return None
    return (found[0][0], date.max) if _NOT_BEFORE.search(statement.text) else found[0]


def _one_voice(first: Statement, second: Statement) -> bool:
    return bool(first.voice & ((speaker(second.text, second.language) or second.voice) - PRONOUNS))
