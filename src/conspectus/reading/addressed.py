"""Lines that speak to a machine instead of a reader: on the page, but not the article.

This is a courtesy to the reader of a briefing, not the defence: the defence is that article text is
fenced wherever a model sees it, and that no answer is believed unverified.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.text.caseless import Caseless

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_TURN = re.compile(
    r"\s*(?:\[?INST\]?|<\|[\w ]+\|>|#{0,3}\s*(?:system|user|assistant|human|developer)\s*:)", re.I
)
_TAG = re.compile(r"\s*</?(?:article|system|instructions?|prompt|user|assistant|context)\b[^>]*>\s*$", re.I)
_LONGEST_BLOCK = 40
_CUE = Caseless(
    r"\b(?:(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier|system)\s+"
    r"(?:instructions?|prompts?|messages?|rules|text)\b"
    r"|as an? (?:AI|language model|assistant)(?: language model)?,? you (?:must|should|will|are)\b"
    r"|you are (?:now )?(?:an? )?(?:AI|ChatGPT|language model|assistant)\b"
    r"|(?:begin|start of|end of) (?:new |system )?(?:instructions|prompt)\b"
    r"|(?:note|message|instructions?) (?:to|for) (?:AI|language models?|LLMs?|machines|summari[sz]ers)\b"
    r"|(?:with|in|reveal|print|repeat) your (?:system )?prompt\b)"
    r"|<\|(?:im_start|im_end|system|endoftext)\|>"
)


def addressed_to_machines(lines: Sequence[str]) -> frozenset[int]:
    """The indices of lines that give orders to a model, of fences and fake turns around them, and of what is fenced in.

    A line that only quotes such an order, as news about one does, is not among them; nor are a speaker's
    turns in an interview, which give no orders.
    """
    ordering = {index for index, line in enumerate(lines) if _CUE.stands_in(_QUOTED.sub(" ", line))}
    if not ordering:
        return frozenset()
    found = set(ordering)
    for index in sorted(ordering):
        for step in (-1, 1):
            beside = index + step
            while 0 <= beside < len(lines) and _is_machinery(lines[beside]):
                found.add(beside)
                # What an order fences in is the answer that it wants.
                closing = _closing(lines, beside) if step > 0 and _FENCE.match(lines[beside]) else beside
                found.update(range(beside, closing + 1))
                beside = closing + step
    return frozenset(found)


def _closing(lines: Sequence[str], opening: int) -> int:
    """The index of the next fence, or the opening one's own where none is near."""
    near = range(opening + 1, min(opening + 1 + _LONGEST_BLOCK, len(lines)))
    return next((index for index in near if _FENCE.match(lines[index])), opening)


def _is_machinery(line: str) -> bool:
    return bool(not line.strip() or _FENCE.match(line) or _TURN.match(line) or _TAG.match(line))
