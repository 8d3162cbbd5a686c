"""The published JSON Schemas, and all that is generated, are in step with the code."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from conspectus.errors import UsageError
from conspectus.schemas import PUBLISHED, generated, published

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """scripts/generate.py."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "scripts" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_generated_has_drifted(generate: ModuleType) -> None:
    """schemas/ and docs/commands.md are what the code says; `make generate` makes them so."""
    assert generate.stale(ROOT) == []


def test_drift_is_found_and_mended(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed file, a missing one and one too many are named with --check and mended without."""
    generate.write(tmp_path)
    assert generate.stale(tmp_path) == []
    (tmp_path / "schemas" / "briefing.json").write_text("{}", encoding="utf-8")
    (tmp_path / "schemas" / "old.json").write_text("{}", encoding="utf-8")
    (tmp_path / "docs" / "commands.md").unlink()
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["generate.py", "--check"])
    assert generate.main() == 1
    named = [line.split(":")[1].split()[0] for line in capsys.readouterr().err.splitlines()]
    assert sorted(named) == ["docs/commands.md", "schemas/briefing.json", "schemas/old.json"]
    monkeypatch.setattr(sys, "argv", ["generate.py"])
    assert generate.main() == 0
    monkeypatch.setattr(sys, "argv", ["generate.py", "--check"])
    assert generate.main() == 0


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_schema_is_the_models(name: str) -> None:
    """It says which draft it is written in, and is the one that the code generates."""
    schema = json.loads(published(name))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert published(name) == generated(name)


@pytest.mark.parametrize("name", [name for name in PUBLISHED if name.endswith("-draft")])
def test_a_draft_fits_strict_endpoints(name: str) -> None:
    """Every object forbids other fields and requires its own, as strict structured outputs demand."""
    schema = json.loads(published(name))
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])


def test_what_goes_out_has_every_field() -> None:
    """A briefing's schema requires the top level of the contract."""
    schema = json.loads(published("briefing"))
    contract = {"schema_version", "title", "articles", "events", "claims", "ledger", "run"}
    assert contract <= set(schema["required"])
    assert set(schema["required"]) == set(schema["properties"])


def test_an_unknown_name_is_answered_with_the_known() -> None:
    """It is the caller's mistake."""
    with pytest.raises(UsageError, match=r"there is no schema 'nope' \(one of: briefing, article"):
        published("nope")


def test_published_models_are_models() -> None:
    """Nothing but pydantic models is published."""
    assert all(issubclass(model, BaseModel) for model in PUBLISHED.values())
