"""Libraries without what nobody calls: nothing of them is lost, it only comes later."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from conspectus.lazy_imports import Spared

SPARED = Spared(handing_on="toys.kinds", called=("toys.heavy",), absent=("toys.extra",))
LIBRARY = {
    "__init__.py": "from .user import use, broken\n"
    "from .kinds import Ball\n"
    "try:\n    from .extra import more\nexcept ImportError:\n    more = None\n",
    "extra.py": "more = 1\n",
    "heavy.py": "import sys\nLIMIT = 3\nclass Wrong(Exception): ...\n"
    "def times(number, limit=0):\n    return number * limit\n",
    "user.py": "from toys import heavy\nfrom toys.heavy import LIMIT, times\n"
    "def use(number):\n    return times(number, limit=LIMIT)\n"
    "def broken():\n    try:\n        raise heavy.Wrong\n    except heavy.Wrong:\n        return 'caught'\n",
    "kinds/__init__.py": "# of kinds\nfrom __future__ import annotations\n"
    "from .ball import Ball as Ball\nfrom .cube import (\n    Cube as Die,\n)\n",
    "kinds/ball.py": "class Ball: ...\n",
    "kinds/cube.py": "class Cube: ...\n",
    "kinds/odd/__init__.py": "from .one import One\nnumber = 1\n",
    "kinds/odd/one.py": "class One: ...\n",
}


@pytest.fixture
def toys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A library that was imported without some of its parts."""
    for name, text in LIBRARY.items():
        path = tmp_path / "toys" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    with SPARED.left_out():
        found = import_module("toys")
    yield found
    for name in [name for name in sys.modules if name.split(".")[0] == "toys"]:
        del sys.modules[name]


def _loaded() -> set[str]:
    return {name.removeprefix("toys.") for name in sys.modules if name.startswith("toys.")}


def test_only_what_is_named_is_loaded(toys: ModuleType) -> None:
    """Of a package that hands on names, the module of a name that was asked for; of what is only called, none."""
    assert _loaded() == {"user", "kinds", "kinds.ball"}
    assert toys.Ball is import_module("toys.kinds.ball").Ball


def test_what_is_named_later_is_loaded_then(toys: ModuleType) -> None:
    """Under the name by which the package hands it on."""
    kinds = import_module("toys.kinds")
    assert kinds.Die is import_module("toys.kinds.cube").Cube
    assert set(kinds.__all__) == {"Ball", "Die"}
    with pytest.raises(AttributeError, match=r"module 'toys\.kinds' has no attribute 'Cube'"):
        _ = kinds.Cube


def test_what_is_called_is_loaded_with_what_it_is_called_with(toys: ModuleType) -> None:
    """A function that was only promised does its work, and so does a constant that is handed to it."""
    assert toys.use(5) == 15
    assert toys.broken() == "caught"


def test_others_get_the_module_itself(toys: ModuleType) -> None:
    """What stood for a module goes with the import that it was for."""
    assert import_module("toys.heavy").LIMIT == 3


def test_a_package_that_does_more_is_loaded_whole(toys: ModuleType) -> None:
    """Nothing that a package does is left undone."""
    with SPARED.left_out():
        odd = import_module("toys.kinds.odd")
    assert odd.number == 1
    assert "kinds.odd.one" in _loaded()


def test_what_is_absent_is_so_only_meanwhile(toys: ModuleType) -> None:
    """Who asks for it afterwards gets it."""
    assert toys.more is None
    assert import_module("toys.extra").more == 1
