"""Likeness of texts: by shared runs of words and by weighted words."""

from __future__ import annotations

import math
import random
from collections import Counter
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.text.similarity import Cosines, cosine, cosines, rarity, shingles, vector


def _words(text: str) -> list[str]:
    return text.split()


WORDS = st.lists(
    st.sampled_from(_words("bridge river council vote flood gate repair mayor night")), max_size=20
)
COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(min_value=1, max_value=9), max_size=8)
WEIGHTS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from([0.0, 0.01, 0.3, 1.0, 1.7, 5.0]), max_size=8
)


def test_every_run_of_five_words_is_a_shingle() -> None:
    """Seven words have three runs of five, in order."""
    runs = shingles(_words("one two three four five six seven"))
    assert runs == {
        ("one", "two", "three", "four", "five"),
        ("two", "three", "four", "five", "six"),
        ("three", "four", "five", "six", "seven"),
    }


@pytest.mark.parametrize(
    ("words", "runs"), [([], set()), (["fire"], {("fire",)}), (list("abcde"), {tuple("abcde")})]
)
def test_a_short_text_is_its_own_only_shingle(words: list[str], runs: set[tuple[str, ...]]) -> None:
    """Fewer words than a run has make one run, no words make none."""
    assert shingles(words) == runs


@given(WORDS, st.integers(min_value=1, max_value=8))
@settings(deadline=None)
def test_shingles_stand_in_the_text(words: list[str], size: int) -> None:
    """Each shingle is a stretch of the words, none longer than asked for, and all words are in some."""
    runs = shingles(words, size)
    stretches = {tuple(words[i:j]) for i in range(len(words)) for j in range(i, len(words) + 1)}
    assert runs <= stretches
    assert all(len(run) <= size for run in runs)
    assert {word for run in runs for word in run} == set(words)


@given(COUNTS, WEIGHTS)
@settings(deadline=None)
def test_a_vector_has_length_one_or_is_empty(counts: dict[str, int], weights: dict[str, float]) -> None:
    """Whatever the weights, the squares add up to 1, and words of no weight are left out."""
    made = vector(counts, weights)
    if made:
        assert math.isclose(sum(value * value for value in made.values()), 1.0)
        assert all(made.values())
        assert set(made) <= {word for word in counts if weights.get(word)}


@given(COUNTS, COUNTS, WEIGHTS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_likeness_is_the_same_to_the_last_digit_in_any_order(
    first: dict[str, int], second: dict[str, int], weights: dict[str, float], chance: random.Random
) -> None:
    """The order of words, which a set does not keep, changes neither vector nor cosine."""
    shuffled = list(first)
    chance.shuffle(shuffled)
    a, b = vector(first, weights), vector(second, weights)
    again = vector({word: first[word] for word in shuffled}, weights)
    assert a == again
    assert cosine(a, b) == cosine(again, b) == cosine(b, a)


@given(COUNTS, COUNTS, WEIGHTS)
@settings(deadline=None)
def test_cosine_is_a_share(first: dict[str, int], second: dict[str, int], weights: dict[str, float]) -> None:
    """It lies between 0 and 1, and is 1 for a vector and itself."""
    a, b = vector(first, weights), vector(second, weights)
    assert -1e-9 <= cosine(a, b) <= 1 + 1e-9
    if a:
        assert math.isclose(cosine(a, a), 1.0)


def test_cosine_counts_only_what_is_shared() -> None:
    """Two words each, one of them shared, of equal weight: one half; nothing shared: nothing."""
    weights = dict.fromkeys("abc", 1.0)
    assert math.isclose(cosine(vector(Counter("ab"), weights), vector(Counter("bc"), weights)), 0.5)
    assert cosine(vector(Counter("a"), weights), vector(Counter("bc"), weights)) == 0.0


def test_rarity_without_smoothing_ignores_what_every_text_has() -> None:
    """A word of all texts weighs nothing, one of a third weighs log 3; repetition within a text is nothing."""
    weights = rarity([["fire", "fire", "ship"], ["fire"], ["fire"]], smooth=False)
    assert weights == {"fire": 0.0, "ship": math.log(3)}


def test_smoothed_rarity_leaves_something_to_every_word() -> None:
    """A word of all texts weighs log 2, and rarer ones more."""
    weights = rarity([["fire", "ship"], ["fire"], ["fire"]], smooth=True)
    assert weights == {"fire": math.log(2), "ship": math.log(4)}
    assert rarity([], smooth=True) == {}


@given(st.lists(COUNTS, max_size=6), WEIGHTS)
@settings(deadline=None)
def test_all_pairs_at_once_are_as_alike_as_each_by_itself(
    texts: list[dict[str, int]], weights: dict[str, float]
) -> None:
    """Those that share nothing have nothing in common."""
    vectors = {str(number): vector(counts, weights) for number, counts in enumerate(texts)}
    found = cosines(vectors)
    for first, second in combinations(vectors, 2):
        expected = cosine(vectors[first], vectors[second])
        assert math.isclose(found.between(second, first), expected, abs_tol=1e-12)
    shared = {(a, b) for a, b in combinations(vectors, 2) if vectors[a].keys() & vectors[b].keys()}
    assert {(a, b) for a, b, _ in found.known()} == shared


@given(st.lists(COUNTS, max_size=6), WEIGHTS)
@settings(deadline=None)
def test_a_pair_or_a_row_is_to_the_last_digit_as_all_pairs_have_it(
    texts: list[dict[str, int]], weights: dict[str, float]
) -> None:
    """Whichever is asked for, and whichever way round."""
    vectors = {str(number): vector(counts, weights) for number, counts in enumerate(texts)}
    pairs, asked = cosines(vectors), Cosines(vectors.values())
    rows = [asked.row(place) for place in range(len(texts))]
    for one, other in permutations(range(len(texts)), 2):
        assert asked.between(one, other) == rows[one][other] == pairs.between(str(one), str(other))


@given(st.lists(COUNTS, max_size=6), WEIGHTS, st.floats(0.0, 4.0))
@settings(deadline=None)
def test_what_makes_up_most_counts_for_a_share_of_the_rest(
    texts: list[dict[str, int]], weights: dict[str, float], share: float
) -> None:
    """The cosine stands where the others outweigh it enough, and where there are none nothing is left."""
    vectors = {str(number): vector(counts, weights) for number, counts in enumerate(texts)}
    found = cosines(vectors, share)
    for first, second in combinations(vectors, 2):
        one, other = vectors[first], vectors[second]
        parts = sorted(one[word] * other[word] for word in one.keys() & other.keys())
        rest = math.fsum(parts[:-1])
        expected = rest + min(share * rest, parts[-1]) if parts else 0.0
        assert math.isclose(found.between(second, first), expected, abs_tol=1e-12)
