"""How alike articles are."""

from __future__ import annotations

from conspectus.consolidate.events.likeness import likenesses
from conspectus.consolidate.events.signatures import signature
from conspectus.model.article import Article
from tests.support.articles import written

FIRE = "A fire destroyed the sawmill of Elsten, where forty people work. Firefighters needed nine hours to put it out."


def alike(*articles: Article) -> float:
    """How alike the first two are, among them all."""
    return likenesses({each.id: signature(each) for each in articles}).between(articles[0].id, articles[1].id)


def test_the_same_words_days_later_are_less_alike() -> None:
    """Half as much beyond three days, a quarter beyond a week; a date in the lead counts before that of printing."""
    first = written(f"{FIRE} It was reported on 3 March 2025.", outlet="Post", day="2025-03-03")
    of_days = {
        day: written(f"{FIRE} It was reported on {day} March 2025.", outlet="Echo", day=f"2025-03-{day:02}")
        for day in (4, 6, 9, 24)
    }
    near, three, week, weeks = (alike(first, each) for each in of_days.values())
    assert near > 0.7
    assert 0.9 * near < three
    assert 0.4 * near < week < 0.6 * near
    assert 0.2 * near < weeks < 0.3 * near


def test_what_is_rare_in_the_news_ties_more_than_what_is_rare_here() -> None:
    """Two reports that share a sawmill at Elsten are more alike than two that share a good week."""
    one, other, week, again = (
        written(text, outlet=outlet)
        for text, outlet in (
            ("The sawmill of Elsten is to close, its owners said.", "Post"),
            ("Forty men of the sawmill at Elsten were sent away.", "Echo"),
            ("The council had a good week, its members said.", "Bell"),
            ("A good week in which the brewery did well.", "Dial"),
        )
    )
    assert alike(one, other, week, again) > 1.5 * alike(week, again, one, other) > 0


def test_one_word_alone_ties_nothing() -> None:
    """A town's name makes no two reports one event; in many words it counts for less than all others together."""
    vote = written("The council of Elsten voted for dearer parking.", outlet="Post")
    fire, loaf = (
        written(text, outlet="Echo") for text in ("A barn burned in Elsten.", "Bread is dearer in Elsten.")
    )
    assert alike(vote, fire) == 0.0 < alike(vote, loaf)


def test_what_comes_of_an_event_weeks_later_is_as_alike_as_at_once() -> None:
    """Where both name a day, to come or past, and the later does not say that it happened anew."""
    closing = "The council of Hexley will shut the Marl Road library on 30 June."
    first = written(closing, outlet="Post", day="2025-03-04")
    later, vague, anew = (
        written(f"The Marl Road library of Hexley shuts in August, {text}", outlet="Echo", day="2025-03-25")
        for text in ("not on 30 June.", "not in June.", "not on 30 June, says another council.")
    )
    at_once = written(
        "The Marl Road library of Hexley shuts in August, not on 30 June.", outlet="Dial", day="2025-03-04"
    )
    assert alike(first, later) > 0.9 * alike(first, at_once)
    assert alike(first, vague) < 0.5 * alike(first, at_once)
    assert alike(first, anew) < 0.5 * alike(first, at_once)
