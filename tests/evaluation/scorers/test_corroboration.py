"""Agreement counts where origins that report a nugget are shown together, and only those."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.scorers.corroboration import PRECISION, RECALL
from tests.support.outputs import BURNED, CLOSED, THURSDAY, output, quoted, said


def test_two_origins_of_one_nugget_are_one(case: LoadedCase) -> None:
    """Cited together, or one of them for a figure only."""
    both = output(said(case, BURNED, ("herald.md", BURNED), ("echo.txt", CLOSED)))
    part = output(said(case, BURNED, ("herald.md", BURNED), shared=(quoted(case, "echo.txt", CLOSED),)))
    for made in (both, part):
        assert RECALL(case, made).value == 1
        assert PRECISION(case, made).value == 1


def test_one_origin_alone_is_zero(case: LoadedCase) -> None:
    """What two report, shown as one's; it claims no agreement, so none of that is wrong."""
    made = output(said(case, CLOSED, ("echo.txt", CLOSED)), said(case, BURNED, ("herald.md", BURNED)))
    assert RECALL(case, made).value == 0
    assert RECALL(case, made).details
    assert PRECISION(case, made).value is None


def test_an_origin_that_says_something_else_is_zero(case: LoadedCase) -> None:
    """Half of the sentences that name several origins are right here."""
    wrong = said(case, CLOSED, ("echo.txt", CLOSED), ("herald.md", "The hospital admitted fifteen people"))
    right = said(case, BURNED, ("herald.md", BURNED), ("echo.txt", CLOSED))
    assert PRECISION(case, output(wrong)).value == 0
    assert RECALL(case, output(wrong)).value == 0
    assert PRECISION(case, output(wrong, right)).value == 0.5


def test_what_stands_elsewhere_is_not_told(case: LoadedCase) -> None:
    """A timeline or a conflict is no sentence about what is agreed; no sentence at all has no score."""
    made = output(said(case, BURNED, ("herald.md", BURNED), ("echo.txt", CLOSED), section="timeline"))
    assert RECALL(case, made).value == 0
    assert RECALL(case, output()).value is None
    assert PRECISION(case, output(said(case, THURSDAY, ("echo.txt", THURSDAY)))).value is None
