"""How well agreement is told: `python -m conspectus.evaluation.agreement`.

Writes the report from the labelled statements in `eval/agreement`, with neither model nor network: the same file gives
the same bytes. False agreement is worse than missed: precision counts first.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from conspectus.consolidate.agreement.carrying import says
from conspectus.errors import InputError
from conspectus.evaluation.statistics import wilson
from conspectus.evaluation.written import write_results
from conspectus.model.base import Frozen
from conspectus.model.evidence import Claim, Evidence, Verification, claim_id
from conspectus.verification.faithfulness import examine

ROOT = Path("eval/agreement")
DAY = date(2025, 3, 12)
"""The day of publication that all statements have."""

Split = Literal["dev", "test"]


class Statement(Frozen):
    """A statement, sentences that say all of it, and others that don't, each with the reason why."""

    id: str
    split: Split
    says: str = Field(min_length=1)
    carried: tuple[str, ...]
    not_carried: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Labelled:
    """One pair: whether the sentence says all of the statement, and in what a wrong one differs."""

    statement: str
    sentence: str
    carries: bool
    kind: str
    split: Split


Rule = Callable[[str, str], bool]


def load_statements(path: Path) -> tuple[Labelled, ...]:
    """All pairs of the file. Raises InputError where it is missing, no YAML or not in this form."""
    try:
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        groups = [Statement.model_validate(record) for record in records]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise InputError(f"no list of statements: {str(error).splitlines()[0]}", where=str(path)) from error
    return tuple(pair for group in groups for pair in _pairs(group))


def _pairs(group: Statement) -> Iterator[Labelled]:
    for sentence in group.carried:
        yield Labelled(group.says, sentence, carries=True, kind="carried", split=group.split)
    for reasons in group.not_carried:
        for kind, sentence in reasons.items():
            yield Labelled(group.says, sentence, carries=False, kind=kind, split=group.split)


def by_the_gate(statement: str, sentence: str) -> bool:
    """The mechanical gate alone."""
    return examine(statement, [sentence], published=DAY).supported


def by_senses(statement: str, sentence: str) -> bool:
    """The rule in force."""
    first, second = (_claim(text, f"a{number:08x}") for number, text in enumerate((statement, sentence)))
    return says(first, second.evidence, dict.fromkeys(("a00000000", "a00000001"), DAY))


def _claim(text: str, article_id: str) -> Claim:
    piece = Evidence(article_id=article_id, start=0, end=len(text), quote=text)
    return Claim(id=claim_id(text, None, [piece]), text=text, evidence=(piece,), verified=Verification.QUOTED)


RULES: dict[str, Rule] = {
    "gate alone": by_the_gate,
    "gate and every word's sense (in force)": by_senses,
}


def report(pairs: Sequence[Labelled]) -> str:
    """The figures as Markdown; the same pairs give the same bytes."""
    return "\n".join(_lines(pairs)) + "\n"


def _lines(pairs: Sequence[Labelled]) -> Iterator[str]:
    yield "# What counts as agreement"
    yield ""
    yield (
        "Written by `python -m conspectus.evaluation.agreement` from `statements.yaml`. Does a sentence say all of a "
        "statement? 95 % Wilson intervals."
    )
    for split in ("dev", "test"):
        chosen = [pair for pair in pairs if pair.split == split]
        yes = sum(pair.carries for pair in chosen)
        yield ""
        yield f"## {split}: {len(chosen)} pairs, {yes} of them carried"
        yield ""
        yield "| rule | precision | recall | wrongly taken for agreement |"
        yield "| --- | --- | --- | --- |"
        for name, rule in RULES.items():
            told = [pair for pair in chosen if rule(pair.statement, pair.sentence)]
            right = sum(pair.carries for pair in told)
            wrong = Counter(pair.kind for pair in told if not pair.carries)
            kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(wrong.items())) or "none"
            yield f"| {name} | {wilson(right, len(told))} | {wilson(right, yes)} | {kinds} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; the report goes to `results.md`."""
    return write_results(
        arguments,
        program="conspectus.evaluation.agreement",
        says=__doc__,
        root=ROOT,
        report=lambda root: report(load_statements(root / "statements.yaml")),
    )


if __name__ == "__main__":
    sys.exit(main())
