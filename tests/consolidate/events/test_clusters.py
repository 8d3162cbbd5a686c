"""Groups that are settled stay as they are."""

from __future__ import annotations

from itertools import combinations
from math import fsum

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.events.clusters import agglomerate
from conspectus.text.similarity import Pairs

KEYS = "abcdefg"
LIKENESS = st.dictionaries(
    st.sets(st.sampled_from(KEYS), min_size=2, max_size=2).map(frozenset),
    st.integers(0, 16).map(lambda eighths: eighths / 8),
    max_size=15,
)


@given(LIKENESS, st.floats(0, 2), st.sets(st.sampled_from(KEYS), max_size=6))
@settings(deadline=None)
def test_what_is_new_reshuffles_nothing_that_is_settled(
    likeness: dict[frozenset[str], float], least: float, known: set[str]
) -> None:
    """Two keys that were together stay together, and two that were apart stay apart, whatever comes."""
    alike = Pairs.of(KEYS, likeness)
    before = agglomerate(sorted(known), alike, least=least)
    after = agglomerate(list(KEYS), alike, least=least, settled=before)
    assert sorted(key for group in after for key in group) == list(KEYS)
    homes = {key: number for number, group in enumerate(after) for key in group}
    for group in before:
        assert len({homes[key] for key in group}) == 1
    assert len({homes[group[0]] for group in before}) == len(before)


def test_a_settled_group_takes_in_what_is_like_it() -> None:
    """And a key that is gone is no longer there."""
    likeness = {frozenset("ab"): 0.1, frozenset("bc"): 0.9}
    alike = Pairs.of("abc", likeness)
    assert agglomerate(list("abc"), alike, least=0.3, settled=[["a", "z"], ["b"]]) == [["a"], ["b", "c"]]


def test_what_may_not_be_joined_is_not_joined_by_way_of_a_third() -> None:
    """A ban of one pair holds for the groups that they end up in."""
    likeness = {frozenset("ab"): 0.9, frozenset("bc"): 0.8, frozenset("ac"): 0.8}
    alike = Pairs.of("abc", likeness)
    groups = agglomerate(list("abc"), alike, least=0.1, forbidden=lambda x, y: {x, y} == {"a", "c"})
    assert groups == [["a", "b"], ["c"]]


def test_one_unlikely_pair_of_many_keeps_nothing_apart() -> None:
    """Of six pairs one may be unlikely, of two neither."""
    likeness = {frozenset(pair): 0.9 for pair in ("ab", "cd", "ce", "de")}
    likeness |= {frozenset(pair): 0.5 for pair in ("ac", "ad", "ae", "bc", "bd", "be")}

    def unlikely(first: str, second: str) -> bool:
        return {first, second} == {"a", "c"}

    alike = Pairs.of("abcde", likeness)
    assert agglomerate(list("abcde"), alike, unlikely=unlikely) == [list("abcde")]
    assert agglomerate(list("abc"), alike, unlikely=unlikely) == [["a", "b"], ["c"]]


@given(LIKENESS, st.floats(0, 2), st.sets(st.sampled_from(range(len(KEYS) ** 2))))
@settings(deadline=None)
def test_the_nearest_two_are_joined_first_as_if_all_were_compared_each_time(
    likeness: dict[frozenset[str], float], least: float, banned: set[int]
) -> None:
    """Of two as near the first is; what is banned is passed over."""
    alike = Pairs.of(KEYS, likeness)

    def forbidden(one: str, other: str) -> bool:
        return KEYS.index(min(one, other)) * len(KEYS) + KEYS.index(max(one, other)) in banned

    groups = [[key] for key in KEYS]
    while True:
        means = [
            (-fsum(alike.between(a, b) for a in one for b in other) / (len(one) * len(other)), at, to)
            for (at, one), (to, other) in combinations(enumerate(groups), 2)
            if not any(forbidden(a, b) for a in one for b in other)
        ]
        if not means or -min(means)[0] < least:
            break
        _, at, to = min(means)
        groups[at] += groups.pop(to)
    assert agglomerate(list(KEYS), alike, least=least, forbidden=forbidden) == groups
