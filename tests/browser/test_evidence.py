"""Every sentence opens its evidence beside it, by mouse, by keyboard and by link."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import Shared
from conspectus.render.view import arranged
from tests.browser.conftest import NUMBER, PHONE, SENTENCE, Open, Opened
from tests.support.briefings import POST_LEAD
from tests.support.wide import FOUR, PIER_FIRST, PIER_LATER, QUAY_ARABIC, wide_briefing

LEAD = "A crane collapsed at the port of Brannock on 4 March 2025."


def lit(shown: Opened) -> list[str]:
    """What is highlighted in each of the panel's passages."""
    passages = shown.panel.locator(".card blockquote").all()
    return ["".join(mark.text_content() or "" for mark in each.locator("mark.on").all()) for each in passages]


def box(locator: object) -> dict[str, float]:
    """Where the element is on the screen."""
    found: dict[str, float] | None = locator.bounding_box()  # type: ignore[attr-defined]
    assert found is not None
    return found


def test_a_sentence_opens_the_quotes_in_their_place(opened: Open) -> None:
    """The panel stands beside the sentence and has each quote lit in its paragraph, with who, when and how."""
    shown = opened(wide_briefing())
    assert not shown.panel.is_visible()
    shown.sentence(LEAD).click()
    assert lit(shown)[0] == POST_LEAD
    assert len(lit(shown)) == 4
    first = shown.panel.locator(".card").first
    for words in ("Harbour Post", "5 March 2025", "Crane collapses at Brannock", "Checked mechanically."):
        assert words in (first.text_content() or "")
    assert "The crane, built in 1998, had been inspected in January." in (first.text_content() or "")
    assert "3 origins Harbour Post, Coast Radio, Northern Wire" in (shown.panel.text_content() or "")
    assert box(shown.panel)["x"] >= box(shown.sentence(LEAD))["x"] + box(shown.sentence(LEAD))["width"]
    assert shown.complaints == []


def test_every_sentence_opens_all_of_its_quotes(opened: Open) -> None:
    """Title, lead, points, sides, timeline: whatever is cited is lit in the article's own text."""
    briefing = wide_briefing()
    shown = opened(briefing)
    notes = {str(note.number): note.quote for note in arranged(briefing).notes}
    sentences = shown.page.locator(SENTENCE).all()
    assert len(sentences) > 15
    for sentence in sentences:
        sentence.locator("> bdi").click()
        cited = [notes[link.inner_text()] for link in sentence.locator(NUMBER).all()]
        assert lit(shown) == cited
        assert shown.page.locator(f"{SENTENCE}.open").count() == 1


def test_what_others_give_of_a_sentence_is_quoted_below_its_own_evidence(opened: Open) -> None:
    """The figure's quote stands in the panel too, behind what the sentence rests on."""
    briefing = wide_briefing()
    event = briefing.events[0]
    point = next(each for each in event.points if len(each.origins) == 1 and "o5" not in each.origins)
    told = point.model_copy(update={"shared": (Shared(words="x", claim_ids=(FOUR.id,), origins=("o5",)),)})
    points = tuple(told if each is point else each for each in event.points)
    event = event.model_copy(update={"points": points})
    shown = opened(briefing.model_copy(update={"events": (event, *briefing.events[1:])}))
    shown.sentence(point.text).click()
    rests_on = len(briefing.claim(point.claim_ids[0]).evidence)
    assert lit(shown)[rests_on:] == [PIER_FIRST]
    assert shown.complaints == []


def test_a_second_click_or_the_button_closes(opened: Open) -> None:
    """What was opened can be closed where it was opened, and in the panel."""
    shown = opened(wide_briefing())
    shown.sentence(LEAD).click()
    shown.sentence(LEAD).click()
    assert not shown.panel.is_visible()
    shown.sentence(LEAD).click()
    shown.panel.get_by_role("button", name="Close").click()
    assert not shown.panel.is_visible()
    assert shown.page.url.endswith(".html")


def test_the_whole_article_opens_at_the_quote(opened: Open) -> None:
    """The panel holds the article on asking, with the quote lit in it and in sight, and goes back."""
    shown = opened(wide_briefing())
    shown.sentence(LEAD).click()
    card = shown.panel.locator(".card").first
    card.get_by_role("button", name="The whole article").click()
    whole = card.get_by_role("region", name="The whole article")
    assert "Gulls circled over the quay all afternoon." in (whole.text_content() or "")
    mark, frame = box(whole.locator("mark.on").first), box(whole)
    assert frame["y"] <= mark["y"] <= frame["y"] + frame["height"]
    card.get_by_role("button", name="Only this passage").click()
    assert "Gulls circled" not in (card.text_content() or "")


def test_on_a_phone_evidence_opens_below_the_sentence(opened: Open) -> None:
    """It stands in the column, under the paragraph; nothing scrolls sideways, open or closed."""
    shown = opened(wide_briefing(), viewport=PHONE, has_touch=True)
    wide = "document.documentElement.scrollWidth <= innerWidth"
    assert shown.page.evaluate(wide)
    shown.sentence(PIER_LATER).tap()
    sentence, panel = box(shown.sentence(PIER_LATER)), box(shown.panel)
    assert panel["y"] >= sentence["y"] + sentence["height"] - 1
    assert panel["x"] + panel["width"] <= PHONE["width"]
    assert shown.page.evaluate(wide)


def test_keys_are_spoken_of_where_there_are_any(opened: Open) -> None:
    """A phone's page does not tell its reader to press j and k; a desk's does."""
    told = {
        mobile: "keys j and k"
        in opened(wide_briefing(), is_mobile=mobile, has_touch=mobile).page.locator(".top .how").inner_text()
        for mobile in (False, True)
    }
    assert told == {False: True, True: False}


def test_keys_open_step_and_close(opened: Open) -> None:
    """Enter opens and leads into the panel, j and k and the arrows step, Esc closes and goes back."""
    shown = opened(wide_briefing())
    keyboard, focused = shown.page.keyboard, "document.activeElement.id || document.activeElement.textContent"
    keyboard.press("Tab")
    assert shown.page.evaluate(focused) == "Skip to the briefing"
    shown.page.locator('.lead [href^="#n"]').first.focus()
    keyboard.press("Enter")
    assert shown.page.evaluate(focused) == "evidence"
    assert shown.panel.is_visible()
    keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.ariaLabel") == "Previous sentence"
    keyboard.press("Escape")
    assert not shown.panel.is_visible()
    assert shown.page.evaluate("document.activeElement.closest('[id^=s]').textContent").startswith(LEAD)
    order = [each.get_attribute("id") for each in shown.page.locator(SENTENCE).all()]
    for key, expected in (("j", 2), ("j", 3), ("k", 2), ("ArrowRight", 3), ("ArrowLeft", 2)):
        keyboard.press(key)
        assert shown.page.locator(f"{SENTENCE}.open").get_attribute("id") == order[expected]
        assert shown.page.locator(f"{SENTENCE}.open").get_attribute("aria-current") == "true"
    keyboard.press("Enter")
    assert shown.page.evaluate(focused) == "evidence"


def test_what_stands_beside_a_sentence_looks_the_same_once_the_evidence_is_closed(opened: Open) -> None:
    """The closed panel stays below the sentence, and the letters behind it are those of the other notes."""
    shown = opened(wide_briefing())
    beside = shown.page.locator(".points > li > p:last-of-type").first
    letters = "each => getComputedStyle(each).fontFamily + getComputedStyle(each).fontSize"
    before = beside.evaluate(letters)
    shown.page.locator(f".points > li > {SENTENCE} > bdi").first.click()
    shown.page.keyboard.press("Escape")
    assert not shown.panel.is_visible()
    assert beside.evaluate(letters) == before


def test_a_link_opens_a_sentence_a_note_and_a_place(opened: Open) -> None:
    """The address of a sentence or a note opens its evidence; that of a quote opens its article there."""
    shown = opened(wide_briefing())
    shown.sentence(QUAY_ARABIC).click()
    address = shown.page.url.partition("#")[2]
    shown.go(address)
    assert lit(shown) == [QUAY_ARABIC]
    cites = shown.page.locator(SENTENCE, has_text=PIER_LATER).first.locator(NUMBER)
    note = (cites.get_attribute("href") or "").removeprefix("#")
    shown.go(note)
    assert lit(shown) == [PIER_LATER]
    shown.go(note.replace("n", "q", 1))
    assert not shown.panel.is_visible()
    assert shown.page.locator("mark", has_text=PIER_LATER).is_visible()
    assert shown.complaints == []


def test_going_back_closes(opened: Open) -> None:
    """The browser's own way back undoes an opening."""
    shown = opened(wide_briefing())
    shown.sentence(LEAD).click()
    shown.page.go_back()
    assert not shown.panel.is_visible()
    shown.page.go_forward()
    assert lit(shown)[0] == POST_LEAD


def test_selecting_words_opens_nothing(opened: Open) -> None:
    """A reader who marks a passage to copy it is left alone."""
    shown = opened(wide_briefing())
    shown.sentence(LEAD).dblclick()
    assert shown.page.evaluate("String(getSelection())").strip()


@pytest.mark.parametrize("script", [True, False])
def test_sides_stand_next_to_each_other(opened: Open, script: bool) -> None:
    """On a desk side by side, on a phone below each other, each in full."""
    for viewport, beside in ((None, True), (PHONE, False)):
        options = {"viewport": viewport} if viewport else {}
        shown = opened(wide_briefing(), java_script_enabled=script, **options)
        left, right = (box(side) for side in shown.page.locator(".conflict .sides > div").all())
        assert (left["y"] == right["y"]) is beside
        assert (left["x"] < right["x"]) is beside
