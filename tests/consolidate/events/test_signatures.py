"""What of an article tells its event from others."""

from __future__ import annotations

from conspectus.consolidate.events.signatures import signature
from tests.support.articles import written


def test_what_is_recalled_and_what_is_quoted_do_not_count() -> None:
    """An article's signature is its own news."""
    article = written(
        "The ferry Petrel ran aground on Tuesday. “We take the safety of all our passengers very seriously at all "
        "times,” the owner said.\n\nIn August 2019 a blaze killed a mechanic.",
        day="2025-04-09",
    )
    found = signature(article)
    assert "ferri" in found.words
    assert not {"safeti", "passeng", "blaze", "mechan"} & set(found.words)
    assert found.names == {"petrel": 1}


def test_words_are_those_of_the_article_s_own_language() -> None:
    """German grammar says nothing, and two endings of a German word are one."""
    first = signature(
        written("Der Rat hat auch die neuen Brücken an der Zorn geprüft, wie es in der Stadt heißt.")
    )
    other = signature(
        written("Nach der Prüfung war auch die neue Brücke an der Zorn noch nicht für alle offen.")
    )
    assert first.language == other.language == "de"
    assert not {"auch", "der", "die", "nach", "wie", "noch"} & {
        *first.words,
        *other.words,
        *first.names,
        *other.names,
    }
    assert {"neu", "bruck"} <= set(first.words) & set(other.words)
