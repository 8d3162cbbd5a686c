"""Where recorded answers are, under which settings they are asked for, and what to say when one is missing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from conspectus import prompts
from conspectus.errors import InputError
from conspectus.evaluation.loading import LoadedCase
from conspectus.llm import KnownModel, known
from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, Serving
from conspectus.llm.tape import ADDRESS, Miss, Tape
from conspectus.llm.wire import digest, first_difference
from conspectus.settings import Settings

RECORDINGS = "recordings"
TIMEOUT_SECONDS = 900.0
"""One big prompt over many articles takes the embedded model minutes."""


def recording_path(case: LoadedCase, system: str) -> Path:
    """`recordings/<case>/<system>.jsonl`, beside the directory of the cases."""
    return case.folder.resolve().parent.parent / RECORDINGS / case.id / f"{system}.jsonl"


def recorded_settings(model: str, *, live: bool = False) -> Settings:
    """The settings under which the embedded model's answers are recorded and replayed; nothing of this machine's.

    With `live` a call is tried twice: a first try is given up early where answers come sooner, as recorded ones do.
    """
    usual = {
        name: field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()
    }
    changed = {
        "base_url": ADDRESS,
        "model": Path(known(model).file).stem,
        "profile": "small",
        "context_tokens": SLOT_TOKENS,
        "concurrency": SLOTS,
        "attempts": 2 if live else 1,
        "cache": False,
        "timeout_seconds": TIMEOUT_SECONDS,
    }
    return Settings(**{**usual, **changed})


def without_model() -> Settings:
    """The same settings with no model at all."""
    return recorded_settings("1.5b").model_copy(update={"base_url": None, "model": "none"})


def tape_for(
    case: LoadedCase,
    system: str,
    model: str,
    *,
    live: Callable[[str], Awaitable[Serving]] | None = None,
    today: str = "",
) -> Tape:
    """The recording of a system's answers about a case."""
    weights: KnownModel = known(model)
    return Tape(
        recording_path(case, system),
        model=Path(weights.file).stem,
        sha256=weights.sha256,
        live=live,
        today=today,
    )


def missed(misses: Sequence[Miss], tape: Tape, case: LoadedCase, system: str) -> InputError:
    """The error that says which prompt nothing answers any more, what changed, and how to record it."""
    first = misses[0]
    more = f", and {len(misses) - 1} requests more" if len(misses) > 1 else ""
    return InputError(
        f"no answer is recorded for {_prompt(first)}{more}: {_changed(first)}",
        where=f"{_shown(tape.path)}: case {case.id}, system {system}",
        hint=f"conspectus eval {_shown(case.folder.parent)} --record --cases {case.id} --systems {system}",
    )


def _shown(path: Path) -> str:
    here = Path.cwd()
    whole = path.resolve()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(path)


def _prompt(miss: Miss) -> str:
    if "input" in miss.asked:
        return "what the model's layers make of a text"
    for name in prompts.names():
        if prompts.load(name).system == miss.system:
            return f"a request of prompt {name!r}"
    return "a request of a prompt that is no longer there"


def _changed(miss: Miss) -> str:
    if miss.nearest is None:
        return "nothing is recorded there"
    asked, nearest = dict(miss.asked), dict(miss.nearest)
    if asked["system"] != nearest["system"]:
        same = asked["messages"] == nearest["messages"]
        return "its system part changed since" if same else "nothing like it was asked then"
    if asked["schema"] != nearest["schema"]:
        return "the schema of its answer changed since"
    return first_difference(nearest, asked, "the request") or f"its digest is {digest(asked)}"
