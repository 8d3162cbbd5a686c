"""How much of the article on each page of tests/data/pages is found: `python bench/pages.py [--missed NAME]`.

Conspectus beside trafilatura with its defaults (no comments), which Conspectus is built on. The measure is the F1 of
words; the pages and what counts as their article were written before either was run on them.
"""

# ruff: noqa: T201 - it prints a table
from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.layouts import Page, f1, pages, tokens
from trafilatura import extract

from conspectus.errors import ArticleError
from conspectus.reading.html import read_html


def ours(page: Page) -> str:
    """The text that Conspectus takes for the article."""
    try:
        return read_html(page.markup, name=page.name).text
    except ArticleError:
        return ""


def theirs(page: Page) -> str:
    """The text that trafilatura takes for the article."""
    return extract(page.markup, include_comments=False) or ""


def main() -> None:
    """Prints the table, or what is missing and too much on one page."""
    if len(sys.argv) == 3:
        page = next(page for page in pages() if page.name == sys.argv[2])
        found = ours(page)
        print("missing:", dict(tokens(page.article) - tokens(found)))
        print("too much:", dict(tokens(found) - tokens(page.article)))
        print(found)
        return
    rows = [(page.name, f1(ours(page), page.article), f1(theirs(page), page.article)) for page in pages()]
    print(f"{'page':<22}{'Conspectus':>12}{'trafilatura ' + version('trafilatura'):>20}")
    for name, own, other in rows:
        print(f"{name:<22}{own:>12.3f}{other:>20.3f}{'  <' if own < other else ''}")
    print(f"{'mean':<22}{mean(row[1] for row in rows):>12.3f}{mean(row[2] for row in rows):>20.3f}")
    print(f"{'lowest':<22}{min(row[1] for row in rows):>12.3f}{min(row[2] for row in rows):>20.3f}")


if __name__ == "__main__":
    main()
