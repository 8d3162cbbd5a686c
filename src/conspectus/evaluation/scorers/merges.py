"""Whether two events' facts are kept apart."""

from __future__ import annotations

from conspectus.evaluation.cases import Banned
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import cites
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share

_FACTS = ("lead", "points")


def wrong_merges(case: LoadedCase, output: Output) -> Score:
    """The share of the case's wrong merges that are made.

    One is made where strings that may not meet stand in one sentence, or where the lead or the points of an event cite
    what belongs to another. The output's event is the one that shares the most articles with the gold's; without
    events, only sentences are looked at.
    """
    if not output.sentences:
        return absent("there are no sentences")
    asked, made = 0, []
    for banned in case.case.must_not_appear:
        if banned.kind != "wrong_merge" or (not banned.all_of and output.events is None):
            continue
        asked += 1
        guilty = [said for said in output.sentences if _merges(said, banned, case, output)]
        made += [f"{excerpt(said.text)}" for said in guilty[:1]]
    return share(len(made), asked, "wrong merges", made)


def _merges(said: Said, banned: Banned, case: LoadedCase, output: Output) -> bool:
    if banned.all_of:
        return all(part in said.text for part in banned.all_of)
    return (
        said.section in _FACTS
        and said.event is not None
        and said.event == _counterpart(banned, case, output)
        and any(cites(said.evidence, anchor, case) for anchor in banned.anchors)
    )


def _counterpart(banned: Banned, case: LoadedCase, output: Output) -> int | None:
    """The output's event that the gold's is: the first of those that share the most articles with it."""
    gold = next(set(event.articles) for event in case.case.events if event.id == banned.event)
    shared = [len(gold & set(group)) for group in output.events or ()]
    return shared.index(max(shared)) if any(shared) else None


WRONG_MERGES = Scorer("wrong_merges", "wrong merges", "lower", "share", wrong_merges)
