"""A figure that is said to be given by other origins is audited like what is cited."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from conspectus import render
from conspectus.consolidate.prose.account import cited_claims
from conspectus.model.briefing import Briefing
from conspectus.verification.audit import audit
from tests.support.shared import shared_briefing

ORIGINAL: dict[str, Any] = json.loads(render.json(shared_briefing()))
POINT = ORIGINAL["events"][0]["lead"][0]
PLACE = "events[0].lead[0].shared[0]"


def found(**changed: Any) -> set[str]:
    """Where the audit finds fault when the figure is changed so."""
    saved = copy.deepcopy(ORIGINAL)
    saved["events"][0]["lead"][0]["shared"][0].update(changed)
    assert saved != ORIGINAL
    return {finding.where for finding in audit(Briefing.model_validate_json(json.dumps(saved)))}


def test_a_sound_briefing_passes() -> None:
    """The figure, its claim and its origin break no promise, and the claim counts as cited."""
    assert audit(shared_briefing()) == ()
    assert set(POINT["shared"][0]["claim_ids"]) <= cited_claims(shared_briefing().events)


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"words": "35 people"}, {f"{PLACE}.words", PLACE}),
        ({"words": "the tannery"}, {PLACE}),
        ({"words": "34 people … tannery"}, {PLACE}),
        ({"words": "hospital … 34 people"}, {f"{PLACE}.words"}),
        ({"claim_ids": ["c0123456789"]}, {f"{PLACE}.claim_ids[0]", f"{PLACE}.origins"}),
        ({"claim_ids": POINT["claim_ids"]}, {f"{PLACE}.origins"}),
        ({"claim_ids": POINT["claim_ids"], "origins": POINT["origins"]}, {f"{PLACE}.origins"}),
        ({"origins": ["o9"]}, {f"{PLACE}.origins"}),
    ],
)
def test_any_change_is_found_and_named(changed: dict[str, Any], where: set[str]) -> None:
    """Other words, a claim that is not there, the point's own origin, a wrong one."""
    assert where <= found(**changed)


def test_a_removed_claim_is_missed() -> None:
    """A figure whose claim is gone names it."""
    saved = copy.deepcopy(ORIGINAL)
    gone = POINT["shared"][0]["claim_ids"][0]
    saved["claims"] = [claim for claim in saved["claims"] if claim["id"] != gone]
    places = {finding.where for finding in audit(Briefing.model_validate_json(json.dumps(saved)))}
    assert f"{PLACE}.claim_ids[0]" in places
