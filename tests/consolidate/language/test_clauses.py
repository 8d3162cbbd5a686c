"""Main clauses, and what several outlets say in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.agreement.weighing import corroborated, weigh
from conspectus.consolidate.language.clauses import main_clauses
from conspectus.consolidate.prose.shorter import shortened
from conspectus.model.briefing import Standing
from tests.support.articles import said, written

ONE = "The council approved the harbour plan on Monday, after a debate that had lasted for nine months."
TWO = "On Monday the council approved the plan for the harbour, which the fishermen had fought."


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (ONE, ["The council approved the harbour plan on Monday."]),
        ("When the council met on Monday, it approved the harbour plan.", []),
        ("The council sold a school, a barn, and two boats.", []),
        ("“The council approved the plan on Monday,” she said, smiling.", []),
        ("The mayor of Varn, Ilse Brandt, approved the plan.", []),
        ("The harbour board of Varn has the blaze down as an accident.", []),
        (
            "The harbour board closed the northern quay as the water rose.",
            ["The harbour board closed the northern quay."],
        ),
    ],
)
def test_a_main_clause_has_a_verb_and_ends_no_list(text: str, clauses: list[str]) -> None:
    """Subordinate openings, lists, quotations and names give none, nor does what "as" completes."""
    assert main_clauses(text) == clauses


@given(st.text())
def test_a_main_clause_is_a_beginning_of_its_text(text: str) -> None:
    """Whatever the text, nothing is added but the full stop."""
    assert all(text.startswith(clause[:-1]) for clause in main_clauses(text))


def test_what_two_outlets_say_in_part_is_corroborated() -> None:
    """Neither sentence carries the other, but both carry the main clause; the sentences stay as they were."""
    first = written(ONE, outlet="Arden Post", day="2025-03-11")
    second = written(TWO, outlet="Varn Radio", day="2025-03-11")
    published = {first.id: first.published, second.id: second.published}
    origin_of = {first.id: "o1", second.id: "o2"}
    weighed, _ = weigh([said(first, ONE), said(second, TWO)], origin_of, published)
    assert {item.standing for item in weighed} == {Standing.SINGLE_ORIGIN}
    clauses = shortened([item.claim for item in weighed])
    (found,) = corroborated(clauses, weighed, origin_of, published)
    assert found.claim.text == "The council approved the harbour plan on Monday."
    assert found.origins == ("o1", "o2")
    own = [clause for clause in clauses if clause.article_ids == (first.id,)]
    assert corroborated(own, weighed[:1], {first.id: "o1"}, published) == ()


def test_a_name_alone_is_no_agreement() -> None:
    """Two sentences about one company agree in nothing but whom they are about."""
    first = written(
        "Tarn Dairy Works is growing, only slower than it was.", outlet="Arden Post", day="2025-03-11"
    )
    second = written("Tarn Dairy Works has closed a barn.", outlet="Varn Radio", day="2025-03-11")
    published = {first.id: first.published, second.id: second.published}
    claims = [said(each, each.sentence_text(each.body[0])) for each in (first, second)]
    origin_of = {first.id: "o1", second.id: "o2"}
    weighed, _ = weigh(claims, origin_of, published)
    assert corroborated(shortened(claims), weighed, origin_of, published) == ()
