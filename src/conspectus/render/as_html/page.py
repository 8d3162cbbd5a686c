"""The page as a whole: head, policy, style, script, and the order of its parts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from conspectus.model.evidence import Verification
from conspectus.render import words
from conspectus.render.as_html import apparatus
from conspectus.render.as_html.desk import PAGE_LANGUAGE, Desk
from conspectus.render.as_html.prose import event, size
from conspectus.render.as_html.sources import sources
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, isolated, joined
from conspectus.render.safe import html_text
from conspectus.render.view import BriefingView

_HOW_TO_READ = (
    "Every sentence opens the words it rests on, where they stand in their article: "
    "choose a sentence or its number. "
    "“…” marks a source’s own words."
)


@cache
def asset(name: str) -> Html:
    """The style sheet or the script as it stands in the package."""
    return Html(files("conspectus.render.as_html").joinpath(name).read_text("utf-8"))


def policy() -> str:
    """The Content-Security-Policy: this style, this script, and nothing else at all."""
    style, script = (_digest(asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(view: BriefingView) -> str:
    """The whole document."""
    desk = Desk(view)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        # A title holds no elements, not even places where a word may break.
        element("title", Html(html_text(view.title))),
        element("style", asset("page.css")),
    )
    body = element("body", Html("\n".join(_parts(desk))), element("script", asset("page.js")))
    return f"<!doctype html>\n{element('html', head, body, lang=PAGE_LANGUAGE)}\n"


def _parts(desk: Desk) -> Iterator[Html]:
    yield element("a", "Skip to the briefing", href="#briefing", class_="skip")
    yield _masthead(desk)
    yield element("main", Html("\n".join(event(each, desk) for each in desk.view.events)), id="briefing")
    yield element(
        "footer",
        _section("notes", "Notes", apparatus.notes(desk)),
        _section("articles", "Articles", sources(desk)),
        _section("left-out", "Left out", apparatus.left_out(desk)) if desk.view.left_out else NOTHING,
        _section("made", "How this was made", apparatus.made(desk)),
    )
    yield _panel()


def _section(name: str, title: str, body: Html) -> Html:
    return element("section", element("h2", title), body, id=name)


def _masthead(desk: Desk) -> Html:
    view = desk.view
    title = desk.sentence(view.events[0].title) if desk.one_title else isolated(view.title)
    made = dict(view.made).get("Made", "").partition(",")[0]
    events = (
        element(
            "li", element("a", isolated(each.title.text), href=f"#{each.id}"), " ", isolated(each.setting)
        )
        for each in view.events
    )
    contents = (
        element("nav", element("ol", *events), aria_label="Events") if len(view.events) > 1 else NOTHING
    )
    return element(
        "header",
        element("p", element("b", "Conspectus"), element("span", made), class_="brand"),
        element(
            "div",
            element(
                "div",
                element("h1", title, class_=size(view.title), dir=direction(view.title)),
                element("p", _HOW_TO_READ, class_="how"),
                contents,
            ),
            element("div", element("p", f"{view.counts}"), apparatus.origin_key(desk), class_="m"),
            class_="row",
        ),
        class_="top",
    )


def _panel() -> Html:
    """The empty place beside the text where the script shows evidence; hidden without it."""
    controls = joined(
        element("button", "‹", type="button", class_="prev", aria_label="Previous sentence"),
        element("button", "›", type="button", class_="next", aria_label="Next sentence"),
        element("button", "×", type="button", class_="close", aria_label="Close"),
    )
    checks = {f"data_{check.value}": words.CHECKS[check] for check in Verification}
    return element(
        "aside",
        element("div", element("h2", "Evidence"), controls, class_="bar"),
        element("div", class_="body"),
        id="evidence",
        tabindex=-1,
        aria_label="Evidence",
        hidden=True,
        **checks,
    )
