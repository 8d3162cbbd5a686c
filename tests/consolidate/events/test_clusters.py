"""Groups that are settled stay as they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.events.clusters import agglomerate

KEYS = "abcdefg"
LIKENESS = st.dictionaries(
    st.sets(st.sampled_from(KEYS), min_size=2, max_size=2).map(frozenset), st.floats(0, 2), max_size=15
)


@given(LIKENESS, st.floats(0, 2), st.sets(st.sampled_from(KEYS), max_size=6))
@settings(deadline=None)
def test_what_is_new_reshuffles_nothing_that_is_settled(
    likeness: dict[frozenset[str], float], least: float, known: set[str]
) -> None:
    """Two keys that were together stay together, and two that were apart stay apart, whatever comes."""
    before = agglomerate(sorted(known), {p: v for p, v in likeness.items() if p <= known}, least=least)
    after = agglomerate(list(KEYS), likeness, least=least, settled=before)
    assert sorted(key for group in after for key in group) == list(KEYS)
    homes = {key: number for number, group in enumerate(after) for key in group}
    for group in before:
        assert len({homes[key] for key in group}) == 1
    assert len({homes[group[0]] for group in before}) == len(before)


def test_a_settled_group_takes_in_what_is_like_it() -> None:
    """And a key that is gone is no longer there."""
    likeness = {frozenset("ab"): 0.1, frozenset("bc"): 0.9}
    assert agglomerate(list("abc"), likeness, least=0.3, settled=[["a", "z"], ["b"]]) == [["a"], ["b", "c"]]


def test_what_may_not_be_joined_is_not_joined_by_way_of_a_third() -> None:
    """A ban of one pair holds for the groups that they end up in."""
    likeness = {frozenset("ab"): 0.9, frozenset("bc"): 0.8, frozenset("ac"): 0.8}
    groups = agglomerate(list("abc"), likeness, least=0.1, forbidden=lambda x, y: {x, y} == {"a", "c"})
    assert groups == [["a", "b"], ["c"]]


def test_one_unlikely_pair_of_many_keeps_nothing_apart() -> None:
    """Of six pairs one may be unlikely, of two neither."""
    likeness = {frozenset(pair): 0.9 for pair in ("ab", "cd", "ce", "de")}
    likeness |= {frozenset(pair): 0.5 for pair in ("ac", "ad", "ae", "bc", "bd", "be")}

    def unlikely(first: str, second: str) -> bool:
        return {first, second} == {"a", "c"}

    assert agglomerate(list("abcde"), likeness, unlikely=unlikely) == [list("abcde")]
    few = {pair: value for pair, value in likeness.items() if pair <= set("abc")}
    assert agglomerate(list("abc"), few, unlikely=unlikely) == [["a", "b"], ["c"]]
