"""Counts that a later sentence says were raised."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.numbers.raised import overtaken
from conspectus.consolidate.conflicts.statements import statements
from tests.support.articles import said, written

LATER = "Thirty-one people have been treated in hospital after the leak in Varn, up from the 23 reported on Tuesday."


@pytest.mark.parametrize(
    ("earlier", "replaced"),
    [
        ("The hospital now says that 23 people have been brought in, up from nine.", True),
        ("The leak in Varn put 23 people into hospital.", True),
        ("The hospital has 230 beds for people from Varn.", False),
        ("Twenty-three boats waited off the harbour.", False),
        ("The hospital treated 23 people from the boat and 31 people in all.", False),
    ],
)
def test_a_count_that_a_later_sentence_names_as_replaced_is_out_of_date(earlier: str, replaced: bool) -> None:
    """Where both speak of one thing, and the earlier one does not have the new count too."""
    pages = [
        written(earlier, outlet="Varn Radio", day="2025-03-11"),
        written(LATER, outlet="Post", day="2025-03-12"),
    ]
    claims = [said(page, text) for page, text in zip(pages, (earlier, LATER), strict=True)]
    published = {page.id: page.published for page in pages}
    weighed, _ = weigh(claims, {page.id: page.id for page in pages}, published)
    found = overtaken(statements(weighed, published, {page.id: page for page in pages}))
    assert found == ({claims[0].id} if replaced else set())


def test_a_count_of_a_later_day_is_not() -> None:
    """Whatever an earlier article calls replaced."""
    later = "The leak in Varn put 23 people into hospital."
    pages = [
        written(later, outlet="Varn Radio", day="2025-03-14"),
        written(LATER, outlet="Post", day="2025-03-12"),
    ]
    claims = [said(page, text) for page, text in zip(pages, (later, LATER), strict=True)]
    published = {page.id: page.published for page in pages}
    weighed, _ = weigh(claims, {page.id: page.id for page in pages}, published)
    assert not overtaken(statements(weighed, published, {page.id: page for page in pages}))


def test_what_has_risen_to_a_count_replaces_none() -> None:
    """Only what it rose from."""
    texts = (
        "Eight people are in hospital in Varn.",
        "Three came on Monday, and the people in hospital rose to eight.",
    )
    pages = [written(text, outlet=text[:5], day="2025-03-11") for text in texts]
    claims = [said(page, text) for page, text in zip(pages, texts, strict=True)]
    published = {page.id: page.published for page in pages}
    weighed, _ = weigh(claims, {page.id: page.id for page in pages}, published)
    assert not overtaken(statements(weighed, published, {page.id: page for page in pages}))
