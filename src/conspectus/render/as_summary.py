"""One article's summary as terminal text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.render import as_markdown as md
from conspectus.render import terminal_parts as term
from conspectus.render import words
from conspectus.render.ledger_view import LeftOut, left_out
from conspectus.render.notes import Line, Note, Notebook, described
from conspectus.render.page import ACCENT, QUIET, STRONG, hanging, page
from conspectus.render.safe import markdown_text, visible


@dataclass(frozen=True)
class SummaryView:
    """A summary, ready to read."""

    title: Line
    source: str
    gist: tuple[Line, ...]
    events: tuple[Line, ...]
    claims: tuple[tuple[str, Line], ...]
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    made: tuple[tuple[str, str], ...]


def arranged(summary: ArticleSummary, article: Article | None = None) -> SummaryView:
    """The summary as a reader meets it; without its article, ids stand for names."""
    articles = {article.id: article} if article else {}
    book = Notebook(articles=articles, claims={claim.id: claim for claim in summary.claims}, one_voice=True)
    name = described(article) if article else summary.article_id
    plain = Line((article.title if article else None) or name, ())
    return SummaryView(
        title=book.sentence(summary.headline) if summary.headline else plain,
        source=name,
        gist=tuple(book.sentence(sentence) for sentence in summary.gist),
        events=tuple(book.line(_told(event), event.claim_ids) for event in summary.events),
        claims=tuple(
            (_sort(claim), book.line(claim.text, (claim.id,), claim.verified)) for claim in summary.claims
        ),
        notes=tuple(book.notes()),
        left_out=tuple(left_out(summary.ledger, articles)),
        made=(
            ("Calls", words.calls(summary.usage)),
            ("Tokens", words.tokens(summary.usage)),
            ("Cost", words.cost(summary.usage)),
        ),
    )


def _told(event: ReportedEvent) -> str:
    return " · ".join(part for part in (event.what, event.when, event.where, ", ".join(event.who)) if part)


def _sort(claim: Claim) -> str:
    said = f", {claim.attributed_to}" if claim.attributed_to else ""
    return f"{claim.kind.value}{said}"


def summary_markdown(summary: ArticleSummary, article: Article | None = None) -> str:
    """The summary as CommonMark with footnotes, ending in one newline."""
    return "\n\n".join(_markdown_blocks(arranged(summary, article))) + "\n"


def _markdown_blocks(view: SummaryView) -> Iterator[str]:
    yield f"# {markdown_text(view.title.text)}"
    yield f"*{markdown_text(view.source)}* {md.marks(view.title.notes)}".rstrip()
    if view.gist:
        yield " ".join(md.cited(line) for line in view.gist)
    if view.events:
        yield "## Events"
        yield md.bullets(md.cited(line) for line in view.events)
    if view.claims:
        yield "## Claims"
        yield md.bullets(f"{md.cited(line)} *{markdown_text(sort)}*" for sort, line in view.claims)
    yield from md.left_out_blocks(view.left_out)
    yield "## How this was made"
    yield md.bullets(f"{name}: {markdown_text(value)}" for name, value in view.made)
    yield from md.footnotes(view.notes)


def summary_terminal(
    summary: ArticleSummary,
    article: Article | None = None,
    *,
    width: int | None = None,
    color: bool = False,
    evidence: bool = True,
) -> str:
    """The summary as lines of at most `width` columns (80 where None), ending in one newline.

    Without `color` there is no control character but the newline. `evidence=False` gives the places of
    the quotes without their words.
    """
    return page(_terminal_blocks(arranged(summary, article), evidence), width=width or 80, color=color)


def _terminal_blocks(view: SummaryView, evidence: bool) -> Iterator[RenderableType]:
    title = Text(visible(view.title.text), style=STRONG)
    yield title.append_text(term.marks(view.title.notes))
    yield Text(visible(view.source), style=QUIET)
    if view.gist:
        yield ""
        yield term.joined(term.cited(line) for line in view.gist)
    if view.events:
        yield from term.heading("Events")
        yield from (hanging("·", term.cited(line), 2) for line in view.events)
    if view.claims:
        yield from term.heading("Claims")
        for sort, line in view.claims:
            yield hanging("·", term.cited(line).append(f" — {visible(sort)}", style=f"{QUIET} {ACCENT}"), 2)
    if view.notes:
        yield from term.heading("Sources")
        yield from term.notes(view.notes, evidence)
    yield from term.left_out(view.left_out)
    yield from term.heading("How this was made")
    yield term.made(view.made)
