"""The article that a page's JSON-LD describes."""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from conspectus.model.article import MetadataField
from conspectus.reading.furniture import folded

_ARTICLE = re.compile(r"(?:.*(?:Article|Posting|Report)|Article)$")
_PUBLISHERS = ("publisher", "sourceOrganization", "copyrightHolder")
_LONGEST_SCRIPT: Final = 1_000_000
_MOST_NODES: Final = 5_000
_MOST_NAMES: Final = 20
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")

_log = logging.getLogger(__name__)


def article_in(scripts: Sequence[str], titles: Sequence[str]) -> dict[MetadataField, str | None] | None:
    """What the scripts say about the page's article; None where they describe none.

    Of several articles, the one whose headline the page shows among its `titles` is meant, or else the first that
    has one.
    Broken scripts are passed over; references by `@id` are followed within the page.
    """
    nodes = [node for script in scripts for node in _nodes(_loaded(script))][:_MOST_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if any(_ARTICLE.match(kind) for kind in _texts(node.get("@type")))]
    if not articles:
        return None
    shown = [folded(title) for title in titles]
    titled = [node for node in articles if _text(node.get("headline"))] or articles
    meant = next((node for node in titled if _is_shown(node, shown)), titled[0])
    publisher = next((name for key in _PUBLISHERS if (name := _name(meant.get(key), by_id))), None)
    site = next((node for node in nodes if "WebSite" in _texts(node.get("@type"))), {})
    return {
        "title": _text(meant.get("headline")) or _text(meant.get("name")),
        "publisher": publisher or _text(site.get("name")),
        "byline": ", ".join(dict.fromkeys(_names(meant.get("author") or meant.get("creator"), by_id)))
        or None,
        "published": _text(meant.get("datePublished")) or _text(meant.get("dateCreated")),
        "updated": _text(meant.get("dateModified")),
        "url": _address(meant.get("mainEntityOfPage")) or _address(meant.get("url")),
        "language": _name(meant.get("inLanguage"), by_id),
    }


def _loaded(script: str) -> Any:
    try:
        return json.loads(_WRAPPED.sub("", script[:_LONGEST_SCRIPT]), strict=False)
    except (ValueError, RecursionError) as error:
        _log.debug("JSON-LD that is none was passed over: %s", error)
        return None


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """All objects of the data, outer ones first, without recursion."""
    waiting = deque([value])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, dict):
            yield each
            waiting.extend(inner for inner in each.values() if isinstance(inner, dict | list))
        elif isinstance(each, list):
            waiting.extend(inner for inner in each if isinstance(inner, dict | list))


def _is_shown(node: Mapping[str, Any], shown: Iterable[str]) -> bool:
    headline = folded(_text(node.get("headline")) or "")
    return bool(headline) and any(headline in title for title in shown)


def _texts(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _text(value: Any) -> str | None:
    return next((text for each in _texts(value) if (text := " ".join(each.split()))), None)


def _name(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    return next(iter(_names(value, by_id)), None)


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    found = []
    for each in (value if isinstance(value, list) else [value])[:_MOST_NAMES]:
        node = each
        if isinstance(node, dict) and "name" not in node and isinstance(node.get("@id"), str):
            node = by_id.get(node["@id"])
        name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
        if name:
            found.append(name)
    return found


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return _text(value)
