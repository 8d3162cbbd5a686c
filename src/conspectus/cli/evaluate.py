"""eval: check cases, and measure what systems make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conspectus.cli.console import emit, set_up_logging
from conspectus.cli.options import Quiet
from conspectus.errors import InputError

CASES = Path("eval/cases")

Directory = Annotated[
    Path, typer.Argument(metavar="DIR", help="A directory of cases, or one case. [default: eval/cases]")
]


def evaluate(
    directory: Directory = CASES,
    lint: Annotated[bool, typer.Option("--lint", help="Only say what is wrong with the cases.")] = False,
    quiet: Quiet = False,
) -> None:
    """Measure what is made of cases: articles with what a careful editor finds in them."""
    set_up_logging(quiet=quiet, verbose=False)
    if lint:
        lint_cases(directory, quiet=quiet)


def lint_cases(directory: Path, *, quiet: bool) -> None:
    """Every problem of every case stands on the output, one a line; raises InputError where there is any."""
    from conspectus.evaluation.linting import examine_case  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.evaluation.loading import case_folders  # noqa: PLC0415 - as above
    from conspectus.render.safe import visible  # noqa: PLC0415 - as above
    from conspectus.render.words import count  # noqa: PLC0415 - as above

    examined = [examine_case(folder) for folder in case_folders(directory)]
    problems = [problem for case in examined for problem in case.problems]
    for problem in problems:
        emit(f"{visible(str(problem))}\n")
    if problems:
        broken = sum(bool(case.problems) for case in examined)
        raise InputError(
            f"{count(len(problems), 'problem')} in {broken} of {count(len(examined), 'case')}",
            where=str(directory),
        )
    if not quiet:
        articles = sum(len(case.articles) for case in examined)
        emit(f"{count(len(examined), 'case')} with {count(articles, 'article')}: nothing is wrong\n")
