"""The labelled pairs of statements, and what the code makes of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.related import RelatedPair, load_worlds
from conspectus.evaluation.relations import main, report, told

KEPT = Path(__file__).parents[2] / "eval" / "relations"
WORLD = """
    worlds:
    - name: tram
      split: dev
      pairs:
      - id: tram-01
        a: {text: "Eleven people were hurt in Velmouth, the police said.", published: 2025-02-04, outlet: One}
        b: {text: "Seventeen people were hurt in Velmouth, the hospital said.", published: 2025-02-04, outlet: Two}
        relation: conflict
        kind: number
        why: two counts
      - id: tram-02
        a: {text: "The tram was built in 1994.", published: 2025-02-04, outlet: One}
        b: {text: "The driver is 52 years old.", published: 2025-02-04, outlet: Two}
        relation: other
        why: two facts
    """


def _kept(tmp_path: Path, text: str = WORLD) -> Path:
    (tmp_path / "pairs.yaml").write_text(dedent(text), encoding="utf-8")
    return tmp_path


def test_the_report_that_is_kept_is_that_of_the_code() -> None:
    """Figures are never older than the code."""
    assert report(load_worlds(KEPT)) == (KEPT / "results.md").read_text(encoding="utf-8")


def test_what_is_shown_is_counted_by_its_relation(tmp_path: Path) -> None:
    """A conflict found counts for its kind, and a fact beside it for nothing."""
    lines = report(load_worlds(_kept(tmp_path))).splitlines()
    assert "## dev: 2 pairs of 1 worlds" in lines
    assert any(line.startswith("| number | 100.0%") and "| 100.0%" in line for line in lines)
    assert "| conflict | 1 | 1 | 0 |" in lines
    assert "| other | 1 | 0 | 0 |" in lines


def test_agreement_is_counted_where_both_say_it(tmp_path: Path) -> None:
    """Two outlets that say one thing in nearly the same words are two witnesses of it."""
    (world,) = load_worlds(_kept(tmp_path))
    pair = world.pairs[0]
    again = pair.b.model_copy(update={"text": pair.a.text.replace("hurt", "injured")})
    same = RelatedPair(id="x", a=pair.a, b=again, relation="same", why="one count")
    assert (told(same).agrees, told(same).conflict) == (True, False)


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ("kind: number", "has a kind"),
        ("id: tram-02", "twice"),
        ("relation: other", "relation"),
        ("split: dev", "split"),
        ("published: 2025-02-04", "published"),
    ],
)
def test_a_damaged_file_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str, complaint: str
) -> None:
    """With its name and what is wrong, and no traceback."""
    instead = "id: tram-01" if wrong.startswith("id") else f"{wrong.split(':')[0]}: null"
    folder = _kept(tmp_path, WORLD.replace(wrong, instead))
    with pytest.raises(InputError, match=complaint):
        load_worlds(folder)
    assert main(["--root", str(folder)]) != 0
    assert "pairs.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["1", "{", "worlds: 3\n", "[]"])
def test_no_worlds_are_said_to_be_none(tmp_path: Path, text: str) -> None:
    """Whatever else is in the file."""
    with pytest.raises(InputError, match="pairs"):
        load_worlds(_kept(tmp_path, text))


def test_the_report_stands_beside_the_pairs(tmp_path: Path) -> None:
    """Where a reader looks for it."""
    folder = _kept(tmp_path)
    assert main(["--root", str(folder)]) == 0
    assert (folder / "results.md").read_text(encoding="utf-8") == report(load_worlds(folder))
