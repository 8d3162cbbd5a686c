"""What the audit is going to ask can be asked before; what is altered afterwards is still found."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import pytest

from conspectus.verification.audit import audit, foresee
from conspectus.verification.audit.faithful import _VERDICTS, _stands_in
from conspectus.verification.audit.index import Index
from conspectus.verification.faithfulness import Asked, examine_all
from conspectus.verification.verdict import Verdict
from tests.support.briefings import harbour_briefing


def test_the_gate_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a claim that was foreseen, the audit asks nothing again."""
    briefing = harbour_briefing()
    asked: list[Asked] = []

    def examined(questions: Sequence[Asked]) -> list[Verdict]:
        asked.extend(questions)
        return examine_all(questions)

    monkeypatch.setattr(import_module(foresee.__module__), "examine_all", examined)
    _VERDICTS.clear()
    _stands_in.cache_clear()
    foresee(briefing.claims, Index(briefing).articles)
    looked = _stands_in.cache_info().misses
    assert [each.claim for each in asked] == [claim.text for claim in briefing.claims]
    foresee(briefing.claims, Index(briefing).articles)
    assert len(asked) == len(briefing.claims)
    assert _stands_in.cache_info().misses == looked
    assert audit(briefing) == ()
    assert len(set(asked)) == len(asked)


def test_a_false_claim_is_found_where_it_was_foreseen() -> None:
    """Foreseeing finds nothing by itself, and hides nothing from the audit."""
    briefing = harbour_briefing()
    claims = [
        claim.model_copy(update={"text": f"{claim.text} It cost 987 crowns."}) for claim in briefing.claims
    ]
    altered = briefing.model_copy(update={"claims": tuple(claims)})
    foresee(altered.claims, Index(altered).articles)
    found = {finding.where for finding in audit(altered) if finding.promise == "faithful"}
    assert found >= {f"claims[{number}].text" for number in range(len(claims))}
