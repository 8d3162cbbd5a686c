"""What two sentences have in common, in the words of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.agreement.weighing import corroborated, weigh
from conspectus.consolidate.prose.shorter import common_parts, forms, shortened
from tests.support.articles import said, written

LAID = (
    "Lend Foods has laid off hundreds of employees in its frozen dessert division, Sorbel, in a move that follows "
    "warnings from its owner about the price of sugar."
)
CUT = "On Monday Lend Foods confirmed it had dismissed at least hundreds of workers at its Sorbel division."


@pytest.mark.parametrize(
    ("text", "quote", "part"),
    [
        (LAID, CUT, "Lend Foods has laid off employees in its division, Sorbel."),
        (
            "After a night of rain, the weir at Sandel collapsed, flooding two farms.",
            "The Sandel weir gave way.",
            "The weir at Sandel collapsed.",
        ),
        (
            "The mill, a brick building of 1871, burned down and left forty families without work.",
            "The mill burned down on Sunday.",
            "The mill burned down.",
        ),
        (
            "About 340 miners went on strike on Monday, the union said.",
            "Miners went on strike on Monday, said the union.",
            "Miners went on strike on Monday, the union said.",
        ),
    ],
)
def test_what_the_other_has_no_word_for_is_left_away(text: str, quote: str, part: str) -> None:
    """Amounts, words before a noun, asides, lead-ins and what follows; whose word it is stays."""
    assert part in common_parts(text, [quote])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The former mayor of Varn was arrested.", "The mayor of Varn was arrested."),
        ("Four months before the fire the mill was inspected.", "Before the fire the mill was inspected."),
        ("When the weir broke, the mill stood still.", "The weir broke."),
        ("“The weir broke,” said the miller.", "The weir broke."),
        ("The report said that the school was destroyed; it was the barn.", "The barn was destroyed."),
    ],
)
def test_what_would_change_the_sense_is_not_left_away(text: str, quote: str) -> None:
    """ "Former", a span of time, a conjunction, a quotation; nor is what follows a semicolon joined."""
    parts = common_parts(text, [quote])
    assert not any(
        "The mayor" in part or "Months" in part or "When" in part or "barn" in part for part in parts
    )
    assert text.startswith("The report") or not parts or "our months" in parts[0]


@given(st.text(), st.text())
def test_nothing_is_added(text: str, quote: str) -> None:
    """Every word of a part is one of the text's."""
    words = {word.strip(".,;:–—").lower() for word in text.split()}
    for part in common_parts(text, [quote]):
        assert {word.strip(".,;:–—").lower() for word in part.split()} <= words | {""}


def test_two_sentences_of_which_neither_carries_the_other_agree_in_part() -> None:
    """The common part is corroborated, has the evidence of both, and the sentences stay as they were."""
    first = written(LAID, outlet="Arden Post", day="2025-03-11")
    second = written(CUT, outlet="Varn Radio", day="2025-03-11")
    published = {first.id: first.published, second.id: second.published}
    origin_of = {first.id: "o1", second.id: "o2"}
    weighed, _ = weigh([said(first, LAID), said(second, CUT)], origin_of, published)
    (found,) = corroborated(
        shortened([item.claim for item in weighed], origin_of), weighed, origin_of, published
    )
    assert found.origins == ("o1", "o2")
    assert {piece.article_id for piece in found.claim.evidence} == {first.id, second.id}
    alone = dict.fromkeys(origin_of, "o1")
    assert corroborated(shortened([item.claim for item in weighed], alone), weighed, alone, published) == ()


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("On July 17, 2025, ", "the mill closed its doors to forty workers"),
        ("On Monday, 3 March 2025, ", "the mill closed its doors to forty workers"),
        ("On Thursday, July 17, ", "the mill closed its doors to forty workers"),
        ("In May 2024, ", "1200 boats left the harbour without a permit"),
    ],
)
def test_a_date_leads_in_up_to_its_last_comma(lead: str, rest: str) -> None:
    """No form of the sentence opens with the half of a date."""
    assert forms(lead + rest) == (lead + rest, rest)
