"""Ids that are made of what they name."""

from __future__ import annotations

import re

from conspectus.model.evidence import Evidence, claim_id

PIECE = Evidence(article_id="a00000000", start=3, end=9, quote="quoted")


def test_a_claims_id_depends_on_wording_speaker_and_place() -> None:
    """Every part that is altered alters the id; the same parts give the same id."""
    elsewhere = PIECE.model_copy(update={"start": 4})
    other = PIECE.model_copy(update={"article_id": "a11111111"})
    longer = PIECE.model_copy(update={"end": 10})
    ids = [
        claim_id("It fell.", None, [PIECE]),
        claim_id("It fell!", None, [PIECE]),
        claim_id("It fell.", "Mara", [PIECE]),
        claim_id("It fell.", "", [PIECE]),
        claim_id("It fell.", None, [elsewhere]),
        claim_id("It fell.", None, [other]),
        claim_id("It fell.", None, [longer]),
        claim_id("It fell.", None, [PIECE, other]),
        claim_id("It fell.", None, [other, PIECE]),
    ]
    assert len(set(ids)) == len(ids)
    assert claim_id("It fell.", None, [PIECE]) == ids[0]
    assert all(re.fullmatch(r"c[0-9a-f]{10}", each) for each in ids)
