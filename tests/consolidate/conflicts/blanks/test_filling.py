"""Blanks put to a model, and what comes of its answers."""

from __future__ import annotations

import pytest

from conspectus.consolidate import Consolidation, consolidate
from conspectus.consolidate.conflicts.blanks import filling
from conspectus.summarise import summarise
from tests.consolidate.conflicts.blanks.test_gaps import BOATS, GALE, SHEDS, STORM
from tests.support.articles import written
from tests.support.scripted import Body, ScriptedEndpoint, Step, broken, fault, reply, scripted_settings

GOES_ON = scripted_settings(prefill="last", profile="small", attempts=1)


BOTH = tuple(
    shed + boat.removeprefix(opening) for shed, boat, opening in zip(SHEDS, BOATS, (STORM, GALE), strict=True)
)


async def made(*told: str, endpoint: ScriptedEndpoint) -> Consolidation:
    """What the articles come to where this model fills in blanks, and does nothing else."""
    articles = [written(text, outlet=f"Outlet {n}", day="2025-02-03") for n, text in enumerate(told)]
    summaries = [await summarise(article, None, max_output_tokens=100) for article in articles]
    async with endpoint.model(GOES_ON) as model:
        return await consolidate(articles, summaries, None, max_points=10, filler=model)


def answering(**told: str) -> ScriptedEndpoint:
    """A model that goes on with a beginning that ends in that word with these words."""

    def step(body: Body) -> Step:
        beginning = body["messages"][-1]["content"].split()
        return reply(told.get(beginning[-1].strip('"') or "start", " nothing of the kind"))

    return ScriptedEndpoint(step)


async def test_each_side_fills_in_the_others_value() -> None:
    """Then both are of one thing, and a conflict; code alone finds none."""
    endpoint = answering(start=" 63 sheds", took=" some 40 huts")
    (event,) = (await made(*SHEDS, endpoint=endpoint)).events
    (conflict,) = event.conflicts
    assert conflict.question == "How many huts?"
    assert len(endpoint.bodies) == 2
    (other,) = (await made(*SHEDS, endpoint=answering())).events
    assert not other.conflicts


async def test_one_side_alone_shows_nothing() -> None:
    """Half of what one side alone fills in is of something else; where it does not fit the other is not asked."""
    for told in ({"start": " 63 sheds"}, {"took": " some 40 huts"}):
        (event,) = (await made(*SHEDS, endpoint=answering(**told))).events
        assert not event.conflicts
    endpoint = answering()
    await made(*SHEDS, endpoint=endpoint)
    assert len(endpoint.bodies) == 1


async def test_a_question_begins_with_the_article_that_is_asked() -> None:
    """What repeats comes first, for the server to remember; the blank's sentence is material and stands behind it."""
    endpoint = answering(start=" 63 sheds", took=" some 40 huts")
    await made(*SHEDS, endpoint=endpoint)
    for body in endpoint.bodies:
        user, begun = (message["content"] for message in body["messages"][1:])
        asked = STORM if "from the quay" in user.split("</article")[1] else GALE
        assert asked.split(". ")[0] in user.split("</article")[0]
        assert begun.startswith('"')
        assert "____" in user.split("</article")[1]


@pytest.mark.parametrize("step", [broken(), fault(500), fault(400, "no prefill here"), fault(404)])
async def test_a_question_that_fails_costs_itself_alone(step: Step) -> None:
    """Nothing is confirmed by it, the next one is asked, and the account is there."""
    asked: list[Body] = []

    def failing(body: Body) -> Step:
        asked.append(body)
        beginning = body["messages"][-1]["content"]
        if "boat" in beginning or "ferry" in beginning:
            return step
        return reply(" 63 sheds" if beginning == '"' else " some 40 huts")

    (event,) = (await made(*BOTH, endpoint=ScriptedEndpoint(failing))).events
    assert len(event.conflicts) == 1
    assert len(asked) == 3


async def test_there_is_a_bound_to_what_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an event, and of all together; the likeliest are asked about first."""
    for name in ("MOST", "MOST_OF_ALL"):
        monkeypatch.setattr(filling, name, 1)
        endpoint = answering()
        await made(*BOTH, endpoint=endpoint)
        (body,) = endpoint.bodies
        assert "mail" in body["messages"][1]["content"].split("</article")[1]
        monkeypatch.undo()
    monkeypatch.setattr(filling, "MOST_OF_ALL", 0)
    endpoint = answering()
    await made(*BOTH, endpoint=endpoint)
    assert not endpoint.bodies
