"""What stands around the prose: the key to the origins, the notes, what was left out, how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.model.evidence import Match
from conspectus.render.as_html.desk import Desk, note_id, quote_id
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, isolated, joined, named
from conspectus.render.notes import Note
from conspectus.render.view import LeftOut


def origin_key(desk: Desk) -> Html:
    """Which dot is which origin, and how many articles each has."""
    counts = {group.origin: len(group.members) for group in desk.view.origins if group.origin}
    rows = (
        element(
            "li",
            desk.strip([origin]),
            named(name),
            element("span", f" {desk.say.count(counts[origin], 'article')}")
            if counts.get(origin, 1) > 1
            else NOTHING,
        )
        for origin, name in desk.view.names.items()
    )
    return element("ul", *rows, class_="key")


def notes(desk: Desk) -> Html:
    """Where every quote comes from and how it was checked, by number; its words where no sentence is in them."""
    return element("ol", Html("\n".join(_note(note, desk) for note in desk.view.notes)), class_="notes")


def _note(note: Note, desk: Desk) -> Html:
    # The first note from an article bears its title; the others are called by the same publisher and date.
    titled = note.title and note.same_as is None
    title = element("p", named(note.title or ""), class_="t") if titled else NOTHING
    back = desk.first_cited_in(note)
    return element(
        "li",
        element(
            "p",
            # The number leads back to the first sentence that it supports.
            element("a", str(note.number), href=f"#{back}") if back else element("span", str(note.number)),
            element("b", named(note.who)),
            note.published or desk.say("undated"),
            element("i", desk.say("as_note", number=note.same_as)) if note.same_as else NOTHING,
        ),
        title,
        NOTHING if desk.says_itself(note) else _quote(note, desk),
        element("p", _checked(note, desk)),
        id=note_id(note),
    )


def _quote(note: Note, desk: Desk) -> Html:
    words = joined(note.quote)
    return element("blockquote", words, lang=desk.spoken([note]), dir=direction(note.quote))


def _checked(note: Note, desk: Desk) -> Html:
    said = (
        joined(desk.say("attributed"), isolated(", ".join(note.said_by)), ". ") if note.said_by else NOTHING
    )
    checks = f"{note.checks[:1].upper()}{note.checks[1:]}"
    place = element("a", note.span, href=f"#{quote_id(note)}") if desk.in_place(note) else joined(note.span)
    if note.piece and note.piece.match is Match.EXACT and note.checks == desk.say("checks.quoted"):
        # Hundreds of notes say this; that a source's own words were found word for word goes without saying.
        return joined(said, f"{checks}, ", place, ".")
    if note.piece is None:
        return joined(said, f"{checks}.")
    before, _, behind = desk.say(f"match.{note.piece.match.value}", span="\0").partition("\0")
    return joined(said, f"{checks}. {before}", place, behind)


def left_out(desk: Desk) -> Html:
    """What was left out, by reason: how much at once, which on asking."""
    return element("div", *(_reason(each, desk) for each in desk.view.left_out), class_="left")


def _reason(group: LeftOut, desk: Desk) -> Html:
    details = [element("li", named(detail)) for detail in group.details]
    if group.folded:
        details.append(element("li", desk.say("in_json", entries=group.folded)))
    summary = element("summary", element("b", group.reason), element("span", f" {group.amount}"))
    return element("details", summary, element("ul", Html("\n".join(details))))


def made(desk: Desk) -> Html:
    """How the briefing was made, as names and values, folded."""
    rows = (joined(element("dt", name), element("dd", named(value))) for name, value in desk.view.made)
    table = _stages(desk.view.stages) if desk.view.stages else NOTHING
    return element("details", element("summary", desk.say("made_summary")), element("dl", *rows), table)


def _stages(rows: Sequence[Sequence[str]]) -> Html:
    head = element("tr", *(element("th", name, scope="col") for name in rows[0]))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows[1:])
    return element("div", element("table", element("thead", head), element("tbody", *body)), class_="stages")
