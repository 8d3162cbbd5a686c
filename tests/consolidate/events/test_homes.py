"""Which sentences of a round-up are another event's."""

from __future__ import annotations

from conspectus.consolidate.assign import assign
from conspectus.consolidate.ground import ground_of
from conspectus.model.article import Article
from conspectus.summarise import summarise
from tests.support.articles import written

ARDEN, VARN = (
    written(
        f"A fire destroyed the spinning mill in {town} on Tuesday, and {chief} said that nobody was hurt.\n\n"
        f"{chief}, who leads the fire brigade of {town}, said that a hot bearing set the lint on fire.\n\n"
        f"The spinning mill in {town} had 80 workers, and the fire burned all night.",
        outlet=f"{town} Post",
        day="2025-04-09",
        title=f"Spinning mill in {town} burns down",
    )
    for town, chief in (("Arden", "Ilse Brandt"), ("Varn", "Otto Renk"))
)
BOTH = written(
    "Two spinning mills burned on Tuesday, and the fire brigade of Arden, led by Ilse Brandt, fought both fires.\n\n"
    "The mill in Arden had 80 workers. Ilse Brandt said that lint burns like powder.\n\n"
    "Nobody was hurt in Arden, and nobody will say when the mill can open again, Ilse Brandt told its workers.\n\n"
    "In Varn the mill burned all night, Otto Renk said. Its roof fell in at four.\n\n"
    "Rain put out what was left in Varn, and Otto Renk sent his fire brigade home on Wednesday.\n\n"
    "The ministry wants to look at the bearings of all mills.",
    outlet="Coast Radio",
    day="2025-04-10",
    title="Spinning mill in Arden and another burn",
)


def _home(article: Article, *others: Article) -> dict[str, int]:
    """The openings of the sentences that are of another event, with its place."""
    away = ground_of([article, *others]).homes.get(article.id, {})
    told = {sentence.id: article.sentence_text(sentence) for sentence in article.sentences}
    return {" ".join(told[number].split()[:3]): place for number, place in away.items()}


def test_a_round_ups_sentences_go_to_the_event_that_they_name() -> None:
    """And those after them in the paragraph; what names neither stays, and so does the lead."""
    assert _home(BOTH, ARDEN, VARN) == {"In Varn the": 1, "Its roof fell": 1, "Rain put out": 1}


def test_an_article_of_one_event_has_no_sentence_elsewhere() -> None:
    """Whatever else there is."""
    assert _home(ARDEN, VARN) == {}
    assert _home(BOTH) == {}


async def test_what_is_elsewhere_is_said_there_and_nowhere_else() -> None:
    """With the round-up among the articles that tell of it."""
    articles = [BOTH, ARDEN, VARN]
    summaries = [await summarise(article, None, max_output_tokens=100) for article in articles]
    first, second = assign(articles, summaries, ground_of(articles))
    assert first.article_ids == (BOTH.id, ARDEN.id)
    assert second.article_ids == (VARN.id, BOTH.id)
    assert any(claim.text.startswith("Rain put out") for claim in second.claims)
    assert not any("Varn" in claim.text for claim in first.claims)
