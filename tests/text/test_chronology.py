"""When an article's news happened, and which of its sentences look back."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.model.article import Article
from conspectus.text.chronology import Window, chronology
from tests.support.articles import written

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


def recalled(article: Article) -> dict[str, Window]:
    """The windows of the sentences that look back, by the sentence's first words."""
    found = chronology(article).recalled
    return {
        " ".join(article.sentence_text(sentence).split()[:3]): found[sentence.id]
        for sentence in article.body
        if sentence.id in found
    }


def test_the_leads_weekday_dates_the_news() -> None:
    """Seen from the day of publication."""
    article = written("A crane fell into the Lend on Saturday. Nobody was hurt.", day="2025-03-10")
    assert chronology(article).main == Window(date(2025, 3, 8), date(2025, 3, 8))


def test_news_without_a_day_is_of_the_week_before_it_was_published() -> None:
    """No earlier than a week, no later than the day itself."""
    article = written("A crane has fallen into the Lend. In 1998 another one did.", day="2025-03-10")
    assert chronology(article).main == Window(date(2025, 3, 3), date(2025, 3, 10))


def test_what_is_to_come_dates_nothing() -> None:
    """A plan for Friday is no news of Friday; nor is a deadline."""
    article = written(
        "The city said on Tuesday that the bridge over the Lend will be closed until Friday.",
        day="2025-03-12",
    )
    assert chronology(article).main == Window(date(2025, 3, 11), date(2025, 3, 11))


def test_an_earlier_year_is_recalled_to_the_end_of_its_paragraph() -> None:
    """What follows it goes on about that time; the next paragraph is news again."""
    article = written(
        "A crane fell into the Lend on Saturday.\n\n"
        "In August 2019 another crane fell there. Two men died.\n\n"
        "The city has closed the quay.",
        day="2025-03-10",
    )
    august = Window(date(2019, 8, 1), date(2019, 8, 31))
    assert recalled(article) == {"In August 2019": august, "Two men died.": august}


def test_which_notice_is_meant_dates_nothing() -> None:
    """A memory that opens with its year stays one, though it names the notice or the crash of now."""
    article = written(
        "A crane fell into the Lend on Saturday.\n\nIn 2007 another crane fell there, which led to the rules of the "
        "January notice.\n\nThe January notice was the third, and Saturday's crash the worst.",
        day="2025-03-10",
    )
    assert list(recalled(article)) == ["In 2007 another"]


def test_a_recent_date_ends_what_is_recalled() -> None:
    """Back in this year, a paragraph tells the news again."""
    article = written(
        "A crane fell into the Lend on Saturday.\n\n"
        "In August 2019 another crane fell there. On Sunday divers found its hook. It was rusty.",
        day="2025-03-10",
    )
    assert list(recalled(article)) == ["In August 2019"]


def test_lines_are_paragraphs_where_there_are_no_blank_ones() -> None:
    """A text that breaks its lines after paragraphs only is read so."""
    article = written(
        "A crane fell into the Lend on Saturday.\nIn August 2019 another crane fell.\nThe city has closed the quay."
    )
    assert list(recalled(article.model_copy(update={"published": date(2025, 3, 10)}))) == ["In August 2019"]


def test_an_undated_article_is_dated_by_a_date_that_is_about_its_lead() -> None:
    """Two words of weight that it shares with the opening show what the date belongs to."""
    article = written(
        "The old crane in Varn has been sold.\n\nVarn sold its crane on 4 May 2024 for 90 crowns."
    )
    assert chronology(article).main == Window(date(2024, 5, 4), date(2024, 5, 4))
    other = written(
        "The old crane in Varn has been sold. It was red. Nobody wept.\n\nA bakery opened on 4 May 2024."
    )
    assert chronology(other).main is None
    assert chronology(other).not_before == date(2024, 5, 4)


def test_an_undated_article_with_a_day_in_its_lead_recalls_the_dates_it_spells_out() -> None:
    """ "On Saturday" is news to its readers; a date with a year is not the same Saturday."""
    article = written(
        "The crane in Varn fell on Saturday.\n\nThe crane in Varn fell on 4 May 2019, too. It was dark."
    )
    found = chronology(article)
    assert (found.main, found.not_before) == (None, date(2019, 5, 4))
    assert found.recalled == {}


def test_figures_of_a_quarter_are_known_when_it_is_over() -> None:
    """A month is spoken of while it lasts, so it is known from its first day on."""
    quarter = written("Cranes in Varn are busy today. Orders rose in the first quarter of 2025 by 9%.")
    month = written("Cranes in Varn are busy today. Orders rose in March 2025 by 9%.")
    assert chronology(quarter).not_before == date(2025, 3, 31)
    assert chronology(month).not_before == date(2025, 3, 1)


def test_an_article_without_any_date_has_no_time() -> None:
    """Nothing is guessed."""
    found = chronology(written("A crane has fallen into the Lend. Nobody knows why."))
    assert (found.main, found.not_before, found.recalled) == (None, None, {})


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
@settings(deadline=None)
def test_the_gap_of_two_windows_is_the_days_between_them(first: date, a: int, second: date, b: int) -> None:
    """The same both ways round, and zero exactly where they share a day."""
    one, two = Window(first, first + timedelta(a)), Window(second, second + timedelta(b))
    gap = one.gap(two)
    assert gap == two.gap(one) >= timedelta(0)
    share = one.start <= two.end and two.start <= one.end
    assert (gap == timedelta(0)) is share


@given(
    DAYS,
    st.sampled_from(["on Monday", "yesterday", "in 2011", "last week", "on 29 February", "in May", "today"]),
)
@settings(deadline=None, max_examples=60)
def test_news_is_never_later_than_its_article(day: date, when: str) -> None:
    """Nor more than some weeks older."""
    main = chronology(written(f"A crane fell into the Lend {when}. It was red.", day=day.isoformat())).main
    assert main is not None
    assert main.start <= main.end <= day
    assert day - main.start <= timedelta(days=30)


def test_what_is_now_is_not_recalled_behind_what_is() -> None:
    """Though it follows a date of another year in its paragraph, and gives none."""
    text = (
        "The crane of Varn fell on Monday.\n\n"
        "The harbour bought the crane in 2019. It cost 9 million crowns. The police have opened an investigation."
    )
    article = written(text, outlet="Varn Post", day="2025-03-12")
    recalled = chronology(article).recalled
    told = [article.sentence_text(each) for each in article.body if each.id in recalled]
    assert told == ["The harbour bought the crane in 2019.", "It cost 9 million crowns."]
