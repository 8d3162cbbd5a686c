"""The figures of the gates as Markdown: what each catches of the labelled pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_args

from conspectus.entailment import AS_TOLD, CALIBRATIONS, HEAD, PROMPT
from conspectus.evaluation import gates, searching, summarised
from conspectus.evaluation.gates import Gate, Outcome
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.pairs import SUPPORTED_KINDS, UNSUPPORTED_KINDS, Pair, Split
from conspectus.evaluation.recorded import Answers
from conspectus.evaluation.statistics import Interval, bootstrap, wilson
from conspectus.evaluation.summaries import Summary
from conspectus.model.article import Article
from conspectus.verification.report import Report

MECHANICAL_KINDS = (
    "number",
    "number_word",
    "unit_magnitude",
    "percent_points",
    "date",
    "relative_date",
    "name",
    "negation",
    "modality",
    "hedge_dropped",
)
"""The planted errors that mechanics alone are meant to catch."""

SPLITS: tuple[Split, ...] = get_args(Split)
UNASKED = tuple(split for split in SPLITS if split not in ("dev", "test"))
"""The splits that a model need not have been asked about."""
_FLAWS: dict[Split, str] = {
    "dev": "tuned on: thresholds, calibration, prompt and the mechanical rules were chosen here",
    "dev2": "for development too, and written without a look at the gates; recorded answers are optional",
    "dev3": "a third set for development, also written without a look at the gates; recorded answers are optional",
    "dev4": "half of a fourth set, written without a look at the gates; recorded answers are optional",
    "dev5": "a fifth set, written by one who knew the rules; recorded answers are optional",
    "dev6": "half of a sixth set, written without a look at the gates; recorded answers are optional",
    "dev7": "half of a seventh set, mostly inventions, not made to fit the gates; recorded answers are optional",
    "held4": "the other half of the fourth set; nothing was tuned on these, recorded answers are optional",
    "held6": "the other half of the sixth set; nothing was tuned on these, recorded answers are optional",
    "held7": "the other half of the seventh set; nothing was tuned on these, recorded answers are optional",
    "test": "nothing was tuned on these",
}


def report(
    pairs: Sequence[Pair],
    recorded: Sequence[Answers],
    articles: Mapping[str, Article] | None = None,
    reports: Sequence[tuple[Summary, Report]] = (),
    cases: Sequence[LoadedCase] = (),
) -> str:
    """The figures as Markdown, for each split and gate; the same pairs and answers give the same bytes.

    With the pairs' articles, by slug, also how `check` fares that searches them, with what it reports of the labelled
    summaries how it fares with whole texts, with cases how with their gold statements. A model that was asked about no
    pair of one of the splits `UNASKED` has no figures there. Raises InputError where any other pair was never put to
    one of the models.
    """
    plain = [
        answers for answers in recorded if answers.asked.prompt in (PROMPT, HEAD) and is_whole(pairs, answers)
    ]
    blocks = (
        *_blocks(pairs, plain),
        *(_searched(pairs, articles) if articles else ()),
        *(_summarised(reports) if reports else ()),
        *(_stated(cases) if cases else ()),
    )
    return "\n\n".join(blocks) + "\n"


def _gates(pairs: Sequence[Pair], recorded: Sequence[Answers]) -> list[Gate]:
    dev = [pair for pair in pairs if pair.split == "dev"]
    found = [
        gates.tuned("word overlap", gates.word_overlap, dev),
        Gate("numbers only", gates.numbers_only, threshold=1.0),
        Gate("mechanical", gates.mechanical),
    ]
    for answers in recorded:
        found.append(Gate(f"entailment, {answers.asked.model}", gates.entailment(answers)))
        found.append(Gate(f"both, {answers.asked.model}", gates.both(answers)))
    return found


def _blocks(pairs: Sequence[Pair], recorded: Sequence[Answers]) -> Iterator[str]:
    yield "# What the gates catch"
    yield (
        "Written by `python -m conspectus.evaluation.verification` from `pairs*.yaml`, `summaries-*.yaml` and "
        "`recorded/`. Balanced accuracy and AUROC with 95 % bootstrap intervals (2,000 resamples within each label); "
        "shares by kind with 95 % Wilson intervals."
    )
    for split in SPLITS:
        chosen = [pair for pair in pairs if pair.split == split]
        if split in UNASKED and not chosen:
            continue
        measured = _gates(pairs, [answers for answers in recorded if _counts(answers, split, chosen)])
        results = {gate.name: gates.outcomes(gate, chosen) for gate in measured}
        yield f"## {split}: {len(chosen)} pairs ({_FLAWS[split]})"
        yield table(
            ("gate", "balanced accuracy", "AUROC", "true refused", "mechanical kinds caught"),
            _overall(results),
        )
        yield table(("kind", "pairs", *results), _by_kind(results))
        yield _unmatched(chosen)
    for answers in recorded:
        calibration = CALIBRATIONS.get(answers.asked.model, AS_TOLD)
        weights = f", weights sha256 {answers.asked.sha256[:12]}…" if answers.asked.sha256 else ""
        yield (
            f"{answers.asked.model}{weights}, prompt `{answers.asked.prompt}` {answers.asked.fingerprint}; "
            f"calibrated with slope {calibration.slope}, offset {calibration.offset}."
        )


def _searched(pairs: Sequence[Pair], articles: Mapping[str, Article]) -> Iterator[str]:
    yield "## As `check` does it: the claim and some articles, with no model"
    yield (
        "The evidence is searched for in all articles of the split, and then in all but the claim's own, which as a "
        "rule tell nothing of it (those of dev5 share their events)."
    )
    yield table(
        (
            "split",
            "true claims supported",
            "false claims supported",
            "supported by other articles",
            "contradicted by other articles",
        ),
        searching.rows(SPLITS, pairs, articles),
    )


def _summarised(reports: Sequence[tuple[Summary, Report]]) -> Iterator[str]:
    yield "## As `check` does it: whole summaries and the articles of their event, with no model"
    yield (
        "From `summaries-*.yaml`. dev8 and dev9 are for development, dev9 since 30 November 2026; nothing is tuned on "
        "held9. A sentence that leans on an earlier one has a pronoun, say, or a description. A summary is supported "
        "where all that is checked of it is."
    )
    yield table(
        (
            "split",
            "true sentences supported",
            "of these, leaning ones",
            "true ones contradicted",
            "false ones supported",
            "false ones contradicted",
            "what claims nothing is checked",
            "summaries without a false sentence supported",
            "summaries with one supported",
        ),
        summarised.rows(reports),
    )


def _stated(cases: Sequence[LoadedCase]) -> Iterator[str]:
    yield "## As `check` does it: the gold statements of the cases and their articles, with no model"
    yield (
        "From `../cases`: an editor's words for what a briefing should hold. They often leave out whose word it is, "
        "for which some are rightly refused."
    )
    head = ("cases", "statements supported", "contradicted")
    yield table(head, searching.statement_rows(cases))


def _unmatched(chosen: Sequence[Pair]) -> str:
    told = []
    for name, which in (
        ("true claims", [pair for pair in chosen if pair.label == "supported"]),
        ("inventions", [pair for pair in chosen if pair.kind == "invention"]),
        ("other errors", [pair for pair in chosen if pair.kind != "invention" and pair.label != "supported"]),
    ):
        verdicts = [gates.examined(pair) for pair in which]
        passed = [verdict for verdict in verdicts if verdict.supported]
        shown = sum(bool(verdict.unmatched) for verdict in passed)
        told.append(f"{name} {shown} of {len(passed)}")
    return (
        f"Of what mechanics let pass, words that the evidence does not have are shown for: {', '.join(told)}."
    )


def is_whole(pairs: Sequence[Pair], answers: Answers) -> bool:
    """False for a model that was asked about a sample of dev and about no pair of test."""
    asked = {pair.split for pair in pairs if gates.asked(pair, answers)}
    return "test" in asked or "dev" not in asked


def _figures(results: Sequence[Outcome]) -> tuple[str, str]:
    area = _interval(results, gates.discrimination)
    return (
        str(_interval(results, gates.accuracy)),
        f"{area.value:.3f} ({area.low:.3f}–{area.high:.3f})",
    )


def _counts(answers: Answers, split: Split, chosen: Sequence[Pair]) -> bool:
    # A head is fitted on the sets for development: what it makes of them tells nothing.
    optional = split in UNASKED or answers.asked.prompt == HEAD
    return not optional or any(gates.asked(pair, answers) for pair in chosen)


def _overall(results: dict[str, list[Outcome]]) -> Iterator[tuple[str, ...]]:
    for name, found in results.items():
        true = [result for result in found if result.true]
        planted = [result for result in found if result.pair.kind in MECHANICAL_KINDS]
        yield (
            name,
            *_figures(found),
            str(wilson(sum(not result.passed for result in true), len(true))),
            str(wilson(sum(not result.passed for result in planted), len(planted))),
        )


def _interval(results: Sequence[Outcome], figure: Callable[[Sequence[Outcome]], float]) -> Interval:
    return bootstrap(results, figure, stratum=lambda result: result.true)


def _by_kind(results: dict[str, list[Outcome]]) -> Iterator[tuple[str, ...]]:
    """For each kind, the share that each gate got right."""
    for kind in (*SUPPORTED_KINDS, *UNSUPPORTED_KINDS):
        of_kind = [[r for r in found if r.pair.kind == kind] for found in results.values()]
        count = len(of_kind[0])
        shares = (wilson(sum(r.passed == r.true for r in found), count) for found in of_kind)
        yield (
            kind,
            str(count),
            *(f"{share.value:.0%} ({share.low:.0%}–{share.high:.0%})" for share in shares),
        )


def table(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    """The rows as a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
