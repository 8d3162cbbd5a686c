"""Articles that are too long for one call."""

from __future__ import annotations

import json
import re

import pytest

from conspectus import asummarize
from conspectus.errors import TruncatedAnswerError
from conspectus.model.ledger import Reason
from conspectus.model.summary import ArticleSummary
from tests.support.articles import written
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    prompt_of,
    reply,
    scripted_settings,
    truncated,
)

SENTENCES = [f"The harbour of Lindvik took in ship number {number} on Monday." for number in range(1, 41)]
LONG = written(" ".join(SENTENCES), outlet="Lindvik Post", day="2025-03-03", title="Ships of Lindvik")


def numbered(body: Body) -> list[tuple[int, str]]:
    """The sentences that a request shows."""
    return [(int(number), text) for number, text in re.findall(r"^S(\d+): (.+)$", prompt_of(body), re.M)]


def every_sentence(body: Body) -> Step:
    """A claim for each sentence, in its own words."""
    claims = [
        {"text": text, "kind": "fact", "attributed_to": None, "sentence_ids": [number], "quote": text}
        for number, text in numbered(body)
    ]
    event = {"what": claims[-1]["text"], "when": None, "where": None, "who": [], "claims": [len(claims) - 1]}
    return reply(json.dumps({"claims": claims, "events": [event], "headline": "", "gist": ""}))


async def summarised(endpoint: ScriptedEndpoint, **changes: int) -> ArticleSummary:
    """The summary of the long article."""
    return await asummarize(LONG, settings=scripted_settings(**changes), transport=endpoint)


async def test_an_answer_that_is_cut_off_is_given_more_room_once() -> None:
    """The second answer may have twice the tokens, and counts as a re-ask."""
    endpoint = ScriptedEndpoint(
        [truncated(), every_sentence({"messages": [{"content": f"S1: {SENTENCES[0]}"}]})]
    )
    summary = await summarised(endpoint, max_output_tokens=500)
    assert [body["max_tokens"] for body in endpoint.bodies] == [500, 1000]
    assert (summary.usage.calls, summary.usage.reasks) == (2, 1)


async def test_an_article_that_needs_more_still_is_halved() -> None:
    """Every sentence is reported once, those that two sections share too, and events keep their claims."""

    def script(body: Body) -> Step:
        return truncated() if len(numbered(body)) > 25 else every_sentence(body)

    endpoint = ScriptedEndpoint(script)
    summary = await summarised(endpoint)
    sizes = sorted(len(numbered(body)) for body in endpoint.bodies)
    assert sizes == [21, 21, 40, 40]
    assert sorted(claim.text for claim in summary.claims) == sorted(SENTENCES)
    assert [event.what for event in summary.events] == [SENTENCES[20], SENTENCES[39]]
    texts = {claim.id: claim.text for claim in summary.claims}
    assert [texts[event.claim_ids[0]] for event in summary.events] == [SENTENCES[20], SENTENCES[39]]
    assert not [entry for entry in summary.ledger if entry.reason is Reason.TRUNCATED]


async def test_what_does_not_fit_into_the_window_is_never_sent_whole() -> None:
    """No request is larger than the window, none is cut off, and every sentence is reported."""
    endpoint = ScriptedEndpoint(every_sentence)
    summary = await summarised(endpoint, context_tokens=2048, max_output_tokens=1000)
    assert len(endpoint.bodies) > 1
    assert all(len(prompt_of(body)) / 3.5 + body["max_tokens"] <= 2048 for body in endpoint.bodies)
    assert sorted(claim.text for claim in summary.claims) == sorted(SENTENCES)


async def test_a_section_without_an_answer_stands_in_the_ledger() -> None:
    """The others are reported all the same."""

    def script(body: Body) -> Step:
        shown = [text for _, text in numbered(body)]
        return truncated() if len(shown) > 25 or SENTENCES[0] in shown else every_sentence(body)

    summary = await summarised(ScriptedEndpoint(script))
    lost = [entry for entry in summary.ledger if entry.reason is Reason.TRUNCATED]
    assert [entry.sentence_ids[0] for entry in lost] == [LONG.body[0].id]
    assert SENTENCES[39] in {claim.text for claim in summary.claims}


async def test_an_article_of_which_nothing_is_answered_is_an_error() -> None:
    """Where even short sections are cut off, there is no summary."""
    with pytest.raises(TruncatedAnswerError):
        await summarised(ScriptedEndpoint(lambda _: truncated()))
