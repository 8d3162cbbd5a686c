"""Quotations: what the claim has between quotation marks is in the evidence word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.verification.checks.case import Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_QUOTED = re.compile(r'"([^"]+)"')
_OMISSION = re.compile(r"\.\.\.|\[[^\]]*\]|\([^)]*\)")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def check(case: Case) -> Iterator[Mismatch]:
    """The quotations of the claim of which a part, between its omissions, is nowhere in the evidence."""
    if '"' not in case.claim.reading.text:
        return
    texts = [f" {_plain(a.reading.text)} " for a in (*case.wider, *case.pieces, *case.known)]
    for match in _QUOTED.finditer(case.claim.reading.text):
        parts = [_plain(part) for part in _OMISSION.split(match[1])]
        missing = next((p for p in parts if p and not any(f" {p} " in text for text in texts)), None)
        if missing is not None:
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=match[1],
                message=f"The claim quotes “{match[1]}”; the evidence does not say it in these words.",
            )
            return


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
