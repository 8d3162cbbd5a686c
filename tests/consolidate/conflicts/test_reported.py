"""Mistakes that an article tells of."""

from __future__ import annotations

from conspectus.model.briefing import Relation
from tests.support.worlds import differing

CLAIM = "The wolf of Aldmoor was photographed beside nine sheep on Friday, the farmers' league says."


def test_a_mistake_that_is_told_as_one_is_no_conflict() -> None:
    """Both sentences are shown, with the relation."""
    told = "A picture that was said to show the wolf of Aldmoor with the sheep was taken elsewhere in 2018."
    result = differing(CLAIM, told)
    assert result.conflicts == ()
    (shown,) = result.reconciled
    assert shown.relation is Relation.REPORTED_ERROR
    assert [side.position for side in shown.sides] == [CLAIM, told]


def test_what_somebody_calls_false_is_their_word() -> None:
    """It is for a reader to judge, and no mistake that the article vouches for."""
    denial = "The farmers accuse the paper of a false report that the wolf of Aldmoor was photographed."
    assert [each.relation for each in differing(CLAIM, denial).reconciled] == []


def test_a_mistake_without_a_statement_is_none() -> None:
    """A side needs words that say it."""
    assert differing("The minister wrongly said that bread was cheap.", "The sea was calm.").reconciled == ()
