"""The JSON of a briefing."""

from __future__ import annotations

from conspectus.model.briefing import Briefing
from conspectus.model.summary import ArticleSummary
from conspectus.render import json
from tests.render.hostile import HOSTILE, everywhere
from tests.support.briefings import harbour_briefing, post_summary


def test_it_reads_back_as_the_same_briefing() -> None:
    """The JSON holds the whole briefing, and renders to the same bytes again."""
    text = json(harbour_briefing())
    again = Briefing.model_validate_json(text)
    assert again == harbour_briefing()
    assert json(again) == text


def test_keys_stand_in_their_order_indented_by_two_with_one_newline() -> None:
    """The layout is stable: schema version first, run last, UTF-8 as it is."""
    text = json(harbour_briefing())
    top = [line.split('"')[1] for line in text.splitlines() if line.startswith('  "')]
    assert " ".join(top) == (
        "schema_version title language articles origins events translations claims ledger seals run"
    )
    assert "Brannock’s" in text
    assert text.endswith("}\n")


def test_hostile_text_survives_and_does_nothing() -> None:
    """Control characters are escaped, and the value is unchanged."""
    briefing = everywhere(harbour_briefing(), "".join(HOSTILE) + "\x9b\x7f")
    text = json(briefing)
    assert Briefing.model_validate_json(text) == briefing
    assert not any(c in text for c in "\x1b\x9b\x7f\u202e")


def test_a_summary_reads_back_too() -> None:
    """A summary's JSON holds the whole summary."""
    assert ArticleSummary.model_validate_json(json(post_summary())) == post_summary()
