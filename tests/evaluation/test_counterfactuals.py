"""Counterfactuals: one thing is turned round, and turned round again gives the claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.evaluation.counterfactuals import counterfactuals

EVIDENCE = ("Bram Oake said that the wall was safe.", "The mayor, Orla Finch, disagreed.")


@pytest.mark.parametrize(
    ("claim", "sort", "wanted"),
    [
        ("Sales fell because the mill closed.", "cause", "The mill closed because sales fell."),
        ("The storm led to a strike.", "comparative", None),
        (
            "The union said that sales fell because the mill closed.",
            "cause",
            "The union said that the mill closed because sales fell.",
        ),
        ("Fewer eels were caught than in March.", "comparative", "More eels were caught than in March."),
        ("Prices rose last year.", "comparative", "Prices fell last year."),
        (
            "The wall is safe, according to Orla Finch.",
            "speaker",
            "The wall is safe, according to Bram Oake.",
        ),
        ("Orla Finch beat Bram Oake in May.", "names", "Bram Oake beat Orla Finch in May."),
        (
            "Ida Marl says that she asked Tolley to wait.",
            "names",
            "Ida Marl says that Tolley asked her to wait.",
        ),
        ("Orla Finch and Bram Oake met in May.", "names", None),
        ("Nothing was said.", "cause", None),
    ],
)
def test_one_thing_is_turned_round(claim: str, sort: str, wanted: str | None) -> None:
    """The sort's counterfactual reads as expected, or there is none."""
    assert dict(counterfactuals(claim, EVIDENCE)).get(sort) == wanted


_NAMES = st.sampled_from(("Orla Finch", "Bram Oake", "Ida Marl", "Nordal Glass"))
_VERBS = st.sampled_from(("beat", "sued", "hired", "called"))


@given(_NAMES, _VERBS, _NAMES)
def test_names_exchanged_twice_are_where_they_were(one: str, verb: str, other: str) -> None:
    """The counterfactual of the counterfactual is the claim."""
    claim = f"In May {one} {verb} {other} again."
    turned = dict(counterfactuals(claim, ())).get("names")
    if one == other:
        assert turned is None
    else:
        assert turned == f"In May {other} {verb} {one} again."
        assert dict(counterfactuals(turned, ()))["names"] == claim


@given(st.text(max_size=120), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_has_some_or_none(claim: str, evidence: list[str]) -> None:
    """Whatever the texts are, no counterfactual is the claim, and no two are alike."""
    found = [text for _, text in counterfactuals(claim, evidence)]
    assert " ".join(claim.split()) not in found
    assert len(set(found)) == len(found)
