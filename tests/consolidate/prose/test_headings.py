"""What articles call their news, and what a briefing is called."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.headings import overall_title, own_titles
from conspectus.model.briefing import Standing
from tests.support.articles import said, written

TEXT = "Thieves took nine bronze coins from the museum in Varn."
PLAIN = written(TEXT, title="Nine bronze coins taken from Varn museum")
ANGLE = written(f"{TEXT} The guard slept.", title="Sleeping guard blames long winter nights")
WEIGHED = [Weighed(said(PLAIN, TEXT), origins=("o1", "o2"), standing=Standing.CORROBORATED)]


def test_titles_that_use_most_origins_words_come_first() -> None:
    """One's own angle comes last, whichever article is first."""
    assert own_titles([ANGLE, PLAIN], WEIGHED) == [PLAIN.title, ANGLE.title]


def test_what_tells_no_news_is_no_title() -> None:
    """A question, an edition, a name, another day's today, somebody's word for it, a cry, a quotation, no title."""
    empty = (
        "Who took nine bronze coins from Varn museum?",
        "Evening edition of the Varn museum coins",
        "Varn",
        "Nine bronze coins taken from Varn museum today",
        "Nine bronze coins were sold long ago, says Varn museum",
        "Thieves PLUNDER the bronze coins of Varn museum",
        "NINE BRONZE COINS STOLEN FROM MUSEUM",
        "Bronze coins taken from Varn museum: as it happened",
        "Correction: bronze coins of Varn museum",
        "Bronze coins of Varn museum: latest updates",
        "Bronze coins taken from Varn museum: what we know",
        "Bronze coins of Varn museum: what happened and what comes next",
        "Bronze coins of Varn museum: everything visitors need to know",
        "Statement on the loss of nine bronze coins",
        "“Nine bronze coins of the museum are gone”",
        "Mitteilung zum Diebstahl der neun Bronzemünzen von Varn",
        None,
    )
    assert own_titles([written(TEXT, title=title) for title in empty], WEIGHED) == []


def test_what_happened_may_be_part_of_the_news() -> None:
    """That police ask what happened is told, and is no label."""
    asked = written(TEXT, title="Police ask what happened to bronze coins of Varn museum")
    assert own_titles([asked], WEIGHED) == [asked.title]


def test_a_title_is_of_what_the_event_opens_with() -> None:
    """Else headline and text would tell of two things; a name in common is not enough."""
    assert own_titles([ANGLE, PLAIN], WEIGHED, [TEXT]) == [PLAIN.title]
    assert own_titles([PLAIN], WEIGHED, ["The mayor of Varn opened a swimming pool."]) == []


def test_an_article_that_is_alone_says_its_news_in_few_words() -> None:
    """Beside a name two are enough; where others tell of the event too, they may be anything's."""
    short = written(TEXT, title="Coin theft in Varn")
    assert own_titles([short], WEIGHED) == [short.title]
    assert own_titles([short], WEIGHED, [TEXT]) == []
    assert own_titles([written(TEXT, title="Coin theft")], WEIGHED) == []


def test_an_agencys_capitals_are_no_cry() -> None:
    """NATO and the WHO may be in a headline."""
    agency = written(TEXT, title="Nine bronze coins of WHO and NATO taken from museum")
    assert own_titles([agency], WEIGHED) == [agency.title]


def test_no_events_have_a_title_too() -> None:
    """It counts, behind a name that every article has."""
    assert overall_title((), [PLAIN, ANGLE]).endswith("0 events in 2 articles")
    assert overall_title((), [PLAIN]).endswith("0 events in one article")


def test_of_two_titles_the_one_that_tells_what_the_event_opens_with_comes_first() -> None:
    """Headline and text tell one thing, though another has more of the words that all origins use."""
    doors = "The museum in Varn has new doors and guards."
    later = written(doors, title="New doors and guards for the museum in Varn")
    both = [*WEIGHED, Weighed(said(later, doors), origins=("o1", "o2"), standing=Standing.CORROBORATED)]
    assert own_titles([later, PLAIN], both) == [later.title, PLAIN.title]
    assert own_titles([later, PLAIN], both, [TEXT]) == [PLAIN.title, later.title]


@pytest.mark.parametrize(
    ("early", "late", "told"),
    [
        ("Ruiz pulls ahead in race for mayor", "Ruiz wins race for mayor", "Ruiz won the race for mayor."),
        (
            "Orle dam holds after storm night",
            "Orle dam breaks after storm",
            "The Orle dam broke after the storm.",
        ),
    ],
)
def test_a_headline_of_before_what_opens_the_event_comes_behind(early: str, late: str, told: str) -> None:
    """How it stood on an earlier day is no headline for how it ended; where nobody knows the day, words decide."""
    text = f"{told} It was a long night."
    before = written(text, title=early, outlet="Varn Post", day="2025-03-10")
    after = written(text, title=late, outlet="Orle Post", day="2025-03-14")
    weighed = [Weighed(said(before, told), ("o1",), Standing.SINGLE_ORIGIN)]
    assert own_titles([before, after], weighed, [told], date(2025, 3, 14))[0] == late
    assert set(own_titles([before, after], weighed, [told])) == {early, late}
    assert own_titles([before], weighed, [told], date(2025, 3, 14)) == [early]
    morning = own_titles([before, after], weighed, [told], date(2025, 3, 11))
    assert morning == own_titles([before, after], weighed, [told])


def test_of_two_headlines_in_one_the_first_may_stand_alone() -> None:
    """Behind both: where the text bears out only the first; not where that is none."""
    told = "The mill recalls 40,000 sacks of flour."
    both = written(told, title="Mill recalls 40,000 sacks of flour; shares tumble", day="2025-03-14")
    weighed = [Weighed(said(both, told), ("o1",), Standing.SINGLE_ORIGIN)]
    assert own_titles([both], weighed, [told]) == [both.title, "Mill recalls 40,000 sacks of flour"]
    odd = written(told, title="Flour; mill recalls 40,000 sacks", day="2025-03-14")
    assert own_titles([odd], weighed, [told]) == [odd.title]
