"""How much a pass of the gate is worth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.verification.likelihood import WEIGHTS, features, likelihood

EVIDENCE = (
    "The Varn mill, which employs 340 people, burned on Monday.",
    "Mayor Ida Holt praised the firefighters.",
    "Bo Lind of the union spoke of a disaster.",
)


def test_what_a_sentence_says_is_likely() -> None:
    """A claim whose clauses each stand in a sentence has none of the features against it."""
    told = features(
        "On Monday the Varn mill burned, and the firefighters were praised by the mayor.", EVIDENCE
    )
    assert told == {"always": 1, "bare": 0, "apart": 0, "end": 0, "figures": 0, "names": 0}


def test_a_clause_that_no_sentence_has_a_word_of_is_bare() -> None:
    """What the claim adds in a clause of its own makes it less likely."""
    plain, added = "The Varn mill burned.", "The Varn mill burned, leaving neighbours anxious."
    assert features(plain, EVIDENCE)["bare"] == 0
    assert features(added, EVIDENCE)["bare"] == 1
    assert likelihood(added, EVIDENCE) < likelihood(plain, EVIDENCE)


def test_words_of_one_clause_from_two_sentences_stand_apart() -> None:
    """Of "the union praised the firefighters" one sentence has the union and another the rest."""
    assert features("The firefighters were praised by the mayor.", EVIDENCE)["apart"] == 0
    assert features("The union praised the firefighters.", EVIDENCE)["apart"] == 1 / 3


def test_names_that_no_sentence_has_together_are_scattered() -> None:
    """Two who are named in two sentences may have nothing to do with each other."""
    assert features("It was Ida Holt who met with Bo Lind there.", EVIDENCE)["names"] == 1
    assert features("It was for the union that Bo Lind spoke.", EVIDENCE)["names"] == 0


def test_words_at_the_end_that_nobody_has_are_counted() -> None:
    """The end of a sentence is where something is added most often."""
    assert features("The Varn mill burned before dawn broke overhead.", EVIDENCE)["end"] == 3
    assert features("Before dawn the Varn mill burned.", EVIDENCE)["end"] == 0


def test_an_amount_that_was_compared_speaks_for_the_claim() -> None:
    """More could have been found wrong, and was not."""
    claim = "The Varn mill employs {} people."
    assert likelihood(claim.format("340"), EVIDENCE) > likelihood(claim.format("many"), EVIDENCE)


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_any_text_has_a_likelihood(claim: str, evidence: list[str]) -> None:
    """Whatever is asked, the features are those that have weights, and the answer is a probability."""
    assert features(claim, evidence).keys() == WEIGHTS.keys()
    assert 0 < likelihood(claim, evidence) < 1
