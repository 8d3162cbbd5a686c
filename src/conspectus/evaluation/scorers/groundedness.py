"""Whether quotes are quotes."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import grounded
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share


def groundedness(case: LoadedCase, output: Output) -> Score:
    """The share of distinct quotes that stand in their article at the offsets given, typography aside."""
    pieces = list(dict.fromkeys(piece for said in output.sentences for piece in said.evidence))
    if not pieces:
        return absent("nothing is quoted")
    wrong = [piece for piece in pieces if not grounded(piece, case)]
    details = [f"not in {piece.article_id} there: {excerpt(piece.quote)}" for piece in wrong]
    return share(len(pieces) - len(wrong), len(pieces), "quotes", details)


GROUNDEDNESS = Scorer("groundedness", "groundedness", "higher", "share", groundedness)
