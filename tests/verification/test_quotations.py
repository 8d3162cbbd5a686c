"""What a claim quotes stands in the evidence word for word."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine

EVIDENCE = (
    "“We were late, very late, and it shows,” said the architect, who called the roof “a brave mistake”."
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The architect called the roof “a brave mistake”.", True),
        ('The architect said, "we were late ... and it shows".', True),
        ("The architect called the roof “a costly mistake”.", False),
        ('The architect said that they were "late, [very] late".', True),
        ('The architect said they "were early".', False),
    ],
)
def test_altered_quotations_are_refused(claim: str, supported: bool) -> None:
    """Omissions and typography are free, a changed word is not."""
    verdict = examine(claim, [EVIDENCE])
    assert any("quotes" in reason.message for reason in verdict.reasons) is not supported
