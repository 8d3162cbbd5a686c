"""The figures that documents give are those of the kept reports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT / "eval"
DEV = [f"dev{number}" for number in ("", *range(2, 8))]
HELD = ["test", "held4", "held6", "held7"]


def cells(line: str) -> list[str]:
    """The cells of a table's row, without marks of emphasis."""
    return [cell.replace("**", "").strip() for cell in line.strip().strip("|").split("|")]


def row(text: str, first: str, after: str = "") -> list[str]:
    """The first row behind `after` whose first cell is that."""
    lines = [line.lstrip() for line in text[text.index(after) :].splitlines()]
    return next(cells(line) for line in lines if line.startswith("|") and cells(line)[0] == first)


def read(path: str) -> str:
    """The text of a file beside or below `eval`."""
    return (EVAL / path).read_text(encoding="utf-8")


def counted(rows: Iterable[list[str]], column: int) -> str:
    """What the “n of m” of a column add up to."""
    pairs = [re.match(r"(\d+) of (\d+)", cells[column]) for cells in rows]
    of = [(int(pair[1]), int(pair[2])) for pair in pairs if pair]
    return f"{sum(part for part, _ in of)} of {sum(whole for _, whole in of)}"


@pytest.mark.parametrize("split", [*DEV, *HELD])
def test_the_gates_are_told_as_measured(split: str) -> None:
    """Accuracy, AUROC, what is refused and what is caught, of each set."""
    readme = read("README.md").partition("## The gates")[2]
    told = next(cells(line) for line in readme.splitlines() if re.match(rf"\| \**{split}\W", line))
    kept = row(read("verification/results.md"), "mechanical", f"## {split}:")
    shares = [each.split("%")[0].strip() for each in kept[1:]]
    assert [told[2].split(" %")[0], told[3], told[4].removesuffix(" %")] == [
        shares[0],
        kept[2].split()[0],
        shares[2],
    ]
    assert told[5].removesuffix(" %") in {shares[3], "3 of 3"}


def test_checks_are_told_as_measured() -> None:
    """How many claims `check` supports, of pairs, of summaries and of gold statements, wherever that is told."""
    results = read("verification/results.md")
    readme, limits, using = read("README.md"), read("../docs/limits.md"), read("../docs/using.md")
    after = "## As `check` does it: the claim"
    for splits, documents in ((DEV, [readme]), (HELD, [readme, limits, using])):
        kept = [row(results, split, after) for split in splits]
        for document in documents:
            assert counted(kept, 1) in document
            assert counted(kept, 2) in document
    held = row(results, "held9", "## As `check` does it: whole")
    for document in (readme, limits, using):
        assert held[1].split(",")[0] in document
        assert held[4].split(",")[0] in document
    for cases in ("23 cases that were developed on", "8 cases that were not developed on"):
        assert row(results, cases)[1].split(",")[0] in readme


def test_short_reports_are_told_as_measured() -> None:
    """What is shown and found of conflicts, what is told as one, and cases told as one event, of each set."""
    readme, results = read("README.md").partition("### Ordinary disagreements")[2], read("plain/results.md")
    lines = [cells(line) for line in readme.splitlines() if line.startswith("|")]
    right, found = [line[1:] for line in lines if line[0] == "now"][:2]
    same = next(line[1:] for line in lines if line[0].startswith("pairs that say the same"))
    events = next(line[1:] for line in lines if line[0].startswith("cases told"))
    for index, split in enumerate([*DEV, "held", "held2"]):
        kept = results.partition(f"## {split}:")[2]
        assert _share(right[index]) == re.findall(r"one: ([\d.]+)%", kept)[0], split
        assert _share(events[index]) == re.findall(r"event: ([\d.]+)%", kept)[0], split
        assert _share(found[index]) == row(kept, "conflict")[2].split("%")[0], split
        assert same[index] == f"{row(kept, 'same')[3]} of {row(kept, 'same')[1]}", split


def test_feeds_are_told_as_measured() -> None:
    """F1 of each feed."""
    readme, results = read("feeds/README.md"), read("feeds/results.md")
    for name in ("dev", "day", "day2", "town", "held", "held2"):
        assert row(readme, f"`{name}`")[-1].replace(" ", "") == row(results, name)[3]


def test_pairs_of_statements_are_told_as_measured() -> None:
    """Precision and recall of conflicts in both halves."""
    readme, results = read("README.md"), read("relations/results.md")
    kept = [row(results, "conflict", f"## {split}") for split in ("dev", "test")]
    shown = row(readme, "shown that are a conflict")
    found = row(readme, "found of those there are")
    for index, line in enumerate(kept, start=1):
        assert line[1].split("%")[0] in shown[index]
        assert found[index].startswith(line[2].split("%")[0])


def test_a_run_costs_the_same_wherever_that_is_told() -> None:
    """Limits and benchmarks give one figure each for time, calls, tokens, processor and memory."""
    limits, bench = read("../docs/limits.md"), read("../bench/README.md")
    for program, column in (("Conspectus", 1), ("a loop over instructor", 2)):
        told = row(limits, program)
        calls, tokens = row(bench, "calls; tokens an article")[column].split("; ")
        processor, memory = row(bench, "CPU an article; memory")[column].split("; ")
        assert told[1:] == [row(bench, "wall ÷ bound")[column], calls, tokens, processor, memory]
    slow = row(bench, "the same, 500 articles")
    assert f"{slow[1].split(',')[0]}, where the loop took {slow[2]}" in limits


def _share(told: str) -> str:
    part, whole = (int(number) for number in told.split(" of "))
    return f"{part / whole * 100:.1f}"
