"""Equivalent claims become one with all their evidence; agreement is counted by origin."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.agreement.carrying import says
from conspectus.consolidate.agreement.weighing import compared_ahead, weigh
from conspectus.model.article import Article
from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, Verification, claim_id
from conspectus.summarise.admit import make_claim
from conspectus.verification.citing import carries, sentence
from tests.support.articles import said, written


def _two(first: str, second: str, days: tuple[str, str] = ("2025-03-11", "2025-03-11")) -> list[Article]:
    pairs = zip((first, second), ("Varn Post", "Lend Radio"), days, strict=True)
    return [written(text, outlet=outlet, day=day) for text, outlet, day in pairs]


def _weigh(
    articles: list[Article], claims: list[Claim], *, one_origin: bool = False
) -> list[tuple[str, int, Standing]]:
    origin_of = {article.id: "o1" if one_origin else f"o{n}" for n, article in enumerate(articles, start=1)}
    weighed, became = weigh(claims, origin_of, {article.id: article.published for article in articles})
    assert set(became) == {claim.id for claim in claims}
    assert set(became.values()) == {item.claim.id for item in weighed}
    return [(item.claim.text, len(item.origins), item.standing) for item in weighed]


PRECISE = "Firemen pumped 40 flooded cellars in Varn dry on Monday."
SAME = "On Monday firemen pumped 40 flooded cellars in Varn dry."
VAGUE = "Firemen pumped flooded cellars in Varn dry."


def test_two_origins_that_say_the_same_corroborate_it() -> None:
    """One claim is left, with the evidence of both and an id that says so."""
    articles = _two(PRECISE, SAME)
    claims = [said(articles[0], PRECISE), said(articles[1], SAME)]
    assert _weigh(articles, claims) == [(PRECISE, 2, Standing.CORROBORATED)]
    weighed, became = weigh(claims, dict(zip([a.id for a in articles], "ab", strict=True)), {})
    (item,) = weighed
    assert [piece.article_id for piece in item.claim.evidence] == [article.id for article in articles]
    assert item.claim.id == claim_id(PRECISE, None, item.claim.evidence)
    assert set(became.values()) == {item.claim.id}


def test_one_origin_that_says_it_twice_does_not() -> None:
    """Two outlets with one wire story are one witness."""
    articles = _two(PRECISE, SAME)
    claims = [said(articles[0], PRECISE), said(articles[1], SAME)]
    assert _weigh(articles, claims, one_origin=True) == [(PRECISE, 1, Standing.SINGLE_ORIGIN)]


def test_a_vaguer_claim_gains_from_a_precise_one_and_not_the_other_way_round() -> None:
    """The precise one stays a claim of its own, of one origin."""
    articles = _two(VAGUE, PRECISE)
    claims = [said(articles[0], VAGUE), said(articles[1], PRECISE)]
    assert _weigh(articles, claims) == [
        (VAGUE, 2, Standing.CORROBORATED),
        (PRECISE, 1, Standing.SINGLE_ORIGIN),
    ]


def test_another_number_a_denial_and_another_day_do_not_agree() -> None:
    """However many words are shared."""
    for other in (
        PRECISE.replace("40", "41"),
        PRECISE.replace("pumped", "have not pumped"),
        PRECISE.replace("Varn", "Arden"),
        PRECISE.replace("Monday", "Sunday"),
    ):
        articles = _two(PRECISE, other)
        found = _weigh(articles, [said(articles[0], PRECISE), said(articles[1], other)])
        assert [standing for _, _, standing in found] == [Standing.SINGLE_ORIGIN] * 2, other


def test_monday_is_a_day_of_its_article() -> None:
    """The same words a week later are about another Monday; without a day, words are all there is."""
    articles = _two(PRECISE, SAME, ("2025-03-11", "2025-03-18"))
    claims = [said(articles[0], PRECISE), said(articles[1], SAME)]
    assert len(_weigh(articles, claims)) == 2
    undated = [articles[0], articles[1].model_copy(update={"published": None})]
    assert len(_weigh(undated, claims)) == 1


def test_a_claim_of_two_articles_vouches_for_neither() -> None:
    """What a common claim rests on in one article carries nothing of what the other adds to it."""
    articles = _two(PRECISE, "Pumps ran in Varn until firemen had flooded cellars dry again.")
    precise, other = (said(article, article.sentence_text(article.body[0])) for article in articles)
    common = make_claim(
        VAGUE, [*precise.evidence, *other.evidence], verified=Verification.ENTAILMENT, score=0.9
    )
    assert _weigh(articles, [common, precise]) == [
        (VAGUE, 2, Standing.CORROBORATED),
        (PRECISE, 1, Standing.SINGLE_ORIGIN),
    ]


def test_what_two_speakers_say_is_not_one_statement() -> None:
    """A claim agrees with one of the same speaker only."""
    spoken = "The flooded cellars of Varn will be dry again by Friday, firemen say."
    articles = _two(spoken, spoken.replace("firemen", "the firemen"))
    text = "The flooded cellars of Varn will be dry again by Friday."
    claims = [
        said(articles[0], spoken, text, speaker="firemen"),
        said(articles[1], articles[1].sentence_text(articles[1].body[0]), text, speaker="the firemen"),
    ]
    assert len(_weigh(articles, claims)) == 2


def test_a_claim_of_few_words_is_too_little_to_agree_on() -> None:
    """Nobody is made a witness of "It rained in Varn"."""
    articles = _two("It rained in Varn.", "In Varn it rained.")
    claims = [said(articles[0], "It rained in Varn."), said(articles[1], "In Varn it rained.")]
    assert len(_weigh(articles, claims)) == 2


def test_nothing_to_weigh() -> None:
    """No claims, no weights."""
    assert weigh([], {}, {}) == ((), {})


SENTENCES = (
    PRECISE,
    SAME,
    VAGUE,
    "Firemen in Varn pumped cellars dry, 40 of them, on Monday.",
    "About 40 cellars in Varn were pumped dry by firemen.",
    "Firemen have pumped no flooded cellars in Varn dry.",
    "Firemen will pump 40 flooded cellars in Varn dry on Friday, the mayor said.",
    "Some 90 flooded cellars in Varn were pumped dry by firemen on Sunday.",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["10", "11", "18"])), min_size=1, max_size=5
    )
)
@settings(deadline=None, max_examples=60)
def test_whatever_is_merged_is_still_carried_by_its_evidence(drawn: list[tuple[str, str]]) -> None:
    """No evidence is lost, none is counted twice, and the audit would pass every merged claim."""
    articles = [
        written(text, outlet=f"Outlet {n}", day=f"2025-03-{day}") for n, (text, day) in enumerate(drawn)
    ]
    claims = [said(article, text) for article, (text, _) in zip(articles, drawn, strict=True)]
    published = {article.id: article.published for article in articles}
    weighed, became = weigh(claims, {article.id: article.id for article in articles}, published)
    assert set(became) == {claim.id for claim in claims}
    pieces = {piece for claim in claims for piece in claim.evidence}
    assert {piece for item in weighed for piece in item.claim.evidence} == pieces
    for item in weighed:
        assert len(set(item.claim.evidence)) == len(item.claim.evidence)
        assert set(item.origins) == set(item.claim.article_ids)
        assert (item.standing is Standing.CORROBORATED) is (len(item.origins) > 1)
        assert carries(item.claim.evidence, sentence(item.claim).text, published)


def test_whoever_carries_a_claim_is_found_as_if_all_were_compared() -> None:
    """In English every word has to be answered, in other languages most; what is looked up leaves out nobody."""
    sentences = (
        PRECISE,
        SAME,
        VAGUE,
        PRECISE.replace("40", "41"),
        PRECISE.replace("pumped", "have not pumped"),
        "In Varn firefighters were pumping dozens of cellars dry.",
        "Die Feuerwehr pumpte am Montag in Varn 40 Keller leer und sperrte die Brücke.",
        "Die Feuerwehr pumpte am Montag in Varn 40 Keller leer und sperrte die Straße.",
        "Die Feuerwehr pumpte in Varn Keller leer.",
    )
    articles = [written(text, outlet=f"Varn Post {n}", day="2025-03-11") for n, text in enumerate(sentences)]
    claims = [said(article, text) for article, text in zip(articles, sentences, strict=True)]
    published = {article.id: article.published for article in articles}
    found = compared_ahead([claims], published).carried
    expected = {
        (claim.id, other.id)
        for claim in claims
        for other in claims
        if claim is not other and says(claim, other.evidence, published)
    }
    assert {(claim, other) for claim, others in found.items() for other in others} == expected
    spoken = {
        (claim.text[:3], other.text[:3])
        for claim in claims
        for other in claims
        if (claim.id, other.id) in expected
    }
    assert {("Fir", "On "), ("Die", "Die")} <= spoken
