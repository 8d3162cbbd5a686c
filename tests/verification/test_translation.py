"""What the gate for translations lets pass, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus.verification.translation import checked, examine_translation

FIRE = "Zwölf Menschen starben am Montag bei einem Brand in Köln, teilte die Polizei mit."
TREATY = "La France n’a pas signé le traité de 1.250 pages, selon Marie Dubois."


@pytest.mark.parametrize(
    ("theirs", "mine", "original", "translation"),
    [
        ("de", "en", FIRE, "Twelve people died in a fire in Köln on Monday, police said."),
        ("de", "en", FIRE, "12 people died on Monday in a fire in Köln, police said."),
        (
            "de",
            "en",
            "Der Schaden beträgt 3,2 Millionen Euro, sagte Bürgermeisterin Anna Brück am 4. März.",
            "The damage amounts to 3.2 million euros, Mayor Anna Brück said on 4 March.",
        ),
        ("fr", "en", TREATY, "France did not sign the 1,250-page treaty, according to Marie Dubois."),
        ("fr", "en", TREATY, "France didn’t sign the 1,250-page treaty, says Marie Dubois."),
        ("fr", "de", "La grève a commencé mardi à Lyon.", "Der Streik begann am Dienstag in Lyon."),
        (
            "de",
            "en",
            "Der Zug kam um 20.30 Uhr an, nicht um 14 Uhr.",
            "The train arrived at 20:30, not at 14:00.",
        ),
        ("en", "fr", "The EU paid 1,200 workers on 3 May.", "L’UE a payé 1 200 ouvriers le 3 mai."),
        ("en", "de", "The city may open the bridge in May.", "Die Stadt könnte die Brücke im Mai öffnen."),
        ("zh", "en", "周一有12人死亡。", "On Monday 12 people died."),
    ],
)
def test_a_faithful_translation_passes(theirs: str, mine: str, original: str, translation: str) -> None:
    """Numbers in digits or words, other ways of writing them, times of day, countries, contractions."""
    assert examine_translation(translation, original, mine=mine, theirs=theirs).complaint == ""


@pytest.mark.parametrize(
    ("theirs", "mine", "original", "translation", "why"),
    [
        ("de", "en", FIRE, "Twenty people died in a fire in Köln on Monday.", "“12”"),
        ("de", "en", FIRE, "People died in a fire in Köln on Monday.", "leaves out “12”"),
        ("de", "en", FIRE, "Twelve people died in a fire in Köln on Tuesday.", "“Tuesday”"),
        ("de", "en", FIRE, "Twelve people died in a fire in Bonn on Monday.", "“Bonn”"),
        ("de", "en", FIRE, "Twelve people did not die in a fire in Köln on Monday.", "denies"),
        ("fr", "en", TREATY, "France signed the 1,250-page treaty, according to Marie Dubois.", "“not”"),
        ("fr", "en", TREATY, "Germany did not sign the 1,250-page treaty, says Marie Dubois.", "“France”"),
        ("fr", "en", TREATY, "France did not sign the 1,250-page treaty, says Marie Roche.", "“Roche”"),
        ("fr", "de", "La grève a commencé à Lyon.", "Der Streik begann am Bahnhof.", "leaves out “Lyon”"),
        ("de", "en", "Es brennt.", "The fire " + "spread and spread " * 9, "says more"),
        ("de", "en", "Es brennt.", "   ", "empty"),
        ("fr", "en", TREATY, TREATY, "in another language"),
    ],
)
def test_a_translation_that_says_something_else_is_refused(
    theirs: str, mine: str, original: str, translation: str, why: str
) -> None:
    """A number, a day, a name or a “not” that was added, dropped or exchanged, and what is no translation at all."""
    assert why in examine_translation(translation, original, mine=mine, theirs=theirs).complaint


def test_what_is_compared_depends_on_the_languages() -> None:
    """Names only where both write them in letters that can be held against each other."""
    assert checked("en", "de") == ("numbers", "dates", "names", "negation")
    assert checked("en", "zh") == ("numbers", "negation")
    assert checked("de", "hu") == ("numbers", "dates")


@given(
    st.text(),
    st.text(),
    st.sampled_from(["en", "de", "fr", "zh", "ar", "xx"]),
    st.sampled_from(["es", "ru", "ja"]),
)
@example("", "\U00011de0", "en", "es")  # a digit of a later Unicode than Python's
def test_any_text_gets_a_verdict(new: str, old: str, mine: str, theirs: str) -> None:
    """Whatever a model answers."""
    assert examine_translation(new, old, mine=mine, theirs=theirs).supported in (True, False)
