"""What a clause denies."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.matters.propositions import clauses, propositions
from tests.support.worlds import scene


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("The police never used gas.", True),
        ("No passwords were taken.", True),
        ("Not only passwords were taken.", False),
        ("The firm denied that no letter had come.", False),
        ("No fewer than nine boats sank.", False),
        ("The firm did not answer.", False),
        ("The alarm sounded.", False),
        ("The siren is beyond dispute, and so much else isn’t.", False),
        ("Nobody was seen near the mill in Orle at the hour when the sluice did not hold.", True),
    ],
)
def test_a_negation_denies_unless_another_takes_it_back(text: str, *, denies: bool) -> None:
    """ "Not only" and "no fewer than" are none, and two that stand apart deny two things."""
    known = scene(text)
    assert [each.denies for each in propositions(known.said[0], known)] == [denies]


def test_a_negation_reaches_what_follows_it() -> None:
    """Of a short clause, all of it."""
    known = scene("The alarm did not sound.")
    (only,) = propositions(known.said[0], known)
    assert only.scope == known.about(known.said[0])


def test_a_clause_that_says_next_to_nothing_stays_with_the_one_before() -> None:
    """The whole text is in the clauses."""
    assert len(clauses("The wall fell, but it did.")) == 1
    assert len(clauses("The wall of the mill fell, but the roof of the barn held.")) == 2
    assert len(clauses("The wall of the mill fell. The roof of the barn held.")) == 2
    assert len(clauses("The wall of Mr. Renk’s mill fell.")) == 1


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("The director said that the sluice would not have held but for her call.", True),
        ("The director said that the sluice would not hold.", False),
    ],
)
def test_what_would_have_been_is_open(text: str, *, is_open: bool) -> None:
    """Whoever says so; what somebody says will be is not."""
    known = scene(text)
    assert [each.open for each in propositions(known.said[0], known) if each.denies] == [is_open]
