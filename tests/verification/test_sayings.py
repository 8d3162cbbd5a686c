"""In other languages than English a claim keeps that somebody says what its evidence has as said."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine
from conspectus.verification.verdict import MismatchKind

BRAKES = ["Die Bremsen seien im Mai geprüft worden, sagte der Betreiber."]
WATER = ["Según la empresa, el agua del pozo es potable desde marzo."]
BOOKS = ["La ministre affirme que les écoles ont reçu les manuels en août."]


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Die Bremsen sind im Mai geprüft worden.", BRAKES),
        (
            "Der Verein hat 412 Mitglieder.",
            ["Der Verein hat 412 Mitglieder, sagte die Vorsitzende am Montag."],
        ),
        ("El agua del pozo es potable desde marzo.", WATER),
        ("Les écoles ont reçu les manuels en août.", BOOKS),
        (
            "La scuola di Torre è sicura e pulita.",
            ["Il sindaco sostiene che la scuola di Torre è sicura e pulita."],
        ),
    ],
)
def test_what_somebody_says_is_no_fact(claim: str, evidence: list[str]) -> None:
    """The reason names the word that makes it a saying."""
    (reason,) = examine(claim, evidence).reasons
    assert reason.kind is MismatchKind.ATTRIBUTION
    assert reason.in_evidence is not None
    assert reason.in_evidence in evidence[0].lower()


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        # The claim keeps it, in whatever words, or names the speaker.
        ("Nach Angaben des Betreibers sind die Bremsen im Mai geprüft worden.", BRAKES),
        ("Der Betreiber will die Bremsen im Mai geprüft haben.", BRAKES),
        ("La empresa asegura que el agua del pozo es potable desde marzo.", WATER),
        ("Aux dires de la ministre, les écoles ont reçu les manuels en août.", BOOKS),
        # A sentence that is nobody's word tells it as well.
        (
            "Les écoles ont reçu les manuels en août.",
            [*BOOKS, "Les écoles ont reçu les manuels en août, comme en 2024."],
        ),
        # Another sentence is somebody's word.
        (
            "Der Zug hielt um acht Uhr im Tunnel.",
            ["Der Zug hielt um acht Uhr im Tunnel.", "Er habe geklemmt, sagte sie."],
        ),
    ],
)
def test_what_is_kept_or_told_as_a_fact_is_not_refused(claim: str, evidence: list[str]) -> None:
    """No saying is dropped."""
    assert not [r.message for r in examine(claim, evidence).reasons if "somebody's word" in r.message]
