"""Which of the verified sentences a briefing prints, within a length."""

from __future__ import annotations

import math
from dataclasses import replace

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.choosing import choose, numbers_and_days, subjects
from conspectus.consolidate.prose.compose import room
from tests.consolidate.prose.test_compose import (
    COST,
    FELL,
    HURT,
    PAGE,
    TEXTS,
    WEIGHS,
    WORST,
    texts,
    weighed,
)
from tests.support.articles import said, written


def in_order(items: list[Weighed], most: int, words: int | None = None) -> tuple[Weighed, ...]:
    """What is chosen where each is worth far more than the next."""
    return choose(items, {item.claim.id: -10.0 * n for n, item in enumerate(items)}, most, words)


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


def test_what_is_worth_less_than_the_least_is_left_out_though_there_is_room() -> None:
    """The first always stands; a new number may lift a sentence above what is asked."""
    worth = {FELL.claim.id: -1.0, COST.claim.id: -0.1, HURT.claim.id: -1.0}
    assert len(choose([FELL, COST, HURT], worth, 5)) == 3
    assert texts(choose([FELL, COST, HURT], worth, 5, least=0.0)) == [COST.claim.text]
    assert texts(choose([HURT], worth, 5, least=0.0)) == [HURT.claim.text]


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


def test_a_length_is_kept_in_words_and_the_weightiest_come_first() -> None:
    """What is too long for the room that is left gives way to the next; the first stands however long."""
    words = len(FELL.claim.text.split())
    assert texts(in_order([FELL, COST, HURT], 5, words)) == [FELL.claim.text]
    assert texts(in_order([FELL, COST, HURT], 5, 1)) == [FELL.claim.text]
    both = words + min(len(item.claim.text.split()) for item in (COST, HURT))
    assert len(in_order([FELL, COST, HURT], 5, both)) == 2
    assert [room(length, 10) for length in ("short", "standard", "long")] == [
        (4, 120, 0, 0.0),
        (12, 460, 120, 0.0),
        (22, 1200, 0, -math.inf),
    ]


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


def test_a_speaker_who_was_not_heard_yet_makes_a_claim_weightier() -> None:
    """Where more than one claim is that speaker's: each party to a matter is heard before one is heard again."""
    page = written(
        "The harbour board said that the crane was sound.\n\nThe crew said that a bolt was loose.\n\n"
        "The crew said that nobody had listened.\n\nA baker said that it was loud.",
        day="2025-03-12",
    )
    board, bolt, nobody, baker = (
        replace(HURT, claim=said(page, page.sentence_text(sentence))) for sentence in page.body
    )
    worth = {board.claim.id: 0.3, bolt.claim.id: 0.1, nobody.claim.id: 0.0, baker.claim.id: 0.3}
    assert choose([board, bolt, nobody, baker], worth, 1) == (bolt,)
    assert set(choose([board, bolt, nobody, baker], worth, 3)) == {board, bolt, baker}


def test_little_words_of_another_language_make_no_repetition() -> None:
    """Two German sentences have "die", "ist" and "von" in common whatever they are about."""
    page = written(
        "Die Brücke von Orle ist seit der Nacht zu.\n\nDie Stadt der Gäste ist seit der Früh voll von Booten.",
        day="2025-03-12",
    )
    first, second = (replace(HURT, claim=said(page, page.sentence_text(each))) for each in page.body)
    worth = {first.claim.id: 1.0, second.claim.id: 0.0}
    assert choose([first, second], worth, 2) == (first,)
    assert choose([first, second], worth, 2, languages={page.id: "de"}) == (first, second)
    assert subjects("Die Brücke von Orle", "de") == subjects("Brücke Orle", "de")


def test_numbers_in_words_of_other_languages_are_facts() -> None:
    """As in English: "vierzehn" is the same as 14."""
    assert (
        numbers_and_days("Es fehlen vierzehn Boote.", "de")
        == numbers_and_days("Es fehlen 14 Boote.", "de")
        != set()
    )
    assert numbers_and_days("Il manque quatorze bateaux.", "fr") != set()


def test_what_another_language_gives_the_figures_of_is_told() -> None:
    """A length, or two figures, are no chance; thirty of anything may be other things."""
    page = written(
        "The bridge at Orle is 412 metres long and was opened by a mayor.\n\nThirty cranes stood by.",
        day="2025-03-12",
    )
    seite = written(
        "Die Spannweite beträgt 412 Meter.\n\nDreißig Kinder winkten den Booten.", day="2025-03-13"
    )
    items = [
        replace(HURT, claim=said(article, article.sentence_text(each)))
        for article in (page, seite)
        for each in article.body
    ]
    worth = {item.claim.id: -float(number) for number, item in enumerate(items)}
    told = choose(items, worth, 4, languages={page.id: "en", seite.id: "de"})
    assert [item for item in items if item in told] == [items[0], items[1], items[3]]
