"""What was left out of a briefing, arranged for reading: the ledger by reason, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.model.article import Article
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.render.wording import ENGLISH, Wording

# More lines than this under one reason are folded to a count; the JSON has them all.
DETAILS_SHOWN = 6


@dataclass(frozen=True)
class LeftOut:
    """What was left out for one reason; `folded`, in words, says how many more details are not listed."""

    reason: str
    amount: str
    details: tuple[str, ...]
    folded: str | None


def left_out(
    ledger: Sequence[LedgerEntry],
    articles: Mapping[str, Article],
    shown: int = DETAILS_SHOWN,
    say: Wording = ENGLISH,
) -> Iterator[LeftOut]:
    """The ledger by reason: how much, and the first `shown` details in words."""
    # What a reader may miss comes first, what no reader would last.
    for reason in sorted(Reason, key=lambda each: each is Reason.BOILERPLATE):
        entries = [entry for entry in ledger if entry.reason is reason]
        if not entries:
            continue
        details = list(dict.fromkeys(_detail(entry, articles, say) for entry in entries))
        yield LeftOut(
            reason=say(f"reason.{reason.value}"),
            amount=_amount(entries, say),
            details=tuple(details[:shown]),
            folded=say.count(len(details) - shown, "more") if len(details) > shown else None,
        )


def _amount(entries: Sequence[LedgerEntry], say: Wording) -> str:
    amounts = {
        "article": sum(entry.subject is Subject.ARTICLE for entry in entries),
        "claim": sum(entry.subject is Subject.CLAIM for entry in entries),
        "sentence": sum(len(e.sentence_ids) for e in entries if e.subject is Subject.SENTENCES),
    }
    return ", ".join(say.count(number, noun) for noun, number in amounts.items() if number)


def _detail(entry: LedgerEntry, articles: Mapping[str, Article], say: Wording) -> str:
    if entry.reason is Reason.DUPLICATE:
        # Copies share an article's id, and say themselves which they are.
        return _why(entry, say)
    article = articles.get(entry.article_id)
    place = article.name if article else entry.article_id
    if entry.sentence_ids:
        key = "sentence_numbers" if len(entry.sentence_ids) == 1 else "sentences_numbers"
        place = say(key, place=place, numbers=say.numbers(entry.sentence_ids))
    if not entry.text:
        # An error says itself where it happened.
        called = article.path if article and article.path else place
        return f"{place}: {_why(entry, say).removeprefix(f'{called}: ')}"
    # Of a claim that only lacked room or news, the heading has said all that there is to say.
    detail = "" if entry.reason in {Reason.OVER_BUDGET, Reason.REPEATED} else f"{_why(entry, say)} "
    return f"{place}: {detail}{say.quoted(entry.text)}"


def _why(entry: LedgerEntry, say: Wording) -> str:
    """The entry's own detail; of what is on a page besides the article, the sort of it."""
    key = f"junk.{entry.detail.replace(' ', '_')}"
    return say(key) if say.has(key) else say.told(entry.detail)
