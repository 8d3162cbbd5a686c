"""Whole briefings from the embedded model's real answers, over recorded HTTP."""

from __future__ import annotations

from pathlib import Path

import httpx2
import pytest
import yaml

from conspectus.model.briefing import Briefing, ConflictKind, Status
from conspectus.model.evidence import Verification
from conspectus.pipeline import abrief, asummarize, verify
from conspectus.reading import read_file
from conspectus.settings import Settings

pytestmark = pytest.mark.vcr

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Article paths are as a person at the checkout's root would give them."""
    monkeypatch.chdir(ROOT)


def gold(case: str) -> dict[str, list[dict[str, object]]]:
    """What a careful editor wrote down before there was any output."""
    loaded: dict[str, list[dict[str, object]]] = yaml.safe_load(
        (ROOT / "eval" / "cases" / case / "case.yaml").read_text("utf-8")
    )
    return loaded


def said(briefing: Briefing) -> str:
    """Everything that a reader of the briefing reads as its own words or as its evidence."""
    words = [briefing.title, *(piece.quote for claim in briefing.claims for piece in claim.evidence)]
    for event in briefing.events:
        words += [event.title, *(side.position for conflict in event.conflicts for side in conflict.sides)]
        words += [item.text for item in (*event.lead, *event.points, *event.context, *event.timeline)]
    return "\n".join(words)


def files_of(briefing: Briefing, number: int) -> set[str]:
    """The names of the articles of the event of that number."""
    paths = (briefing.article(article_id).path for article_id in briefing.events[number].article_ids)
    return {Path(path).name for path in paths if path}


def must_not_appear(case: str) -> list[str]:
    """The junk and the injected instructions of a case's articles."""
    entries = gold(case)["must_not_appear"]
    return [str(entry["text"]) for entry in entries if entry["kind"] in {"junk", "injected"}]


async def test_the_examples_become_one_briefing_that_keeps_every_promise(
    recorded_settings: Settings, recorded_transport: httpx2.AsyncBaseTransport
) -> None:
    """Two rounds of cuts are two events, quotes are exact, the audit finds nothing, README shows a part."""
    briefing = await abrief("examples", settings=recorded_settings, transport=recorded_transport)
    assert verify(briefing) == ()
    assert [files_of(briefing, number) for number in (0, 1)] == [
        set(event["articles"])  # type: ignore[call-overload]
        for event in gold("layoffs")["events"]
    ]
    for claim in briefing.claims:
        for piece in claim.evidence:
            assert briefing.article(piece.article_id).text[piece.start : piece.end] == piece.quote
    assert {article.status for article in briefing.articles} == {Status.USED}
    assert [text for text in must_not_appear("layoffs") if text in said(briefing)] == []
    assert briefing.run.usage.calls > 0
    printed = briefing.to_terminal(width=80)
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")[2].partition("```")[0]
    parts = [part.strip("\n") for part in shown.split("…\n")]
    assert len(parts) > 3
    assert [part for part in parts if part not in printed] == []


async def test_articles_that_speak_to_machines_stay_text(
    recorded_settings: Settings, recorded_transport: httpx2.AsyncBaseTransport
) -> None:
    """Injected instructions reach neither prose nor evidence, and how many are missing is shown as disputed."""
    briefing = await abrief("tests/data/ferry", settings=recorded_settings, transport=recorded_transport)
    assert verify(briefing) == ()
    assert [text for text in must_not_appear("ferry") if text in said(briefing)] == []
    assert len(must_not_appear("ferry")) > 10
    assert Verification.ENTAILMENT in {claim.verified for claim in briefing.claims}
    conflicts = [conflict for event in briefing.events for conflict in event.conflicts]
    assert [conflict.kind for conflict in conflicts] == [ConflictKind.NUMBER]
    missing = [side.position for side in conflicts[0].sides]
    assert missing[0].startswith("Eleven people were still missing")
    assert missing[1].startswith("Six people were unaccounted for")


async def test_a_model_can_be_given_the_one_rich_call(
    recorded_settings: Settings, recorded_transport: httpx2.AsyncBaseTransport
) -> None:
    """With the large profile one call answers for the article; what its evidence does not carry is ledgered."""
    settings = recorded_settings.model_copy(update={"profile": "large", "max_output_tokens": 1500})
    article = read_file("tests/data/ferry/01-vessay-echo-saturday.txt")
    summary = await asummarize(article, settings=settings, transport=recorded_transport)
    assert summary.claims
    # One, or one that was cut off and is asked for with more room, and a re-ask of either.
    assert summary.usage.calls <= 3
    for claim in summary.claims:
        assert all(piece.span.of(article.text) == piece.quote for piece in claim.evidence)
