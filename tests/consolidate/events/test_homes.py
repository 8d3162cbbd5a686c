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


SALES = tuple(
    written(
        f"The council of Arden sold the lido on Monday night to a hotel chain, {who} reports.\n\n"
        "Twelve councillors were for the sale of the lido and nine were against it. Swimmers sang in the gallery.\n\n"
        f"The hotel chain wants to keep the lido open until autumn. {more}",
        outlet=who,
        day="2025-04-09",
        title="Arden council sells the lido to a hotel chain",
    )
    for who, more in (("Lido Post", "Then it builds."), ("Arden Radio", "Rooms will cost 90 crowns."))
)
SEALS = tuple(
    written(
        f"A grey seal slept in a car wash in Varn on Tuesday until divers carried it to the beach, {who} reports.\n\n"
        f"The car wash stayed shut for three hours while the seal slept between its brushes. {more}\n\n"
        "Divers from the harbour of Varn put the grey seal into a tub.",
        outlet=who,
        day="2025-04-09",
        title="Grey seal sleeps in a car wash in Varn",
    )
    for who, more in (("Coast Post", "It snored."), ("Varn Radio", "Nobody woke it."))
)
ITEMS = (
    "The lido goes. A hotel chain has it now, since twelve councillors were for the sale and nine against.",
    "A sleeper found. The grey seal that slept between brushes is on the beach again, thanks to divers with a tub.",
    "More rain comes. It will fall in all valleys by noon, with gusts at sea and mist in the woods.",
)


def test_an_item_under_a_label_goes_to_the_event_that_it_is_about() -> None:
    """Though it names nobody; without labels a paragraph stays with its article."""
    letter = written("\n\n".join(("Good morning.", *ITEMS)), outlet="Digest", day="2025-04-10")
    ground = ground_of([letter, *SALES, *SEALS])
    place_of = {key: number for number, group in enumerate(ground.groups) for key in group.article_ids}
    lido, seal = place_of[SALES[0].id], place_of[SEALS[0].id]
    assert lido != seal
    told = {letter.sentence_text(each): each.id for each in letter.body}
    away = ground.homes[letter.id]
    for item, place in zip(ITEMS, (lido, seal), strict=False):
        label, _, text = item.partition(". ")
        assert {away.get(told[each], place_of[letter.id]) for each in (f"{label}.", text)} == {place}
    plain = written(
        "\n\n".join(("Good morning.", *(item.partition(". ")[2] for item in ITEMS))),
        outlet="Digest",
        day="2025-04-10",
    )
    assert plain.id not in ground_of([plain, *SALES, *SEALS]).homes


def test_a_short_item_needs_no_four_words_of_its_event() -> None:
    """Three that nobody else has, of six, are enough."""
    short = "- And finally: the grey seal has left its brushes."
    letter = written("\n\n".join((f"- {ITEMS[0]}", short)), outlet="Digest", day="2025-04-10")
    ground = ground_of([letter, *SALES, *SEALS])
    place_of = {key: number for number, group in enumerate(ground.groups) for key in group.article_ids}
    assert place_of[letter.id] == place_of[SALES[0].id]
    (number,) = (each.id for each in letter.body if "seal" in letter.sentence_text(each))
    assert ground.homes[letter.id][number] == place_of[SEALS[0].id]
