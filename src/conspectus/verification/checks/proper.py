"""Names: every name of the claim is named in the evidence, in full, in part, or by its initials."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from conspectus.text.facts import lexicon
from conspectus.text.facts.names import Name, bare, is_title_case, names
from conspectus.text.facts.units import CURRENCIES, WORDS
from conspectus.text.facts.words import STOP_WORDS, stem
from conspectus.text.usual import ordinary_stems
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, Case
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.verdict import Mismatch, MismatchKind

_CURRENCY_CODES = {
    "canadian": frozenset(("c", "ca", "cad")),
    "australian": frozenset(("a", "au", "aud")),
    "american": frozenset(("us", "usd")),
    "zealand": frozenset(("nz", "nzd")),
}
CURRENCY_WORDS = frozenset(word for word, unit in WORDS.items() if unit.name in CURRENCIES)
_NONE: frozenset[str] = frozenset()
_OTHERWISE = {"eu": frozenset(("european",)), "european": frozenset(("eu",))}
"""What a name's word may be in another form of the name: "EU Commission"."""
_SEASONS = frozenset(("winter", "summer", "autumn"))
_SHORTEST_LOWER_CASE = 4
_PAIR = 2
_SHORTEST_ROOT = 4
_DEMONYM_ENDINGS = ("an", "ans", "ese", "ish", "i", "ite", "ites")


def check(case: Case) -> Iterator[Mismatch]:
    """The names of the claim, and of whom it is attributed to, that the evidence does not have."""
    if not case.claim.names:
        return
    sources = (*case.texts, *case.known)
    capitals = frozenset[str]().union(*[a.capitals for a in sources])
    places = {lexicon.PLACE_OF[word] for word in capitals & lexicon.PLACE_OF.keys()}
    for name in case.claim.names:
        if len(name.words) > 1:
            yield from _crossed(name, sources)
        missing = [
            (index, word)
            for index, word in _words(case.claim, name)
            if word not in capitals and not _is_there(word, capitals, places, case)
        ]
        if missing and not _abbreviated(name, sources) and not _only_fuller(name, missing, sources):
            yield from _judge(case, name, missing, sources)


def _only_fuller(name: Name, missing: list[tuple[int, str]], sources: tuple[Analysis, ...]) -> bool:
    """True for "Colm Haverty" where the evidence has "Haverty" and gives no other name before it."""
    family = name.words[-1:]
    if len(name.words) < 2 or any((word,) == family for _, word in missing):
        return False
    bearers = [other for analysis in sources for other in analysis.names if other.words[-1:] == family]
    return bool(bearers) and all(set(other.words[:-1]) <= OFFICE_WORDS for other in bearers)


def _crossed(name: Name, sources: tuple[Analysis, ...]) -> Iterator[Mismatch]:
    """ "Olve Lind" where the evidence has "Olve Tarn" and "Dora Lind", and nobody of both names."""
    own = _personal(name)
    if len(own) != _PAIR:
        return
    given, family = [], []
    for analysis in sources:
        for other in analysis.names:
            if own[0] in other.words:
                if own[1] in other.words:
                    return
                given.append(other)
            elif own[1] in other.words:
                family.append(other)
    given = [other for other in given if _personal(other)[:1] == own[:1] and len(_personal(other)) > 1]
    family = [other for other in family if _personal(other)[-1:] == own[1:] and len(_personal(other)) > 1]
    if given and family and not any(word in lexicon.COMMON_NOUNS or word in lexicon.PLACE_OF for word in own):
        yield Mismatch(
            kind=MismatchKind.NAME,
            in_claim=name.text,
            in_evidence=f"{given[0].text}; {family[0].text}",
            message=f"The claim says “{name.text}” where the evidence has “{given[0].text}” and “{family[0].text}”.",
        )


def _personal(name: Name) -> tuple[str, ...]:
    return tuple([word for word in name.words if word not in OFFICE_WORDS and word not in _RANKS])


_RANKS = frozenset(("sergeant", "constable", "officer", "corporal", "major", "colonel", "general", "admiral"))


def _words(claim: Analysis, name: Name) -> Iterator[tuple[int, str]]:
    """The words of the name that must be in the evidence: no connectors, no offices ("CEO"), no units ("GW")."""
    for index in range(name.first, name.last + 1):
        if index in claim.counted:
            continue
        written = claim.reading.words[index]
        word = bare(written)
        if written.islower() and len(word) < _SHORTEST_LOWER_CASE:
            # "Aceto di Varnese", "Ludwig van Dorn".
            continue
        if (word[:1].isalpha() and word not in STOP_WORDS and word not in OFFICE_WORDS) or (
            word == "us" and written.isupper()
        ):
            yield index, word


def _is_there(word: str, capitals: frozenset[str], places: set[str], case: Case) -> bool:
    if lexicon.PLACE_OF.get(word) in places or not _OTHERWISE.get(word, _NONE).isdisjoint(capitals):
        return True
    if not _CURRENCY_CODES.get(word, frozenset()).isdisjoint(capitals) and case.claim.lows & CURRENCY_WORDS:
        return True
    if word in lexicon.COMMON_NOUNS and stem(word) in case.stems:
        return True
    if _is_demonym_of_any(word, capitals):
        return True
    return len(word) >= _SHORTEST_LOWER_CASE and (word in case.lows or word.rstrip("s") in capitals)


def _is_demonym_of_any(word: str, capitals: frozenset[str]) -> bool:
    """True where the word and one of the capitals are a place and its people, either way."""
    if word.endswith(_DEMONYM_ENDINGS) and any(_is_demonym(place, word) for place in capitals):
        return True
    beginning = word[:_SHORTEST_ROOT]
    return any(_is_demonym(word, other) for other in capitals if other.startswith(beginning))


def _is_demonym(place: str, people: str) -> bool:
    """True for Panama and Panamanian: the same beginning, and an ending that makes an adjective of a place."""
    root = place.rstrip("aeioy")
    return (
        len(root) >= _SHORTEST_ROOT
        and len(people) > len(place)
        and people.startswith(root)
        and people.endswith(_DEMONYM_ENDINGS)
    )


def _judge(
    case: Case, name: Name, missing: list[tuple[int, str]], sources: tuple[Analysis, ...]
) -> Iterator[Mismatch]:
    reading = case.claim.reading
    headline = is_title_case(reading)
    unknown = [
        index for index, word in missing if not _may_be_common(case, name, index, word, headline, sources)
    ]
    if not unknown:
        return
    found = "; ".join(dict.fromkeys(other.text for piece in case.pieces for other in piece.names)) or None
    invented = " ".join(reading.words[index] for index in unknown)
    yield Mismatch(
        kind=MismatchKind.NAME,
        in_claim=name.text,
        in_evidence=found,
        message=f"The claim names “{name.text}”; “{invented}” is not in the evidence."
        + (f" It names “{found}”." if found else " It names nobody."),
    )


def _may_be_common(
    case: Case, name: Name, index: int, word: str, headline: bool, sources: tuple[Analysis, ...]
) -> bool:
    """True where the capital may come from the place in the sentence alone, and the word is an everyday one."""
    described = name.first == name.last and case.claim.reading.low(index - 1) in ("the", "its")
    if described and word in lexicon.COMMON_NOUNS:
        # "The Company", as filings and contracts write it.
        return True
    raised = headline or (name.initial and index == name.first)
    if not raised or (len(word) > 1 and case.claim.reading.words[index].isupper()):
        return False
    if word in _SEASONS and case.claim.reading.low(index + 1).endswith("ed"):
        # "Winter limped off": somebody of that name.
        return False
    if word in lexicon.COMMON_NOUNS or word in lexicon.OPENING_WORDS:
        return name.first == name.last or word not in ("new", "north", "south", "east", "west")
    if case.claim.reading.low(index + 1) == "-" and case.claim.reading.word(index + 2).islower():
        # "Take-up", "Double-decker"
        return True
    root = stem(word)
    if root in case.stems or root[:SHARED_BEGINNING] in case.beginnings:
        return True
    if root in _common_stems(root[:1]) or (name.first == name.last and root in ordinary_stems()):
        return True
    return name.first == name.last and word.endswith(lexicon.COMMON_ENDINGS) and len(word) > 5


@lru_cache(maxsize=64)
def _common_stems(initial: str) -> frozenset[str]:
    # There are more than a thousand, and a stem begins as its word does.
    return frozenset(stem(word) for word in lexicon.COMMON_NOUNS if word.startswith(initial))


def _abbreviated(name: Name, sources: tuple[Analysis, ...]) -> bool:
    """True where the evidence has the name's initials or the long form of the acronym that the name is."""
    if len(name.words) > 1:
        spelled = {name.acronym, "".join(word[0] for word in name.words if word not in OFFICE_WORDS)}
        if any(acronym in a.capitals for a in sources for acronym in spelled if len(acronym) > 1):
            return True
        joined = " ".join(name.words)
        place = lexicon.PLACE_OF.get(joined)
        return place is not None and any(
            lexicon.PLACE_OF.get(w) == place for a in sources for w in a.capitals
        )
    if len(name.words) == 1:
        word = name.words[0]
        place = lexicon.PLACE_OF.get(word)
        for analysis in sources:
            for other in analysis.names:
                if len(other.words) > 1 and (
                    _spells(word, other)
                    or (place is not None and place == lexicon.PLACE_OF.get(" ".join(other.words)))
                ):
                    return True
    return False


def _spells(word: str, other: Name) -> bool:
    """True where the word is the initials of the other name, or of two or more of its words on end."""
    return 1 < len(word) <= len(other.words) and word in other.acronym


@lru_cache(maxsize=4096)
def attributed_names(speaker: str) -> tuple[str, ...]:
    """The bare words of a speaker's name without offices; empty for "a spokesman" or "the company"."""
    return tuple(
        word
        for name in names(speaker)
        for word in name.words
        if word not in OFFICE_WORDS and word not in STOP_WORDS
    )
