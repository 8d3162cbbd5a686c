"""What a sentence is worth alone, and how much it shares with others."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.text.salience import centrality, standalone

SENTENCES = (
    "The museum in Halden will return the bronze bell to Tarsk in May.",
    "The bronze bell was taken from Tarsk by soldiers of the museum's founder.",
    "A café next door sells excellent lemon cake.",
)


def test_what_others_repeat_is_central() -> None:
    """Sentences about the bell share words and lead; the cake shares none and comes last."""
    scores = centrality(dict(zip("abc", SENTENCES, strict=True)))
    assert max(scores.values()) == 1.0
    assert scores["c"] == 0.0 < scores["a"]


def test_nothing_to_share_is_no_centrality() -> None:
    """One text alone, texts without words, and no texts at all score 0 and raise nothing."""
    assert centrality({"a": SENTENCES[0]}) == {"a": 0.0}
    assert centrality({"a": "", "b": "— 12 —"}) == {"a": 0.0, "b": 0.0}
    assert centrality({}) == {}


@given(st.lists(st.sampled_from([*SENTENCES, "The bell weighs 90 kilos.", "", "Tarsk, Tarsk!"]), max_size=7))
@settings(deadline=None)
def test_centrality_is_a_share_for_any_texts(texts: list[str]) -> None:
    """Every text has a score between 0 and 1; the same words have the same score."""
    scores = centrality({str(number): text for number, text in enumerate(texts)})
    assert all(0 <= score <= 1 for score in scores.values())
    for number, text in enumerate(texts):
        assert math.isclose(scores[str(number)], scores[str(texts.index(text))], abs_tol=1e-9)


def test_facts_make_a_sentence_worth_telling() -> None:
    """A figure and an act outweigh a remark, and no heap of figures outweighs everything."""
    assert standalone("Halden paid 40,000 crowns.") > standalone("Halden paid.") > standalone("It was nice.")
    heap = " ".join(f"{number},000 crowns in {1900 + number}," for number in range(20, 60))
    assert standalone(f"Halden paid {heap} and went home.") < 1.7


def test_names_alone_say_nothing() -> None:
    """A sentence with names in it is worth no more than the same without; a small number less than a large one."""
    assert (
        standalone("Halden and Tarsk and Arden are old.") == standalone("They say that towns are old.") + 0.3
    )
    assert (
        standalone("Halden sold 40 bells.")
        > standalone("Halden sold two bells.")
        > standalone("Halden sold bells.")
    )


def test_what_only_is_is_worth_less_than_what_happened() -> None:
    """The state of things is no news: it was so yesterday."""
    assert standalone("The museum closed its doors.") > standalone("The museum is a cornerstone.")


@pytest.mark.parametrize(
    "text",
    [
        "This was the third accident in Halden.",
        "“They left the hall at Halden,” he said.",
        "However, Halden paid 40,000 crowns.",
        "Among them was Greta Moll of Halden.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_worth_less(text: str) -> None:
    """A pronoun or a connective at the start costs 0.3."""
    opened = f"In Halden {text[0].lower()}{text[1:]}"
    assert standalone(text) == pytest.approx(standalone(opened) - 0.3, abs=0.15)


@pytest.mark.parametrize(
    "text",
    [
        "You can visit the museum in Halden until 1 May.",
        "Let’s look at Halden in 2024.",
        "For us in Halden the 40 crowns matter.",
        "In Halden I saw 40 bells.",
    ],
)
def test_what_speaks_to_its_reader_reports_nothing(text: str) -> None:
    """Such a sentence is worth less than nothing."""
    assert standalone(text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "The US army lent Halden 40 trucks.",
        "The embassy of the US in Halden closed on 1 May 2024.",
        "“We owe you 40 crowns,” the mayor of Halden wrote.",
    ],
)
def test_a_country_and_quoted_words_speak_to_nobody(text: str) -> None:
    """ "US" is no pronoun, and what stands in quotation marks is said by somebody else."""
    assert standalone(text) > 0


def test_a_rank_is_no_amount() -> None:
    """Fourteen guests are a number to tell; the fourteenth guest is one guest."""
    assert standalone("The 14 guests left the mill.") > standalone("The 14th guest left the mill.") + 0.15
