"""Places and languages by the names that other languages have for them."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.exonyms import adjectives, in_one_word, places, plain


@pytest.mark.parametrize(
    ("language", "name", "other", "theirs"),
    [
        ("de", "münchner", "en", "munich"),
        ("de", "genf", "es", "ginebra"),
        ("fr", "londres", "it", "londra"),
        ("pt", "estocolmo", "de", "stockholm"),
        ("it", "grecia", "de", "griechenland"),
        ("es", "lisboa", "fr", "lisbonne"),
    ],
)
def test_a_place_is_one_whatever_it_is_called(language: str, name: str, other: str, theirs: str) -> None:
    """Towns from the list, lands and the towns of time zones from babel."""
    assert places(language)[plain(name)] == places(other)[plain(theirs)]


def test_each_place_has_a_name_of_its_own() -> None:
    """No name stands for two places of the list, so that nothing depends on their order."""
    assert len({places("en")[name] for name in ("milan", "munich", "turin", "trento", "trieste")}) == 5
    assert places("de")["lyon"] != places("de")["london"]


def test_what_takes_several_words_elsewhere_is_put_into_one() -> None:
    """Monaco is another place than Monaco di Baviera."""
    assert in_one_word("MONACO DI BAVIERA — Un incendio") == "Munich — Un incendio"
    assert in_one_word("Il principe di Monaco") == "Il principe di Monaco"


def test_adjectives_of_lands_are_known_by_their_language() -> None:
    """With the endings that they take."""
    assert adjectives("de")["griechische"] == adjectives("es")["griega"] == adjectives("en")["greek"] == "el"
    assert places("xx-unknown")["mailand"] == "milan"
    assert not adjectives("xx-unknown")
