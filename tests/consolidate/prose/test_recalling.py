"""What names an earlier time and is no memory."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.prose.recalling import in_passing, with_news
from conspectus.model.evidence import ClaimKind
from conspectus.summarise.admit import quoted_claim
from conspectus.text.facts.dates import periods
from tests.support.articles import written

NEWS = (
    ("Two divers have drowned in the Lend since the lock was built in 2014.", "en"),
    ("Seit dem Bau der Schleuse 2014 sind zwei Taucher ertrunken.", "de"),
    ("Dos buzos se han ahogado en el Lend desde 2014.", "es"),
    ("Deux plongeurs se sont noyés dans la Lend depuis 2014.", "fr"),
    ("The jury left out Ines Holm, who moved away in 2019, from its list of victims.", "en"),
    ("The lock at Varn, a concrete trough opened in 2014, burst with a barge inside.", "en"),
    ("The tram depot, which had been drawn in a week and paid for in 2014, fell over.", "en"),
    ("Die Gutachterin nannte am Freitag einen Riss aus der Reparatur von 2014 als Ursache.", "de"),
    ("Ilse Varn, who led the first crossing in 2014, has died.", "en"),
    ("Ilse Varn, die 2014 die erste Fahrt leitete, ist tot.", "de"),
    ("Some 41 per cent of barges were late, up from 33 per cent in 2014.", "en"),
    ("La part des péniches en retard est de 41 %, contre 33 % en 2014.", "fr"),
    ("Verspätet waren 41 Prozent der Schiffe, nach 33 Prozent im Jahr 2014.", "de"),
    ("The board moved the ferry to Orle, from May.", "en"),
)
MEMORIES = (
    ("In 2014 another lock burst, and two divers drowned.", "en"),
    ("Two divers drowned at Varn in 2014.", "en"),
    ("The lock let 90 barges through in 2014.", "en"),
    ("Ilse Varn, who led the first crossing in 2014, was a pilot.", "en"),
    ("The lock that burst in 2014 was never rebuilt.", "en"),
    ("Die Schleuse von 2014 hielt nur einen Winter.", "de"),
    (
        "It was the first lock to burst since the one at Orle, which gave way in 2014, and is now a pond.",
        "en",
    ),
    ("En 2014, une autre écluse avait cédé.", "fr"),
    ("No lock has burst since March 2014, when the one at Orle gave way.", "en"),
)


@pytest.mark.parametrize(("text", "language"), NEWS)
def test_what_dates_a_clause_about_somebody_dates_no_sentence(text: str, language: str) -> None:
    """Nor does when something began that lasts to this day."""
    (period,) = [each for each in periods(text, date(2025, 11, 14)) if each.parts.weekday is None]
    assert in_passing(text, period, language)


@pytest.mark.parametrize(("text", "language"), MEMORIES)
def test_what_dates_what_the_sentence_tells_is_a_memory(text: str, language: str) -> None:
    """So does that of what the news is compared with."""
    (period,) = periods(text, date(2025, 11, 14))
    assert not in_passing(text, period, language)


def test_what_is_no_memory_is_told_with_the_news_and_so_is_what_goes_on_about_it() -> None:
    """To the end of the paragraph; a memory stays one, and what goes on about it."""
    page = written(
        "A lock burst at Varn on Wednesday.\n\nThree divers have drowned there since it opened in 2014. "
        "Their names were read out.\n\nIn 2009 the old lock burst. Nobody drowned then.",
        day="2025-11-14",
    )
    first, *others = (quoted_claim(page, [sentence], ClaimKind.FACT) for sentence in page.body)
    event = EventClaims(article_ids=(page.id,), claims=(first,), context=tuple(others))
    told = with_news(event, {page.id: page})
    assert told.claims == (first, *others[:2])
    assert told.context == tuple(others[2:])
    assert with_news(told, {page.id: page}) is told


def test_what_is_to_be_is_no_memory() -> None:
    """Though it follows one in its paragraph; what somebody quoted there said of it still is."""
    page = written(
        "A lock burst at Varn on Wednesday.\n\nIn 2009 the old lock burst. “It will burst again,” a pilot said."
        " The new one will be rebuilt.",
        day="2025-11-14",
    )
    news, *others, rebuilt = (quoted_claim(page, [sentence], ClaimKind.FACT) for sentence in page.body)
    event = EventClaims(article_ids=(page.id,), claims=(news,), context=(*others, rebuilt))
    told = with_news(event, {page.id: page})
    assert told.claims == (news, rebuilt)
    assert told.context == tuple(others)


def test_what_opens_with_the_year_before_is_a_memory() -> None:
    """Unless nothing else is told."""
    page = written(
        "A lock burst at Varn on Wednesday.\n\nLast year, when the old lock burst, two barges sank.",
        day="2025-11-14",
    )
    news, old = (quoted_claim(page, [sentence], ClaimKind.FACT) for sentence in page.body)
    told = with_news(EventClaims(article_ids=(page.id,), claims=(news, old), context=()), {page.id: page})
    assert (told.claims, told.context) == ((news,), (old,))
    alone = EventClaims(article_ids=(page.id,), claims=(old,), context=())
    assert with_news(alone, {page.id: page}) is alone
