"""What sentences are about, across wordings."""

from __future__ import annotations

from conspectus.consolidate.language.senses import family, keys, plain


def test_two_wordings_of_one_thing_share_keys() -> None:
    """By families, by set phrases, and without what stands in any report."""
    assert keys("Eleven people were taken to hospital.") & keys("Seventeen were hurt.")
    assert keys("The wall gave way.") & keys("The wall collapsed.") >= {family("collapsed")}
    assert not keys("A spokesman said that the figure was large.")


def test_a_phrase_becomes_the_word_that_means_the_same() -> None:
    """The rest stays as it is."""
    assert plain("The alarm went off twice.") == "The alarm sounded twice."


def test_other_languages_have_stems_and_no_english_families() -> None:
    """A participle meets its verb."""
    assert keys("Ils ont bloqué l'entrée", "fr") & keys("L'entrée a été bloquée", "fr") >= {"bloqu"}
