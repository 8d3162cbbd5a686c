"""Where code can't tell how many events there are."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.events.doubts import MOST_PARTS, Part, doubts, regrouped
from conspectus.consolidate.events.grouping import grouped
from conspectus.consolidate.events.likeness import likenesses
from conspectus.consolidate.events.signatures import signature
from conspectus.model.article import Article
from tests.support.articles import written


def report(day: int, words: str) -> Article:
    """A report of a fire at the mill of Varn on that day of March 2025."""
    return written(
        f"The mill of Varn burned on {day} March 2025. The mill belongs to Otto Renk. {words}",
        outlet=f"Varn Post {day} {words}",
        day=f"2025-03-{day + 1:02}",
    )


FIRST = [report(3, "Two looms were lost."), report(3, "The roof fell in.")]
SECOND = report(9, "This time the store burned.")
BREAD = written("Bakers in Arden raised the price of rye bread to 4 crowns on Tuesday.", day="2025-03-04")
BLAZES = [*FIRST, SECOND, BREAD]


def in_doubt(articles: Sequence[Article]) -> tuple[Part, ...]:
    """What is in doubt about the articles' grouping."""
    signatures = {article.id: signature(article) for article in articles}
    events = [group.article_ids for group in grouped(articles)]
    return doubts(events, signatures, likenesses(signatures))


def test_an_event_on_two_days_may_be_two_events() -> None:
    """Its reports of each day are a part; what has another subject is in no doubt."""
    assert {frozenset(part) for part in in_doubt(BLAZES)} == {
        frozenset(article.id for article in FIRST),
        frozenset({SECOND.id}),
    }


def test_an_event_of_one_day_is_in_no_doubt() -> None:
    """Nor is one article, or none, or what time keeps apart."""
    later = written(
        "The mill of Varn burned on 9 September 2025. The mill belongs to Otto Renk.", day="2025-09-10"
    )
    assert in_doubt(FIRST) == in_doubt(FIRST[:1]) == in_doubt([]) == in_doubt([FIRST[0], later]) == ()


def test_no_more_parts_are_asked_about_than_a_call_takes() -> None:
    """However many days there are."""
    articles = [report(1 + 2 * (n % 15), f"Loom {n} was lost.") for n in range(60)]
    assert len(in_doubt(articles)) <= MOST_PARTS
    assert max(map(len, in_doubt(articles))) > 1


def test_what_is_told_is_done_except_where_time_forbids_it() -> None:
    """A part that is told twice counts once; what nobody tells of stays as it was."""
    later = written(
        "The mill of Varn burned on 9 September 2025. The mill belongs to Otto Renk.", day="2025-09-10"
    )
    articles = [*BLAZES, later]
    signatures = {article.id: signature(article) for article in articles}
    a, b, c, bread, late = (article.id for article in articles)
    before = [[a, b, c], [bread], [late]]
    assert regrouped(before, [[(a, b)], [(c,)]], signatures) == [[a, b], [c], [bread], [late]]
    assert regrouped(before, [[(a, b), (late,)]], signatures) == before
    assert regrouped(before, [[(a, b)], [(a, b), (c,)]], signatures) == [[a, b], [c], [bread], [late]]
    assert regrouped(before, [], signatures) == before


@given(st.lists(st.lists(st.sampled_from(range(3)), max_size=4), max_size=4))
@settings(deadline=None, max_examples=50)
def test_every_article_is_in_one_event_whatever_is_told(told: list[list[int]]) -> None:
    """No answer loses an article or puts one into two events."""
    signatures = {article.id: signature(article) for article in BLAZES}
    parts = [(FIRST[0].id, FIRST[1].id), (SECOND.id,), (BREAD.id,)]
    before = [[*parts[0], *parts[1]], [*parts[2]]]
    after = regrouped(before, [[parts[number] for number in event] for event in told], signatures)
    assert sorted(key for event in after for key in event) == sorted(signatures)
    assert all(after)
