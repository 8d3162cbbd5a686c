"""Counts anew how many articles have a word, and writes the lists of `src/conspectus/text/usual.py`.

`python scripts/count_words.py`, from the project's root; takes ten seconds, no model and no network. Read are our own
English articles that rules may be written on: those of `examples` and of opened cases, and `dev` and `day` sets.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from conspectus.evaluation.feeds import article_of, load_feed
from conspectus.evaluation.loading import load_cases
from conspectus.evaluation.plain import articles_of, load_plain
from conspectus.model.article import Article
from conspectus.text.facts.lexicon import COMMON_NOUNS
from conspectus.text.facts.words import content_words, stem

TARGET = Path("src/conspectus/text/usual_words.txt")
ORDINARY = Path("src/conspectus/text/ordinary_words.txt")
_SMALL = re.compile(r"(?<![\w'@./-])[a-z]{3,}(?![\w'@/-]|\.\w)")
"""A word in small letters, and no part of an address."""
FEWEST = 4
FEWEST_SMALL = 2
WIDTH = 118


def articles() -> Iterator[Article]:
    """The articles that are counted."""
    for name in ("dev", "day", "day2"):
        yield from map(article_of, load_feed(Path(f"eval/feeds/{name}.yaml")).articles)
    for name in ("dev", "dev2", "dev3", "dev4", "dev5"):
        for case in load_plain(Path(f"eval/plain/{name}.yaml")):
            yield from articles_of(case)
    for loaded in load_cases(Path("eval/cases")):
        if loaded.case.developed_on:
            yield from loaded.articles.values()


def ordinary(english: list[Article]) -> list[str]:
    """The stems of words that at least two articles have in small letters, without those that are listed as nouns."""
    having = Counter(root for each in english for root in {stem(word) for word in _SMALL.findall(each.text)})
    listed = {stem(word) for word in COMMON_NOUNS}
    return sorted(word for word, count in having.items() if count >= FEWEST_SMALL and word not in listed)


def main() -> int:
    """Writes the files; the exit code."""
    having: Counter[str] = Counter()
    english = {each.id: each for each in articles() if each.language in {None, "en"}}
    for each in english.values():
        having.update(set(content_words(f"{each.title or ''}\n{each.text}")))
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in having.items():
        if count >= FEWEST and word.isascii():
            by_count[count].append(word)
    lines = [f"{len(english)}\n"]
    for count in sorted(by_count, reverse=True):
        line = str(count)
        for word in sorted(by_count[count]):
            if len(line) + len(word) >= WIDTH:
                lines.append(f"{line}\n")
                line = str(count)
            line += f" {word}"
        lines.append(f"{line}\n")
    ORDINARY.write_text(
        textwrap.fill(" ".join(ordinary(list(english.values()))), WIDTH) + "\n", encoding="utf-8"
    )
    TARGET.write_text("".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(english)} articles, {sum(map(len, by_count.values()))} words\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
