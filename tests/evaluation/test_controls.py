"""Spoilt briefings lose on the scorer that is there for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conspectus.evaluation.controls import CONTROLS, INVENTED, Control, Verdict, controlled
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.output import Output
from conspectus.evaluation.recordings import without_model
from conspectus.evaluation.systems import Run, conspectus
from tests.support.outputs import BURNED, CLOSED, FIFTEEN, OPENED, TWELVE, VARN, bridge, output, said, shown

CASES = Path(__file__).parents[2] / "eval" / "cases"


def one_event(content: dict[str, Any]) -> None:
    """The case's events become one, which all articles report."""
    content["events"] = [{**content["events"][0], "articles": ["echo.txt", "herald.md", "page.html"]}]
    for group in ("conflicts", "decoys", "nuggets", "must_not_appear"):
        for item in content[group]:
            if "event" in item:
                item["event"] = "fire"


@pytest.fixture
def case(tmp_path: Path) -> LoadedCase:
    """Three articles about a bridge."""
    return bridge(tmp_path)


@pytest.fixture
def sound(case: LoadedCase) -> Output:
    """An account without a fault."""
    return output(
        said(case, CLOSED, ("echo.txt", CLOSED), ("herald.md", BURNED), event=0),
        said(
            case,
            "In 2019 a bus burned on the same bridge.",
            ("herald.md", "In 2019 a bus burned on the same bridge."),
        ),
        said(case, VARN, ("page.html", VARN), event=1),
        said(case, FIFTEEN, ("herald.md", FIFTEEN), event=0, section="conflict"),
        events=(("echo.txt", "herald.md"), ("page.html",)),
        origins=(("echo.txt",), ("herald.md",), ("page.html",)),
        conflicts=(shown(case, [("echo.txt", TWELVE)], [("herald.md", FIFTEEN)]),),
    )


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_each_control_loses_on_each_of_its_scorers(case: LoadedCase, sound: Output, control: Control) -> None:
    """A sound account is spoilt in one way, and every scorer that is there for it sees that."""
    verdicts = [verdict for verdict in controlled(case, sound) if verdict.control == control.name]
    assert {verdict.scorer for verdict in verdicts} == set(control.scorers)
    assert all(verdict.lost for verdict in verdicts), verdicts


def test_an_account_that_has_nothing_to_spoil_has_no_verdict(case: LoadedCase) -> None:
    """No digit, no conflicts made, one event, one origin: only its quotes and what can be added are left."""
    made = output(
        said(case, BURNED, ("herald.md", BURNED)), events=(("herald.md",),), origins=(("herald.md",),)
    )
    assert {verdict.control for verdict in controlled(case, made)} == {
        "sentence invented",
        "quote altered",
        "junk shown",
        "instruction repeated",
        "facts merged",
    }


def test_less_can_be_better() -> None:
    """A rate of errors loses by rising."""
    assert Verdict(control="x", case="y", scorer="leaks", before=0.0, after=0.5, better="lower").lost
    assert not Verdict(control="x", case="y", scorer="leaks", before=0.0, after=0.0, better="lower").lost
    assert not Verdict(control="x", case="y", scorer="origins", before=0.5, after=0.5).lost


def test_merging_is_no_control_where_there_is_one_event(tmp_path: Path) -> None:
    """Two events that should be one are not made worse by it."""
    case = bridge(tmp_path, one_event)
    made = output(said(case, OPENED, ("page.html", OPENED)), events=(("echo.txt",), ("herald.md",)))
    assert "events merged" not in {verdict.control for verdict in controlled(case, made)}


async def test_a_real_briefing_loses_too() -> None:
    """That of the ferry, made without a model: by four controls, on every one of their scorers."""
    (case,) = load_cases(CASES, ["ferry"])
    made = await conspectus("conspectus-none")(case, Run(without_model()))
    verdicts = controlled(case, made)
    assert {verdict.control for verdict in verdicts} == {control.name for control in CONTROLS} - {
        "events merged"
    }
    assert [verdict for verdict in verdicts if not verdict.lost] == []
    assert not any(INVENTED in sentence.text for sentence in made.sentences)
