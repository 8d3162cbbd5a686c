"""A nugget counts where it is cited and said."""

from __future__ import annotations

from pathlib import Path

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.scorers.coverage import ALL, VITAL
from tests.support.outputs import BURNED, CLOSED, THURSDAY, VARN, bridge, output, said


def test_all_nuggets_cited_and_said_is_one(case: LoadedCase) -> None:
    """Any of several anchors counts."""
    made = output(said(case, BURNED, ("herald.md", BURNED)), said(case, VARN, ("page.html", VARN)))
    assert VITAL(case, made).value == 1
    assert ALL(case, made).value == 1


def test_half_of_them_is_one_half(case: LoadedCase) -> None:
    """The vital one alone; the one that is missed is named."""
    made = output(said(case, CLOSED, ("echo.txt", CLOSED)))
    assert VITAL(case, made).value == 1
    assert ALL(case, made).value == 0.5
    assert ALL(case, made).details == ("missed n2: Lorries go round by Varn until the end of March.",)


def test_what_is_said_without_its_citation_is_zero(case: LoadedCase) -> None:
    """The right words with another sentence's evidence are not a citation."""
    made = output(said(case, CLOSED, ("echo.txt", THURSDAY)), said(case, VARN))
    assert ALL(case, made).value == 0


def test_what_is_cited_without_being_said_is_zero(case: LoadedCase) -> None:
    """A sentence that leaves out what its evidence has covers nothing of that."""
    made = output(said(case, "There was a fire.", ("echo.txt", CLOSED)))
    assert VITAL(case, made).value == 0


def test_evidence_that_touches_an_anchor_by_a_corner_is_zero(case: LoadedCase) -> None:
    """Half of the anchor has to be covered."""
    made = output(said(case, CLOSED, ("echo.txt", "The bridge at")))
    assert VITAL(case, made).value == 0


def test_a_copy_of_an_article_vouches_for_it(tmp_path: Path) -> None:
    """Two files with one text are one article, whichever the anchor names."""
    case = bridge(tmp_path)
    twin = case.articles["echo.txt"].model_copy(update={"path": "twin.txt"})
    assert twin.id == case.articles["echo.txt"].id
    made = output(said(case, CLOSED, ("echo.txt", CLOSED)))
    assert VITAL(case, made).value == 1
