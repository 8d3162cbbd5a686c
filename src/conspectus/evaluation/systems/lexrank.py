"""LexRank (Erkan and Radev 2004) over all articles' sentences, as sumy has it; words are our own content words."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from conspectus.errors import UsageError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.equal import leading, words_allowed
from conspectus.evaluation.systems.lead import candidates
from conspectus.evaluation.systems.system import Run
from conspectus.text.facts.words import content_words


class _Words:
    """What sumy calls a tokenizer; with it, no data of nltk's is needed."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The sentence's words."""
        return tuple(content_words(sentence))


class Ranked(Protocol):
    """A sentence as sumy has it, those that are more central before the others."""

    @property
    def sentence(self) -> object:
        """What its words can be had of, by `str`."""


def installed() -> bool:
    """True where sumy and numpy are there, which only the evaluation needs."""
    return all(find_spec(name) is not None for name in ("sumy", "numpy"))


async def lexrank(case: LoadedCase, run: Run) -> Output:
    """The most central sentences, each citing itself, in as many words as Conspectus has without a model.

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
    for article in case.by_id.values():
        for each in candidates(article):
            if content_words(each.text):
                said.setdefault(each.text, each)
    allowed = await words_allowed(case)

    def as_many(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
        return ranked[: leading((str(each.sentence) for each in ranked), allowed)]

    document = ObjectDocumentModel([Paragraph([Sentence(text, _Words()) for text in said])])
    chosen = LexRankSummarizer()(document, as_many)
    return Output(system="lexrank", case=case.id, sentences=tuple(said[str(sentence)] for sentence in chosen))
