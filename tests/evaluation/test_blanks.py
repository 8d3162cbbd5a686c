"""What filling in blanks finds in short reports, as the report says it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from conspectus.evaluation.blanks import KEPT, main
from tests.support.scripted import Body, ScriptedEndpoint, Step, reply

CASES = """
    - id: quay
      articles:
      - outlet: One
        title: Storm at Varn
        published: 2025-02-04T10:00:00+00:00
        text: |
          A storm crossed the county of Varn on Friday.

          Some 40 sheds were lost on the quay of Varn.
      - outlet: Two
        title: The storm at Varn
        published: 2025-02-04T10:20:00+00:00
        text: |
          Varn had its worst night in years on Friday.

          The wind took 63 huts from the quay of Varn.
      relations:
      - relation: conflict
        kind: number
        a: {article: 1, quote: "Some 40 sheds were lost"}
        b: {article: 2, quote: "The wind took 63 huts"}
        why: two counts
    """


def _step(body: Body) -> Step:
    return reply(" 63 huts" if body["messages"][-1]["content"] == '"' else " some 40 sheds")


def test_what_is_found_with_blanks_stands_beside_what_code_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code finds nothing here, and the model's answers, both ways, the one conflict."""
    for name, value in {
        "base_url": "http://scripted.invalid/v1",
        "model": "scripted",
        "prefill": "last",
        "cache": "0",
    }.items():
        monkeypatch.setenv(f"CONSPECTUS_{name.upper()}", value)
    (tmp_path / "own.yaml").write_text(dedent(CASES), encoding="utf-8")
    endpoint = ScriptedEndpoint(_step)
    assert main(["own", "--root", str(tmp_path)], transport=endpoint) == 0
    assert len(endpoint.bodies) == 2
    (row,) = [line for line in (tmp_path / KEPT).read_text("utf-8").splitlines() if line.startswith("| own")]
    cells = [cell.strip().partition("%")[0] for cell in row.strip("|").split("|")]
    assert cells[:2] == ["own", "1"]
    assert cells[3:7] == ["100.0", "0.0", "100.0", "100.0"]
    assert cells[7] == "2"


def test_cases_that_are_not_there_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As of every program: a line that names the file, and its exit code."""
    assert main(["none", "--root", str(tmp_path)]) != 0
    assert "none.yaml" in capsys.readouterr().err
