"""Whether what is said is anywhere in the articles, whatever is cited for it."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import carried, whole_sentences
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share


def faithfulness(case: LoadedCase, output: Output) -> Score:
    """The share of sentences that pass the mechanical gate for what they cite or for the best evidence of any article.

    The best evidence is what `conspectus check` would find. So a sentence that is right and cites the wrong place is
    faithful, and loses on citation recall.
    """
    sentences = output.distinct
    if not sentences:
        return absent("there are no sentences")
    false = [said for said in sentences if not _faithful(said, case)]
    details = [f"not in the articles: {excerpt(said.text)}" for said in false]
    return share(len(sentences) - len(false), len(sentences), "sentences", details)


def _faithful(said: Said, case: LoadedCase) -> bool:
    if carried(said.text, said.evidence, case):
        return True
    found = case.index.search(said.text)
    # Where nothing is close, no sentence of the articles is about this.
    return any(carried(said.text, whole_sentences(one), case) for one in found if found[0].close)


FAITHFULNESS = Scorer("faithfulness", "faithfulness, mechanical", "higher", "share", faithfulness)
