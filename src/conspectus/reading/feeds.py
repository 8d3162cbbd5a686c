"""Feeds: which of their entries are wanted, and what an entry states about its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeGuard

from conspectus.errors import UsageError
from conspectus.model.article import MetadataField
from conspectus.reading.fetching.address import is_address
from conspectus.reading.moments import UNSTATED, read_posted

if TYPE_CHECKING:
    from conspectus.reading.metadata import Known

_SPAN = re.compile(r"(\d{1,6})\s*([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SINCE_HINT = "say for example 24h, 7d or 2025-07-24"
_SINGLE_LINE = 500
_LONG_AGO = timedelta(days=36_500)


@dataclass(frozen=True, slots=True)
class Feed:
    """An RSS, Atom or JSON feed as an input: each of its entries is an article.

    `since` leaves out entries whose dates are all earlier: a date, a point in time, or a span such as "24h" or
    "7d" back from the moment of the run. Entries without a date stay. `limit` takes the newest so many.
    Raises UsageError for what is no address, no such time, or no such number.
    """

    url: str
    since: str | date | datetime | None = None
    limit: int = 20

    def __post_init__(self) -> None:
        if not is_address(self.url):
            raise UsageError("a feed is given by its http or https address", where=self.url[:200])
        if self.limit < 1:
            raise UsageError("a feed's limit is 1 or more", where=str(self.limit))
        if isinstance(self.since, str):
            read_since(self.since)


def read_since(text: str) -> timedelta | date | datetime:
    """The span, date or point in time that the text says; raises UsageError for any other text."""
    span = _SPAN.fullmatch(text.strip().lower())
    if span is not None:
        return timedelta(**{_UNITS[span[2]]: int(span[1])})
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text.strip())
        except ValueError:
            continue
    raise UsageError("is no time to count from", where=text[:100], hint=_SINCE_HINT)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `content` is HTML, whatever the feed holds of the article's text."""

    address: str | None
    title: str | None = None
    author: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    content: str = ""

    @property
    def latest(self) -> datetime | None:
        """The later of its dates."""
        return max((each for each in (self.published, self.updated) if each), default=None)

    @property
    def known(self) -> Known:
        """What the entry states about its article; days as they are printed, in the entry's own time zone."""
        # What it loads is slow, and every run looks whether its sources are feeds.
        from conspectus.reading.metadata import Known  # noqa: PLC0415

        known = Known()
        stated: dict[MetadataField, str | date | None] = {
            "title": self.title,
            "byline": self.author,
            "published": _stated(self.published),
            "updated": _stated(self.updated),
            "language": self.language,
        }
        for field, value in stated.items():
            known.learn(field, value, "feed entry", stated=True)
        return known


@dataclass(frozen=True, slots=True)
class Contents:
    """A feed's entries in its own order; `more` entries were not looked at."""

    entries: tuple[Entry, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """The entries that are wanted, newest first, and how many were not, or could not be judged."""

    entries: tuple[Entry, ...]
    older: int = 0
    over_limit: int = 0
    undated: int = 0


def select(feed: Feed, entries: Sequence[Entry], now: datetime) -> Selection:
    """The entries that the feed's `since` and `limit` leave; an address comes once.

    `now` counts only where `since` is a span: nothing else here depends on the moment of the run.
    """
    once = list({entry.address or id(entry): entry for entry in reversed(entries)}.values())[::-1]
    since = read_since(feed.since) if isinstance(feed.since, str) else feed.since
    start = now - min(since, _LONG_AGO) if isinstance(since, timedelta) else since
    young = [
        entry for entry in once if start is None or entry.latest is None or _is_since(entry.latest, start)
    ]
    # Stable: entries of one moment, and undated ones, stay in the feed's order.
    ordered = sorted(young, key=lambda entry: -entry.latest.timestamp() if entry.latest else 0.0)
    taken = ordered[: feed.limit]
    return Selection(
        tuple(taken),
        older=len(once) - len(young),
        over_limit=len(ordered) - len(taken),
        undated=sum(entry.latest is None for entry in taken) if start is not None else 0,
    )


def _is_since(moment: datetime, start: date | datetime) -> bool:
    if isinstance(start, datetime):
        return moment >= (start if start.tzinfo else start.replace(tzinfo=UTC))
    return moment.date() >= start


def read_moment(text: object) -> datetime | None:
    """The point in time that a feed prints, in its own time zone, `UNSTATED` where it names none; None for no date."""
    if not isinstance(text, str) or not 8 <= len(text) <= 100:
        return None
    for read in (read_posted, datetime.fromisoformat):
        try:
            moment = read(text.strip())
        except ValueError:
            continue
        # Years at the ends of the calendar can't be compared across time zones.
        if moment is not None and 1900 <= moment.year <= 2999:
            return moment if moment.tzinfo else moment.replace(tzinfo=UNSTATED)
    return None


def _stated(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment is not None and moment.tzinfo is UNSTATED else moment


def single_line(value: object) -> str | None:
    """The text of a field in one line of at most 500 characters; None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    words = " ".join(value[: 4 * _SINGLE_LINE].split())[:_SINGLE_LINE]
    return words.encode("utf-8", "replace").decode("utf-8") or None


def is_web(given: object) -> TypeGuard[str | Feed]:
    """True for a feed and for a text that is an address."""
    return isinstance(given, Feed) or (isinstance(given, str) and is_address(given))
