"""What newsrooms count."""

from __future__ import annotations

from conspectus.consolidate.language.roles import words_of


def test_words_of_a_name_count_nothing() -> None:
    """Capitals within a sentence are a name's; German writes every noun with one."""
    assert words_of("The Post has spoken to 9 people on 8 March") == [
        "the",
        "has",
        "spoken",
        "to",
        "people",
        "on",
    ]
    assert words_of("Deaths rose. FOUR DEAD") == ["deaths", "rose", "four", "dead"]
    assert words_of(" Tote in Varn", "de") == ["tote", "in", "varn"]
