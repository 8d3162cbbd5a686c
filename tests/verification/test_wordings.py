"""Many wordings of one sentence: what says the same passes, what says something else does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from conspectus.verification.faithfulness import examine

FILE = Path(__file__).parents[1] / "data" / "wordings.txt"


class Wording(NamedTuple):
    """A claim with its evidence, whether it says the same, and whether the gate is known to err on it."""

    claim: str
    evidence: str
    published: date
    true: bool
    missed: bool


def wordings() -> Iterator[Wording]:
    """The wordings of the file, in order."""
    evidence, published = "", date.min
    for line in FILE.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "E":
            day, _, evidence = text.partition(" ")
            published = date.fromisoformat(day)
        elif mark.lstrip("?") in ("+", "-"):
            yield Wording(text, evidence, published, mark.endswith("+"), mark.startswith("?"))


ALL = list(wordings())


@pytest.mark.parametrize("wording", [w for w in ALL if not w.missed], ids=lambda w: w.claim[:60])
def test_the_gate_tells_wordings_apart(wording: Wording) -> None:
    """A true wording passes in whatever construction, and a wrong one is refused with a reason."""
    verdict = examine(wording.claim, [wording.evidence], published=wording.published)
    assert verdict.supported is wording.true, verdict.complaint


@pytest.mark.parametrize("wording", [w for w in ALL if w.missed], ids=lambda w: w.claim[:60])
def test_what_the_gate_gets_wrong_is_marked(wording: Wording) -> None:
    """A line whose mark is out of date is to lose it."""
    verdict = examine(wording.claim, [wording.evidence], published=wording.published)
    assert verdict.supported is not wording.true


def test_few_true_wordings_are_refused() -> None:
    """At most one in eight, and at least four in five of the wrong ones are seen."""
    true, wrong = ([w for w in ALL if w.true is side] for side in (True, False))
    assert len(true) > 75
    assert len(wrong) > 85
    assert sum(w.missed for w in true) <= len(true) / 8
    assert sum(w.missed for w in wrong) <= len(wrong) / 5
