"""Citations as numbered notes, and sentences that carry those numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import PurePath

from conspectus.model.article import Article
from conspectus.model.evidence import CitedSentence, Claim, Evidence, Verification
from conspectus.render.wording import ENGLISH, Wording
from conspectus.text.normalise import fold
from conspectus.text.outlets import one_outlet

# A note speaks for everything that rests on it, so the weakest check is the one to show.
_WEAKEST_FIRST = (Verification.MECHANICAL, Verification.ENTAILMENT, Verification.QUOTED)


@dataclass(frozen=True)
class Note:
    """A numbered quote: who published it, where it stands, and the weakest check of what rests on it.

    `same_as` is the first note from the same article, None where this is the first. `said_by` are the
    speakers to whom the claims that rest on it attribute what they say.
    """

    number: int
    who: str
    title: str | None
    published: str | None
    place: str
    span: str
    quote: str
    checks: str
    same_as: int | None
    said_by: tuple[str, ...] = ()
    piece: Evidence | None = None


@dataclass(frozen=True)
class Translated:
    """What a line says in the briefing's language, and how that was checked."""

    text: str
    standing: str
    source: str


@dataclass(frozen=True)
class Line:
    """A sentence with the numbers of its notes.

    `voice` says whose words it is in where they are a source's own; it is empty where that goes
    without saying, and None where the words are nobody's but the briefing's. `verified` is the check that the
    sentence itself passed, None where it carries none of its own.
    """

    text: str
    notes: tuple[int, ...]
    voice: str | None = None
    verified: Verification | None = None
    quoted: str = ""
    translated: Translated | None = None

    @property
    def shown(self) -> str:
        """The translation where there is one, else the sentence, in quotation marks where a source says it so."""
        return self.translated.text if self.translated else self.original

    @property
    def heading(self) -> str:
        """The line as a heading: never in quotation marks."""
        return self.translated.text if self.translated else self.text

    @property
    def original(self) -> str:
        """The sentence itself, in quotation marks where the words are a source's own."""
        return self.quoted or self.text


def publisher(article: Article) -> str:
    """Who published the article, or else its address or the name of its file."""
    if article.publisher or article.path is None:
        return article.publisher or article.name
    return PurePath(article.name.replace("\\", "/")).name or article.path


def dated(article: Article, say: Wording, *, hours: bool = False) -> str | None:
    """When the article was published, and updated where that was on another day; None where neither is known.

    With `hours` it is told to the minute, where that is known, and so is an update of the same day.
    """
    published, updated = article.published, article.updated
    out, again = (article.published_at, article.updated_at) if hours else (None, None)

    def told(day: date, at: datetime | None) -> str:
        return say.day(day) if at is None else say.moment(at)

    if published is None:
        return say("only_updated", updated=told(updated, again)) if updated else None
    first = told(published, out)
    last = told(updated, again) if updated else first
    if first == last or (updated == published and not (out and again and again > out)):
        return first
    return say("updated", published=first, updated=last)


def described(article: Article, say: Wording = ENGLISH, below: str = "", signed: str = "") -> str:
    """The article in one line: publisher, title, date and name; its name alone if it has no text.

    The publisher is left out where the article stands `below` its name, and is whom it is `signed` by where nothing
    else says who it is.
    """
    if not article.text:
        return article.name
    who = article.publisher or signed
    title = article.title if article.title != who else None
    day = dated(article, say, hours=True) or say("undated")
    known = ", ".join(part for part in ("" if below and one_outlet(who, below) else who, title, day) if part)
    return f"{known} ({article.name})"


_Place = tuple[str, int, int]


def _place(piece: Evidence) -> _Place:
    return (piece.article_id, piece.start, piece.end)


@dataclass
class Notebook:
    """Numbers quotes in the order in which they are first cited.

    By article id, `agencies` are the names of those whose reporting articles of unknown outlets have, and `signed`
    those of outlets that stand at the top of their articles and in no metadata.
    """

    articles: dict[str, Article]
    claims: dict[str, Claim]
    one_voice: bool = False
    say: Wording = ENGLISH
    translations: Mapping[str, Translated] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, str] = field(default_factory=dict)
    _numbers: dict[_Place, int] = field(default_factory=dict)
    _pieces: list[Evidence] = field(default_factory=list)
    _checks: dict[int, set[Verification]] = field(default_factory=dict)

    def cited(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of every quote that the claims rest on, in order, each once."""
        pieces = self.pieces(claim_ids)
        return tuple(sorted({self._number(piece) for piece in pieces}))

    def pieces(self, claim_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence of the claims, in order; ids that name no claim have none."""
        known = (self.claims[claim_id] for claim_id in claim_ids if claim_id in self.claims)
        return tuple(piece for claim in known for piece in claim.evidence)

    def _number(self, piece: Evidence) -> int:
        key = _place(piece)
        if key not in self._numbers:
            self._pieces.append(piece)
            self._numbers[key] = len(self._pieces)
        return self._numbers[key]

    def line(self, text: str, claim_ids: Sequence[str], verified: Verification | None = None) -> Line:
        """The sentence with its note numbers, and whose words it is in where it is verbatim."""
        voice = self._voice(text, claim_ids) if verified is Verification.QUOTED else None
        notes = self.cited(claim_ids)
        if verified is not None:
            for note in notes:
                self._checks.setdefault(note, set()).add(verified)
        quoted = "" if voice is None else self.say.quoted(text)
        return Line(text, notes, voice, verified, quoted, self.translations.get(text))

    def sentence(self, sentence: CitedSentence) -> Line:
        """A cited sentence as a line."""
        return self.line(sentence.text, sentence.claim_ids, sentence.verified)

    def quotes(self, claim_ids: Sequence[str]) -> tuple[tuple[str, str, int], ...]:
        """For every quote that the claims rest on: who published it, or reported it, its words, its number."""
        pieces = {self._number(piece): piece for piece in self.pieces(claim_ids)}
        return tuple((self._teller(piece.article_id), piece.quote, n) for n, piece in pieces.items())

    def _teller(self, article_id: str) -> str:
        """Who published the article; of an agency's story in a file of nobody's, that agency and the file."""
        who = self.who(article_id)
        agency = self.agencies.get(article_id)
        return f"{agency}{self.say('in_the_file', voice=who)}" if agency else who

    def speakers(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Those to whom the claims attribute what they say, each once."""
        known = (self.claims[claim_id] for claim_id in claim_ids if claim_id in self.claims)
        return tuple(dict.fromkeys(claim.attributed_to for claim in known if claim.attributed_to))

    def uncertified(self, text: str, claim_ids: Sequence[str]) -> Line:
        """A line of text that carries no check of its own: a source's words where a quote has them all."""
        verbatim = self._verbatim(text, claim_ids) is not None
        return self.line(text, claim_ids, Verification.QUOTED if verbatim else None)

    def who(self, article_id: str) -> str:
        """Who published that article; the id itself where the briefing has no such article."""
        article = self.articles.get(article_id)
        return self.signed.get(article_id) or (publisher(article) if article else article_id)

    @cached_property
    def files(self) -> frozenset[str]:
        """What stands for publishers that nobody knows: names of files, and addresses."""
        unknown = (
            each for each in self.articles.values() if not each.publisher and each.id not in self.signed
        )
        return frozenset(map(publisher, unknown))

    def _verbatim(self, text: str, claim_ids: Sequence[str]) -> str | None:
        plain = fold(text).text
        pieces = self.pieces(claim_ids)
        return next((p.article_id for p in pieces if plain in fold(p.quote).text), None)

    def _voice(self, text: str, claim_ids: Sequence[str]) -> str | None:
        if self.one_voice:
            return ""
        said_in = self._verbatim(text, claim_ids)
        first = next(iter(self.pieces(claim_ids)), None)
        if said_in is None and first is not None:
            said_in = first.article_id
        return self.who(said_in) if said_in else None

    def notes(self) -> Iterator[Note]:
        """Every quote that was cited, by number."""
        first: dict[str, int] = {}
        claims: defaultdict[_Place, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            for place in dict.fromkeys(map(_place, claim.evidence)):
                claims[place].append(claim)
        for number, piece in enumerate(self._pieces, start=1):
            article = self.articles.get(piece.article_id)
            resting = claims[_place(piece)]
            passed = {claim.verified for claim in resting} | self._checks.get(number, set())
            yield Note(
                number=number,
                piece=piece,
                who=self.who(piece.article_id),
                title=article.title if article and article.title != self.who(article.id) else None,
                published=dated(article, self.say) if article else None,
                place=article.name if article else piece.article_id,
                span=self.say(
                    "characters", start=self.say.number(piece.start), end=self.say.number(piece.end)
                ),
                quote=piece.quote,
                checks=next(self.say(f"checks.{check.value}") for check in _WEAKEST_FIRST if check in passed),
                said_by=self.speakers(claim.id for claim in resting),
                same_as=first.get(piece.article_id),
            )
            first.setdefault(piece.article_id, number)
