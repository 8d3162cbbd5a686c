"""How `check` fares with the labelled pairs: it gets the claim and some articles, and finds the evidence itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from conspectus.checking import check
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.statistics import wilson
from conspectus.model.article import Article
from conspectus.reading import read_article
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.support import SupportVerdict, combine
from conspectus.verification.telling import told_by


def pair_articles(directory: Path, pairs: Sequence[Pair]) -> dict[str, Article]:
    """The pairs' articles by their slugs, each published when its pairs say."""
    return labelled_articles(directory, {pair.article: pair.published for pair in pairs})


def labelled_articles(directory: Path, published: Mapping[str, date | None]) -> dict[str, Article]:
    """The articles in `directory/articles` that have these slugs, each published when is said, by slug."""
    return {
        slug: read_article(
            (directory / "articles" / f"{slug}.txt").read_bytes(), name=f"{slug}.txt", media="text"
        ).model_copy(update={"published": day})
        for slug, day in published.items()
    }


def rows(
    splits: Sequence[str], pairs: Sequence[Pair], articles: Mapping[str, Article]
) -> Iterator[tuple[str, ...]]:
    """For each split, shares of its claims that mechanics alone call supported, or contradicted, with intervals.

    Searched are all articles of the split: true claims and false ones that are supported; and all but the claim's own:
    claims of either label that are supported, or contradicted, by articles that as a rule tell nothing of them.
    """
    for split in splits:
        chosen = [pair for pair in pairs if pair.split == split]
        slugs = sorted({pair.article for pair in chosen})
        if not slugs:
            continue
        whole = EvidenceIndex([articles[slug] for slug in slugs])
        own = Counter((pair.label, _verdict(pair.claim, whole)) for pair in chosen)
        others = {
            slug: EvidenceIndex([articles[other] for other in slugs if other != slug]) for slug in slugs
        }
        elsewhere = Counter(_verdict(pair.claim, others[pair.article]) for pair in chosen)
        true = sum(pair.label == "supported" for pair in chosen)
        yield (
            split,
            _share(own["supported", SupportVerdict.SUPPORTED], true),
            _share(own["unsupported", SupportVerdict.SUPPORTED], len(chosen) - true),
            _share(elsewhere[SupportVerdict.SUPPORTED], len(chosen)),
            _share(elsewhere[SupportVerdict.CONTRADICTED], len(chosen)),
        )


def statement_rows(cases: Sequence[LoadedCase]) -> Iterator[tuple[str, ...]]:
    """For the cases that were developed on and for the others, shares of their gold statements, with intervals.

    Those that `check` calls supported by the articles of their case, and those that it calls contradicted. Editors who
    wrote them left speakers and hedges out where they thought fit, so not each of them is to be supported.
    """
    for developed_on in (True, False):
        chosen = [case for case in cases if case.case.developed_on is developed_on]
        told = Counter(verdict for case in chosen for verdict in _statements(case))
        if total := told.total():
            yield (
                f"{len(chosen)} cases that were {'' if developed_on else 'not '}developed on",
                _share(told[SupportVerdict.SUPPORTED], total),
                _share(told[SupportVerdict.CONTRADICTED], total),
            )


def _statements(case: LoadedCase) -> list[SupportVerdict]:
    text = "\n\n".join(nugget.text for nugget in case.case.nuggets)
    report = check(text, list(case.articles.values()), entailment="off")
    return [sentence.support.verdict for sentence in report.sentences]


def _verdict(claim: str, index: EvidenceIndex) -> SupportVerdict:
    _, verdict = told_by(claim, index)
    return SupportVerdict.NOT_FOUND if verdict is None else combine(verdict, claim=claim).verdict


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {wilson(part, whole)}"
