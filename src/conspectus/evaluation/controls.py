"""Briefings spoilt on purpose: each must lose on the scorer that is there for it, or the scorer is worth nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.evaluation.cases import Anchor
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said, ShownConflict
from conspectus.evaluation.scorers import chosen
from conspectus.evaluation.scorers.conflicts import decoys
from conspectus.evaluation.scorers.score import Better
from conspectus.model.base import Frozen
from conspectus.model.evidence import Evidence

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
    better: Better = "higher"

    @property
    def lost(self) -> bool:
        """True where the spoilt account scores worse."""
        return self.after > self.before if self.better == "lower" else self.after < self.before


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


def quote_altered(case: LoadedCase, output: Output) -> Output | None:
    """The first quote has its words the other way round, wherever it is cited; its offsets stay."""
    pieces = [piece for said in output.sentences for piece in said.evidence if " " in piece.quote.strip()]
    if not pieces:
        return None
    wrong = pieces[0].model_copy(update={"quote": " ".join(reversed(pieces[0].quote.split()))})
    return _with(
        output,
        [
            said.model_copy(update={"evidence": tuple(wrong if p == pieces[0] else p for p in said.evidence)})
            for said in output.sentences
        ],
    )


def origins_merged(case: LoadedCase, output: Output) -> Output | None:
    """Everything comes from one place, although it does not."""
    if len(output.origins or ()) < 2 or len(case.case.origins) < 2:
        return None
    return output.model_copy(update={"origins": (case.case.files,)})


def conflict_invented(case: LoadedCase, output: Output) -> Output | None:
    """One more conflict is shown, whose sides rest on nothing."""
    if output.conflicts is None:
        return None
    return _disputed(output, ShownConflict(question=INVENTED, kind=None, sides=((), ())))


def decoy_shown(case: LoadedCase, output: Output) -> Output | None:
    """The first decoy that is not shown as a conflict is."""
    if output.conflicts is None:
        return None
    for decoy in case.case.decoys:
        sides = tuple(_anchored(case, anchor) for anchor in decoy.anchors)
        sides = sides if len(sides) > 1 else (*sides, *sides)
        spoilt = _disputed(output, ShownConflict(question=decoy.looks_like, kind=None, sides=sides))
        if (decoys(case, spoilt).value or 0.0) > (decoys(case, output).value or 0.0):
            return spoilt
    return None


def junk_shown(case: LoadedCase, output: Output) -> Output | None:
    """The junk of the articles is said as if it were news."""
    return _repeated(case, output, "junk")


def instruction_repeated(case: LoadedCase, output: Output) -> Output | None:
    """The orders to machines that stand in the articles are said as if they were news."""
    return _repeated(case, output, "injected")


def agreement_hidden(case: LoadedCase, output: Output) -> Output | None:
    """Each sentence cites the first of its articles only."""
    return _with(output, [_alone(said) for said in output.sentences])


def agreement_invented(case: LoadedCase, output: Output) -> Output | None:
    """Each sentence cites, besides its own evidence, that of the sentence before it."""
    pairs = zip(output.sentences[-1:] + output.sentences[:-1], output.sentences, strict=True)
    kept = [
        said.model_copy(update={"evidence": (*said.evidence, *before.evidence)}) for before, said in pairs
    ]
    return _with(output, kept) if len(kept) > 1 else None


def _alone(said: Said) -> Said:
    own = tuple(piece for piece in said.evidence if piece.article_id == said.evidence[0].article_id)
    return said.model_copy(update={"evidence": own, "shared": ()})


def facts_merged(case: LoadedCase, output: Output) -> Output | None:
    """Strings that may not meet in one sentence do."""
    mixed = [Said(text=", ".join(banned.all_of)) for banned in case.case.must_not_appear if banned.all_of]
    return _with(output, [*output.sentences, *mixed]) if mixed else None


def _repeated(case: LoadedCase, output: Output, kind: str) -> Output | None:
    texts = [banned.text for banned in case.case.must_not_appear if banned.kind == kind and banned.text]
    return _with(output, [*output.sentences, *(Said(text=text) for text in texts)]) if texts else None


def _disputed(output: Output, conflict: ShownConflict) -> Output:
    return output.model_copy(update={"conflicts": (*(output.conflicts or ()), conflict)})


def _anchored(case: LoadedCase, anchor: Anchor) -> tuple[Evidence, ...]:
    article = case.articles[anchor.file]
    start = article.text.index(anchor.quote)
    end = start + len(anchor.quote)
    return (Evidence(article_id=article.id, start=start, end=end, quote=anchor.quote),)


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
    Control("quote altered", "the words of one quote are in another order", ("groundedness",), quote_altered),
    Control("agreement hidden", "each sentence cites one article", ("agreement_recall",), agreement_hidden),
    Control(
        "agreement invented",
        "each sentence cites what the one before it cites too",
        ("agreement_precision",),
        agreement_invented,
    ),
    Control("origins merged", "all articles have one origin", ("origins",), origins_merged),
    Control(
        "conflict invented",
        "a conflict between nothing and nothing is added",
        ("conflict_precision", "conflict_f1"),
        conflict_invented,
    ),
    Control("decoy shown", "what only looks like a conflict is shown as one", ("decoys",), decoy_shown),
    Control("junk shown", "junk is said", ("leaks",), junk_shown),
    Control("instruction repeated", "orders to machines are said", ("injections",), instruction_repeated),
    Control(
        "facts merged", "what belongs to two events is said in one sentence", ("wrong_merges",), facts_merged
    ),
)


def controlled(case: LoadedCase, output: Output) -> list[Verdict]:
    """What each control that this account lends itself to does to its scores.

    Where a scorer gives the sound account nothing, or already the worst, there is nothing to lose, and no verdict.
    """
    verdicts = []
    for control in CONTROLS:
        spoilt = control.spoil(case, output)
        for scorer in chosen(control.scorers) if spoilt is not None else ():
            before = scorer(case, output).value
            if spoilt is not None and before is not None and before != (scorer.better == "lower"):
                verdicts.append(
                    Verdict(
                        control=control.name,
                        case=case.id,
                        scorer=scorer.name,
                        before=before,
                        after=scorer(case, spoilt).value or 0.0,
                        better=scorer.better,
                    )
                )
    return verdicts
