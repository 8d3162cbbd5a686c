"""Prints what stands beside what in briefings of short reports, without vectors of sentences and with them.

`python -m bench.vectors [SET…]`, of all sets of `eval/plain/` that rules may be written on unless some are named; no
model. Of the pairs that stand beside each other it says between how many a label holds, and how many of all labelled
pairs these are. Authors of dev6 and later ones labelled every pair that tells of one thing.
"""

from __future__ import annotations

import argparse
import time

from conspectus.evaluation.plain import ROOT, load_plain, read

_SETS = ("dev4", "dev5", "dev6", "dev7")


def main() -> None:
    """Prints a line for each set and way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=_SETS)
    for name in parser.parse_args().sets:
        cases = load_plain(ROOT / f"{name}.yaml")
        for vectors in (False, True):
            started = time.process_time()
            done = [read(case, vectors=vectors) for case in cases]
            found = sum(sum(each.beside) for each in done)
            labels = sum(len(each.case.relations) for each in done)
            right, shown = sum(each.labelled for each in done), sum(each.paired for each in done)
            print(  # noqa: T201
                f"{name}, {'with' if vectors else 'without'} vectors: {right} of {shown} pairs right, "
                f"{found} of {labels} labels found, {time.process_time() - started:.0f} s CPU"
            )


if __name__ == "__main__":
    main()
