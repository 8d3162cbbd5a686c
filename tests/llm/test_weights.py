"""Weights: known by digest, hashed once, and a person's own files welcome."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.errors import ModelMissingError, WeightsError
from conspectus.llm import known_models, locate
from conspectus.llm.weights import KnownModel, known, verify
from conspectus.settings import Settings

CONTENT = b"GGUF" + bytes(range(256)) * 10
TINY = KnownModel(
    name="tiny",
    file="tiny.gguf",
    bytes=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    part_name="tiny-part{}",
    part_version="1.0",
    parts=3,
    upstream="nobody/tiny",
)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """The right file of the tiny model."""
    path = tmp_path / TINY.file
    path.write_bytes(CONTENT)
    return path


def test_known_models_are_fully_described() -> None:
    """Each known model has a digest, a size, and as many pinned packages as parts."""
    for model in known_models():
        assert re.fullmatch(r"[0-9a-f]{64}", model.sha256)
        assert model.bytes > 100_000_000
        assert len(model.requirements) == model.parts
        assert all(re.fullmatch(r"[a-z0-9-]+part\d+==[\d.]+", name) for name in model.requirements)
    assert known("embedded:1.5b") is known("1.5b") is known_models()[0]


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    """A name that nobody knows is a ModelMissingError that lists those there are."""
    with pytest.raises(ModelMissingError, match=r"1\.5b, 0\.5b"):
        known("7b")


def test_missing_weights_are_explained(tmp_path: Path) -> None:
    """What is missing, how large it is and the command to get it are in the error."""
    with pytest.raises(ModelMissingError, match=r"1\.1 GB.*conspectus model fetch 1\.5b"):
        locate("1.5b", Settings.load(models_dir=tmp_path))


def test_a_file_of_the_wrong_size_is_refused(tmp_path: Path) -> None:
    """A known model's file that has another size is not opened."""
    (tmp_path / known("1.5b").file).write_bytes(CONTENT)
    with pytest.raises(WeightsError, match="instead of 1117320768"):
        locate("1.5b", Settings.load(models_dir=tmp_path))


def test_a_known_model_is_located(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weights: Path) -> None:
    """The right file in the models' directory is what `locate` gives."""
    monkeypatch.setattr("conspectus.llm.weights._KNOWN", (TINY,))
    assert locate("tiny", Settings.load(models_dir=tmp_path)) == weights


def test_a_file_is_hashed_once(weights: Path) -> None:
    """The second verification trusts the marker; a file touched since then is hashed again."""
    hashed: list[int] = []
    verify(weights, TINY, hashed.append)
    assert hashed == [TINY.bytes]
    verify(weights, TINY, hashed.append)
    assert len(hashed) == 1
    os.utime(weights, ns=(1, 1))
    verify(weights, TINY, hashed.append)
    assert len(hashed) == 2


def test_a_swapped_file_is_found_out(weights: Path) -> None:
    """A file of the right size and the wrong content is refused, even beside an old marker."""
    verify(weights, TINY)
    weights.write_bytes(CONTENT[:-1] + b"x")
    with pytest.raises(WeightsError, match="digest"):
        verify(weights, TINY)


def test_a_marker_of_another_digest_counts_for_nothing(weights: Path) -> None:
    """What was verified as one model is not taken for another."""
    verify(weights, TINY)
    with pytest.raises(WeightsError, match="digest"):
        verify(weights, replace(TINY, sha256="0" * 64))


def test_a_marker_that_can_not_be_written_is_done_without(weights: Path) -> None:
    """Where the marker can't be written, the file is verified all the same."""
    weights.with_name("tiny.gguf.verified").mkdir()
    hashed: list[int] = []
    verify(weights, TINY, hashed.append)
    verify(weights, TINY, hashed.append)
    assert len(hashed) == 2


def test_any_gguf_file_will_do(tmp_path: Path) -> None:
    """A person's own file is taken when it begins as GGUF files do, and refused otherwise."""
    own = tmp_path / "my own.gguf"
    settings = Settings.load()
    with pytest.raises(ModelMissingError, match=r"my own\.gguf: can't be read"):
        locate(str(own), settings)
    own.write_bytes(b"<html>")
    with pytest.raises(WeightsError, match="is no GGUF file"):
        locate(str(own), settings)
    own.write_bytes(CONTENT)
    assert locate(str(own), settings) == own


def test_an_own_file_of_nobodys_home_is_named() -> None:
    """A tilde before a name that this machine does not know is an error with the path in it."""
    with pytest.raises(ModelMissingError, match="can't be read") as raised:
        locate("~no-such-user/own.gguf", Settings.load())
    assert raised.value.where == "~no-such-user/own.gguf"
