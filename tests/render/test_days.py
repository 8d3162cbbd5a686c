"""What several days wrote of one event says when it was written, and sides of one outlet are called so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from conspectus.model.briefing import Briefing
from conspectus.render import html, markdown, terminal
from tests.support.briefings import RADIO, harbour_briefing


def _of_one_day() -> Briefing:
    briefing = harbour_briefing()
    same = tuple(each.model_copy(update={"published": date(2025, 3, 5)}) for each in briefing.articles)
    return briefing.model_copy(update={"articles": same})


def _plain(briefing: Briefing) -> str:
    return " ".join(terminal(briefing, width=200, evidence=False).partition("Sources ─")[0].split())


def test_a_sentence_says_on_which_day_it_was_published() -> None:
    """In every format, where the event's articles are of several days; without the year, if that is one."""
    told = "Northern Wire, in the words of Evening Ledger, 6 March"
    assert f"— {told}" in _plain(harbour_briefing())
    assert f"*{told}*" in markdown(harbour_briefing())
    assert told in re.sub("<[^>]+>", "", html(harbour_briefing()))


def test_an_event_that_opens_with_an_agencys_story_says_whose_it_is() -> None:
    """As any sentence does: the outlet that carries it has only its words."""
    briefing = harbour_briefing()
    (event, *others) = briefing.events
    (wire, *_) = (each for each in event.points if "in the words of Evening" in _label(briefing, each.text))
    opening = event.model_copy(update={"lead": (wire,), "points": ()})
    told = _plain(briefing.model_copy(update={"events": (opening, *others)}))
    assert "— Northern Wire, in the words of Evening Ledger, 6 March" in told


def test_a_page_that_was_updated_on_a_later_day_says_so() -> None:
    """A live page of the first day tells in the morning what was not known in the evening."""
    day, later = date(2025, 3, 5), date(2025, 3, 6)
    briefing = _of_one_day()
    live = tuple(
        each.model_copy(update={"updated": later if each.publisher == "Coast Radio" else day})
        for each in briefing.articles
    )
    told = _plain(briefing.model_copy(update={"articles": live}))
    assert "Coast Radio, 5 March, updated 6 March" in told
    assert "in the words of Evening Ledger, 5 March" in told
    assert "updated" not in _plain(briefing)


def test_no_outlet_is_in_the_words_of_itself() -> None:
    """One that is called with its article elsewhere is the same."""
    briefing = harbour_briefing()
    origins = tuple(
        each.model_copy(update={"name": "The Evening Ledger"}) if each.name == "Northern Wire" else each
        for each in briefing.origins
    )
    told = _plain(briefing.model_copy(update={"origins": origins}))
    assert "— Evening Ledger, 6 March" in told
    assert "in the words of Evening Ledger" not in told


def _label(briefing: Briefing, text: str) -> str:
    _, _, behind = _plain(briefing).partition(text)
    return behind[:80]


def test_sentences_of_one_day_do_not_repeat_it() -> None:
    """Nor does one of an article that nobody dates."""
    assert "Evening Ledger, 5 March" not in _plain(_of_one_day())
    assert not re.search(r"ferry-2023.md, \d", _plain(harbour_briefing()))


def test_days_of_two_years_have_their_year() -> None:
    """A day alone would be read as one of this year."""
    briefing = harbour_briefing()
    moved = tuple(
        each.model_copy(update={"published": date(2024, 12, 30)}) if each.id == RADIO.id else each
        for each in briefing.articles
    )
    assert "Evening Ledger, 6 March 2025" in _plain(briefing.model_copy(update={"articles": moved}))


def test_an_agency_in_a_file_of_nobody_s_is_called_by_its_name_alone() -> None:
    """The file is no one whose words they are; where they stand, their note says."""
    briefing = harbour_briefing()
    nameless = tuple(
        each.model_copy(update={"publisher": None}) if each.publisher == "Evening Ledger" else each
        for each in briefing.articles
    )
    told = _plain(briefing.model_copy(update={"articles": nameless}))
    assert "— Northern Wire, 6 March" in told
    assert "Northern Wire (evening-ledger.txt), 6 March" not in told


def test_an_agency_s_story_in_a_file_of_nobody_s_is_the_agency_s_where_sources_differ() -> None:
    """The file's name alone would be no source."""
    briefing = harbour_briefing()
    nameless = tuple(
        each.model_copy(update={"publisher": None}) if each.id == RADIO.id else each
        for each in briefing.articles
    )
    origins = tuple(
        each.model_copy(update={"name": "Coast Agency"}) if each.name == "Coast Radio" else each
        for each in briefing.origins
    )
    told = _plain(briefing.model_copy(update={"articles": nameless, "origins": origins}))
    _, _, sides = told.partition("Sources differ on a number.")
    assert "Coast Agency (coast-radio.html)" in sides[:400]


def test_both_sides_of_one_outlet_are_no_quarrel_of_sources() -> None:
    """It has both accounts itself."""
    briefing = harbour_briefing()
    one = tuple(
        each.model_copy(update={"publisher": "Harbour Post"}) if each.id == RADIO.id else each
        for each in briefing.articles
    )
    assert "Harbour Post has both accounts. They differ on a number." in _plain(
        briefing.model_copy(update={"articles": one})
    )
    assert "Sources differ on a number." in _plain(briefing)


@pytest.mark.parametrize("marked", ["* {}", "**{}**"])
def test_a_quote_that_only_its_markup_tells_from_its_side_is_not_repeated(marked: str) -> None:
    """The side has said it."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    conflict = event.conflicts[0]
    said = conflict.sides[1]
    listed = said.model_copy(update={"position": marked.format(said.position)})
    changed = event.model_copy(
        update={"conflicts": (conflict.model_copy(update={"sides": (conflict.sides[0], listed)}),)}
    )
    page = _plain(briefing.model_copy(update={"events": (changed, *briefing.events[1:])}))
    assert page.count("Nine people were injured") == 1
