"""The mechanical gate for languages other than English: what can be compared without their grammar.

Numbers in digits everywhere, in words where text2num reads the language, months and days as Babel names them,
particles of negation, and names where capitals show them. What is not compared is said with the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import regex

from conspectus.text.language import language_name
from conspectus.text.normalise import fold
from conspectus.verification.doubts import DOUBTS, dropped
from conspectus.verification.foreign_amounts import follows
from conspectus.verification.foreign_days import (
    calendar,
    calendar_words,
    days_of_months,
    days_told,
    names_of_days,
)
from conspectus.verification.foreign_numbers import COUNTED, MAGNITUDES, bounded, measures, values
from conspectus.verification.foreign_words import is_minority, says_most, spelled
from conspectus.verification.sayings import unattributed
from conspectus.verification.subject import LEAST, shared
from conspectus.verification.verdict import Mismatch, MismatchKind, Verdict

NEGATIONS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "not no never none nobody nothing neither nor without cannot",
        "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden nichts weder ohne",
        "fr": "ne n pas jamais rien aucun aucune sans ni",
        "es": "no nunca jamás nadie nada ningún ninguno ninguna tampoco sin",
        "it": "non mai nessuno nessun nessuna niente né senza",
        "pt": "não nunca jamais ninguém nenhum nenhuma nem sem",
        "nl": "niet geen nooit niemand niets noch zonder",
        "sv": "inte icke ingen inget inga aldrig utan",
        "ru": "не ни нет без никогда никто",
        "ar": "لا لم لن ليس ليست غير بدون دون",
        "zh": "不 没 沒 未 无 無 非",
    }.items()
}
LACKING = {
    language: frozenset(words.split())
    for language, words in {
        "de": "frühestens fehlt fehlte fehlten fehlen mangels verweigert verweigerte unterblieb lehnte abgelehnt kaum",
        "fr": "manque manquait manquent refuse refusé refusait faute",
        "es": "falta faltaba faltan rechaza rechazó carece carecen",
        "it": "manca mancava mancano rifiuta rifiutato",
        "pt": "falta faltava faltam recusa recusou",
        "nl": "ontbreekt ontbrak ontbreken weigert weigerde",
    }.items()
}
"""What denies without a particle."""
CAPITALS_ARE_NAMES = ("en", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "ro", "pl", "cs")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_NAME = regex.compile(r"(?<=[\p{Ll},;)] )\p{Lu}[\p{L}\p{M}]+")
# Folding makes a Chinese comma a Latin one, with no space behind it; in “12.5” and “1,200” no clause ends.
_CLAUSE = regex.compile(
    r"(?<=[.!?;,。！？；，،])(?!\d)|: | (?=(?:and|but|und|aber|doch|et|mais|y|pero|e|ma|mas|en|maar|och|men|и|но"
    r"|ولكن|لكن|وأن|وإن|أن|إن)\b)"
)
_LEAST_SHARED = 0.6
_FEWEST_WORDS = 2
_LONG = 4


def compare(
    claim: str,
    evidence: Sequence[str],
    languages: tuple[str, str],
    published: date | Sequence[date | None] | None = None,
) -> Verdict:
    """The verdict on a claim in these languages, with a note on what was not compared.

    `published` is when all of the evidence was, or one day for each piece.
    """
    mine, theirs = languages
    text = fold(claim).text
    pieces = [fold(piece).text for piece in evidence]
    dates = [published] * len(pieces) if isinstance(published, date) or published is None else list(published)
    days = frozenset[date]().union(
        *(days_told([piece], theirs, day) for piece, day in zip(pieces, dates, strict=True))
    )
    checks = (
        _numbers(text, pieces, *languages, days, next(filter(None, dates), None)),
        calendar(text, pieces, *languages, days),
        _negation(text, pieces, *languages),
        _most(text, pieces, *languages),
    )
    reasons = [reason for check in checks for reason in check]
    if mine == theirs and mine in CAPITALS_ARE_NAMES:
        reasons += _names(text, pieces)
    if mine == theirs:
        reasons += _bounds(text, pieces, mine)
        reasons += _doubt(text, pieces, mine)
        reasons += unattributed(text, pieces, mine)
    carried = shared(text, " ".join(pieces), mine) if mine == theirs else 1.0
    if carried < LEAST:
        reasons = [_about_something_else(claim)]
    return Verdict(reasons=tuple(reasons), carried=carried, notes=(_note(mine, theirs),))


def _about_something_else(claim: str) -> Mismatch:
    return Mismatch(
        kind=MismatchKind.CONTENT,
        in_claim=claim,
        message="The evidence is about something else: it has next to none of the claim's words.",
    )


def _note(mine: str, theirs: str) -> str:
    compared = ["numbers in digits"]
    if mine in COUNTED and theirs in (*COUNTED, "en"):
        compared[0] = "numbers"
    if mine in NEGATIONS and theirs in NEGATIONS:
        compared.append("negations")
    if mine == theirs and mine in DOUBTS:
        compared.append("words of doubt")
    if names_of_days(mine) and names_of_days(theirs):
        compared.append("months and weekdays")
    if mine == theirs and mine in CAPITALS_ARE_NAMES:
        compared.append("names")
    where = (
        language_name(theirs) if mine == theirs else f"{language_name(mine)} against {language_name(theirs)}"
    )
    return f"In {where} only {', '.join(compared)} were compared."


def _numbers(
    claim: str,
    pieces: Sequence[str],
    mine: str,
    theirs: str,
    told_days: frozenset[date],
    published: date | None,
) -> Iterator[Mismatch]:
    stated = {value: words for piece in pieces for value, words in values(piece, theirs).items()}
    measured = [found for piece in pieces for found in measures(piece, theirs).values()]
    counted = frozenset[Decimal]().union(*(spelled(piece, theirs) for piece in pieces))
    own = measures(claim, mine)
    # "6,8 statt 5,1 Millionen"
    shared = {scale for word, scale in MAGNITUDES.items() if word in _words(claim, mine)}
    scales = {
        scale for piece in pieces for word, scale in MAGNITUDES.items() if word in _words(piece, theirs)
    }
    months = calendar_words(claim, mine)
    years = {day.year for day in told_days}
    told = {(day.month, day.day) for day in told_days}
    days = {day for month, day in days_of_months(claim, mine) if (month, day) in told}
    for value, words in values(claim, mine).items():
        if (
            value in stated
            or value in counted
            or value in days
            or any(value * scale in stated for scale in shared)
            or any(value / scale in stated and scale in scales for scale in shared)
            or (months and value in years)
            or (months and not any(calendar_words(piece, theirs) & months for piece in pieces))
        ):
            # A date may have been resolved, which is not read here.
            continue
        if follows(value, own.get(value), claim, pieces, stated, measured, published):
            continue
        nearest = min(stated, key=lambda other: abs(other - value), default=None)
        yield Mismatch(
            kind=MismatchKind.NUMBER,
            in_claim=words,
            in_evidence=None if nearest is None else stated[nearest],
            message=f"The claim says “{words}”, which the evidence does not."
            + (f" It has “{stated[nearest]}”." if nearest is not None else ""),
        )


def _bounds(claim: str, pieces: Sequence[str], language: str) -> Iterator[Mismatch]:
    """Numbers that the evidence has with a bound only, and the claim without one."""
    theirs: dict[Decimal, set[bool]] = {}
    for piece in pieces:
        for value, open_ended in bounded(piece, language):
            theirs.setdefault(value, set()).add(open_ended)
    mine = list(bounded(claim, language))
    for value, open_ended in mine:
        if not open_ended and theirs.get(value) == {True} and (value, True) not in mine:
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=f"{value:f}",
                message=f"The claim says “{value:f}” where the evidence gives a bound or an estimate.",
            )


def _most(claim: str, pieces: Sequence[str], mine: str, theirs: str) -> Iterator[Mismatch]:
    """The claim speaks of most where the two numbers of the evidence are of a half or less."""
    word = says_most(claim, mine)
    if word is None or any(says_most(piece, theirs) or "%" in piece for piece in pieces):
        return
    numbers = {value for piece in pieces for value in (*values(piece, theirs), *spelled(piece, theirs))}
    if is_minority(numbers):
        yield Mismatch(
            kind=MismatchKind.QUANTIFIER,
            in_claim=word,
            message=f"The claim says “{word}”; by the evidence's numbers it is no more than half.",
        )


def _negation(claim: str, pieces: Sequence[str], mine: str, theirs: str) -> Iterator[Mismatch]:
    """One side denies what the other asserts, as far as the sentences closest to the claim tell."""
    if mine not in NEGATIONS or theirs not in NEGATIONS or mine != theirs:
        return
    stated = [_words(clause, theirs) for piece in pieces for clause in _CLAUSE.split(piece) if clause]
    for clause in filter(None, _CLAUSE.split(claim)):
        words = _words(clause, mine)
        wanted = _telling(words, mine)
        if len(wanted) < _FEWEST_WORDS or not stated:
            continue
        most = max(len(wanted & other) for other in stated)
        close = [other for other in stated if len(wanted & other) == most]
        denied = not words.isdisjoint(NEGATIONS[mine])
        if denied and any(not other.isdisjoint(LACKING.get(theirs, frozenset())) for other in close):
            # "Frühestens Ende März" is "nicht vor Ende März", and what is lacking is not there.
            continue
        if most >= _LEAST_SHARED * len(wanted) and all(
            o.isdisjoint(NEGATIONS[theirs]) is denied for o in close
        ):
            yield Mismatch(
                kind=MismatchKind.NEGATION,
                in_claim=clause.strip(),
                message="The claim denies what the evidence says."
                if denied
                else "The claim leaves out a “not”.",
            )


def _doubt(claim: str, pieces: Sequence[str], language: str) -> Iterator[Mismatch]:
    """A word of doubt that a clause of the evidence has, and the claim leaves out."""
    for word in dropped(claim, pieces, language):
        yield Mismatch(
            kind=MismatchKind.MODALITY,
            in_claim=claim,
            in_evidence=word,
            message=f"The evidence says “{word}”; the claim states it as fact.",
        )


def _telling(words: frozenset[str], language: str) -> frozenset[str]:
    """The words that tell what a clause is about: no particles of negation, and no short ones where letters spell."""
    shortest = 1 if language in ("zh", "ja", "ar") else _LONG
    return frozenset(word for word in words if len(word) >= shortest) - NEGATIONS[language]


def _words(text: str, language: str) -> frozenset[str]:
    if language in ("zh", "ja"):
        return frozenset(filter(str.isalnum, text))
    return frozenset(word.lower() for word in _WORD.findall(text))


def _names(claim: str, pieces: Sequence[str]) -> Iterator[Mismatch]:
    known = frozenset(word.casefold() for piece in pieces for word in _WORD.findall(piece))
    for match in _NAME.finditer(claim):
        if match[0].casefold() not in known:
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=match[0],
                message=f"The claim names “{match[0]}”; the evidence does not.",
            )
