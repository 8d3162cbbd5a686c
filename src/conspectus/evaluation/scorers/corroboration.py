"""Whether what several origins report is shown as theirs, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.evaluation.cases import Nugget
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import cites, covers
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share

_TOLD = ("lead", "points")


def recall(case: LoadedCase, output: Output) -> Score:
    """The share of nuggets with anchors of two or more origins for which a sentence cites two or more of these.

    Only the lead and the points count. The origins are the gold's, so that two copies of one report are one.
    """
    if not output.sentences:
        return absent("there are no sentences")
    origin_of = _origin_of(case)
    told = [said for said in output.distinct if said.section in _TOLD]
    wanted = [
        nugget
        for nugget in case.case.nuggets
        if len({origin_of[anchor.file] for anchor in nugget.anchors}) > 1
    ]
    missed = [
        nugget
        for nugget in wanted
        if not any(
            len(_vouching(said, nugget, case, origin_of)) > 1 and covers(said, nugget, case) for said in told
        )
    ]
    details = [f"missed {nugget.id}: {excerpt(nugget.text)}" for nugget in missed]
    return share(len(wanted) - len(missed), len(wanted), "nuggets of several origins", details)


def precision(case: LoadedCase, output: Output) -> Score:
    """The share of sentences citing two or more origins in which each of these reports a nugget with another of them.

    Only sentences of the lead and the points that cover a nugget count: of others the gold knows nothing. An anchor
    that the gold forgot makes it lower than it is.
    """
    origin_of = _origin_of(case)
    shared, wrong = 0, []
    for said in output.distinct:
        files = case.files_of([piece.article_id for piece in (*said.evidence, *said.shared)])
        cited = {origin_of[file] for file in files}
        covered = [nugget for nugget in case.case.nuggets if covers(said, nugget, case)]
        if said.section not in _TOLD or len(cited) < 2 or not covered:
            continue
        shared += 1
        together = [_vouching(said, nugget, case, origin_of) for nugget in covered]
        if not cited <= set().union(*(origins for origins in together if len(origins) > 1)):
            wrong.append(f"not all of its origins say it: {excerpt(said.text)}")
    return share(shared - len(wrong), shared, "sentences with several origins", wrong)


def _origin_of(case: LoadedCase) -> dict[str, str]:
    return {file: origin.name for origin in case.case.origins for file in origin.articles}


def _vouching(said: Said, nugget: Nugget, case: LoadedCase, origin_of: Mapping[str, str]) -> set[str]:
    """The origins whose anchors of the nugget the sentence cites."""
    return {
        origin_of[anchor.file]
        for anchor in nugget.anchors
        if cites((*said.evidence, *said.shared), anchor, case)
    }


RECALL = Scorer("agreement_recall", "agreement recall", "higher", "share", recall)
PRECISION = Scorer("agreement_precision", "agreement precision", "higher", "share", precision)
