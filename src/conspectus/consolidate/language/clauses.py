"""The main clause of a sentence, as a sentence of its own: what several outlets say in fewer words than each."""

from __future__ import annotations

import re

from conspectus.text.concepts import concepts
from conspectus.text.language import detect_language

_FEWEST_WORDS = 5
_FEWEST_CONCEPTS = 3
_END = re.compile(
    r",\s| — | – |;\s|:\s|\s(?=(?:as|after|while|because|which|who|amid|where|when|with|according to|in what|before)\b)"
)
# What opens so is no main clause.
_SUBORDINATE = re.compile(
    r"\W*(?:when|while|after|before|as|if|although|though|because|since|in|on|at|with|for|by|from|despite|according|"
    r"asked|among|under|where|who|which|that|but|and|or)\b",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does|do|[a-z]+ed|says|plans|follows|expects|wants|needs|shows|"
    r"remains|faces|makes|takes|employs|costs|calls|began|fell|rose|took|went|came|said|won|lost|cut|put|left|found|"
    r"held|met|struck|broke|sank|led|made|gave|got|kept|sent|spent|paid|sold|bought|built|brought|caught|drove|shot|"
    r"hit|set|shut|told|knew|saw|grew|drew|died|tore|swept|ran|burst|blew|threw|flew|fled|spread|stood|lay|sat|spoke|wrote|"
    r"rang|sang|swam|drank|ate|wore|chose|froze|rode|stole|woke|hid|dug|hung|swung|flung|clung|stuck|slid|split|beat|quit|"
    r"hurt|sought|fought|taught|thought|felt|dealt|meant|heard|read|won)\b"
)
_AS = re.compile(r"\s?as\s+[^,;:.]*", re.IGNORECASE)
# "sales, support, and infrastructure": the comma of a list ends no clause.
LIST = re.compile(r"(?:[\w’'-]+ ?){1,4}(?:,| and\b| or\b)")
QUOTED = re.compile(r"[\"“”]")


def tells(text: str, sentence: str | None = None) -> bool:
    """False for the beginning of an English `sentence` that has no verb yet: "In an unexpected move, the company"."""
    if detect_language(sentence or text) not in {"en", None}:
        return True
    rest = text.partition(", ")[2] if _SUBORDINATE.match(text) else text.partition(" ")[2]
    # "A decision to do away with it" has none.
    return any(not rest[: verb.start()].endswith("to ") for verb in VERB.finditer(rest))


def completes(rest: str) -> bool:
    """True for "as a lightning strike", without which "has the blaze down" says nothing, or something else."""
    role = _AS.match(rest)
    return role is not None and VERB.search(role[0]) is None


def main_clauses(text: str) -> list[str]:
    """What the text says up to each of the first ends of a clause, each as a sentence; shortest first."""
    if _SUBORDINATE.match(text) or QUOTED.search(text):
        return []
    found = []
    for end in _END.finditer(text):
        clause = text[: end.start()].rstrip(" ,;:–—")
        if len(clause.split()) < _FEWEST_WORDS or len(concepts(clause)) < _FEWEST_CONCEPTS:
            continue
        if end[0].startswith(",") and LIST.match(text, end.end()):
            break
        if not VERB.search(clause.partition(" ")[2]) or completes(text[end.start() :]):
            continue
        found.append(f"{clause}.")
    return found[:3]
