"""What stands around the prose: the key to the origins, the notes, what was left out, how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.model.evidence import Match
from conspectus.render.as_html.desk import Desk
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, isolated, joined, named
from conspectus.render.ledger_view import LeftOut
from conspectus.render.notes import Note


def origin_key(desk: Desk) -> Html:
    """Which dot is which origin, and how many articles each has; nothing where dots are only counted."""
    if not desk.placed:
        return NOTHING
    counts = {group.origin: len(group.members) for group in desk.view.origins if group.origin}
    rows = (
        element(
            "li",
            desk.strip([origin]),
            element("span", named(name)),
            f" {desk.say.count(counts[origin], 'article')}" if counts.get(origin, 1) > 1 else NOTHING,
        )
        for origin, name in desk.view.names.items()
    )
    return element("ul", *rows, class_="key")


def notes(desk: Desk) -> Html:
    """Where every quote comes from and how it was checked, by number; its words where no sentence is in them."""
    rows = Html("\n".join(_note(note, desk) for note in desk.view.notes))
    return joined(element("p", desk.say("about_notes"), class_="about"), element("ol", rows))


def _note(note: Note, desk: Desk) -> Html:
    # The first note from an article bears its date and title; the others are called by the same publisher.
    first = note.same_as is None
    when = (note.published or desk.say("undated")) if first else desk.say("as_note", number=note.same_as)
    place = _place(note, desk)
    checked = _checked(note, place, desk)
    return element(
        "li",
        element("b", named(note.who)),
        f" {when} ",
        place,
        # In a list of hundreds of articles as in hundreds of notes it would take the room of many sentences.
        element("i", named(note.title)) if first and note.title and not (place and desk.brief) else NOTHING,
        NOTHING if desk.says_itself(note) else _quote(note, desk),
        element("p", checked) if checked else NOTHING,
        id=desk.note_id(note),
    )


def _quote(note: Note, desk: Desk) -> Html:
    words = joined(note.quote)
    return element("blockquote", words, lang=desk.spoken([note]), dir=direction(note.quote))


def _place(note: Note, desk: Desk) -> Html | None:
    """Where the article has the quote word for word, as a link; None where the page does not show it so."""
    if note.piece is None or note.piece.match is not Match.EXACT or not desk.in_place(note):
        return None
    start, end = (desk.say.number(at) for at in (note.piece.start, note.piece.end))
    return element("a", f"{start}–{end}", href=f"#{desk.quote_id(note)}")


def _checked(note: Note, place: Html | None, desk: Desk) -> Html:
    """To whom the words are attributed and how they were checked; a source's own, in their place, go without saying."""
    said = (
        joined(desk.say("attributed"), isolated(", ".join(note.said_by)), ". ") if note.said_by else NOTHING
    )
    if place and note.checks == desk.say("checks.quoted"):
        return said
    checks = f"{note.checks[:1].upper()}{note.checks[1:]}."
    if place or note.piece is None:
        return joined(said, checks)
    where = element("a", note.span, href=f"#{desk.quote_id(note)}") if desk.in_place(note) else note.span
    before, _, behind = desk.say(f"match.{note.piece.match.value}", span="\0").partition("\0")
    return joined(said, f"{checks} {before}", where, behind)


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
