"""Whom a pronoun means, in the text that is checked and in the articles."""

from __future__ import annotations

import pytest

from conspectus.verification.antecedents import antecedent, may_mean
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.telling import told_by
from tests.verification.test_evidence_search import _article

COUNCIL = EvidenceIndex(
    [
        _article(
            """Council

Mayor Ann Loe of Wendbridge resigned on Monday over the cost of a pool. Council leader Tom Bell had led the council
since 2011. Loe was elected in 2019. Her deputy, Priya Nair, stands in for her. Nair promised to publish all bills
for the pool. Its architect, Marit Hald, rejected the criticism. She said the plans had changed four times. Greta Oakes,
who has sat there for 20 years, wants an election.
""",
            "council.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("before", "claim", "sound"),
    [
        ("Mayor Ann Loe resigned on Monday.", "She was elected in 2019.", True),
        ("The mayor resigned.", "She had led the council since 2011.", False),
        ("Ann Loe resigned.", "She promised to publish all bills for the pool.", False),
        ("Ann Loe's deputy, Priya Nair, stands in.", "She promised to publish all bills for the pool.", True),
        ("Greta Oakes wants an election.", "She said the plans had changed four times.", False),
        ("Marit Hald designed the pool.", "She said the plans had changed four times.", True),
        ("The mayor resigned.", "She has sat there for 20 years.", False),
        ("It rained.", "He had led the council since 2011.", True),
        ("", "She promised to publish all bills for the pool.", True),
    ],
)
def test_a_pronoun_means_whom_the_sentence_before_names(before: str, claim: str, sound: bool) -> None:
    """And is refused where the evidence tells of another by name, or by a pronoun that means another there."""
    _, verdict = told_by(claim, COUNCIL, [before] if before else [])
    assert verdict is not None
    assert verdict.supported is sound


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (["Ann Loe told Tom Bell."], {"ann", "loe", "tom", "bell"}),
        (["She laughed.", "Ann Loe resigned."], {"ann", "loe"}),
        (["The mayor resigned."], set()),
    ],
)
def test_whoever_is_named_may_be_meant(before: list[str], words: set[str]) -> None:
    """In the sentence before, or in that before it where it begins with a pronoun itself."""
    found = antecedent(before)
    assert found is not None
    assert found.words == words


def test_of_nobody_by_name_the_beginning_tells() -> None:
    """And nothing where there is none."""
    found = antecedent(["The mayor resigned."])
    assert found is not None
    assert found.told == {"mayor"}
    assert antecedent([]) is None
    assert antecedent(["She laughed."]) is None


def test_a_man_is_no_she() -> None:
    """As far as the article says of whom it speaks."""
    text = "Her husband, the composer Aubrey Lisle, wrote it. Lisle died in 1999. She is survived by a son."
    assert not may_mean("She is survived by a son.", "Lisle", text)
    assert may_mean("He is survived by a son.", "Lisle", text)
    assert may_mean("They are survived by a son.", "Lisle", text)
