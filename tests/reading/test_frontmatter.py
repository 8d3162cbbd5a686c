from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from conspectus.reading.frontmatter import read_front_matter


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
