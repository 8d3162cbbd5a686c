"""All articles' summaries, side by side."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from conspectus import summaries
from conspectus.consolidate import ground_of
from conspectus.consolidate.agreement.weighing import NOTHING_KNOWN
from conspectus.model.evidence import Verification
from conspectus.summaries import attempted, summary_of
from conspectus.summarise import JUDGED_TOGETHER
from conspectus.telemetry import Recorder
from tests.support.articles import written
from tests.support.scripted import Body, ScriptedEndpoint, Step, prompt_of, reply, scripted_settings

ARTICLES = [
    written(
        f"A barn burned down in Arden on Sunday. Rescuers had counted {number} dead cows in the second pen.",
        outlet=f"Echo {number}",
    )
    for number in range(101, 102 + JUDGED_TOGETHER)
]
LAST = "Rescuers had counted 121 dead cows"


class Unhurried(ScriptedEndpoint):
    """Answers about the last article only when what is said of the others is judged."""

    def __init__(self) -> None:
        super().__init__(_answer)
        self.judged = asyncio.Event()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, in its time."""
        response = await super().handle_async_request(request)
        asked = request.content.decode()
        if "unsupported" in asked:
            self.judged.set()
        elif LAST in asked:
            await asyncio.wait_for(self.judged.wait(), 10)
        return response


def _answer(body: Body) -> Step:
    if "unsupported" in str(body["response_format"]):
        return reply({"unsupported": [], "supported": [1]})
    quote = next(line.partition(": ")[2] for line in prompt_of(body).splitlines() if ": Rescuers" in line)
    own = quote.replace("had counted", "counted").replace(" in the second pen", "")
    claim = {"text": own, "kind": "fact", "attributed_to": None}
    claims: list[dict[str, Any]] = [{**claim, "sentence_ids": [], "quote": quote}]
    return reply({"claims": claims, "events": [], "headline": "", "gist": ""})


async def test_what_is_judged_together_does_not_wait_for_the_others() -> None:
    """The first articles' wordings are judged while the last one's are still to come."""
    endpoint = Unhurried()
    settings = scripted_settings(concurrency=64)
    async with endpoint.model(settings) as model:
        done = await attempted(ARTICLES, model, settings, Recorder())
    assert [summary.article_id for summary in done.summaries] == [article.id for article in ARTICLES]
    assert done.summaries[0].claims[0].verified is Verification.ENTAILMENT
    assert done.extra_calls == 2
    assert not done.failed


async def test_the_ground_is_laid_meanwhile() -> None:
    """It is the one that these articles have, and there also where no model is asked; nobody reads a summary alone."""
    done = await attempted(ARTICLES, None, scripted_settings(), Recorder())
    assert all(summary.claims and not summary.gist for summary in done.summaries)
    assert replace(done.ground, ahead=NOTHING_KNOWN) == ground_of(ARTICLES)
    assert done.ground.holds(ARTICLES)
    assert not done.ground.holds(ARTICLES[1:])


class Awaiting(ScriptedEndpoint):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__(_answer)
        self.told = asyncio.Event()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, then."""
        await asyncio.wait_for(self.told.wait(), 10)
        return await super().handle_async_request(request)


async def test_the_ground_is_laid_before_the_first_answer_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as the calls are out there is nothing else to do."""
    endpoint = Awaiting()
    laid = summaries._ground

    async def telling(*given: Any) -> Any:
        ground = await laid(*given)
        endpoint.told.set()
        return ground

    monkeypatch.setattr(summaries, "_ground", telling)
    settings = scripted_settings(concurrency=64)
    async with endpoint.model(settings) as model:
        done = await attempted(ARTICLES, model, settings, Recorder())
    assert len(done.summaries) == len(ARTICLES)


async def test_only_a_language_that_the_model_can_not_do_is_warned_of() -> None:
    """With the article's name; what else its ledger holds is in the briefing, and no news to who waits for it."""
    german = written("Die Fähre ist am Montag gesunken, und der Wind hat sich gedreht.", name="de.md")
    long = (
        "A notice that the river authority filed in Orle last week, and that the Gazette has seen, lists 40 posts "
        "at the plant below the dam."
    )
    english = written(long, name="en.md")
    wrong = "The river authority filed in Orle last week, and the Gazette has seen 40 posts at the plant."
    settings = scripted_settings(profile="small", entailment=False)
    recorder = Recorder()
    ledgers = {}
    async with ScriptedEndpoint(lambda _: reply({"sentence": wrong})).model(settings) as model:
        model.profile = replace(model.profile, languages=frozenset({"en"}))
        for article in (german.model_copy(update={"language": "de"}), english):
            ledgers[article.name] = (await summary_of(article, model, settings, recorder)).ledger
    assert ledgers["en.md"]
    assert [(warning.where, warning.message) for warning in recorder.warnings] == [
        ("de.md", ledgers["de.md"][0].detail)
    ]
