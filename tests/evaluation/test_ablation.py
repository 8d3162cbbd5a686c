"""What each check alone costs and buys, counted by leaving it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conspectus.evaluation import verification
from conspectus.evaluation.ablation import Ablated, ablated, rows
from conspectus.evaluation.pairs import Label, Pair, load_pairs
from conspectus.evaluation.summaries import Summary
from conspectus.verification.faithfulness import CHECKS, examine, without

MILL = "A fire closed the Tarn mill on Monday, and twelve people were treated for smoke."


def _pair(name: str, claim: str, label: Label, kind: str) -> Pair:
    return Pair(
        id=name,
        article="mill",
        published=date(2025, 3, 4),
        split="dev",
        claim=claim,
        evidence=(MILL,),
        label=label,
        kind=kind,
    )


PAIRS = (
    _pair(
        "mill-1", "A fire closed the mill, and twelve people were treated.", "supported", "paraphrase_easy"
    ),
    _pair("mill-2", "Twenty people were treated for smoke.", "unsupported", "number"),
    _pair("mill-3", "On Tuesday twenty people were treated for smoke.", "unsupported", "number"),
    _pair(
        "mill-4",
        "Fire shut the mill, and a score of people fewer eight were treated.",
        "supported",
        "conversion",
    ),
)
SUMMARY = Summary.model_validate(
    {
        "id": "mill-a", "group": "mill", "split": "dev8", "writer": "a test", "articles": {"mill": date(2025, 3, 4)},
        "sentences": [
            {
                "text": "Twenty people were treated for smoke.", "label": "unsupported", "kind": "number",
                "note": "twelve",
            }
        ],
    }
)  # fmt: skip


@pytest.fixture
def counted(tmp_path: Path) -> dict[str, Ablated]:
    """What each check costs and buys of four pairs and a summary."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(f"Mill\n\n{MILL}\n")
    return {each.check: each for each in ablated(PAIRS, [SUMMARY], tmp_path)}


def test_what_a_check_alone_refuses_is_counted(counted: dict[str, Ablated]) -> None:
    """Of two false pairs with the number wrong one has its day wrong too, which another check catches.

    Of a summary's sentence `check` also sees that the evidence has another number in that place.
    """
    assert set(counted) == set(CHECKS)
    assert counted["amounts"] == Ablated("amounts", 1, 1, 0, 0)
    assert counted["days"] == Ablated("days", 0, 0, 0, 0)
    assert (counted["amounts"].true, counted["amounts"].false) == (1, 1)
    assert next(rows([counted["amounts"]])) == ("amounts", "1 (1 + 0)", "1 (1 + 0)")


def test_a_check_is_left_out_for_as_long_as_it_is_asked_for() -> None:
    """Within `without` the claim passes, and behind it the check is there again."""
    with without("amounts"):
        assert examine("Twenty people were treated for smoke.", [MILL]).supported
    assert not examine("Twenty people were treated for smoke.", [MILL]).supported


def test_the_program_looks_at_sets_for_development_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is held out gives nothing to choose by."""
    seen: list[str] = []

    def _seen(pairs: list[Pair], summaries: list[Summary], directory: Path) -> list[Ablated]:
        assert directory == verification.ROOT
        seen.extend([*(pair.split for pair in pairs), *(summary.split for summary in summaries)])
        return [Ablated("days", 1, 2, 3, 4)]

    monkeypatch.setattr("conspectus.evaluation.ablation.ablated", _seen)
    monkeypatch.chdir(Path(__file__).parents[2])
    assert verification.main(["--ablate"]) == 0
    assert capsys.readouterr().out.endswith("| days | 4 (1 + 3) | 6 (2 + 4) |\n")
    assert set(seen) == {pair.split for pair in load_pairs(verification.ROOT) if pair.split[:3] == "dev"} | {
        "dev8",
        "dev9",
    }
