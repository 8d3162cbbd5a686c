from __future__ import annotations

from datetime import date

import pytest

from conspectus.model.article import Certainty
from conspectus.reading.article import read_article
from conspectus.reading.metadata import Known

PROSE = "The ferry sank on Monday with 45 people aboard, the coast guard said."


def known(text: str) -> dict[str, tuple[object, str, str]]:
    """What is known of a text: value, certainty and place of each field."""
    article = read_article(text.encode(), name="a.txt", media="text")
    return {
        name: (getattr(article, name), provenance.certainty.value, provenance.found_in)
        for name, provenance in article.provenance.items()
    }


def test_front_matter_is_stated_and_comes_first() -> None:
    """The block's fields win over the text's; addresses are no publisher."""
    text = (
        "---\ntitle: The real title\nsource: https://example.org\n"
        "outlet: The Harbour Post\nauthor: Jane Doe\n"
        f"date: 17 July 2025\nlang: en-GB\n---\nAnother title\nBy John Roe\n{PROSE}\n© 2025 Harbour News"
    )
    assert (
        known(text)
        == {
            "title": ("The real title", "stated", "front matter"),
            "byline": ("Jane Doe", "stated", "front matter"),
            "published": (date(2025, 7, 17), "stated", "front matter"),
            "language": ("en", "stated", "front matter"),
            "publisher": ("Harbour News", "inferred", "copyright line"),
        }
        | {"publisher": ("The Harbour Post", "stated", "front matter")}
        or known(text)["publisher"]
    )


def test_the_text_itself_tells_the_rest() -> None:
    """First line, byline, publication line and copyright line, each named."""
    text = "Ferry sinks off the island\nBy Jane Doe\nPublished 17 July 2025\n\n"
    text += f"{PROSE}\n\n© 2025 The Harbour Post"
    assert known(text) == {
        "title": ("Ferry sinks off the island", "inferred", "first line"),
        "byline": ("Jane Doe", "inferred", "byline"),
        "published": (date(2025, 7, 17), "inferred", "publication line"),
        "publisher": ("The Harbour Post", "inferred", "copyright line"),
        "language": ("en", "inferred", "text"),
    }


def test_nothing_is_made_up() -> None:
    """Prose alone tells nothing but its language, whatever dates and names it mentions."""
    said = known(f"{PROSE} Jane Doe of The Harbour Post saw it on 17 July 2025.")
    assert said == {"language": ("en", "inferred", "text")}


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Ferry sinks off the island", "Ferry sinks off the island"),
        ("# Ferry\n", "Ferry"),
        ("Is the ferry safe at all?", "Is the ferry safe at all?"),
        ("BUSINESS\nFerry sinks off the island", "Ferry sinks off the island"),
        ("By Jane Doe\nFerry sinks off the island", "Ferry sinks off the island"),
        ("TLDR", None),
        ("- Ferry sinks off the island", None),
        ("The ferry sank.", None),
        ("word " * 25, None),
        ("Bottom line:\nFerry sinks off the island", None),
        ("Photo: Ann Poe", None),
    ],
)
def test_a_first_line_is_a_title_only_if_it_looks_like_one(above: str, title: str | None) -> None:
    """Headlines and Markdown headings are titles; kickers, items, sentences and furniture are not."""
    article = read_article(f"{above}\n{PROSE}".encode(), name="a.txt", media="text")
    assert article.title == title


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Brücke wird gesperrt\nVon Anna Huber, Goldhorter Bote\nStand: 17. Mai 2025", "Anna Huber"),
        ("Le pont ferme\nPar Jean Dupont\nMis à jour le 17 mai 2025 à 10:30", "Jean Dupont"),
        ("El puente cierra\nPor Ana López\nActualizado el 17 de mayo de 2025", "Ana López"),
        ("大桥将关闭三个月\n记者 王小明\n更新时间：2025年5月17日", "王小明"),
        ("الجسر يغلق ثلاثة أشهر\nبقلم أحمد سالم\nآخر تحديث في 17 مايو 2025", "أحمد سالم"),
        ("The bridge closes\nBy Jane Doe\nUpdated 17 May 2025", "Jane Doe"),
    ],
)
@pytest.mark.parametrize(
    "prose", [PROSE, "市长周六宣布，大桥将关闭三个月。约有三百人来到广场，警方说没有人受伤。"]
)
def test_lines_above_the_text_are_read_in_six_languages(text: str, who: str, prose: str) -> None:
    """Headline, byline and the day of the last update, above a text with spaces between its words or without."""
    article = read_article(f"{text}\n\n{prose}".encode(), name="a.txt", media="text")
    assert (article.title, article.byline) == (text.partition("\n")[0], who)
    assert (article.published, article.updated) == (None, date(2025, 5, 17))


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Ferry sinks\n7/18/20252 min read\n{PROSE}", (date(2025, 7, 18), "publication line")),
        (f"Ferry sinks\n3/4/2025\n{PROSE}", None),
        (f"Ferry sinks\n3/4/2025\n{PROSE} That was on 4 March 2025.", (date(2025, 3, 4), "publication line")),
        (f"Ferry sinks\nUpdated 18 July 2025\n{PROSE}", None),
        (f"Ferry sinks\nBy Jane Doe | July 17, 2025\n{PROSE}", (date(2025, 7, 17), "byline")),
        (f"LONDON, March 3, 2025 (Reuters) — {PROSE}", (date(2025, 3, 3), "dateline")),
        (f"LONDON, March 3 (Reuters) — {PROSE}", None),
        (
            f"LONDON, March 3 (Reuters) — {PROSE}\n© 2025 Harbour News",
            (date(2025, 3, 3), "dateline and copyright line"),
        ),
        (f"LONDON, March 3 (Reuters) — {PROSE}\n© 2025 A Post\n© 2024 A Post", None),
        (f"LONDON (Reuters) — {PROSE}\n© 2025 Harbour News", None),
    ],
)
def test_a_date_is_known_only_where_the_page_decides_it(
    text: str, published: tuple[date, str] | None
) -> None:
    """Ambiguous, updated and yearless dates stay unknown unless something else in the file decides."""
    found = known(text).get("published")
    assert (found and (found[0], found[2])) == published


def test_desks_and_publication_lines_name_people_and_publishers() -> None:
    """A reporting credit gives the byline; "Published by" and a line with the date give the publisher."""
    text = (
        f"Ferry sinks\nThe Harbour Post, 17 July 2025\n{PROSE}\n(Reporting by Jane Doe; editing by Ann Poe)"
    )
    assert known(text)["publisher"] == ("The Harbour Post", "inferred", "publication line")
    assert known(text)["byline"] == ("Jane Doe", "inferred", "reporting credit")
    signed = known(f"# Ferry sinks\n\n*Jane Doe, Ferry: a trade weekly, 15 April 2024*\n\n{PROSE}")
    assert signed["published"] == (date(2024, 4, 15), "inferred", "byline")
    headed = known(f"TRADEWIND WEEKLY\nAnalysis\n\nWhy ferries sink so often\n\n{PROSE}")
    assert headed["publisher"] == ("Tradewind Weekly", "inferred", "publication line")
    assert headed["title"][0] == "Why ferries sink so often"
    behind = known(f"Ferry sinks\nBy Jane Doe, Foothills Dispatch\n{PROSE}")
    assert behind["publisher"] == ("Foothills Dispatch", "inferred", "byline")
    assert behind["title"][0] == "Ferry sinks"
    other = known(f"Ferry sinks\nPublished by Harbour News\n{PROSE}")
    assert other["publisher"] == ("Harbour News", "inferred", "publication line")


def test_the_first_to_say_something_is_believed() -> None:
    """A later value, an empty one and what is no language leave things as they are."""
    facts = Known()
    facts.learn("title", "", "first line")
    facts.learn("language", "English, mostly", "page metadata", stated=True)
    assert facts.provenance == {}
    facts.learn("title", "One", "front matter", stated=True)
    facts.learn("title", "Two", "first line")
    assert facts.title == "One"
    assert facts.provenance["title"].certainty is Certainty.STATED


@pytest.mark.parametrize("line", ["In brief, 10 March 2025", "10 March 2025 | Mats Halloran"])
def test_a_date_with_little_beside_it_above_the_text_is_the_publication_date(line: str) -> None:
    """A short line above the text that is mostly a date gives the publication date, inferred."""
    text = f"{line}\n\nThe ferry to the island was cancelled on Monday, the harbour master said.\n"
    article = read_article(text.encode(), name="a.txt", media="text")
    assert article.published == date(2025, 3, 10)
    assert article.provenance["published"].certainty is Certainty.INFERRED


def test_a_date_in_a_headline_is_not_the_publication_date() -> None:
    """A headline that names a day among its words dates what it is about, not itself."""
    text = "Island remembers the night of 10 March 1925 with a walk\n\nHundreds walked to the pier, police said.\n"
    assert read_article(text.encode(), name="a.txt", media="text").published is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_database_s_zero_is_no_date(day: str) -> None:
    """What front matter gives for "never" is passed over, and the byline's date is believed."""
    text = f"---\npublished: {day}\nupdated: {day}\n---\nFerry sinks\n\nBy Ida Holm, 10 March 2025\n\n{PROSE}"
    article = read_article(text.encode(), name="a.txt", media="text")
    assert article.published == date(2025, 3, 10)
    assert article.updated is None


@pytest.mark.parametrize(
    "lines",
    [
        "Harbour Post\n5 March 2025\n",
        "By Jo Roe\nHarbour Post\nMar 5, 2025\n",
        "\nHarbour Post | 5 March 2025 | Jo Roe\n",
        "\n5 March 2025 · Jo Roe · Harbour Post\n",
    ],
)
def test_an_outlet_beside_a_byline_or_a_day_is_the_publisher(lines: str) -> None:
    """In whatever order; none of these lines is the article's, and the headline above them stays its title."""
    text = f"Ferry sinks off Orle\n{lines}\n{PROSE}"
    article = read_article(text.encode(), name="a.txt", media="text")
    assert (article.title, article.publisher, article.published) == (
        "Ferry sinks off Orle",
        "Harbour Post",
        date(2025, 3, 5),
    )
    assert article.byline == ("Jo Roe" if "Roe" in lines else None)
    assert {each.role.value for each in article.sentences} == {"heading", "junk", "body"}


@pytest.mark.parametrize(
    ("outlet", "day"),
    [
        ("Hafenkurier", "5. März 2025"),
        ("Orle Broadcasting", "5 March 2025, 18:30"),
        ("The Morning Ledger", "5 March 2025"),
    ],
)
def test_an_outlet_above_its_day_has_any_word_of_outlets_in_its_name(outlet: str, day: str) -> None:
    """Also in one word, above a day that begins as items of a list do."""
    article = read_article(
        f"Ferry sinks off Orle\n{outlet}\n{day}\n\n{PROSE}".encode(), name="a.txt", media="text"
    )
    assert (article.title, article.publisher, article.published) == (
        "Ferry sinks off Orle",
        outlet,
        date(2025, 3, 5),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Dark Star\nBy Jo Roe\n\n{PROSE}",
        f"Ferry sinks off Orle\n\nDark Star\n\nBy Jo Roe\n\n{PROSE}",
        f"Ferry sinks off Orle\n\nHarbour Post | Orle | Jo Roe\n\n{PROSE}",
        f"Ferry sinks off Orle\n\nHarbour Post | Daily Sun | 5 March 2025\n\n{PROSE}",
    ],
)
def test_a_short_line_alone_names_no_publisher(text: str) -> None:
    """It may be the headline or one of another article; nor do bars, without a person, an outlet and a day."""
    assert read_article(text.encode(), name="a.txt", media="text").publisher is None


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("*Orlener Tagblatt, 7. März 2025, von Ada Finch*", "Orlener Tagblatt", date(2025, 3, 7)),
        ("Le Courrier d'Orlen, 7 mars 2025", "Le Courrier d'Orlen", date(2025, 3, 7)),
        ("Orlen, 7. März 2025 – Von Ada Finch", None, date(2025, 3, 7)),
        ("*Lock Report* · 7 March 2025 · 6 min read", None, date(2025, 3, 7)),
    ],
)
def test_a_line_between_headline_and_text_tells_outlet_and_day(
    line: str, publisher: str | None, day: date
) -> None:
    """In German and French too, however the outlet, the day, the author and the reading time are parted."""
    found = read_article(
        f"# Barge sinks at its moorings\n\n{line}\n\n{PROSE}".encode(), name="a.md", media="text"
    )
    assert (found.publisher, found.published) == (publisher, day)


def test_a_sentence_with_a_day_in_it_dates_nothing() -> None:
    """What names a day among many words may be a headline about that day."""
    line = "How the storm of 7 March 2025 changed the whole town"
    found = read_article(f"# Barges\n\n{line}\n\n{PROSE}".encode(), name="a.md", media="text")
    assert found.published is None
