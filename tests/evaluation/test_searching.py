"""How `check` fares with labelled pairs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.searching import pair_articles, rows, statement_rows
from conspectus.reading import read_article

MILL = "Mill\n\nA fire closed the Tarn mill on Monday, and twelve people were treated for smoke.\n"
POOL = "Pool\n\nThe council put off its vote on the swimming pool until June.\n"


def _pair(name: str, article: str, label: str, claim: str) -> Pair:
    kind = "paraphrase_easy" if label == "supported" else "number"
    return Pair.model_validate(
        {
            "id": name,
            "article": article,
            "published": date(2025, 3, 4),
            "split": "dev2",
            "kind": kind,
            "label": label,
            "claim": claim,
            "evidence": [(MILL if article == "mill" else POOL).split("\n\n")[1].strip()],
        }
    )


def test_claims_are_held_against_all_articles_and_against_all_others(tmp_path: Path) -> None:
    """True ones that are found, false ones that pass, and what other articles support and contradict."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(MILL)
    (tmp_path / "articles" / "pool.txt").write_text(POOL)
    pairs = [
        _pair(
            "a", "mill", "supported", "Twelve people were treated for smoke after a fire at the Tarn mill."
        ),
        _pair(
            "b", "mill", "unsupported", "Twenty people were treated for smoke after a fire at the Tarn mill."
        ),
        _pair("c", "pool", "supported", "The vote on the swimming pool was put off until June."),
    ]
    articles = pair_articles(tmp_path, pairs)
    assert articles["mill"].published == date(2025, 3, 4)
    (row,) = rows(("dev2", "dev3"), pairs, articles)
    assert [cell.split(",")[0] for cell in row] == ["dev2", "2 of 2", "0 of 1", "0 of 3", "0 of 3"]


def test_gold_statements_are_counted_apart_where_cases_were_developed_on() -> None:
    """Of what was looked at the figures flatter; where there is no such case, there is no row."""
    article = read_article(MILL.encode(), name="mill.txt", media="text")

    def _case(*statements: str, developed_on: bool) -> LoadedCase:
        nuggets = [SimpleNamespace(text=text) for text in statements]
        gold = SimpleNamespace(developed_on=developed_on, nuggets=nuggets)
        return cast("LoadedCase", SimpleNamespace(case=gold, articles={"mill.txt": article}))

    seen = _case("Twelve people were treated for smoke.", "A fire closed the Tarn mill.", developed_on=True)
    unseen = _case("Twenty people were treated for smoke.", developed_on=False)
    assert [tuple(cell.split(",")[0] for cell in row) for row in statement_rows([seen, unseen])] == [
        ("1 cases that were developed on", "2 of 2", "0 of 2"),
        ("1 cases that were not developed on", "0 of 1", "1 of 1"),
    ]
    assert len(list(statement_rows([unseen]))) == 1
