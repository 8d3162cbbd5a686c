"""The first layers of a model, as a file of their own."""

from __future__ import annotations

import os
from pathlib import Path

import gguf
import numpy as np
import pytest

from conspectus.errors import WeightsError
from conspectus.llm.first_layers import first_layers

WORDS = ["a", "b", "<|end|>"]


def model(path: Path, layers: int) -> Path:
    """A file with so many layers of two numbers each, which say where they are from."""
    writer = gguf.GGUFWriter(path, "qwen2")
    writer.add_block_count(layers)
    writer.add_token_list(WORDS)
    writer.add_rope_freq_base(1e6)
    writer.add_tensor("token_embd.weight", np.array([[7, 8]], dtype=np.float32))
    for layer in range(layers):
        writer.add_tensor(f"blk.{layer}.ffn_up.weight", np.array([layer, -layer], dtype=np.float16))
    writer.add_tensor("output_norm.weight", np.array([1, 2], dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_the_layers_behind_are_left_out(tmp_path: Path) -> None:
    """What stands before and behind all layers is there, with the first two and their count; all else as it was."""
    weights = model(tmp_path / "m.gguf", 5)
    weights.chmod(0o644)
    made = first_layers(weights, 2)
    assert made == tmp_path / "m.first-2.gguf"
    assert made.stat().st_mode == weights.stat().st_mode
    before, after = gguf.GGUFReader(tmp_path / "m.gguf"), gguf.GGUFReader(made)
    assert [tensor.name for tensor in after.tensors] == [
        "token_embd.weight",
        "blk.0.ffn_up.weight",
        "blk.1.ffn_up.weight",
        "output_norm.weight",
    ]
    known = {tensor.name: tensor for tensor in before.tensors}
    for tensor in after.tensors:
        assert tensor.tensor_type == known[tensor.name].tensor_type
        assert np.array_equal(tensor.data, known[tensor.name].data)
    assert after.fields["qwen2.block_count"].contents() == 2
    for name in ("tokenizer.ggml.tokens", "qwen2.rope.freq_base", "general.architecture"):
        assert after.fields[name].contents() == before.fields[name].contents()


def test_they_are_made_once(tmp_path: Path) -> None:
    """A file that is there is taken as it is, and nothing else is left beside it."""
    weights = model(tmp_path / "m.gguf", 3)
    made = first_layers(weights, 2)
    written = made.stat().st_mtime_ns
    weights.write_bytes(b"GGUF gone")
    assert first_layers(weights, 2).stat().st_mtime_ns == written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.first-2.gguf", "m.gguf"]


def test_what_a_killed_program_left_is_cleared_away(tmp_path: Path) -> None:
    """Once it is older than any copying takes; what another program may be writing stays."""
    weights = model(tmp_path / "m.gguf", 3)
    old, young = tmp_path / ".m.first-2.gguf.old", tmp_path / ".m.first-2.gguf.young"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    first_layers(weights, 2)
    assert not old.exists()
    assert young.exists()


def test_what_has_too_few_layers_is_an_error(tmp_path: Path) -> None:
    """It says how many there are, and leaves no file behind."""
    weights = model(tmp_path / "m.gguf", 2)
    with pytest.raises(WeightsError, match=r"3 first layers.*it has 2"):
        first_layers(weights, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["m.gguf"]


@pytest.mark.parametrize("content", [b"", b"GGUF", b"no model at all, but a text that is long enough"])
def test_what_is_no_model_is_an_error(tmp_path: Path, content: bytes) -> None:
    """It names the file, and leaves none behind."""
    weights = tmp_path / "m.gguf"
    weights.write_bytes(content)
    with pytest.raises(WeightsError, match=r"m\.gguf"):
        first_layers(weights, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["m.gguf"]


def test_a_full_disk_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the library says it without a reason of the system's; nothing is left behind."""

    def full(*_: object) -> None:
        raise OSError("4 requested and 2 written")

    monkeypatch.setattr(gguf.GGUFWriter, "write_tensor_data", full)
    with pytest.raises(WeightsError, match="can't be written beside it: 4 requested and 2 written"):
        first_layers(model(tmp_path / "m.gguf", 3), 2)
    assert [path.name for path in tmp_path.iterdir()] == ["m.gguf"]


def test_a_place_that_can_not_be_written_is_an_error(tmp_path: Path) -> None:
    """It says what to do about it."""
    with pytest.raises(WeightsError, match=r"can't be written beside it.*--no-entailment"):
        first_layers(tmp_path / "nowhere" / "m.gguf", 2)
