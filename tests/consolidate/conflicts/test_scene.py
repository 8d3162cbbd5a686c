"""How closely words tie two statements."""

from __future__ import annotations

from conspectus.consolidate.language.senses import family
from tests.support.worlds import scene


def test_a_word_that_all_share_weighs_nothing_and_a_rare_one_most() -> None:
    """Weights run from 0 to 1, whatever the number of statements."""
    known = scene(
        "The harbour burned. The harbour lay dark. The harbour was closed by a pelican.",
        "A pelican closed the harbour. The harbour opened again.",
    )
    assert known.weight({family("harbour")}) < 0.3
    assert known.weight({family("pelican")}) == 1.0


def test_what_only_one_statement_says_brings_no_other_near() -> None:
    """However many such words it has."""
    known = scene(
        "The grey owl with a broken wing and one blind eye left the barn.", "An owl was seen in a barn."
    )
    first = known.said[0]
    assert known.said[1] in set(known.near(known.about(first)))


def test_a_pronoun_stands_for_what_the_sentence_before_is_about() -> None:
    """Only where the sentence opens with it."""
    known = scene("The new hospital costs a lot. It will open late.", "Nothing else.")
    second = next(each for each in known.said if each.text.startswith("It"))
    assert "hospit" not in known.about(second)
    assert known.wide(second) - known.about(second)
