"""Floors hold, rise on request, and sink only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.errors import FloorError, InputError, UsageError
from conspectus.evaluation.gate import (
    Floors,
    Lowered,
    breaches,
    checked,
    dumped,
    let_down,
    load_floors,
    raised,
)
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.report import Report
from tests.support.reports import made_cases, made_report

OURS = "conspectus-none"


@pytest.fixture
def cases(tmp_path: Path) -> tuple[LoadedCase, ...]:
    """Two cases."""
    return made_cases(tmp_path, "one", "two")


def figures(cases: tuple[LoadedCase, ...], coverage: float, decoys: float = 0.5) -> Report:
    """Our figures, the same on both cases but for half as much again on the second."""
    values = {"coverage": coverage, "decoys": decoys, "words": 100.0}
    other = {"coverage": coverage / 2, "decoys": decoys, "words": 200.0}
    return made_report(cases, {OURS: {"one": values, "two": other}})


def test_floors_are_set_at_the_means_of_shares(cases: tuple[LoadedCase, ...]) -> None:
    """What is better neither way, or no share, has none."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    assert floors.systems[OURS].floors == {"coverage": 0.6, "decoys": 0.5}
    assert floors.systems[OURS].cases == ("one", "two")
    assert floors.lowered == ()


def test_a_case_without_an_account_fails(cases: tuple[LoadedCase, ...]) -> None:
    """A case on which the system failed is in few means, and must not lift them past a floor."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    report = figures(cases, 0.8).model_copy(update={"failures": {f"two, {OURS}": "the endpoint was down"}})
    assert list(breaches(report, floors)) == [f"two, {OURS}: there is no account: the endpoint was down"]
    other = report.model_copy(update={"failures": {"two, lead": "the endpoint was down"}})
    assert list(breaches(other, floors)) == []


def test_figures_at_their_floors_pass_and_beneath_them_fail(cases: tuple[LoadedCase, ...]) -> None:
    """More of what should be more passes too; less of what should be less as well."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    checked(figures(cases, 0.8), floors, where="floors.json")
    checked(figures(cases, 0.9, 0.4), floors, where="floors.json")
    with pytest.raises(FloorError, match=r"coverage is 0\.5250, and its floor 0\.6000") as caught:
        checked(figures(cases, 0.7), floors, where="floors.json")
    assert caught.value.exit_code == 9
    with pytest.raises(FloorError, match=r"decoys is 0\.6000, and its floor 0\.5000"):
        checked(figures(cases, 0.8, 0.6), floors, where="floors.json")
    assert len(list(breaches(figures(cases, 0.7, 0.6), floors))) == 2


def test_raising_never_lowers(cases: tuple[LoadedCase, ...]) -> None:
    """The better of floor and figure stays, each scorer by itself."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    floors = raised(figures(cases, 0.4, 0.25), floors, [OURS])
    assert floors.systems[OURS].floors == {"coverage": 0.6, "decoys": 0.25}


def test_lowering_needs_a_reason_and_keeps_it(cases: tuple[LoadedCase, ...]) -> None:
    """In the file, with what it was and what it is."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    worse = figures(cases, 0.4)
    with pytest.raises(UsageError, match="only with a reason"):
        let_down(worse, floors, "coverage", "  ")
    lowered = let_down(worse, floors, "coverage", "The gate is stricter now.")
    assert lowered.lowered == (
        Lowered(system=OURS, scorer="coverage", before=0.6, after=0.3, why="The gate is stricter now."),
    )
    checked(worse, lowered, where="floors.json")


def test_nothing_is_lowered_for_nothing(cases: tuple[LoadedCase, ...]) -> None:
    """A floor that holds stays."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    with pytest.raises(UsageError, match="no figure is beneath its floor"):
        let_down(figures(cases, 0.8), floors, "coverage", "Just because.")


def test_another_corpus_fails_until_its_floors_are_set(cases: tuple[LoadedCase, ...], tmp_path: Path) -> None:
    """What that lets down is kept, with the digests as the reason."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    report = figures(made_cases(tmp_path / "more", "one", "two", "three"), 0.6)
    with pytest.raises(FloorError, match="the floors are those of corpus"):
        checked(report, floors, where="floors.json")
    again = raised(report, floors, [OURS])
    checked(report, again, where="floors.json")
    assert [(one.scorer, one.before, one.after) for one in again.lowered] == [("coverage", 0.6, 0.45)]
    assert floors.corpus in again.lowered[0].why
    assert report.corpus in again.lowered[0].why


def test_floors_of_another_corpus_do_not_stay_beside_new_ones(
    cases: tuple[LoadedCase, ...], tmp_path: Path
) -> None:
    """A system that was not measured on the new corpus has no floors there; on the same one it keeps its own."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    more = figures(made_cases(tmp_path / "more", "one", "two", "three"), 0.6)
    assert raised(more, floors, []).systems == {}
    assert raised(figures(cases, 0.8), floors, []).systems == floors.systems


def test_a_system_or_a_figure_that_is_gone_fails(cases: tuple[LoadedCase, ...]) -> None:
    """So does one that was measured on fewer cases: dropping a hard case raises nothing."""
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    gone = made_report(cases, {"other": {"one": {"coverage": 1.0}, "two": {"coverage": 1.0}}})
    assert "has floors, and no figures" in next(breaches(gone, floors))
    fewer = made_report(cases, {OURS: {"one": {"coverage": 1.0, "decoys": 0.0}}})
    assert "other cases than its floors (two)" in next(breaches(fewer, floors))
    silent = made_report(cases, {OURS: {c: {"coverage": 1.0, "decoys": None} for c in ("one", "two")}})
    assert list(breaches(silent, floors)) == [f"{OURS}: decoys has a floor of 0.5000, and no figure"]


def test_without_floors_the_gate_is_shut(cases: tuple[LoadedCase, ...]) -> None:
    """A file that was lost must not let everything pass."""
    with pytest.raises(FloorError, match="there are no floors"):
        checked(figures(cases, 1.0), Floors(), where="floors.json")


def test_floors_are_kept_in_a_file(cases: tuple[LoadedCase, ...], tmp_path: Path) -> None:
    """They come back as they went; a file with something else is an error, a missing one is no floors."""
    path = tmp_path / "floors.json"
    assert load_floors(path) == Floors()
    floors = raised(figures(cases, 0.8), Floors(), [OURS])
    path.write_text(dumped(floors), encoding="utf-8")
    assert load_floors(path) == floors
    path.write_text('{"floors": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="holds no floors"):
        load_floors(path)
