"""What stands in a text and is not the article, with the reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conspectus.model.article import Junk, JunkReason, Span
from conspectus.reading.addressed import addressed_to_machines
from conspectus.reading.credits import (
    byline,
    is_desk_credit,
    is_signature,
    outlet_line,
    publication_line,
    published_by,
)
from conspectus.reading.datelines import colon_dateline, dateline, is_spoken, names_agency
from conspectus.reading.furniture import closing_photo_credit, folded, furniture, is_residue, plain
from conspectus.reading.mastheads import Masthead, masthead
from conspectus.reading.tickers import below_markers, closing_run, points_elsewhere
from conspectus.text.lines import TERMINAL, logical_lines
from conspectus.text.sentences import is_headline, is_title_case

_PROSE_WORDS = 6
# Chinese and Japanese have no spaces to count words by.
_PROSE_SIGNS = re.compile(r"(?:[\u3040-\u30ff\u4e00-\u9fff][^\u3040-\u30ff\u4e00-\u9fff]{0,8}){12}")
_HEAD_LINES = 8
# Who speaks in a list of questions: at the start of a line, or of a sentence within it.
_ASKED = re.compile(r"(?:^|(?<=[.?!…])\s+)(?P<who>(?:[-–—*•]\s+)?(?:(?P<asks>Q|Question)|A|Answer)):(?=\s)")
# No word and no address is as long: an embedded picture, a key, a minified script.
_DATA = re.compile(r"[!-~]{1000,}")
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


@dataclass
class Page:
    """The lines of a text below its front matter, and why some of them are not the article.

    `head` is the number of lines before the first line of prose; `tail` is the index of the first line
    after the last. A text without prose has no head and no tail: nothing tells where its edges are.
    """

    text: str
    spans: tuple[Span, ...]
    lines: tuple[str, ...]
    reasons: dict[int, JunkReason] = field(default_factory=dict)
    head: int = 0
    tail: int = 0
    masthead: Masthead | None = None

    def is_prose(self, index: int) -> bool:
        """True for a line that reads like running text and is not known to be furniture."""
        line = self.lines[index]
        return (
            index not in self.reasons
            and (
                len(line.split(maxsplit=_PROSE_WORDS)) >= _PROSE_WORDS
                or _PROSE_SIGNS.search(line) is not None
            )
            and not line.rstrip().endswith(":")
            and TERMINAL.search(line) is not None
            and not (line.endswith("?") and is_headline(line.rstrip("?")) and is_title_case(line))
        )


def read_page(text: str, *, start: int = 0) -> Page:
    """The lines of a text from character `start` on, each marked where it is not the article's.

    Precision comes first: a line is marked only when all of it is furniture, and only by its wording,
    or by wording and place (above the first line of prose, below the last).
    """
    spans = tuple(span for span in logical_lines(text) if span.start >= start)
    page = Page(text, spans, tuple(span.of(text) for span in spans))
    for index, line in enumerate(page.lines):
        reason = furniture(line)
        if reason is None and points_elsewhere(line):
            reason = JunkReason.HEADLINE_TICKER
        if reason is not None:
            page.reasons[index] = reason
    for index in addressed_to_machines(page.lines):
        page.reasons[index] = JunkReason.MACHINE_INSTRUCTIONS
    prose = [index for index in range(len(page.lines)) if page.is_prose(index)]
    if not prose:
        return page
    page.head, page.tail = prose[0], prose[-1] + 1
    for index in [*range(min(page.head, _HEAD_LINES)), *range(page.tail, len(page.lines))]:
        reason = _by_place(page.lines[index])
        if reason is not None:
            page.reasons.setdefault(index, reason)
    for index in _outlets_beside_credits(page):
        page.reasons[index] = JunkReason.DATELINE
    page.masthead = masthead(text, spans, page.head)
    for index in range(page.masthead.lines if page.masthead else 0):
        page.reasons.setdefault(index, JunkReason.DATELINE)
    _mark_late_credits(page)
    for index in below_markers(page.lines, page.is_prose) | closing_run(
        page.lines, page.tail, page.reasons.__contains__
    ):
        page.reasons.setdefault(index, JunkReason.HEADLINE_TICKER)
    return page


def find_junk(page: Page, *, title: str | None) -> tuple[Junk, ...]:
    """Ordered, disjoint stretches that are not the article: whole lines, datelines and photo credits.

    A second and later line that repeats the title is junk too; the first is the article's heading.
    """
    marked = [*_whole_lines(page), *_repeated(page, title), *_parts(page)]
    return tuple(sorted(marked, key=lambda junk: junk.span.start))


def _by_place(line: str) -> JunkReason | None:
    bare = plain(line)
    if (
        byline(bare) is not None
        or is_signature(bare)
        or is_desk_credit(bare)
        or published_by(bare) is not None
    ):
        return JunkReason.BYLINE
    # "8. März 2026" begins as items of a list do.
    if (
        any(publication_line(each) is not None for each in (bare, line.strip()))
        or outlet_line(bare) is not None
    ):
        return JunkReason.DATELINE
    return JunkReason.NAVIGATION if is_residue(line) else None


def _outlets_beside_credits(page: Page) -> list[int]:
    """The lines above the text, but the first, that are an outlet's name right beside a byline or a day."""
    credits = {JunkReason.BYLINE, JunkReason.DATELINE}

    def beside(one: int, other: int) -> bool:
        between = page.text[page.spans[min(one, other)].end : page.spans[max(one, other)].start]
        return page.reasons.get(other) in credits and between.count("\n") == 1

    return [
        index
        for index in range(1, min(page.head, _HEAD_LINES))
        if index not in page.reasons
        and outlet_line(plain(page.lines[index]), credited=True) is not None
        and (beside(index, index - 1) or beside(index, index + 1))
    ]


def _mark_late_credits(page: Page) -> None:
    """Credits that end with a full stop look like prose: find them from the end upward."""
    while page.tail > page.head + 1 and is_desk_credit(plain(page.lines[page.tail - 1])):
        page.tail -= 1
        page.reasons[page.tail] = JunkReason.BYLINE
        while page.tail > page.head + 1 and not page.is_prose(page.tail - 1):
            page.tail -= 1


def _whole_lines(page: Page) -> Iterator[Junk]:
    for index, reason in page.reasons.items():
        yield Junk(span=page.spans[index], reason=reason)


def _repeated(page: Page, title: str | None) -> Iterator[Junk]:
    if title is None:
        return
    wanted, seen = folded(title), False
    for index, line in enumerate(page.lines):
        if index in page.reasons or len(line) > 2 * len(title) + 60:
            continue
        if wanted in (folded(line), folded(_SITE_SUFFIX.sub("", line))):
            if seen:
                yield Junk(span=page.spans[index], reason=JunkReason.REPEATED_TITLE)
            seen = True


def _parts(page: Page) -> Iterator[Junk]:
    """Datelines in front of a sentence, "Q:" and "A:", photo credits in brackets behind a caption, and data."""
    yield from _labels(page)
    for index, (span, line) in enumerate(zip(page.spans, page.lines, strict=True)):
        if index in page.reasons:
            continue
        data = [
            Span(start=span.start + run.start(), end=span.start + run.end()) for run in _DATA.finditer(line)
        ]
        if data:
            yield from (Junk(span=run, reason=JunkReason.DATA) for run in data)
            continue
        found = dateline(line) or _place_alone(page, index)
        if found is not None and (index == page.head or names_agency(found)):
            length = len(found[0].rstrip())
            yield Junk(span=Span(start=span.start, end=span.start + length), reason=JunkReason.DATELINE)
        credit = closing_photo_credit(line)
        if credit is not None:
            at = Span(start=span.start + credit[0], end=span.start + credit[1])
            yield Junk(span=at, reason=JunkReason.PHOTO_CREDIT)


def _labels(page: Page) -> Iterator[Junk]:
    """The "Q:" and "A:" in front of questions and answers, on a page that has both."""
    found = [
        (span, label)
        for index, (span, line) in enumerate(zip(page.spans, page.lines, strict=True))
        if index not in page.reasons
        for label in _ASKED.finditer(line)
    ]
    if len({label["asks"] is None for _, label in found}) < 2:
        return
    for span, label in found:
        at = Span(start=span.start + label.start("who"), end=span.start + label.end())
        yield Junk(span=at, reason=JunkReason.LABEL)


def _place_alone(page: Page, index: int) -> re.Match[str] | None:
    """A place with a colon in front of the first prose; in a transcript the same would be who speaks."""
    if index != page.head or any(is_spoken(line) for line in page.lines[index + 1 :]):
        return None
    return colon_dateline(page.lines[index])


def overlaps_any(span: Span, ordered: Sequence[Junk]) -> bool:
    """True where a span shares a character with one of the ordered, disjoint stretches of junk."""
    index = bisect_right(ordered, span.start, key=lambda junk: junk.span.start)
    near = ordered[max(0, index - 1) : index + 1]
    return any(junk.span.overlaps(span) for junk in near)
