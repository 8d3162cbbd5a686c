"""What `conspectus eval` says and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.support.cases import write_case
from tests.support.program import Program


def test_sound_cases_pass_the_linter(program: Program, tmp_path: Path) -> None:
    """It says how much there is, and ends with 0."""
    write_case(tmp_path)
    ended = program("eval", "--lint", str(tmp_path))
    assert (ended.code, ended.err) == (0, "")
    assert "1 case with 3 articles" in ended.out


def test_every_problem_is_listed(program: Program, tmp_path: Path) -> None:
    """One a line on the output with file and line, then the count; exit code 3."""
    folder = write_case(tmp_path, lambda content: content["origins"].pop())
    ended = program("eval", "--lint", str(tmp_path))
    assert ended.code == 3
    assert ended.out.startswith(f"{folder}/case.yaml:")
    assert ended.err == f"error: {tmp_path}: 1 problem in 1 of 1 case\n"
