"""Libraries loaded without the parts that nobody here calls, in a program that has its process to itself.

What is left out is not gone: what a package hands on is loaded when it is first named, and what is only called when it
is first called. A library does not do that to the program that uses it, so it has to be allowed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

_ours = False


def have_the_process() -> None:
    """From now on parts may be left out: nobody else's program runs in this process."""
    global _ours
    _ours = True


def has_the_process() -> bool:
    """True where parts may be left out."""
    return _ours


@dataclass(frozen=True)
class Spared:
    """What need not be loaded with a library, by full names of modules.

    `handing_on` is a package whose packages only hand on names of their modules; of those in `called` other modules
    take nothing but functions to call, or classes to make; those in `absent` can't be imported.
    """

    handing_on: str
    called: Collection[str]
    absent: Collection[str]

    @contextmanager
    def left_out(self) -> Iterator[None]:
        """What is imported meanwhile is imported without these; whoever imports one later gets it whole."""
        finder = _Finder(self)
        sys.meta_path.insert(0, finder)
        try:
            yield
        finally:
            sys.meta_path.remove(finder)
            for name in self.called:
                if isinstance(sys.modules.get(name), _Promised):
                    del sys.modules[name]


class _Finder(MetaPathFinder):
    def __init__(self, spared: Spared) -> None:
        self._spared = spared

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in self._spared.absent:
            raise ModuleNotFoundError(f"{fullname} is left out", name=fullname)
        if fullname in self._spared.called:
            return ModuleSpec(fullname, _Promising(), is_package=True)
        if not f"{fullname}.".startswith(f"{self._spared.handing_on}."):
            return None
        spec = PathFinder.find_spec(fullname, path)
        if spec is not None and spec.submodule_search_locations and type(spec.loader) is SourceFileLoader:
            spec.loader = _HandingOn(spec.loader.name, spec.loader.path)
        return spec


class _HandingOn(SourceFileLoader):
    """Loads a package that only hands on names of its modules, each when it is first asked for."""

    def exec_module(self, module: ModuleType) -> None:
        names: dict[str, tuple[str, str]] = {}
        for statement in ast.parse(self.get_data(self.path)).body:
            match statement:
                case ast.ImportFrom(module="__future__"):
                    pass
                case ast.ImportFrom(module=str(source), level=1):
                    names |= {each.asname or each.name: (source, each.name) for each in statement.names}
                case _:
                    super().exec_module(module)
                    return

        def handed(name: str) -> Any:
            if name not in names:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}", name=name)
            source, there = names[name]
            value = getattr(import_module(f"{module.__name__}.{source}"), there)
            setattr(module, name, value)
            return value

        vars(module).update(__getattr__=handed, __all__=list(names))


class _Promised(ModuleType):
    """Stands for a module whatever is in it, until something of it is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name)
        promise = _Promise(self.__name__, name)
        # Its place is given up: whoever still has it may have the rest.
        return promise if sys.modules.get(self.__name__) is self else _kept(promise)


class _Promising(Loader):
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Promised(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


@dataclass(frozen=True)
class _Promise:
    """Something of a module that is loaded when it is called, as is what it is called with."""

    module: str
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        given = {name: _kept(each) for name, each in kwargs.items()}
        return _kept(self)(*map(_kept, args), **given)


def _kept(value: Any) -> Any:
    return getattr(import_module(value.module), value.name) if isinstance(value, _Promise) else value
