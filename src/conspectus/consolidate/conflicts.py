"""Where two origins give amounts of the same thing that can't both be right.

Code finds only what code can prove: two amounts of one kind, of one place or group, of one time, that no
reading of their bounds reconciles. Conflicts of cause or character need reading and are not sought here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, permutations

from conspectus.consolidate.agreement import Weighed
from conspectus.consolidate.chronology import NEWS_LASTS, Window
from conspectus.model.briefing import Conflict, ConflictKind, Reconciled, Side
from conspectus.model.briefing import Relation as Update
from conspectus.text.facts.dates import Relation, periods
from conspectus.text.facts.names import names
from conspectus.text.facts.numbers import Bound, Quantity, quantities
from conspectus.text.facts.words import content_words
from conspectus.verification.citing import sentence

# Nouns that newsrooms use for one another when they count the same thing.
_COUNTED = {
    "jobs": "job jobs position positions post posts role roles employee employees worker workers staff",
    "dead": "dead deaths died killed fatalities bodies",
    "missing": "missing unaccounted",
    "injured": "injured hurt wounded injuries",
}
_MOVING = frozenset({"dead", "missing", "injured"})
_CLASS = {word: name for name, words in _COUNTED.items() for word in words.split()}
# Words after which a number replaces an earlier one instead of contradicting it.
_REVISION = re.compile(
    r"\b(?:revis\w+|correct\w+|updat\w+|rose|risen|grew|climb\w+|later|now stands|up from|down from|"
    r"previous\w*|earlier (?:count|figure|report|version)|initial\w*|at first|first spoke|so far)\b",
    re.IGNORECASE,
)
# "Two of the five", "three more", "six o'clock": not the amount of a whole.
_PARTIAL = re.compile(
    r"\s*(?:of (?:the|them|these|those|its|his|her)|more|other|others|further|additional|o['’]clock)\b",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)"
_SPEAKER = re.compile(
    rf"according to (?:[a-z]+ ){{0,2}}(?P<a>{_NAME})"
    rf"|(?P<b>{_NAME}),? (?:said|says|told|tells|added|announced|reported|wrote)\b"
    rf"|\b(?:said|says|added) (?:[a-z]+ ){{0,3}}(?P<c>{_NAME})"
)
_AFTER = re.compile(r"[^\w$€£%]*((?:[\w'’-]+[^\w.;:!?]*){0,5})")
_BEFORE = re.compile(r"((?:[\w'’-]+,?\s+){1,6})$")
_CLOSE = 0.5


@dataclass(frozen=True)
class _Amount:
    item: Weighed
    quantity: Quantity
    what: str
    scope: frozenset[str]
    words: frozenset[str]


def find_conflicts(weighed: Sequence[Weighed], published: Mapping[str, date | None]) -> tuple[Conflict, ...]:
    """The number conflicts among one event's claims, each with two sides from different origins.

    Not among them: amounts that their bounds reconcile ("hundreds", "at least 340"), rounding, other
    periods, other places or groups, parts of a whole, and revisions of an earlier figure.
    """
    common = _common_names(weighed)
    amounts = [amount for item in weighed for amount in _amounts(item, common)]
    found: dict[frozenset[str], Conflict] = {}
    for first, second in combinations(amounts, 2):
        if _contradict(first, second, published):
            key = frozenset((first.item.claim.id, second.item.claim.id))
            found.setdefault(key, _conflict(first, second, published))
    return tuple(found.values())


def _common_names(weighed: Sequence[Weighed]) -> frozenset[str]:
    """Names that run through the whole event and so tell no two amounts apart."""
    counts = Counter(name for item in weighed for name in {name.text for name in names(item.claim.text)})
    return frozenset(name for name, count in counts.items() if count > max(2, len(weighed) / 4))


def _amounts(item: Weighed, common: frozenset[str]) -> list[_Amount]:
    text = item.claim.text
    spoken = " ".join(filter(None, (part for found in _SPEAKER.finditer(text) for part in found.groups())))
    scope = frozenset(name.text for name in names(text) if name.text not in spoken) - common
    words = frozenset(content_words(text))
    return [
        _Amount(item, quantity, what, scope, words)
        for quantity in quantities(text)
        if not quantity.vague
        and not _PARTIAL.match(text, quantity.span.end)
        and (what := _counted(text, quantity))
    ]


def _counted(text: str, quantity: Quantity) -> str | None:
    """What the quantity counts: its unit, or the class of the noun after it; None where that is unclear."""
    if quantity.unit in {"ordinal", "clock", "fraction", "times", "year", "day", "month", "week", "hour"}:
        return None
    following = _AFTER.match(text, quantity.span.end)
    nouns = following[1].lower().split() if following else []
    for noun in nouns:
        if (name := _CLASS.get(noun.strip(",.;:’'"))) is not None:
            return name
    if quantity.unit:
        return quantity.unit
    # "The number of people known to have died has risen to eight."
    before = _BEFORE.search(text, 0, quantity.span.start)
    nouns = before[1].lower().split() if before else []
    return next((_CLASS[noun.strip(",’'")] for noun in reversed(nouns) if noun.strip(",’'") in _CLASS), None)


def superseded(weighed: Sequence[Weighed], published: Mapping[str, date | None]) -> frozenset[str]:
    """The ids of claims whose amount a later claim replaces: a toll that has risen since.

    Only amounts that move as a story goes on (dead, missing, injured) are compared, and only between
    different days that both are known.
    """
    common = _common_names(weighed)
    moving = [amount for item in weighed for amount in _amounts(item, common) if amount.what in _MOVING]
    days = {amount.item.claim.id: _as_of(amount.item, published) for amount in moving}
    older = set()
    for first, second in permutations(moving, 2):
        before, after = days[first.item.claim.id], days[second.item.claim.id]
        same = first.what == second.what and _same_scope(first, second)
        if same and before and after and before < after and not _compatible(first.quantity, second.quantity):
            older.add(first.item.claim.id)
    return frozenset(older)


def updates(weighed: Sequence[Weighed], published: Mapping[str, date | None]) -> tuple[Reconciled, ...]:
    """The amounts that moved as the story went on, earliest first, one for each day that gives another."""
    common = _common_names(weighed)
    moving = [amount for item in weighed for amount in _amounts(item, common) if amount.what in _MOVING]
    found = []
    for what in sorted({amount.what for amount in moving}):
        by_day: dict[date, _Amount] = {}
        for amount in moving:
            day = _as_of(amount.item, published)
            if amount.what == what and day is not None:
                by_day.setdefault(day, amount)
        steps: list[_Amount] = []
        for _, amount in sorted(by_day.items()):
            if not steps or (
                _same_scope(steps[-1], amount) and not _compatible(steps[-1].quantity, amount.quantity)
            ):
                steps.append(amount)
        if len(steps) > 1:
            sides = tuple(side(amount.item, published) for amount in steps)
            scope = frozenset.intersection(*(amount.scope for amount in steps))
            found.append(Reconciled(question=_question(what, scope), relation=Update.UPDATE, sides=sides))
    return tuple(found)


def _question(what: str, scope: frozenset[str]) -> str:
    if what in {"dollar", "percent", "points"}:
        return "Which amount is right?"
    place = ", ".join(sorted(scope))
    return f"How many {what}{f' ({place})' if place else ''}?"


def _contradict(first: _Amount, second: _Amount, published: Mapping[str, date | None]) -> bool:
    a, b = first.item, second.item
    if a.claim.id == b.claim.id or set(a.origins) & set(b.origins) or first.what != second.what:
        return False
    if _compatible(first.quantity, second.quantity) or _revised(a) or _revised(b):
        return False
    if not _same_scope(first, second) or not _same_time(a, b, published):
        return False
    if first.what in _MOVING:
        # Counts of different days, or of days that nobody knows, may both have been right.
        day = _as_of(a, published)
        return day is not None and day == _as_of(b, published)
    return True


def _same_scope(first: _Amount, second: _Amount) -> bool:
    """True where both amounts are of one place or group, as far as the names beside them tell."""
    if first.scope & second.scope:
        return True
    if first.scope or second.scope:
        return False
    alike = len(first.words & second.words) / max(1, min(len(first.words), len(second.words)))
    return first.what in _MOVING or alike >= _CLOSE


def _as_of(item: Weighed, published: Mapping[str, date | None]) -> date | None:
    """The day for which the claim speaks: the latest that it names, else its article's."""
    own = published.get(item.claim.article_ids[0])
    named = [
        period.end
        for period in periods(item.claim.text, own)
        if period.end is not None and period.start == period.end and (own is None or period.end <= own)
    ]
    return max(named, default=own)


def _compatible(first: Quantity, second: Quantity) -> bool:
    """True where one world has room for both amounts: bounds, ranges and rounding allowed for."""
    low, high = _reach(first), _reach(second)
    return low[0] <= high[1] and high[0] <= low[1]


def _reach(quantity: Quantity) -> tuple[Decimal, Decimal]:
    slack = max(abs(quantity.high) * Decimal("0.05"), Decimal(0))
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


def _revised(item: Weighed) -> bool:
    return any(_REVISION.search(piece.quote) for piece in item.claim.evidence)


def _same_time(a: Weighed, b: Weighed, published: Mapping[str, date | None]) -> bool:
    """False where the claims name different periods; one that names none speaks of its article's days."""
    first, second = _times(a, published), _times(b, published)
    if first and second:
        return any(x.gap(y) == timedelta(0) for x in first for y in second)
    named, undated = (first, b) if first else (second, a)
    day = published.get(undated.claim.article_ids[0])
    return not named or day is None or any(x.gap(Window(day, day)) <= NEWS_LASTS for x in named)


def _times(item: Weighed, published: Mapping[str, date | None]) -> list[Window]:
    return [
        Window(period.start, period.end)
        for period in periods(item.claim.text, published.get(item.claim.article_ids[0]))
        if period.start and period.end and period.relation is Relation.IN
    ]


def _conflict(first: _Amount, second: _Amount, published: Mapping[str, date | None]) -> Conflict:
    return Conflict(
        question=_question(first.what, first.scope & second.scope),
        kind=ConflictKind.NUMBER,
        sides=(side(first.item, published), side(second.item, published)),
    )


def side(item: Weighed, published: Mapping[str, date | None]) -> Side:
    """The claim as a side, with the day for which it speaks and the origins that carry it."""
    return Side(
        position=sentence(item.claim).text,
        claim_ids=(item.claim.id,),
        as_of=_as_of(item, published),
        origins=item.origins,
    )
