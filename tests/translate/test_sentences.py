"""A briefing in one language over articles in several: what is translated, what is refused, what is not asked."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from conspectus import brief, verify
from conspectus.errors import SettingsError
from conspectus.model.briefing import Briefing
from conspectus.model.ledger import Reason
from conspectus.settings import Settings
from tests.support.articles import written
from tests.support.program import FERRY, obliging
from tests.support.scripted import Body, ScriptedEndpoint, Step, prompt_of, reply, scripted_settings

GERMAN = """Reederei stellt Fähre nach Little Calf ein
Hafenblatt
12. Mai 2025

Die Reederei Calder Line wird die Fähre nach Little Calf am 1. Juni 2025 einstellen.

Vierzehn Beschäftigte auf den Schiffen werden nach Angaben der Reederei ihre Stelle verlieren.
"""
GOOD = {
    "Reederei stellt": "Shipping company ends the ferry to Little Calf",
    "Die Reederei Calder": "The shipping company Calder Line will end the ferry to Little Calf on 1 June 2025.",
    "Vierzehn": "Fourteen workers on the boats will lose their posts, the shipping company says.",
}
BAD = {**GOOD, "Vierzehn": "Forty workers on the boats will lose their posts, the shipping company says."}


class Translator:
    """Obliging, and answers a call for translations from a table; counts those calls."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table
        self.asked: list[str] = []

    def __call__(self, body: Body) -> Step:
        if '"translations"' not in json.dumps(body["response_format"]):
            if '"unsupported"' in json.dumps(body["response_format"]):
                count = len(re.findall(r"^Statement \d+:", prompt_of(body), re.MULTILINE))
                return reply({"unsupported": [], "supported": list(range(1, count + 1))})
            return obliging(body)
        prompt = prompt_of(body)
        self.asked.append(prompt)
        given = re.findall(r"^\[(\d+)\] (.+)$", prompt, re.MULTILINE)
        return reply(
            {
                "translations": [
                    {"sentence": int(number), "translation": said}
                    for number, text in given
                    for start, said in self.table.items()
                    if text.startswith(start)
                ]
            }
        )


def briefed(translator: Translator, **settings: object) -> Briefing:
    """The briefing of the German article and an English one, with a large scripted model."""
    english, german = written(FERRY, name="ferry.txt"), written(GERMAN, name="hafen.txt")
    chosen = scripted_settings(**{"profile": "large", "attempts": 1, **settings})
    return brief([german, english], settings=chosen, transport=ScriptedEndpoint(translator))


def test_sentences_in_another_language_are_translated() -> None:
    """In one call; each stands beside its original, is found again by the audit, and its quote stays German."""
    translator = Translator(GOOD)
    briefing = briefed(translator, language="en")
    assert len(translator.asked) == 1
    assert briefing.language == "en"
    assert {each.text for each in briefing.translations} >= set(GOOD.values())
    assert all(each.source == "de" and each.score == 1 for each in briefing.translations)
    assert verify(briefing) == ()
    said = {sentence for event in briefing.events for sentence in (*event.lead, *event.points)}
    originals = {each.of for each in briefing.translations}
    assert originals & {each.text for each in said}
    shown = briefing.to_terminal(width=200)
    assert "translated from German; numbers, dates, names and negation checked, and by the model" in shown
    assert "„" not in shown.split("Sources")[0]
    for text in (shown, briefing.to_markdown(), briefing.to_html()):
        assert GOOD["Vierzehn"] in text
        assert "Vierzehn Beschäftigte" in text


def test_a_translation_that_is_refused_leaves_the_original() -> None:
    """After one re-ask; the ledger has the refused wording and why, and the page says that it is not translated."""
    translator = Translator(BAD)
    briefing = briefed(translator, language="en")
    assert len(translator.asked) == 2
    assert "leaves out “14”" in translator.asked[1]
    (entry,) = [each for each in briefing.ledger if each.reason is Reason.TRANSLATION]
    assert entry.text == BAD["Vierzehn"]
    assert "40" in entry.detail
    assert entry.text not in {each.text for each in briefing.translations}
    assert verify(briefing) == ()
    assert "Sentences in German stand in their own words" in briefing.to_markdown()


def test_nothing_is_asked_unless_a_language_is() -> None:
    """By default the briefing is in the language of most of the articles' text, and says what is not."""
    translator = Translator(GOOD)
    briefing = briefed(translator)
    assert translator.asked == []
    assert briefing.translations == ()
    assert briefing.language == "en"
    assert "Sentences in German stand in their own words" in briefing.to_terminal(width=200)


def test_without_a_model_sentences_stay_as_they_are() -> None:
    """And the briefing speaks of itself in the language that was asked for."""
    articles = [written(GERMAN, name="hafen.txt"), written(FERRY, name="ferry.txt")]
    briefing = brief(articles, settings=Settings.load(model="none", language="fr-CA"))
    assert briefing.language == "fr"
    assert briefing.translations == ()
    text = briefing.to_markdown()
    assert "Les phrases en allemand, anglais restent dans leurs propres mots" in text
    assert "## Laissé de côté" in text
    assert "12 mai 2025" in text
    assert "<html lang=fr>" in briefing.to_html()


def test_german_articles_make_a_german_briefing() -> None:
    """Without anybody asking for it."""
    briefing = brief(written(GERMAN, name="hafen.txt"), settings=Settings.load(model="none"))
    assert briefing.language == "de"
    assert "1 Artikel, 1 unabhängige Quelle" in briefing.to_terminal()
    assert "## Wie dies entstand" in briefing.to_markdown()
    assert "Jeder Satz öffnet die Worte" in briefing.to_html()


def test_a_model_is_not_asked_for_a_language_that_it_cannot_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger names the language and the article."""
    from conspectus.llm import types  # noqa: PLC0415 - the profile that the scripted model gets

    of = types.ModelProfile.of
    monkeypatch.setattr(
        types.ModelProfile,
        "of",
        lambda *given, **known: replace(of(*given, **known), languages=frozenset({"en"})),
    )
    translator = Translator(GOOD)
    briefing = briefed(translator, language="en")
    assert translator.asked == []
    details = [each.detail for each in briefing.ledger if each.reason is Reason.LANGUAGE]
    assert "the model can't do German: it stands in its own words" in details
    assert verify(briefing) == ()


def test_a_language_that_is_none_costs_nothing() -> None:
    """It is refused before anything is read or asked."""
    translator = Translator(GOOD)
    with pytest.raises(SettingsError, match="no language that is known"):
        briefed(translator, language="qq")
    assert translator.asked == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"text": "Forty workers on the boats will lose their posts."}, "40"),
        ({"of": "Something else."}, "is nothing that the briefing says"),
        ({"source": "en"}, "needs a language"),
    ],
)
def test_the_audit_finds_an_altered_translation(change: dict[str, str], found: str) -> None:
    """Its numbers are compared again, without a model."""
    briefing = briefed(Translator(GOOD), language="en")
    last = next(each for each in briefing.translations if each.text == GOOD["Vierzehn"])
    altered = briefing.model_copy(update={"translations": (last.model_copy(update=change),)})
    assert any(found in finding.message for finding in verify(altered))
    twice = briefing.model_copy(update={"translations": (last, last)})
    assert any("twice" in finding.message for finding in verify(twice))
