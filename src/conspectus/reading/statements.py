"""What a page's publisher states about its article, in the four ways in which pages state it.

Where they differ, the first in this order is believed: JSON-LD, OpenGraph and its kin, microdata, other `<meta>`
elements, and then `<link rel="canonical">` and the page's own `lang`. Within one way, the first statement counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from conspectus.model.article import MetadataField
from conspectus.reading.linked_data import article_in
from conspectus.reading.metadata import Known
from conspectus.reading.moments import read_when

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPEN_GRAPH: Final[Mapping[MetadataField, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title"),
    "publisher": ("og:site_name", "article:publisher", "twitter:site_name"),
    "byline": ("article:author", "og:article:author", "og:author", "book:author"),
    "published": ("article:published_time", "og:article:published_time", "og:published_time", "og:pubdate"),
    "updated": ("article:modified_time", "og:updated_time", "og:article:modified_time", "og:modified_time"),
    "url": ("og:url",),
    "language": ("og:locale",),
}
_META: Final[Mapping[MetadataField, tuple[str, ...]]] = {
    "title": ("citation_title", "dc.title", "dcterms.title", "parsely-title", "title", "headline"),
    "publisher": (
        "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher",
        "application-name",
    ),
    "byline": (
        "author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    ),
    "published": (
        "citation_publication_date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
        "sailthru.date", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date",
    ),
    "updated": ("dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "datemodified", "revised"),
    "language": ("dc.language", "content-language", "language"),
}  # fmt: skip
_MICRODATA: Final[Mapping[MetadataField, tuple[str, ...]]] = {
    "title": ("headline",),
    "publisher": ("publisher",),
    "byline": ("author", "creator"),
    "published": ("datePublished",),
    "updated": ("dateModified",),
    "url": ("mainEntityOfPage",),
    "language": ("inLanguage",),
}
_DATES: Final = ("published", "updated")
_NAMES: Final = ("title", "publisher", "byline")
_LONGEST = 300
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|@", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?")
_BY = re.compile(r"(?:by|von|par|por|di)\s+(?=\S+\s+\S)", re.IGNORECASE)
_BEHIND_TITLE = re.compile(r"(?:\s+[|–—-]\s+[^|–—]{2,40})?\s+[|–—-]\s+([^|–—]{2,40})")
_ARTICLE_SCOPE = "//*[@itemscope and contains(@itemtype, 'schema.org/') and ({})]".format(
    " or ".join(f"contains(@itemtype, '{kind}')" for kind in ("Article", "Posting", "Report"))
)


def learn_statements(known: Known, tree: HtmlElement) -> None:
    """Takes what the page states, each with where it stands; what is no name, date or address is passed over."""
    linked = article_in(_scripts(tree), _shown_titles(tree))
    if linked is not None:
        _learn(known, linked, "json-ld")
    metas = _metas(tree)
    graph = {field: _first(metas, names) for field, names in _OPEN_GRAPH.items()}
    site = graph["publisher"]
    for field in ("title",):
        graph[field] = _without_site(graph[field], site)
    _learn(known, graph, "opengraph")
    _learn(known, _microdata(tree), "microdata")
    _learn(known, {field: _first(metas, names) for field, names in _META.items()}, "meta element")
    known.learn("publisher", _site_behind(tree), "page title")
    canonical = tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")
    known.learn("url", next(iter(canonical), None), "link element", stated=True)
    known.learn(
        "language",
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        "html element",
        stated=True,
    )


def _learn(known: Known, said: Mapping[MetadataField, str | None], found_in: str) -> None:
    for field, value in said.items():
        words = " ".join((value or "").split())
        if not 0 < len(words) <= _LONGEST * 7 or (len(words) > _LONGEST and field != "url"):
            continue
        if field in _DATES:
            known.learn(field, _date(words), found_in, stated=True)
        elif field not in _NAMES:
            known.learn(field, words, found_in, stated=True)
        elif not _ADDRESS.match(words):
            known.learn(
                field, _BY.sub("", words, count=1) if field == "byline" else words, found_in, stated=True
            )


def _date(words: str) -> date | None:
    """The day that a time stamp prints, in its own zone, with the time where it has both; None for no whole day."""
    if (found := _COMPACT.fullmatch(words)) is not None:
        words = "-".join(found.groups())
    return read_when(words.replace("/", "-") if re.match(r"\d{4}/", words) else words)


def _scripts(tree: HtmlElement) -> list[str]:
    return [script.text or "" for script in tree.xpath("//script[contains(@type, 'ld+json')]")]


def _shown_titles(tree: HtmlElement) -> list[str]:
    return [" ".join(each.text_content().split()) for each in tree.xpath("//title | //h1")[:10]]


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        found.setdefault(name.strip().lower(), []).append(meta.get("content"))
    return found


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    for name in names:
        values = [value for value in metas.get(name, ()) if value.strip()]
        if values and name.endswith(("author", "creator")):
            people = [value for value in values if not _ADDRESS.match(value.strip())]
            return ", ".join(dict.fromkeys(people)) or None
        if values:
            return values[0]
    return None


def _site_behind(tree: HtmlElement) -> str | None:
    """What the page's title has behind the heading that the page shows: "Quay reopens | Lend Post" → "Lend Post"."""
    titles = [" ".join(each.text_content().split()) for each in tree.xpath("//head/title")[:1]]
    for heading in tree.xpath("//h1")[:3]:
        shown = " ".join(heading.text_content().split())
        for title in titles:
            behind = title.removeprefix(shown)
            if shown and behind != title and (found := _BEHIND_TITLE.fullmatch(behind)):
                return found[1]
    return None


def _without_site(title: str | None, site: str | None) -> str | None:
    if title and site and (found := re.fullmatch(rf"(.+\S)\s+[|–—-]\s+{re.escape(site.strip())}\s*", title)):
        return found[1]
    return title


def _microdata(tree: HtmlElement) -> dict[MetadataField, str | None]:
    scopes = tree.xpath(_ARTICLE_SCOPE)
    if not scopes:
        return {}
    return {field: _property(scopes[0], names) for field, names in _MICRODATA.items()}


def _property(scope: HtmlElement, names: Iterable[str]) -> str | None:
    for name in names:
        values = [
            _value(each)
            for each in scope.xpath(f".//*[contains(concat(' ', @itemprop, ' '), ' {name} ')]")[:20]
        ]
        if said := ", ".join(dict.fromkeys(value for value in values if value)):
            return said if name in ("author", "creator") else next(value for value in values if value)
    return None


def _value(element: HtmlElement) -> str:
    named = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
    if element.get("itemscope") is not None and named:
        return _value(named[0])
    for attribute in ("content", "datetime", "href" if element.tag in ("link", "a") else "content"):
        if given := (element.get(attribute) or "").strip():
            return given
    return " ".join(element.text_content().split())
