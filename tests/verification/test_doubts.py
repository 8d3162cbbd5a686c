"""Words of doubt in other languages: a claim keeps the doubt of what it says, in any words."""

from __future__ import annotations

import pytest

from conspectus.verification.doubts import DOUBTS
from conspectus.verification.faithfulness import MismatchKind, examine

GERMAN = "Das Becken ist undicht, und die Pumpe hält vermutlich keine weitere Saison."
FRENCH = "La mairie de Lorvanne a fermé le vieux pont mardi, mais il pourrait rouvrir en mai selon la maire."
SPANISH = "El embalse está al 20 %, y la comarca podría cortar el agua por la noche."


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (GERMAN, "Die Pumpe hält keine weitere Saison."),
        ("Ob eine Böe das Seil versetzt hat, ist offen.", "Eine Böe hat das Seil versetzt."),
        (FRENCH, "Le pont va rouvrir en mai, selon la maire."),
        (SPANISH, "La comarca va a cortar el agua por la noche."),
    ],
)
def test_a_dropped_doubt_is_named(evidence: str, claim: str) -> None:
    """The reason quotes the word that the claim leaves out."""
    (reason,) = examine(claim, [evidence]).reasons
    assert reason.kind is MismatchKind.MODALITY
    assert reason.in_evidence in {word for words in DOUBTS.values() for word in words}


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (GERMAN, "Die Pumpe hält wahrscheinlich keine weitere Saison."),
        (GERMAN, "Das Becken ist undicht."),
        (FRENCH, "Le pont devrait rouvrir en mai, selon la maire."),
        (FRENCH, "La mairie a fermé le vieux pont."),
        (SPANISH, "El embalse está al 20 %."),
    ],
)
def test_a_kept_doubt_and_what_is_not_doubted_pass(evidence: str, claim: str) -> None:
    """Another word of doubt will do, and the doubt of one clause is not that of the next."""
    assert examine(claim, [evidence]).supported
