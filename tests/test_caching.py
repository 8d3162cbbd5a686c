"""What is kept takes no more room than it needs, and for no longer."""

from __future__ import annotations

from dataclasses import dataclass
from sys import getsizeof

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.caching import ByWord, CacheGroup, cached_property, clear_caches, kept
from conspectus.text.facts.names import names


@given(st.lists(st.integers()))
def test_it_is_the_set_of_the_items(items: list[int]) -> None:
    """Equal to what `frozenset` makes, and never larger."""
    assert kept(iter(items)) == frozenset(items)
    assert getsizeof(kept(items)) <= getsizeof(frozenset(items))


@pytest.mark.parametrize("size", [5, 7, 19, 31, 77, 127])
def test_a_table_that_is_mostly_empty_is_halved(size: int) -> None:
    """At the sizes at which a set has just grown, nearly half of it is saved."""
    assert getsizeof(kept(range(size))) < 0.7 * getsizeof(frozenset(range(size)))


def test_all_that_are_empty_are_one() -> None:
    """Thousands of texts name no day."""
    assert kept(()) is kept([])


def test_what_is_kept_is_worked_out_once() -> None:
    """As long as it is among the last so many, and until the group is cleared."""
    group, asked = CacheGroup(), []

    @group.keep(most=2)
    def length(text: str) -> int:
        """How many characters the text has."""
        asked.append(text)
        return len(text)

    assert [length(each) for each in ("a", "bc", "a", "def", "bc")] == [1, 2, 1, 3, 2]
    assert asked == ["a", "bc", "def", "bc"]
    group.clear()
    assert length("bc") == 2
    assert asked == ["a", "bc", "def", "bc", "bc"]
    assert length.__doc__ == "How many characters the text has."


def test_a_set_stands_there_in_less_room() -> None:
    """It is made again each time it is asked for, and found out once."""
    group, asked = CacheGroup(), []

    @group.keep_set(most=2)
    def letters(text: str) -> list[str]:
        """The letters of the text."""
        asked.append(text)
        return list(text)

    assert letters("otto") == letters("otto") == frozenset("ot")
    assert asked == ["otto"]
    group.clear()
    assert letters("otto") == frozenset("ot")
    assert asked == ["otto", "otto"]


def test_nothing_is_kept_of_a_text_when_all_is_forgotten() -> None:
    """What a run has asked of its texts does not outlive it."""
    names("The ferry sank in the harbour.")
    assert names.cache_info().currsize
    clear_caches()
    assert not names.cache_info().currsize


@dataclass(frozen=True)
class _Text:
    words: list[str]

    @cached_property
    def size(self) -> int:
        """How many words."""
        self.words.append("asked")
        return len(self.words)


def test_a_value_is_worked_out_when_it_is_first_asked_for_and_then_kept() -> None:
    """A frozen object keeps what it worked out; another object works out its own."""
    first, second = _Text(["a"]), _Text(["a", "b"])
    assert first.words == ["a"]
    assert [first.size, first.size, second.size] == [2, 2, 3]
    assert first.words == ["a", "asked"]


def test_the_class_has_the_property_with_its_docstring() -> None:
    """Tools that read the class find what is said of the value."""
    assert _Text.size.__doc__ == "How many words."


def test_a_word_is_worked_out_once_until_too_many_are_known() -> None:
    """What was worked out of a word is looked up; where as many as may be kept are known, all are forgotten."""
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = ByWord(length, most=2)
    assert [*map(lengths.__getitem__, ("one", "one", "three", "one"))] == [3, 3, 5, 3]
    assert asked == ["one", "three"]
    assert (lengths["four"], lengths["one"], len(lengths)) == (4, 3, 2)
    assert asked == ["one", "three", "four", "one"]
