"""What notices of correction take back, where they say it in a clause: "our report said that the mill belongs to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.consolidate.conflicts.told.retractions import THAT, is_notice
from conspectus.model.article import Article, Sentence
from conspectus.model.evidence import Evidence
from conspectus.verification.faithfulness import examine
from conspectus.verification.grounding import sentence_evidence
from conspectus.verification.support import Support, SupportVerdict
from conspectus.verification.verdict import Mismatch, MismatchKind

# The share of a claim's words that what was taken back has.
_ALL_BUT_ALL = 0.8


@dataclass(frozen=True)
class TakenBack:
    """What an outlet said and says no more, and the sentences that say so: the notice, and what is right instead."""

    words: str
    article: Article
    sentences: tuple[Sentence, ...]

    def against(self, claim: str) -> tuple[Support, tuple[Evidence, ...]] | None:
        """What there is against a claim that says so, None where the claim says something else."""
        verdict = examine(claim, [self.words], published=self.article.published)
        if not verdict.supported or verdict.carried < _ALL_BUT_ALL:
            return None
        said = " ".join(self.article.sentence_text(sentence) for sentence in self.sentences)
        message = f"The outlet that reported this has taken it back: “{' '.join(said.split())}”"
        reason = Mismatch(kind=MismatchKind.CONTENT, in_claim=claim, in_evidence=said, message=message)
        support = Support(verdict=SupportVerdict.CONTRADICTED, score=0.0, reasons=(reason,))
        return support, sentence_evidence(self.article, [sentence.id for sentence in self.sentences])


def taken_back(articles: Sequence[Article]) -> Iterator[TakenBack]:
    """Every clause that a notice gives as what its outlet had reported, where a sentence follows that puts it right."""
    for article in articles:
        for notice, right in pairwise(article.body):
            text = article.sentence_text(notice)
            parts = THAT.split(text, maxsplit=1)
            if len(parts) == 2 and is_notice(text):
                yield TakenBack(parts[1].strip(), article, (notice, right))
