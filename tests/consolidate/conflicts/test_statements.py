"""Whose word a statement is."""

from __future__ import annotations

from datetime import date

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.statements import Statement, statements
from tests.support.articles import said, written

OWN = "About 40 barrels were lost when the shed at Orle gave way."
PAPER = "A shed gave way in Orle, the sheriff said. Korb Cider has put the loss at 40 barrels."


def _read(*told: tuple[str, str]) -> list[Statement]:
    articles = [written(text, outlet=outlet, day="2025-05-12") for outlet, text in told]
    claims = [said(each, each.sentence_text(one)) for each in articles for one in each.body]
    weighed, _ = weigh(claims, {each.id: each.id for each in articles}, {})
    return statements(
        weighed, {each.id: date(2025, 5, 12) for each in articles}, {each.id: each for each in articles}
    )


def test_what_a_party_publishes_is_its_word() -> None:
    """It is one where another article has it speak: of a paper that nobody quotes, only readers are left."""
    own = {each.text: each.own for each in _read(("Korb Cider", OWN), ("Orle Echo", PAPER))}
    assert own[OWN] == {"korb", "cider"}
    assert own["A shed gave way in Orle, the sheriff said."] == frozenset()
    unheard = {
        each.text: each.own for each in _read(("Korb Cider", OWN), ("Orle Echo", "A shed gave way in Orle."))
    }
    assert not any(unheard.values())


def test_nobody_is_a_party_by_its_own_word() -> None:
    """Nor by a speaker whom its page names."""
    told = _read(
        ("Korb Cider", f"Korb Cider said that it was sorry. {OWN}"), ("Orle Echo", "A shed gave way in Orle.")
    )
    assert {each.text: each.own for each in told}[OWN] == frozenset()


def test_words_without_a_name_are_of_whoever_spoke_last() -> None:
    """Unless something else than speech stands between."""
    told = _read(
        ("Orle Echo", "“It fell at noon,” Ida Lenz said. “Nobody was there.” The shed was old. “It leaned.”")
    )
    voices = {each.text: each.voice for each in told}
    assert voices["“Nobody was there.”"] == {"ida", "lenz"}
    assert voices["“It leaned.”"] == frozenset()
