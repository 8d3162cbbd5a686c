from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import UsageError
from conspectus.reading.feeds import Entry, Feed, is_web, read_moment, read_since, select, single_line

URL = "https://example.org/feed"
NOW = datetime(2025, 7, 24, 12, 0, tzinfo=UTC)


def _entry(name: str, **hours: float) -> Entry:
    """An entry whose dates lie so many hours before noon of 24 July 2025."""
    dates: dict[str, Any] = {field: NOW - timedelta(hours=ago) for field, ago in hours.items()}
    return Entry(address=f"https://example.org/{name}", **dates)


ENTRIES = (
    _entry("old", published=50),
    _entry("undated"),
    _entry("new", published=1),
    _entry("revised", published=90, updated=2),
    _entry("yesterday", published=20),
)


def _names(feed: Feed) -> list[str]:
    return [(entry.address or "").rpartition("/")[2] for entry in select(feed, ENTRIES, NOW).entries]


def test_since_a_span_a_day_or_a_moment() -> None:
    """By the later of an entry's dates; the newest first, undated ones kept at the end."""
    assert _names(Feed(URL)) == ["new", "revised", "yesterday", "old", "undated"]
    assert _names(Feed(URL, since="24h")) == ["new", "revised", "yesterday", "undated"]
    assert len(_names(Feed(URL, since="999999w"))) == 5
    assert _names(Feed(URL, since="90m")) == ["new", "undated"]
    assert _names(Feed(URL, since="2025-07-24")) == ["new", "revised", "undated"]
    assert _names(Feed(URL, since=date(2025, 7, 23))) == ["new", "revised", "yesterday", "undated"]
    assert _names(Feed(URL, since="2025-07-24T11:00:00+00:00")) == ["new", "undated"]
    assert _names(Feed(URL, since=datetime(2025, 7, 24, 10, 30))) == ["new", "undated"]


def test_what_was_left_out_is_counted() -> None:
    """Older, beyond the limit, and taken although undated."""
    found = select(Feed(URL, since="24h", limit=2), ENTRIES, NOW)
    assert (len(found.entries), found.older, found.over_limit, found.undated) == (2, 1, 2, 0)
    assert select(Feed(URL, since="24h"), ENTRIES, NOW).undated == 1
    assert select(Feed(URL), ENTRIES, NOW).undated == 0


def test_an_address_comes_once() -> None:
    """The first of its entries stays; entries without one are all there."""
    twice = [
        Entry("https://a/", title="first"),
        Entry("https://a/", title="second"),
        Entry(None),
        Entry(None),
    ]
    assert [entry.title for entry in select(Feed(URL), twice, NOW).entries] == ["first", None, None]


def test_the_moment_of_the_run_counts_for_spans_only() -> None:
    """With a date the choice is the same whenever it is made."""
    later = NOW + timedelta(days=900)
    for feed in (Feed(URL), Feed(URL, since="2025-07-24")):
        assert select(feed, ENTRIES, NOW) == select(feed, ENTRIES, later)
    assert len(select(Feed(URL, since="24h"), ENTRIES, later).entries) == 1


@pytest.mark.parametrize(
    "given", [{"url": "feed.xml"}, {"since": "soon"}, {"since": "24"}, {"since": "2025-13-01"}, {"limit": 0}]
)
def test_a_feed_that_makes_no_sense(given: dict[str, Any]) -> None:
    """It is refused before anything is fetched."""
    with pytest.raises(UsageError):
        Feed(**{"url": URL, **given})


def test_spans() -> None:
    """Minutes, hours, days and weeks, however they are spaced."""
    assert read_since("24h") == read_since(" 1 D ") == timedelta(days=1)
    assert (read_since("2w"), read_since("5m")) == (timedelta(weeks=2), timedelta(minutes=5))
    with pytest.raises(UsageError, match="24h, 7d or"):
        read_since("999999999w")


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("Thu, 24 Jul 2025 23:30:00 -0500", "2025-07-24T23:30:00-05:00"),
        ("Thu, 24 Jul 2025 23:30:00 GMT", "2025-07-24T23:30:00+00:00"),
        ("2025-07-24T23:30:00Z", "2025-07-24T23:30:00+00:00"),
        ("2025-07-24", "2025-07-24T00:00:00+00:00"),
        ("24 July", None),
        ("Thu, 99 Jul 2025 23:30:00 GMT", None),
        ("0001-01-01T00:00:00+14:00", None),
        (None, None),
        (20250724, None),
    ],
)
def test_points_in_time(printed: object, moment: str | None) -> None:
    """As printed, in the time zone that is printed; what is no date is none."""
    assert read_moment(printed) == (datetime.fromisoformat(moment) if moment else None)


def test_days_are_those_that_were_printed() -> None:
    """An entry from the evening of 24 July in Austin is from 24 July, though it is the 25th in London."""
    entry = Entry("https://a/", title="T", published=read_moment("Thu, 24 Jul 2025 23:30:00 -0500"))
    assert entry.known.published == date(2025, 7, 24)
    assert entry.known.provenance["published"].found_in == "feed entry"


@given(st.text())
def test_any_text_is_a_moment_or_none(text: str) -> None:
    """Nothing breaks it, and moments can be compared."""
    moment = read_moment(text)
    assert moment is None or moment < datetime(3001, 1, 1, tzinfo=UTC)


@given(st.text())
def test_single_lines(text: str) -> None:
    """One line, short, and always to be written."""
    line = single_line(text)
    assert line is None or (line.split("\n") == [line] and len(line) <= 500 and line.encode())


def test_what_comes_from_the_web() -> None:
    """Feeds and addresses, not paths."""
    assert [is_web(each) for each in (Feed(URL), URL, "a.txt", "-")] == [True, True, False, False]
