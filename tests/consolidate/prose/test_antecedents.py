"""What is quoted of a sentence that leans on the one before it."""

from __future__ import annotations

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.antecedents import (
    explained,
    quoted_with,
    said_once,
    told_within,
    with_antecedents,
)
from conspectus.model.briefing import Conflict, ConflictKind, Side, Standing
from conspectus.model.evidence import Claim
from tests.support.articles import said, written

PAPER = "The paper is dated 22 May and bears the crest of the Varn Harbour Board."
LISTS = "It lists 115 posts that are to go."
ALSO = "It also names a day."
DENIED = "No post will go, said Ilse Brandt, the mayor."
PAGE = written(f"{PAPER} {LISTS} {ALSO}\n\n{DENIED}\n\nWho knows?\n\nShe would not say.", day="2025-06-12")
BY_ID = {PAGE.id: PAGE}


def weighed(claim: Claim) -> Weighed:
    """The claim as one origin's."""
    return Weighed(claim=claim, origins=("o1",), standing=Standing.SINGLE_ORIGIN)


FIRST, SECOND, THIRD, FOURTH = (weighed(said(PAGE, text)) for text in (PAPER, LISTS, ALSO, DENIED))
WHOLE = with_antecedents([FIRST, SECOND, THIRD, FOURTH], BY_ID)


def test_a_sentence_that_leans_is_quoted_with_what_it_leans_on() -> None:
    """As far back as it takes, and as one quotation; what stands alone stays as it is."""
    assert set(WHOLE) == {SECOND.claim.id, THIRD.claim.id}
    assert WHOLE[SECOND.claim.id].text == f"{PAPER} {LISTS}"
    third = WHOLE[THIRD.claim.id]
    assert third.text == f"{PAPER} {LISTS} {ALSO}"
    (piece,) = third.evidence
    assert PAGE.text[piece.start : piece.end] == piece.quote


def test_what_ends_with_the_claim_is_quoted_with_what_is_claimed() -> None:
    """Which one, nobody can tell without it; "the claim that" tells it itself."""
    told, looking = (
        "Files of the Varn clinic are for sale, a firm says.",
        "The board is looking into the claim.",
    )
    itself = "The board denies the claim that files are for sale."
    page = written(f"{told} {looking} {itself}", day="2025-06-12")
    whole = with_antecedents([weighed(said(page, text)) for text in (told, looking, itself)], {page.id: page})
    assert [each.text for each in whole.values()] == [f"{told} {looking}"]


def test_speech_of_nobody_is_quoted_with_who_speaks() -> None:
    """What stands between quotation marks alone is somebody's: the sentence before says whose."""
    paid, last = '"We are paying for that roof," said Nora Keane.', '"The last sum went in on Tuesday."'
    own = '"Roofs are dear," the mayor said.'
    page = written(f"{paid} {last}\n\n{own}", day="2025-06-12")
    whole = with_antecedents([weighed(said(page, text)) for text in (last, own)], {page.id: page})
    assert [each.text for each in whole.values()] == [f"{paid} {last}"]


def test_what_would_not_help_is_not_quoted() -> None:
    """A question explains nobody, and a claim that is not the source's own sentence has its own words."""
    assert with_antecedents([weighed(said(PAGE, "She would not say."))], BY_ID) == {}
    assert with_antecedents([weighed(said(PAGE, LISTS, "It lists 115 posts."))], BY_ID) == {}


def test_what_would_take_up_the_room_of_three_points_is_not_quoted() -> None:
    """As many sentences before it as stay within 45 words together: behind a long one it stands alone."""
    long = "The bridge at Orle, which " + "is old and " * 12 + "narrow, was shut on Monday."
    reopened = "It reopened at noon."
    page = written(f"{long} {reopened}\n\n{PAPER} {LISTS}", day="2025-06-12")
    items = [weighed(said(page, text)) for text in (reopened, LISTS)]
    quoted = with_antecedents(items, {page.id: page})
    assert {claim.text for claim in quoted.values()} == {f"{PAPER} {LISTS}"}


def test_nothing_is_printed_twice_for_it() -> None:
    """What another quotes as well gives it its place."""
    assert said_once([FIRST, FOURTH, SECOND], WHOLE) == (SECOND, FOURTH)
    assert said_once([SECOND, FOURTH, FIRST, THIRD], WHOLE) == (THIRD, FOURTH)
    assert said_once([FOURTH, FIRST], WHOLE) == (FOURTH, FIRST)


def test_a_side_of_a_conflict_is_explained_too() -> None:
    """Unless it would quote the other side."""
    claims = {item.claim.id: item.claim for item in (FIRST, SECOND, FOURTH)}

    def conflict(*items: Weighed) -> Conflict:
        sides = tuple(Side(position=item.claim.text, claim_ids=(item.claim.id,)) for item in items)
        return Conflict(question="How many posts?", kind=ConflictKind.NUMBER, sides=sides)

    (shown,) = explained([conflict(SECOND, FOURTH)], claims, WHOLE)
    assert [side.position for side in shown.sides] == [f"{PAPER} {LISTS}", DENIED]
    assert shown.sides[0].claim_ids == (WHOLE[SECOND.claim.id].id,)
    alike = conflict(SECOND, FIRST)
    assert explained([alike], claims, WHOLE) == (alike,)


def test_what_is_told_of_a_sentence_is_told_of_what_quotes_it() -> None:
    """Of the sentence itself as well, and not of what quotes others."""
    claims = {item.claim.id: item.claim for item in (FIRST, SECOND, FOURTH)}
    told = {FIRST.claim.id: ("22 May",), SECOND.claim.id: ("115 posts",), FOURTH.claim.id: ("no post",)}
    found = quoted_with(told, claims, WHOLE)
    assert {key: found[key] for key in told} == told
    assert found[WHOLE[SECOND.claim.id].id] == found[WHOLE[THIRD.claim.id].id] == ("22 May", "115 posts")


def test_what_quotes_the_news_tells_it() -> None:
    """A claim printed behind the sentence that it leans on opens an event as well as that sentence would."""
    items = [weighed(said(PAGE, text)) for text in (PAPER, LISTS)]
    first, second = (item.claim.id for item in items)
    assert told_within({first: 2.0}, items, WHOLE) == {first: 2.0, second: 2.0}
    assert told_within({second: 1.0}, items, WHOLE) == {second: 1.0}
    assert told_within({first: 2.0}, items, {}) == {first: 2.0}
