from __future__ import annotations

import gzip
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading.fetching.unpacking import DamagedError, TooLargeError, UnknownCodingError, Unpacker


def _unpacked(coding: str, data: bytes, *, step: int, most: int = 10_000) -> bytes:
    unpacker = Unpacker(coding, most)
    out = b"".join(unpacker.feed(data[at : at + step]) for at in range(0, len(data), step))
    unpacker.finish()
    return out


@given(st.binary(max_size=500), st.integers(1, 50), st.integers(0, 3))
def test_whatever_the_pieces(data: bytes, step: int, more: int) -> None:
    """What was packed comes out, in how many pieces and goes it may have been sent."""
    packed = gzip.compress(data) * (more + 1)
    assert _unpacked("gzip", packed, step=step) == data * (more + 1)
    assert _unpacked("", data, step=step) == data


def test_a_bomb_is_stopped_while_it_is_small() -> None:
    """A hundred megabytes of zeros in a hundred kilobytes never take more room than the limit."""
    bomb = gzip.compress(bytes(100_000_000))
    unpacker = Unpacker("gzip", 1_000_000)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpacker.feed(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_limits_hold_for_both_sides() -> None:
    """As many bytes as are allowed pass, one more does not, packed or not."""
    assert _unpacked("identity", b"x" * 10, step=3, most=10) == b"x" * 10
    for coding, data in (
        ("", b"x" * 11),
        ("gzip", gzip.compress(b"x" * 11)),
        ("gzip", gzip.compress(b"") * 9),
    ):
        with pytest.raises(TooLargeError):
            _unpacked(coding, data, step=100, most=10)


def test_what_is_not_as_it_says() -> None:
    """Damaged, cut off and unknown packing have names."""
    packed = gzip.compress(b"words " * 50)
    for data in (packed[:-1], b"", packed[:5]):
        with pytest.raises(DamagedError, match="too early"):
            _unpacked("gzip", data, step=7)
    with pytest.raises(DamagedError):
        _unpacked("gzip", b"not packed at all", step=100)
    for coding in ("br", "deflate", "gzip, gzip", "zstd"):
        with pytest.raises(UnknownCodingError):
            Unpacker(coding, 10)
