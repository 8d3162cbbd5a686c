"""The audit behind `conspectus verify`: a saved briefing's promises, checked again with no model.

Four modules check a promise each, `grounded`, `cited`, `faithful` and `ledger`; all look things up in
one `Index`. `seals` says what else was altered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from conspectus.model.briefing import Briefing
from conspectus.verification.audit.cited import cited
from conspectus.verification.audit.faithful import faithful, foresee
from conspectus.verification.audit.finding import Finding, Promise
from conspectus.verification.audit.grounded import grounded
from conspectus.verification.audit.index import Index
from conspectus.verification.audit.ledger import ledger
from conspectus.verification.audit.seals import broken, sealed, unsealed

__all__ = ["Finding", "Promise", "audit", "concerned", "foresee", "sealed", "unsealed"]


def audit(briefing: Briefing) -> tuple[Finding, ...]:
    """Every place where the briefing breaks one of its promises, promise by promise; empty if it keeps them.

    Last come the parts that were altered since it was made and break none.

    Works from the briefing alone, with the articles' text that it holds: pure, and raises nothing.
    """
    index = Index(briefing)
    found = (*grounded(index), *cited(index), *faithful(index), *ledger(index))
    return (*found, *broken(briefing, [finding.where for finding in found]))


def concerned(briefing: Briefing, findings: Sequence[Finding]) -> dict[str, frozenset[int]]:
    """The sentences on which those claims and statements rest that the findings are about, by article id.

    Empty where a finding is about anything else: then nothing is mended by leaving sentences out.
    """
    index = Index(briefing)
    cites = {each.where.removesuffix(".text"): each.claim_ids for each in index.statements}
    cites |= {f"claims[{number}]": (claim.id,) for number, claim in enumerate(briefing.claims)}
    found: defaultdict[str, set[int]] = defaultdict(set)
    for finding in findings:
        ids = next((ids for where, ids in cites.items() if finding.where.startswith(where)), None)
        if ids is None:
            return {}
        for piece in index.evidence(ids):
            article = index.articles.get(piece.article_id)
            if article is None:
                return {}
            found[article.id].update(sentence.id for sentence in article.touched(piece.span))
    return {article_id: frozenset(numbers) for article_id, numbers in found.items()}
