"""The audit behind `conspectus verify`: a saved briefing's promises, checked again with no model.

Four modules check a promise each, `grounded`, `cited`, `faithful` and `ledger`; all look things up in
one `Index`.
"""

from __future__ import annotations

from conspectus.model.briefing import Briefing
from conspectus.verification.audit.cited import cited
from conspectus.verification.audit.faithful import faithful, foresee
from conspectus.verification.audit.finding import Finding, Promise
from conspectus.verification.audit.grounded import grounded
from conspectus.verification.audit.index import Index
from conspectus.verification.audit.ledger import ledger

__all__ = ["Finding", "Promise", "audit", "foresee"]


def audit(briefing: Briefing) -> tuple[Finding, ...]:
    """Every place where the briefing breaks one of its promises, promise by promise; empty if it keeps them.

    Works from the briefing alone, with the articles' text that it holds: pure, and raises nothing.
    """
    index = Index(briefing)
    return (*grounded(index), *cited(index), *faithful(index), *ledger(index))
