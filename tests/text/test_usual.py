"""How usual words are in the news."""

from __future__ import annotations

from conspectus.text.facts.words import stem
from conspectus.text.usual import usual_words


def test_what_stands_in_any_report_is_usual_and_what_names_its_matter_is_not() -> None:
    """Stems are counted in how many articles have them; a word of few of them is not there."""
    total, having = usual_words()
    assert all(4 <= count <= total for count in having.values())
    assert having["year"] > having[stem("mayor")] > having.get(stem("sluice"), 0)
    assert "saxifrage" not in having
