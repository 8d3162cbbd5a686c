"""Lines that belong to the page and not to the article, told by their wording alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.model.article import JunkReason
from conspectus.reading.credits import copyright_line, publication_line
from conspectus.text.lines import LIST_MARKER, TERMINAL

_LONGEST = 320
_MARKUP = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)$")

_STOCK = (
    r"(?:Getty(?: Images)?|Shutterstock|Unsplash|iStock(?:photo)?|Alamy(?: Stock Photo)?|Pexels|Pixabay"
    r"|Adobe Stock"
    r"|Depositphotos|Wikimedia(?: Commons)?|Flickr|NurPhoto|Dreamstime|Freepik|EPA(?:-EFE)?|Rex Features)"
)
_WIRES = r"(?:AP(?: Photo)?|AFP|Reuters|REUTERS|PA(?: Media| Wire| Images)?|dpa|Bloomberg|Xinhua|ANSA|TT|NTB)"
_PICTURES = r"(?:Photo(?:graph)?|Picture|Image|Pic|Illustration|Graphic)s?"
_PHOTO = re.compile(
    rf"(?:{_PICTURES}|Video|Credit)(?: (?:by|credits?|courtesy(?: of)?|source|via))?\s*:\s*\S.{{1,100}}"
    rf"|{_PICTURES} (?:by|courtesy of|via|credit|source,|caption,)\s?.{{2,80}}"
    rf"|[^.!?:]{{2,60}}(?:/| via ){_STOCK}|[^.!?:\s]+(?: [^.!?:\s]+){{0,3}}/{_WIRES}"
    rf"|{_WIRES}/[^.!?:]{{2,60}}|(?:© ?)?{_STOCK}|File photo",
)
_PHOTO_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?:AP |AFP |Reuters )?(?:{_PICTURES}|Credit)\s?(?:[:/]|by\b|credit|courtesy|via\b)"
    r"[^()\[\]]{1,90}"
    rf"|(?:AP|AFP|File) [Pp]hoto|[^()\[\]]{{2,60}}(?:/| via )(?:{_STOCK}|{_WIRES})"
    rf"|(?:{_WIRES}/)?{_STOCK})[)\]]"
)

_NETWORKS = (
    r"(?:Facebook|Twitter|X|LinkedIn|WhatsApp|E-?mail|Print|Reddit|Telegram|Instagram|Threads|Bluesky"
    r"|Pinterest"
    r"|Copy link|Link copied|Flipboard|YouTube|TikTok|Messenger|Share|Tweet|Save|Comments?|RSS)"
)
_SUBSCRIBE = re.compile(
    rf"(?:{_NETWORKS})(?:[\s,|•·/]+{_NETWORKS})+"
    rf"|(?:Share|Tweet|Save|Print|Copy link|Email)(?: this(?: (?:article|story|page|post"
    rf"|on))?)?(?: (?:on|via|with) .{{1,60}})?:?"
    r"|(?:Follow|Like|Find|Join) (?:us|@\w+|[A-Z][\w’' ]{1,40}) on (?:Facebook|Twitter|X|Instagram"
    r"|LinkedIn|WhatsApp"
    r"|Telegram|Bluesky|Threads|YouTube|Google News|TikTok)\b.{0,80}"
    r"|(?:(?:Click here|Tap here|Please) to )?(?:Subscribe|Sign up|Register)(?: (?:now|here|today"
    r"|for free))?[.!]?"
    r"|(?:(?:Click|Tap) here to )?(?:Subscribe|Sign up|Register|Join)\b(?=[^“”\"]*\b(?:newsletters?"
    r"|inbox|e-?mail"
    r"|alerts|(?:daily|morning|evening|weekly) (?:digest|briefing|update)|(?:WhatsApp|Telegram"
    r"|YouTube) channel|(?:a|per) (?:week|month|year)"
    r"|free trial|unlimited access)\b)[^“”\"]{1,160}"
    r"|Get (?:the|our|all the)\b(?=[^“”\"]*\b(?:newsletter|inbox|to your (?:phone"
    r"|e-?mail))\b)[^“”\"]{1,160}"
    r"|(?:Already a (?:subscriber|member)\?|Not a subscriber\?).{0,60}|Download (?:our"
    r"|the [\w ]{1,30}) app\b.{0,60}"
    r"|(?:Thank you for reading|Support our journalism)\b.{0,80}",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:Like this\? ?)?(?:Share|Tweet|Forward|Save|Print|Email)\b[^.!?]*", re.IGNORECASE)
_READING_TIME_FIRST = re.compile(
    r"\d{1,3}[ -]?min(?:ute)?s? read\s*[|•·–—,-]\s*[^.!?]{1,120}$", re.IGNORECASE
)

_BARS = re.compile(r"[|•·>»›]")
_CRUMB_MARKS = re.compile(r"[>»›/|→]")
_WORDS = re.compile(r"\w+")
_FRONT_PAGES = frozenset({"home", "news", "front page", "homepage"})
_ENDS = frozenset(".!?")
_CONTROLS = re.compile(
    r"Skip to (?:main )?content|(?:Open |Close |Main |Toggle )?(?:menu|navigation)"
    r"|Search(?: this site)?|Log ?in|Sign ?in"
    r"|Log ?out|My account|Advertisement|Advertising|Sponsored(?: content)?|Promoted"
    r"|Scroll (?:down )?to continue(?: reading)?"
    r"|Story continues below(?: advertisement)?|Article continues (?:below|after).{0,30}"
    r"|Continue reading.{0,20}|Back to top"
    r"|Load more|Show more|View (?:all )?comments?|\d* ?comments?|Leave a (?:comment|reply)"
    r"|Accept (?:all )?(?:cookies)?"
    r"|Reject all|Manage (?:cookies|preferences|consent)|Cookie (?:policy|settings|notice)"
    r"|Privacy (?:policy|notice)"
    r"|Terms (?:of use|of service|and conditions|& conditions)|Contact us|About us"
    r"|All rights reserved\.?|Next article"
    r"|Previous article|Listen to this article|Play video|Watch now|Enlarge image"
    r"|View image in fullscreen|Close"
    r"|Tags?:.{1,120}|Filed under:.{1,120}|Topics?:.{1,120}",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:We(?: and our partners)?|This (?:web ?)?site|Our (?:web ?)?site|By (?:continuing|using"
    r"|clicking))\b[^“”\"]{0,120}\bcookies?\b"
    r"[^“”\"]{0,200}",
    re.IGNORECASE,
)
_COOKIE_WORDS = re.compile(
    r"\b(?:accept|agree|consent|your (?:experience|privacy|browser|device)|this (?:web ?)?site)\b",
    re.IGNORECASE,
)
# What a page says to its reader about access, and whose post it shows: neither is told by the article.
_TO_READERS = re.compile(
    r"[^“”\"]*\b(?:while we verify access|if you are in reader mode)\b[^“”\"]*", re.IGNORECASE
)
_POSTED_BY = re.compile(r"(?:[—–-]{1,2} ?)?[^().!?]{2,60} \(@\w{2,30}\)(?:[ ,·-]+[\w .,:·]{0,30}\d{4})?")
_RESIDUE = re.compile(
    r"(?:[\w’'&.-]+ ){0,3}(?:logo|icon|avatar|favicon|thumbnail)|image|banner|placeholder|photo|img"
    r"|loading\.{0,3}",
    re.IGNORECASE,
)


def folded(text: str) -> str:
    """Its words alone, however they are cased and set apart: what stands twice on a page stands so twice."""
    return " ".join(_WORDS.findall(text.casefold()))


def plain(line: str) -> str:
    """A line without the marks of Markdown around it: emphasis, heading, list and link."""
    if len(line) > _LONGEST * 2:
        return line
    bare = _MARKUP.sub(r"\1", line)
    marker = LIST_MARKER.match(bare)
    return (bare[marker.end() :] if marker else bare).strip("*_#> \t\u200b")


def furniture(line: str) -> JunkReason | None:
    """Why a line can't be the article's, whatever stands around it; None where its wording doesn't tell."""
    if len(line) > _LONGEST:
        return None
    if _PICTURE.match(line):
        return JunkReason.NAVIGATION
    bare = plain(line)
    if _is_photo_credit(bare):
        return JunkReason.PHOTO_CREDIT
    if _SUBSCRIBE.fullmatch(bare):
        return JunkReason.SUBSCRIBE
    if _READING_TIME_FIRST.match(bare):
        return JunkReason.READING_TIME
    if _is_share_row(bare):
        return JunkReason.SUBSCRIBE
    if _is_navigation(line, bare):
        return JunkReason.NAVIGATION
    published = publication_line(bare)
    if published is not None and published.labelled:
        return JunkReason.DATELINE if published.has_date else JunkReason.READING_TIME
    return None


def is_residue(line: str) -> bool:
    """True for the alternative text of a picture that is left alone on a line ("logo")."""
    return _RESIDUE.fullmatch(plain(line)) is not None


def closing_photo_credit(line: str) -> tuple[int, int] | None:
    """Where a photo credit in brackets stands at the end of a caption, in characters; None without one."""
    near_end = max(0, len(line) - 120)
    at = max(line.rfind("(", near_end), line.rfind("[", near_end))
    found = _PHOTO_IN_BRACKETS.match(line, at) if at > 0 else None
    return (found.start(), found.end()) if found and not line[found.end() :].strip(" .") else None


def _is_photo_credit(bare: str) -> bool:
    if _PHOTO_IN_BRACKETS.fullmatch(bare):
        return True
    if len(bare.split()) > 20 or _PHOTO.fullmatch(bare.rstrip(".")) is None:
        return False
    # "Image: The board has lost the town's trust." is a sentence; with an agency it is a credit.
    return not TERMINAL.search(bare) or re.search(rf"{_STOCK}|/{_WIRES}|{_WIRES}/", bare) is not None


def _is_share_row(bare: str) -> bool:
    parts = _BARS.split(bare)
    return len(parts) >= 2 and _SHARE.fullmatch(parts[0].strip()) is not None and _are_labels(parts[1:], 40)


def _are_labels(parts: Sequence[str], longest: int) -> bool:
    return all(0 < len(part.strip()) <= longest and _ENDS.isdisjoint(part) for part in parts)


def _is_navigation(line: str, bare: str) -> bool:
    if copyright_line(bare) is not None or _CONTROLS.fullmatch(bare):
        return True
    if _TO_READERS.fullmatch(bare) or _POSTED_BY.fullmatch(bare):
        return True
    if _COOKIES.fullmatch(bare) and _COOKIE_WORDS.search(bare):
        return True
    crumbs = _CRUMB_MARKS.split(bare)
    if 2 <= len(crumbs) <= 7 and crumbs[0].strip().lower() in _FRONT_PAGES and _are_labels(crumbs, 40):
        return True
    menu = _BARS.split(bare)
    is_menu = 3 <= len(menu) <= 13 and _are_labels(menu, 30)
    return is_menu and not line.startswith("|") and not any(c.isdigit() for c in bare)
