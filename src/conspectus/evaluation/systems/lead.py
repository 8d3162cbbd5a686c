"""The first sentences of each article: what any summary has to beat."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.equal import leading, words_allowed
from conspectus.evaluation.systems.system import Run
from conspectus.model.article import Article
from conspectus.verification.grounding import sentence_evidence


async def lead(case: LoadedCase, run: Run) -> Output:
    """The first sentences of the articles' bodies by turns, each citing itself; one that is a copy stands once.

    The lead baseline (Nallapati et al. 2017) of as many words as Conspectus has without a model.
    """
    by_turns = zip_longest(*(candidates(article) for article in case.by_id.values()))
    said = {each.text: each for turn in by_turns for each in turn if each is not None}
    most = leading(said, await words_allowed(case))
    return Output(system="lead", case=case.id, sentences=tuple(said.values())[:most])


def candidates(article: Article) -> Iterator[Said]:
    """The sentences of the article's body, each citing itself."""
    for sentence in article.body:
        text = " ".join(article.sentence_text(sentence).split())
        if text and (evidence := sentence_evidence(article, [sentence.id])):
            yield Said(text=text, evidence=evidence)
