"""Headlines of other articles that a page shows below, beside or inside its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from conspectus.reading.furniture import plain
from conspectus.text.lines import LIST_MARKER
from conspectus.text.sentences import is_headline, is_title_case

_MARKER = re.compile(
    r"(?:Related(?: (?:articles?|stories|news|posts|content|coverage|topics|reading|links))?"
    r"|Read (?:next|more|also)"
    r"|More (?:from|on|in) \S.{0,40}|More (?:stories|news|headlines|like this)|Also read|(?:You"
    r"|People) (?:may|might) (?:also )?like"
    r"|(?:You|We) (?:may|might) also (?:like|enjoy)|Most (?:read|popular|viewed|shared)|Trending(?: now"
    r"| stories)?"
    r"|Recommended(?: for you| reading| stories)?|(?:Latest|Top|Other) (?:news|stories|headlines"
    r"|articles)|Up next|Don['’]t miss"
    r"|Editor['’]?s['’]? picks?|What to read next|In case you missed it|See also|Popular(?: now| posts"
    r"| stories| articles)?)\s*:?$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:Also read|Read also|Read more|Read next|Related(?: (?:article|story|news))?|See also"
    r"|Don['’]t miss|Watch)"
    r"(?::| ?[|–—-]) *\S",
    re.IGNORECASE,
)
_FEWEST_IN_A_RUN = 3
_FEWEST_WORDS, _FEWEST_ON_AVERAGE = 4, 5


def points_elsewhere(line: str) -> bool:
    """True for a line such as "Also read: …" that names another article and is no sentence."""
    bare = plain(line)
    return _INLINE.match(bare) is not None and len(bare.split()) <= 25 and not bare.endswith((".", "”", '"'))


def below_markers(lines: Sequence[str], is_prose: Callable[[int], bool]) -> set[int]:
    """Indices of "Related", "Read next" and the like, with the headlines that follow them.

    A marker without a headline below it is a heading of the article. The last headline before prose
    may be the heading of that prose, and is left.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        if not _MARKER.fullmatch(plain(line)):
            continue
        end = index + 1
        while end < len(lines) and _could_be_linked(lines[end]) and not is_prose(end):
            end += 1
        if end < len(lines) and is_prose(end):
            end -= 1
        if end > index + 1:
            found.update(range(index, end))
    return found


def closing_run(lines: Sequence[str], start: int, is_known: Callable[[int], bool]) -> set[int]:
    """Indices of the headlines that close a page: three or more from `start` on, with nothing else.

    Lines that are known to be no article (dates, credits) may stand between them. Where the line
    before them announces a list, or most lines ask questions, they belong to the article.
    """
    run = [index for index in range(start, len(lines)) if not is_known(index)]
    before = start - 1
    while run and not _is_other_headline(lines[run[0]]):
        before = run.pop(0)
    if before >= 0 and lines[before].endswith(":"):
        return set()
    if len(run) < _FEWEST_IN_A_RUN or not all(_is_other_headline(lines[index]) for index in run):
        return set()
    words = sum(len(lines[index].split()) for index in run)
    questions = sum(lines[index].rstrip().endswith("?") for index in run)
    if words < _FEWEST_ON_AVERAGE * len(run) or 2 * questions > len(run):
        return set()
    return set(run)


def _could_be_linked(line: str) -> bool:
    bare = plain(line)
    return is_headline(bare.rstrip("?!")) and len(bare.split()) >= 3


def _is_other_headline(line: str) -> bool:
    if LIST_MARKER.match(line) or line.startswith(("|", "#", ">")) or line[:1].islower():
        return False
    # A question in sentence case may be the article's own last words.
    asks_as_headline = not line.endswith(("?", "!")) or is_title_case(line)
    return asks_as_headline and is_headline(line.rstrip("?!")) and len(line.split()) >= _FEWEST_WORDS
