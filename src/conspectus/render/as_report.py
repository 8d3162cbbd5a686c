"""A report on a text: each sentence with its verdict, why, and where to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from conspectus.render import as_markdown as md
from conspectus.render import terminal_parts as term
from conspectus.render import words
from conspectus.render.ledger_view import LeftOut, left_out
from conspectus.render.notes import Note
from conspectus.render.page import QUIET, STRONG, WARN, hanging, indented, page
from conspectus.render.safe import markdown_text, visible
from conspectus.text.markup import unmarked
from conspectus.verification.report import CheckedArticle, CheckedSentence, Report
from conspectus.verification.support import SupportVerdict

MARKS = {
    SupportVerdict.SUPPORTED: "✓",
    SupportVerdict.CONTRADICTED: "≠",
    SupportVerdict.OVERSTATED: "↑",
    SupportVerdict.NOT_FOUND: "?",
}
"""One column each, so that sentences line up."""

_NAMES = {
    SupportVerdict.SUPPORTED: "supported",
    SupportVerdict.CONTRADICTED: "contradicted",
    SupportVerdict.OVERSTATED: "overstated",
    SupportVerdict.NOT_FOUND: "not found",
}
_STYLES = {
    SupportVerdict.SUPPORTED: "green",
    SupportVerdict.CONTRADICTED: "red",
    SupportVerdict.OVERSTATED: WARN,
    SupportVerdict.NOT_FOUND: WARN,
}

_UNMATCHED = "in other words there, or not at all"


@dataclass(frozen=True)
class SentenceView:
    """A sentence, ready to read, without its own marks; `notes` are the numbers of its evidence.

    `unmatched` are its words that the evidence does not have, each in quotation marks; empty where there are none.
    """

    verdict: SupportVerdict
    text: str
    reasons: tuple[str, ...]
    unmatched: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class ReportView:
    """A report, ready to read."""

    counts: str
    sentences: tuple[SentenceView, ...]
    unchecked: tuple[str, ...]
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    made: tuple[tuple[str, str], ...]


def arranged(report: Report, *, unsupported: bool = False) -> ReportView:
    """The report as a reader meets it, notes numbered by first use; facts come from it alone.

    With `unsupported` only the sentences that are not supported are there; the counts are those of all.
    """
    told = [each for each in report.sentences if not (unsupported and each.support.supported)]
    places = dict.fromkeys(
        (piece.article_id, piece.start, piece.end, piece.quote)
        for sentence in told
        for piece in sentence.evidence
    )
    numbers = {place[:3]: number for number, place in enumerate(places, start=1)}
    first: dict[str, int] = {}
    for (article_id, _, _), number in numbers.items():
        first.setdefault(article_id, number)
    return ReportView(
        counts=_counts(report),
        sentences=tuple(_sentence(sentence, numbers) for sentence in told),
        unchecked=report.unchecked,
        notes=tuple(
            _note(number, report.article(place[0]), place, first)
            for number, place in enumerate(places, start=1)
        ),
        left_out=tuple(left_out(report.ledger, {})),
        made=(
            ("Model", report.run.model),
            ("Calls", words.calls(report.run.usage)),
            ("Tokens", words.tokens(report.run.usage)),
            ("Cost", words.cost(report.run.usage)),
        ),
    )


def _counts(report: Report) -> str:
    amounts = {verdict: sum(1 for _ in report.of(verdict)) for verdict in SupportVerdict}
    told = ", ".join(f"{amount:,} {_NAMES[verdict]}" for verdict, amount in amounts.items() if amount)
    given = words.count(len(report.articles), "article")
    return f"{words.count(len(report.sentences), 'sentence')} against {given}: {told}"


def _sentence(sentence: CheckedSentence, numbers: dict[tuple[str, int, int], int]) -> SentenceView:
    places = [(piece.article_id, piece.start, piece.end) for piece in sentence.evidence]
    return SentenceView(
        verdict=sentence.support.verdict,
        text=unmarked(sentence.text),
        reasons=tuple(
            dict.fromkeys([*(reason.message for reason in sentence.support.reasons), *sentence.support.notes])
        ),
        unmatched=", ".join(map(words.quoted, sentence.support.unmatched)),
        notes=tuple(sorted({numbers[place] for place in places})),
    )


def _note(
    number: int, article: CheckedArticle, place: tuple[str, int, int, str], first: dict[str, int]
) -> Note:
    _, start, end, quote = place
    return Note(
        number=number,
        who=article.publisher or article.name,
        title=article.title,
        published=words.day(article.published) if article.published else None,
        place=article.name,
        span=f"characters {start:,}–{end:,}",
        quote=quote,
        checks="",
        same_as=None if first[article.id] == number else first[article.id],
    )


def report_markdown(report: Report, *, unsupported: bool = False) -> str:
    """The report as CommonMark with footnotes, ending in one newline; `unsupported` as in `arranged`."""
    return "\n\n".join(_markdown_blocks(arranged(report, unsupported=unsupported))) + "\n"


def _markdown_blocks(view: ReportView) -> Iterator[str]:
    yield "# Checked against the articles"
    yield f"{view.counts}."
    if view.sentences:
        yield "\n".join(_markdown_sentence(sentence) for sentence in view.sentences)
    if view.unchecked:
        yield "## Not checked"
        yield md.bullets(map(markdown_text, view.unchecked))
    yield from md.left_out_blocks(view.left_out)
    yield "## How this was made"
    yield md.bullets(f"{name}: {markdown_text(value)}" for name, value in view.made)
    for note in view.notes:
        title = words.quoted(note.title) if note.title else None
        source = ", ".join(part for part in (note.who, title, note.published or "undated") if part)
        place = f"{note.place}, {note.span}" if note.place != note.who else note.span
        yield (
            f"[^{note.number}]: {markdown_text(source)} ({markdown_text(place)})\n\n"
            f"    > {markdown_text(note.quote)}"
        )


def _markdown_sentence(sentence: SentenceView) -> str:
    mark = f"{MARKS[sentence.verdict]} **{_NAMES[sentence.verdict]}**"
    lines = [f"- {mark}: {markdown_text(sentence.text)}{md.marks(sentence.notes)}"]
    lines += [f"  - {markdown_text(reason)}" for reason in sentence.reasons]
    if sentence.unmatched:
        lines.append(f"  - {_UNMATCHED}: {markdown_text(sentence.unmatched)}")
    return "\n".join(lines)


def report_terminal(
    report: Report,
    *,
    width: int | None = None,
    color: bool = False,
    evidence: bool = True,
    unsupported: bool = False,
) -> str:
    """The report as lines of at most `width` columns (80 where None), ending in one newline.

    Without `color` there is no control character but the newline. `evidence=False` gives the places of
    the quotes without their words; `unsupported` as in `arranged`.
    """
    view = arranged(report, unsupported=unsupported)
    return page(_terminal_blocks(view, evidence), width=width or 80, color=color)


def _terminal_blocks(view: ReportView, evidence: bool) -> Iterator[RenderableType]:
    yield Text(f"{view.counts}.", style=STRONG)
    yield ""
    for sentence in view.sentences:
        mark = Text(MARKS[sentence.verdict], style=_STYLES[sentence.verdict])
        yield hanging(mark, Text(visible(sentence.text)).append_text(term.marks(sentence.notes)), 2)
        for reason in sentence.reasons:
            told = f"{_NAMES[sentence.verdict]}: {visible(reason)}"
            yield indented(Text(told, style=_STYLES[sentence.verdict]), 2)
        if sentence.unmatched:
            yield indented(Text(f"{_UNMATCHED}: {visible(sentence.unmatched)}", style=QUIET), 2)
    if view.unchecked:
        yield from term.heading("Not checked")
        yield from (hanging("·", Text(visible(text), style=QUIET), 2) for text in view.unchecked)
    if view.notes:
        yield from term.heading("Sources")
        yield from term.notes(view.notes, evidence)
    yield from term.left_out(view.left_out)
    yield from term.heading("How this was made")
    yield term.made(view.made)
