"""Every language says everything that a briefing says about itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from conspectus.consolidate.language.roles import QUESTIONS
from conspectus.model.article import JunkReason
from conspectus.model.briefing import ConflictKind, Relation
from conspectus.model.evidence import Match, Verification
from conspectus.model.ledger import Reason
from conspectus.model.usage import Usage
from conspectus.render.notes import dated
from conspectus.render.wording import ENGLISH, LANGUAGES, de, en, es, fr, wording
from tests.support.articles import ROOT
from tests.support.briefings import harbour_briefing

RENDER = ROOT / "src/conspectus/render"
ENUMS: Mapping[str, type[StrEnum]] = {
    "reason": Reason,
    "conflict": ConflictKind,
    "relation": Relation,
    "checks": Verification,
    "match": Match,
    "junk": JunkReason,
}
_PART = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("catalogue", [de, fr, es])
def test_every_language_has_every_message(catalogue: object) -> None:
    """The same keys, and in each message the same parts, as English has."""
    messages: Mapping[str, str] = catalogue.MESSAGES  # type: ignore[attr-defined]
    assert messages.keys() == en.MESSAGES.keys()
    for key, message in messages.items():
        assert sorted(_PART.findall(message)) == sorted(_PART.findall(en.MESSAGES[key])), key
        assert message.count("|") == en.MESSAGES[key].count("|"), key
        assert message, key


@pytest.mark.parametrize("catalogue", [de, fr, es])
def test_every_language_tells_what_other_rooms_say(catalogue: object) -> None:
    """The same questions and reasons, with the same parts."""
    told: Mapping[str, str] = catalogue.TOLD  # type: ignore[attr-defined]
    assert told.keys() == de.TOLD.keys()
    for english, said in told.items():
        assert sorted(_PART.findall(english)) == sorted(_PART.findall(said)), english


def test_every_message_that_is_asked_for_is_there() -> None:
    """By its key, in the source of the renderers; and one for each member of what is shown by name."""
    source = "".join(
        path.read_text("utf-8") for path in RENDER.rglob("*.py") if path.parent.name != "wording"
    )
    asked = set(re.findall(r"\bsay\(\s*[\"']([\w.]+)[\"']", source))
    assert len(asked) > 40
    assert asked <= en.MESSAGES.keys()
    nouns = set(re.findall(r"\bsay\.count\(.*?, \"(\w+)\"\)", source))
    assert len(nouns) >= 5
    assert {f"n.{noun}" for noun in nouns} <= en.MESSAGES.keys()
    for prefix, members in ENUMS.items():
        assert {f"{prefix}.{member.value}" for member in members} <= en.MESSAGES.keys()


def test_every_question_is_told_in_every_language() -> None:
    """What consolidation asks has a wording in all catalogues."""
    rooms = ROOT / "src/conspectus/consolidate"
    source = "".join(path.read_text("utf-8") for path in rooms.rglob("*.py"))
    asked = set(re.findall(r"\"((?:What|Where|When|Which|How|Did)\b[^\"{}]*\?)\"", source))
    assert len(asked) >= 9
    for code in set(LANGUAGES) - {"en"}:
        assert [question for question in asked if wording(code).told(question) == question] == []


def test_reasons_are_told_with_what_differs_in_them() -> None:
    """Parts stay as they are, a reason within a reason is told too, and what is unknown stands as it is."""
    say = wording("de")
    assert say.told("How many workers (Ostrane)?") == "Wie viele (Ostrane: „workers“)?"
    assert say.told("{x}") == "{x}"
    nested = "replaced by the source's own words: The claim leaves out a “not”.; something else"
    assert say.told(nested).endswith(": Die Aussage lässt eine Verneinung weg.; something else")
    assert say.told("3 events in 9 articles") == "3 Ereignisse in 9 Artikeln"
    assert say.told("3 events in one article") == "3 Ereignisse in einem Artikel"
    assert say.told("Ann Lee: 2 events in one article") == "Ann Lee: 2 Ereignisse in einem Artikel"
    assert ENGLISH.told(nested) == nested


@pytest.mark.parametrize(
    ("code", "day", "period", "amount", "quoted"),
    [
        ("en", "4 March 2025", "30 March – 2 April 2025", "1,200 articles", "“x”"),
        ("de", "4. März 2025", "30. März – 2. April 2025", "1.200 Artikel", "„x“"),
        ("fr", "4 mars 2025", "30 mars – 2 avril 2025", "1\u202f200 articles", "«\u00a0x\u00a0»"),
        ("es", "4 de marzo de 2025", "30 de marzo – 2 de abril de 2025", "1.200 artículos", "«x»"),
    ],
)
def test_numbers_days_and_quotes_are_written_as_usual(
    code: str, day: str, period: str, amount: str, quoted: str
) -> None:
    """In each language, whatever the machine's locale is."""
    say = wording(code)
    assert say.day(date(2025, 3, 4)) == day
    assert say.period("2025-03-30/2025-04-02") == period
    assert say.period("March 2025") == say.period("2025-03")
    assert say.period("in the spring") == "in the spring"
    assert say.period("2025-03-01/2025-04-30").endswith(f" – {say.month(date(2025, 4, 1))}")
    assert say.period("9999-12-01/9999-12-31") == say.month(date(9999, 12, 1))
    assert say.count(1200, "article") == amount
    assert say.quoted("x") == quoted
    assert say.quoted("“x”")[0] != quoted[0]
    assert say.count(0, "article").startswith("0 article" if code == "fr" else "0")
    assert say.cost(Usage(cost_usd=None)) == say("cost_unknown")


def test_a_language_without_a_catalogue_is_spoken_to_in_english() -> None:
    """As is none at all; a region makes no difference."""
    assert wording(None) is wording(None)
    assert {wording(code).language for code in (None, "nl", "zh-Hant")} == {"en"}
    assert wording("de-AT").language == wording("DE_ch").language == "de"


def test_catalogues_have_no_typewriter_quotes() -> None:
    """In what a reader sees."""
    for catalogue in (en, de, fr, es):
        assert [key for key, said in catalogue.MESSAGES.items() if '"' in said or "'" in said] == []


@pytest.mark.parametrize(
    ("published", "updated", "told"),
    [
        (date(2025, 3, 4), None, "4 March 2025"),
        (date(2025, 3, 4), date(2025, 3, 4), "4 March 2025"),
        (date(2025, 3, 4), date(2025, 3, 5), "4 March 2025, updated 5 March 2025"),
        (None, date(2025, 3, 5), "updated 5 March 2025"),
        (None, None, "undated"),
    ],
)
def test_an_update_is_told_beside_the_day_of_publication(
    published: date | None, updated: date | None, told: str
) -> None:
    """Where it was on another day, in every format, and with every first quote from that article."""
    briefing = harbour_briefing()
    first = briefing.articles[0].model_copy(update={"published": published, "updated": updated})
    changed = briefing.model_copy(update={"articles": (first, *briefing.articles[1:])})
    assert dated(first, ENGLISH) == (None if told == "undated" else told)
    for text in (changed.to_markdown(), changed.to_terminal(width=300), changed.to_html()):
        assert text.count(told) >= 2


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_every_question_about_an_amount_is_asked_in_the_readers_language(language: str) -> None:
    """With the name that all sides give, too: nothing of the English stays."""
    say = wording(language)
    for asked in QUESTIONS.values():
        plain = say.told(f"{asked}?")
        assert plain != f"{asked}?"
        assert "“" not in plain
        assert "«" not in plain
        named = say.told(f"{asked} (Varn)?")
        assert named.replace(" (Varn)", "") == plain
        assert named.endswith("?")


def test_the_name_stands_before_the_question_mark() -> None:
    """Whatever parts the mark from its question."""
    assert (
        wording("es").told("How many people were arrested (Varn)?")
        == "¿Cuántas personas fueron detenidas (Varn)?"
    )
    assert wording("de").told("How many jobs?") == "Wie viele Stellen?"
    assert wording("fr").told("How many jobs (Varn)?").rstrip("?").rstrip() == "Combien d’emplois (Varn)"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2025-03-04T09:05:00+00:00", "4 March 2025, 09:05 UTC"),
        ("2025-03-04T16:40:00+01:00", "4 March 2025, 16:40 UTC+1"),
        ("2025-03-04T16:40:00-03:30", "4 March 2025, 16:40 UTC−3:30"),
    ],
)
def test_a_moment_is_told_with_its_zone(moment: str, told: str) -> None:
    """Whoever reads it may live in another."""
    assert ENGLISH.moment(datetime.fromisoformat(moment)) == told


def test_an_update_of_the_same_day_is_told_by_its_hours() -> None:
    """Where both are known and the second is later; by days alone it is one day."""
    ten = datetime(2025, 3, 4, 10, 5, tzinfo=UTC)
    article = (
        harbour_briefing()
        .articles[0]
        .model_copy(
            update={
                "published": ten.date(),
                "published_at": ten,
                "updated": ten.date(),
                "updated_at": ten.replace(hour=16),
            }
        )
    )
    assert dated(article, ENGLISH) == "4 March 2025"
    assert dated(article, ENGLISH, hours=True) == "4 March 2025, 10:05 UTC, updated 4 March 2025, 16:05 UTC"
    for updated_at in (None, ten, ten.replace(second=30), ten.replace(hour=9)):
        same = article.model_copy(update={"updated_at": updated_at})
        assert dated(same, ENGLISH, hours=True) == "4 March 2025, 10:05 UTC"


def test_french_ends_no_line_inside_guillemets_or_before_a_colon() -> None:
    """The spaces that its signs have are ones at which no line ends."""
    said = [*fr.MESSAGES.values(), *fr.TOLD.values()]
    assert [text for text in said if re.search(r" [:;!?»]|« ", text)] == []
    assert sum("«\u00a0" in text for text in said) > 5
    assert fr.MESSAGES["shared_origin"] == "{name}\u00a0: {articles}, 1 source"
