"""The second gate for what a large model wrote: its own wordings, judged many to a call after all articles are read."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from conspectus.entailment import MOST_AT_ONCE, Entailment, Statement, support_many
from conspectus.errors import EndpointError
from conspectus.model.article import Article
from conspectus.model.evidence import Claim, Verification
from conspectus.model.ledger import LedgerEntry
from conspectus.model.summary import ArticleSummary
from conspectus.tasks import gathered

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

JUDGED_TOGETHER = 20
"""Articles, neighbours all, whose summaries are judged in calls of their own."""

_log = logging.getLogger(__name__)


async def judged(
    summaries: Sequence[ArticleSummary], articles: Sequence[Article], model: LanguageModel | None
) -> list[ArticleSummary]:
    """The summaries after the model has judged the claims that are a large model's own wording.

    What it finds supported stands as checked by it too; what it does not gives way to the source's own sentence, with
    the reason in the ledger; what it leaves out stays as it is. Nothing is asked of a small model, which judges each
    wording when it is made. An endpoint that fails costs no claim: then nothing is known.
    """
    if model is None or not model.profile.composes:
        return list(summaries)
    by_id = {article.id: article for article in articles}
    asked = _groups(summaries)
    answers = await gathered([_asked(claims, model) for claims in asked])
    verdicts = {
        claim.id: verdict
        for claims, given in zip(asked, answers, strict=True)
        for claim, verdict in zip(claims, given, strict=True)
    }
    return [_settled(summary, by_id[summary.article_id], verdicts) for summary in summaries]


def calls_to_judge(summaries: Sequence[ArticleSummary]) -> int:
    """How many calls `judged` makes of a large model, as long as its window holds each."""
    return sum(math.ceil(len(claims) / MOST_AT_ONCE) for claims in _groups(summaries))


def calls_foreseen(parts: Sequence[tuple[int, Sequence[ArticleSummary]]]) -> int:
    """How many calls judging will make, of parts of so many articles with the summaries that each has so far.

    Those that are missing are taken to have as many wordings of the model's own as the others have on average.
    """
    own = [sum(len(_own_words(summary)) for summary in known) for _, known in parts]
    average = sum(own) / max(1, sum(len(known) for _, known in parts))
    return sum(
        math.ceil((found + average * (size - len(known))) / MOST_AT_ONCE)
        for found, (size, known) in zip(own, parts, strict=True)
    )


def stands(summary: ArticleSummary, model: LanguageModel | None) -> bool:
    """True where `judged` has nothing to ask about the summary."""
    return model is None or not model.profile.composes or not _own_words(summary)


def _groups(summaries: Sequence[ArticleSummary]) -> list[list[Claim]]:
    groups = (summaries[at : at + JUDGED_TOGETHER] for at in range(0, len(summaries), JUDGED_TOGETHER))
    return [[claim for summary in group for claim in _own_words(summary)] for group in groups]


def _own_words(summary: ArticleSummary) -> list[Claim]:
    return [claim for claim in summary.claims if claim.verified is Verification.MECHANICAL]


async def _asked(claims: Sequence[Claim], model: LanguageModel) -> list[Entailment]:
    # Summaries are there by now, and with them the first gate; whoever asks for them does not wait for it.
    from conspectus.verification.citing import worded  # noqa: PLC0415 - as said

    statements = [
        Statement(worded(claim.text, claim.attributed_to), tuple(piece.quote for piece in claim.evidence))
        for claim in claims
    ]
    try:
        return await support_many(statements, model)
    except EndpointError as error:
        _log.warning("the second gate was not asked: %s", error)
        return [Entailment(score=None, probability=None) for _ in claims]


def _settled(summary: ArticleSummary, article: Article, verdicts: Mapping[str, Entailment]) -> ArticleSummary:
    """The summary with what the verdicts make of its claims."""
    from conspectus.summarise.admit import in_the_sources_words  # noqa: PLC0415 - as in `_asked`
    from conspectus.summarise.overview import carried, overview, placed  # noqa: PLC0415 - as there

    asked = [verdicts[claim.id] for claim in _own_words(summary)]
    usage = sum((verdict.usage for verdict in asked), summary.usage)
    now: dict[str, Claim] = {}
    entries: list[LedgerEntry] = []
    for claim in summary.claims:
        verdict = verdicts.get(claim.id)
        if verdict is None or verdict.score is None:
            now[claim.id] = claim
        elif verdict.supported:
            passed = {"verified": Verification.ENTAILMENT, "score": verdict.score}
            now[claim.id] = claim.model_copy(update=passed)
        else:
            objection = f": {verdict.objection}" if verdict.objection else ""
            now[claim.id], entry = in_the_sources_words(
                claim, article, f"the model does not find it said{objection}"
            )
            entries.append(entry)
    claims = tuple({claim.id: claim for claim in now.values()}.values())
    if not entries:
        return summary.model_copy(update={"claims": claims, "usage": usage})
    gist = " ".join(part.text for part in summary.gist)
    headline = summary.headline.text if summary.headline else None
    # A summary that is not read alone has none of these.
    head, parts, _ = overview(article, claims, headline=headline, gist=gist) if gist else (None, (), ())
    told = carried if gist else placed
    return summary.model_copy(
        update={
            "headline": head,
            "gist": parts,
            "events": tuple(
                told(event, [now[each] for each in event.claim_ids if each in now], article)
                for event in summary.events
            ),
            "claims": claims,
            "ledger": (*summary.ledger, *entries),
            "usage": usage,
        }
    )
