"""What a large model wrote in its own words is judged once more, many claims in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from conspectus.model.article import Article
from conspectus.model.evidence import Verification
from conspectus.model.ledger import Reason
from conspectus.model.summary import ArticleSummary
from conspectus.summarise import judged, summarise
from conspectus.verification.citing import carries
from tests.support.articles import DAM, written
from tests.support.scripted import (
    ScriptedEndpoint,
    Step,
    fault,
    prompt_of,
    reply,
    scripted_settings,
    truncated,
)

CRACK = "Engineers had found a crack of 14 centimetres in the second pillar."
FARMS = "At least 60 farms below the dam were without water for a week."
OWN = "Engineers found a crack of 14 centimetres."


def draft(text: str, quote: str) -> dict[str, Any]:
    """A claim of an answer."""
    return {"text": text, "kind": "fact", "attributed_to": None, "sentence_ids": [], "quote": quote}


def article_answer(*claims: dict[str, Any], headline: str = "", event: str | None = None) -> Step:
    """The answer about one article."""
    events = [{"what": event, "when": None, "where": None, "who": [], "claims": [0]}] if event else []
    return reply({"claims": claims, "events": events, "headline": headline, "gist": ""})


def verdicts(supported: Sequence[int] = (), **unsupported: str) -> Step:
    """The answer of the second gate; `s2="why"` says that statement 2 does not hold."""
    faults = [{"statement": int(name[1:]), "differs": why} for name, why in unsupported.items()]
    return reply({"unsupported": faults, "supported": list(supported)}, input_tokens=100)


async def gated(
    *steps: Step, articles: Sequence[Article] = (DAM,), alone: bool = True
) -> tuple[list[ArticleSummary], ScriptedEndpoint]:
    """The articles' summaries behind both gates; the script is used up."""
    endpoint = ScriptedEndpoint(steps)
    async with endpoint.model(scripted_settings(attempts=1, concurrency=1)) as model:
        summaries = [await summarise(each, model, max_output_tokens=1000, alone=alone) for each in articles]
        summaries = await judged(summaries, articles, model)
    endpoint.finished()
    return summaries, endpoint


async def test_only_wordings_of_its_own_are_asked_about() -> None:
    """The source's own words need no judge; what passes says so, and its evidence stands before it."""
    (summary,), endpoint = await gated(
        article_answer(draft(OWN, CRACK), draft(FARMS, FARMS)), verdicts(supported=[1])
    )
    assert [claim.verified for claim in summary.claims] == [Verification.ENTAILMENT, Verification.QUOTED]
    assert [claim.score for claim in summary.claims] == [1.0, None]
    asked = prompt_of(endpoint.bodies[1])
    assert asked.index(CRACK) < asked.index(f"Statement 1: {OWN}")
    assert FARMS not in asked
    assert (summary.usage.calls, summary.usage.input_tokens) == (2, 110)


async def test_what_the_model_does_not_find_said_gives_way_to_the_source() -> None:
    """The source's sentence stands, the ledger has the reason, and headline and event rest on what is left."""
    (summary,), _ = await gated(
        article_answer(draft(OWN, CRACK), headline=OWN, event="Crack of 14 centimetres found"),
        verdicts(s1="the text does not say\nwho found it"),
    )
    (claim,) = summary.claims
    assert (claim.text, claim.verified) == (CRACK, Verification.QUOTED)
    (entry,) = summary.ledger
    assert (entry.reason, entry.text) == (Reason.UNSUPPORTED, OWN)
    assert "does not say who found it" in entry.detail
    assert summary.headline is not None
    assert summary.headline.claim_ids == (claim.id,)
    assert [event.claim_ids for event in summary.events] == [(claim.id,)]
    assert carries(claim.evidence, summary.headline.text, {DAM.id: DAM.published})


async def test_what_is_left_of_a_summary_for_a_briefing_is_not_told_either() -> None:
    """Its claims give way as those of any other."""
    (summary,), _ = await gated(
        article_answer(draft(OWN, CRACK), headline=OWN, event="Crack of 14 centimetres found"),
        verdicts(s1="the text does not say who found it"),
        alone=False,
    )
    (claim,) = summary.claims
    assert (claim.text, summary.headline, summary.gist) == (CRACK, None, ())
    assert [(each.what, each.claim_ids) for each in summary.events] == [(CRACK, (claim.id,))]


async def test_an_answer_that_forgets_a_statement_is_asked_for_again() -> None:
    """The complaint names it; what is left out twice is not taken for supported."""
    (summary,), endpoint = await gated(
        article_answer(draft(OWN, CRACK), draft("The pillar had a crack of 14 centimetres.", CRACK)),
        verdicts(supported=[1]),
        verdicts(supported=[1, 7]),
    )
    assert "Statement 2 is in neither list." in prompt_of(endpoint.bodies[2])
    assert [claim.verified for claim in summary.claims] == [Verification.ENTAILMENT, Verification.MECHANICAL]


async def test_a_gate_that_does_not_answer_costs_no_claim() -> None:
    """Neither a cut-off answer nor a dead endpoint takes away what was paid for, and neither counts as a yes."""
    for step in (truncated(), fault(500)):
        (summary,), _ = await gated(article_answer(draft(OWN, CRACK)), step)
        assert [(claim.text, claim.verified) for claim in summary.claims] == [(OWN, Verification.MECHANICAL)]
        assert summary.ledger == ()


async def test_twenty_articles_cost_one_call() -> None:
    """21 articles take two, and each claim gets the verdict on itself."""
    articles = [written(f"The mayor of Place{chr(65 + at)} opened {at + 20} schools on the hill.", name=f"{at}.txt")
                for at in range(21)]  # fmt: skip
    texts = [f"{at + 20} schools were opened by the mayor of Place{chr(65 + at)}." for at in range(21)]
    answers = [
        article_answer(draft(text, article.text)) for text, article in zip(texts, articles, strict=True)
    ]
    summaries, endpoint = await gated(
        *answers,
        verdicts(supported=[n for n in range(1, 21) if n != 7], s7="no"),
        verdicts(supported=[1]),
        articles=articles,
    )
    assert len(endpoint.bodies) == 23
    kept = [summary.claims[0].verified for summary in summaries]
    assert kept == [Verification.ENTAILMENT] * 6 + [Verification.QUOTED] + [Verification.ENTAILMENT] * 14
    assert summaries[6].claims[0].text == articles[6].text.strip()


async def test_a_small_model_is_not_asked_again() -> None:
    """It judges each wording when it is made, and nothing is asked without a model."""
    summary = ArticleSummary(article_id=DAM.id)
    endpoint = ScriptedEndpoint([])
    async with endpoint.model(scripted_settings(profile="small")) as model:
        assert await judged([summary], [DAM], model) == [summary]
    assert await judged([summary], [DAM], None) == [summary]
