"""One happening at two places."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The yacht lost its mast 14 miles west of Orrin.",
            "It was 14 miles north of Orrin that the mast broke.",
        ),
        ("A dog found the walker on the north shore.", "The walker was discovered on the south shore."),
        ("He was stabbed in Tanner Street.", "The victim was attacked in Orchard Street."),
        ("The cat was caught in the kitchen.", "The cat was captured in an upstairs bedroom."),
        ("Customs men opened the container on Quay 4.", "The container was searched at a lorry park."),
        ("The jet was diverted to Varn.", "The jet had to land in Arden."),
    ],
)
def test_one_thing_is_at_one_place(first: str, second: str) -> None:
    """On one side, in one street or room, at one site, and one place is reached."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.kind is ConflictKind.PLACE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He was stabbed in Tanner Street.", "He lives in Orchard Street."),
        ("He was stabbed in Tanner Street.", "The victim was attacked in the street."),
        ("He was stabbed in Tanner Street.", "The victim was attacked near the station."),
        ("A bear was seen in Tanner Street.", "The bear was spotted in Orchard Street."),
        ("The walker was found in Varn.", "The walker was discovered on Gull Moor."),
        ("A dog found the walker on the north-west shore.", "The walker was discovered on the north side."),
        ("They found a van west of Orrin.", "The van was discovered east of Tarn."),
        ("The fire killed two in the kitchen.", "A man died of the fire in the cellar."),
        ("The jet was diverted to Varn.", "The jet had to land at Varn in the rain, far from Arden."),
    ],
)
def test_two_places_may_both_be_right(first: str, second: str) -> None:
    """Of two acts, one within the other or near it, or of what moves about."""
    assert differing(first, second).conflicts == ()
