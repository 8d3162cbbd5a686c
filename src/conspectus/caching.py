"""What is worked out once and kept: values of objects, results for texts, and sets, in no more room than they need."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import _lru_cache_wrapper, lru_cache, wraps
from typing import Any, Generic, Self, TypeVar, overload

_Item = TypeVar("_Item", bound=Hashable)
_Result = TypeVar("_Result")
_Value = TypeVar("_Value")

_NOTHING: frozenset[Any] = frozenset()
# So many items leave a table three quarters empty: tables grow fourfold.
_ROOMY = frozenset((*range(5, 8), *range(19, 32), *range(77, 128)))


def kept(items: Iterable[_Item]) -> frozenset[_Item]:
    """The items as a set in a table of half the usual size, where that is enough; one set for all that are empty."""
    made = frozenset(items)
    if not made:
        return _NOTHING
    # A set that is made of another one knows beforehand how many it will have.
    return frozenset(set(made)) if len(made) in _ROOMY else made


class cached_property(Generic[_Value]):  # noqa: N801  # as functools.cached_property
    """A property that is worked out once; two threads at the same time may both do the work.

    functools.cached_property takes a lock for each value up to Python 3.11, which costs more than most of what the
    checks keep.
    """

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> _Value: ...

    def __get__(self, instance: object | None, owner: type) -> Self | _Value:
        if instance is None:
            return self
        value = self._work(instance)
        # What looks into an object's __dict__ makes all its attributes slower from then on.
        object.__setattr__(instance, self._name, value)
        return value


class ByWord(dict[str, _Value]):
    """What was worked out of words, by word; all is forgotten where `most` are known and another comes.

    A word that is known costs half of what it costs with lru_cache, which notes for each when it was last asked for.
    """

    __slots__ = ("_most", "_work")

    def __init__(self, work: Callable[[str], _Value], *, most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: str) -> _Value:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._work(word)
        return value


class CacheGroup:
    """What was worked out of texts, for as long as something is done that asks for it again and again."""

    def __init__(self) -> None:
        self._caches: list[_lru_cache_wrapper[Any]] = []
        self._tables: list[dict[Any, Any]] = []

    def keep(self, *, most: int) -> Callable[[Callable[..., _Result]], _lru_cache_wrapper[_Result]]:
        """A decorator: the last `most` results are kept, by their arguments."""

        def keeping(work: Callable[..., _Result]) -> _lru_cache_wrapper[_Result]:
            cache = lru_cache(maxsize=most)(work)
            self._caches.append(cache)
            return cache

        return keeping

    def keep_set(
        self, *, most: int
    ) -> Callable[[Callable[[str], Iterable[_Item]]], Callable[[str], frozenset[_Item]]]:
        """As `keep`, for what makes a set of a text: it is kept in an eighth of a set's room."""

        def keeping(work: Callable[[str], Iterable[_Item]]) -> Callable[[str], frozenset[_Item]]:
            cache = self.keep(most=most)(lambda text: tuple(dict.fromkeys(work(text))))

            @wraps(work)
            def made(text: str) -> frozenset[_Item]:
                return frozenset(cache(text))

            return made

        return keeping

    def table(self) -> dict[Any, Any]:
        """A table for what is worked out of many at once; it is emptied with the rest."""
        self._tables.append({})
        return self._tables[-1]

    def clear(self) -> None:
        """Nothing is kept; whoever asks for it again has it worked out again."""
        for cache in self._caches:
            cache.cache_clear()
        for table in self._tables:
            table.clear()


WHILE_WEIGHED = CacheGroup()
"""What is asked of sentences while it is found out which of them carry which claims."""
WHILE_COMPARED = CacheGroup()
"""What is asked of an event's sentences while it is found out on what they differ."""
WHILE_RUNNING = CacheGroup()
"""What is asked of sentences at every stage of a run."""


def clear_caches() -> None:
    """Nothing is kept of any text: a run is largest when its result is written, and asks for none by then."""
    for group in (WHILE_WEIGHED, WHILE_COMPARED, WHILE_RUNNING):
        group.clear()
