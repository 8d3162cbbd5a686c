"""Where a sentence says that something was."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.matters.wheres import wheres


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They opened it on Quay 4 yesterday.", [("on Quay 4", {"4"})]),
        ("It stood behind the cinema in Albert Street.", [("behind the cinema in Albert Street", set())]),
        ("It was taken to Varn.", [("to Varn", {"varn"})]),
        ("He came on Tuesday in the morning.", []),
        ("He put it in a stable condition of mind.", []),
        ("It was in the hands of Ilse Brandt.", []),
    ],
)
def test_places_are_sites_and_names(text: str, wanted: list[tuple[str, set[str]]]) -> None:
    """Neither days nor things that are no place."""
    assert [(text[each.start : each.end], set(each.names)) for each in wheres(text)] == wanted


def test_a_bearing_has_what_it_is_taken_from() -> None:
    """And says how far from it."""
    (found,) = wheres("The boat lay three miles north-west of Orrin.")
    assert (set(found.ways), set(found.of), found.far) == ({"north", "west"}, {"orrin"}, True)
