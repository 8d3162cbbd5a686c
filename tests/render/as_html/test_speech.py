"""Languages and directions of writing on the page."""

from __future__ import annotations

from conspectus.render import html
from conspectus.render.as_html.speech import direction, language
from tests.support.pages import by_id, parsed, sentences
from tests.support.wide import QUAY, QUAY_ARABIC, wide_briefing


def test_a_language_is_named_only_where_reading_software_knows_it() -> None:
    """A region is dropped, and a made-up language is not passed on."""
    said = {
        "ar": "ar",
        "de-AT": "de",
        "EN_us": "en",
        "xx": None,
        "klingon": None,
        '"><script>': None,
        None: None,
    }
    for given_, wanted in said.items():
        assert language(QUAY.model_copy(update={"language": given_})) == wanted


def test_a_text_runs_as_its_first_letter_does() -> None:
    """Digits, spaces and quotation marks have no direction of their own."""
    assert direction("“12 رافعة” crane") == "rtl"
    assert direction("עגורן") == "rtl"
    assert direction("crane رافعة") is None
    assert direction("12 %") is None
    assert direction("") is None


def test_another_language_is_named_and_runs_its_way() -> None:
    """A sentence and a quote of an Arabic article are marked as Arabic, from right to left; the page is English."""
    briefing = wide_briefing()
    page = parsed(html(briefing))
    assert page.one("html").attributes["lang"] == "en"
    point = next(s for s in sentences(page) if QUAY_ARABIC in s.text)
    event = briefing.events[0]
    shorter = event.points[-1].model_copy(update={"text": "انهارت رافعة."})
    events = (event.model_copy(update={"points": (*event.points[:-1], shorter)}),)
    changed = by_id(parsed(html(briefing.model_copy(update={"events": events}))))
    quote = next(each for each in changed["notes"].all("blockquote") if each.text == QUAY_ARABIC)
    assert point.attributes["dir"] == quote.attributes["dir"] == "rtl"
    assert point.one("bdi").attributes["lang"] == quote.attributes["lang"] == "ar"
    others = [bdi for bdi in page.one("main").all("bdi") if "lang" in bdi.attributes]
    assert [bdi.text.strip("“”") for bdi in others] == [QUAY_ARABIC]
