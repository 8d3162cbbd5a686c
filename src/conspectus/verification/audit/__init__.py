"""The audit behind `conspectus verify`: a saved briefing's promises, checked again with no model.

Four modules check a promise each, `grounded`, `cited`, `faithful` and `ledger`; all look things up in
one `Index`. `seals` says what else was altered.
"""

from __future__ import annotations

from conspectus.model.briefing import Briefing
from conspectus.verification.audit.cited import cited
from conspectus.verification.audit.faithful import faithful, foresee
from conspectus.verification.audit.finding import Finding, Promise
from conspectus.verification.audit.grounded import grounded
from conspectus.verification.audit.index import Index
from conspectus.verification.audit.ledger import ledger
from conspectus.verification.audit.seals import broken, sealed

__all__ = ["Finding", "Promise", "audit", "foresee", "sealed"]


def audit(briefing: Briefing) -> tuple[Finding, ...]:
    """Every place where the briefing breaks one of its promises, promise by promise; empty if it keeps them.

    Last come the parts that were altered since it was made and break none.

    Works from the briefing alone, with the articles' text that it holds: pure, and raises nothing.
    """
    index = Index(briefing)
    found = (*grounded(index), *cited(index), *faithful(index), *ledger(index))
    return (*found, *broken(briefing, [finding.where for finding in found]))
