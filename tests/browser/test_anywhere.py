"""The page wherever it is read: hostile, dark, on paper, without script, with a screen reader."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from conspectus.model.briefing import Briefing
from conspectus.render.as_html import room
from conspectus.render.view import arranged
from tests.browser.conftest import DESK, NOTE, PHONE, SENTENCE, Open, Opened
from tests.render.hostile import HOSTILE, everywhere
from tests.support.briefings import POST_LEAD, article, claim, harbour_briefing, point
from tests.support.wide import QUAY_ARABIC, wide_briefing

LEAD = "A crane collapsed at the port of Brannock on 4 March 2025."
ATTACKS = [
    *HOSTILE,
    "<script>window.pwned = 1; alert(1)</script>",
    "</script><script>window.pwned = 1</script>",
    "</style><style>body { display: none }</style>",
    "<style>@import 'https://evil.example/x.css'; * { display: none !important }</style>",
    '"><img src=https://evil.example/x.png onerror="window.pwned = 1">',
    "<svg onload=window.pwned=1><a href='javascript:window.pwned=1'>x</a></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe><base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<!-- --><p id=evidence class=s>{{constructor}}</p>",
    "\u202eevil\u202d \u2066\u2067\u2068",
    "W" * 10_000,
    "漢" * 3_000,
]


def hostile_briefing() -> Briefing:
    """A briefing in which every attack stands in every field, and in an article that is cited and shown whole."""
    words = " ".join(ATTACKS)
    source = article(
        "evil.txt",
        [f"Before {words}", f"Cited {words}", f"After {words}"],
        publisher=words,
        published=None,
        origin="o1",
    ).model_copy(
        update={"url": "javascript:window.pwned=1", "language": "x'><script>window.pwned=1</script>"}
    )
    cited = source.sentence_text(source.sentences[1])
    resting = claim(cited, (source, cited), attributed_to=words)
    briefing = harbour_briefing()
    event = briefing.events[0]
    evil = point(cited, resting, standing=event.points[0].standing, origins=("o1",))
    return everywhere(
        briefing.model_copy(update={"events": (event, *briefing.events[1:])}), words
    ).model_copy(
        update={
            "articles": (source, *briefing.articles),
            "claims": (resting, *briefing.claims),
            "events": (event.model_copy(update={"points": (evil, *event.points)}), *briefing.events[1:]),
        }
    )


def fits(shown: Opened) -> bool:
    """True where nothing scrolls sideways."""
    return bool(shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("attack", [hostile_briefing(), everywhere(harbour_briefing(), " ".join(ATTACKS))])
def test_hostile_articles_change_nothing(
    opened: Open, viewport: dict[str, int], attack: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No dialog, no request, no script but ours, nothing hidden, nothing that scrolls sideways."""
    # Whatever there is room for: every attack stands on the page.
    monkeypatch.setattr(room, "LIMIT", 10**9)
    shown = opened(attack, viewport=viewport)
    shown.page.locator(f".points {SENTENCE} > bdi").first.click(position={"x": 5, "y": 5})
    assert shown.panel.is_visible()
    for summary in shown.page.locator("summary").all():
        summary.click(position={"x": 5, "y": 5})
    assert fits(shown)
    assert shown.page.evaluate("window.pwned") is None
    assert (shown.dialogs, shown.complaints) == ([], [])
    assert [each for each in shown.requests if each != shown.path.as_uri()] == []
    assert shown.page.locator("script, style, iframe, img, base, object").count() == 2
    assert shown.page.evaluate("getComputedStyle(document.body).display") == "block"


def test_the_policy_stops_what_would_get_through(opened: Open) -> None:
    """Were markup ever to slip in, the page's policy refuses its script, its style and its picture."""
    shown = opened(wide_briefing())
    shown.page.evaluate(
        """() => {
          const script = document.createElement('script');
          try { script.textContent = 'window.pwned = 1'; document.body.append(script); } catch (refused) {}
          document.body.setAttribute('style', 'color: red');
          const picture = new Image();
          picture.src = 'https://evil.example/x.png';
          document.body.append(picture);
        }"""
    )
    assert shown.page.evaluate("window.pwned") is None
    assert shown.page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert any("Content Security Policy" in each for each in shown.complaints)


def test_nothing_is_asked_for(opened: Open) -> None:
    """The page is the one file that was opened."""
    shown = opened(wide_briefing())
    assert shown.requests == [shown.path.as_uri()]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [320, 360, 768, 1100, 1280, 1920])
def test_nothing_scrolls_sideways(opened: Open, width: int, script: bool) -> None:
    """From a small phone to a large screen."""
    viewport = {"width": width, "height": 800}
    assert fits(opened(wide_briefing(), viewport=viewport, java_script_enabled=script))


def test_dark_is_dark_and_light_is_light(opened: Open) -> None:
    """Paper and ink follow what the reader's system says."""
    shades = {
        scheme: [
            sum(map(int, re.findall("[0-9]+", shown.page.evaluate(f"getComputedStyle({where}"))))
            for where in ("document.documentElement).backgroundColor", "document.body).color")
        ]
        for scheme in ("light", "dark")
        for shown in [opened(wide_briefing(), color_scheme=scheme)]
    }
    (paper, ink), (night, chalk) = shades["light"], shades["dark"]
    assert paper > 700 > 150 > ink
    assert chalk > 600 > 150 > night


def test_without_script_evidence_opens_all_the_same(opened: Open) -> None:
    """A number opens its note beside the text; from there the quote is found in the article, which opens."""
    shown = opened(wide_briefing(), java_script_enabled=False)
    shown.page.locator('.lead [href^="#n"]').first.click()
    note = shown.page.locator(f"{NOTE}:target")
    found, lead = note.bounding_box(), shown.page.locator(".lead").first.bounding_box()
    assert found
    assert lead
    assert found["x"] >= lead["x"] + lead["width"]
    assert POST_LEAD in (note.text_content() or "")
    note.locator('[href^="#q"]').click()
    assert shown.page.locator("mark:target").is_visible()
    assert not shown.panel.is_visible()


def test_on_paper_every_number_has_its_footnote(opened: Open, tmp_path: Path) -> None:
    """Printed, the page has every sentence, every note, every quote, the ledger, and no panel."""
    briefing = wide_briefing()
    shown = opened(briefing)
    shown.sentence(LEAD).click()
    target = tmp_path / "page.pdf"
    shown.page.pdf(path=target, format="A4")
    with pypdfium2.PdfDocument(target) as document:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    text = "".join("".join(pages).split())
    for sentence in shown.page.locator(f"{SENTENCE} > bdi").all():
        words = sentence.text_content() or ""
        assert "".join(words.split()) in text or QUAY_ARABIC in words
    notes = shown.page.locator(NOTE).all()
    for note, shows in zip(arranged(briefing).notes, notes, strict=True):
        told = shows.evaluate("each => [...each.childNodes].slice(0, 3).map(part => part.textContent)")
        source = "".join("".join(told).split())
        assert QUAY_ARABIC in note.quote or "".join(note.quote.split()) in text
        assert source.startswith(str(note.number))
        assert source in text or QUAY_ARABIC in note.quote
    assert "Itsnumber14isnotintheevidence." in text
    assert "embedded:1.5b" in text
    assert "Thewholearticle" not in text


def test_on_paper_no_page_stays_half_empty(opened: Open, tmp_path: Path) -> None:
    """Long sides go over to the next page: of every page but the last, four fifths are used."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    conflict = event.conflicts[0]
    sides = tuple(
        side.model_copy(update={"position": f"{side.position} {'The crane stood by the quay. ' * 25}"})
        for side in conflict.sides
    )
    long = conflict.model_copy(update={"sides": sides})
    shown = opened(
        briefing.model_copy(update={"events": (event.model_copy(update={"conflicts": (long,) * 14}),)})
    )
    target = tmp_path / "page.pdf"
    shown.page.pdf(path=target, format="A4")
    with pypdfium2.PdfDocument(target) as document:
        sheets = [document[n].render(scale=0.3).to_pil().convert("L") for n in range(len(document))]
    lowest = [sheet.point(lambda grey: 255 * (grey < 200)).getbbox()[3] / sheet.height for sheet in sheets]
    assert len(lowest) > 5
    assert min(lowest[:-1]) > 0.8, lowest


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(opened: Open, viewport: dict[str, int], scheme: str) -> None:
    """Contrast, names, roles, order of headings: no violation, with evidence closed and open."""
    shown = opened(wide_briefing(), viewport=viewport, color_scheme=scheme)
    for each in ("closed", "open"):
        if each == "open":
            shown.sentence(LEAD).click()
            shown.panel.get_by_role("button", name="The whole article").first.click()
            for summary in shown.page.locator("summary").all():
                summary.click()
        found = Axe().run(shown.page).response["violations"]
        assert [(v["id"], v["impact"], v["nodes"][0]["html"][:200]) for v in found] == [], each
