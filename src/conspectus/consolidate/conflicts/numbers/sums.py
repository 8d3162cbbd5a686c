"""Two amounts that differ by so many as an article counts on top of one of them: "23 were killed. Five more died."."""

from __future__ import annotations

from conspectus.consolidate.conflicts.numbers.amounts import Amount, is_on_top
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.language.senses import plain


def adds_up(first: Amount, second: Amount, scene: Scene) -> bool:
    """True where a statement of either amount, or the one behind it in its article, counts what they differ by."""
    less, more = sorted((first, second), key=lambda each: each.measure.high)
    between = more.measure.low - less.measure.high
    here = {place for each in (first, second) for place in each.statement.places}
    near = here | {(article, place + 1) for article, place in here}
    return any(
        measure.dimension == less.dimension
        and measure.low == measure.high == between
        and is_on_top(text, measure)
        for each in scene.at(near)
        for text, found in [measures(plain(each.text), each.language)]
        for measure in found
    )
