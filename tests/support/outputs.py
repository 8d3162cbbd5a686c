"""Outputs made by hand for the case in tests/support/cases.py, to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.output import Output, Said, ShownConflict
from conspectus.model.briefing import ConflictKind
from conspectus.model.evidence import Evidence
from tests.support.cases import Spoil, write_case

CLOSED = "The bridge at Orlen was closed on Monday after a lorry caught fire."
TWELVE = "Twelve people were taken to hospital, the\npolice said."
FIFTEEN = "The hospital admitted fifteen people, its director said."
BURNED = "A lorry burned on the bridge at Orlen on Monday."
IN_2019 = "In 2019 a bus burned on the same bridge."
THURSDAY = "The council expects to open it again on Thursday."
VARN = "Lorries have to go round by Varn until the end of the month, because the deck is too weak for them."
OPENED = "One lane of the bridge at Orlen was opened on Wednesday, a day early, the council said."


def bridge(directory: Path, spoil: Spoil = lambda _: None) -> LoadedCase:
    """The case, loaded."""
    (case,) = load_cases(write_case(directory, spoil))
    return case


def quoted(case: LoadedCase, file: str, quote: str) -> Evidence:
    """The quote at its place in the article, typography of line breaks aside."""
    article = case.articles[file]
    text = " ".join(article.text.split())
    flat = " ".join(quote.split())
    assert flat in text, flat
    start = article.text.index(quote) if quote in article.text else _wrapped(article.text, flat)
    end = start
    taken = 0
    while taken < len(flat.replace(" ", "")):
        taken += not article.text[end].isspace()
        end += 1
    return Evidence(article_id=article.id, start=start, end=end, quote=article.text[start:end])


def _wrapped(text: str, flat: str) -> int:
    first = flat.split()[0]
    start = text.index(first)
    while not " ".join(text[start:].split()).startswith(flat):
        start = text.index(first, start + 1)
    return start


def said(case: LoadedCase, text: str, *places: tuple[str, str], **known: Any) -> Said:
    """A sentence that cites the quotes of the files."""
    return Said(text=text, evidence=tuple(quoted(case, file, quote) for file, quote in places), **known)


def shown(case: LoadedCase, *sides: Sequence[tuple[str, str]]) -> ShownConflict:
    """A conflict with these quotes on its sides."""
    evidence = tuple(tuple(quoted(case, file, quote) for file, quote in side) for side in sides)
    return ShownConflict(question="Which is it?", kind=ConflictKind.NUMBER, sides=evidence)


def output(*sentences: Said, **known: Any) -> Output:
    """An output with these sentences."""
    return Output(system="made", case="bridge", sentences=sentences, **known)
