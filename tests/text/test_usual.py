"""How usual words are in the news."""

from __future__ import annotations

from conspectus.text.facts.words import stem
from conspectus.text.usual import ordinary_stems, usual_words


def test_what_stands_in_any_report_is_usual_and_what_names_its_matter_is_not() -> None:
    """Stems are counted in how many articles have them; a word of few of them is not there."""
    total, having = usual_words()
    assert all(4 <= count <= total for count in having.values())
    assert having["year"] > having[stem("mayor")] > having.get(stem("sluice"), 0)
    assert "saxifrage" not in having


def test_ordinary_words_are_no_names() -> None:
    """What articles write in small letters is there by its stem; names and the hosts of addresses are not."""
    words = ordinary_stems()
    assert {stem("rubbish"), stem("clearing")} <= words
    assert not {"weber", "hearthwel", "com"} & words
