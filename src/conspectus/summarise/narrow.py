"""A small model's part: code selects the sentences, the model shortens and checks one at a time.

With no model at all the selected sentences stand as they are: the floor that a model must beat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from conspectus.entailment import entailment
from conspectus.errors import AnswerError, OverBudgetError, TruncatedAnswerError
from conspectus.model.article import Article, Sentence
from conspectus.model.evidence import Claim, ClaimKind, Verification
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.model.summary import ArticleSummary
from conspectus.model.usage import Usage
from conspectus.prompts import fence, load
from conspectus.summarise.admit import Admission, make_claim, quoted_claim
from conspectus.summarise.drafts import ShortenedDraft
from conspectus.summarise.overview import overview
from conspectus.summarise.select import select
from conspectus.tasks import aside, gathered
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.text.lines import one_line
from conspectus.text.normalise import fold
from conspectus.verification.faithfulness import examine

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_SHORT = 16
_SEGMENT = re.compile(r"[,;:()]\s| [–—-] ")
_QUOTATION = re.compile(r"[“\"][^”\"]{20,}[”\"]")
_CAUSE = re.compile(r"\b(?:because|due to|owing to|as a result|caused by|led to|blamed|thanks to)\b", re.I)
# Not "May", the month.
_OUTLOOK = re.compile(r"\b(?:(?i:will|would|expects?|expected to|plans? to|forecasts?|is likely to)|may)\b")


async def summarise_narrowly(
    article: Article, model: LanguageModel | None, *, entail: bool = True, alone: bool = True
) -> ArticleSummary:
    """The article's selected sentences as claims, shortened by the model where that passes the gates.

    Without `entail` the mechanical gate decides alone; `alone` is as for `summarise`. Raises ModelError where the
    endpoint gives no answers at all; one unusable answer costs one rewrite.
    """
    # Hundreds of articles are read in turn, so that a run can be stopped between them.
    chosen = await aside(partial(select, article))
    results = await gathered([_claim(article, sentence, model, entail) for sentence in chosen])
    claims = tuple(admission.claim for admission, _ in results if admission.claim is not None)
    headline, gist, events = overview(article, claims) if alone else (None, (), ())
    return ArticleSummary(
        article_id=article.id,
        headline=headline,
        gist=gist,
        events=events,
        claims=claims,
        ledger=tuple(entry for admission, _ in results for entry in admission.ledger),
        usage=sum((usage for _, usage in results), Usage()),
    )


def quoted(article: Article) -> tuple[Claim, ...]:
    """The article's selected sentences as they stand, each a claim."""
    texts = ((sentence, one_line(article.sentence_text(sentence))) for sentence in select(article))
    return tuple(quoted_claim(article, [sentence], _kind(text)) for sentence, text in texts)


async def _claim(
    article: Article, sentence: Sentence, model: LanguageModel | None, entail: bool
) -> tuple[Admission, Usage]:
    text = one_line(article.sentence_text(sentence))
    source = quoted_claim(article, [sentence], _kind(text))
    if model is None or len(text.split()) <= _SHORT or _QUOTATION.search(text):
        return Admission(source), Usage()
    try:
        answer = await model.ask(
            load("shorten").render(sentence=fence(text, "sentence")),
            ShortenedDraft,
            max_output_tokens=64 + 2 * len(text) // 3,
            gate=lambda draft: _objections(draft.sentence, source, article),
        )
    except AnswerError as error:
        reason = _reason(error)
        return Admission(source, (_rejected(article, sentence, error.message, reason),)), Usage()
    draft = one_line(answer.value.sentence)
    if answer.complaints:
        entry = _rejected(article, sentence, "; ".join(answer.complaints), text=draft)
        return Admission(source, (entry,)), answer.usage
    if fold(draft).text == fold(text).text:
        return Admission(source), answer.usage
    if not entail:
        claim = make_claim(draft, source.evidence, verified=Verification.MECHANICAL, kind=source.kind)
        return Admission(claim), answer.usage
    judged = await entailment(draft, [text], model)
    usage = answer.usage + judged.usage
    if judged.score is not None and not judged.supported:
        detail = f"the model finds it {judged.score:.0%} supported by the sentence"
        return Admission(source, (_rejected(article, sentence, detail, text=draft),)), usage
    verified = Verification.MECHANICAL if judged.score is None else Verification.ENTAILMENT
    claim = make_claim(draft, source.evidence, verified=verified, kind=source.kind, score=judged.score)
    return Admission(claim), usage


def _reason(error: AnswerError) -> Reason:
    match error:
        case TruncatedAnswerError():
            return Reason.TRUNCATED
        case OverBudgetError():
            return Reason.OVER_BUDGET
        case _:
            return Reason.FAILED


def _objections(draft: str, source: Claim, article: Article) -> Sequence[str]:
    """Why a shortened sentence can't stand for its source, worded for the model."""
    text = one_line(draft)
    if not text.endswith((".", "!", "”", '"', "’")):
        return ["The sentence is cut off: write it to its end, with a full stop."]
    if len(text) > len(source.text):
        return ["The sentence became longer: only leave words out."]
    evidence = [piece.quote for piece in source.evidence]
    verdict = examine(text, evidence, published=article.published)
    return [reason.message for reason in verdict.reasons] or _moved(text, source.text)


def _moved(text: str, source: str) -> list[str]:
    """Complaints about amounts that shortening put behind another word than the source has before them.

    Leaving a verb out can make what another verb says of one thing true of the amount: of "a notice that she
    has seen lists 40 posts" there may remain "she has seen 40 posts".
    """
    found = []
    for quantity in quantities(text):
        before = content_words(_SEGMENT.split(text[: quantity.span.start])[-1])
        homes = [set(content_words(part)) for part in _SEGMENT.split(source) if quantity.text in part]
        if before and homes and not any(before[-1] in home for home in homes):
            found.append(
                f"“{quantity.text}” now stands with other words than in the original: keep its verb."
            )
    return found


def _kind(text: str) -> ClaimKind:
    if _QUOTATION.search(text):
        return ClaimKind.QUOTE
    if _CAUSE.search(text):
        return ClaimKind.CAUSE
    if _OUTLOOK.search(text):
        return ClaimKind.OUTLOOK
    return ClaimKind.FIGURE if quantities(text) else ClaimKind.FACT


def _rejected(
    article: Article,
    sentence: Sentence,
    detail: str,
    reason: Reason = Reason.UNSUPPORTED,
    text: str | None = None,
) -> LedgerEntry:
    return LedgerEntry(
        subject=Subject.CLAIM,
        reason=reason,
        article_id=article.id,
        detail=f"replaced by the source's own words: {detail}",
        sentence_ids=(sentence.id,),
        text=text,
    )
