"""What is quoted of a sentence with a dateline or a signature."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.datelines import without_datelines
from conspectus.model.briefing import Standing
from conspectus.model.evidence import Evidence, Verification
from conspectus.summarise.admit import make_claim
from tests.support.articles import said, written

SENTENCE = "Two barges have sunk in the lock at Varn."


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("ORLE (lp) - ", ""),
        ("Orle, 17 May 2025, 21:52 (Lend Press).- ", ""),
        ("Orle (lp/mo). ", ""),
        ("", " lp/05.11.2025"),
        ("Bad Orle (Lend Press) — ", " LP/mo/ab 2214"),
    ],
)
def test_a_dateline_and_a_signature_are_no_part_of_what_is_told(before: str, behind: str) -> None:
    """The quotation is shorter at either end, and takes the place of the longer one."""
    page = written(f"{before}{SENTENCE}{behind}", day="2025-11-05")
    quote = f"{before}{SENTENCE}{behind}"
    start = page.text.index(quote)
    evidence = Evidence(article_id=page.id, start=start, end=start + len(quote), quote=quote)
    claim = make_claim(quote, [evidence], verified=Verification.QUOTED)
    item = Weighed(claim=claim, origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    position = {claim.id: 3}
    (bare,) = without_datelines([item], {page.id: page}, position)
    assert bare.claim.text == SENTENCE
    (piece,) = bare.claim.evidence
    assert page.text[piece.start : piece.end] == piece.quote == SENTENCE
    assert position[bare.claim.id] == 3


@pytest.mark.parametrize(
    "text",
    [
        "The lock (built in 1911) is shut - Nobody may pass it.",
        "The harbour board (1911) - The oldest of all - has met at last.",
        "Two barges sank in the lock (see page 4).",
        "Varn (lp) - Shut.",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    """Brackets further on are the sentence's own, and of a dateline with next to nothing behind it nothing is left."""
    page = written(text, day="2025-11-05")
    item = Weighed(
        claim=said(page, page.sentence_text(page.body[0])), origins=("o1",), standing=Standing.SINGLE_ORIGIN
    )
    assert without_datelines([item], {page.id: page}, {}) == (item,)
