"""LexRank (Erkan and Radev 2004) over all articles' sentences, as sumy has it; words are our own content words."""

from __future__ import annotations

from importlib.util import find_spec

from conspectus.errors import UsageError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.lead import SENTENCES
from conspectus.evaluation.systems.system import Run
from conspectus.text.facts.words import content_words
from conspectus.verification.grounding import sentence_evidence


class _Words:
    """What sumy calls a tokenizer; with it, no data of nltk's is needed."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The sentence's words."""
        return tuple(content_words(sentence))


def installed() -> bool:
    """True where sumy and numpy are there, which only the evaluation needs."""
    return all(find_spec(name) is not None for name in ("sumy", "numpy"))


async def lexrank(case: LoadedCase, run: Run) -> Output:
    """The most central sentences, as many as the lead baseline has, each citing itself.

    Raises UsageError where sumy is not installed.
    """
    if not installed():
        raise UsageError(
            "LexRank needs sumy and numpy",
            where="lexrank",
            hint="pip install sumy numpy, or choose --systems",
        )
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415 - not always there
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415 - as above

    said: dict[str, Said] = {}
    count = 0
    for article in case.by_id.values():
        count += min(SENTENCES, len(article.body))
        for sentence in article.body:
            text = " ".join(article.sentence_text(sentence).split())
            evidence = sentence_evidence(article, [sentence.id])
            if evidence and content_words(text):
                said.setdefault(text, Said(text=text, evidence=evidence))
    document = ObjectDocumentModel([Paragraph([Sentence(text, _Words()) for text in said])])
    chosen = LexRankSummarizer()(document, count)
    return Output(system="lexrank", case=case.id, sentences=tuple(said[str(sentence)] for sentence in chosen))
