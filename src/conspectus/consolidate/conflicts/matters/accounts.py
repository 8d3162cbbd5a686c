"""What a statement says that something came of: the words that bring up a cause, and what they tie to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.mishaps import Kinds, culprits, mishaps
from conspectus.consolidate.language.senses import keys
from conspectus.text.caseless import Caseless

_PHRASE = r"[^.;:,“”\"]"
_ADVERB = r"(?:(?:probably|apparently|most likely|likely|almost certainly|partly|itself) )?"
# The effect stands first.
_CAME_OF = Caseless(
    r"\b(?:caused|started|triggered|sparked|set off|brought about|brought on|ignited|touched off|brought down) "
    + _ADVERB
    + r"by\b"
    r"|\b(?:was|were|is|been|be) (?:probably |most likely )?(?:the |a )?(?:direct )?(?:result|fault|work|"
    r"consequence) of\b"
    r"|\b(?:because(?: of)?|due to|owing to|down to|on account of|as a result of)\b"
    r"|\b(?:blamed|traced(?: back)?|attributed|linked) (?:on|to)\b"
    r"|\b(?:stem(?:s|med)?|resulted|arose|came|originated|died) (?:in with|from|of)\b",
)
_BETWEEN = Caseless(
    r"\b(?:put|puts|attribut\w+|blam(?:es|ed)|traced|traces|pinned|linked) "
    rf"(?P<effect>(?:the |its |their |this |it)?{_PHRASE}{{0,40}}?) (?:back )?(?:down to|to|on) (?P<cause>{_PHRASE}+)",
)
# The cause stands first.
_BROUGHT = Caseless(
    r"\b(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )(?<!it )(?:caused|causing|led to|triggered|"
    r"sparked|set off|brought about|ignited|forced|killed(?= (?:them|the)\b)|brought (?:\w+ )?down|"
    r"knocked out)\b(?! by\b)"
    r"|\b(?:is|are|was|were|been|be) "
    + _ADVERB
    + r"(?:to blame|responsible|behind|the (?:\w+ )?(?:cause|source|origin|reason|culprit))\b|\b(?:lay|lies) behind\b",
)
_NAMED = Caseless(
    r"\b(?P<effect>(?:cause|source|origin|culprit)\b(?: of "
    + _PHRASE
    + r"{3,40}?)?) (?:was|is|had been|were) "
    rf"{_ADVERB}(?P<cause>{_PHRASE}+)",
)
_FOR = Caseless(
    r"\b(?<!was )(?<!were )(?<!been )(?<!be )blam(?:es|ed|ing) "
    rf"(?!for\b)(?P<cause>{_PHRASE}+?) for (?P<effect>{_PHRASE}+)",
)
_BLAMES = Caseless(
    r"\b(?<!was )(?<!were )(?<!been )(?<!be )(?:blam(?:es|ed|ing)|(?<!to )blame|cit(?:es|ed|ing)|suspects?|points? to|"
    r"pointed to) "
    rf"(?!for\b|on\b)(?P<cause>{_PHRASE}+)",
)
_OVER = Caseless(
    r"\b(?P<effect>resign\w*|quits?|steps? down|stepped down|stood down|stepping down)\b[^.;:“”\"]{0,45}? "
    rf"(?:over|for|because of|citing) (?P<cause>{_PHRASE}+)"
)
_BEGAN = Caseless(rf"\b(?:began|started|broke out) (?:when|with|after|because) (?P<cause>{_PHRASE}+)")
_WHEN = Caseless(r",? (?:when|after) (?=(?:a|an|the|its|his|her|one|two|some) )")
# Somebody's finding, though no word says that anything came of it: "said that the brakes had failed".
# Which yacht is meant tells "a yacht that had broken its moorings".
_FOUND = Caseless(
    r"\b(?<!that )(?<!which )(?<!who )(?:had|having) (?:\w+ly )?(?!been \w+ing\b)"
    r"(?!(?:to|the|his|her|its|their)\b)\w{3,}"
    r"|\b(?:cut through|went through|ran into|flew into)\b"
)
_BROKE = Caseless(r"\b(?:failed|broke (?:down|off)|came loose|came off|collapsed|gave way)\b")
# What has been so for long brought nothing about.
_PAST = Caseless(
    r"\bhad (?:\w+ly )?(?:been (?:empty|closed|open|built|opened|due|in|on|at|a|an|the|told|asked|warned|given|"
    r"taken|made|found|reported|inspected|hurt|killed|treated)|led|won|lived|worked|served|told|asked|said|seen|heard|come|"
    r"gone|made|taken|given|found|confirmed|visited|planned|hoped|wanted|celebrated|since|begun|started|received|done)\b"
)
# These tell of nothing else, whoever says so.
_FAILED = Caseless(
    r"\b(?<!that )(?<!which )(?<!who )had (?:failed|burst|jammed|snapped|broken|cracked|collapsed)\b"
    r"|\b(?:nodded off|dozed off|fell asleep|fallen asleep|swerved|burst|snapped|jammed|overheated|ignited|gave way|"
    r"lost (?:control|power)|short-circuited|skidded on|run across|ran across)\b"
)
_REVISED = Caseless(
    r"\b(?:now|mistaken|at first|first thought|initially|originally|previously|later|another|last year|in 20\d\d|"
    r"earlier (?:reports?|said|thought|statement))\b",
)
_NOT = Caseless(
    r"\b(?:not|no|never|nothing|neither|ruled out|rul(?:es|ing) out|without|den(?:y|ies|ied)|unclear|unknown|whether)\b"
    r"|n[’']t\b",
)
# What it came of is said beside what it did not come of.
_CONTRAST = re.compile(
    r"(?:,? (?:and not|rather than|instead of|but not)|, not) (?:from |by |to |of |because of )?"
    r"[^,.;:“”\"]{3,60}(?=[,.;]|$)"
)
_HELD = Caseless(
    r"\b(?:believes?|thinks?|suspects?|understood|thought|admitted|established|concluded|"
    r"(?:vet|inspectors?|investigators?|engineers?|experts?) found)\b"
)
_PART = re.compile(
    r"[,;:“”\"]\s|\b(?:and|but) that\b|\b(?:said|says|told \w+|believes?|found|thinks?) (?:that )?"
)
_ASIDE = re.compile(r"\s(?:that|which|who|because|and|but|while|where|before)\b.*", re.DOTALL)
_CLAUSE = re.compile(
    r"[;:“”\"]|, |\b(?:said|says|say|believes?|found|think|thinks|suggest|showed|concluded) (?:that )?"
)
_WHICH = re.compile(
    r"\b(?:it|this|that|them|incident|problem|trouble|cause|source|origin|culprit|episode|drama)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Account:
    """What a statement says that something came of: kinds and keys of the cause, and of which mishaps it speaks.

    `effect` are the kinds of these and `before` all keys of what words them; both are empty where nothing is named.
    `told` is true where words of cause say so, and not only what is found to have gone wrong.
    """

    statement: Statement
    effect: frozenset[int]
    before: frozenset[str]
    cause: frozenset[str]
    kinds: Kinds
    told: bool


def accounts_of(statement: Statement, scene: Scene, *, brief: bool) -> Iterator[Account]:
    """What it says that something came of; of a long article only what words a cause of a known kind."""
    text, language = statement.text, statement.language
    if _REVISED.search(text) or "?" in text:
        return
    plainly = _CONTRAST.sub("", text)
    told = None if _NOT.search(plainly) else _told(plainly)
    if told is not None:
        effect, cause = told
        named = _ASIDE.sub("", cause.strip())
        reached = mishaps(effect)
        kinds, brought = culprits(named), keys(named, language) - scene.name_keys
        if brought and (reached or not effect or _WHICH.search(effect)):
            if kinds or brief:
                yield Account(statement, reached, keys(effect, language), brought, kinds, told=True)
            return
    if not brief:
        return
    spoken = statement.voice or _HELD.search(text)
    for part in _PART.split(text):
        told_of = spoken and (_FOUND.search(part) or _BROKE.search(part)) and not _PAST.search(part)
        if not (told_of or _FAILED.search(part)) or _NOT.search(part):
            continue
        kinds = culprits(part)
        if told_of or kinds:
            found = keys(part, language) - scene.name_keys
            yield Account(statement, frozenset(), found, found, kinds, told=False)


def _told(text: str) -> tuple[str, str] | None:
    """The effect, empty where none is named, and its cause, as the text words them."""
    for pattern in (_FOR, _OVER, _BETWEEN, _BLAMES, _NAMED, _BEGAN):
        if found := pattern.search(text):
            return found.groupdict().get("effect") or "", found["cause"]
    if found := _CAME_OF.search(text):
        return _last(text[: found.start()]), _first(text[found.end() :])
    if found := _BROUGHT.search(text):
        if found[0].lower() == "forced":
            return "", _last(text[: found.start()])
        return _first(text[found.end() :]), _last(text[: found.start()])
    found = _WHEN.search(text)
    if found and mishaps(effect := _last(text[: found.start()])) and culprits(_first(text[found.end() :])):
        return effect, _first(text[found.end() :])
    return None


def _last(text: str) -> str:
    return next((part for part in reversed(_CLAUSE.split(text)) if part and part.strip()), "").strip()


def _first(text: str) -> str:
    return re.split(r"[.;:,“”\"]", text.strip(), maxsplit=1)[0]
