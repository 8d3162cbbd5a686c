"""What two reports give as the cause of the one mishap that both tell of.

Two reports of one event tell mostly the same. What each says that its mishap came of is of one thing, however
differently it is worded, unless the causes can be one, or one report has the other's cause as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from conspectus.consolidate.conflicts.matters.accounts import Account, accounts_of
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices, two_voices
from conspectus.consolidate.language.mishaps import apart, mishaps
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind

_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near|outside) ([A-Z]\w+)")
_PAIR = 2
_HALF = 0.5
_OPENING = 4
_SHORT = 12
# Accounts that are compared with each other at the most: of hundreds of reports the first say it all.
_MOST = 60


def causes(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that give the event's mishap causes of different kinds."""
    sizes = Counter(each.article_id for each in scene.said)
    accounts = [
        account
        for each in scene.said
        if each.language == "en"
        for account in accounts_of(each, scene, brief=sizes[each.article_id] <= _SHORT)
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
