"""What is known about an article: title, publisher, byline, date and language, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import takewhile

from conspectus.model.article import YEARS_OF_PRINT, Certainty, JunkReason, MetadataField, Provenance
from conspectus.reading.blocks import count_words
from conspectus.reading.credits import (
    byline,
    byline_publisher,
    copyright_line,
    is_signature,
    outlet_line,
    publication_line,
    published_by,
    signed,
    without_reading_time,
)
from conspectus.reading.datelines import dateline
from conspectus.reading.dates import Order, order_of, read_day_and_month, whole_dates
from conspectus.reading.frontmatter import FrontMatter
from conspectus.reading.furniture import plain
from conspectus.reading.junk import Page
from conspectus.reading.mastheads import headline_below, is_label, is_name, settled
from conspectus.reading.moments import read_when
from conspectus.text.language import KNOWN_LANGUAGES
from conspectus.text.lines import LIST_MARKER
from conspectus.text.sentences import is_headline

_FRONT_MATTER_KEYS: Mapping[MetadataField, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "outlet", "site_name", "site", "source"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("published", "date", "date_published", "datepublished", "publish_date", "pubdate"),
    "updated": ("updated", "modified", "last_modified", "date_modified"),
    "url": ("url", "canonical", "canonical_url", "link"),
    "language": ("language", "lang"),
}
_MOMENTS: Mapping[MetadataField, MetadataField] = {"published": "published_at", "updated": "updated_at"}
_ADDRESS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_PAGE_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}$", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,20})?$")
_REPORTING = re.compile(r"\(?Reporting (?:by|from) (?P<who>[^;.()]{3,100})")
_SAME_LANGUAGE = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
_YEAR = re.compile(r"(?:19|20)\d{2}")
# Enough to see how a publisher writes dates, and no long wait on a long text.
_DATES_WITHIN = 200_000
_WORDS = re.compile(r"\w[\w’'-]*")
_MOST_KICKERS = 3
_BESIDE_DATE = 4


@dataclass
class Known:
    """Metadata as it is collected: the first to say something about a field is believed."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    updated: date | None = None
    updated_at: datetime | None = None
    url: str | None = None
    language: str | None = None
    provenance: dict[MetadataField, Provenance] = field(default_factory=dict)

    def learn(
        self, name: MetadataField, value: str | date | None, found_in: str, *, stated: bool = False
    ) -> None:
        """Keeps the value, unless it is empty, a day on which nothing appeared, or the field is known already.

        Of a `datetime` the day is kept as it is printed; the moment too, where it has a zone and is of the day that
        is kept. Midnight is how systems print a day alone.
        """
        if isinstance(value, datetime):
            day = value.date()
            self.learn(name, day, found_in, stated=stated)
            if value.tzinfo is not None and value.time() != time() and getattr(self, name) == day:
                self._keep(_MOMENTS[name], value, found_in, stated=stated)
            return
        if value in (None, ""):
            return
        if isinstance(value, date) and value.year not in YEARS_OF_PRINT:
            return
        if name == "language":
            found = _LANGUAGE.match(str(value))
            if found is None:
                return
            value = found[1].lower()
        if name == "url" and not _PAGE_ADDRESS.match(str(value)):
            return
        self._keep(name, value, found_in, stated=stated)

    def _keep(self, name: MetadataField, value: str | date | None, found_in: str, *, stated: bool) -> None:
        if name not in self.provenance:
            setattr(self, name, value)
            certainty = Certainty.STATED if stated else Certainty.INFERRED
            self.provenance[name] = Provenance(certainty=certainty, found_in=found_in)

    def settle(self, spoken: str | None) -> None:
        """Puts right what can't be: a language that the text is not in, an update that is older than the publication.

        `spoken` is the language of the text's own words, None where they don't tell. Pages are full of templates
        that state English, so the words are believed, unless the language stated is one that they can't tell.
        """
        alike = _SAME_LANGUAGE.get(self.language or "", self.language)
        if self.language is None or (spoken not in (None, alike) and alike in KNOWN_LANGUAGES):
            self.provenance.pop("language", None)
            self.learn("language", spoken, "text")
        if self.published is not None and self.updated is not None and self.updated < self.published:
            self.updated = None
            del self.provenance["updated"]
        for day, at in _MOMENTS.items():
            moment = getattr(self, at)
            if moment is not None and moment.date() != getattr(self, day):
                setattr(self, at, None)
                del self.provenance[at]

    def learn_from_feed(self, feed: Known) -> None:
        """Takes what a feed's entry states, above what was inferred and below what the page states itself."""
        for name, provenance in feed.provenance.items():
            present = self.provenance.get(name)
            if present is None or present.certainty is Certainty.INFERRED:
                setattr(self, name, getattr(feed, name))
                self.provenance[name] = provenance


def learn_from_front_matter(known: Known, front: FrontMatter, text: str) -> None:
    """Takes what the block at the top of the file states; addresses are no names."""
    for name, keys in _FRONT_MATTER_KEYS.items():
        value = front.first(*keys)
        if name in ("published", "updated") and isinstance(value, str):
            value = read_when(value, order_of(text[:_DATES_WITHIN]))
        elif name not in ("published", "updated", "url") and (
            not isinstance(value, str) or _ADDRESS.match(value)
        ):
            continue
        known.learn(name, value, "front matter", stated=True)


def learn_from_text(known: Known, page: Page) -> None:
    """Takes what the page's own lines say: first line, byline, publication line, dateline, footer."""
    heading = _title(page)
    if heading is not None:
        known.learn("title", *heading)
    order = order_of(page.text[:_DATES_WITHIN])
    if page.masthead is not None:
        known.learn("publisher", page.masthead.name, "masthead")
        known.learn("published", read_when(page.masthead.day or "", order), "masthead")
    for line in _marked(page, JunkReason.BYLINE):
        who = byline(line)
        reporting = _REPORTING.match(line)
        known.learn("byline", who, "byline")
        known.learn("byline", reporting["who"].strip() if reporting else None, "reporting credit")
        known.learn("publisher", published_by(line), "publication line")
        known.learn("publisher", byline_publisher(line), "byline")
        if (both := signed(line)) is not None:
            known.learn("byline", both[0], "byline")
            known.learn("publisher", both[1], "byline")
        if who is not None or is_signature(line):
            known.learn("published", read_when(line, order), "byline")
    for line in _marked(page, JunkReason.DATELINE):
        known.learn("publisher", settled(outlet_line(line, credited=True) or ""), "publication line")
        published = publication_line(line)
        if published is not None:
            known.learn("publisher", published.publisher, "publication line")
            field: MetadataField = "updated" if published.updated else "published"
            # Of a line with two times nobody says which is whose.
            when = read_when(line if published.timed else published.words_for_date, order)
            known.learn(field, when, "publication line")
    years: set[int] = set()
    for line in _marked(page, JunkReason.NAVIGATION):
        footer = copyright_line(line)
        if footer is not None:
            known.learn("publisher", footer.owner, "copyright line")
            years.update({footer.year} if footer.year else set())
    _learn_from_dateline(known, page, years, order)
    above = (page.lines[index] for index in range(page.head) if index not in page.reasons)
    for line in above:
        known.learn("published", _date_in_passing(line, order), "line above the text")


def _date_in_passing(line: str, order: Order | None) -> date | None:
    """The one whole date of a line that has little else: "In brief, 3 May 2024", "3 May 2024 | Jane Doe"."""
    dates = [words for _, words in whole_dates(line)]
    if (
        len(dates) != 1
        or len(_WORDS.findall(without_reading_time(line).replace(dates[0], " "))) > _BESIDE_DATE
    ):
        return None
    return read_when(line, order)


def _marked(page: Page, reason: JunkReason) -> Iterator[str]:
    for index in sorted(page.reasons):
        if page.reasons[index] is reason:
            line, bare = page.lines[index].strip(), plain(page.lines[index])
            # "8. März 2026" begins as items of a list do.
            yield line if publication_line(line) is not None and publication_line(bare) is None else bare


def _title(page: Page) -> tuple[str, str] | None:
    """The first line, where it looks like a headline and a text follows; a one-word kicker is passed over."""
    # A question can be the title and also reads like prose, so the first line is looked at in any case.
    lines = range(max(page.head, 1) if page.tail > 1 else page.head)
    above = [index for index in lines if index not in page.reasons]
    kickers = len(list(takewhile(lambda index: _is_kicker(page.lines[index]), above[:_MOST_KICKERS])))
    index = above[kickers] if kickers < len(above) else None
    if index is None or not _is_title(page.lines[index]):
        # A title of two words looks like a kicker.
        index = above[0] if kickers and len(page.lines[above[0]].split()) == 2 else None
    if index is None:
        below = headline_below(page.text, page.spans, page.masthead.lines) if page.masthead else None
        return None if below is None else (below, "line below the masthead")
    if _is_above_headline(page, index):
        index += 1
    line = page.lines[index]
    words = " ".join(plain(line).split())
    return words, "first heading" if line.startswith("#") else "first line"


def _is_above_headline(page: Page, index: int) -> bool:
    """True for a name set as a paper's is, right above a longer line that is right above its byline or day."""
    if index + 2 >= len(page.lines) or page.lines[index].startswith("#") or not is_name(page.lines[index]):
        return False
    credits = {JunkReason.BYLINE, JunkReason.DATELINE}
    below = page.lines[index + 1]
    together = page.text[page.spans[index].start : page.spans[index + 2].start]
    return (
        index + 1 not in page.reasons
        and page.reasons.get(index + 2) in credits
        and _is_title(below)
        and not is_name(below)
        and len(below.split()) > len(page.lines[index].split())
        and not re.search(r"\n\s*\n", together)
    )


def _is_kicker(line: str) -> bool:
    return (count_words(line) <= 2 or is_label(line)) and _is_title(line) and not line.startswith("#")


def _is_title(line: str) -> bool:
    return line.startswith("# ") or (LIST_MARKER.match(line) is None and is_headline(line.rstrip("?!")))


def _learn_from_dateline(known: Known, page: Page, years: set[int], order: Order | None) -> None:
    if page.head >= len(page.lines) or not page.tail:
        return
    found = dateline(page.lines[page.head])
    if found is None:
        return
    known.learn("published", read_when(found[0], order), "dateline")
    # "March 3" is a date only with a year; one that the page states elsewhere, and only one, will do.
    if len(years) == 1 and not _YEAR.search(found[0]):
        day = read_day_and_month(found[0], years.copy().pop())
        known.learn("published", day, "dateline and copyright line")
