"""Addresses: a website or a mailbox that the claim names is in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.verification.checks.case import Case
from conspectus.verification.verdict import Mismatch, MismatchKind

# Few claims have one, and the search for a dot within a word is quick.
_INNER_DOT = re.compile(r"\.[a-z]")
_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://)?(?:www\.)?"
    r"((?:[\w.+-]+@)?(?:[a-z0-9-]+\.)+(?:com|org|net|info|edu|gov|eu|uk|ie|de|fr|es|it|pt|nl|dk|at|ch|ca|au|example))"
    r"(?![\w@-]|\.\w)"
)


def check(case: Case) -> Iterator[Mismatch]:
    """The first address of the claim that the evidence names neither so nor, as a firm's, by its first word."""
    if not _INNER_DOT.search(case.claim.text):
        return
    for found in _ADDRESS.finditer(case.claim.text):
        address = found[1].lower()
        # "Papermill.com" may be what the evidence calls Papermill.
        named = re.compile(rf"(?<![\w.]){re.escape(address.partition('.')[0])}(?!\.?\w)")
        texts = [each.text.lower() for each in case.texts]
        if not any(address in text or ("@" not in address and named.search(text)) for text in texts):
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=found[0],
                message=f"The claim gives the address “{found[0]}”, which is not in the evidence.",
            )
            return
