"""Which verified sentences a briefing prints, in which order, and under which headline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.compose import asides, choose, point, rank, room, worths
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


def in_order(items: list[Weighed], most: int, words: int | None = None) -> tuple[Weighed, ...]:
    """What is chosen where each is worth far more than the next."""
    return choose(items, {item.claim.id: -10.0 * n for n, item in enumerate(items)}, most, words)


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


def test_what_was_said_is_not_said_again() -> None:
    """The weight was given already; the price is a number that was not."""
    assert texts(in_order([FELL, WEIGHS, COST], 5)) == [FELL.claim.text, COST.claim.text]
    assert texts(in_order([FELL, COST, HURT], 2)) == [FELL.claim.text, COST.claim.text]
    assert in_order([], 3) == ()


def test_the_poorer_of_two_sentences_gives_way() -> None:
    """Where one origin says all of it again and more, whichever comes first; what two origins agree on stays."""
    assert texts(in_order([WEIGHS, FELL], 5)) == [WEIGHS.claim.text, FELL.claim.text]
    shorter = replace(WEIGHS, claim=said(PAGE, TEXTS[0], text="A crane of 40 tonnes fell into the Lend."))
    assert texts(in_order([shorter, FELL], 5)) == [FELL.claim.text]
    agreed = replace(shorter, origins=("o1", "o2"))
    assert texts(in_order([agreed, FELL], 5)) == [agreed.claim.text, FELL.claim.text]


def test_the_same_number_alone_makes_no_repetition() -> None:
    """What else a sentence tells may be what nobody tells; where half of its words were said as well it is one."""
    lost = replace(
        WEIGHS,
        claim=said(
            PAGE, TEXTS[1], text="The Lend of Varn now hides 40 tonnes of bent steel, rope and timber."
        ),
    )
    assert len(in_order([FELL, lost], 5)) == 2
    again = replace(WEIGHS, claim=said(PAGE, TEXTS[1], text="The Lend of Varn hides a crane of 40 tonnes."))
    assert texts(in_order([FELL, again], 5)) == [FELL.claim.text]
    other = replace(WEIGHS, claim=said(PAGE, TEXTS[1], text="The Lend of Varn hides a crane of 41 tonnes."))
    assert len(in_order([FELL, other], 5)) == 2


def test_a_new_number_makes_a_claim_weightier() -> None:
    """Of two that are worth the same, the one that gives a number; where the number was given, it adds nothing."""
    plain, cost = weighed(TEXTS[5]), weighed(TEXTS[2])
    even = {plain.claim.id: 0.1, cost.claim.id: 0.0}
    assert choose([plain, cost], even, 1) == (cost,)
    assert choose([plain, cost], even, 2, after=["It cost 9 million crowns."]) == (plain,)


def test_what_an_origin_has_said_counts_against_its_next_claim() -> None:
    """Of two that are worth the same after that, the one of an origin that was not heard yet."""
    other = replace(HURT, origins=("o2",))
    worth = {FELL.claim.id: 2.0, COST.claim.id: -0.18, other.claim.id: 0.0}
    assert texts(choose([FELL, COST, other], worth, 2)) == [FELL.claim.text, other.claim.text]
    assert texts(choose([FELL, COST, HURT], worth, 2)) == [FELL.claim.text, COST.claim.text]


def test_words_that_several_origins_have_make_a_claim_weightier() -> None:
    """Where two weigh nearly the same, the one whose words another origin has as well; one origin's own add nothing."""
    worth = {WORST.claim.id: 0.1, HURT.claim.id: 0.0, WEIGHS.claim.id: -9.0}
    assert choose([WORST, HURT], worth, 1) == (WORST,)
    injured = replace(WEIGHS, claim=said(PAGE, TEXTS[1], text="Nobody was injured."), origins=("o2",))
    worth[injured.claim.id] = -9.0
    assert choose([WORST, HURT, injured], worth, 1) == (HURT,)


def test_what_no_summary_chose_is_worth_a_little_less() -> None:
    """Of two alike, what a summary chose comes first."""
    items = [COST, WEIGHS]
    even = worths(items, {}, frozenset())
    less = worths(items, {}, frozenset(), frozenset({COST.claim.id}))
    assert less[WEIGHS.claim.id] == even[WEIGHS.claim.id]
    assert less[COST.claim.id] < even[COST.claim.id]


def test_a_side_of_a_conflict_is_disputed() -> None:
    """Whatever its origins are."""
    agreed = weighed(TEXTS[0], origins=2)
    assert point(agreed, frozenset()).standing is Standing.CORROBORATED
    told = point(agreed, frozenset({agreed.claim.id}))
    assert told.standing is Standing.DISPUTED
    assert (told.text, told.claim_ids, told.origins) == (TEXTS[0], (agreed.claim.id,), ("o1", "o2"))


def test_a_length_is_kept_in_words_and_the_weightiest_come_first() -> None:
    """What is too long for the room that is left gives way to the next; the first stands however long."""
    words = len(FELL.claim.text.split())
    assert texts(in_order([FELL, COST, HURT], 5, words)) == [FELL.claim.text]
    assert texts(in_order([FELL, COST, HURT], 5, 1)) == [FELL.claim.text]
    both = words + min(len(item.claim.text.split()) for item in (COST, HURT))
    assert len(in_order([FELL, COST, HURT], 5, both)) == 2
    assert [room(length, 10) for length in ("short", "standard", "long")] == [(4, 120), (12, 400), (32, 1200)]


def test_what_is_said_elsewhere_on_the_page_is_not_chosen_and_takes_no_room() -> None:
    """A sentence of a conflict is read there; where all is said elsewhere the first still stands."""
    worth = {FELL.claim.id: 2.0, COST.claim.id: 1.0, HURT.claim.id: 0.0}
    items = [FELL, COST, HURT]
    room = len(f"{COST.claim.text} {HURT.claim.text}".split())
    assert texts(choose(items, worth, 2, room, elsewhere=[TEXTS[0]])) == [COST.claim.text, HURT.claim.text]
    assert choose([FELL, COST], worth, 2, elsewhere=[TEXTS[0], TEXTS[2]]) == (FELL,)
    assert choose([FELL], worth, 2, after=[TEXTS[4]], elsewhere=[TEXTS[0]]) == ()


def test_what_several_sentences_have_told_together_is_not_told_again() -> None:
    """Each has too little of it alone; with a number that nobody gave it is told."""
    first = "Ilse Brandt watched from the quay of Varn and ran."
    second = "Steel beams sank slowly beside the harbour wall."
    again = replace(COST, claim=said(PAGE, TEXTS[2], text="Ilse Brandt watched beams sink beside the wall."))
    assert choose([again, WORST], {again.claim.id: 1.0, WORST.claim.id: 0.0}, 3, after=[first, second]) == (
        WORST,
    )
    more = replace(
        COST, claim=said(PAGE, TEXTS[2], text="Ilse Brandt watched 12 beams sink beside the wall.")
    )
    assert more in choose([more, WORST], {more.claim.id: 1.0, WORST.claim.id: 0.0}, 4, after=[first, second])


def test_what_is_printed_is_what_is_weighed() -> None:
    """A sentence that is quoted with one that speaks to the reader is worth less, with one that tells much more."""
    plain = worths([COST, HURT], {}, frozenset())[HURT.claim.id]
    told, spoken = (
        FELL.claim,
        said(PAGE, TEXTS[4], text="I wonder, and you do, whether it was the worst crane."),
    )
    assert worths([COST, HURT], {}, frozenset(), whole={HURT.claim.id: told})[HURT.claim.id] > plain
    assert worths([COST, HURT], {}, frozenset(), whole={HURT.claim.id: spoken})[HURT.claim.id] < plain
