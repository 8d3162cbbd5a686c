"""What a sentence asserts that can be compared: quantities, periods, names, operators, content words.

English only, by rule: each module names the cues it knows. The same text always gives the same facts; nothing
here looks at the clock. Offsets are of the text given: half-open, in characters.
"""

from __future__ import annotations

from conspectus.text.facts.dates import Grain, Period, Relation, periods
from conspectus.text.facts.names import Name, names
from conspectus.text.facts.numbers import Bound, Quantity, quantities
from conspectus.text.facts.operators import Operator, OperatorKind, operators
from conspectus.text.facts.words import content_words, stem

__all__ = [
    "Bound",
    "Grain",
    "Name",
    "Operator",
    "OperatorKind",
    "Period",
    "Quantity",
    "Relation",
    "content_words",
    "names",
    "operators",
    "periods",
    "quantities",
    "stem",
]
