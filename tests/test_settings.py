"""Settings: flags, then environment, then conspectus.toml, then defaults; what is wrong is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from conspectus.errors import SettingsError
from conspectus.settings import CONFIG_FILE, ModelKind, Settings, Target, unknown_variables


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def in_file(text: str) -> None:
    """conspectus.toml says this."""
    CONFIG_FILE.write_text(text, encoding="utf-8")


def test_flags_beat_the_environment_beats_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source is heard where those above it are silent, and `origins` says which it was."""
    in_file("attempts = 1\nconcurrency = 2\nmax_points = 3\n")
    monkeypatch.setenv("CONSPECTUS_CONCURRENCY", "20")
    monkeypatch.setenv("CONSPECTUS_MAX_POINTS", "30")
    settings = Settings.load(max_points=300, model=None)
    assert (settings.attempts, settings.concurrency, settings.max_points) == (1, 20, 300)
    origins = settings.origins(max_points=300, model=None)
    assert origins["attempts"] == "conspectus.toml"
    assert origins["concurrency"] == "CONSPECTUS_CONCURRENCY"
    assert origins["max_points"] == "--max-points"
    assert origins["model"] == origins["timeout_seconds"] == "default"


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """`CONSPECTUS_MODEL=` is as if it were not there."""
    monkeypatch.setenv("CONSPECTUS_MODEL", "")
    settings = Settings.load()
    assert settings.model is None
    assert settings.origins()["model"] == "default"


def test_the_case_of_a_variable_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable in small letters takes effect, and is named as it stands."""
    monkeypatch.setenv("conspectus_model", "none")
    settings = Settings.load()
    assert settings.model == "none"
    assert settings.origins()["model"] == "conspectus_model"


def test_variables_that_are_no_settings_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """By their beginning, whatever the case; those of settings and of others are none of them."""
    for name in ("conspectus_maxcost", "CONSPECTUS_MODEL", "CONSPECTUS", "OTHER_CONSPECTUS_X"):
        monkeypatch.setenv(name, "1")
    assert unknown_variables() == ["conspectus_maxcost"]


def test_the_key_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """OPENAI_API_KEY serves where CONSPECTUS_API_KEY is not set, and both before the file."""
    in_file('api_key = "of-file"')
    assert _key() == ("of-file", "conspectus.toml")
    monkeypatch.setenv("OPENAI_API_KEY", "of-openai")
    assert _key() == ("of-openai", "OPENAI_API_KEY")
    monkeypatch.setenv("CONSPECTUS_API_KEY", "own")
    assert _key() == ("own", "CONSPECTUS_API_KEY")
    settings = Settings.load(api_key="flag")
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "flag"


def _key() -> tuple[str, str]:
    settings = Settings.load()
    assert settings.api_key is not None
    return settings.api_key.get_secret_value(), settings.origins()["api_key"]


def test_a_key_does_not_show() -> None:
    """Neither in the settings' text nor in an error about it."""
    assert "sk-1" not in repr(Settings.load(api_key="sk-1"))
    in_file('api_key = ["sk-1"]')
    with pytest.raises(SettingsError) as raised:
        Settings.load()
    assert "sk-1" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_settings_never_change() -> None:
    """They are frozen."""
    with pytest.raises(ValidationError):
        Settings.load().model = "other"  # type: ignore[misc]


def test_paths_may_begin_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde in the file or a variable is the home directory."""
    monkeypatch.setenv("CONSPECTUS_CACHE_DIR", "~/answers")
    assert Settings.load().cache_dir == Path.home() / "answers"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("modle = 1", r"^conspectus\.toml: modle: is no setting \(did you mean model\?\)$"),
        ("max-points = 1", r"max-points: is no setting \(did you mean max_points\?\)$"),
        ("zzz = 1", r"^conspectus\.toml: zzz: is no setting \(the settings: model, "),
        ("[conspectus]\nattempts = 1", "conspectus: is no setting"),
        ('attempts = "many"', r"^conspectus\.toml: attempts: "),
        ("attempts = 0", r"attempts: .*greater than or equal to 1 \(it is 4 unless set\)$"),
        ("max_cost = -1", r"max_cost: .*greater than 0 \(it need not be set\)$"),
        ('profile = "medium"', "'auto', 'large' or 'small'"),
        ("api_key = 5", r"^conspectus\.toml: api_key: "),
        (
            "max_points = true",
            r"^conspectus\.toml: max_points: a number is wanted.* \(it is 24 unless set\)$",
        ),
        ("timeout_seconds = false", r"^conspectus\.toml: timeout_seconds: a number is wanted"),
        ('model = " "', r"^conspectus\.toml: model: it names no model"),
        ("host_seconds = inf", "host_seconds: .*finite"),
        ('language = "d!"', r"^conspectus\.toml: language: a language is named by a tag such as de"),
        ('prompts_dir = "~no-such-user/x"', "prompts_dir: ~no-such-user is nobody's home directory"),
        ("input_price = 1", "^output_price: is not set, and one price is none without the other"),
        ("output_price = 1", "^input_price: is not set"),
        ("attempts = [", r"^conspectus\.toml: is not valid TOML: "),
    ],
)
def test_what_is_wrong_in_the_file_is_named(text: str, said: str) -> None:
    """The error names the file, the field and what it may be."""
    in_file(text)
    with pytest.raises(SettingsError, match=said):
        Settings.load()


def test_a_file_that_is_no_text_is_named() -> None:
    """So is one that can't be read; `origins` of settings that were loaded before survives both."""
    before = Settings.load()
    CONFIG_FILE.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is not valid TOML"):
        Settings.load()
    assert before.origins()["model"] == "default"


def test_a_file_that_fails_to_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is passed on."""
    in_file("")
    # A file that can be seen but not read, also by root.
    monkeypatch.setitem(Settings.model_config, "toml_file", Path("/proc/self/mem"))
    with pytest.raises(SettingsError, match="can't be read: Input/output error"):
        Settings.load()


def test_what_is_wrong_elsewhere_is_named_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag as a flag, a variable as a variable."""
    with pytest.raises(SettingsError, match=r"^--base-url: base_url: an address starts with http://"):
        Settings.load(base_url="localhost:8080")
    monkeypatch.setenv("CONSPECTUS_CACHE", "perhaps")
    with pytest.raises(SettingsError, match=r"^CONSPECTUS_CACHE: cache: "):
        Settings.load()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"max_cost": -1}, "^--max-cost: max_cost: .*greater than 0"),
        ({"attempts": "many"}, "^--attempts: attempts: "),
        ({"modle": "none"}, r"^--modle: modle: is no setting \(did you mean model\?\)$"),
        ({"input_price": 1}, "^output_price: is not set"),
    ],
)
def test_settings_that_are_made_are_refused_as_loaded_ones_are(given: dict[str, Any], said: str) -> None:
    """A caller that makes them gets the same error, with neither pydantic's own nor the value in it."""
    with pytest.raises(SettingsError, match=said) as raised:
        Settings(**given)
    assert raised.value.__suppress_context__
    in_file("attempts = [")
    with pytest.raises(SettingsError, match="is not valid TOML"):
        Settings()


@pytest.mark.parametrize(
    ("flags", "target"),
    [
        ({}, Target(ModelKind.EMBEDDED, "1.5b")),
        ({"api_key": "k"}, Target(ModelKind.EMBEDDED, "1.5b")),
        ({"model": "embedded:0.5b"}, Target(ModelKind.EMBEDDED, "0.5b")),
        ({"model": "own/file.gguf"}, Target(ModelKind.EMBEDDED, "own/file.gguf")),
        ({"model": "none"}, Target(ModelKind.NONE, "none")),
        ({"model": " NONE ", "api_key": "k"}, Target(ModelKind.NONE, "none")),
        ({"model": "Embedded:0.5B", "api_key": "k"}, Target(ModelKind.EMBEDDED, "0.5b")),
        ({"model": "EMBEDDED:own/File.GGUF", "api_key": "k"}, Target(ModelKind.EMBEDDED, "own/File.GGUF")),
        ({"model": "Large-1", "api_key": "k"}, Target(ModelKind.HOSTED, "Large-1")),
        ({"model": "none", "base_url": "http://x/v1"}, Target(ModelKind.NONE, "none")),
        ({"model": "large-1", "api_key": "k"}, Target(ModelKind.HOSTED, "large-1")),
        ({"model": "large-1", "base_url": "http://x/v1"}, Target(ModelKind.HOSTED, "large-1")),
    ],
)
def test_which_model_is_meant(flags: dict[str, str], target: Target) -> None:
    """Articles leave the machine only where an endpoint or a hosted model is named."""
    assert Settings.load(**flags).target == target


def test_every_number_refuses_true_and_false() -> None:
    """Whoever writes them thinks of a switch."""
    kinds = {name: str(field.annotation) for name, field in Settings.model_fields.items()}
    numbers = [name for name, kind in kinds.items() if "int" in kind or "float" in kind]
    assert len(numbers) > 10
    for name in numbers:
        with pytest.raises(SettingsError, match=f"{name}: a number is wanted"):
            Settings.load(**{name: True})


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ({"base_url": "http://x/v1"}, "needs the name of its model"),
        ({"base_url": "http://x/v1", "model": "embedded:1.5b"}, "needs the name of its model"),
        ({"model": "large-1"}, "neither endpoint nor key is set"),
    ],
)
def test_a_choice_that_is_none_is_refused(flags: dict[str, str], said: str) -> None:
    """What contradicts itself or lacks a part is an error that says what to set."""
    with pytest.raises(SettingsError, match=said) as raised:
        _ = Settings.load(**flags).target
    assert raised.value.hint
