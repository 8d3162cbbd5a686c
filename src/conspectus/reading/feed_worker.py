"""The entries of an RSS or Atom feed, read in a process of its own: `python -m conspectus.reading.feed_worker …`.

A hostile feed keeps the reader busy for minutes. Here it costs a process, which the caller ends. Bytes come on
standard input; JSON goes to standard output: {"version", "entries": [...], "more"}.
"""

from __future__ import annotations

import io
import json
import re
import sys
import time
from typing import Any

from conspectus.reading.apart import limit_process

_ENTRY = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)(?=[\s>])")
_CLOSING = {b"rss": b"</channel></rss>", b"feed": b"</feed>", b"rdf:RDF": b"</rdf:RDF>"}
# Entities that a feed declares for itself are none that readers need, and a billion laughs to expand.
_DECLARED = re.compile(rb"<!DOCTYPE[^\[<>]{0,200}\[.*?\]\s*>", re.DOTALL)
_ROOT = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")


def main(arguments: list[str]) -> None:
    """Reads standard input and writes what it holds as JSON."""
    entries, seconds, memory, address, charset = arguments
    limit_process(float(seconds), float(memory))
    json.dump(_read(sys.stdin.buffer.read(), int(entries), address, charset), sys.stdout)


def _read(data: bytes, most: int, address: str, charset: str) -> dict[str, Any]:
    import feedparser  # noqa: PLC0415 - after the limits, which then hold for it too

    data, more = _cut(_DECLARED.sub(b"", data, count=1), most)
    kind = "application/xml" + (f"; charset={charset}" if charset else "")
    # As a stream: a text it might take for an address or a file's name, and open that.
    found = feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-type": kind, "content-location": address},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    entries = [_entry(each, found.feed) for each in found.entries[:most]]
    return {
        "version": found.version,
        "entries": entries,
        "more": more + len(found.entries) - len(entries),
    }


def _cut(data: bytes, most: int) -> tuple[bytes, int]:
    """The feed up to its entry number `most`, closed so that it is whole, and how many were cut off."""
    starts = [found.start() for found in _ENTRY.finditer(data)]
    root = _ROOT.search(data)
    if len(starts) <= most or root is None:
        return data, 0
    return data[: starts[most]] + _CLOSING[root[1]], len(starts) - most


def _entry(entry: Any, feed: Any) -> dict[str, Any]:
    # The library's own look-ups give one date for another.
    def get(name: str) -> Any:
        return dict.get(entry, name)

    contents = [str(each.get("value") or "") for each in get("content") or ()]
    return {
        "link": get("link"),
        "title": get("title"),
        "author": get("author"),
        "published": get("published"),
        "published_utc": _iso(get("published_parsed")),
        "updated": get("updated"),
        "updated_utc": _iso(get("updated_parsed")),
        "language": (get("title_detail") or {}).get("language") or dict.get(feed, "language"),
        "content": max([*contents, str(get("summary") or "")], key=len),
    }


def _iso(parsed: Any) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed) if parsed else None


if __name__ == "__main__":
    main(sys.argv[1:])
