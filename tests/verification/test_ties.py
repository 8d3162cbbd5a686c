"""Facts that a claim takes from elsewhere in the articles."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.checking import check
from conspectus.model.article import Article
from conspectus.reading import read_article
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.support import SupportVerdict
from conspectus.verification.ties import Torn, torn
from conspectus.verification.verdict import MismatchKind

DAM = """Dam closed for repairs

The dam at Ulvik was closed on 3 March because water seeped through its east wall.
Engineers drained 40,000 cubic metres from the lake at Ulvik in four days.
The repairs will cost 6.2 million euros, the operator, Nordkraft, said.
“We saw it early,” said Marit Hole, who runs the dam. She wants the gates replaced as well.
The lake above the dam feeds 14 villages.
"""
ROAD = """Road washed away

A flood washed away the coast road near Tysse on 9 May. Eleven people were brought to hospital in Bergheim.
Kjell Aune, the mayor, asked the county for 1.9 million euros to rebuild the road.
Lorries now take the old pass. The ferry sails twice as often as before.
Olga Brandt, the county's geologist, warned of more landslides above Tysse in the summer.
A bus with 23 pupils was stuck for five hours between two landslides.
"""


def _article(text: str, name: str) -> Article:
    return read_article(text.encode(), name=name, media="text").model_copy(
        update={"published": date(2026, 5, 20)}
    )


ARTICLES = [_article(DAM, "dam.txt"), _article(ROAD, "road.txt")]
INDEX = EvidenceIndex(ARTICLES)


def _torn(claim: str) -> tuple[MismatchKind, str, str | None] | None:
    found = torn(claim, INDEX)
    return None if found is None else (found.kind, found.fact, found.instead)


@pytest.mark.parametrize(
    ("claim", "kind", "fact", "instead"),
    [
        (
            "The repairs will cost the operator 1.9 million euros.",
            MismatchKind.NUMBER,
            "1.9 million euros",
            "6.2",
        ),
        (
            "The dam was closed on 9 May because water seeped through a wall.",
            MismatchKind.DATE,
            "9 May",
            "3 March",
        ),
        ("A flood washed away the coast road near Ulvik.", MismatchKind.NAME, "Ulvik", "Tysse"),
        (
            "Kjell Aune warned of more landslides in the summer.",
            MismatchKind.NAME,
            "Kjell Aune",
            "Olga Brandt",
        ),
        ("Engineers drained the lake at Bergheim in four days.", MismatchKind.NAME, "Bergheim", "Ulvik"),
    ],
)
def test_what_is_told_of_something_else_is_named(
    claim: str, kind: MismatchKind, fact: str, instead: str
) -> None:
    """An amount, a day, a place and a doer that the articles have, each with what stands there in its place."""
    found = _torn(claim)
    assert found is not None
    assert found[:2] == (kind, fact)
    assert instead in (found[2] or "")


POSTS = """Posts

Halden's head of quality, Marcus Thiel, said that the kettles were safe.
Joanne Petrie, who directs the consumer bureau, disagreed with him on Monday.
Opposition leader Helena Vos accused the minister of breaking a promise to voters in Erlin's valley.
Tomas Erlin, who led the rebels, voted against the budget.
Vera Lim, the owner of the mill, sold it in spring. The mill's former owner, Ole Brun, had wanted to keep it.
"""


@pytest.mark.parametrize(
    ("claim", "name", "bearer"),
    [
        ("Joanne Petrie, Halden's head of quality, disagreed.", "Joanne Petrie", "Marcus Thiel"),
        ("The opposition leader, Tomas Erlin, voted against the budget.", "Tomas Erlin", "Helena Vos"),
        ("Marcus Thiel, the owner of the mill, said that the kettles were safe.", "Marcus Thiel", "Vera Lim"),
    ],
)
def test_a_description_is_told_whose_it_is(claim: str, name: str, bearer: str) -> None:
    """It stands beside another name in the articles, and beside none of this one's."""
    found = torn(claim, EvidenceIndex([_article(POSTS, "posts.txt")]))
    assert found is not None
    assert (found.kind, found.fact, found.instead) == (MismatchKind.ROLE, name, bearer)
    assert f"call “{bearer}” “" in found.mismatch.message


@pytest.mark.parametrize(
    "claim",
    [
        "Marcus Thiel, the head of quality at Halden, called the kettles safe.",
        "The owner of the mill, Vera Lim, sold it.",
        "Ole Brun, an owner of the mill before, wanted to keep it.",
        "Joanne Petrie, a critic of the firm, disagreed.",
    ],
)
def test_a_description_that_fits_is_left_alone(claim: str) -> None:
    """In other words, of two of one sort, and of nobody in the articles."""
    assert torn(claim, EvidenceIndex([_article(POSTS, "posts.txt")])) is None


TRADE = """Trade

In January, Brakkan dismissed 120 people at its film studio, and in February it closed a library with 45 employees.
Hoved Systems froze hiring in its support centres in May, and Nilsen Grid expects fewer orders from its dealers.
The office buys its steel from Rostock for the new cranes. A storm held up two of its barges for a week.
The yard has stood beside the canal since the spring. Its gates are painted green every year.
The lamps were brought from Gotland by ship.
A long and dark winter is likely, said Ingrid Vik of the weather office. Her maps hang in every office of the harbour.
Few ships call there between two storms. The pilots play cards in their hut. Pelle Lunde said that the ice had gone.
"""


@pytest.mark.parametrize(
    ("claim", "fact", "instead"),
    [
        ("In January, Brakkan closed a library with 45 employees.", "January", "February"),
        ("Brakkan dismissed 120 people at its film studio in February.", "February", "January"),
        ("Nilsen Grid froze hiring in its support centres in May.", "Nilsen Grid", "Hoved Systems"),
        ("The office buys the steel for its new cranes from Gotland.", "Gotland", "Rostock"),
        ("Pelle Lunde said that a long and dark winter was likely.", "Pelle Lunde", "Ingrid Vik"),
    ],
)
def test_clauses_prepositions_and_speakers_have_their_own(claim: str, fact: str, instead: str) -> None:
    """What the other half of a sentence is about, what else comes "from" somewhere, and who else said it."""
    found = torn(claim, EvidenceIndex([_article(TRADE, "trade.txt")]))
    assert found is not None
    assert found.fact == fact
    assert instead in (found.instead or "")


def test_what_somebody_says_of_us_names_nobody() -> None:
    """Whose shops "our 42 shops in Bergheim" are, no other sentence has to say."""
    ours = (
        "Prices\n\n“Of our 42 shops in the valley, nine sold the pears last week,” the letter says. Rain fell. "
        "Few came. Many stayed at home. The roads were empty. It was written by Nordkraft on Monday.\n"
    )
    index = EvidenceIndex([_article(ours, "ours.txt")])
    assert torn("Nine of Nordkraft's 42 shops in the valley sold the pears last week.", index) is None
    theirs = EvidenceIndex([_article(ours.replace("our", "the"), "theirs.txt")])
    found = torn("Nine of Nordkraft's 42 shops in the valley sold the pears last week.", theirs)
    assert found is not None
    assert (found.fact, found.instead) == ("Nordkraft", None)


def test_half_of_a_clause_tells_what_it_is_about() -> None:
    """A sentence that says two thirds of the rest has the fact's place; one that says two fifths of it has not."""
    pumps = (
        "Pumps\n\nThe engineers pumped away 40,000 litres. Machines were borrowed in the town. "
        "Boats lay in the harbour. Rain fell. The bus burns 9,000 litres of fuel.\n"
    )
    index = EvidenceIndex([_article(pumps, "pumps.txt")])
    assert torn("The engineers pumped 9,000 litres into the harbour with borrowed machines.", index) is None
    found = torn("The engineers pumped 9,000 litres with machines.", index)
    assert found is not None
    assert found.instead == "40,000 litres"


def test_to_whom_it_is_done_is_told_of_them() -> None:
    """A name that no preposition leads to and that does nothing itself."""
    race = (
        "Race\n\nA crash on the descent put Vera Lim out of the race with a broken collarbone. Rain fell all day. "
        "Few came to see it. The streets were empty. The jury gave Ole Brun a prize for his ride on Friday.\n"
    )
    index = EvidenceIndex([_article(race, "race.txt")])
    assert torn("A crash put Vera Lim out of the race with a broken collarbone.", index) is None
    found = torn("A crash put Ole Brun out of the race with a broken collarbone.", index)
    assert found is not None
    assert (found.fact, found.instead) == ("Ole Brun", "Vera Lim")


@pytest.mark.parametrize(
    "claim",
    [
        "In January, Brakkan dismissed 120 people.",
        "In February it closed a library with 45 employees.",
        "Hoved Systems froze hiring in May.",
        "Nilsen Grid expects fewer orders from its dealers.",
        "The office buys its steel from Rostock.",
        "Ingrid Vik said that a long and dark winter was likely.",
    ],
)
def test_a_clause_keeps_its_own(claim: str) -> None:
    """Each half of a sentence bears out what it says."""
    assert torn(claim, EvidenceIndex([_article(TRADE, "trade.txt")])) is None


@pytest.mark.parametrize(
    "claim",
    [
        "The dam at Ulvik was closed on 3 March.",
        "Nordkraft puts the cost of the repairs at 6.2 million euros.",
        "The mayor, Kjell Aune, wants 1.9 million euros for the road, which was washed away on 9 May.",
        "Engineers drained the lake in four days, and the repairs will cost 6.2 million euros.",
        "Repairs at Ulvik will cost more than 6 million euros.",
        "Marit Hole wants the gates of the dam replaced.",
        "Olga Brandt warned that there may be landslides above the road in the summer.",
        "The repairs cost over three times as much as the 1.9 million euros that the mayor asked for.",
    ],
)
def test_what_is_together_stays_together(claim: str) -> None:
    """In one sentence, beside it, in a clause of its own, or worked out."""
    assert _torn(claim) is None


def test_whom_an_article_is_about_need_not_be_in_each_of_its_sentences() -> None:
    """A headline that names them says whom the others mean."""
    club = (
        "Harfield buys the ground\n\nThe club will pay for the stands and the car park behind them. "
        "It has 900 members. Most live nearby. Rain fell. Nobody in Harfield had hoped for so much.\n"
    )
    town = "Town Hall sold\n\nOrvik will pay for the library and the fountain in front of it.\n"
    index = EvidenceIndex([_article(club, "club.txt"), _article(town, "town.txt")])
    assert torn("Harfield will pay for the stands and the car park behind them.", index) is None
    found = torn("Harfield will pay for the library and the fountain in front of it.", index)
    assert found is not None
    assert found.place.article.name == "town.txt"


def test_a_person_is_told_what_the_articles_say_of_it() -> None:
    """The reason names both, and the sentence stands first among what is shown."""
    report = check("The repairs will cost the operator 1.9 million euros.", ARTICLES, entailment="off")
    (sentence,) = report.sentences
    assert sentence.support.verdict is SupportVerdict.CONTRADICTED
    (reason,) = sentence.support.reasons
    assert (
        "“1.9 million euros” of something else; of this, “6.2 million euros”: “The repairs will cost"
        in reason.message
    )
    assert sentence.evidence[0].quote.startswith("The repairs will cost")


def test_what_nothing_stands_in_place_of_is_not_contradicted() -> None:
    """The sentence that says all the rest has no name, and those that have it are far away and about something else."""
    report = check("Nordkraft’s bus with 23 pupils was stuck for five hours.", ARTICLES, entailment="off")
    (sentence,) = report.sentences
    assert sentence.support.verdict is not SupportVerdict.SUPPORTED


def test_a_quotation_within_the_sentence_has_inner_marks() -> None:
    """What stands between the outer ones is the sentence."""
    place = EvidenceIndex([_article("Jam\n\n“Few came,” said Ingrid Vik.\n", "jam.txt")]).place(0)
    assert "“‘Few came,’ said Ingrid Vik”." in Torn(MismatchKind.NUMBER, "7", place, None).mismatch.message


def test_a_long_sentence_is_shown_by_its_beginning() -> None:
    """A reason stays one line that can be read."""
    text = "A bus " + "and a car " * 40 + "stood there."
    place = EvidenceIndex([_article(f"Jam\n\n{text}\n", "jam.txt")]).place(0)
    message = Torn(MismatchKind.NUMBER, "7", place, None).mismatch.message
    assert message.endswith(" …”.")
    assert len(message) < 300


def test_a_share_that_follows_from_two_counts_is_there() -> None:
    """Thirty of sixty are half, though no sentence says so."""
    cut = "Parks\n\nThe council of Hauge will cut 30 of its 60 posts in parks and schools by the spring.\n"
    index = EvidenceIndex([_article(cut, "cut.txt")])
    assert (
        torn("The council of Hauge will cut 50% of its posts in parks and schools by the spring.", index)
        is None
    )
    found = torn("The council of Hauge will cut 70% of its posts in parks and schools by the spring.", index)
    assert found is not None
    assert found.fact == "70%"
