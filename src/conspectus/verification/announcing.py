"""What of a text announces what follows, greets or asks, and so says nothing that could be checked."""

from __future__ import annotations

import re

from conspectus.text.facts.dates import mentions
from conspectus.text.facts.words import IRREGULAR_FORMS

_MOST_WORDS = 14
_FEWEST_TOLD = 2

_DETERMINER = r"(?:(?:an?|the|my|our|your|this|these|some|das|die|der|eine?|le|les|la|une?|el|los|las) )?"
_SORT = (
    r"(?:(?:(?:executive|short|brief|quick|news|kurze|brève|breve) )?(?:summary|summaries|overview|recap|rundown|"
    r"round-?up|digest|update|gist|upshot|bottom line|tl;?dr|takeaways?|highlights|zusammenfassung|überblick|"
    r"wichtigste[ns]?|wichtigsten punkte|fakten|kernpunkte|fazit|résumé|l['’]essentiel|points (?:clés|principaux)|"
    r"resumen|puntos (?:clave|principales))|"
    r"(?:key|main|most important) (?:points?|takeaways?|facts|findings|developments)|"
    r"(?:short|brief|quick) (?:one|note|look|word))"
)
_ABOUT = r"(?: (?:of|from|on|about|at|for|in|so far|zu|zum|zur|des|der|de|du|sur|sobre|del)\b[^,:]*)?"
_SHOWS = re.compile(
    r"(?:(?:sure|certainly|of course|okay)[!,.] )?(?:here(?:['’]s| is| are| comes| follows) [^,:]*|"
    r"below (?:is|are|you)\b[^,:]*|hier (?:ist|sind|kommt|kommen)\b[^,:]*|voici\b[^,:]*|"
    rf"aquí (?:está|están|va)\b[^,:]*|"
    rf"(?:the following|this|these|what follows) (?:is|are) {_DETERMINER}{_SORT}{_ABOUT})",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"(?:(?:so|right|well|ok|okay)[, ]+)?(?:(?:fyi|a word|catching up) )?(?:on|re|about|regarding|concerning|as for|"
    r"zu|zum|zur|zu den|à propos d\w+|sobre)\b[^,:]*|(?:what|where|how|why) [^,:]*|"
    r"for the record|good to know|by the way|"
    r"(?:some|a few|two|three|four|five|six|seven|ten) (?:quick )?(?:things|facts|points|notes|takeaways)\b[^,:]*|"
    r"[^,:]* in (?:a nutshell|brief|short|bullet points|(?:a few|two|three|four|five|six|seven|ten) "
    r"(?:points|sentences|lines|words|minutes))",
    re.IGNORECASE,
)
_CALLS = re.compile(rf"{_DETERMINER}{_SORT}{_ABOUT}|kurz (?:zu|zum|zur)\b[^,:]*", re.IGNORECASE)
_JOINS = re.compile(
    r"in (?:short|brief|summary|sum|a nutshell|conclusion|kürze)|"
    r"to (?:sum(?: it)?(?: all)? up|summari[sz]e|recap|wrap up)|"
    r"kurz (?:gesagt|gefasst)|zusammengefasst|en (?:bref|résumé|resumen|breve)|pour résumer",
    re.IGNORECASE,
)
_MANNERS = re.compile(
    r"i(?:['’]ve| have)? (?:just )?(?:read|looked|skimmed|went through|gone through|put together|summari[sz]ed)\b"
    r"(?!.*\bthat\b)[^:]*|"
    r"you asked\b[^:]*|as (?:you )?(?:asked|requested|promised)[.!]?|more to follow[.!]?|"
    r"that(?:['’]s| is) (?:it|all)(?: for \w+| so far| (?:that )?i \w+(?: \w+)?)?[.!]?|"
    r"(?:i )?hope (?:this|that|it) helps\b.*|(?:please |just )?let me know\b.*|(?:please )?feel free\b.*|"
    r"(?:sure|certainly|of course|absolutely)[!.]|"
    r"(?:hi|hello|dear|hallo|bonjour|hola|thanks|thank you|cheers|regards|(?:best|kind) regards)(?:,? \w+){0,2}[!,.]?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:(?:so|and|but) )?(?:what|how|why|where|who|whose|when|which|was|wie|warum|wo|wer|wann|welche|pourquoi|"
    r"comment|quand|qué|cómo|is|are|were|did|does|do|has|have|will|can|could|would|should)\b.*\?"
    r"|(?:what|how|why|where|who|when)\b[^,:]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_FINITE = frozenset(
    str.split(
        "is are was were has have had will would can could may might must shall should does did do says said told asked"
    )
)
_NOUNS = frozenset(("people", "persons", "men", "women", "children", "feet", "flight", "death", "deaths"))
_PAST = IRREGULAR_FORMS - _NOUNS
_SHORTEST_PAST = 4
"""More letters than "shed" and "need", of which nothing tells whether they are a past."""


def says_nothing(plain: str, *, heading: bool = False) -> bool:
    """True for a sentence that only announces, greets or asks; a `heading` also asks without a question mark.

    False for one with a figure, which could be wrong, and for a long one.
    """
    if len(plain.split()) > _MOST_WORDS or _FIGURE.search(plain):
        return False
    asks = _ASKS.fullmatch(plain)
    if asks is not None and (heading or plain.endswith("?")):
        return True
    return _MANNERS.fullmatch(plain) is not None or _announces(plain.rstrip(" .!:…"))


def lead_in(text: str) -> int:
    """Where in the text begins what is said behind a lead-in and its colon; 0 where it has none.

    "Quick one on the fire: The mill …" says what stands behind the colon; "The mayor said: …" is all said.
    """
    head, colon, told = text.partition(":")
    if not colon or len(told.split()) < _FEWEST_TOLD:
        return 0
    plain = head.strip(" *_#-•")
    if len(plain.split()) > _MOST_WORDS or _FIGURE.search(plain) or mentions(plain):
        return 0
    if not _announces(plain) and (asserts(plain) or _TOPICS.fullmatch(plain) is None):
        return 0
    return len(text) - len(told.lstrip(" *_\n"))


def asserts(plain: str) -> bool:
    """True for words with an English verb in a form that tells something, behind their first."""
    later = re.findall(r"[^\W\d_]+", plain)[1:]
    return any(
        word in _FINITE or (word.endswith("ed") and len(word) > _SHORTEST_PAST) or word in _PAST
        for word in later
    )


def _announces(plain: str) -> bool:
    """True also for "the gist of the note", and not where a verb follows: "the gist of the note was disputed"."""
    if _SHOWS.fullmatch(plain) or _JOINS.fullmatch(plain):
        return True
    return _CALLS.fullmatch(plain) is not None and not asserts(plain)
