"""Patterns of many alternatives, written so that `re` finds the same several times faster.

`re` skips ahead to where a pattern may begin if that is told by its first character, and passes over an alternative at
once if that begins with a character that means itself. `\\b` in front and groups hide both from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)
_REFERS = re.compile(r"\(\?P|\(\?\(|\\[1-9]")
_AGAIN = ("?", "*", "+", "{")
_FEW = 9
"""First letters, of so many of which one stands in every other place."""
_AT_A_WORD = r"\b(?:"


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, in order; a group in front of one is opened: of "(?:a|b)c" they are "ac" and "bc".

    What is captured may be captured under other numbers.
    """
    return [each for alternative in _split(pattern) for each in _opened(alternative)]


def by_first_letter(wanted: Iterable[str]) -> str:
    """A pattern that finds what these alternatives do, in their order; those of one first letter stand together."""
    runs: list[dict[str, list[str]]] = [{}]
    for each in wanted:
        if _begins_with_letter(each):
            runs[-1].setdefault(each[0], []).append(each[1:])
        else:
            runs += {each: [""]}, {}
    return "|".join(
        f"{first}(?:{'|'.join(rest)})" if rest != [""] else first
        for run in runs
        for first, rest in run.items()
    )


def sooner(pattern: str) -> str:
    r"""A pattern that finds the same, sooner where this is r"\b(?:…|…)…" and each alternative begins with a letter.

    Where these are few, it is looked for where one of them stands, and only then whether that begins a word. What is
    captured may be captured under other numbers.
    """
    body, tail = _at_a_word(pattern)
    # A group that is opened has what stands behind it several times, and so whatever is captured there.
    wanted = alternatives(body) if body and not _REFERS.search(pattern) else []
    if not wanted or not all(map(_begins_with_letter, wanted)):
        return pattern
    behind: dict[str, list[str]] = {}
    for each in wanted:
        behind.setdefault(each[0], []).append(each[1:])
    if len(behind) > _FEW:
        return rf"\b(?:{by_first_letter(wanted)}){tail}"
    begun = (rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in behind.items())
    return f"(?:{'|'.join(begun)}){tail}"


def _at_a_word(pattern: str) -> tuple[str, str]:
    r"""What stands in the group of r"\b(?:…)", and what behind it; twice nothing of another pattern."""
    if not pattern.startswith(_AT_A_WORD) or len(_split(pattern)) > 1:
        return "", ""
    end = _closed(pattern, len(_AT_A_WORD))
    tail = pattern[end:]
    return ("", "") if tail.startswith(_AGAIN) else (pattern[len(_AT_A_WORD) : end - 1], tail)


def _begins_with_letter(alternative: str) -> bool:
    return alternative[:1].isalpha() and not alternative[1:].startswith(_AGAIN)


def _opened(alternative: str) -> Iterator[str]:
    if not alternative.startswith("(?:"):
        yield alternative
        return
    end = _closed(alternative, 3)
    rest = alternative[end:]
    if rest.startswith(_AGAIN):
        yield alternative
        return
    for each in _split(alternative[3 : end - 1]):
        yield from _opened(each + rest)


def _closed(pattern: str, start: int) -> int:
    """Where the group ends in which `start` lies."""
    depth = 1
    for token in _TOKEN.finditer(pattern, start):
        depth += (token[0] == "(") - (token[0] == ")")
        if not depth:
            return token.end()
    raise ValueError(f"a group is never closed: {pattern}")


def _split(pattern: str) -> list[str]:
    """The alternatives at the top of a pattern."""
    found = [""]
    depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            found.append("")
        else:
            found[-1] += token[0]
    return found
