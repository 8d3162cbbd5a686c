"""The measuring instrument measures what it says."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from bench.corpora import article
from bench.endpoint.__main__ import State, Watched
from bench.endpoint.answers import answer, request_key
from bench.endpoint.path import critical_path, totals
from bench.endpoint.settings import Record, Settings
from bench.running import Lost, Run, lost
from conspectus import asummarize
from conspectus.llm.judging import strict_schema
from conspectus.model.evidence import Verification
from conspectus.summarise.drafts import SummaryDraft
from tests.support.articles import written
from tests.support.scripted import Body, ScriptedEndpoint, Step, reply, scripted_settings

SETTINGS = Settings()


def asked(text: str, schema: Any = None) -> Body:
    """A request about a text."""
    form = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}} if schema else None
    return {
        "model": "m",
        "messages": [{"role": "user", "content": text}],
        **({"response_format": form} if form else {}),
    }


def test_the_same_request_gets_the_same_answer_in_the_same_time() -> None:
    """Nothing depends on when a request comes or what came before it."""
    body = asked(article(3))
    key = request_key(SETTINGS, body)
    assert answer(SETTINGS, body, key) == answer(SETTINGS, body, key)
    assert request_key(SETTINGS, asked(article(4))) != key


async def test_what_it_says_of_an_article_passes_every_gate() -> None:
    """A statement is its quote, a sentence of the article under its own number."""

    def simulated(body: Body) -> Step:
        return reply(answer(SETTINGS, body, request_key(SETTINGS, body)).text)

    endpoint = ScriptedEndpoint(simulated)
    given = written(article(7), outlet="Echo", day="2025-03-03", title="Flood (ART-0007)")
    summary = await asummarize(given, settings=scripted_settings(), transport=endpoint)
    assert len(endpoint.bodies) == 1
    assert len(summary.claims) == SETTINGS.list_items
    assert {claim.verified for claim in summary.claims} == {Verification.QUOTED}
    assert not [entry for entry in summary.ledger if entry.text]


def test_a_list_of_options_is_answered_with_some_of_them() -> None:
    """What the schema lists is all that is said."""
    options = {"type": "array", "items": {"type": "string", "enum": ["c1", "c2", "c3", "c4"]}}
    body = asked(article(1), {"type": "object", "properties": {"claims": options}})
    given = json.loads(answer(SETTINGS, body, request_key(SETTINGS, body)).text)
    assert given == {"claims": ["c1", "c2", "c3"]}


def test_reports_with_one_headline_are_one_event() -> None:
    """What stands before the first article's number tells, whatever the day and the rest."""
    schema = {"type": "array", "items": {"type": "array", "items": {"enum": ["r1", "r2", "r3"]}}}
    prompt = (
        "r1 [2025-03-03]: Flood at Besk (ART-0001) / It rained.\n\n"
        "r2 [unnamed]: Fire at Besk (ART-0002) / It burned.\n\n"
        "r3 [2025-03-04, Echo]: Flood at Besk (ART-0003) / It rained again."
    )
    body = asked(prompt, {"type": "object", "properties": {"events": schema}})
    told = json.loads(answer(SETTINGS, body, request_key(SETTINGS, body)).text)
    assert told == {"events": [["r1", "r3"], ["r2"]]}


def test_a_cut_answer_is_no_whole_one() -> None:
    """Half of the text, and it says so."""
    body = asked(article(1), strict_schema(SummaryDraft))
    key = request_key(SETTINGS, body)
    whole, cut = answer(SETTINGS, body, key), answer(SETTINGS, body, key, cut=True)
    assert json.loads(whole.text)
    assert cut.truncated
    assert whole.text.startswith(cut.text)
    assert cut.completion_tokens == whole.completion_tokens // 2


def test_the_critical_path_is_the_longest_chain() -> None:
    """A call that waits for two others costs the slower one's time and its own."""
    records = [
        Record(started=0, ended=3, status=200, service=3, ref="a", key="1"),
        Record(started=0, ended=5, status=200, service=5, ref="b", key="2"),
        Record(started=5, ended=7, status=200, service=2, ref="c", key="3", parents=["a", "b"]),
        Record(started=0, ended=9, status=429, service=0, ref="d", key="4", fault="limit"),
    ]
    seconds, depth = critical_path(records)
    assert seconds == pytest.approx(7)
    assert depth == 2
    assert totals(records, 3)["faults"] == {"limit": 1}


def test_a_prompt_depends_on_the_answers_whose_quotes_it_repeats() -> None:
    """Also where a claim stands behind its id and its outlet; where an article is in the prompt, it is the source."""
    state = State(SETTINGS)
    state.quoted_by["The gauge failed."] = "ref-0000000a"
    assert state.parents("Event e1\nc1 [Echo, 2025-03-03]: The gauge failed.") == ["ref-0000000a"]
    assert state.parents("S1: The gauge failed. (ART-0001)") == []


def test_corpora_are_the_same_everywhere() -> None:
    """Articles of one event share their facts, no two are the same, and each names its number."""
    made = [article(number) for number in range(40)]
    assert made == [article(number) for number in range(40)]
    assert len(set(made)) == 40
    assert all(f"(ART-{number:04})" in text for number, text in enumerate(made))
    assert made[0].splitlines()[0].split(" (")[0] == made[19].splitlines()[0].split(" (")[0]
    assert made[0].splitlines()[0].split(" (")[0] != made[20].splitlines()[0].split(" (")[0]


class Handler(asyncio.Protocol):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self.told.append(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing comes any more."""
        self.told.append(exc)


@pytest.mark.parametrize(
    ("error", "status", "unread"),
    [(ConnectionResetError(), 200, True), (None, 200, False), (ConnectionResetError(), 0, False)],
)
def test_an_answer_on_a_connection_that_was_reset_was_not_read(
    error: Exception | None, status: int, unread: bool
) -> None:
    """Where the connection is closed in peace, it was read; where there was no answer yet, there was none to read."""
    handler, record = Handler(), Record(started=0, status=status)
    watched = Watched(handler)
    watched.record = record
    watched.data_received(b"asked")
    watched.connection_lost(error)
    assert record.unread is unread
    assert handler.told == [b"asked", error]


def run(killed: float = float("inf"), **stats: Any) -> Run:
    """A run of which only this is known."""
    return Run(code=0, wall=0, cpu=0, megabytes=0, said="", stats=stats, killed=killed)


def test_of_answers_paid_twice_those_are_told_apart_that_nobody_could_keep() -> None:
    """The endpoint's clock began at 100; the process was killed at 107, so what was sent at 7.5 came too late."""
    answered = [
        ("1", 6.5, True),
        ("1", 9, False),
        ("2", 6, False),
        ("2", 9, False),
        ("3", 7.5, True),
        ("3", 9, False),
    ]
    records = [
        Record(started=0, ended=ended, status=200, key=key, unread=unread)
        for key, ended, unread in [*answered, ("4", 6, True)]
    ]
    records.append(Record(started=0, ended=9, status=200, key="4", fault="trunc"))
    found = totals(records, 3)
    assert found["paid_twice"] == 3
    gone = lost(run(killed=107), run(began=100, lost=found["lost"]))
    assert gone == Lost(later=[-500], unread=[500], read=[1000])
    assert gone.cells() == (3, 1, 1, 1, "-500, 500, 1000")
