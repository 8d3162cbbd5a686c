"""What only looks like a conflict, what is unknown and what is refined is audited like all else."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest

from conspectus import render
from conspectus.consolidate.prose.account import cited_claims
from conspectus.model.briefing import Briefing
from conspectus.verification.audit import audit
from tests.support.briefings import NINE, TWELVE, UNKNOWN_CAUSE, reconciled_briefing, updated_briefing

ORIGINAL: dict[str, Any] = json.loads(render.json(reconciled_briefing()))
SIDES = "events[0].reconciled[0].sides"
UNKNOWN = "events[0].unknown[0]"


def found(path: str, value: Any) -> set[str]:
    """Where the audit finds fault when the field at the path has that value."""
    saved = copy.deepcopy(ORIGINAL)
    *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    target: Any = saved
    for step in way:
        target = target[step]
    assert target[last] != value
    target[last] = value
    return {finding.where for finding in audit(Briefing.model_validate_json(json.dumps(saved)))}


def test_a_sound_briefing_passes() -> None:
    """An update, something unknown and a refinement that are as the articles have them break no promise."""
    assert audit(reconciled_briefing()) == ()


def test_what_they_cite_counts_as_cited() -> None:
    """Claims that only a reconciled side or an unknown point cites are not called left out."""
    event = reconciled_briefing().events[0].model_copy(update={"points": (), "conflicts": ()})
    assert {NINE.id, TWELVE.id, UNKNOWN_CAUSE.id} <= cited_claims([event])


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (f"{SIDES}[0].position", "Seven people were injured.", f"{SIDES}[0].position"),
        (f"{SIDES}[0].claim_ids", ["c0123456789"], f"{SIDES}[0].claim_ids[0]"),
        (f"{SIDES}[0].origins", ["o1"], f"{SIDES}[0].origins"),
        (f"{SIDES}[0].as_of", "2025-03-01", f"{SIDES}[0].as_of"),
        (SIDES, list(reversed(ORIGINAL["events"][0]["reconciled"][0]["sides"])), SIDES),
        ("events[0].reconciled[0].question", "How many of the 40 died?", "events[0].reconciled[0].question"),
        (f"{UNKNOWN}.text", "We do not yet know why 30 cranes fell.", f"{UNKNOWN}.text"),
        (f"{UNKNOWN}.claim_ids", ["c0123456789"], f"{UNKNOWN}.claim_ids[0]"),
        (f"{UNKNOWN}.standing", "corroborated", f"{UNKNOWN}.standing"),
        (f"{UNKNOWN}.origins", ["o2"], f"{UNKNOWN}.origins"),
        ("events[0].lead[0].refined_by", ["c0123456789"], "events[0].lead[0].refined_by[0]"),
    ],
)
def test_any_change_is_found_and_named(path: str, value: Any, where: str) -> None:
    """Another wording, citation, origin, day or order is found where it stands."""
    assert where in found(path, value)


def test_hours_are_those_of_the_articles_and_in_order() -> None:
    """A side's moment is one at which an article of its evidence was printed, and the earliest comes first."""
    briefing = updated_briefing()
    assert audit(briefing) == ()
    (counts,) = briefing.events[0].reconciled
    ten, five = counts.sides
    for sides, where in (
        ((five, ten), SIDES),
        ((ten.model_copy(update={"at": five.at}), five), f"{SIDES}[0].at"),
    ):
        wrong = counts.model_copy(update={"sides": sides})
        event = briefing.events[0].model_copy(update={"reconciled": (wrong,)})
        altered = briefing.model_copy(update={"events": (event, *briefing.events[1:])})
        assert {finding.where for finding in audit(altered)} == {where}
