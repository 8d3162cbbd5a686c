"""Where a sentence says that something was: on which side of what, at what sort of site, in which named place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.caseless import Caseless
from conspectus.text.facts.names import bare

# Sites of which a thing is at one at a time. Those of one line may be one.
_SITES = """
    street road lane avenue terrace crescent drive close
    square marketplace
    quay dock pier jetty wharf berth harbour harbor port marina docks quayside
    station platform
    airport airfield runway aerodrome
    lorry-park truck-stop services service-area lay-by layby
    car-park garage multi-storey
    school college university classroom
    church chapel cathedral mosque temple churchyard
    hall village-hall
    pub inn bar restaurant cafe café nightclub club takeaway
    shop store supermarket boutique chemist pharmacy bakery jeweller
    hotel hostel guesthouse guest-house
    library museum gallery
    cinema theatre
    swimming-pool pool leisure-centre gym
    hospital infirmary clinic
    court courtroom courthouse
    prison jail
    police-station
    bridge
    canal lock towpath weir
    roundabout junction crossroads
    warehouse depot
    factory plant mill
    caravan campsite caravan-site campsite
    barn stables cowshed shed
    reef rock sandbank
    bank post-office
    stadium ground arena
    zoo
    cemetery crematorium
"""
# One thing is in one of them, so that each is told apart as if by a name.
_ROOMS = frozenset(
    [
        "kitchen",
        "bedroom",
        "bathroom",
        "attic",
        "loft",
        "cellar",
        "basement",
        "lounge",
        "living-room",
        "nursery",
    ]
)
_SITE = {word: number for number, line in enumerate(_SITES.strip().splitlines()) for word in line.split()}
_SITE |= dict.fromkeys(_ROOMS, len(_SITE))
_PREPOSITION = (
    r"in|at|on|onto|into|inside|outside|behind|under|beneath|from|to|near|beside|by|off|below|above|opposite|along|"
    r"aboard"
)
_NEAR = frozenset(("near", "by", "off", "opposite", "beside", "below", "above", "along", "outside"))
_ENDS = (
    r"in|at|on|by|of|to|from|with|near|and|or|but|for|after|before|when|while|where|which|who|that|as|was|were|is|are|"
    r"had|has|have|will|would|just|about|shortly|until|since|during|because|behind|off|outside|yesterday|today|this|last"
)
_WORD = rf"(?!(?:{_ENDS})\b)[^\W_][\w’'-]*"
_PHRASE = re.compile(
    rf"\b(?P<how>{_PREPOSITION}) (?P<words>{_WORD}(?: {_WORD}){{0,5}})",
    re.IGNORECASE,
)
_BEARING = re.compile(
    r"\b(?P<way>(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern(?:most)?|erly)?"
    r"(?:[ -](?:shore|side|bank|end|entrance|edge|coast|tip|flank|slope|face)\b"
    r"| of (?:the )?(?P<of>[\w’'-]+(?: [A-Z][\w’'-]+)?))",
    re.IGNORECASE,
)
_FAR = re.compile(r"\b(?:miles?|kilometres?|kilometers?|km|metres|yards|minutes) (?:to the )?$")
_TIME = Caseless(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march\b|april|may\b|june|july|august|september|"
    r"october|november|december|morning|afternoon|evening|night|noon|week|month|year|hour|minute|moment|time\b|spring|"
    r"summer|autumn|winter"
)
_NUMBER = re.compile(r"\d{1,3}|[A-Z]")
_OWNER = re.compile(r"[’']s?$")


class Where(NamedTuple):
    """A place that stands at `start` to `end` of a text.

    `ways` are points of the compass, of what `of` names, `far` where it says how
    far from it; `site` is the number of its sort of site and None where that is
    not known; `names` are the words of its name; `close` is True where it is only near it.
    """

    start: int
    end: int
    ways: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    far: bool = False
    site: int | None = None
    names: frozenset[str] = frozenset()
    close: bool = False
    head: str = ""


@lru_cache(maxsize=8192)
def wheres(text: str) -> tuple[Where, ...]:
    """The places that the text names, in order."""
    found: list[Where] = []
    for each in sorted(_sites(text)):
        # "Behind the cinema in Albert Street" is one place.
        if not (found and text[found[-1].end : each.start].strip() == ""):
            found.append(each)
        else:
            found[-1] = found[-1]._replace(end=each.end)
    return tuple(sorted((*_bearings(text), *found)))


def _bearings(text: str) -> Iterator[Where]:
    for found in _BEARING.finditer(text):
        way = found["way"].lower()
        ways = frozenset(each for each in ("north", "south", "east", "west") if each in way)
        of = found["of"]
        anchor = frozenset(bare(each) for each in of.split()) if of and of[:1].isupper() else frozenset()
        if of and not anchor:
            continue
        yield Where(
            found.start(),
            found.end(),
            ways=ways,
            of=anchor,
            far=_FAR.search(text, 0, found.start()) is not None,
        )


def _sites(text: str) -> Iterator[Where]:
    for found in _PHRASE.finditer(text):
        words = found["words"].split()
        while words and words[0].lower() in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "one",
            "another",
        ):
            words = words[1:]
        if words and not _TIME.search(found["words"]):
            yield from _read(words, found.start(), found.end(), found["how"].lower())


def _read(words: list[str], start: int, end: int, how: str) -> Iterator[Where]:
    """The place that the words name, as far as they name one."""
    number = words.pop() if len(words) > 1 and _NUMBER.fullmatch(words[-1]) else ""
    if any(each[0].isdigit() for each in words):
        return
    for at in range(len(words), 0, -1):
        one = _OWNER.sub("", words[at - 1].lower())
        two = f"{words[at - 2].lower()}-{one}" if at > 1 else ""
        head = two if two in _SITE else one
        if head in _SITE:
            named = frozenset(bare(each) for each in words[:at] if each[:1].isupper()) - {one}
            names = frozenset((head,)) if head in _ROOMS else named | ({number.lower()} if number else set())
            yield Where(start, end, site=_SITE[head], names=names, close=how in _NEAR, head=one)
            return
    if not number and all(each[:1].isupper() for each in words):
        yield Where(start, end, names=frozenset(map(bare, words)), close=how in _NEAR)
