from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from conspectus.reading import read_article
from conspectus.reading.frontmatter import read_front_matter, read_labelled_lines


def test_yaml_values_come_by_lower_case_key() -> None:
    """Strings, dates, timestamps, lists of names and named mappings become plain values."""
    text = (
        "---\nTitle: Ferry sinks\ndate: 2025-03-04\nupdated: 2025-03-05T10:00:00Z\n"
        "authors: [Jane Doe, John Roe]\n"
        "publisher: {name: The Harbour Post}\nissue: 7\ndraft: true\n1: x\n---\nThe ferry sank.\n"
    )
    front = read_front_matter(text)
    assert front is not None
    assert front.values == {
        "title": "Ferry sinks",
        "date": date(2025, 3, 4),
        "updated": datetime(2025, 3, 5, 10, tzinfo=UTC),
        "authors": "Jane Doe, John Roe",
        "publisher": "The Harbour Post",
        "issue": "7",
    }
    assert front.span.of(text).startswith("---\nTitle")
    assert front.span.of(text).endswith("\n---")
    assert front.first("headline", "title") == "Ferry sinks"
    assert front.first("byline") is None


def test_an_unquoted_colon_in_a_title_is_forgiven() -> None:
    """A block that is nearly YAML is read line by line."""
    front = read_front_matter(
        '---\n# note\ntitle: Storm: five dead\nauthor: "Jane Doe"\ntags:\n  - a\n---\nText.'
    )
    assert front is not None
    assert front.values == {"title": "Storm: five dead", "author": "Jane Doe", "tags": ""}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.\n---\ntitle: x\n---\n",
        "---\nThe ferry sank. It was late: very late.\n---\nMore.",
        "---\n- a\n- b\n---\nMore.",
        "---\ntitle: x\nThe ferry sank.",
        "---\n\n---\n",
        "---\n{a: 1}: b: c\n---\n",
        "---\n" + "[" * 5000 + "\n---\n",
        "---\ntitle: " + "x" * 20_000 + "\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    """Rules, lists, unclosed, endless and absurdly nested blocks are left to the article."""
    assert read_front_matter(text) is None


def test_an_impossible_date_keeps_its_words() -> None:
    """A date that the calendar doesn't have is no reason to lose the rest of the block."""
    front = read_front_matter("---\ntitle: Ferry\ndate: 2025-13-45\n---\n")
    assert front is not None
    assert front.values == {"title": "Ferry", "date": "2025-13-45"}


@pytest.mark.parametrize(
    ("head", "values"),
    [
        (
            "Source: Harbour Post\nDate: 5 March 2025\nTitle: Storm: five dead\n",
            {"publisher": "Harbour Post", "published": "5 March 2025", "title": "Storm: five dead"},
        ),
        (
            "**Quelle:** Der Hafenbote  \n**Datum:** 5. März 2025\n",
            {"publisher": "Der Hafenbote", "published": "5. März 2025"},
        ),
        (
            "Author: Jo Roe\r\nURL: https://post.example/a\r\nSection: World\r\n",
            {"byline": "Jo Roe", "url": "https://post.example/a"},
        ),
        ("\n# Storm\n\nTitre: Tempête\nSource: Le Port\n", {"title": "Tempête", "publisher": "Le Port"}),
    ],
)
def test_lines_at_the_top_say_what_they_are(head: str, values: dict[str, str]) -> None:
    """As people write them above a text that they keep; the lines and nothing else are the block."""
    text = f"{head}\nThe ferry sank: all were saved."
    front = read_labelled_lines(text)
    assert front is not None
    assert front.values == values
    assert text[front.span.end :].strip() == "The ferry sank: all were saved."
    assert text[: front.span.start].strip() in ("", "# Storm")


@pytest.mark.parametrize(
    "text",
    [
        "By: Jo Roe\n\nThe ferry sank.",
        "Anna: Who is there?\nBerta: Me.\n\nThey left.",
        "Date: 5 March 2025\nThe ferry sank.\nTitle: none\n\nMore.",
        "Source: A\nDate: 5 March 2025\nAnna: Who?\nBerta: Me.\nCarl: You.\n\nMore.",
        "Source: Harbour Post\nDate: 5 March 2025\n",
        "The ferry sank.\n\nSource: Harbour Post\nDate: 5 March 2025\n\nMore.",
        "",
    ],
)
def test_what_only_looks_like_such_lines_is_text(text: str) -> None:
    """One alone, speakers, prose between them, nothing below them, or further down."""
    assert read_labelled_lines(text) is None


def test_an_article_below_such_lines_has_what_they_state() -> None:
    """A heading above them is the article's, and none of them is a sentence that could be quoted."""
    for head in ("", "# Crane falls\n\n"):
        text = f"{head}Source: Harbour Post\nDate: 2025-03-05\nTitle: Crane falls\n\nA crane fell at Orle on Tuesday."
        article = read_article(text.encode(), name="a.md", media="text")
        assert (article.title, article.publisher, article.published) == (
            "Crane falls",
            "Harbour Post",
            date(2025, 3, 5),
        )
        assert [article.sentence_text(each) for each in article.body] == ["A crane fell at Orle on Tuesday."]


def test_quotation_marks_of_a_title_s_own_words_stay() -> None:
    """Only those around all of a value are YAML's."""
    front = read_front_matter('---\ntitle: "Nobody came": why\nauthor: "Jane Doe"\n---\nText.')
    assert front is not None
    assert front.values == {"title": '"Nobody came": why', "author": "Jane Doe"}
