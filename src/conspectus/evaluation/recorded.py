"""A model's real answers about the labelled pairs, kept so that reports are offline and repeatable.

A file of answers is JSON lines: the first says who was asked and with which prompt, each other one holds one answer.
They are written by `python -m conspectus.evaluation.verification --record`, never by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from conspectus.entailment import HEAD, question, read_question
from conspectus.errors import InputError
from conspectus.evaluation.pairs import Pair
from conspectus.model.base import Frozen
from conspectus.prompts import Messages

_HINT = "record the answers: python -m conspectus.evaluation.verification --record"


class Asked(Frozen):
    """Who was asked, and how: `sha256` is that of the model's weights, None for a hosted model."""

    model: str
    sha256: str | None
    prompt: str
    fingerprint: str


class Told(Frozen):
    """One answer: the pair, a digest of the exact messages, and the model's own probability of "yes"."""

    pair: str
    messages: str
    yes: float = Field(ge=0, le=1)


class Answers:
    """The answers that one model gave, found by the exact messages it was sent."""

    def __init__(self, asked: Asked, told: Mapping[str, Told]) -> None:
        self.asked = asked
        self._told = dict(told)

    def __len__(self) -> int:
        return len(self._told)

    def __contains__(self, messages: Messages) -> bool:
        return digest(messages) in self._told

    def yes(self, messages: Messages, *, pair: str) -> float:
        """The probability of "yes" that the model gave to exactly these messages.

        Raises InputError naming the pair where it was never sent them.
        """
        try:
            return self._told[digest(messages)].yes
        except KeyError:
            raise InputError(
                f"{self.asked.model} was never asked this, or the pair or the prompt changed since",
                where=f"pair {pair}",
                hint=_HINT,
            ) from None


def sent(pair: Pair, asked: Asked) -> Messages:
    """What is sent about the pair to who was asked."""
    if asked.prompt == HEAD:
        return read_question(pair.claim, pair.evidence, asked.fingerprint)
    return question(pair.claim, pair.evidence)


def digest(messages: Messages) -> str:
    """16 hexadecimal digits that change with any character of the messages."""
    return hashlib.sha256(f"{messages.system}\0{messages.user}".encode()).hexdigest()[:16]


def load_answers(path: Path) -> Answers:
    """The answers in a file; raises InputError where it is missing or malformed."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path), hint=_HINT) from error
    at = 1
    try:
        asked = Asked.model_validate_json(lines[0] if lines else "")
        told = {}
        for at, line in enumerate(lines[1:], start=2):  # noqa: B007 - the handler below says where
            answer = Told.model_validate_json(line)
            told[answer.messages] = answer
    except ValidationError as error:
        raise InputError(
            f"not a recorded answer: {error.errors()[0]['msg']}", where=f"{path}:{at}"
        ) from error
    return Answers(asked, told)


def start_file(path: Path, asked: Asked) -> None:
    """The file holds the line that says who was asked, and no answer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(asked.model_dump_json() + "\n", encoding="utf-8")


def append(path: Path, pair: str, messages: Messages, yes: float) -> None:
    """One more answer is in the file, even if the next one never comes."""
    answer = {"pair": pair, "messages": digest(messages), "yes": round(yes, 6)}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(answer) + "\n")
