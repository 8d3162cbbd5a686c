"""Whether what a claim puts together is together in the articles: "410 jobs in Denver" where they are in Austin.

For each amount, day and name of a claim it is asked which sentences say the rest of its clause. Where the one that says
most of it has another amount, day or name in that place, and those that have the claim's say little of the rest, the
claim takes it from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conspectus.text.facts.dates import Mention
from conspectus.text.facts.names import Name
from conspectus.text.facts.numbers import Quantity
from conspectus.text.senses import LIGHT, meant
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, analyse
from conspectus.verification.checks.descriptions import descriptions
from conspectus.verification.checks.doers import TIMES
from conspectus.verification.checks.parts import own_words
from conspectus.verification.checks.places import placed
from conspectus.verification.checks.restated import is_restated
from conspectus.verification.claimed import Fact, alone, carries, clauses_of, facts_of, instead_of, parted
from conspectus.verification.evidence_search import EvidenceIndex, Place
from conspectus.verification.verdict import Mismatch, MismatchKind

_MOST = 0.5
"""The share of what the rest of a clause weighs that the sentence which says most of it has to say."""
_NEARLY, _HARDLY = 0.6, 0.2
"""The share of that, likewise, up to which a sentence that says the fact may say the rest, too."""
_TOLD, _TOLD_OF_NAMES, _TOLD_ALONE = 2, 3, 4
"""Words that it has to have besides names and times, figures counted twice: with another amount or day in the fact's
place, with another name there, and with nothing."""
_ALIKE = 0.5
"""The share of a description from which a sentence that names its bearer may give it in other words."""
_BESIDE, _BESIDE_NAMES = 1, 2
"""How many sentences before and behind may say the fact; who is named is spoken of for longer."""
_OFTEN = 3
"""In how many sentences an article has a name which others of its sentences may speak of without saying it."""
_CANDIDATES = 12
_LONGEST = 140
_US = frozenset(("we", "our", "us", "i", "my"))
_INNER = str.maketrans("“”", "‘’")
_KINDS = {Quantity: MismatchKind.NUMBER, Mention: MismatchKind.DATE, Name: MismatchKind.NAME}
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Torn:
    """A fact that a claim takes from elsewhere: the sentence that says the rest, and what that has in its place."""

    kind: MismatchKind
    fact: str
    place: Place
    instead: str | None
    called: str = ""
    """What the claim calls the name's bearer, where that is another's description."""

    @property
    def mismatch(self) -> Mismatch:
        """What is wrong, for a person."""
        said = shown(self.place.text)
        if self.instead is None:
            message = f"The articles say “{self.fact}” of something else, and this without it: {said}"
        elif self.called:
            message = f"The articles call “{self.instead}” “{self.called}”, not “{self.fact}”: {said}"
        elif self.kind is MismatchKind.NAME:
            message = f"The articles say this of “{self.instead}”, not of “{self.fact}”: {said}"
        else:
            message = f"The articles say “{self.fact}” of something else; of this, “{self.instead}”: {said}"
        return Mismatch(kind=self.kind, in_claim=self.fact, in_evidence=self.instead, message=message)


def torn(claim: str, index: EvidenceIndex) -> Torn | None:
    """The first fact of the claim that the articles tell of something else, None where there is none."""
    mine = analyse(claim)
    called = _called_as_another(mine, index)
    if called is not None:
        return called
    facts = [fact for fact in facts_of(mine) if not _is_open(mine, fact, index)]
    if not facts:
        return None
    senses = meant(claim)
    for clause in clauses_of(mine):
        for fact in facts:
            if fact.first in clause:
                told = _rest(mine, clause, fact)
                found = _torn(mine, fact, {root: senses.get(root, _NONE) for root in told}, index)
                if found is not None:
                    return found
    return None


def _torn(
    claim: Analysis, fact: Fact, told: Mapping[str, frozenset[str]], index: EvidenceIndex
) -> Torn | None:
    said = index.saying(told)[:_CANDIDATES]
    if not said or said[0][0] < _MOST:
        return None
    most, number = said[0]
    reach = _BESIDE_NAMES if isinstance(fact.what, Name) else _BESIDE
    nearly = next(
        (
            share / most
            for share, other in said
            if any(carries(claim, fact, place) for place in index.beside(other, reach))
        ),
        0.0,
    )
    place = index.place(number)
    if nearly > _NEARLY:
        return _torn_within(claim, fact, told, place, index)
    instead = instead_of(claim, fact, told, place, index.names)
    weight = _weight(claim, told, place)
    if instead is None and (nearly > _HARDLY or weight < _TOLD_ALONE or _is_of_us(place)):
        return None
    if weight < (_TOLD_OF_NAMES if isinstance(fact.what, Name) else _TOLD):
        return None
    if isinstance(fact.what, Name) and (
        _is_understood(fact.what, place, index)
        or (instead is None and any(_is_there(claim, fact.what, index.place(other)) for _, other in said))
    ):
        return None
    if isinstance(fact.what, Quantity) and _is_worked_out(claim, fact.what, place):
        return None
    return _taken(claim, fact, place, instead)


def _called_as_another(claim: Analysis, index: EvidenceIndex) -> Torn | None:
    """A name with the description that the articles have beside another, and nowhere near this one."""
    for mine in descriptions(claim):
        own = own_words(mine.name)
        if len(mine.told) < _TOLD or own.isdisjoint(index.names):
            continue
        said = index.saying(dict.fromkeys(mine.told, _NONE))
        alike = [index.place(number) for share, number in said if share >= _ALIKE]
        bearers = [(place, _bearer(mine.told, own, place, index.names)) for place in alike]
        if any(who is None and not own.isdisjoint(analyse(place.text).capitals) for place, who in bearers):
            continue
        for place, who in bearers:
            if who is not None:
                start, end = claim.reading.raw_range(mine.first, mine.last)
                name = claim.text[mine.name.start : mine.name.end]
                return Torn(MismatchKind.ROLE, name, place, who, claim.text[start:end])
    return None


def _bearer(told: frozenset[str], own: frozenset[str], place: Place, names: frozenset[str]) -> str | None:
    """Whom else by name the sentence describes so."""
    for other in descriptions(analyse(place.text)):
        words = own_words(other.name)
        if told <= other.told and words.isdisjoint(own) and not words.isdisjoint(names):
            return other.name.text
    return None


def _torn_within(
    claim: Analysis, fact: Fact, told: Mapping[str, frozenset[str]], place: Place, index: EvidenceIndex
) -> Torn | None:
    """The same of a sentence whose clauses have a day or an amount each: "in May it fell, and in June it rose"."""
    if not carries(claim, fact, place):
        return None
    parts = [(_weight(claim, told, part), part) for part in parted(place)]
    most, best = max(parts, key=lambda each: each[0])
    if most < _TOLD_OF_NAMES or any(
        weight > _HARDLY * most and carries(claim, fact, part) for weight, part in parts
    ):
        return None
    instead = instead_of(claim, fact, told, best, index.names)
    return None if instead is None else _taken(claim, fact, place, instead)


def _taken(claim: Analysis, fact: Fact, place: Place, instead: str | None) -> Torn:
    start, end = claim.reading.raw_range(fact.first, fact.last)
    return Torn(kind_of(fact), claim.text[start:end], place, instead)


def kind_of(fact: Fact) -> MismatchKind:
    """Of which kind a mismatch of the fact is."""
    return _KINDS[type(fact.what)]


def _is_open(claim: Analysis, fact: Fact, index: EvidenceIndex) -> bool:
    """True for what is no name as far as the articles tell."""
    return isinstance(fact.what, Name) and own_words(fact.what).isdisjoint(index.names)


def _rest(claim: Analysis, clause: list[int], fact: Fact) -> list[str]:
    """The content stems and figures of the clause without the fact."""
    told: list[str] = []
    for at in clause:
        root, low = claim.stems[at], claim.reading.lows[at]
        if fact.first <= at <= fact.last:
            continue
        if root is not None and root not in LIGHT:
            told.append(root)
        elif low[0].isdecimal():
            told.append(low)
    return told


def _weight(claim: Analysis, told: Mapping[str, frozenset[str]], place: Place) -> int:
    """How much of what is told the sentence has, names left out; a figure counts twice."""
    theirs = analyse(place.text)
    senses = frozenset[str]().union(*meant(place.text).values())
    beginnings = {root[:SHARED_BEGINNING] for root in theirs.stem_set} | theirs.lows
    return sum(
        2 if root[0].isdecimal() else 1
        for root, means in told.items()
        if root not in claim.named
        and root not in TIMES
        and (root[:SHARED_BEGINNING] in beginnings or not means.isdisjoint(senses))
    )


def _is_understood(name: Name, place: Place, index: EvidenceIndex) -> bool:
    """True where the sentence's article is about whom or what the name means, so that no sentence needs to say it."""
    words = own_words(name)
    headed = frozenset[str]().union(
        *(analyse(head).capitals for head in (place.article.title, place.article.publisher) if head)
    )
    return not words.isdisjoint(headed) or index.naming(place.article, words) >= _OFTEN


def _is_there(claim: Analysis, name: Name, place: Place) -> bool:
    """True where the sentence says that this is there: "the chapel in Sundby", which others call "the chapel"."""
    text, root = analyse(place.text), placed(claim, name)
    return root is not None and any(
        placed(text, other) == root and not own_words(other).isdisjoint(own_words(name))
        for other in text.names
    )


def _is_worked_out(claim: Analysis, wanted: Quantity, place: Place) -> bool:
    text = analyse(place.text)
    case = alone(claim, text, place.article.published)
    return is_restated(case, wanted, [(text, found) for found in text.quantities])


def _is_of_us(place: Place) -> bool:
    """True where somebody who is not named speaks of themselves: "our 7,400 merchants"."""
    return not _US.isdisjoint(analyse(place.text).lows)


def shown(text: str) -> str:
    """The sentence between quotation marks, its beginning where it is long."""
    words = " ".join(text.split()).translate(_INNER).rstrip(".")
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”."
