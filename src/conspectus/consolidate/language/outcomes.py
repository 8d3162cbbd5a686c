"""What happens or does not, in phrases that exclude each other: led out or stayed in their seats, stopped or drove off.

General English. Where only the first line of an axis is given, its other end is the denial of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.consolidate.language.mishaps import any_of
from conspectus.sparely import WHILE_COMPARED
from conspectus.text.caseless import Caseless

_MOVING = {
    "sailed": r"(?:boats?|ferr(?:y|ies)|sailings?|crossings?|ships?)",
    "ran": r"(?:trains?|trams?|rail services?)",
    "drove": r"(?:bus(?:es)?|coach(?:es)?)",
    "flew": r"(?:flights?|planes?|jets?)",
}
_DEVICES = {"alarm": "alarms?", "siren": "sirens?", "bell": "bells?", "sprinkler": "sprinklers?"}
_WORN = {
    "helmet": r"helmets?|bare-?headed",
    "belt": r"seat-?belts?|belted|strapped in",
    "jacket": r"life-?jackets?|buoyancy aids?",
}
_ANY_MOVING = Caseless(rf"\b(?:{'|'.join(_MOVING.values())}|services?|departures?)\b")
_CHARGE = (
    r"(?:\w+ing\b|(?:the |a |all |both |two |three )?(?:charges?|offences?|counts?|murder|manslaughter|theft|"
    r"burglary|robbery|assault|fraud|arson|wounding|blackmail|perjury|rape))"
)
_PAYEES = r"(?:hackers|gang|kidnappers|attackers|blackmailers)"
_PAYERS = r"(?:college|school|hospital|council|company|firm|university)"
_COIN = r"(?:ransom|bitcoins?|crypto\w*|hackers|gang)"


def _or(*parts: str) -> Caseless:
    return Caseless(rf"\b(?:{'|'.join(parts)})\b")


OF_PERSONS = frozenset({"spoke", "plea", "hit", "told"})
"""Axes of what one person does: who it is tells which of several is meant."""

OF_ALL = frozenset(_MOVING)
"""Axes of which one clause may deny all that there is."""

# Name, whether an event has one of it, and its two ends; without the second, that is the denial of the first.
_AXES: tuple[tuple[str, bool, Caseless, Caseless | None], ...] = (
    (
        "leave",
        True,
        any_of(
            "evacuat* led-out led-to-safety ushered-out emptied filed-out left-the-building had-to-leave moved-out "
            "forced-to-leave sent-outside brought-outside stood-outside moved-outside turned-out-of"
        ),
        _or(
            r"(?:stayed|remained?|kept|stay|sat|waited) (?:\w+ )?(?:put|tight|inside|indoors|where they were|in "
            r"(?:their|his|her) (?:seats?|homes?|rooms?|classrooms?|cabins?|beds?))",
            "kept their seats",
            "refused to leave",
        ),
    ),
    (
        "held",
        False,
        any_of("went-ahead go-ahead gone-ahead took-place taken-place was-played were-played was-staged"),
        any_of("cancel* called-off postpone* abandoned scrapped rained-off put-off"),
    ),
    (
        "stopped",
        True,
        _or(
            "stopped (?:and|to|at once|immediately)",
            "pulled over",
            "(?:stayed|remained|waited) at the scene",
            "waited for (?:the )?(?:police|ambulance)",
        ),
        _or(
            "(?:drove|sped|rode|made|raced) (?:off|away|on)",
            "(?:drivers?|motorists?|riders?|cyclists?|he|she) (?:had |then |later )?fled",
            "(?:failed to|did not|didn[’']t) stop",
            "hit-and-run",
        ),
    ),
    (
        "fetched",
        True,
        any_of(
            "winched lifted-off lifted-out carried-out pulled-from pulled-out pulled-clear cut-free cut-out freed-by "
            "rescued plucked hauled brought-ashore"
        ),
        any_of(
            "swam-ashore waded-ashore scrambled-ashore unaided freed-himself freed-herself freed-themselves "
            "climbed-out scrambled-out got-out-by-themselves got-out-alone own-steam walked-to-safety "
            "made-their-own-way made-his-own-way made-her-own-way"
        ),
    ),
    *((name, True, _or(words), None) for name, words in _WORN.items()),
    (
        "plea",
        False,
        _or(f"(?:admit(?:s|ted)|confess(?:es|ed) to) {_CHARGE}", "plead(?:s|ed)? guilty"),
        _or(f"(?:den(?:ies|ied)) {_CHARGE}", "plead(?:s|ed)? not guilty"),
    ),
    (
        "spoke",
        False,
        _or(
            r"apologis\w+",
            "said sorry",
            "(?:spoke|speaking) to (?:the )?(?:reporters|press|journalists)",
            "told reporters",
        ),
        _or(
            "without (?:a )?(?:comment|word|speaking)",
            "(?:made|had) no comment",
            "said nothing",
            "(?:refused|declined) to (?:speak|apologise|answer questions)",
        ),
    ),
    (
        "ransom",
        True,
        _or(
            r"ransom\b.{0,40}\b(?:paid|handed)",
            f"paid (?:up|(?:the|a) ransom|the {_PAYEES})",
            rf"(?:paid|handed over|transferred)\b.{{0,50}}\b{_COIN}",
        ),
        _or(rf"(?:{_PAYEES}|{_PAYERS})\b.{{0,60}}\bpa(?:id|ys) nothing", r"(?:refus\w+|declined) to pay"),
    ),
    ("told", False, any_of("briefed consulted informed notified forewarned met spoken-to talked-to"), None),
    (
        "instructed",
        False,
        any_of("told-to instructed instruction* been-ordered was-ordered were-ordered"),
        None,
    ),
    (
        "hit",
        False,
        _or(
            "shoved|pushed|punched|slapped|kicked|headbutted|beaten|manhandled|grabbed|struck|touched",
            "la(?:id|y) (?:a )?(?:finger|hands?)",
            "touch (?:him|her|them|the|any)",
        ),
        None,
    ),
    *(
        (
            name,
            False,
            _or(rf"{nouns}\b.{{0,40}}\b(?:sailed|ran|run|left|operated|departed|flew|took off)"),
            _or(rf"{nouns}\b.{{0,40}}\b(?:cancelled|suspended|withdrawn|halted)"),
        )
        for name, nouns in _MOVING.items()
    ),
    *(
        (
            name,
            True,
            _or(rf"{nouns}\b.{{0,40}}\b(?:went off|sounded|rang|worked|wok(?:e|en)|sound|go off|ring|work)"),
            _or(rf"{nouns}\b.{{0,30}}\b(?:silent|failed)"),
        )
        for name, nouns in _DEVICES.items()
    ),
    (
        "treated",
        True,
        any_of(
            "kept-in-hospital taken-to-hospital treated-for needed-treatment need-treatment needed-no-treatment "
            "needed-hospital-treatment"
        ),
        None,
    ),
    (
        "open",
        False,
        _or(
            "(?:stay|remain|keep|kept)(?:ed|s)? open",
            "open(?:ed)? as (?:usual|normal)",
            "(?:carried on|kept) trading",
            "open throughout",
        ),
        _or(
            "(?:was|were|is|are|been|stays?|stayed|remains?|remained|to) (?:closed|shut)",
            "closures?",
            "closed (?:for|its|their)",
            "sent home",
        ),
    ),
)
# Most sentences have none of them.
_ANY = Caseless("|".join(end.pattern for _, _, *ends in _AXES for end in ends if end is not None))


class Outcome(NamedTuple):
    """One end of an axis: `sign` is 1 or -1. `whole` is true where an event has one of it: nobody says of whom."""

    axis: str
    whole: bool
    sign: int
    start: int
    end: int


@WHILE_COMPARED.keep(most=8192)
def outcomes(text: str) -> tuple[Outcome, ...]:
    """The ends of axes that the text names, whatever denies them."""
    return tuple(_outcomes(text))


def _outcomes(text: str) -> Iterator[Outcome]:
    if not _ANY.stands_in(text):
        return
    for axis, whole, so, otherwise in _AXES:
        if axis == "held" and _ANY_MOVING.stands_in(text):
            continue
        for sign, pattern in ((1, so), (-1, otherwise)):
            if pattern is not None and (found := pattern.search(text)):
                yield Outcome(axis, whole, sign, found.start(), found.end())
