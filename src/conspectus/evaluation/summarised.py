"""How `check` fares with the labelled summaries: it gets the whole text and the articles, as from the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from conspectus.checking import check
from conspectus.evaluation.searching import labelled_articles
from conspectus.evaluation.statistics import wilson
from conspectus.evaluation.summaries import Summary
from conspectus.verification.report import Report
from conspectus.verification.support import SupportVerdict

Said = Literal["supported", "contradicted", "refused", "unchecked"]
"""What `check` says of a sentence; refused is what is overstated or not found, unchecked what has no verdict."""


def said_of(summary: Summary, report: Report) -> tuple[Said, ...]:
    """What the report says of each of the summary's sentences.

    A sentence that it has in several parts is supported where all are, and contradicted where one is.
    """
    return tuple(_said(report, start, end) for start, end in summary.spans)


def rows(reports: Sequence[tuple[Summary, Report]]) -> Iterator[tuple[str, ...]]:
    """For each split, shares of its sentences and of its summaries, with intervals.

    True sentences that are supported, those of them that lean on an earlier one, true ones that are contradicted; false
    ones that are supported, and contradicted; sentences without a claim that get a verdict; summaries without a false
    sentence, and with one, that are supported as a whole.
    """
    for split in dict.fromkeys(summary.split for summary, _ in reports):
        counts: Counter[tuple[str, str]] = Counter()
        for summary, report in reports:
            if summary.split == split:
                _count(counts, summary, report)
        yield (
            split,
            *(
                _share(counts, label, said)
                for label, said in (
                    ("supported", "supported"),
                    ("supported, leaning", "supported"),
                    ("supported", "contradicted"),
                    ("unsupported", "supported"),
                    ("unsupported", "contradicted"),
                    ("no_claim", "checked"),
                    ("right", "supported"),
                    ("wrong", "supported"),
                )
            ),
        )


def checked(directory: Path, summaries: Sequence[Summary]) -> list[tuple[Summary, Report]]:
    """Each summary with what `check` reports of it against the articles of its event, without a model."""
    published = {slug: day for summary in summaries for slug, day in summary.articles.items()}
    articles = labelled_articles(directory, published)
    return [
        (summary, check(summary.text, [articles[slug] for slug in summary.articles], entailment="off"))
        for summary in summaries
    ]


def _count(counts: Counter[tuple[str, str]], summary: Summary, report: Report) -> None:
    wrong = any(sentence.label == "unsupported" for sentence in summary.sentences)
    whole = "wrong" if wrong else "right"
    counts[whole, "all"] += 1
    counts[whole, "supported"] += report.supported
    for sentence, said in zip(summary.sentences, said_of(summary, report), strict=True):
        for label in (sentence.label, *([f"{sentence.label}, leaning"] if sentence.leans else ())):
            counts[label, "all"] += 1
            counts[label, said] += 1
            counts[label, "checked"] += said != "unchecked"


def _said(report: Report, start: int, end: int) -> Said:
    verdicts = [each.support.verdict for each in report.sentences if each.start < end and start < each.end]
    if not verdicts:
        return "unchecked"
    if SupportVerdict.CONTRADICTED in verdicts:
        return "contradicted"
    return "supported" if all(verdict is SupportVerdict.SUPPORTED for verdict in verdicts) else "refused"


def _share(counts: Mapping[tuple[str, str], int], label: str, said: str) -> str:
    part, whole = counts[label, said], counts[label, "all"]
    return f"{part} of {whole}, {wilson(part, whole)}"
