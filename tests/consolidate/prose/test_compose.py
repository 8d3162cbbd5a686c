"""Which verified sentences a briefing prints, in which order, and under which headline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.compose import asides, point, rank, worths
from conspectus.model.briefing import Standing
from conspectus.model.evidence import ClaimKind
from conspectus.text.chronology import Window
from tests.support.articles import said, written

TEXTS = (
    "A crane of 40 tonnes fell into the Lend in Varn on Monday, while children watched from the quay.",
    "The crane that fell into the Lend in Varn weighs 40 tonnes.",
    "The crane that fell into the Lend in Varn cost 9 million crowns.",
    "“Cranes do not fall, they are dropped,” said Ilse Brandt.",
    "It was the worst crane in the world.",
    "Nobody was hurt by the crane.",
)
PAGE = written("\n\n".join(TEXTS), day="2025-03-12")


def weighed(text: str, *, origins: int = 1, kind: ClaimKind = ClaimKind.FACT) -> Weighed:
    """The sentence as a claim that so many origins carry."""
    standing = Standing.CORROBORATED if origins > 1 else Standing.SINGLE_ORIGIN
    names = tuple(f"o{n}" for n in range(1, origins + 1))
    return Weighed(claim=said(PAGE, text, kind=kind), origins=names, standing=standing)


FELL, WEIGHS, COST, SPOKEN, WORST, HURT = (weighed(text) for text in TEXTS)


def texts(items: tuple[Weighed, ...]) -> list[str]:
    """What the claims say."""
    return [item.claim.text for item in items]


def test_what_several_origins_carry_comes_first() -> None:
    """Agreement outweighs standing first in an article; an opinion weighs less than a fact."""
    agreed = weighed(TEXTS[1], origins=2)
    assert rank([COST, agreed], {COST.claim.id: 0, agreed.claim.id: 5}, frozenset())[0] is agreed
    assert rank([COST, WEIGHS], {COST.claim.id: 0, WEIGHS.claim.id: 5}, frozenset())[0] is COST
    opinion = weighed(TEXTS[2], kind=ClaimKind.OPINION)
    assert rank([opinion, WEIGHS], {}, frozenset())[0] is WEIGHS
    assert rank([COST, HURT], {}, frozenset())[0] is COST


def test_what_stands_early_comes_before_what_stands_late() -> None:
    """All else being equal; a claim of unknown place counts as late."""
    first = weighed("Nobody was hurt by the crane.")
    for position in ({COST.claim.id: 0, WEIGHS.claim.id: 8}, {COST.claim.id: 0}):
        ranked = rank([WEIGHS, COST, first], position, frozenset())
        assert texts(ranked).index(COST.claim.text) < texts(ranked).index(WEIGHS.claim.text)


def test_what_stands_late_in_words_of_its_own_is_told_in_passing() -> None:
    """Others have words for news, and what two sentences share alike differs by its place."""
    told = asides([FELL, WEIGHS, COST, SPOKEN, WORST, HURT], {PAGE.id: PAGE})
    assert told[WEIGHS.claim.id] < told[COST.claim.id] < told[SPOKEN.claim.id] <= 0.9
    colour = weighed(TEXTS[0])
    alone = asides([colour], {PAGE.id: PAGE})
    assert alone[FELL.claim.id] > told[FELL.claim.id]
    items = [FELL, WEIGHS, SPOKEN]
    plain, less = worths(items, {}, frozenset()), worths(items, {}, frozenset(), aside=told)
    assert plain[SPOKEN.claim.id] - less[SPOKEN.claim.id] == pytest.approx(told[SPOKEN.claim.id])


def test_what_names_a_time_long_before_the_event_is_told_in_passing() -> None:
    """Half a year or more before; where nobody knows when the event was, nothing is."""
    page = written(
        "In 2019 a crane fell into the Lend.\n\nOn Monday a crane fell into the Lend.", day="2025-03-12"
    )
    before, now = (
        Weighed(said(page, text), ("o1",), Standing.SINGLE_ORIGIN)
        for text in ("In 2019 a crane fell into the Lend.", "On Monday a crane fell into the Lend.")
    )
    monday = Window(date(2025, 3, 10), date(2025, 3, 10))
    known, unknown = asides([before, now], {page.id: page}, monday), asides([before, now], {page.id: page})
    assert known[before.claim.id] > unknown[before.claim.id]
    assert known[now.claim.id] == unknown[now.claim.id]


def test_what_has_lasted_since_a_time_long_before_is_told_of_now() -> None:
    """So many have drowned since 1991: that is no memory of 1991."""
    texts = (
        "Two divers have drowned there since the lock was built in 1991.",
        "Two divers drowned there in 1991.",
    )
    page = written("\n\n".join(texts), day="2025-03-12")
    since, then = (weighed(TEXTS[0]), weighed(TEXTS[1]))
    since, then = (
        replace(item, claim=said(page, text)) for item, text in zip((since, then), texts, strict=True)
    )
    monday = Window(date(2025, 3, 10), date(2025, 3, 10))
    known, unknown = asides([since, then], {page.id: page}, monday), asides([since, then], {page.id: page})
    assert known[since.claim.id] == unknown[since.claim.id]
    assert known[then.claim.id] > unknown[then.claim.id]


def test_an_outdated_count_comes_last() -> None:
    """Even one that several origins carried."""
    agreed = weighed(TEXTS[0], origins=3)
    assert rank([agreed, WORST, HURT], {}, frozenset({agreed.claim.id}))[-1] is agreed


@given(st.permutations(range(6)))
@settings(deadline=None, max_examples=30)
def test_the_order_in_which_claims_come_changes_nothing(order: list[int]) -> None:
    """What is equal is ordered by id."""
    items = [FELL, WEIGHS, COST, SPOKEN, WORST, HURT]
    assert texts(rank([items[n] for n in order], {}, frozenset())) == texts(rank(items, {}, frozenset()))


def test_what_no_summary_chose_is_worth_a_little_less() -> None:
    """Of two alike, what a summary chose comes first."""
    items = [COST, WEIGHS]
    even = worths(items, {}, frozenset())
    less = worths(items, {}, frozenset(), frozenset({COST.claim.id}))
    assert less[WEIGHS.claim.id] == even[WEIGHS.claim.id]
    assert less[COST.claim.id] < even[COST.claim.id]


def test_what_others_are_expected_to_tell_too_is_worth_more() -> None:
    """The more of them, up to two; nothing else is worth more for it."""
    even, one, two, five = (
        worths([COST, HURT], {}, frozenset(), told={HURT.claim.id: many}) for many in (0.0, 1.0, 2.0, 5.0)
    )
    assert even[HURT.claim.id] < one[HURT.claim.id] < two[HURT.claim.id] == five[HURT.claim.id]
    assert even[COST.claim.id] == five[COST.claim.id]


def test_a_side_of_a_conflict_is_disputed() -> None:
    """Whatever its origins are."""
    agreed = weighed(TEXTS[0], origins=2)
    assert point(agreed, frozenset()).standing is Standing.CORROBORATED
    told = point(agreed, frozenset({agreed.claim.id}))
    assert told.standing is Standing.DISPUTED
    assert (told.text, told.claim_ids, told.origins) == (TEXTS[0], (agreed.claim.id,), ("o1", "o2"))


def test_what_is_printed_is_what_is_weighed() -> None:
    """A sentence that is quoted with one that speaks to the reader is worth less, with one that tells much more."""
    plain = worths([COST, HURT], {}, frozenset())[HURT.claim.id]
    told, spoken = (
        FELL.claim,
        said(PAGE, TEXTS[4], text="I wonder, and you do, whether it was the worst crane."),
    )
    assert worths([COST, HURT], {}, frozenset(), whole={HURT.claim.id: told})[HURT.claim.id] > plain
    assert worths([COST, HURT], {}, frozenset(), whole={HURT.claim.id: spoken})[HURT.claim.id] < plain


def test_what_a_column_says_is_told_in_passing() -> None:
    """By as much as an opinion; the rest of what tells so is the same."""
    column = written("Opinion\n\nCranes\n\n" + "\n\n".join(TEXTS), day="2025-03-12")
    news = written("Harbour\n\nCranes\n\n" + "\n\n".join(TEXTS), day="2025-03-12")
    (as_opinion,), (as_news,) = (
        asides([Weighed(said(page, TEXTS[1]), ("o1",), Standing.SINGLE_ORIGIN)], {page.id: page}).values()
        for page in (column, news)
    )
    assert as_opinion - as_news == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("behind", ["Nobody can confirm it.", "The quay was closed."])
def test_hearsay_is_told_in_passing(behind: str) -> None:
    """Whether its own words say so, or those of the sentence behind it."""
    plain = "The crane that fell into the Lend was never paid for."
    rumour = "Rumour has it that the crane that fell into the Lend was insured twice."
    page = written(f"{rumour}\n\n{plain}\n\n{behind}", day="2025-03-12")
    passed_on, told = (Weighed(said(page, each), ("o1",), Standing.SINGLE_ORIGIN) for each in (rumour, plain))
    found = asides([passed_on, told], {page.id: page})
    assert found[passed_on.claim.id] > 1.5
    assert (found[told.claim.id] > 1.5) == behind.startswith("Nobody")
