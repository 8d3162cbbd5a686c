"""Articles grouped into events and origins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.scorers.events import B_CUBED
from conspectus.evaluation.scorers.origins import ACCURACY
from tests.support.outputs import bridge, output

ALL_IN_ONE = (("echo.txt", "herald.md", "page.html"),)


def test_the_editors_events_are_one(case: LoadedCase) -> None:
    """In whatever order."""
    assert B_CUBED(case, output(events=(("page.html",), ("herald.md", "echo.txt")))).value == 1


def test_one_event_for_everything_is_in_between(case: LoadedCase) -> None:
    """Precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1: F1 5/7."""
    score = B_CUBED(case, output(events=ALL_IN_ONE))
    assert score.value == pytest.approx(5 / 7)
    assert score.details == ("no event of the gold: echo.txt, herald.md, page.html",)


def test_an_article_that_is_put_nowhere_is_alone(case: LoadedCase) -> None:
    """Precision 1, recall (1/2 + 1/2 + 1) / 3 = 2/3: F1 4/5."""
    assert B_CUBED(case, output(events=())).value == pytest.approx(0.8)


def test_an_article_of_two_events_is_compared_by_how_many_they_share(tmp_path: Path) -> None:
    """Where the gold has it twice and the output once, recall suffers, precision does not."""

    def both(content: dict[str, Any]) -> None:
        content["events"][1]["articles"] = ["page.html", "echo.txt"]

    case = bridge(tmp_path, both)
    score = B_CUBED(case, output(events=(("echo.txt", "herald.md"), ("page.html",))))
    # echo: itself 1 of 2, herald 1, page 0; herald: 1, 1; page: itself 1, echo 0.
    assert "precision 1.00, recall 0.67" in score.explanation
    assert B_CUBED(case, output(events=(("echo.txt", "herald.md"), ("page.html", "echo.txt")))).value == 1


def test_who_makes_no_events_is_not_measured(case: LoadedCase) -> None:
    """Absence is no failure at a task that was not taken on."""
    assert B_CUBED(case, output()).value is None
    assert ACCURACY(case, output()).value is None


def test_origins_have_to_be_exact(case: LoadedCase) -> None:
    """Three alone are right; two merged are both wrong; three merged are all wrong; none at all, all wrong."""
    alone = (("echo.txt",), ("herald.md",), ("page.html",))
    assert ACCURACY(case, output(origins=alone)).value == 1
    score = ACCURACY(case, output(origins=(("echo.txt", "herald.md"), ("page.html",))))
    assert score.value == pytest.approx(1 / 3)
    assert "echo.txt is with herald.md, not nobody" in score.details
    assert ACCURACY(case, output(origins=ALL_IN_ONE)).value == 0
    assert ACCURACY(case, output(origins=())).value == 0
