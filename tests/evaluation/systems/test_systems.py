"""What each system makes of a case, with a model that answers from a script where it needs one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conspectus.errors import EndpointError, UsageError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.recordings import without_model
from conspectus.evaluation.scorers.citations import PRECISION, RECALL
from conspectus.evaluation.scorers.length import WORDS
from conspectus.evaluation.systems import SYSTEMS, Run, chosen, conspectus
from conspectus.evaluation.systems.cited_facts import cited_facts
from conspectus.evaluation.systems.equal import words_allowed
from conspectus.evaluation.systems.lead import candidates, lead
from conspectus.evaluation.systems.lexrank import lexrank
from conspectus.evaluation.systems.map_reduce import map_reduce
from conspectus.evaluation.systems.one_prompt import one_prompt
from conspectus.evaluation.systems.system import Account
from conspectus.text.spaceless import word_count
from tests.support.outputs import CLOSED, bridge
from tests.support.program import obliging
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    fault,
    prompt_of,
    reply,
    scripted_settings,
    truncated,
)

NO_MODEL = Run(without_model())


@pytest.fixture
def case(tmp_path: Path) -> LoadedCase:
    """Three articles about a bridge."""
    return bridge(tmp_path)


def behind(endpoint: ScriptedEndpoint, **settings: object) -> Run:
    """A run in which the endpoint answers."""
    return Run(scripted_settings(attempts=1, **settings), endpoint)


async def test_the_lead_is_each_articles_first_sentences_by_turns(case: LoadedCase) -> None:
    """In the articles' own words, each citing itself."""
    made = await lead(case, NO_MODEL)
    openings = [next(candidates(article)).text for article in case.by_id.values()]
    assert [said.text for said in made.sentences][: len(openings)] == openings
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (1, 1)
    assert (made.events, made.conflicts) == (None, None)


@pytest.mark.parametrize("baseline", [lead, lexrank])
async def test_baselines_are_no_longer_than_conspectus(case: LoadedCase, baseline: Account) -> None:
    """Nor do they stop while there is room for the sentences that are left."""
    allowed = await words_allowed(case)
    assert allowed == WORDS(case, await conspectus("conspectus-none")(case, NO_MODEL)).value
    made = {said.text for said in (await baseline(case, NO_MODEL)).sentences}
    left = {each.text for article in case.by_id.values() for each in candidates(article)} - made
    assert sum(map(word_count, made)) <= allowed < sum(map(word_count, made | left))


async def test_lexrank_chooses_from_the_body(case: LoadedCase) -> None:
    """Never the byline or what is junk."""
    made = await lexrank(case, NO_MODEL)
    assert RECALL(case, made).value == 1
    assert not any("Share this" in said.text or "By Ada" in said.text for said in made.sentences)


async def test_conspectus_without_a_model_has_events_origins_and_conflicts(case: LoadedCase) -> None:
    """Its sections are told apart, and it asked nobody."""
    made = await conspectus("conspectus-none")(case, NO_MODEL)
    assert made.events is not None
    assert {file for group in made.origins or () for file in group} == set(case.case.files)
    assert {"title", "lead"} <= {said.section for said in made.sentences}
    assert (made.asked.asks, made.asked.seconds) == (0, None)


async def test_a_short_briefing_is_no_longer_than_the_usual_one(case: LoadedCase) -> None:
    """It is what systems that say as little are compared with."""
    short, usual = [
        await system.account(case, NO_MODEL) for system in chosen(["conspectus-short", "conspectus-none"])
    ]
    assert 0 < (WORDS(case, short).value or 0) <= (WORDS(case, usual).value or 0)


async def test_conspectus_with_a_model_counts_its_calls(case: LoadedCase) -> None:
    """Every ask of every stage, and the prompts it used."""
    endpoint = ScriptedEndpoint(obliging)
    made = await conspectus("x")(case, behind(endpoint))
    assert made.asked.usage.calls == len(endpoint.bodies) > 0
    assert "summarise" in made.asked.prompts


async def test_an_endpoint_that_fails_half_way_is_no_result(case: LoadedCase) -> None:
    """An account with holes says nothing about a system; what was answered is kept."""
    asked = 0

    def failing(body: Body) -> Step:
        nonlocal asked
        asked += 1
        return obliging(body) if asked == 1 else fault(503)

    with pytest.raises(EndpointError, match="failed in"):
        await conspectus("x")(case, behind(ScriptedEndpoint(failing), concurrency=1))


async def test_one_prompt_cites_by_sentence_numbers(case: LoadedCase) -> None:
    """Numbers that exist become evidence, others nothing; contradictions become conflicts."""
    article = case.articles["echo.txt"]
    number = next(s.id for s in article.body if "closed" in article.sentence_text(s))
    answer = {
        "points": [
            {"text": CLOSED, "sentences": [f"1.{number}", "9.9"]},
            {"text": "   ", "sentences": ["1.1"]},
        ],
        "contradictions": [
            {
                "question": "How many?",
                "sides": [
                    {"position": "Twelve", "sentences": [f"1.{number + 1}"]},
                    {"position": "Fifteen", "sentences": ["2.99"]},
                ],
            },
        ],
    }
    endpoint = ScriptedEndpoint([reply(answer)])
    made = await one_prompt("one")(case, behind(endpoint))
    assert [piece.quote for piece in made.sentences[0].evidence] == [CLOSED]
    assert [said.section for said in made.sentences] == ["points", "conflict", "conflict"]
    assert made.conflicts is not None
    assert [len(shown.sides) for shown in made.conflicts] == [2]
    assert f"[1.{number}] {CLOSED}" in prompt_of(endpoint.bodies[0])
    assert "Share this story" not in prompt_of(endpoint.bodies[0])


@pytest.mark.parametrize(
    "answer",
    [
        {"points": [{"text": CLOSED, "sentences": ["1.1"]}] * 13, "contradictions": []},
        {"points": [{"text": CLOSED, "sentences": []}], "contradictions": []},
        {"points": [{"text": CLOSED, "sentences": ["1"]}], "contradictions": []},
    ],
)
async def test_one_prompt_is_held_to_its_bounds(case: LoadedCase, answer: dict[str, object]) -> None:
    """Too many points, a point without a sentence, or a number that is none is sent back, and then fails."""
    endpoint = ScriptedEndpoint([reply(answer), reply(answer)])
    made = await one_prompt("one")(case, behind(endpoint))
    assert made.sentences == ()
    assert made.failure is not None


async def test_one_prompt_that_does_not_fit_says_so(case: LoadedCase) -> None:
    """Before anything is sent; it has nothing to show."""
    endpoint = ScriptedEndpoint([])
    small = scripted_settings(attempts=1, context_tokens=2048, max_output_tokens=64)
    long = case.articles["echo.txt"].model_copy(
        update={"text": case.articles["echo.txt"].text, "publisher": "x" * 8000}
    )
    object.__setattr__(case, "articles", {**case.articles, "echo.txt": long})
    made = await one_prompt("one")(case, Run(small, endpoint))
    assert made.sentences == ()
    assert "do not fit" in (made.failure or "")
    assert made.asked.unfit == made.asked.asks == 1


async def test_an_answer_that_is_cut_off_is_a_failure(case: LoadedCase) -> None:
    """It counts as unfit."""
    made = await one_prompt("one")(case, behind(ScriptedEndpoint([truncated()])))
    assert "cut off" in (made.failure or "")
    assert made.asked.unfit == 1


async def test_map_reduce_summarises_each_article_and_searches_its_evidence(case: LoadedCase) -> None:
    """One call an article and one for all; a sentence that nothing is close to cites nothing."""

    def script(body: Body) -> Step:
        if '"points"' in str(body["response_format"]) or "'points'" in str(body["response_format"]):
            return reply({"points": [CLOSED, "Penguins waltz.", " "]})
        return reply({"summary": "A bridge."})

    endpoint = ScriptedEndpoint(script)
    made = await map_reduce("mr")(case, behind(endpoint))
    assert len(endpoint.bodies) == 4
    assert [said.text for said in made.sentences] == [CLOSED, "Penguins waltz."]
    assert CLOSED in [piece.quote for piece in made.sentences[0].evidence]
    assert made.sentences[1].evidence == ()
    assert made.conflicts is None


async def test_an_article_whose_summary_fails_is_left_out(case: LoadedCase) -> None:
    """The others still make a briefing, and the failure is counted."""
    steps = [truncated(), reply({"summary": "A"}), reply({"summary": "B"}), reply({"points": [CLOSED]})]
    endpoint = ScriptedEndpoint(steps)
    made = await map_reduce("mr")(case, behind(endpoint, concurrency=1))
    assert len(made.sentences) == 1
    assert (made.asked.asks, made.asked.unfit) == (4, 1)


async def test_instructors_citations_are_taken_as_instructor_finds_them(case: LoadedCase) -> None:
    """A slip in a quote becomes the article's own, a quote that is nowhere takes its fact with it."""
    wrong = CLOSED.replace("lorry", "lorrie")
    facts = [
        {"fact": "The bridge is shut.", "substring_quotes": [wrong]},
        {"fact": "Penguins waltz.", "substring_quotes": ["Penguins were seen to waltz on the old pier."]},
        {"fact": " ", "substring_quotes": [CLOSED]},
    ]
    empty = {"facts": [{"fact": "x", "substring_quotes": []}]}
    endpoint = ScriptedEndpoint([reply({"facts": facts}), truncated(), reply(empty), reply(empty)])
    made = await cited_facts("cited")(case, behind(endpoint, concurrency=1))
    assert [said.text for said in made.sentences] == ["The bridge is shut."]
    assert [piece.quote for piece in made.sentences[0].evidence] == [CLOSED]
    assert (made.asked.asks, made.asked.unfit) == (3, 2)


def test_systems_are_chosen_by_name() -> None:
    """An unknown one is an error that lists those there are."""
    assert chosen([]) == SYSTEMS
    assert [system.name for system in chosen(["lead"])] == ["lead"]
    with pytest.raises(UsageError, match="no system 'led'") as caught:
        chosen(["led"])
    assert "lexrank" in str(caught.value)


def test_a_system_whose_library_is_not_there_is_left_out_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where all are asked for; a module of `None` can't be found, as if it were not installed."""
    assert chosen([]) == SYSTEMS
    monkeypatch.setitem(sys.modules, "sumy", None)
    assert [system.name for system in SYSTEMS if system not in chosen([])] == ["lexrank"]
    assert "pip install sumy numpy" in caplog.text
