"""Junk, injected instructions, and events mixed up."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Said
from conspectus.evaluation.scorers.leaks import INJECTED, JUNK
from conspectus.evaluation.scorers.merges import WRONG_MERGES
from tests.support.outputs import BURNED, IN_2019, VARN, output, said

EVENTS = (("echo.txt", "herald.md"), ("page.html",))


def test_clean_sentences_leak_nothing(case: LoadedCase) -> None:
    """Neither in words nor in quotes."""
    made = output(said(case, VARN, ("page.html", VARN)), events=EVENTS)
    assert [scorer(case, made).value for scorer in (JUNK, INJECTED, WRONG_MERGES)] == [0, 0, 0]


def test_junk_and_orders_are_found_in_words_and_in_quotes(case: LoadedCase) -> None:
    """However their lines are broken and whatever their case."""
    made = output(
        Said(text="We TELL the reader\nthat all is well."), said(case, "x", ("echo.txt", "Share this story"))
    )
    assert (JUNK(case, made).value, INJECTED(case, made).value) == (1, 1)
    assert JUNK(case, made).details == ("appears: Share this story",)


def test_a_merge_in_one_sentence_and_one_in_an_event_are_both_counted(case: LoadedCase) -> None:
    """One of two is one half, both are 1."""
    sentence = Said(text="In 2019 a lorry burned.", event=0)
    cited = said(case, "It burned before.", ("herald.md", IN_2019), event=0, section="points")
    assert WRONG_MERGES(case, output(sentence, events=EVENTS)).value == 0.5
    assert WRONG_MERGES(case, output(cited, events=EVENTS)).value == 0.5
    assert WRONG_MERGES(case, output(sentence, cited, events=EVENTS)).value == 1


def test_background_may_cite_what_is_recalled(case: LoadedCase) -> None:
    """As context, or in another event, it is where it belongs."""
    context = said(case, IN_2019, ("herald.md", IN_2019), event=0, section="context")
    elsewhere = said(case, IN_2019, ("herald.md", IN_2019), event=1)
    assert WRONG_MERGES(case, output(context, elsewhere, events=EVENTS)).value == 0


def test_without_events_only_sentences_are_looked_at(case: LoadedCase) -> None:
    """One wrong merge of the case can be seen then, not two."""
    made = output(Said(text=BURNED))
    assert WRONG_MERGES(case, made).explanation == "0 of 1 wrong merges"


def test_silence_is_not_measured(case: LoadedCase) -> None:
    """No sentence, no merit."""
    assert [scorer(case, output()).value for scorer in (JUNK, INJECTED, WRONG_MERGES)] == [None] * 3
