"""One article's summary as a reader sees it."""

from __future__ import annotations

import unicodedata

from conspectus.model.summary import ArticleSummary
from conspectus.render import summary_markdown, summary_terminal
from tests.support.briefings import POST, POST_CHIEF, post_summary


def test_terminal_shows_headline_gist_events_claims_and_sources() -> None:
    """Every part of the summary is there, cited, under the article's own name."""
    page = summary_terminal(post_summary(), POST, width=96)
    assert page.startswith("A container crane collapsed at the port of Brannock.[1]\nHarbour Post, Crane")
    assert "· crane collapsed · Tuesday · Brannock[1]" in page
    assert "· The crane was built in 1998.[2] — fact" in page
    assert f"‘{POST_CHIEF}’[3] — quote, Mara Ellwick" in " ".join(page.split())
    assert "harbour-post.txt, sentence 7: No claim rests on it." in page
    assert "Cost    unknown" in page
    assert {c for c in page if unicodedata.category(c) == "Cc"} == {"\n"}


def test_markdown_shows_the_same_with_footnotes() -> None:
    """The Markdown has headline, claims with their kind, what was left out, and a footnote for each quote."""
    source = summary_markdown(post_summary(), POST)
    assert source.startswith("# A container crane collapsed at the port of Brannock.\n\n*Harbour Post, Crane")
    assert "- The crane was built in 1998.[^2] *fact*" in source
    assert "[^2]: Harbour Post" in source
    assert "**Not carried by the evidence** (1 claim)" in source


def test_without_its_article_ids_stand_for_names() -> None:
    """A summary alone can still be shown."""
    assert POST.id in summary_markdown(post_summary())
    assert POST.id in summary_terminal(post_summary(), evidence=False)


def test_an_empty_summary_is_shown_as_one() -> None:
    """Nothing found is nothing shown: no empty headings."""
    empty = ArticleSummary(article_id=POST.id)
    assert summary_markdown(empty, POST).startswith("# Crane collapses at Brannock\n\n*Harbour Post")
    for page in (summary_markdown(empty), summary_terminal(empty)):
        assert page.count("##") + page.count("──\n") == 1
