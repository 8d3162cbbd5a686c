"""The articles on the page: grouped by origin, each with its whole text, in which the quotes are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from conspectus.model.article import Article, Role, Span
from conspectus.model.briefing import BriefedArticle, Status
from conspectus.render.as_html.desk import Desk
from conspectus.render.as_html.speech import language
from conspectus.render.as_html.tags import NOTHING, Html, element, isolated, joined, named
from conspectus.render.notes import Note, dated, publisher
from conspectus.render.view import OriginGroup


def sources(desk: Desk) -> Html:
    """Every article that was given, by origin; what its origin's dots are stands beside its name."""
    groups = element("div", *(_group(group, desk) for group in desk.view.origins), class_="sources")
    if not desk.brief:
        return groups
    told = desk.say("articles_bare") if desk.bare else desk.say("articles_brief")
    return joined(element("p", told, class_="about"), groups)


def _group(group: OriginGroup, desk: Desk) -> Html:
    strip = desk.strip([group.origin]) if group.origin else NOTHING
    lone = strip if group.heading is None else NOTHING
    articles = [_article(article, lone, desk, group.copied.get(article.id)) for article in group.members]
    if group.heading is None:
        return joined(*articles)
    # As one with the count behind it, a name from right to left would turn that round.
    heading = joined(named(group.name), group.heading.removeprefix(group.name))
    return element("div", element("h3", strip, heading), *articles)


def _article(article: BriefedArticle, strip: Html, desk: Desk, copied: str | None) -> Html:
    titled = article.title and article.title != article.publisher
    line = joined(
        strip,
        named(publisher(article)) if desk.bare else element("b", named(publisher(article))),
        " ",
        joined(element("i", named(article.title)), " ") if article.title and titled else NOTHING,
        dated(article, desk.say, hours=True) or desk.say("undated"),
    )
    if not article.text:
        return element("p", isolated(article.name), class_="bare")
    if article.status is not Status.USED:
        return element("p", line, " ", _address(article, desk), class_="bare")
    spoken = language(article)
    return element(
        "details",
        element("summary", line),
        element("p", address) if (address := _address(article, desk)) else NOTHING,
        element("p", named(copied)) if copied else NOTHING,
        element("div", _text(article, desk), lang=None if spoken == desk.say.language else spoken),
        id=None if desk.brief else article.id,
    )


def _address(article: Article, desk: Desk) -> Html:
    """The article's file and its address, as a link where that is one of the web, where there is room for them."""
    path = named(article.path) if article.path and not desk.brief else NOTHING
    if not article.url or desk.bare:
        return path
    url = named(article.url)
    try:
        web = urlsplit(article.url).scheme in {"http", "https"} and bool(urlsplit(article.url).hostname)
    except ValueError:
        web = False
    if web and desk.brief:
        # The page as a whole sends no referrer.
        return element("a", named(urlsplit(article.url).netloc), href=article.url)
    link = element("a", url, href=article.url, rel="noreferrer noopener nofollow") if web else url
    return joined(path, " ", link)


def _text(article: Article, desk: Desk) -> Html:
    notes = [
        note
        for note in desk.view.notes
        if note.piece
        and note.piece.article_id == article.id
        and note.piece.span.of(article.text) == note.quote
    ]
    told = list(paragraphs(article))
    if desk.brief and told and _is_title(told[0], article, notes):
        # It stands above the text already.
        del told[0]
    return joined(*(_paragraph(span, article, notes, desk) for span in told))


def _is_title(span: Span, article: Article, notes: Sequence[Note]) -> bool:
    """True where the paragraph is the article's title and nothing is quoted from it."""
    quoted = any(note.piece and note.piece.span.overlaps(span) for note in notes)
    stands_above = article.title is not None and article.title != article.publisher
    return stands_above and span.of(article.text).strip() == article.title and not quoted


def paragraphs(article: Article) -> Iterator[Span]:
    """The article's paragraphs, which end where a line does; a line that breaks within a sentence is no end."""
    within = {
        at
        for sentence in article.sentences
        for at in range(sentence.span.start, min(sentence.span.end, len(article.text)))
        if article.text[at] in "\n\r"
    }
    start = 0
    for end in [at for at, sign in enumerate(article.text) if sign in "\n\r" and at not in within] + [
        len(article.text)
    ]:
        if article.text[start:end].strip():
            yield Span(start=start, end=end)
        start = end + 1


def _paragraph(span: Span, article: Article, notes: Sequence[Note], desk: Desk) -> Html:
    near = [note for note in notes if note.piece and note.piece.span.overlaps(span)]
    junk = [
        (each.span, desk.say(f"junk.{each.reason.value}"))
        for each in article.junk
        if each.span.overlaps(span) and not desk.bare
    ]
    cuts = {span.start, span.end}
    for each in [note.piece.span for note in near if note.piece] + [each for each, _ in junk]:
        cuts |= {max(span.start, each.start), min(span.end, each.end)}
    edges = sorted(cuts)
    pieces = (_piece(Span(start=start, end=end), article, near, junk, desk) for start, end in pairwise(edges))
    headings = (each.span for each in article.sentences if each.role is Role.HEADING)
    heading = any(each.overlaps(span) for each in headings) and not desk.bare
    return element("p", *pieces, class_="h" if heading else None)


def _piece(
    piece: Span, article: Article, notes: Sequence[Note], junk: Sequence[tuple[Span, str]], desk: Desk
) -> Html:
    text = joined(piece.of(article.text))
    reason = next((reason for span, reason in junk if span.covers(piece)), None)
    if reason:
        text = element("s", text, title=None if desk.brief else reason)
    here = [note for note in notes if note.piece and note.piece.span.covers(piece)]
    if not here:
        return text
    # A quote's first piece bears its id; where several begin at once, the others get an anchor each.
    first = [desk.quote_id(note) for note in here if note.piece and note.piece.start == piece.start]
    anchors = (element("a", id=name) for name in first[1:])
    # What is the whole of one quote is found by its id.
    whole = len(here) == 1 and here[0].piece is not None and here[0].piece.span == piece
    numbers = None if whole else " ".join(str(note.number) for note in here)
    return joined(*anchors, element("mark", text, id=first[0] if first else None, data_n=numbers))
