"""Words where nothing parts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts.words import content_words
from conspectus.text.spaceless import pairs, word_count


def test_two_wordings_of_one_thing_share_pairs() -> None:
    """The county and the works stand in both, behind other characters."""
    first, second = pairs("北河县一家化工厂发生火灾"), pairs("昨晚北河县化工厂起火")
    assert {"北河", "河县", "化工", "工厂"} <= set(first) & set(second)
    assert set(content_words("北河县一家化工厂发生火灾。")) == set(first)


def test_the_grammar_of_japanese_is_left_out() -> None:
    """Endings in Hiragana are in every sentence; what they hang on is not."""
    assert pairs("消し止められました") == ("消し", "し止", "止め")
    assert pairs("ドアが") == ("ドア", "アが")


def test_words_are_counted_in_any_script() -> None:
    """What stands between spaces, or every two characters where there are none; marks count for nothing."""
    assert word_count("Seven barges were sunk, at 3.40 a.m.") == 7
    assert word_count("造成3人受伤，其中1人伤势严重。") == 2 + 3 + 4
    assert word_count("불은 약 5시간 만에 꺼졌다.") == 5


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_nothing_changes_where_words_are_parted(text: str) -> None:
    """Of Latin letters there are no pairs, and words are what spaces part."""
    assert pairs(text) == ()
    assert word_count(text) == len(text.split())


@given(st.text(alphabet="北河县火灾工厂", min_size=1))
def test_each_character_is_in_a_pair(text: str) -> None:
    """No character is lost, and two of them are counted as a word."""
    assert set("".join(pairs(text))) == set(text)
    assert word_count(text) == (len(text) + 1) // 2
