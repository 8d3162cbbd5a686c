"""Drafts become claims here, or ledger entries: nothing a model wrote passes unexamined.

A draft that fails is narrowed step by step: the same words with wider evidence, then the source's own
sentence, then the ledger. Each step is honest on its own; none is silent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from conspectus.model.article import Article, Role, Sentence
from conspectus.model.evidence import Claim, ClaimKind, Evidence, Verification, claim_id
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.summarise.drafts import ClaimDraft
from conspectus.text.facts.words import content_words
from conspectus.text.lines import one_line
from conspectus.text.normalise import fold
from conspectus.verification.citing import worded
from conspectus.verification.faithfulness import Verdict, examine
from conspectus.verification.grounding import Grounding, ground, sentence_evidence

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")


_ITEM = re.compile(r"^[-*+•‣◦▪●]\s+(?=\S)")
_LABEL = re.compile(r"^\s*S\d{1,4}:\s+")


class Admission(NamedTuple):
    """What became of one draft: a claim or none, and what the ledger has to say."""

    claim: Claim | None
    ledger: tuple[LedgerEntry, ...] = ()


def without_markup(text: str) -> str:
    """The text without the mark of a list item and Markdown's links and emphasis: what a reader of the page sees."""
    text = _ITEM.sub("", text)
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))


def make_claim(
    text: str,
    evidence: Sequence[Evidence],
    *,
    verified: Verification,
    kind: ClaimKind = ClaimKind.FACT,
    attributed_to: str | None = None,
    score: float | None = None,
) -> Claim:
    """A claim whose id follows from its content, so that the same claim has the same id in every run."""
    return Claim(
        id=claim_id(text, attributed_to, evidence),
        text=text,
        kind=kind,
        attributed_to=attributed_to,
        evidence=tuple(evidence),
        verified=verified,
        score=score,
    )


def quoted_claim(article: Article, sentences: Sequence[Sentence], kind: ClaimKind) -> Claim:
    """The article's own sentences, neighbours all, as a claim; markup is left out where that passes the gate."""
    evidence = sentence_evidence(article, [sentence.id for sentence in sentences])
    if len(evidence) > 1:
        # Neighbours are one quotation: their words stand together in one place of the article.
        evidence = (_joined(article, evidence),)
    text = one_line(evidence[0].quote)
    plain = without_markup(text)
    if (
        plain != text
        and examine(plain, [piece.quote for piece in evidence], published=article.published).supported
    ):
        return make_claim(plain, evidence, verified=Verification.MECHANICAL, kind=kind)
    return make_claim(text, evidence, verified=Verification.QUOTED, kind=kind)


def _joined(article: Article, evidence: Sequence[Evidence]) -> Evidence:
    start, end = evidence[0].start, evidence[-1].end
    return Evidence(article_id=article.id, start=start, end=end, quote=article.text[start:end])


class Examined:
    """What grounding and the gate say of an article's drafts, each asked once: for a re-ask and to admit it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        # The drafts are kept, so that no other can take the place of one in memory.
        self._grounded: dict[int, tuple[ClaimDraft, Grounding]] = {}
        self._verdicts: dict[tuple[int, tuple[Evidence, ...]], Verdict] = {}

    def grounding(self, draft: ClaimDraft) -> Grounding:
        """Where the draft's quote stands in the article, or why nowhere."""
        if id(draft) not in self._grounded:
            found = ground(_unlabelled(draft.quote), self.article, draft.sentence_ids)
            self._grounded[id(draft)] = draft, found
        return self._grounded[id(draft)][1]

    def verdict(self, draft: ClaimDraft, evidence: tuple[Evidence, ...]) -> Verdict:
        """What the gate says of the draft against this evidence; it was grounded before."""
        key = id(draft), evidence
        if key not in self._verdicts:
            self._verdicts[key] = _verdict(draft, self.article, evidence)
        return self._verdicts[key]


def complaints(drafts: Sequence[ClaimDraft], article: Article, examined: Examined | None = None) -> list[str]:
    """What is wrong with a model's claims, each in a sentence that the model can act on."""
    examined = examined or Examined(article)
    found = []
    for index, draft in enumerate(drafts):
        if not draft.text.strip():
            found.append(f"claims[{index}].text: The statement is empty.")
            continue
        grounding = examined.grounding(draft)
        if grounding.evidence is None:
            found.append(f"claims[{index}].quote: {grounding.complaint}")
            continue
        verdict = examined.verdict(draft, _widened(draft, grounding.evidence, article))
        found += [f"claims[{index}].text: {reason.message}" for reason in verdict.reasons]
    return found


def admit(draft: ClaimDraft, article: Article, examined: Examined | None = None) -> Admission:
    """The draft as a verified claim, the source's sentence in its place, or neither; and why."""
    examined = examined or Examined(article)
    grounding = examined.grounding(draft)
    if grounding.evidence is None:
        detail = grounding.complaint or "its quote is not in the article"
        return Admission(None, (_unsupported(draft, article, detail),))
    if not draft.text.strip():
        return Admission(None, (_unsupported(draft, article, "the model's statement is empty"),))
    text = one_line(draft.text)
    for evidence in ((grounding.evidence,), _widened(draft, grounding.evidence, article)):
        verdict = examined.verdict(draft, evidence)
        if verdict.supported:
            verbatim = any(fold(text).text in fold(piece.quote).text for piece in evidence)
            verified = Verification.QUOTED if verbatim else Verification.MECHANICAL
            return Admission(
                make_claim(
                    text,
                    evidence,
                    verified=verified,
                    kind=draft.kind,
                    attributed_to=draft.attributed_to,
                )
            )
    sentences = _touched(grounding.evidence, article)
    entry = _unsupported(
        draft, article, f"replaced by the source's own words: {_reasons(verdict)}", sentences=sentences
    )
    return Admission(quoted_claim(article, sentences, draft.kind), (entry,))


def in_the_sources_words(claim: Claim, article: Article, detail: str) -> tuple[Claim, LedgerEntry]:
    """What stands for a claim that does not hold: the sentences of its best evidence as they are, and the entry why."""
    wanted = set(content_words(claim.text))
    best = max(claim.evidence, key=lambda piece: len(wanted.intersection(content_words(piece.quote))))
    sentences = _touched(best, article)
    entry = LedgerEntry(
        subject=Subject.CLAIM,
        reason=Reason.UNSUPPORTED,
        article_id=article.id,
        detail=f"replaced by the source's own words: {detail}",
        sentence_ids=tuple(sentence.id for sentence in sentences),
        text=claim.text,
    )
    return quoted_claim(article, sentences, claim.kind), entry


def _verdict(draft: ClaimDraft, article: Article, evidence: Sequence[Evidence]) -> Verdict:
    text, quotes = one_line(draft.text), [piece.quote for piece in evidence]
    context = [article.sentence_text(sentence) for piece in evidence for sentence in _touched(piece, article)]
    verdict = examine(
        text, quotes, published=article.published, attributed_to=draft.attributed_to, context=context
    )
    if not verdict.supported:
        return verdict
    # A reader is shown the quotes alone: what only their surroundings say, they can't carry.
    return examine(worded(text, draft.attributed_to), quotes, published=article.published)


def _touched(evidence: Evidence, article: Article) -> list[Sentence]:
    span = evidence.span
    return [
        sentence
        for sentence in article.sentences
        if sentence.role is Role.BODY and sentence.span.overlaps(span)
    ]


def _widened(draft: ClaimDraft, evidence: Evidence, article: Article) -> tuple[Evidence, ...]:
    # The sentences that the model named count too, but never more than a few: a claim that needs half
    # the article as its evidence is not atomic.
    numbers = [sentence.id for sentence in _touched(evidence, article)]
    numbers += [number for number in draft.sentence_ids if number not in numbers][:2]
    return sentence_evidence(article, sorted(numbers))


def _reasons(verdict: Verdict) -> str:
    return "; ".join(reason.message for reason in verdict.reasons)


def _unlabelled(quote: str) -> str:
    # The number before a sentence is the prompt's, not the article's; models copy it along.
    return _LABEL.sub("", quote)


def _unsupported(
    draft: ClaimDraft, article: Article, detail: str, *, sentences: Sequence[Sentence] = ()
) -> LedgerEntry:
    return LedgerEntry(
        subject=Subject.CLAIM,
        reason=Reason.UNSUPPORTED,
        article_id=article.id,
        detail=detail,
        sentence_ids=tuple(sentence.id for sentence in sentences),
        text=draft.text or None,
    )
