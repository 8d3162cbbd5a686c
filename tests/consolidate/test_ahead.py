"""What is worked out before the summaries are there."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.consolidate import compared, ground_of, read_ahead
from conspectus.consolidate.agreement import weighing
from conspectus.consolidate.agreement.carrying import questions, says
from conspectus.consolidate.agreement.weighing import weigh
from conspectus.model.evidence import Claim, Verification
from conspectus.summarise.admit import make_claim
from tests.support.articles import said, written

SENTENCES = (
    "The quarry at Tolsby flooded on Tuesday after the pumps had failed.",
    "Water filled the quarry at Tolsby on Tuesday, said the owner.",
)
SAME = "On Tuesday the quarry at Tolsby flooded after the pumps had failed."


def test_what_was_read_ahead_is_not_read_again() -> None:
    """Weighing the articles' own sentences asks nothing of a text that is not known."""
    articles = [written(text, outlet=f"Paper {text[:5]}", day="2025-03-12") for text in SENTENCES]
    claims = [said(article, text) for article, text in zip(articles, SENTENCES, strict=True)]
    read_ahead(articles)
    before = questions.cache_info().misses
    weigh(claims, {article.id: article.id for article in articles}, {})
    assert questions.cache_info().misses == before


def test_what_was_compared_ahead_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The claims are weighed as they would be, and only those are compared that were not there before."""
    articles = [written(text, outlet=f"Paper {text[:5]}", day="2025-03-12") for text in (*SENTENCES, SAME)]
    ground = compared(articles, ground_of(articles))
    claims = [claim for each in articles for claim in ground.sentences[each.id].values()]
    own = make_claim("The quarry was flooded.", claims[0].evidence, verified=Verification.MECHANICAL)
    origins = {article.id: article.id for article in articles}
    published = {article.id: article.published for article in articles}
    asked_about: list[str] = []

    def asked(claim: Claim, *given: Any, **more: Any) -> bool:
        asked_about.append(claim.text)
        return says(claim, *given, **more)

    monkeypatch.setattr(weighing, "says", asked)
    known = weigh([own, *claims], origins, published, ground.ahead)
    assert own.text in asked_about
    assert known == weigh([own, *claims], origins, published)
    assert any(len(item.origins) > 1 for item in known[0])
    asked_about.clear()
    weigh(claims, origins, published, ground.ahead)
    assert not asked_about
