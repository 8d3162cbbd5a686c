"""Opposites of general English: what can't both be true of one thing at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from conspectus.model.briefing import ConflictKind
from conspectus.sparely import WHILE_COMPARED
from conspectus.text.caseless import Caseless

_OCCURRENCE = """
    inform informed notified forewarn | unaware unwarned uninformed unsuspecting
    attend attended present took-part | absent boycotted
    know aware knew | unaware ignorant
    accept accepted accepts agreed consented | refused rejected declined turned-down
    approve approved authorised authorized permitted allowed | forbade prohibited banned refused vetoed forbidden
    function working operational functioning worked sounded operated | broken faulty defective disabled
    inoperative failed
    lock locked bolted chained padlocked | unlocked unbolted
    obey heeded obeyed followed complied | ignored disregarded flouted defied
    insure insured | uninsured
    arm armed | unarmed
    licence licensed | unlicensed
    guilt innocent acquitted | guilty convicted
    alive alive survived | dead
    support supported supports backed backs favours endorsed | opposed opposes objects objected
    finish completed finished | unfinished incomplete
    legal legal lawful permitted | illegal unlawful unauthorised unauthorized
    true genuine authentic | fake forged fabricated invented
    sober sober | drunk intoxicated
    asleep asleep sleeping | awake
    alone alone unaccompanied | accompanied
    conscious conscious | unconscious
    full full packed crowded sold-out | empty deserted half-empty
    keep kept retained retain spared | shut closed axed scrapped abandoned close closing
    safe safe harmless drinkable | unsafe dangerous hazardous contaminated poisonous toxic
    lit lit | unlit
"""
_CHARACTER = """
    peaceful peaceful peacefully calm calmly orderly in-good-order nonviolent | violent violently violence riot riots
    rioting chaotic chaos
    rampage disorder unruly brawl mayhem stampede
    voluntary voluntary voluntarily resigned willingly asked-to-leave own-accord own-choice stepped-down | forced
    forcibly coerced involuntary sacked fired ousted dismissed pushed-out thrown-out compulsory ordered
    intended deliberate deliberately intentional intentionally sabotage arson on-purpose | accidental accidentally
    unintentional inadvertent by-mistake oversight unintended
    routine routine precaution precautionary | emergency panic
    minor minor negligible trivial harmless minimal isolated-case isolated-incident isolated-event | serious severe
    grave gravest gravely worst
    devastating catastrophic
    worst disastrous
    success success successful triumph smooth smoothly | disaster fiasco failure shambles flop debacle
    fair fair fairly justified lawful legitimate transparent proportionate | unfair unjustified unlawful
    illegitimate rigged
    disproportionate excessive sham arbitrary
    careful careful carefully cautious responsible | reckless recklessly careless negligent irresponsible
    expected expected foreseeable predictable foreseen | unexpected unforeseeable unforeseen freak
    helpful cooperative cooperated friendly | hostile obstructed uncooperative
    honest honest sincere | dishonest misleading misled deceived deceptive
    temporary temporary temporarily | permanent permanently
    independent independent | dependent controlled
    generous generous | stingy insulting derisory
    merger merger marriage | takeover
    clean clean | dirty filthy polluted
    popular popular welcomed cheered applauded | unpopular booed jeered
    quick quick quickly prompt promptly swift swiftly immediately at-once | slow slowly belatedly too-late
"""
_PLACE = """
    north north northern | south southern
    east east eastern | west western
    left left-hand | right-hand
    inside inside indoors | outside outdoors
    upstairs upstairs | downstairs cellar basement
    port port-side | starboard
    upstream upstream | downstream
"""
_KINDS = (
    (ConflictKind.OCCURRENCE, _OCCURRENCE),
    (ConflictKind.CHARACTERISATION, _CHARACTER),
    (ConflictKind.PLACE, _PLACE),
)
# What several words say, as the one hyphenated word of the lists.
_JOINED = Caseless(
    r"\b(?:asked to leave|own accord|own choice|stepped down|pushed out|thrown out|on purpose|by mistake|"
    r"at once|too late|"
    r"isolated (?:case|incident|event)|sold out|in good order|took part|turned down|half empty|turned away|"
    r"made redundant)\b",
)
# "The emergency services", "emergency exits": they are called so on any day.
_CALLED_SO = Caseless(
    r"\bemergency (?=(?:services?|exits?|rooms?|departments?|crews?|workers?|vehicles?|teams?|doctors?|lights?|"
    r"lighting|numbers?|calls?|doors?|stairs?|shelters?|powers?|funds?|aid)\b)",
)
# Who learned it from a newspaper was not told; who stayed away did not attend.
_SAYINGS = (
    (
        re.compile(
            r"\b(?:learn(?:ed|t|s)?|heard|found out|hear)\b.{0,25}\b(?:from|on|through|in|by) (?:the |a )?"
            r"(?:press|radio|newspapers?|news|television|internet|media|letter|reporters?|journalists?|"
            r"neighbours?)\b",
            re.IGNORECASE,
        ),
        ConflictKind.OCCURRENCE, "inform", -1,
    ),
    (re.compile(r"\b(?:stayed|stays|stay|kept) away\b", re.I), ConflictKind.OCCURRENCE, "attend", -1),
    (re.compile(r"\bcaught (?:by surprise|unawares|off guard)\b", re.I), ConflictKind.OCCURRENCE, "inform", -1),
    (
        re.compile(r"\b(?:was|were|been|be) (?:consulted|informed|told|notified|warned|briefed|alerted)\b", re.I),
        ConflictKind.OCCURRENCE, "inform", 1,
    ),
)  # fmt: skip


class Pole(NamedTuple):
    """One end of an axis: `sign` is 1 or -1; `word` is what says so, from `start` on."""

    kind: ConflictKind
    axis: str
    sign: int
    word: str
    start: int


def _table() -> dict[str, list[tuple[ConflictKind, str, int]]]:
    table: dict[str, list[tuple[ConflictKind, str, int]]] = {}
    last = (ConflictKind.OCCURRENCE, "", 1)
    for kind, text in _KINDS:
        for line in text.strip().splitlines():
            if " | " not in line and table:
                # A line that goes on: its words belong to the pole before.
                for word in line.split():
                    table.setdefault(word, []).append(last)
                continue
            ends = line.split(" | ")
            axis = ends[0].split()[0]
            for sign, words in zip((1, -1), (ends[0].split()[1:], ends[1].split()), strict=True):
                last = (kind, axis, sign)
                for word in words:
                    table.setdefault(word, []).append(last)
    return table


_TABLE = _table()
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@WHILE_COMPARED.keep(most=8192)
def poles(text: str) -> tuple[Pole, ...]:
    """The ends of axes that the text names, whatever stands negated."""
    return tuple(_poles(text))


def _poles(text: str) -> Iterator[Pole]:
    joined = _JOINED.sub(lambda found: found[0].replace(" ", "-"), text)
    joined = _CALLED_SO.sub(lambda found: " " * len(found[0]), joined)
    for found in _WORD.finditer(joined):
        for kind, axis, sign in _TABLE.get(found[0].lower(), ()):
            yield Pole(kind, axis, sign, found[0].lower(), found.start())
    for pattern, kind, axis, sign in _SAYINGS:
        if saying := pattern.search(text):
            yield Pole(kind, axis, sign, saying[0].lower(), saying.start())
