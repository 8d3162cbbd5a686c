"""Minimal counterfactuals of a claim: one thing in it is turned round, and all else stays as it is.

Tried as a second question for the model (`eval/README.md`) and used nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from conspectus.text.facts.names import Name, names
from conspectus.text.facts.operators import OperatorKind, operators
from conspectus.text.facts.tokens import read
from conspectus.verification.checks.case import analyse
from conspectus.verification.checks.speakers import speaker_words

_COMPARED = (
    "more|fewer less|more larger|smaller bigger|smaller higher|lower longer|shorter earlier|later better|worse "
    "stronger|weaker"
)
_MOVED = (
    "rose|fell risen|fallen rises|falls rising|falling increased|decreased gained|lost grew|shrank raised|lowered "
    "widened|narrowed improved|worsened first|last before|after"
)


def _turned(rows: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows.split():
        one, other = row.split("|")
        found.setdefault(one, other)
        found.setdefault(other, one)
    return found


_OPPOSITE = MappingProxyType(_turned(f"{_COMPARED} {_MOVED}"))
_FIRST = frozenset(_turned(_COMPARED))
_PERIODS = frozenset("year week month night day time summer winter spring autumn season quarter".split())  # noqa: SIM905
_LINKS = re.compile(
    r",? (?:because of|because|due to|owing to|thanks to|as a result of|"
    r"(?:had |has |have )?(?:led to|caused|forced|prompted)|so that|after|when) "
)
_TOLD = re.compile(r"^.{3,80}? (?:said|says|believes|told \w+|claimed)(?: that)? ")
_TELLS = re.compile(r", (?:said|says|according to) .*$")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"(?:, [^,]*)? (?:and|or|with) (?:the )?")
_SHE_DID = re.compile(r"\b(?P<doer>she|he) (?P<act>(?:had |has )?[a-z]+(?:ed|d|t)) (?P<target>[A-Z]\w+)\b")
_DID_HER = re.compile(r"\b(?P<doer>[A-Z]\w+) (?P<act>(?:had |has )?[a-z]+(?:ed|d|t)) (?P<target>her|him)\b")
_FEWEST = 2
_LONGEST_SPEAKER = 8


class Counterfactual(NamedTuple):
    """What was turned round, and the claim as it then reads."""

    sort: str
    text: str


def counterfactuals(claim: str, evidence: Sequence[str]) -> tuple[Counterfactual, ...]:
    """The claim with a cause and its effect, a speaker, a comparison, or two who are named turned round.

    At most one of each sort, in that order, none like the claim; empty where nothing can be turned round.
    """
    text = " ".join(claim.split())
    found: dict[str, str] = {}
    for sort, made in (
        ("cause", _causes(text)),
        ("speaker", _speakers(text, evidence)),
        ("comparative", _comparatives(text)),
        ("names", _exchanged(text, evidence)),
    ):
        other = next((one for one in made if one != text and one not in found.values()), None)
        if other is not None:
            found[sort] = other
    return tuple(Counterfactual(sort, other) for sort, other in found.items())


def _comparatives(text: str) -> Iterator[str]:
    """ "More" for "fewer" before "rose" for "fell"."""
    words = [m for m in _WORD.finditer(text) if m[0].lower() in _OPPOSITE and not _names_period(text, m)]
    for match in sorted(words, key=lambda m: m[0].lower() not in _FIRST):
        other = _OPPOSITE[match[0].lower()]
        yield (
            text[: match.start()] + (_raised(other) if match[0][0].isupper() else other) + text[match.end() :]
        )


def _names_period(text: str, match: re.Match[str]) -> bool:
    """True for the "last" of "last year"."""
    following = _WORD.search(text, match.end())
    return match[0].lower() == "last" and following is not None and following[0].lower() in _PERIODS


def _causes(text: str) -> Iterator[str]:
    end = text[-1] if text[-1:] in (".", "!", "?") else ""
    core = text.removesuffix(end) if end else text
    tail = (_TELLS.search(core) or [""])[0]
    core = core.removesuffix(tail)
    head = (_TOLD.match(core) or [""])[0]
    match = _LINKS.search(core, len(head))
    if match is None:
        return
    one, other = core[len(head) : match.start()], core[match.end() :]
    if min(len(one.split()), len(other.split())) >= _FEWEST:
        other = _lowered(other, text) if head else _raised(other)
        yield f"{head}{other}{match[0]}{_lowered(one, text)}{tail}{end}"


def _speakers(text: str, evidence: Sequence[str]) -> Iterator[str]:
    """The claim in the mouth of another who speaks in the evidence, or is named there."""
    reading = read(text)
    for operator in operators(text):
        if (
            operator.kind is not OperatorKind.ATTRIBUTION
            or not operator.speaker
            or operator.speaker[0] == operator.speaker[1]
        ):
            continue
        start, end = reading.raw_range(operator.speaker[0], operator.speaker[1] - 1)
        own = _long_words(text[start:end])
        for other in _who_speaks(evidence):
            if own and _long_words(other) and not own & _long_words(other):
                yield text[:start] + (other if start else _raised(other)) + text[end:]
        return


def _who_speaks(evidence: Sequence[str]) -> Iterator[str]:
    for piece in evidence:
        analysis = analyse(piece)
        for operator in analysis.of_kind(OperatorKind.ATTRIBUTION):
            speaker = speaker_words(analysis, operator)
            if operator.speaker and speaker[:1].isupper() and len(speaker.split()) <= _LONGEST_SPEAKER:
                start, end = analysis.reading.raw_range(operator.speaker[0], operator.speaker[1] - 1)
                yield piece[start:end]
    for piece in evidence:
        yield from (name.text for name in names(piece) if len(name.words) > 1)


def _exchanged(text: str, evidence: Sequence[str]) -> Iterator[str]:
    """ "Tolley asked her" for "she asked Tolley", then any two names that are not joined by "and"."""
    for pattern, forms in ((_SHE_DID, {"she": "her", "he": "him"}), (_DID_HER, {"her": "she", "him": "he"})):
        for match in pattern.finditer(text):
            one, act, other = match["doer"], match["act"], match["target"]
            turned = f"{other} {act} {forms[one]}" if one in forms else f"{forms[other]} {act} {one}"
            yield text[: match.start()] + turned + text[match.end() :]
    known = {word for piece in (*evidence, text) for word in _WORD.findall(piece) if word.islower()}
    found = [name for name in names(text) if not _merely_raised(name, known)]
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            between = text[one.end : other.start]
            if not set(one.words) & set(other.words) and not _JOINED.fullmatch(between):
                yield text[: one.start] + other.text + between + one.text + text[other.end :]


def _merely_raised(name: Name, known: set[str]) -> bool:
    """True for a word that has its capital from the beginning of the sentence."""
    return name.initial and len(name.words) == 1 and name.text.lower() in known


def _long_words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text) if len(word) > _FEWEST}


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str, claim: str) -> str:
    """The text with a small first letter, unless it begins with a name."""
    first = text.split(" ")[0]
    named = any(
        name.text.split(" ")[0] == first for name in names(claim) if not name.initial or len(name.words) > 1
    )
    return text if named or first.isupper() else text[:1].lower() + text[1:]
