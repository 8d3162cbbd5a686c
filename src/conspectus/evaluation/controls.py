"""Briefings spoilt on purpose: each must lose on the scorer that is there for it, or the scorer is worth nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.scorers import chosen
from conspectus.model.base import Frozen

INVENTED = "The ministry of culture bought eleven lighthouses from a circus in Valparaíso on 30 February."
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Control:
    """A way of spoiling an account, and the scorers that must see it.

    `spoil` gives None where the account has nothing to be spoilt in this way.
    """

    name: str
    what: str
    scorers: tuple[str, ...]
    spoil: Callable[[LoadedCase, Output], Output | None]


class Verdict(Frozen):
    """What a control did to one account on one scorer."""

    control: str
    case: str
    scorer: str
    before: float
    after: float

    @property
    def lost(self) -> bool:
        """True where the spoilt account scores worse."""
        return self.after < self.before


def digit_changed(case: LoadedCase, output: Output) -> Output | None:
    """Each digit of the first sentence that has one is another digit, wherever it stands; its evidence stays."""
    said = next((said for said in output.sentences if _DIGIT.search(said.text)), None)
    if said is None:
        return None
    changed = said.model_copy(
        update={"text": _DIGIT.sub(lambda found: str((int(found[0]) + 3) % 10), said.text)}
    )
    # Wherever the sentence stands, it says the same wrong thing.
    return _with(output, [changed if other.text == said.text else other for other in output.sentences])


def citations_shuffled(case: LoadedCase, output: Output) -> Output | None:
    """Each sentence cites what another one cites: the evidence is moved along by half of the sentences."""
    sentences = output.distinct
    pools = list(dict.fromkeys(said.evidence for said in sentences))
    if len(pools) < 3:
        return None
    step = len(pools) // 2
    moved = {pool: pools[(index + step) % len(pools)] for index, pool in enumerate(pools)}
    return _with(output, [said.model_copy(update={"evidence": moved[said.evidence]}) for said in sentences])


def conflict_deleted(case: LoadedCase, output: Output) -> Output | None:
    """The conflicts are gone, with their sides."""
    if not output.conflicts:
        return None
    kept = [said for said in output.sentences if said.section != "conflict"]
    return _with(output, kept).model_copy(update={"conflicts": ()})


def events_merged(case: LoadedCase, output: Output) -> Output | None:
    """Two events are one that share no event of the gold: whatever else is wrong with them, this makes it worse."""
    groups = output.events or ()
    gold = [set(event.articles) for event in case.case.events]
    for index, one in enumerate(groups):
        for other in groups[index + 1 :]:
            apart = not any(event & set(one) and event & set(other) for event in gold)
            if apart and not set(one) & set(other) and _reported(one, gold) and _reported(other, gold):
                kept = [group for group in groups if group not in (one, other)]
                return output.model_copy(update={"events": ((*one, *other), *kept)})
    return None


def _reported(files: Sequence[str], gold: Sequence[set[str]]) -> bool:
    return any(set(files) & event for event in gold)


def sentence_invented(case: LoadedCase, output: Output) -> Output | None:
    """A sentence about nothing in the articles stands at the top, with the first sentence's evidence."""
    if not output.sentences:
        return None
    first = output.sentences[0]
    return _with(output, [first.model_copy(update={"text": INVENTED}), *output.sentences])


def _with(output: Output, sentences: Sequence[Said]) -> Output:
    return output.model_copy(update={"sentences": tuple(sentences)})


CONTROLS: tuple[Control, ...] = (
    Control(
        "digit changed",
        "the digits of one sentence are others",
        ("faithfulness", "citation_recall"),
        digit_changed,
    ),
    Control(
        "citations shuffled",
        "each sentence cites what another one cites",
        ("citation_recall", "citation_precision", "coverage"),
        citations_shuffled,
    ),
    Control(
        "conflict deleted",
        "what is disputed is not shown",
        ("conflict_recall", "conflict_f1"),
        conflict_deleted,
    ),
    Control("events merged", "two events are one", ("events",), events_merged),
    Control(
        "sentence invented",
        "a sentence about nothing is added",
        ("faithfulness", "citation_recall"),
        sentence_invented,
    ),
)


def controlled(case: LoadedCase, output: Output) -> list[Verdict]:
    """What each control that this account lends itself to does to its scores.

    Where a scorer gives the sound account 0 or nothing there is nothing to lose, and no verdict.
    """
    verdicts = []
    for control in CONTROLS:
        spoilt = control.spoil(case, output)
        for scorer in chosen(control.scorers) if spoilt is not None else ():
            before = scorer(case, output).value
            if before and spoilt is not None:
                after = scorer(case, spoilt).value or 0.0
                verdicts.append(
                    Verdict(
                        control=control.name, case=case.id, scorer=scorer.name, before=before, after=after
                    )
                )
    return verdicts
