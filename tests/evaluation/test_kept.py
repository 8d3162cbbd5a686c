"""The figures that are kept are those of the cases that are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.evaluation.gate import load_floors
from conspectus.evaluation.loading import corpus_digest, load_cases
from conspectus.evaluation.recordings import RECORDINGS, tape_for
from conspectus.evaluation.systems import SYSTEMS

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture(scope="module")
def corpus() -> str:
    """The digest of the cases as they are."""
    return corpus_digest(load_cases(EVAL / "cases"))


def test_results_and_floors_are_those_of_the_cases(corpus: str) -> None:
    """After a change to a case: `make eval`, look at it, `conspectus eval --raise-floors`."""
    assert f"corpus `{corpus}`" in (EVAL / "RESULTS.md").read_text("utf-8")
    assert load_floors(EVAL / "floors.json").corpus == corpus


def test_every_recording_is_of_a_case_and_a_system_that_are_there() -> None:
    """Each can be read, and is of the model that the system has."""
    cases = {case.id: case for case in load_cases(EVAL / "cases")}
    systems = {system.name: system for system in SYSTEMS}
    for path in (EVAL / RECORDINGS).glob("*/*"):
        assert path.suffix == ".jsonl", path
        system = systems[path.stem]
        assert system.model is not None
        assert tape_for(cases[path.parent.name], system.name, system.model).header.recorded
