"""show: a saved briefing, rendered again."""

from __future__ import annotations

from conspectus.cli.console import set_up_logging, tell
from conspectus.cli.delivery import deliver, targets_of
from conspectus.cli.options import Output, Quiet, Saved, ShownOrPage, WithEvidence


def show(
    path: Saved,
    output: Output = None,
    shown: ShownOrPage = None,
    evidence: WithEvidence = False,
    quiet: Quiet = False,
) -> None:
    """Show a saved briefing again, in any format, with neither model nor network.

    Says so where the briefing no longer keeps its promises, as `conspectus verify` does in detail.
    """
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.reading.briefings import load_briefing  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=False)
    targets = targets_of(output, shown, [str(path)], page=True)
    briefing = load_briefing(path)
    broken = len(pipeline.verify(briefing))
    if broken and not quiet:
        places = "1 place breaks" if broken == 1 else f"{broken} places break"
        tell(f"warning: {path}: {places} a promise: see `conspectus verify`")
    deliver(briefing, targets, shown, quiet=quiet, evidence=evidence)
