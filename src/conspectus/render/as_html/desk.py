"""What the parts of a page share: names for its sentences and quotes, and marks for who carries them."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from conspectus.model.briefing import BriefedArticle, Status
from conspectus.model.evidence import Evidence, Verification
from conspectus.render.as_html.room import Cut
from conspectus.render.as_html.speech import language
from conspectus.render.as_html.tags import Html, element, isolated, joined, named
from conspectus.render.notes import Line, Note
from conspectus.render.view import BriefingView
from conspectus.render.wording import Wording

# A row of more places than this can't be told apart at a glance; then dots are only counted.
_SLOTS = 10
_FILLED, _HALF, _EMPTY = element("i"), element("s"), element("u")

# An id is repeated by whatever leads there, for hundreds of sentences and quotes: it is as short as it can be.
_SIGNS = string.digits + string.ascii_letters
_SENTENCE, _PLACE, _WHOLE = 5, 4, 12


@dataclass
class Desk:
    """The view of a briefing, and the ids that its page has given out.

    Ids are made of what they name, so that a link still leads there after a new rendering, or in a new
    briefing that says the same. `brief` is true where the page has no room for what can be done without,
    `bare` where even so the list of articles is too long.
    """

    view: BriefingView
    cuts: Mapping[str, Cut] = field(default_factory=dict)
    brief: bool = False
    bare: bool = False
    _given: dict[str, int] = field(default_factory=dict)
    _said: set[int] = field(default_factory=set)
    _places: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every quote's place has a name, longer only where two would be the same."""
        whole = sorted({place_of(note.piece) for note in self.view.notes if note.piece})
        for before, name, after in zip(["", *whole], whole, [*whole[1:], ""], strict=False):
            shared = max(_shared(name, other) for other in (before, after))
            self._places[name] = name[: max(_PLACE, shared + 1)]

    @property
    def say(self) -> Wording:
        """The words of the page's language."""
        return self.view.say

    @cached_property
    def _articles(self) -> dict[str, BriefedArticle]:
        """The articles by id; where one that is used shares it with a copy, that one."""
        members = (article for group in self.view.origins for article in group.members)
        return {each.id: each for each in sorted(members, key=lambda one: one.status is Status.USED)}

    @property
    def one_title(self) -> bool:
        """True where the briefing's title is that of its only event, and need not stand there twice."""
        events = self.view.events
        return len(events) == 1 and events[0].title.heading == self.view.title

    def note(self, number: int) -> Note:
        """The note of that number."""
        return self.view.notes[number - 1]

    def note_id(self, note: Note) -> str:
        """The id of a note: `n` and a name for its quote's place."""
        return f"n{self._place(note)}"

    def quote_id(self, note: Note) -> str:
        """The id of a note's quote where it stands in its article: `q` and the same name."""
        return f"q{self._place(note)}"

    def _place(self, note: Note) -> str:
        return self._places[place_of(note.piece)] if note.piece else f"-{note.number}"

    def says_itself(self, note: Note) -> bool:
        """True where a sentence that was set is the note's quote in quotation marks, word for word.

        Where the article on the page does not have the quote to show, its note does.
        """
        return note.number in self._said and self.in_place(note)

    def in_place(self, note: Note) -> bool:
        """True where the page shows the note's article, with the quote in its place."""
        article = self._articles.get(note.piece.article_id) if note.piece else None
        if note.piece is None or article is None or article.status is not Status.USED:
            return False
        return note.piece.span.of(article.text) == note.quote

    @property
    def placed(self) -> bool:
        """True where every origin has a place in the row of dots."""
        return len(self.view.names) <= _SLOTS

    def unique(self, prefix: str, *parts: str) -> str:
        """An id for what the parts say: the prefix and five signs, and a number where they repeat."""
        name = prefix + _code("\n".join(parts), _SENTENCE)
        self._given[name] = self._given.get(name, 0) + 1
        return name if self._given[name] == 1 else f"{name}-{self._given[name]}"

    def sentence(
        self, line: Line, tag: str, *more: Html, bare: bool = False, **attributes: str | None
    ) -> Html:
        """The sentence as that element, with the numbers that open its evidence and what follows `more`.

        `bare` leaves out whose words it is in. The script sets what the sentence says apart from what follows it.
        """
        notes = [self.note(number) for number in line.notes]
        translated = line.translated
        for note in notes:
            if line.quoted and not translated and line.text == note.quote:
                self._said.add(note.number)
        parts = [told(line.shown, None if translated else self.spoken(notes))]
        if line.voice and not bare:
            parts.append(element("small", " — ", named(line.voice)))
        parts.append(self.numbers(line.notes))
        if translated:
            original = told(line.original, translated.source)
            standing = element("span", f" — {translated.standing}")
            parts.append(element("span", original, standing, class_="orig"))
        name = self.unique("s", line.text, *(place_of(note.piece) for note in notes if note.piece))
        return element(tag, *parts, *more, id=name, data_v=_unless_quoted(line.verified), **attributes)

    def spoken(self, notes: Iterable[Note]) -> str | None:
        """The language of all these quotes where it is one, and not that of the page itself."""
        quoted = (self._articles.get(note.piece.article_id) for note in notes if note.piece)
        spoken = {language(article) if article else None for article in quoted}
        return spoken.pop() if len(spoken) == 1 and not spoken & {self.say.language} else None

    def numbers(self, numbers: Sequence[int]) -> Html:
        """The numbers of notes, each a link to its note."""
        links = [element("a", str(number), href=f"#{self.note_id(self.note(number))}") for number in numbers]
        return Html("\N{NO-BREAK SPACE}".join(links))

    def strip(self, origins: Iterable[str], partly: Iterable[str] = ()) -> Html:
        """A dot for each origin of the briefing, always in the same place: filled, half filled or empty.

        It is filled where the origin is among `origins`, half filled where it is among `partly`.
        """
        carried, half = set(origins), set(partly)
        if not self.placed:
            dots = [_FILLED] * min(len(carried), _SLOTS)
            dots += [_HALF] * min(len(half), _SLOTS - len(dots))
        else:
            dots = [
                _FILLED if origin in carried else _HALF if origin in half else _EMPTY
                for origin in self.view.names
            ]
        return Html("".join(dots))


def _unless_quoted(check: Verification | None) -> str | bool | None:
    """The check for the script to tell; a source's own words are the rule and go without, no check is said as such."""
    return None if check is Verification.QUOTED else check.value if check else True


def told(text: str, lang: str | None) -> Html:
    """The text among the page's own words; apart from them where it is of another language or could spill over."""
    return isolated(text, lang=lang) if lang else named(text)


def place_of(piece: Evidence) -> str:
    """A name of twelve letters and digits for the quote, the same in every briefing over the same article."""
    return _code(f"{piece.article_id}-{piece.start}-{piece.end}", _WHOLE)


def _shared(one: str, other: str) -> int:
    """How many signs both begin with."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _code(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode(errors="replace")).digest())
    signs = []
    for _ in range(length):
        number, sign = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)


def names(carried_by: Sequence[str]) -> Html:
    """The names with commas, each kept apart from its neighbours."""
    return joined(*_between(", ", [named(name) for name in carried_by]))


def _between(comma: str, items: Sequence[Html]) -> list[str]:
    return [part for item in items for part in (comma, item)][1:]
