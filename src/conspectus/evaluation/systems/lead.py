"""The first sentences of each article: what any summary has to beat."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.system import Run
from conspectus.verification.grounding import sentence_evidence

SENTENCES = 3
"""Sentences of each article, as in the usual lead-3 baseline (Nallapati et al. 2017)."""


async def lead(case: LoadedCase, run: Run) -> Output:
    """The first three sentences of each article's body, each citing itself; a sentence that is a copy stands once."""
    said: dict[str, Said] = {}
    for article in case.by_id.values():
        for sentence in article.body[:SENTENCES]:
            text = " ".join(article.sentence_text(sentence).split())
            evidence = sentence_evidence(article, [sentence.id])
            if text and evidence:
                said.setdefault(text, Said(text=text, evidence=evidence))
    return Output(system="lead", case=case.id, sentences=tuple(said.values()))
