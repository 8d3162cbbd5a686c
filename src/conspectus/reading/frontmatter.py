"""The YAML block at the top of a text file, or lines there that say what they are: "Source: Harbour Post"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conspectus.model.article import Span

_BLOCK = re.compile(r"\s*(---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*)(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"[^\W\d][\w:.-]*(?: [\w-]+){0,2}")
_PLAIN_FIELD = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:\s+(.*))?$")
_LABELLED = re.compile(
    r"[ \t>]*(?:[*_]{1,2})?(?P<label>[^\W\d_][^\W\d_ ]{1,12}):[*_]{0,2}[ \t]+(?P<value>\S.*?)[*_]{0,2}[ \t]*"
)
# What people write above a text that they keep, by the key that it has in a block.
_LABELS = {
    **dict.fromkeys(("title", "headline", "titel", "überschrift", "titre", "título", "titular"), "title"),
    **dict.fromkeys(
        ("source", "publisher", "publication", "outlet", "quelle", "medium", "fuente", "medio", "média"),
        "publisher",
    ),
    **dict.fromkeys(
        ("author", "byline", "by", "autor", "autorin", "auteur", "autora", "von", "par", "por"), "byline"
    ),
    **dict.fromkeys(("date", "published", "datum", "fecha"), "published"),
    **dict.fromkeys(("updated", "modified"), "updated"),
    **dict.fromkeys(("url", "link", "lien", "enlace"), "url"),
    **dict.fromkeys(("language", "sprache", "langue", "idioma"), "language"),
}
_FEWEST_LABELS = 2
_HEADING = re.compile(r"\s*#{1,2} [^\n]+\n")
# Front matter is a few lines; a longer block is somebody's text, or somebody's attack on the parser.
_LONGEST = 16_384
_LONGEST_VALUE = 500


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A front-matter block: where it stands, and its plain values by lower-case key, dates among them."""

    span: Span
    values: Mapping[str, str | date]

    def first(self, *keys: str) -> str | date | None:
        """The value of the first of `keys` that is there and not blank, or None."""
        return next((self.values[key] for key in keys if self.values.get(key)), None)


def read_front_matter(text: str) -> FrontMatter | None:
    """The block between `---` lines at the very top, or None where there is none.

    A block that is not valid YAML is read line by line as `key: value`, because titles with an
    unquoted colon are common; one that is not that either, or whose keys are sentences, is taken for
    text between two rules.
    """
    found = _BLOCK.match(text[:_LONGEST])
    if found is None:
        return None
    values = _yaml_values(found[2])
    if values is None:
        values = _plain_values(found[2])
    if not values or not all(_KEY.fullmatch(key) for key in values):
        return None
    return FrontMatter(span=Span(start=found.start(1), end=found.end(1)), values=values)


def read_labelled_lines(text: str) -> FrontMatter | None:
    """The lines at the very top, or below a heading there, that say what they are; else None.

    At least two are of fields that an article has, and at most as many of others ("Section: World"); an empty line ends
    them. "By: …" alone, or a line beside them that is no label with its value, is text.
    """
    found_heading = _HEADING.match(text[:_LONGEST])
    start = found_heading.end() if found_heading else 0
    start += len(text[start:_LONGEST]) - len(text[start:_LONGEST].lstrip())
    values: dict[str, str | date] = {}
    at, others = start, 0
    for line in text[start:_LONGEST].splitlines(keepends=True):
        if not line.strip():
            break
        found = _LABELLED.fullmatch(line.rstrip()) if len(line) <= _LONGEST_VALUE else None
        if found is None:
            return None
        key = _LABELS.get(found["label"].casefold())
        if key is None or key in values:
            others += 1
        else:
            values[key] = found["value"][:_LONGEST_VALUE]
        at += len(line)
    if len(values) < max(_FEWEST_LABELS, others) or not text[at:].strip():
        return None
    return FrontMatter(span=Span(start=start, end=start + len(text[start:at].rstrip())), values=values)


def _yaml_values(block: str) -> dict[str, str | date] | None:
    # yaml comes in with frontmatter, and most files have no block at all.
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415
    from yaml import YAMLError  # noqa: PLC0415

    try:
        loaded = YAMLHandler().load(block)
    except (YAMLError, ValueError, TypeError, RecursionError):
        # ValueError: a date such as 2025-13-45; TypeError: an unhashable key.
        return None
    if not isinstance(loaded, dict):
        return None
    values: dict[str, str | date] = {}
    for key, value in loaded.items():
        plain = _plain(value)
        if isinstance(key, str) and plain is not None:
            values[key.strip().lower()] = plain
    return values


def _plain(value: object) -> str | date | None:
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return " ".join(value[:_LONGEST_VALUE].split())
    if isinstance(value, dict):
        return _plain(value.get("name"))
    if isinstance(value, list) and value and len(value) <= 10:
        names = [plain for item in value if isinstance(plain := _plain(item), str)]
        return ", ".join(names) or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _plain_values(block: str) -> dict[str, str | date] | None:
    values: dict[str, str | date] = {}
    for line in block.splitlines():
        if not line.strip() or line[0] in " \t-#":
            continue
        field = _PLAIN_FIELD.match(line)
        if field is None:
            return None
        value = _unquoted((field[2] or "").strip())[:_LONGEST_VALUE]
        values[field[1].strip().lower()] = value
    return values


def _unquoted(value: str) -> str:
    """The value without the quotation marks around all of it; those of its own words stay."""
    whole = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
    return value[1:-1] if whole else value
