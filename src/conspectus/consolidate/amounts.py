# ruff: noqa: SIM905 — a word list reads best as words
"""Amounts as an event's articles give them: how many of what, where, when, and whose count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conspectus.consolidate.statements import Statement
from conspectus.text.concepts import concepts
from conspectus.text.facts.names import names
from conspectus.text.facts.numbers import Bound, Quantity, quantities
from conspectus.text.facts.words import content_words

# What newsrooms count in an event, and the words that say so.
_COUNTED = {
    "jobs": "job jobs position positions post posts role roles employee employees worker workers staff dismissed "
    "laid layoffs redundancies",
    "dead": "dead deaths died die killed killing fatalities bodies lives",
    "missing": "missing unaccounted",
    "injured": "injured hurt wounded injuries injuring burnt burned burns treated hospitalised hospitalized",
    "arrested": "arrested arrests detained",
    "evacuated": "evacuated",
    "rescued": "rescued rescue pulled saved",
    "aboard": "aboard",
}
CLASS_OF = {word: name for name, words in _COUNTED.items() for word in words.split()}
MOVING = frozenset({"dead", "missing", "injured", "arrested", "evacuated", "rescued"})
"""What is counted again as a story goes on, so that figures of two days may both have been right."""

_PEOPLE = frozenset(
    "people persons person others members passengers men women children residents residents civilians soldiers "
    "villagers islanders protesters victims travellers pilgrims miners pupils students".split()
)
# "Two of the five", "three more", "another six", "six o'clock": not the amount of a whole.
_PARTIAL_AFTER = re.compile(r"\s*(?:of (?:the|them|these|those|its|his|her|whom))\b", re.IGNORECASE)
_PARTIAL_BEFORE = re.compile(r"\bof whom\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s*(?:more|other|others|further|additional|new|o['’]clock)\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|further|additional|other)\s+$", re.IGNORECASE)
_REVISION = re.compile(
    r"\b(?:revis\w+|correct(?:ed|ion|s)\w*|updat(?:ed|es)\w*|lowered|raised its|since put|misstat\w+|wrongly|"
    r"mistaken\w*|now stands|earlier (?:count|figure|report|version|estimate)|initial(?:ly)?|at first|"
    r"first (?:spoke|given|put|figure|count|estimate))\b",
    re.IGNORECASE,
)
# A toll that rises is counted anew; sales that rise are not.
_MOVED = re.compile(
    r"\b(?:rose|risen|rises|raised|raises|grew|climb\w+|up from|down from|previous\w*|so far|"
    r"since (?:yesterday|\w+day))\b",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?:but|while|whereas|although|and that|when|after|before|as well as)\s"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|from|aboard|on|near|inside|across|among)\s+((?:[A-Za-z’'&-]+\s?){1,6}?)"
    r"(?=[,.;:)”\"]|$|\b(?:in|at|on|from|by|to|had|has|have|was|were|is|are|and|after|before|who|which|that|said|says|"
    r"alone|with|since|for|during|of)\b)"
)
_FIGURE = re.compile(r"\b(?:figure|count(?:ed)?|number|toll|total|estimate|tally)s?\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:would|will|could|may|might|should|plans?|hopes?|expects?|expected|forecasts?)\b", re.IGNORECASE
)
_NOT_FOUND = re.compile(
    r"\b(?:ha(?:ve|s|d) not (?:yet )?been found|(?:is|are|was|were) (?:still )?unaccounted)\b"
)
_SKIPPED_UNITS = frozenset({"ordinal", "clock", "fraction", "times", "year", "age"})
_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month"})
_TIME_WORDS = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|morning|afternoon|evening|night|noon|midnight|quarter|week|month|year|years|"
    r"time|hours?|minutes?|days?|spring|summer|autumn|winter|dusk|dawn|midday|o['’]clock|[ap]\.?m\b\.?|whole|entire|"
    r"all|total|area|region|country|scene|statement|interview|conference|report|news|court|least|about|first|last)\b",
    re.IGNORECASE,
)
_FAR = 20
_LOOK_AFTER, _LOOK_BEFORE = 12, 7
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Amount:
    """One amount of one statement: of `what`, at the places in `where`, in a clause about `about`.

    `what` holds a class of things counted ("#dead"), a unit ("$dollar") or the stems of the noun beside it.
    `partial` is true where it is said of a part ("two of the five"), `revised` where the statement replaces or quotes
    an earlier figure, `supposed` where the amount is of what may or will be.
    """

    statement: Statement
    quantity: Quantity
    what: frozenset[str]
    where: frozenset[str]
    named: frozenset[str]
    about: frozenset[str]
    partial: bool
    revised: bool
    supposed: bool = False

    @property
    def moving(self) -> bool:
        """True where the amount is one that is counted again as the story goes on."""
        return any(key.startswith("#") and key[1:] in MOVING for key in self.what)

    @property
    def label(self) -> str:
        """What is counted, in a word for a reader; empty for money, shares and bare figures."""
        return next((key[1:] for key in sorted(self.what) if key.startswith("#")), "")


def amounts(statement: Statement, common: frozenset[str]) -> list[Amount]:
    """The amounts that the statement gives; `common` are names that run through the whole event."""
    text = statement.text
    found: list[Amount] = []
    stated = quantities(text)
    revised, moved = _REVISION.search(text) is not None, _MOVED.search(text) is not None
    for number, quantity in enumerate(stated):
        if quantity.vague or quantity.unit in _SKIPPED_UNITS:
            continue
        first, last = _clause(text, quantity)
        until = stated[number + 1].start if number + 1 < len(stated) else len(text)
        since = stated[number - 1].end if number else 0
        what = _counted(text, quantity, max(first, since), min(last, until), statement)
        if not what and _PARTIAL_AFTER.match(text, quantity.end) and number + 1 < len(stated):
            # "Two of the five dead": two are what five are.
            what = _counted(text, stated[number + 1], until, last, statement)
        if not what:
            continue
        clause = text[first:last]
        moving = any(key.startswith("#") for key in what)
        where, named = _places(clause, statement, common)
        if "#missing" not in what and (
            _MORE_AFTER.match(text, quantity.end) or _MORE_BEFORE.search(text, 0, quantity.start)
        ):
            continue
        partial = bool(
            _PARTIAL_AFTER.match(text, quantity.end) or _PARTIAL_BEFORE.search(text, 0, quantity.start)
        )
        about = concepts(clause) - statement.spoken
        supposed = _SUPPOSED.search(clause) is not None
        found.append(
            Amount(
                statement,
                quantity,
                what,
                where,
                named,
                about,
                partial,
                revised or (moving and moved),
                supposed,
            )
        )
    return found + _none(statement, common)


_NONE = re.compile(
    r"\b[Nn](?:o|ot one|ot a single) (?P<noun>[a-z]+)s?\b(?= (?:in|at|of|was|were|had|has|have|is|are|went|came)\b)"
)


def _none(statement: Statement, common: frozenset[str]) -> list[Amount]:
    """The statement that there was none of something, as an amount of zero."""
    found = _NONE.search(statement.text)
    if found is None or found["noun"] not in CLASS_OF:
        return []
    clause = statement.text[found.start() :]
    where, named = _places(clause, statement, common)
    zero = Quantity(
        low=Decimal(0),
        high=Decimal(0),
        unit="",
        bound=Bound.EXACT,
        vague=False,
        text=found[0],
        start=found.start(),
        end=found.end(),
        first=0,
        last=0,
    )
    what = frozenset({f"#{CLASS_OF[found['noun']]}"})
    return [Amount(statement, zero, what, where, named, concepts(clause) - statement.spoken, False, False)]


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the clause begins and ends in which the quantity stands."""
    first, last = 0, len(text)
    for found in _CLAUSE_BREAK.finditer(text):
        if found.end() <= quantity.start:
            first = found.end()
        elif found.start() >= quantity.end:
            return first, found.start()
    return first, last


def _counted(text: str, quantity: Quantity, first: int, last: int, statement: Statement) -> frozenset[str]:
    """What the quantity counts; empty where that is unclear."""
    after = [word.lower() for word in _WORD.findall(text[quantity.end : last])]
    if after[:2] in (["bodies", "that"], ["bodies", "which"]):
        return frozenset()
    before = [word.lower() for word in _WORD.findall(text[first : quantity.start])]
    if quantity.unit and quantity.unit not in _DURATIONS:
        return frozenset({f"${quantity.unit}"})
    if quantity.unit in _DURATIONS:
        return frozenset({f"%{quantity.unit}"})
    whole = quantity.low == quantity.low.to_integral_value()
    if not whole:
        return frozenset(content_words(before[-1])) if before else frozenset()
    if _NOT_FOUND.search(text, quantity.end, last):
        return frozenset({"#missing"})
    counted = _noun_class(after[:2])
    people = not after[:1] or bool(_PEOPLE & set(after[:3]))
    if counted is None and people:
        counted = _noun_class(after[:_LOOK_AFTER]) or _noun_class(list(reversed(before))[:_LOOK_BEFORE])
    if counted is not None:
        return frozenset({f"#{counted}"})
    if before and before[-1] == "magnitude":
        return frozenset(content_words(before[-1]))
    noun = _noun_phrase(text[quantity.end : last])
    if noun:
        return noun
    if _FIGURE.search(text[first : quantity.end]) and statement.before:
        # "The ministry's figure was 112": of what, the sentence before has said.
        counted = _noun_class([word.lower() for word in _WORD.findall(statement.before)])
        return frozenset({f"#{counted}"}) if counted else frozenset()
    return frozenset()


def _noun_class(words: Sequence[str]) -> str | None:
    return next((CLASS_OF[word] for word in words if word in CLASS_OF), None)


def _noun_phrase(text: str) -> frozenset[str]:
    """The stems of the one or two content words right behind a number."""
    run = re.match(r"\s+((?:[a-z][\w’'-]*\s*){1,3})", text)
    if not run:
        return frozenset()
    kept: list[str] = []
    for word in run[1].split():
        stems = content_words(word)
        if not stems:
            break
        kept.append(stems[0])
    return frozenset(kept[:2])


def _places(
    clause: str, statement: Statement, common: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the clause that say where, and its names; without speakers and what all the event is about."""
    words: set[str] = set()
    for found in _LOCATIVE.finditer(clause):
        phrase = _TIME_WORDS.sub(" ", found[1])
        words.update(word for word in concepts(phrase) if word not in common)
    named = {part for name in names(clause) for part in name.words} - common - statement.spoken
    return frozenset(words - statement.spoken), frozenset(named)


def compatible(first: Quantity, second: Quantity) -> bool:
    """True where one world has room for both amounts: bounds, ranges and rounding allowed for."""
    low, high = _reach(first), _reach(second)
    return low[0] <= high[1] and high[0] <= low[1]


def _reach(quantity: Quantity) -> tuple[Decimal, Decimal]:
    # A small number is counted, not rounded.
    slack = abs(quantity.high) * Decimal("0.05") if abs(quantity.high) > 20 else Decimal(0)
    if quantity.unit in {"percent", "points"}:
        slack = min(slack, Decimal("0.5"))
    far = Decimal("Infinity")
    match quantity.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return quantity.low, far
        case Bound.AT_MOST | Bound.LESS_THAN:
            return -far, quantity.high
        case Bound.ABOUT | Bound.NEARLY:
            return quantity.low - 2 * slack, quantity.high + 2 * slack
        case _:
            return quantity.low - slack, quantity.high + slack


def implausible(first: Quantity, second: Quantity) -> bool:
    """True where two amounts are too far apart to be of one thing."""
    low, high = sorted((first.high, second.high))
    return low > 0 and high / low > _FAR


def slipped(first: Quantity, second: Quantity) -> bool:
    """True where the same digits stand with other magnitudes: $14.6 billion and $14.6 million."""
    if not first.low or not second.low or first.is_range or second.is_range:
        return False
    ratio = max(first.low, second.low) / min(first.low, second.low)
    return ratio in {Decimal(1000), Decimal(1000000)}
