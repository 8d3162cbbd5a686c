"""The page as a whole: head, policy, style, script, and the order of its parts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from conspectus.model.evidence import Verification
from conspectus.render.as_html import apparatus
from conspectus.render.as_html.desk import Desk
from conspectus.render.as_html.prose import event, size
from conspectus.render.as_html.room import Cut
from conspectus.render.as_html.sources import sources
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, joined, lean, named
from conspectus.render.safe import html_text
from conspectus.render.view import BriefingView
from conspectus.render.wording import Wording

# Comments that have lines of their own, empty lines, and what lines begin with.
_COMMENT = re.compile(r"\s*\n\s*(?://[^\n]*\n\s*|/\*(?:(?!\*/).)*\*/\s*)*", re.DOTALL)
# In a style sheet, spaces say nothing beside these signs, nor do they behind a colon.
_AROUND = re.compile(r"\s*([{};,>])\s*|(?<=:) +")


@cache
def asset(name: str) -> Html:
    """The style sheet or the script as it stands in the package, without comments and needless spaces."""
    text = files("conspectus.render.as_html").joinpath(name).read_text("utf-8")
    squeezed = _COMMENT.sub("\n", text).strip() + "\n"
    return Html(_AROUND.sub(lambda sign: sign[1] or "", squeezed) if name.endswith(".css") else squeezed)


def policy() -> str:
    """The Content-Security-Policy: this style, this script, and nothing else at all."""
    style, script = (_digest(asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(view: BriefingView, cuts: Mapping[str, Cut] | None, *, bare: bool) -> str:
    """The whole document; `cuts` are what it leaves out of events, by their ids, None where it has room for all.

    `bare` leaves everything out of its list of articles but their names, days and texts.
    """
    desk = Desk(view, cuts or {}, brief=cuts is not None, bare=bare)
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
    body = element("body", lean(Html("\n".join(_parts(desk)))), element("script", asset("page.js")))
    return f"<!doctype html>\n{element('html', head, body, lang=view.say.language)}\n"


def _parts(desk: Desk) -> Iterator[Html]:
    say = desk.say
    yield element("a", say("skip"), href="#briefing", class_="skip")
    yield _masthead(desk)
    yield element("main", Html("\n".join(event(each, desk) for each in desk.view.events)), id="briefing")
    yield element(
        "footer",
        _section("notes", say("notes"), apparatus.notes(desk)),
        _section("articles", say("articles"), sources(desk)),
        _section("left-out", say("left_out"), apparatus.left_out(desk)) if desk.view.left_out else NOTHING,
        _section("made", say("made"), apparatus.made(desk)),
    )
    yield _panel(say)


def _section(name: str, title: str, body: Html) -> Html:
    return element("section", element("h2", title), body, id=name)


def _masthead(desk: Desk) -> Html:
    view = desk.view
    way, long = direction(view.title), size(view.title)
    title = (
        desk.sentence(view.events[0].title, "h1", class_=long, dir=way)
        if desk.one_title
        else element("h1", named(view.title), class_=long, dir=way)
    )
    made = dict(view.made).get(view.say("made.made"), "").partition(",")[0]
    events = (
        element("li", element("a", named(each.title.heading), href=f"#{each.id}"), " ", named(each.setting))
        for each in view.events
    )
    contents = (
        element("nav", element("ol", *events), aria_label=view.say("events"))
        if len(view.events) > 1
        else NOTHING
    )
    return element(
        "header",
        element("p", element("b", "Conspectus"), element("span", made), class_="brand"),
        element(
            "div",
            element(
                "div",
                title,
                element("p", view.say("how_to_read_page"), class_="how"),
                contents,
            ),
            element(
                "div",
                element("p", view.counts),
                element("p", view.languages) if view.languages else NOTHING,
                element("p", view.say("shortened")) if desk.cuts else NOTHING,
                apparatus.origin_key(desk),
                class_="m",
            ),
            class_="row",
        ),
        class_="top",
    )


def _panel(say: Wording) -> Html:
    """The empty place beside the text where the script shows evidence; hidden without it."""
    controls = joined(
        element("button", "‹", type="button", class_="prev", aria_label=say("previous")),
        element("button", "›", type="button", class_="next", aria_label=say("next")),
        element("button", "×", type="button", class_="close", aria_label=say("close")),
    )
    # What the script says, it reads here.
    said = {f"data_{check.value}": say(f"checks.{check.value}") for check in Verification}
    said |= {f"data_{key.replace('_', '-')}": say(key) for key in ("keys", "whole_article", "only_passage")}
    found = say("characters", start="#", end="@")
    own = say("checks.quoted")
    said["data_own"] = f"{own[:1].upper()}{own[1:]}, {found}."
    said["data_found"] = say("match.exact", span=found)
    said["data_evidence"] = say("evidence_of", number="#", who="@")
    said["data_quotes"] = say("n.quote")
    said["data_told"] = say("this_sentence", quotes="#", check="@")
    return element(
        "aside",
        element("div", element("h2", say("evidence")), controls, class_="bar"),
        element("div", class_="body"),
        id="evidence",
        tabindex=-1,
        aria_label=say("evidence"),
        hidden=True,
        **said,
    )
