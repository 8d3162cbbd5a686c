"""The labelled statements, and what the rules make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.agreement import by_senses, load_statements, main, report

KEPT = Path(__file__).parents[2] / "eval" / "agreement"


def test_the_report_that_is_kept_is_that_of_the_rules() -> None:
    """Figures are never older than the code."""
    assert report(load_statements(KEPT / "statements.yaml")) == (KEPT / "results.md").read_text(
        encoding="utf-8"
    )


def test_no_pair_of_dev_is_wrongly_taken_for_agreement() -> None:
    """False agreement is what a reader can't see."""
    pairs = [pair for pair in load_statements(KEPT / "statements.yaml") if pair.split == "dev"]
    assert [pair for pair in pairs if not pair.carries and by_senses(pair.statement, pair.sentence)] == []


@pytest.mark.parametrize("text", ["- says: x\n", "1", "{", "- id: a\n  split: new\n"])
def test_a_damaged_file_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """With its name, and no traceback."""
    (tmp_path / "statements.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="statements"):
        load_statements(tmp_path / "statements.yaml")
    assert main(["--root", str(tmp_path)]) != 0
    assert "statements.yaml" in capsys.readouterr().err
