"""Whether what is cited bears out what is said (after ALCE: Gao et al. 2023), judged by the mechanical gate."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import carried
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share
from conspectus.model.evidence import Evidence

_CITES_NOTHING = "no sentence cites anything"


def recall(case: LoadedCase, output: Output) -> Score:
    """The share of sentences whose cited evidence, all of it together, passes the mechanical gate for the sentence.

    A sentence that cites nothing fails.
    """
    sentences = output.distinct
    if not sentences:
        return absent("there are no sentences")
    failed = [said for said in sentences if not carried(said.text, said.evidence, case)]
    details = [f"not borne out by what it cites: {excerpt(said.text)}" for said in failed]
    return share(len(sentences) - len(failed), len(sentences), "sentences", details)


def precision(case: LoadedCase, output: Output) -> Score:
    """The share of citations that their sentence needs: each passes the gate alone, or the others don't without it.

    A citation is one piece of evidence of one sentence. Those of a sentence that all of its evidence together does not
    bear out are all wrong.
    """
    wrong, count = [], 0
    for said in output.distinct:
        count += len(said.evidence)
        whole = carried(said.text, said.evidence, case)
        wrong += [piece for piece in said.evidence if not (whole and _needed(said, piece, case))]
    if not count:
        return absent(_CITES_NOTHING)
    details = [f"cited for nothing: {excerpt(piece.quote)}" for piece in wrong]
    return share(count - len(wrong), count, "citations", details)


def _needed(said: Said, piece: Evidence, case: LoadedCase) -> bool:
    others = [other for other in said.evidence if other != piece]
    return carried(said.text, [piece], case) or not carried(said.text, others, case)


RECALL = Scorer("citation_recall", "citation recall", "higher", "share", recall)
PRECISION = Scorer("citation_precision", "citation precision", "higher", "share", precision)
