"""Promise 4: every article, sentence and claim is in the briefing or in its ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from conspectus.model.briefing import BriefedArticle, Status
from conspectus.model.ledger import Subject
from conspectus.verification.audit.finding import Finding
from conspectus.verification.audit.index import Index

_ENTER = "cite it, or enter it in the ledger with the reason"


def ledger(index: Index) -> Iterator[Finding]:
    """What was lost without a word, and ledger entries about things that are not there."""
    entries = index.briefing.ledger
    listed: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        listed[entry.article_id].update(entry.sentence_ids)
    left = {entry.article_id for entry in entries if entry.subject is Subject.ARTICLE}
    for number, article in enumerate(index.briefing.articles):
        if article.status is not Status.USED and article.id not in left:
            message = f"{article.name} is {article.status.value}, and the ledger does not say why"
            yield _finding(f"articles[{number}]", message)
        if article.status is Status.USED:
            yield from _sentences(index, article, listed[article.id], f"articles[{number}]")
    named = {entry.claim_id for entry in entries}
    for number, claim in enumerate(index.briefing.claims):
        if claim.id not in index.cited and claim.id not in named:
            message = f"«{claim.text}» is cited nowhere, and the ledger does not say why"
            yield _finding(f"claims[{number}]", message)
    yield from _entries(index)


def _sentences(index: Index, article: BriefedArticle, listed: set[int], where: str) -> Iterator[Finding]:
    spans = index.spans.get(article.id, ())
    for number, sentence in enumerate(article.sentences):
        if sentence.id not in listed and not any(span.overlaps(sentence.span) for span in spans):
            words = article.sentence_text(sentence)
            message = f"no claim rests on «{words}», and the ledger does not say why"
            yield _finding(f"{where}.sentences[{number}]", message)
    yield from _unnumbered(article, where)


def _unnumbered(article: BriefedArticle, where: str) -> Iterator[Finding]:
    """Text that is in no sentence: a sentence taken out of the file could not be missed otherwise."""
    done = 0
    starts_and_ends = [(each.span.start, each.span.end) for each in article.sentences]
    for start, end in [*sorted(starts_and_ends), (len(article.text), len(article.text))]:
        gap = article.text[done:start].strip()
        if gap:
            yield _finding(f"{where}.sentences", f"«{gap}» is in no sentence of {article.name}")
        done = max(done, end)


def _entries(index: Index) -> Iterator[Finding]:
    for number, entry in enumerate(index.briefing.ledger):
        if entry.claim_id is not None and entry.claim_id not in index.claims:
            message = f"the briefing has no claim {entry.claim_id}"
            yield _finding(f"ledger[{number}].claim_id", message)
        article = index.articles.get(entry.article_id)
        if article is None:
            message = f"the briefing has no article {entry.article_id}"
            yield _finding(f"ledger[{number}].article_id", message)
            continue
        for place, each in enumerate(entry.sentence_ids):
            if article.sentence(each) is None:
                message = f"{article.name} has no sentence {each}"
                yield _finding(f"ledger[{number}].sentence_ids[{place}]", message)


def _finding(where: str, message: str) -> Finding:
    return Finding(promise="ledger", where=where, message=message, hint=_ENTER)
