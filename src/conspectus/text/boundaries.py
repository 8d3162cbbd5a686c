"""Where a quote may begin and end: never inside a word, a number, an amount or a user-perceived character."""

from __future__ import annotations

import re

import regex

from conspectus.text.normalise import SPACELESS, ZERO_WIDTH

_GRAPHEME = regex.compile(r"\X")
_GRAPHEME_REACH = 64
_AMOUNT_REACH = 24
_DOLLARS = frozenset("$€£¥")

_INVISIBLE = re.compile(rf"[{ZERO_WIDTH}]")
_LETTER = regex.compile(r"[\w\p{M}]")
_SPACELESS = regex.compile(f"[{SPACELESS}]")
_HAN_NUMBER = frozenset("〇零一二三四五六七八九十百千万萬亿億兆")
_APOSTROPHES = frozenset("'’ʼ＇׳״")
_TIGHT_DASHES = frozenset("-‐‑–−－﹣⁃־")
_INSIDE_NUMBERS = frozenset(".,:/٫٬’'")
_BEFORE_NUMBERS = frozenset("$€£¥₹₩₽₺₪₫₴₦+±~≈<>≤≥№#")
_AFTER_NUMBERS = frozenset("+%٪‰°€£$¥₹")

_WORD_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|trillion)"
)
_ENDS_IN_NUMBER = re.compile(rf"(?:\d|\b{_WORD_NUMBER})$", re.IGNORECASE)
_MAGNITUDE_NEXT = re.compile(
    r"\s+(?:(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh|bn|mn|tn|percent|per\s?cent|"
    r"tausend|mio|mrd|millionen|milliarden?|prozent|mille|millions?|milliards?|pour\s?cent|mil|mill[oó]n|millones|"
    r"millardos|por\s?ci?ento|mila|milion[ei]|miliard[oi]|per\s?cento|milhão|milhões|bilhões|duizend|miljoen|miljard|"
    r"procent|тысяч\w*|тыс|млн|млрд|миллион\w*|миллиард\w*|процент\w*|ألف|آلاف|مليون|ملايين|مليار|"
    r"us\$|usd|eur|gbp|chf)(?!\w)|[%٪])",
    re.IGNORECASE,
)
_HALF_NEXT = re.compile(
    r"\s+(?:and\s+(?:a\s+)?(?:half|quarter|third|[a-z]+\s+(?:thirds|quarters))\b|\d+/\d|[½⅓⅔¼¾])"
)
_REST_NEXT = re.compile(rf"\s+and\s+{_WORD_NUMBER}\b", re.IGNORECASE)
_ENDS_ROUND = re.compile(r"\b(?:hundred|thousand|million|billion)$", re.IGNORECASE)
_GROUP_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})*$")
_GROUP_NEXT = re.compile(r"(?:[\u00a0\u202f\u2009]\d{3}| 000)(?!\d)")
_CODE_BEFORE = re.compile(r"\b(?:US\$|USD|EUR|GBP|CHF|Rs\.?)$")
_POINTS_NEXT = re.compile(r"\s+(?:percentage\s+)?points?\b", re.IGNORECASE)
_ENDS_IN_PERCENT = re.compile(r"(?:%|percent|per\s?cent|percentage)$", re.IGNORECASE)


def divides(text: str, offset: int) -> bool:
    """True where the offset lies inside a word, number, amount or user-perceived character of the text.

    A hyphenated compound and a contraction count as one word ("non-technical", "can't"), a sign, currency or
    percent mark and a magnitude belong to their number ("$29.3 billion").
    """
    left, right = _neighbours(text, offset)
    if left < 0 or right >= len(text):
        return False
    before, after = text[left], text[right]
    return (
        _inside_word(before, after)
        or _at_joiner(text, left, right)
        or _inside_amount(text, left, right)
        or _inside_grapheme(text, offset)
    )


def _neighbours(text: str, offset: int) -> tuple[int, int]:
    """The nearest visible characters on either side of the offset: -1 or the length where there is none."""
    left, right = offset - 1, offset
    while left >= 0 and _INVISIBLE.match(text[left]):
        left -= 1
    while right < len(text) and _INVISIBLE.match(text[right]):
        right += 1
    return left, right


def _inside_word(before: str, after: str) -> bool:
    if before in _HAN_NUMBER or after in _HAN_NUMBER:
        return (before in _HAN_NUMBER or before.isdigit()) and (after in _HAN_NUMBER or after.isdigit())
    if _SPACELESS.match(before) or _SPACELESS.match(after):
        return False
    return bool(_LETTER.match(before) and _LETTER.match(after))


def _at_joiner(text: str, left: int, right: int) -> bool:
    """True where the offset touches a mark that joins two halves of one word or number."""
    before, after = text[left], text[right]
    if _LETTER.match(before):
        beyond = _neighbours(text, right + 1)[1]
        return beyond < len(text) and _joins(text, left, after, text[beyond])
    if _LETTER.match(after):
        beyond = _neighbours(text, left)[0]
        return beyond >= 0 and _joins(text, beyond, before, after)
    return False


def _joins(text: str, first: int, mark: str, second: str) -> bool:
    if not (_LETTER.match(text[first]) and _LETTER.match(second)):
        return False
    if mark in _APOSTROPHES or mark in _TIGHT_DASHES:
        return True
    if text[first].isdigit() and second.isdigit():
        return mark in _INSIDE_NUMBERS
    # "U.S." is one word, "end.Next" is two that lost their space.
    initial = first == 0 or not _LETTER.match(text[first - 1])
    return mark == "." and initial and text[first].isalpha()


def _inside_amount(text: str, left: int, right: int) -> bool:
    before, after = text[left], text[right]
    if after.isdigit() and (before in _BEFORE_NUMBERS or _is_sign(text, left)):
        return True
    if before.isdigit() and (after in _AFTER_NUMBERS or (after.isnumeric() and not after.isdecimal())):
        return True
    if after in _DOLLARS and before.isupper():
        # "US$5", "C$5"
        return True
    if before == "." and after.isdigit() and (left == 0 or text[left - 1].isspace()):
        return True
    if not (before.isspace() or after.isspace()):
        return False
    start = left + 1
    while start > 0 and text[start - 1].isspace():
        start -= 1
    head = text[max(0, start - _AMOUNT_REACH) : start]
    tail = text[start : start + _AMOUNT_REACH]
    if after.isdigit() and _CODE_BEFORE.search(text[max(0, start - _AMOUNT_REACH) : start]):
        return True
    if _GROUP_BEFORE.search(head) and _GROUP_NEXT.match(tail):
        return True
    if _ENDS_ROUND.search(head) and _REST_NEXT.match(tail):
        return True
    if _ENDS_IN_NUMBER.search(head):
        return bool(_MAGNITUDE_NEXT.match(tail) or _HALF_NEXT.match(tail))
    return bool(_ENDS_IN_PERCENT.search(head) and _POINTS_NEXT.match(tail))


def _is_sign(text: str, at: int) -> bool:
    """A minus: a hyphen with nothing but a space before it."""
    return text[at] in _TIGHT_DASHES and (at == 0 or text[at - 1].isspace() or text[at - 1] in "($€£")


def _inside_grapheme(text: str, offset: int) -> bool:
    if text[offset - 1].isascii() and text[offset].isascii():
        return text[offset - 1] == "\r" and text[offset] == "\n"
    start = offset - 1
    while start > 0 and offset - start < _GRAPHEME_REACH and not text[start].isascii():
        start -= 1
    return any(start < offset < end for start, end in _graphemes(text, start, offset))


def _graphemes(text: str, start: int, offset: int) -> list[tuple[int, int]]:
    found = []
    for match in _GRAPHEME.finditer(text, start):
        found.append(match.span())
        if match.end() >= offset:
            break
    return found
