"""What the articles themselves say is not known: nobody else's silence is reported."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.text.caseless import Caseless

MOST = 3
"""Statements of this sort that one event shows at the most."""

_NOT = r"(?:not|n[’']t|never|no one|nobody|none)"
_UNKNOWN = Caseless(
    r"\b(?:did|does|do|would|will|could|has|have|had|is|was|were|are)(?: yet| still)?"
    rf"(?: {_NOT}|n[’']t)\b(?: \w+){{0,2}} "
    r"(?:say|said|disclosed?|published?|released?|given?|specif(?:y|ied)|name|named|provided?|revealed?|known|"
    r"confirmed|clear|established|determined|explained?|identified|detail(?:ed)?|commented?|answer(?:ed)?)\b"
    r"|\b(?:declined|refused) to (?:say|give|disclose|name|comment|specify|provide|confirm|put|explain|identify)\b"
    r"|\b(?:unclear|(?<!against )unknown|undisclosed)\b"
    r"|\bgave no (?:figure|number|reason|details?|explanation|date)\b"
    r"|\bnamed neither\b",
)
# What is open has to be said: a number, a reason, a time, a place, a person.
_OPEN = Caseless(
    r"\b(?:how (?:many|much|long|large|far)|number|total|figures?|sum|amount|count|share|price|cost|terms|why|reason|"
    r"cause|what|when|date|where|who|whether|whom|names?|details?|known|unclear|unknown|undisclosed)\b",
)


@WHILE_COMPARED.keep(most=8192)
def states_unknown(text: str) -> bool:
    """True where a sentence says that something is not known or was not said, and what."""
    return _UNKNOWN.search(text) is not None and _OPEN.search(text) is not None


def unknowns(weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """The claims that say what is not known, those that most origins carry first."""
    found = [item for item in weighed if states_unknown(item.claim.text)]
    return tuple(sorted(found, key=lambda item: -len(item.origins))[:MOST])
