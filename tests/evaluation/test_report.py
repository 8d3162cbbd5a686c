"""Means with intervals, the same cases for all, and what the documents say."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.evaluation.controls import Verdict
from conspectus.evaluation.figures import with_interval, written
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.output import Asked, Output
from conspectus.evaluation.report import Cell, mean, reported
from conspectus.evaluation.results import results
from conspectus.evaluation.suite import Outcome, Result, replay
from conspectus.evaluation.systems import chosen
from conspectus.evaluation.terminal import shown
from conspectus.evaluation.weaknesses import weaknesses
from conspectus.prompts import load
from tests.support.cases import write_case
from tests.support.reports import made_cases, made_report


@pytest.fixture
def cases(tmp_path: Path) -> tuple[LoadedCase, ...]:
    """Three cases."""
    return made_cases(tmp_path, "one", "two", "three")


def test_systems_are_compared_on_the_cases_that_all_have(cases: tuple[LoadedCase, ...]) -> None:
    """One that skipped the hard case gains nothing; one of hardly any case is left out; those of all are told apart."""
    report = made_report(
        cases,
        {
            "all": {"one": {"coverage": 1.0}, "two": {"coverage": 0.5}, "three": {"coverage": 0.0}},
            "some": {"one": {"coverage": 0.8}, "two": {"coverage": 0.6}},
            "begun": {"three": {"coverage": 1.0}},
        },
    )
    assert (report.side_by_side.systems, report.side_by_side.cases) == (("all", "some"), ("one", "two"))
    (row,) = report.side_by_side.rows
    assert (row.cells["all"].value, row.cells["some"].value) == (0.75, 0.7)
    assert report.complete.systems == ("all",)
    assert report.complete.rows[0].cells["all"].value == 0.5


def test_cases_that_were_developed_on_flatter_no_second_table(tmp_path: Path) -> None:
    """The results and the terminal have a second table without them, and only where there are both sorts."""
    write_case(tmp_path, lambda content: content.update(developed_on=True), name="known")
    write_case(tmp_path, name="new")
    cases = load_cases(tmp_path)
    report = made_report(cases, {"x": {"known": {"coverage": 1.0}, "new": {"coverage": 0.5}}})
    assert report.side_by_side.rows[0].cells["x"].value == 0.75
    assert report.unseen.cases == ("new",)
    assert report.unseen.rows[0].cells["x"].value == 0.5
    told = results(report, [], command="eval", system="x")
    assert "### Without the cases that were developed on" in told
    assert "over the 1 that nothing was developed on" in shown(report)
    only = made_report(cases[1:], {"x": {"new": {"coverage": 0.5}}})
    assert "Without the cases" not in results(only, [], command="eval", system="x")
    assert "developed on" not in shown(only)


def test_prompts_are_named_by_version_where_they_are_ours(cases: tuple[LoadedCase, ...]) -> None:
    """A prompt of one's own, or what a head reads, has only its fingerprint; of two that were used both are told."""
    ours = load("shorten")
    results = [
        Result(
            case.id,
            "x",
            Output(system="x", case=case.id, asked=Asked(prompts={"shorten": fingerprint, "head": "abc"})),
            {},
        )
        for case, fingerprint in zip(cases, (ours.fingerprint, "0123456789ab", ours.fingerprint), strict=True)
    ]
    report = reported(cases, Outcome(results=results), {"x": "X"}, version="1", scorers=[])
    assert sorted(report.prompts["shorten"].split(" and ")) == sorted(
        [f"v{ours.version} {ours.fingerprint}", "0123456789ab"]
    )
    assert report.prompts["head"] == "abc"


def test_what_is_not_measured_counts_for_nothing(cases: tuple[LoadedCase, ...]) -> None:
    """Neither as zero nor as a case."""
    report = made_report(
        cases, {"x": {"one": {"coverage": 1.0}, "two": {"coverage": None}, "three": {"coverage": 0.5}}}
    )
    cell = report.side_by_side.rows[0].cells["x"]
    assert (cell.value, cell.count) == (0.75, 2)


def test_a_mean_lies_within_its_interval() -> None:
    """The same every time; without spread there is no interval."""
    cell = mean([0.0, 0.5, 0.5, 1.0])
    assert cell.low < cell.value == 0.5 < cell.high
    assert mean([0.0, 0.5, 0.5, 1.0]) == cell
    assert mean([0.3, 0.3]) == Cell(value=0.3, low=0.3, high=0.3, count=2)


def test_figures_are_written_by_their_unit() -> None:
    """A missing one is a dash, never a zero."""
    assert [written(0.734, "share"), written(1234, "tokens"), written(0, "usd"), written(None, "share")] == [
        "73 %",
        "1,234",
        "$0",
        "–",
    ]
    assert with_interval(Cell(value=0.5, low=0.25, high=0.75, count=3), "share") == "50 % (25–75)"
    assert with_interval(None, "share") == "–"
    assert with_interval(Cell(value=1.0, low=1.0, high=1.0, count=3), "share") == "100 % (100–100)"
    assert with_interval(Cell(value=1.0, low=1.0, high=1.0, count=1), "share") == "100 %"
    few = Cell(value=0.5, low=0.25, high=0.75, count=3)
    assert with_interval(few, "share", cases=3) == "50 % (25–75)"
    assert with_interval(few, "share", cases=14) == "50 % (25–75), 3 cases"


def test_weaknesses_are_told_worst_first_with_their_cases(cases: tuple[LoadedCase, ...]) -> None:
    """What is perfect is not told; who is surely better is."""
    report = made_report(
        cases,
        {
            "mine": {
                c: {"coverage": 0.2, "decoys": 0.9, "groundedness": 1.0} for c in ("one", "two", "three")
            },
            "other": {
                c: {"coverage": 0.8, "decoys": 1.0, "groundedness": 1.0} for c in ("one", "two", "three")
            },
        },
    )
    told = list(weaknesses(report, "mine"))
    assert told[0].startswith("**decoys shown as conflicts: 90 %**")
    assert told[1].startswith("**coverage, all: 20 %**")
    assert "`one` with 20 % (a detail)" in told[1]
    assert told[2].startswith("**Other is better at coverage, all**: 80 % against 20 %")
    assert len(told) == 3


def test_the_results_say_everything_twice_alike(cases: tuple[LoadedCase, ...]) -> None:
    """Table, weaknesses, what a person adds, controls, definitions, cases; the same bytes each time."""
    report = made_report(cases, {"mine": {"one": {"coverage": 0.2}, "two": {"coverage": 0.4}}})
    lost = Verdict(control="digit changed", case="one", scorer="faithfulness", before=1.0, after=0.5)
    kept = Verdict(control="digit changed", case="two", scorer="faithfulness", before=1.0, after=1.0)

    def write() -> str:
        return results(report, [lost, kept], command="conspectus eval", system="mine", by_hand="By hand.")

    text = write()
    assert text == write()
    assert "| coverage, all ↑ | 30 % (20–40) |" in text
    assert "the 2 cases of which every system here has an account (one, two)" in text
    assert "digits of one sentence are others | faithfulness | 1 of 2 | 1.00 | 0.75 |" in text
    assert "By hand." in text
    assert "### two" in text
    assert report.corpus in text


async def test_conflicts_are_counted_by_kind_over_all_cases(cases: tuple[LoadedCase, ...]) -> None:
    """Found of those there are, right of those shown, F1; what a case lacks is told beneath it."""
    (system,) = chosen(["conspectus-none"])
    report = reported(cases, await replay(cases, [system]), {system.name: "Ours"}, version="0")
    text = results(report, [], command="x", system=system.name)
    counts = report.kinds[system.name]["number"]
    assert counts.wanted == 3
    share = written(counts.f1, "share")
    assert f"| number | {counts.found} of 3, {counts.right} of {counts.shown}, {share} |" in text
    assert text.count("<summary>What Ours missed</summary>") == 3


def test_the_terminal_shows_the_table_in_columns(cases: tuple[LoadedCase, ...]) -> None:
    """Aligned, whatever the lengths."""
    report = made_report(cases, {"mine": {"one": {"coverage": 0.2, "words": 1000.0}}})
    lines = shown(report).splitlines()
    assert lines[-2].split() == ["coverage,", "all", "20", "%"]
    assert len(lines[-1]) == len(lines[-2])
