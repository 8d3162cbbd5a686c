"""The way from labelled data to its results."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.written import write_results


def test_what_the_report_says_is_written_beside_its_data(tmp_path: Path) -> None:
    """The directory that is named comes before the usual one."""
    code = write_results(
        ["--root", str(tmp_path)],
        program="x",
        says=None,
        root=Path("elsewhere"),
        report=lambda root: root.name,
    )
    assert (code, (tmp_path / "results.md").read_text()) == (0, tmp_path.name)


def test_data_that_can_not_be_read_leaves_the_results_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told, with the exit code of such errors, and nothing is written."""

    def report(root: Path) -> str:
        raise InputError("no YAML", where=str(root))

    assert (
        write_results([], program="x", says=None, root=tmp_path, report=report) == InputError("x").exit_code
    )
    assert "no YAML" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
