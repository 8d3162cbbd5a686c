"""What the parts of a page share: names for its sentences and quotes, and marks for who carries them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from conspectus.model.briefing import Status
from conspectus.model.evidence import Evidence, Verification
from conspectus.render.as_html.speech import language
from conspectus.render.as_html.tags import NOTHING, Html, element, isolated, joined, named
from conspectus.render.notes import Line, Note
from conspectus.render.view import BriefingView
from conspectus.render.wording import Wording

# A row of more places than this can't be told apart at a glance; then dots are only counted.
_SLOTS = 10
_FILLED, _HALF, _EMPTY = element("b"), element("i", class_="z"), element("i")


@dataclass
class Desk:
    """The view of a briefing, and the ids that its page has given out.

    Ids are made of what they name, so that a link still leads there after a new rendering, or in a new
    briefing that says the same.
    """

    view: BriefingView
    _given: dict[str, int] = field(default_factory=dict)
    _first: dict[int, str] = field(default_factory=dict)
    _said: set[int] = field(default_factory=set)

    @property
    def say(self) -> Wording:
        """The words of the page's language."""
        return self.view.say

    @property
    def one_title(self) -> bool:
        """True where the briefing's title is that of its only event, and need not stand there twice."""
        events = self.view.events
        return len(events) == 1 and events[0].title.heading == self.view.title

    def note(self, number: int) -> Note:
        """The note of that number."""
        return self.view.notes[number - 1]

    def first_cited_in(self, note: Note) -> str | None:
        """The id of the first sentence that cites the note, None before that sentence was set."""
        return self._first.get(note.number)

    def says_itself(self, note: Note) -> bool:
        """True where a sentence that was set is the note's quote in quotation marks, word for word.

        Where the article on the page does not have the quote to show, its note does.
        """
        return note.number in self._said and self.in_place(note)

    def in_place(self, note: Note) -> bool:
        """True where the page shows the note's article, with the quote in its place."""
        texts = (
            article.text
            for group in self.view.origins
            for article in group.members
            if note.piece and article.id == note.piece.article_id and article.status is Status.USED
        )
        return any(note.piece and note.piece.span.of(text) == note.quote for text in texts)

    def unique(self, prefix: str, *parts: str) -> str:
        """An id for what the parts say: `prefix-` and eight hex digits, and a number where they repeat."""
        digest = hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()[:8]
        name = f"{prefix}-{digest}"
        self._given[name] = self._given.get(name, 0) + 1
        return name if self._given[name] == 1 else f"{name}-{self._given[name]}"

    def sentence(self, line: Line, *, bare: bool = False) -> Html:
        """The sentence and the numbers that open its evidence; `bare` leaves out whose words it is in."""
        notes = [self.note(number) for number in line.notes]
        name = self.unique("s", line.text, *(note_id(note) for note in notes))
        for note in notes:
            self._first.setdefault(note.number, name)
            if line.quoted and not line.translated and line.text == note.quote:
                self._said.add(note.number)
        voice = element("span", " — ", named(line.voice), class_="voice") if line.voice else NOTHING
        translated = line.translated
        return element(
            "span",
            isolated(line.shown, lang=None if translated else self.spoken(notes)),
            NOTHING if bare else voice,
            self.numbers(line.notes),
            element(
                "span",
                isolated(line.original, lang=translated.source),
                element("span", f" — {translated.standing}"),
                class_="orig",
            )
            if translated
            else NOTHING,
            id=name,
            class_="s",
            data_v=_unless_quoted(line.verified),
        )

    def spoken(self, notes: Iterable[Note]) -> str | None:
        """The language of all these quotes where it is one, and not that of the page itself."""
        articles = {article.id: article for group in self.view.origins for article in group.members}
        quoted = (articles.get(note.piece.article_id) for note in notes if note.piece)
        spoken = {language(article) if article else None for article in quoted}
        return spoken.pop() if len(spoken) == 1 and not spoken & {self.say.language} else None

    def numbers(self, numbers: Sequence[int]) -> Html:
        """The numbers of notes, each a link to its note."""
        links = [element("a", str(number), href=f"#{note_id(self.note(number))}") for number in numbers]
        return element("sup", Html(" ".join(links))) if links else NOTHING

    def strip(self, origins: Iterable[str], partly: Iterable[str] = ()) -> Html:
        """A dot for each origin of the briefing, always in the same place: filled, half filled or empty.

        It is filled where the origin is among `origins`, half filled where it is among `partly`.
        """
        carried, half = set(origins), set(partly)
        if len(self.view.names) > _SLOTS:
            dots = [_FILLED] * min(len(carried), _SLOTS)
            dots += [_HALF] * min(len(half), _SLOTS - len(dots))
        else:
            dots = [
                _FILLED if origin in carried else _HALF if origin in half else _EMPTY
                for origin in self.view.names
            ]
        return element("span", Html("".join(dots)), class_="o")


def _unless_quoted(check: Verification | None) -> str | bool | None:
    """The check for the script to tell; a source's own words are the rule and go without, no check is said as such."""
    return None if check is Verification.QUOTED else check.value if check else True


def note_id(note: Note) -> str:
    """The id of a note: `n-` and a name for its quote's place."""
    return f"n-{place_of(note.piece)}" if note.piece else f"n-{note.number}"


def quote_id(note: Note) -> str:
    """The id of a note's quote where it stands in its article: `q-` and the same name."""
    return f"q-{place_of(note.piece)}" if note.piece else f"q-{note.number}"


def place_of(piece: Evidence) -> str:
    """A name of nine hex digits for the quote, the same in every briefing over the same article."""
    place = f"{piece.article_id}-{piece.start}-{piece.end}"
    return hashlib.sha256(place.encode(errors="replace")).hexdigest()[:9]


def names(carried_by: Sequence[str]) -> Html:
    """The names with commas, each kept apart from its neighbours."""
    return joined(*_between(", ", [named(name) for name in carried_by]))


def _between(comma: str, items: Sequence[Html]) -> list[str]:
    return [part for item in items for part in (comma, item)][1:]
