"""Which language a briefing is in, and what of it is in another."""

from __future__ import annotations

from conspectus.pipeline import brief
from conspectus.settings import Settings
from conspectus.text.language import detect_language
from conspectus.translate import in_other_languages
from tests.support.articles import written

SHORT = "A tug went down off Orle on Monday."


def test_what_stands_in_an_article_is_in_its_language() -> None:
    """A heading of few words is, too, though two of them are commonest in French."""
    assert detect_language(SHORT) == "fr"
    articles = [
        written(f"{SHORT} The coastguard says that nine people were injured.", outlet="Echo"),
        written(
            "The tug sank off Orle on Monday, the coastguard said. Nine people were hurt.", outlet="Post"
        ),
    ]
    briefing = brief(articles, settings=Settings(model="none"))
    assert SHORT.rstrip(".") in {event.title for event in briefing.events}
    assert not list(in_other_languages(briefing, "en"))
