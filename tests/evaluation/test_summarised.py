"""How `check` fares with labelled summaries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from conspectus.evaluation.summaries import Summary
from conspectus.evaluation.summarised import checked, rows, said_of

MILL = """Mill

A fire closed the Tarn mill on Monday, and twelve people were treated for smoke. The roof of the east wing fell in.
"""
Given = dict[str, object]
RIGHT: Given = {
    "text": "Twelve people were treated for smoke after a fire at the Tarn mill.",
    "label": "supported",
    "kind": "paraphrase_easy",
    "evidence": [{"article": "mill", "quote": "twelve people were treated for smoke"}],
}
LEANING: Given = {
    "text": "Its roof fell in.",
    "label": "supported",
    "kind": "paraphrase_easy",
    "leans": True,
    "evidence": [{"article": "mill", "quote": "The roof of the east wing fell in."}],
}
WRONG: Given = {
    "text": "Twenty people were treated for smoke.",
    "label": "unsupported",
    "kind": "number",
    "note": "twelve",
}
HEADING: Given = {"text": "The mill", "label": "no_claim", "before": "\n\n"}


def _summary(name: str, *sentences: Given) -> Summary:
    return Summary.model_validate(
        {
            "id": name, "group": "mill", "split": "dev8", "writer": "a test", "articles": {"mill": date(2025, 3, 4)},
            "sentences": sentences,
        }
    )  # fmt: skip


def test_sentences_and_whole_summaries_are_counted(tmp_path: Path) -> None:
    """True ones, leaning ones, false ones and what claims nothing, each by what is said of it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(MILL)
    reports = checked(tmp_path, [_summary("a", RIGHT, LEANING), _summary("b", RIGHT, WRONG, HEADING)])
    assert said_of(*reports[0]) == ("supported", "supported")
    assert said_of(*reports[1]) == ("supported", "contradicted", "unchecked")
    (row,) = rows(reports)
    assert [cell.split(",")[0] for cell in row] == [
        "dev8", "3 of 3", "1 of 1", "0 of 3", "0 of 1", "1 of 1", "0 of 1", "1 of 1", "0 of 1",
    ]  # fmt: skip


def test_a_sentence_in_two_parts_needs_both(tmp_path: Path) -> None:
    """What `check` parts otherwise is supported where all of it is."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(MILL)
    both = {**RIGHT, "text": f"{RIGHT['text']} {WRONG['text']}"}
    ((summary, report),) = checked(tmp_path, [_summary("a", both)])
    assert len(report.sentences) == 2
    assert said_of(summary, report) == ("contradicted",)
