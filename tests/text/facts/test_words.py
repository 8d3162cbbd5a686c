"""Stems of words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from conspectus.text.facts.words import stem

BEGINNINGS = ("nation", "connect", "organ", "relat", "condit", "form")
ENDINGS = ("aling", "ionals", "ized", "ationers", "ively", "alness", "ionalities", "izings", "ations", "ives")


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads that are taken turns with as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless")
def test_threads_do_not_get_each_others_stems() -> None:
    """Two threads that stem at the same time get what one gets."""
    words = [beginning + ending for beginning in BEGINNINGS for ending in ENDINGS]
    right = [stem(word) for word in words]
    for _ in range(10):
        stem.cache_clear()
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(lambda given: [stem(word) for word in given], (words, words[::-1]))
        assert one == right
        assert other[::-1] == right
