"""How sure the model was that evidence says what its claims say, when the account was made."""

from __future__ import annotations

from statistics import fmean

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent


def entailment(case: LoadedCase, output: Output) -> Score:
    """The mean support (0–1) that the system's own model gave to the cited claims it was asked about.

    It is the model's opinion of its own work, as recorded, and no judge from outside: `eval/README.md` says how little
    the embedded model's opinion is worth.
    """
    if not output.entailment:
        return absent("no claim was put to a model")
    return Score(value=fmean(output.entailment), explanation=f"mean over {len(output.entailment)} claims")


ENTAILMENT = Scorer("entailment", "entailment, as recorded", "higher", "share", entailment)
