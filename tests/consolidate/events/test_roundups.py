"""Which items of a round-up are of another subject than all other articles."""

from __future__ import annotations

from conspectus.consolidate.assign import assign
from conspectus.consolidate.events.roundups import strays
from conspectus.consolidate.ground import ground_of
from conspectus.model.article import Article
from conspectus.model.evidence import ClaimKind
from conspectus.model.summary import ArticleSummary
from conspectus.summarise.admit import quoted_claim
from tests.support.articles import written

CRANE = "A crane of 40 tonnes fell into the Lend in Varn on Monday, and the quay of Varn was closed at once."
HEDGE = (
    "Two neighbours in Selm have settled about a hedge after nine years of letters. "
    "It may grow to 1.80 metres, and both will cut it with one pair of shears."
)
NEWS = written(
    f"{CRANE}\n\nDivers look for the crane. Nobody was hurt.", outlet="Varn Post", day="2025-03-12"
)
ROUND = written(
    f"The week in brief.\n\nONE. The crane. {CRANE}\n\nTWO. The hedge. {HEDGE}\n\nThat was all.",
    outlet="Court Diary",
    day="2025-03-14",
)


def told(article: Article, *others: Article) -> list[str]:
    """The first sentence with a number of each item of another subject."""
    return [
        " ".join(article.sentence_text(each) for each in article.body if each.id in item)
        for item in strays([article, *others]).get(article.id, ())
    ]


def test_an_item_that_no_other_article_tells_is_of_another_subject() -> None:
    """The one that another article tells is not, and an article without marked items is no round-up."""
    assert told(ROUND, NEWS) == [f"TWO. The hedge. {HEDGE}"]
    assert told(NEWS, ROUND) == []
    bare = written(f"{CRANE}\n\n{HEDGE}\n\nThat was all.", outlet="Court Diary")
    assert told(bare, NEWS) == []


def test_what_a_list_says_of_its_own_article_is_not() -> None:
    """Its words are in the rest of the article."""
    listed = written(
        f"{CRANE} Divers look for it, the quay is shut and neighbours have left their houses.\n\n"
        "* The quay of Varn stays shut.\n* Neighbours may see their houses on Monday.",
        outlet="Varn Radio",
    )
    assert told(listed, NEWS) == []


def test_such_an_item_is_an_event_of_its_own() -> None:
    """Nothing of it is told of the other; a reminder of a few words is no event."""
    reminders = written(f"* {CRANE}\n* Patch your printers.\n* {HEDGE}", outlet="Inbox", day="2025-03-14")
    for third in (ROUND, reminders):
        articles = (NEWS, third)
        summaries = [
            ArticleSummary(
                article_id=article.id,
                claims=tuple(quoted_claim(article, [sentence], ClaimKind.FACT) for sentence in article.body),
            )
            for article in articles
        ]
        crane, hedge = assign(articles, summaries, ground_of(articles))
        assert set(crane.article_ids) == {NEWS.id, third.id}
        assert hedge.article_ids == (third.id,)
        assert not any("hedge" in claim.text for claim in crane.claims)
        assert all("crane" not in claim.text for claim in hedge.claims)
