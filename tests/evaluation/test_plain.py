"""Ordinary disagreements between short reports, and what a briefing makes of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.plain import SPLITS, load_plain, main, read, report

KEPT = Path(__file__).parents[2] / "eval" / "plain"
CASE = """
    - id: bakery
      articles:
      - outlet: One
        title: Fire at bakery in Velmouth
        published: 2025-02-04T10:00:00+00:00
        text: |
          A fire destroyed the Brand bakery in Velmouth on Tuesday.

          Eleven people were hurt in the fire, the police said.
      - outlet: Two
        title: Velmouth bakery burns down
        published: 2025-02-04T10:20:00+00:00
        text: |
          The Brand bakery in Velmouth was destroyed by a fire on Tuesday.

          Seventeen people were hurt in the fire, the hospital said.
      relations:
      - relation: conflict
        kind: number
        a: {article: 1, quote: "Eleven people were hurt in the fire"}
        b: {article: 2, quote: "Seventeen people were hurt in the fire"}
        why: two counts
      - relation: same
        a: {article: 1, quote: "A fire destroyed the Brand bakery in Velmouth on Tuesday."}
        b: {article: 2, quote: "The Brand bakery in Velmouth was destroyed by a fire on Tuesday."}
        why: one fire
    """


def _kept(tmp_path: Path, text: str = CASE) -> Path:
    for split in SPLITS:
        (tmp_path / f"{split}.yaml").write_text(dedent(text), encoding="utf-8")
    return tmp_path


def test_the_report_that_is_kept_is_that_of_the_code() -> None:
    """Figures are never older than the code."""
    assert report(KEPT) == (KEPT / "results.md").read_text(encoding="utf-8")


def test_a_conflict_is_found_where_its_two_stretches_stand_against_each_other(tmp_path: Path) -> None:
    """One conflict of two counts, in one event, and the fact that both tell cited of both."""
    (case,) = load_plain(_kept(tmp_path) / "dev.yaml")
    found = read(case)
    assert (found.opposed, found.joined, found.right, found.wrong) == ((True, False), (False, True), 1, ())
    assert found.events == 1


def test_a_conflict_that_nobody_labelled_is_wrong(tmp_path: Path) -> None:
    """What is shown and cites no labelled conflict's stretches counts against the briefing, by its question."""
    unlabelled = CASE.replace("relation: conflict\n        kind: number", "relation: update")
    (case,) = load_plain(_kept(tmp_path, unlabelled) / "dev.yaml")
    found = read(case)
    assert (found.right, len(found.wrong)) == (0, 1)
    assert "shown that are one: 0.0%" in report(_kept(tmp_path, unlabelled))


def test_no_two_cases_have_one_id(tmp_path: Path) -> None:
    """What is said of one would be said of the other."""
    with pytest.raises(InputError, match="'bakery' is there twice"):
        load_plain(_kept(tmp_path, CASE + CASE) / "dev.yaml")


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("kind: number", "kind: null", "has a kind"),
        ("relation: same", "relation: likewise", "relation"),
        (
            "Eleven people were hurt in the fire, ",
            "Twelve people were hurt in the fire, ",
            "not in article 1",
        ),
        ('{article: 2, quote: "Seventeen', '{article: 3, quote: "Seventeen', "no article 3"),
        ("- id: bakery", "- id: ''", "id"),
        ("- id: bakery", "case: bakery", "YAML|list"),
    ],
)
def test_a_damaged_file_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, complaint: str
) -> None:
    """With its name and what is wrong, and no traceback."""
    folder = _kept(tmp_path, CASE.replace(right, wrong))
    with pytest.raises(InputError, match=complaint):
        load_plain(folder / "dev.yaml")
    assert main(["--root", str(folder)]) != 0
    assert "dev.yaml" in capsys.readouterr().err
