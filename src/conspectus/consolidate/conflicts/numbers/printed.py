"""Which of two counts was printed clearly later, by the clock, and replaces the other.

Within a day a toll rises from one edition to the next. Where every article that carries a count says at which moment
it was printed, two counts follow each other; what does not move (a price, a distance, a crowd) stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from conspectus.consolidate.conflicts.numbers.measure import compatible
from conspectus.model.article import Article
from conspectus.text.chronology import NEWS_LASTS
from conspectus.text.facts.hours import hours

if TYPE_CHECKING:
    from conspectus.consolidate.conflicts.numbers.amounts import Amount

CLEARLY = timedelta(minutes=45)
"""Two desks that know the same may print it half an hour apart."""

# The most that there were at any time is no count of one time.
PEAK = re.compile(
    r"\bat (?:its|the|their) (?:height|peak|busiest|fullest|worst)\b|\bat one (?:point|time|stage)\b|\bat times\b|"
    r"\bpeaked\b|\bzeitweise|\bzeitweilig|\bHöhepunkt\b|\bau plus fort\b|\bpar moments\b|\ben el momento álgido\b|"
    r"\bllegaron a ser\b|\bno auge\b|\bnel momento di punta\b|\ba tratti\b",
    re.IGNORECASE,
)


class Printed(NamedTuple):
    """From when to when the articles that carry a statement were printed, updates included."""

    first: datetime
    last: datetime


def printed(article_ids: Sequence[str], articles: Mapping[str, Article]) -> Printed | None:
    """When all of these articles were printed; None where one of them does not say, or not when it was updated."""
    found = []
    for each in article_ids:
        article = articles.get(each)
        if article is None or article.published_at is None:
            return None
        if article.updated is not None and article.updated_at is None:
            return None
        found += [article.published_at, article.updated_at or article.published_at]
    return Printed(min(found), max(found)) if found else None


def clearly_before(one: Printed | None, other: Printed | None) -> bool:
    """True where everything that carries one was printed clearly before anything that carries the other."""
    return one is not None and other is not None and one.last + CLEARLY <= other.first


def by_the_clock(amount: Amount) -> Printed | None:
    """When a count that moves was printed; None where that is not known, or it speaks for another time than that.

    Those who died yesterday are counted on today; how many were missing at noon is not.
    """
    statement = amount.statement
    if not amount.moving or statement.printed is None or PEAK.search(statement.text):
        return None
    if amount.lasting or (statement.day == statement.published and not hours(statement.text)):
        return statement.printed
    return None


def replacing(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """The two counts, the one that was printed clearly later behind the one that it replaces; else None.

    A count that only grows replaces none that is larger. Of one that has grown it is enough that its article was
    last touched clearly later: its text is then that of the update.
    """
    one, other = by_the_clock(first), by_the_clock(second)
    if one is None or other is None or compatible(first.measure, second.measure):
        return None
    if max(one.last, other.last) - min(one.first, other.first) > NEWS_LASTS:
        return None
    if first.lasting:
        small, large = (first, second) if first.measure.high < second.measure.low else (second, first)
        before, after = (one, other) if small is first else (other, one)
        return (small, large) if before.last + CLEARLY <= after.last else None
    if clearly_before(one, other):
        return first, second
    return (second, first) if clearly_before(other, one) else None
