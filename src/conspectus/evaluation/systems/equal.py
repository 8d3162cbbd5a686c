"""How long a baseline may be: as long as Conspectus is without a model, for who says more covers more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.recordings import without_model
from conspectus.evaluation.scorers.length import words
from conspectus.evaluation.systems.conspectus_itself import conspectus
from conspectus.evaluation.systems.system import Run
from conspectus.text.spaceless import word_count


async def words_allowed(case: LoadedCase) -> int:
    """The words of the case's briefing without a model, of standard length."""
    made = await conspectus("conspectus-none")(case, Run(without_model()))
    return round(words(case, made).value or 0)


def leading(texts: Iterable[str], most: int) -> int:
    """How many of the texts, from the first on, have at most so many words together."""
    return bisect_right(list(accumulate(map(word_count, texts))), most)
