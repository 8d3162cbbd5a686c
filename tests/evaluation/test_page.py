"""One HTML file that needs nothing else, with plots."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conspectus.evaluation.charts import bars, scatter
from conspectus.evaluation.comparison import compared
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.page import page
from conspectus.evaluation.report import Report
from tests.support.reports import made_cases, made_report


@pytest.fixture
def cases(tmp_path: Path) -> tuple[LoadedCase, ...]:
    """Two cases."""
    return made_cases(tmp_path, "one", "two")


@pytest.fixture
def report(cases: tuple[LoadedCase, ...]) -> Report:
    """A cheap system and a dear one, the second with a name that would like to be a script."""
    cheap = {"coverage_vital": 0.25, "tokens": 0.0, "cost": None}
    dear = {"coverage_vital": 0.75, "tokens": 4000.0, "cost": 0.5}
    return made_report(
        cases,
        {
            "cheap": {"one": cheap, "two": cheap},
            "<script>dear": {"one": dear, "two": {**dear, "tokens": 2000.0}},
        },
    )


def test_bars_are_as_long_as_their_figures(report: Report) -> None:
    """Shares on a scale to 100 %; an interval where there is one."""
    row = next(row for row in report.side_by_side.rows if row.scorer == "coverage_vital")
    svg = ET.fromstring(bars(row, report.side_by_side.systems, report))  # noqa: S314 - our own
    short, long = (float(bar.attrib["width"]) for bar in svg.iter("rect"))
    assert long == pytest.approx(3 * short, rel=0.01)
    tokens = next(row for row in report.side_by_side.rows if row.scorer == "tokens")
    drawn = bars(tokens, report.side_by_side.systems, report)
    assert drawn.count('class="whisker"') == 1
    assert "3,000 (2,000–4,000)" in drawn


def test_more_cost_is_to_the_right_and_more_coverage_is_higher(report: Report) -> None:
    """A system without one of the figures is not drawn."""
    rows = {row.scorer: row for row in report.side_by_side.rows}
    svg = ET.fromstring(scatter(rows["tokens"], rows["coverage_vital"], report.side_by_side.systems, report))  # noqa: S314
    (x1, y1), (x2, y2) = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in svg.iter("circle")]
    assert x1 > x2
    assert y1 < y2
    only = scatter(rows["cost"], rows["coverage_vital"], report.side_by_side.systems, report)
    assert only.count("<circle") == 1


def test_the_page_stands_alone_and_runs_nothing(report: Report) -> None:
    """No script, no address, everything escaped, and a policy that forbids the rest."""
    text = page(report, command="conspectus eval")
    assert "<script" not in text
    assert "&lt;script&gt;" in text.lower()
    assert "default-src 'none'" in text
    assert not re.search(r"(src|href)=|https?://|url\(", text)
    assert text.count("<svg") >= 3
    assert text == page(report, command="conspectus eval")


def test_a_comparison_has_its_differences_and_cases(report: Report) -> None:
    """With the verdicts, and what got better or worse."""
    comparison = compared(report, "cheap", "<script>dear")
    text = page(report, command="x", comparison=comparison)
    assert "<h1>Comparison</h1>" in text
    assert "+50 pp" in text
    assert "one 25 % → 75 %" in text
