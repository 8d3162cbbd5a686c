"""One tree of errors: drawn as it is, with exit codes that the command line documents."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from conspectus import errors
from conspectus.cli.plain import _EXIT_CODES
from conspectus.errors import ConspectusError, EndpointError, RateLimitError

TREE = [
    value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, ConspectusError)
]


def test_the_tree_is_drawn_as_it_is() -> None:
    """Every class stands in the docstring at its depth, with its exit code and whether it is retryable."""
    drawn = re.findall(r"^([│├└─ ]*)(\w+Error) +(\d+|exit code) .*?(retryable)?$", _drawing(), re.MULTILINE)
    lines = {name: (len(indent) // 4, code, bool(retryable)) for indent, name, code, retryable in drawn}
    assert set(lines) == {kind.__name__ for kind in TREE}
    for kind in TREE:
        depth, code, retryable = lines[kind.__name__]
        assert depth == len(kind.__mro__) - len(ConspectusError.__mro__)
        assert retryable == kind.retryable
        if kind is not ConspectusError:
            assert int(code) == kind.exit_code


def _drawing() -> str:
    assert errors.__doc__ is not None
    return "\n".join(
        f"{line} " if line.endswith("exit code") else line for line in errors.__doc__.splitlines()
    )


def test_each_is_below_the_one_above_it() -> None:
    """The drawing's branches are the classes' own: a parent is the last class with less indent."""
    path: list[str] = []
    for line in _drawing().splitlines():
        found = re.match(r"([│├└─ ]*)(\w+Error) ", line)
        if found is None:
            continue
        depth = len(found[1]) // 4
        path[depth:] = [found[2]]
        kind = getattr(errors, found[2])
        assert [ancestor.__name__ for ancestor in reversed(kind.__mro__[: depth + 1])] == path


def test_every_exit_code_is_in_the_help() -> None:
    """A number that a script may see is explained by --help."""
    explained = set(re.findall(r"\b(\d+) ", _EXIT_CODES))
    assert {str(kind.exit_code) for kind in TREE if kind is not ConspectusError} <= explained
    assert {"0", "130"} <= explained


def test_an_error_says_what_where_and_what_to_do() -> None:
    """In one line; parts that are not known leave no gap."""
    assert str(ConspectusError("broke", where="a.txt", hint="mend it")) == "a.txt: broke (mend it)"
    assert str(ConspectusError("broke")) == "broke"
    error = ConspectusError("broke", hint="mend it")
    assert (error.message, error.where, error.hint) == ("broke", None, "mend it")


@pytest.mark.parametrize("kind", TREE)
def test_every_error_is_raised_alike(kind: type[ConspectusError]) -> None:
    """Message, place and hint, for all of them; the base is what a caller catches."""
    with pytest.raises(ConspectusError) as raised:
        raise kind("broke", where="w", hint="h")
    assert str(raised.value) == "w: broke (h)"
    assert kind.__doc__


def test_a_rate_limit_knows_how_long() -> None:
    """Seconds, where the endpoint said so."""
    assert RateLimitError("slow down", retry_after=2.5).retry_after == 2.5
    assert RateLimitError("slow down").retry_after is None
    assert issubclass(RateLimitError, EndpointError)


def test_a_hint_can_be_the_kinds_own() -> None:
    """A class may carry a hint for all of its errors."""

    class HintedError(ConspectusError):
        hint_by_default = "always so"

    assert str(HintedError("broke")) == "broke (always so)"
    assert str(HintedError("broke", hint="now so")) == "broke (now so)"


def test_an_error_survives_a_process() -> None:
    """What a worker process raises arrives with its message."""
    copy = pickle.loads(pickle.dumps(ConspectusError("broke", where="w", hint="h")))  # noqa: S301 - our own
    assert str(copy) == "w: broke (h)"
