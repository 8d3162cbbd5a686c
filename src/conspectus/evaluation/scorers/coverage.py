"""Whether a reader learns what matters: the share of nuggets that the output cites and says."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import covers
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, excerpt, share


def vital(case: LoadedCase, output: Output) -> Score:
    """The share of vital nuggets for which a sentence cites an anchor and has half of its words.

    After the nuggets of TREC's question answering track (Voorhees 2003), with the match made by citation.
    """
    return _covered(case, output, {"vital"}, "vital nuggets")


def every(case: LoadedCase, output: Output) -> Score:
    """The share of all nuggets, vital and okay, for which a sentence cites an anchor and has half of its words."""
    return _covered(case, output, {"vital", "okay"}, "nuggets")


def _covered(case: LoadedCase, output: Output, importance: set[str], what: str) -> Score:
    wanted = [nugget for nugget in case.case.nuggets if nugget.importance in importance]
    missed = [nugget for nugget in wanted if not any(covers(said, nugget, case) for said in output.distinct)]
    details = [f"missed {nugget.id}: {excerpt(nugget.text)}" for nugget in missed]
    return share(len(wanted) - len(missed), len(wanted), what, details)


VITAL = Scorer("coverage_vital", "coverage, vital", "higher", "share", vital)
ALL = Scorer("coverage", "coverage, all", "higher", "share", every)
