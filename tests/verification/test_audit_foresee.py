"""What the audit is going to ask can be asked before; what is altered afterwards is still found."""

from __future__ import annotations

from conspectus.verification.audit import audit, foresee
from conspectus.verification.audit.faithful import _examined, _stands_in
from conspectus.verification.audit.index import Index
from tests.support.briefings import harbour_briefing


def test_the_gate_is_asked_once() -> None:
    """Of a claim that was foreseen, the audit asks nothing again."""
    briefing = harbour_briefing()
    _examined.cache_clear()
    _stands_in.cache_clear()
    foresee(briefing.claims, Index(briefing).articles)
    asked, looked = _examined.cache_info().misses, _stands_in.cache_info().misses
    assert asked == len(briefing.claims)
    foresee(briefing.claims, Index(briefing).articles)
    assert (_examined.cache_info().misses, _stands_in.cache_info().misses) == (asked, looked)
    assert audit(briefing) == ()


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
