"""When something was printed, to the minute: only where a time stands with its zone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Article
from conspectus.reading import read_article
from conspectus.reading.feeds import Entry, read_moment
from conspectus.reading.metadata import Known
from conspectus.reading.moments import read_posted, read_when
from conspectus.reading.rows import read_line
from tests.support.documents import mail

PROSE = "The ferry to the island was cancelled on Wednesday, the harbour master said at the quay. " * 3
DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2026-03-04T16:40:00+01:00", "2026-03-04T16:40:00+01:00"),
        ("2026-03-04 16:40:00.123Z", "2026-03-04T16:40:00+00:00"),
        ("2026-03-04T16:40+0530", "2026-03-04T16:40:00+05:30"),
        ("Published 4 March 2026, 16:40 GMT", "2026-03-04T16:40:00+00:00"),
        ("March 4, 2026 at 4:40 p.m. EST", "2026-03-04T16:40:00-05:00"),
        ("4 March 2026, 12.05 am (UTC+2)", "2026-03-04T00:05:00+02:00"),
        ("16:40 GMT, Wednesday 4 March 2026", "2026-03-04T16:40:00+00:00"),
        ("4. März 2026, 16.40 Uhr (MEZ)", "2026-03-04T16:40:00+01:00"),
        ("Mis à jour le 4 mars 2026 à 16h40 CET", "2026-03-04T16:40:00+01:00"),
        ("4 de marzo de 2026 a las 16:40 CET", "2026-03-04T16:40:00+01:00"),
        ("Wed, 04 Mar 2026 16:40:00 BST", "2026-03-04T16:40:00+01:00"),
        ("2026-03-04T16:40:00", None),
        ("4 March 2026, 16:40", None),
        ("4 March 2026, 16:40 CST", None),
        ("4 March 2026, 25:10 GMT", None),
        ("4 March 2026, 13 p.m. GMT", None),
        ("4 March 2026 - 12 dead, GMT says", None),
        ("2026-03-04T16:40:00+99:00", None),
        ("4 OCTOBER 2026, 16:40 GMT", "2026-10-04T16:40:00+00:00"),
    ],
)
def test_a_time_needs_its_zone(printed: str, moment: str | None) -> None:
    """As printed, in the zone that is printed; without one, or with letters that mean several, the day stands."""
    assert read_when(printed) == (datetime.fromisoformat(moment) if moment else DAY)
    assert read_when("16:40 GMT") is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_whatever_stands_around_a_day_the_day_is_that(before: str, behind: str) -> None:
    """No text beside a date breaks it, and a moment is of the day that is printed."""
    found = read_when(f"{before} 4 March 2026 {behind}")
    assert found is None or isinstance(found, date)
    read_posted(before + behind)


def page(head: str, above: str = "") -> Article:
    """A page with such a head, and this above its text."""
    body = f"<body><article><h1>Ferry cancelled</h1>{above}<p>{PROSE}</p></article></body>"
    markup = f"<html><head>{head}</head>{body}</html>"
    return read_article(markup.encode(), name="a.html", media="html")


def text(above: str) -> Article:
    """A text with this above it."""
    return read_article(f"{above}\n\n{PROSE}".encode(), name="a.txt", media="text")


def row(published: str) -> Known:
    """What a row states that was published then."""
    read = read_line(json.dumps({"text": PROSE, "published": published}).encode(), name="n.jsonl", number=1)
    return read.known  # type: ignore[union-attr]


LD = '<script type="application/ld+json">{{"@type":"Article","headline":"Ferry off","datePublished":"{}"}}</script>'
META = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("known", "found_in"),
    [
        (page(LD.format("2026-03-04T16:40:00+01:00")), "json-ld"),
        (page(META.format("2026-03-04T16:40:00+01:00")), "opengraph"),
        (page(LD.format("2026-03-04") + META.format("2026-03-04T16:40:00+01:00")), "opengraph"),
        (page("", '<time datetime="2026-03-04T16:40:00+01:00">4 March</time>'), "page"),
        (text("---\npublished: 2026-03-04T16:40:00+01:00\n---"), "front matter"),
        (text("---\npublished: 4 March 2026, 16:40 CET\n---"), "front matter"),
        (text("Ferry cancelled\nPublished 4 March 2026, 16:40 CET"), "publication line"),
        (text("Ferry cancelled\nBy Jane Doe | 4 March 2026, 16:40 CET"), "byline"),
        (row("2026-03-04T16:40:00+01:00"), "row"),
        (
            read_article(
                mail(PROSE, Date="Wed, 04 Mar 2026 16:40:00 +0100").as_bytes(), name="a.eml", media="eml"
            ),
            "mail header",
        ),
        (Entry(None, published=read_moment("Wed, 04 Mar 2026 16:40:00 +0100")).known, "feed entry"),
    ],
)
def test_every_way_of_stating_it_is_read(known: Article | Known, found_in: str) -> None:
    """The moment, the day as it was, and where the moment stands."""
    assert known.published == DAY
    assert type(known.published) is date
    assert known.published_at == datetime(2026, 3, 4, 15, 40, tzinfo=UTC)
    assert known.provenance["published_at"].found_in == found_in


@pytest.mark.parametrize(
    "known",
    [
        page(LD.format("2026-03-04T00:00:00Z")),
        page(
            "",
            '<time datetime="2026-03-04T10:05Z">4 March</time> <time datetime="2026-03-04T16:40Z">now</time>',
        ),
        text("Ferry cancelled\nPublished 4 March 2026, 10:05 GMT, updated 16:40 GMT"),
        text("---\npublished: 2026-03-04 16:40:00\n---"),
        Entry(None, published=read_moment("2026-03-04T16:40:00")).known,
        row("4 March 2026, 16:40"),
    ],
)
def test_a_day_alone_has_no_moment(known: Article | Known) -> None:
    """Midnight is how systems print a day, and of two times in one line nobody says which is whose."""
    assert (known.published, known.published_at) == (DAY, None)
    assert "published_at" not in known.provenance


def test_a_page_says_when_it_was_updated() -> None:
    """In a line of its own, or in a statement of its own."""
    lines = "Ferry cancelled\nPublished 4 March 2026, 10:05 GMT\nUpdated 4 March 2026, 16:40 GMT"
    stated = META + META.replace("published", "modified").replace("{}", "2026-03-04T16:40:00Z")
    for article in (text(lines), page(stated.format("2026-03-04T10:05:00Z"))):
        assert article.published_at == datetime(2026, 3, 4, 10, 5, tzinfo=UTC)
        assert article.updated_at == datetime(2026, 3, 4, 16, 40, tzinfo=UTC)


def test_a_moment_of_another_day_than_the_one_believed_is_not_kept() -> None:
    """A page that states 3 March, by a feed that has 4 March, 16:40; and an update from before the publication."""
    known = Known()
    known.learn("published", date(2026, 3, 3), "json-ld", stated=True)
    known.learn("updated", datetime(2026, 3, 2, 9, tzinfo=UTC), "json-ld", stated=True)
    known.learn_from_feed(Entry(None, published=datetime(2026, 3, 4, 16, 40, tzinfo=UTC)).known)
    known.settle(None)
    assert (known.published, known.published_at) == (date(2026, 3, 3), None)
    assert (known.updated, known.updated_at) == (None, None)
    assert known.provenance.keys() == {"published"}


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("Wed, 04 Mar 2026 16:40:00 -0000", datetime(2026, 3, 4, 16, 40, tzinfo=UTC)),
        ("Wed, 04 Mar 2026 16:40:00 -0500", datetime(2026, 3, 4, 21, 40, tzinfo=UTC)),
        ("Wed, 04 Mar 2026 16:40:00", datetime(2026, 3, 4, 16, 40)),
        ("yesterday", None),
    ],
)
def test_mail_has_its_own_way_of_naming_greenwich(header: str, moment: datetime | None) -> None:
    """-0000 says that the time is Greenwich's and not where it was sent from."""
    assert read_posted(header) == moment


def built(**given: Any) -> Article:
    """An article as a program makes it."""
    return Article(id="a00000000", sha256=None, text=PROSE, **given)


def test_a_program_may_give_a_moment_for_the_day() -> None:
    """It is kept beside its day; without a zone the day alone, and a moment alone tells the day."""
    moment = datetime.fromisoformat("2026-03-04T23:30:00-05:00")
    assert (built(published=moment).published, built(published=moment).published_at) == (DAY, moment)
    assert built(published=moment.isoformat()).published_at == moment
    assert built(updated=moment).updated_at == moment
    assert built(published_at=moment).published == DAY
    bare = built(published=moment.replace(tzinfo=None))
    assert (bare.published, bare.published_at) == (DAY, None)
    for kept in (
        built(published=DAY),
        built(published="2026-03-04"),
        built(published="2026-03-04T00:00:00Z"),
    ):
        assert (kept.published, kept.published_at) == (DAY, None)
    with pytest.raises(ValueError, match="timezone"):
        built(published_at=moment.replace(tzinfo=None))
    with pytest.raises(ValueError, match="no article appeared in the year 3000"):
        built(published_at=moment.replace(year=3000))


def test_a_saved_article_keeps_its_zone_and_one_without_the_field_loads() -> None:
    """What is written is read as it was; older files know of no moments."""
    whole = built(published=datetime.fromisoformat("2026-03-04T23:30:00-05:00"))
    assert '"2026-03-04T23:30:00-05:00"' in whole.model_dump_json()
    assert Article.model_validate_json(whole.model_dump_json()) == whole
    older = {name: value for name, value in json.loads(whole.model_dump_json()).items() if "_at" not in name}
    assert Article.model_validate(older).published_at is None
