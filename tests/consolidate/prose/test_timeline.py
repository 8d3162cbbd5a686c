"""Dated claims in order, as precise as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.prose.timeline import MOST, dated, event_time, happened, label, timeline
from conspectus.model.article import Article
from conspectus.model.evidence import Claim, Verification
from conspectus.text.chronology import Window
from conspectus.text.facts.dates import periods
from tests.support.articles import said, written

DAY = date(2025, 3, 12)


def claims(*texts: str, day: str | None = "2025-03-12") -> tuple[list[Claim], dict[str, date | None]]:
    """Each text as a claim of one article, and the article's day."""
    article = written("\n\n".join(texts), day=day)
    return [said(article, text) for text in texts], {article.id: article.published}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A crane fell on Monday.", "2025-03-10"),
        ("A crane fell on 4 May 2024.", "2024-05-04"),
        ("A crane fell in May 2024.", "May 2024"),
        ("A crane fell in January.", "January 2025"),
        ("A crane fell in mid-January.", "2025-01-11/2025-01-20"),
        ("A crane fell in late February.", "2025-02-19/2025-02-28"),
        ("A crane fell in 2019.", "2019"),
        ("A crane fell last week.", "2025-03-03/2025-03-09"),
    ],
)
def test_a_period_is_shown_as_precisely_as_it_is_known(text: str, shown: str) -> None:
    """Days and weeks in ISO 8601, months by name, years as they are written."""
    (period, *_) = periods(text, DAY)
    assert label(period) == shown


def test_a_period_that_is_not_known_is_shown_in_the_sources_words() -> None:
    """Without a day to count from, Monday stays Monday."""
    (period,) = periods("A crane fell on Monday.")
    assert label(period) == "Monday"


def test_claims_stand_in_the_order_of_their_days() -> None:
    """Undated ones and plans are left out; each entry cites its claim."""
    texts = [
        "A crane fell on Monday in Varn.",
        "Nobody was hurt.",
        "In January the crane had been painted.",
        "The crane is to be sold by Friday.",
        "The minister of Varn is expected at the quay on Monday.",
        "Divers found the hook of the crane on Tuesday.",
    ]
    given, published = claims(*texts)
    entries = timeline(given, published)
    assert [(entry.when, entry.start, entry.end) for entry in entries] == [
        ("January 2025", date(2025, 1, 1), date(2025, 1, 31)),
        ("2025-03-10", date(2025, 3, 10), date(2025, 3, 10)),
        ("2025-03-11", date(2025, 3, 11), date(2025, 3, 11)),
    ]
    assert [entry.claim_ids for entry in entries] == [(given[n].id,) for n in (2, 0, 5)]


def test_what_happened_on_one_day_stands_in_the_order_of_its_hours() -> None:
    """What names no hour comes first, and so does what does not tell morning from evening."""
    texts = (
        "On Monday at 23:52 the last boat left Orle with nobody aboard.",
        "A crane fell on Monday at 14:38 into the harbour.",
        "Bells rang in the tower at 2:40 on Monday.",
        "A fair opened in Varn on Monday.",
        "A dog was lost in the woods on Tuesday at 6:05 a.m.",
    )
    found = timeline(*claims(*texts))
    assert [texts.index(next(text for text in texts if each.text.strip(".") in text)) for each in found] == [
        2,
        3,
        1,
        0,
        4,
    ]


def test_three_hours_of_one_day_are_an_order() -> None:
    """However many others tell no hour."""
    told = (
        "A crane fell on Monday at 14:38 into the harbour.",
        "Divers found the driver on Monday at 16:05 below it.",
        "On Monday at 23:52 the last boat left Orle with nobody aboard.",
    )
    assert len(timeline(*claims(*told))) == 3
    assert timeline(*claims(*told[:2])) == ()


def test_what_tells_of_an_it_before_its_verb_is_no_entry() -> None:
    """Alone nobody can tell what was paid for."""
    (paid, crane) = claims(
        "The 38 million francs for it were approved on Monday.", "The crane fell on it on Monday."
    )[0]
    assert happened(paid, dict.fromkeys(paid.article_ids, DAY)) is None
    assert happened(crane, dict.fromkeys(crane.article_ids, DAY)) is not None


def test_an_entry_names_its_speaker() -> None:
    """As every other sentence of a briefing does."""
    article = written("A crane fell on Monday, said Ilse Brandt, who is the mayor of Varn.", day="2025-03-12")
    spoken = said(article, "A crane fell on Monday", speaker="Ilse Brandt")
    later, published = claims("A crane was raised again on 11 March 2025.")
    entry, _ = timeline([spoken, *later], published | {article.id: article.published})
    assert entry.text == "A crane fell on Monday, according to Ilse Brandt."
    assert entry.verified is Verification.MECHANICAL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A crane fell at the quay of Varn on Monday, which closed the harbour to ferries for a day and a half.",
            "A crane fell at the quay of Varn on Monday.",
        ),
        (
            "But on Monday, a crane fell at the quay of Varn, while its driver was buying bread in the town.",
            "On Monday, a crane fell at the quay of Varn.",
        ),
        # Whose word it is stays; what came before it need not.
        (
            "A crane fell at the quay of Varn on Monday because of a bolt, two of its drivers said.",
            "A crane fell at the quay of Varn on Monday, two of its drivers said.",
        ),
        (
            "A crane fell at the quay of Varn on Monday, after a driver had said that he would never work there again.",
            "A crane fell at the quay of Varn on Monday.",
        ),
        # No half of a comparison, and no clause without its verb.
        (
            "On Monday a crane fell that was twice as old as the quay on which it had been put up.",
            "On Monday a crane fell that was twice as old as the quay on which it had been put up.",
        ),
        (
            "The harbour closed on Monday when the crane of Varn, the tallest on the coast, fell.",
            "The harbour closed on Monday when the crane of Varn fell.",
        ),
    ],
)
def test_an_entry_is_as_short_as_its_claim_allows(text: str, told: str) -> None:
    """The clause that has the date, as the gate passes it; a source's own words, or checked mechanically."""
    given, published = claims(text, "Divers found the hook of the crane on Tuesday.")
    entry, _ = timeline(given, published)
    assert entry.text == told
    assert entry.verified is (Verification.QUOTED if told == text else Verification.MECHANICAL)


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Monday at the quay of Varn.",
        "On Monday it fell at the quay of Varn.",
        "From January to March of that year the crane of Varn was painted.",
        "Monday's fall of the crane was the third in Varn.",
        "The man who bought the crane on Monday lives in Varn.",
        "The mayor of Varn spoke to the drivers, a change from the mood on Monday morning.",
        "Contact: the harbour office of Varn, Mondays from 9 to 12.",
        "“We saw it fall on Monday,” the drivers of Varn said.",
        "The fire began in a lift, said Dan Renk, who had asked for sprinklers in August 2024.",
        "The crane of Varn was built on a Monday, the drivers joked.",
        "The crane of Varn will be moved again in February.",
        "The crane of Varn is to be moved on 4 February.",
    ],
)
def test_a_date_that_is_only_mentioned_dates_nothing(text: str) -> None:
    """Nor does that of a sentence which leans on the one before it."""
    (claim,), published = claims(text)
    assert happened(claim, published) is None


def test_what_is_reported_of_a_day_is_of_that_day() -> None:
    """Whoever confirms it later."""
    (claim,), published = claims(
        "The harbour office of Varn confirmed that it had closed the crane on 4 February."
    )
    period = happened(claim, published)
    assert period is not None
    assert period.start == date(2025, 2, 4)


def test_a_day_is_counted_from_the_first_article_that_tells_its_own() -> None:
    """An agency's copy without a year, and a paper that has the same sentence and a day."""
    text = "A blast tore through the mill at Varn on Monday, killing two people, firemen said."
    (first,), _ = claims(text, day=None)
    (second, _), published = claims(text, "Nobody was hurt.")
    both = first.model_copy(update={"evidence": (*first.evidence, *second.evidence)})
    period = happened(both, {first.article_ids[0]: None} | published)
    assert period is not None
    assert period.start == date(2025, 3, 10)


def test_what_is_told_of_a_day_twice_stands_once() -> None:
    """The first of the two, and all that is of the day otherwise."""
    given, published = claims(
        "A crane fell at the quay of Varn on Monday.",
        "At the quay of Varn a crane fell down on Monday.",
        "The mayor of Varn called a meeting on Monday.",
        "Divers found the hook on Tuesday.",
    )
    assert [entry.claim_ids[0] for entry in timeline(given, published)] == [given[n].id for n in (0, 2, 3)]


def test_what_is_disputed_stays_in_its_sources_words() -> None:
    """In fewer it would be nobody's."""
    told, published = claims(
        "The crane of Varn took in 14 million crowns in February 2025, sixteen percent more than in a usual month.",
        "A second crane fell on Monday.",
    )
    short, _ = timeline(told, published)
    whole, _ = timeline(told, published, frozenset({told[0].id}))
    assert short.text == "The crane of Varn took in 14 million crowns in February 2025."
    assert whole.text == told[0].text
    assert whole.verified is Verification.QUOTED


def test_days_of_one_period_are_no_order() -> None:
    """There is nothing that the sentences and the event's day do not say."""
    given, published = claims(
        "A crane fell on Monday in Varn.", "The mayor of Varn called a meeting on Monday."
    )
    assert timeline(given, published) == ()


def test_an_opening_date_comes_before_a_more_precise_one() -> None:
    """The fine was of March, the fall of a day."""
    (claim,), published = claims(
        "In March the city fined the owner for a crane that fell on 4 May 2024.", day="2025-04-12"
    )
    period = happened(claim, published)
    assert period is not None
    assert label(period) == "March 2025"


def test_a_timeline_has_its_length() -> None:
    """Of more, the first in the order given stay."""
    given, published = claims(*(f"Crane number {n} fell on {n} January 2025." for n in range(20, 4, -1)))
    entries = timeline(given, published)
    assert len(entries) == MOST
    assert [entry.start.day for entry in entries] == list(range(13, 21))


def test_a_claim_is_dated_by_its_most_precise_period() -> None:
    """A day before a month before a year; a year in passing dates nothing."""
    (found, passing, undated), published = claims(
        "In March, on Monday, a crane fell that was built in 1998.",
        "A crane that the city bought in 1998 is red.",
        "A crane is red.",
    )
    period = dated(found, published)
    assert period is not None
    assert period.start == period.end == date(2025, 3, 10)
    assert dated(passing, published) is None
    assert dated(undated, published) is None


def test_an_event_is_dated_by_a_claim_within_its_time() -> None:
    """The most precise one; without a time of its own it has none."""
    given, published = claims(
        "A crane fell in March.",
        "A crane fell on Monday in Varn.",
        "A crane had been painted on 4 January 2025.",
    )
    window = Window(date(2025, 3, 10), date(2025, 3, 12))
    found = event_time(given, window, published)
    assert found is not None
    assert label(found) == "2025-03-10"
    assert event_time(given, None, published) is None
    assert event_time(given[2:], window, published) is None
    assert event_time([], window, published) is None


def test_a_day_that_only_the_wording_gives_dates_nothing() -> None:
    """A translated claim names a day that is not read in its evidence: no timeline may claim it."""
    article = written("Le cortège est parti vendredi de la place des Drapiers.", day="2025-03-12")
    claim = said(
        article,
        "Le cortège est parti vendredi de la place des Drapiers.",
        "The march left the place des Drapiers on Friday.",
    )
    assert dated(claim, {article.id: article.published}) is None
    assert dated(said(*_in_english()), {_in_english()[0].id: date(2025, 3, 12)}) is not None


def _in_english() -> tuple[Article, str]:
    article = written("The march left the square on Friday.", day="2025-03-12")
    return article, "The march left the square on Friday."


def test_a_relative_day_without_a_day_to_count_from_is_left_out() -> None:
    """Rather than guessed."""
    given, published = claims("A crane fell on Monday in Varn.", day=None)
    assert timeline(given, published) == ()
    assert event_time(given, Window(DAY, DAY), published) is None
