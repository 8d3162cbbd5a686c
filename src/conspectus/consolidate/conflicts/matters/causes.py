"""What two reports give as the cause of the one mishap that both tell of.

Two reports of one event tell mostly the same. What each says that its mishap came of is of one thing, however
differently it is worded, unless the causes can be one, or one report has the other's cause as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices, two_voices
from conspectus.consolidate.language.mishaps import Kinds, apart, culprits, mishaps
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
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
    r"|\b(?:stemmed|resulted|arose|came|originated|died) (?:in with|from|of)\b",
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
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near|outside) ([A-Z]\w+)")
_PAIR = 2
_HALF = 0.5
_OPENING = 4
_SHORT = 12
# Accounts that are compared with each other at the most: of hundreds of reports the first say it all.
_MOST = 60


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


def causes(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that give the event's mishap causes of different kinds."""
    sizes = Counter(each.article_id for each in scene.said)
    accounts = [
        account
        for each in scene.said
        if each.language == "en"
        for account in _accounts(each, scene, brief=sizes[each.article_id] <= _SHORT)
    ]
    if len(accounts) < _PAIR:
        return
    named, words = _named(scene), _words(scene)
    mine = [each for each in accounts if not each.effect or each.effect & named[each.statement.article_id]]
    for first, second in combinations(mine[:_MOST], 2):
        if _of_one(first, second, named) and _contradict(first, second, accounts, words):
            yield ConflictKind.CAUSE, "What was the cause?", first.statement, second.statement


def _of_one(first: Account, second: Account, named: Mapping[str, frozenset[int]]) -> bool:
    """True where both may speak of one mishap: what names none speaks of what its article opens with.

    Where neither names any, the articles have to open with a name that they share.
    """
    one, other = (each.effect or named[each.statement.article_id] for each in (first, second))
    if first.effect or second.effect:
        return bool(one & other)
    return bool(one or other) and bool(first.statement.home & second.statement.home)


def _words(scene: Scene) -> dict[str, frozenset[str]]:
    """What each article is about."""
    words: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for each in scene.said:
        words[each.article_id] |= keys(each.text, each.language)
    return words


def _named(scene: Scene) -> dict[str, frozenset[int]]:
    """The kinds of mishap that each article opens with."""
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in scene.said:
        told[each.article_id].append(each)
    return {
        article: frozenset(
            kind
            for each in sorted(said, key=lambda each: each.number)[:_OPENING]
            for kind in mishaps(each.text)
        )
        for article, said in told.items()
    }


def _contradict(
    first: Account, second: Account, accounts: Sequence[Account], words: Mapping[str, frozenset[str]]
) -> bool:
    a, b = first.statement, second.statement
    one_article = a.article_id == b.article_id
    if _one_deed(first, second):
        return False
    if not (two_voices(a, b) if one_article else different_voices(a, b)):
        return False
    if _on_other_days(a, b) or _elsewhere(a, b):
        return False
    if not first.kinds or not second.kinds:
        # Of what is in no list, no word is in the other report, and no other account is beside it.
        unheard = not first.cause & words[b.article_id] and not second.cause & words[a.article_id]
        # What no word of cause introduces and no list knows ("had opened an inquiry") is no cause.
        known = all(each.told or each.kinds for each in (first, second))
        return not one_article and unheard and known and _sole(first, second, accounts)
    # What came of something may be what something else came of.
    told = first.told or second.told
    if not apart(first.kinds, second.kinds) or (
        told and (first.cause & second.before or second.cause & first.before)
    ):
        return False
    return not (_has(first, b, accounts) or _has(second, a, accounts))


def _one_deed(first: Account, second: Account) -> bool:
    """True where neither words a cause, and what both found is for the most part the same: the news in other words."""
    shared, fewest = first.cause & second.cause, min(len(first.cause), len(second.cause))
    return not (first.told or second.told) and len(shared) >= _PAIR and len(shared) >= _HALF * fewest


def _on_other_days(first: Statement, second: Statement) -> bool:
    """True where both name days of the week, and not one together: of two that are told, one is another."""
    one, other = (frozenset(map(str.lower, _DAY.findall(each.text))) for each in (first, second))
    return bool(one and other) and not one & other


def _elsewhere(first: Statement, second: Statement) -> bool:
    """True where both name places, and not one together: another mishap of that kind."""
    one, other = (frozenset(_PLACE.findall(each.text)) for each in (first, second))
    return bool(one and other) and not one & other


def _sole(first: Account, second: Account, accounts: Sequence[Account]) -> bool:
    """True where neither article gives another cause."""
    return all(
        sum(other.statement.article_id == each.statement.article_id for other in accounts) == 1
        for each in (first, second)
    )


def _has(account: Account, other: Statement, accounts: Sequence[Account]) -> bool:
    """True where the other's article gives that cause as well."""
    own = account.statement.article_id
    return other.article_id != own and any(
        not apart(each.kinds, account.kinds) and each.kinds
        for each in accounts
        if each.statement.article_id == other.article_id
    )


def _accounts(statement: Statement, scene: Scene, *, brief: bool) -> Iterator[Account]:
    """What it says that something came of; of a long article only what words a cause of a known kind."""
    text, language = statement.text, statement.language
    if _REVISED.search(text) or "?" in text:
        return
    told = None if _NOT.search(text) else _told(text)
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
