"""Who says it, in other languages."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.voices import speaker


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Laut Polizei fehlen elf Krüge.", {"polizei"}),
        (
            "de",
            "Der Alarm sei um 3.12 Uhr eingegangen, teilte die Polizeidirektion mit.",
            {"polizeidirektion"},
        ),
        ("de", "„Das Tor war zu“, sagt Netzmeister Uwe Renk.", {"netzmeister", "uwe", "renk"}),
        ("de", "Die Krüge stehen im Keller.", set()),
        (
            "de",
            "Die Chefin der Mühle, Ida Lenz, sagte unserem Sender, es fehlten elf Krüge.",
            {"ida", "lenz"},
        ),
        ("es", "La directora, Ida Lenz, dijo a este diario que faltaban once.", {"ida", "lenz"}),
        ("fr", "Ils étaient 4 800 selon les syndicats.", {"syndicats"}),
        ("fr", "La préfecture a compté 1 900 manifestants.", {"préfecture"}),
        ("fr", "« C'est peu », a déclaré Ida Lenz, qui préside le club.", {"ida", "lenz"}),
        ("es", "Según la Unión, el precio era de 27 millones.", {"unión"}),
        ("es", "El Racing lo niega.", {"racing"}),
        (
            "es",
            "El Colegio de Abogados, que abrió un turno, contabilizó 41 detenciones.",
            {"colegio", "abogados"},
        ),
        ("pt", "Segundo a polícia, eram nove barcos.", {"polícia"}),
        ("it", "Secondo la prefettura erano nove barche.", {"prefettura"}),
        ("nl", "Volgens de politie waren er negen boten.", {"politie"}),
        ("sv", "Enligt polisen var det nio båtar.", set()),
    ],
)
def test_a_speaker_is_named_before_between_or_behind(language: str, text: str, who: set[str]) -> None:
    """Little words are no part of the name, and a German speaker has a capital."""
    assert speaker(text, language) >= who
    assert bool(speaker(text, language)) == bool(who)
