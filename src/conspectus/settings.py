"""What is in force for a run: flags, then environment, then `conspectus.toml`, then defaults.

The only reader of the environment and of `conspectus.toml`.
"""

from __future__ import annotations

import os
import re
import tomllib
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, get_args

from platformdirs import user_cache_path
from pydantic import (
    AliasChoices,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from conspectus.errors import SettingsError

CONFIG_FILE = Path("conspectus.toml")
USUAL_MODEL = "embedded:1.5b"
_PREFIX = "CONSPECTUS_"
_KEY_FALLBACK = "OPENAI_API_KEY"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


class ModelKind(StrEnum):
    """Who answers."""

    HOSTED = "hosted"
    """An OpenAI-compatible endpoint."""
    EMBEDDED = "embedded"
    """The built-in model server, over loopback."""
    NONE = "none"
    """Nobody: code alone selects and arranges the sources' own sentences."""


class Target(NamedTuple):
    """Which model is meant; `name` is a hosted model's name, or an embedded one's name or file."""

    kind: ModelKind
    name: str


class Settings(BaseSettings):
    """Everything a person can set; frozen.

    `Settings(…)` reads the environment and `conspectus.toml` for what it is not given, and raises a SettingsError
    that names the field and where it was set; `Settings.load(**flags)` takes None for what is not given.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix=_PREFIX,
        env_ignore_empty=True,
        toml_file=CONFIG_FILE,
        populate_by_name=True,
        allow_inf_nan=False,
    )

    model: str | None = None
    """A hosted model's name, `embedded:1.5b`, `embedded:0.5b`, a path to a .gguf file, or `none`."""
    base_url: str | None = None
    """The address of an OpenAI-compatible endpoint, up to and including `/v1`."""
    api_key: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices(f"{_PREFIX}API_KEY", _KEY_FALLBACK)
    )
    profile: Literal["auto", "large", "small"] = "auto"
    """How much the model is trusted with; `auto` is small for the embedded models, large for hosted."""
    max_output_tokens: int = Field(default=3000, ge=64)
    """Tokens that a summary may have."""
    context_tokens: int = Field(default=32_768, ge=2048)
    """Tokens that a hosted model's prompt and answer may have together."""
    timeout_seconds: float = Field(default=180, gt=0)
    """Seconds for one call, connection and answer together."""
    attempts: int = Field(default=4, ge=1, le=10)
    """Tries of one call when the endpoint fails in passing."""
    concurrency: int = Field(default=64, ge=1, le=512)
    """Calls in flight at a hosted endpoint, at most; fewer where it turns out to take fewer."""
    rpm: float | None = Field(default=None, gt=0)
    """Requests a minute to a hosted endpoint, at most."""
    tpm: float | None = Field(default=None, gt=0)
    """Tokens a minute, of prompts and answers together, at most."""
    max_cost: float | None = Field(default=None, gt=0)
    """US dollars that a run may cost; a call that could pass it is not sent."""
    max_tokens: int | None = Field(default=None, gt=0)
    """Tokens, of prompts and answers together, that a run may use; a call that could pass it is not sent."""
    input_price: float | None = Field(default=None, ge=0)
    """US dollars for a million tokens of prompts, where the table of prices does not know or is wrong."""
    output_price: float | None = Field(default=None, ge=0)
    """US dollars for a million tokens of answers, likewise; both or neither."""
    language: str | None = None
    """The language that a briefing is written in (`de`, `fr-CA`); that of most of the articles unless set.

    Where it is set, the model is asked to translate what the articles say in others.
    """
    length: Literal["short", "standard", "long"] = "standard"
    """How long an event's lead and points may be together: some 120, 460 or 1,200 words, more of many articles."""
    max_points: int = Field(default=24, ge=1)
    """Points that one event of a briefing may have; of a long one, three times as many."""
    max_file_bytes: int = Field(default=10_000_000, ge=1)
    """Bytes above which a file is refused unread."""
    allow_private: bool = False
    """Whether addresses of private networks and of this machine are fetched."""
    fetch_seconds: float = Field(default=30, gt=0)
    """Seconds that one page may take, its redirects together."""
    host_seconds: float = Field(default=1, ge=0)
    """Seconds between two pages of one host; a host may ask for more."""
    pages_per_host: int = Field(default=50, ge=1)
    """Pages of one host that one run may fetch."""
    entailment: bool = True
    """Whether the model also checks that a wording of its own follows from its evidence."""
    vectors: bool = False
    """Whether vectors of sentences help to tell what is of one thing, also across languages: the extra `vectors`."""
    prompts_dir: Path | None = None
    """A directory whose prompts come before the bundled ones of the same name."""
    cache: bool = True
    """Whether answers and pages are kept and used again."""
    cache_bytes: int = Field(default=1_000_000_000, ge=0)
    """Bytes that kept answers may take when a run ends; the oldest go first, and none that the run used."""
    cache_dir: Path = Field(default_factory=lambda: user_cache_path("conspectus") / "answers")
    pages_dir: Path = Field(default_factory=lambda: user_cache_path("conspectus") / "pages")
    models_dir: Path = Field(default_factory=lambda: user_cache_path("conspectus") / "models")

    secret_fields: ClassVar[frozenset[str]] = frozenset({"api_key"})

    @field_validator("model")
    @classmethod
    def _is_named(cls, value: str | None) -> str | None:
        if value is None:
            return None
        name = value.strip()
        if not name:
            raise ValueError("it names no model")
        # A name in other letters would else be a hosted model's, and articles would go to it.
        kind, colon, rest = name.partition(":")
        if kind.lower() == "embedded":
            return f"embedded{colon}{rest if rest.lower().endswith('.gguf') else rest.lower()}"
        return "none" if name.lower() == "none" else name

    @field_validator("*", mode="before")
    @classmethod
    def _is_number(cls, value: object, info: ValidationInfo) -> object:
        wanted = cls.model_fields[info.field_name or ""].annotation
        if isinstance(value, bool) and not {int, float}.isdisjoint((wanted, *get_args(wanted))):
            raise ValueError("a number is wanted, not true or false")
        return value

    @field_validator("base_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("an address starts with http:// or https://")
        return value

    @field_validator("language")
    @classmethod
    def _is_language(cls, value: str | None) -> str | None:
        if value is not None and not _LANGUAGE.fullmatch(value):
            raise ValueError("a language is named by a tag such as de or fr-CA")
        return value

    @field_validator("cache_dir", "pages_dir", "models_dir", "prompts_dir")
    @classmethod
    def _without_tilde(cls, value: Path | None) -> Path | None:
        try:
            return value.expanduser() if value is not None else None
        except RuntimeError:
            raise ValueError(f"{value.parts[0] if value else ''} is nobody's home directory") from None

    @model_validator(mode="after")
    def _both_prices(self) -> Settings:
        if (self.input_price is None) != (self.output_price is None):
            missing = "input_price" if self.input_price is None else "output_price"
            raise ValueError(f"{missing}: is not set, and one price is none without the other")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then conspectus.toml."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    if not TYPE_CHECKING:  # for a type checker the fields are the signature

        def __init__(self, **given: Any) -> None:
            try:
                super().__init__(**given)
            except ValidationError as error:
                # Without the cause, which quotes the value: that may be a key.
                raise _refusal(error, given) from None
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise SettingsError(f"is not valid TOML: {error}", where=str(CONFIG_FILE)) from error
            except OSError as error:
                raise SettingsError(f"can't be read: {error.strerror}", where=str(CONFIG_FILE)) from error

    @classmethod
    def load(cls, **flags: Any) -> Settings:
        """Settings in force; a flag that is None was not given.

        Raises SettingsError naming the field, where it was set, and what it may be.
        """
        return cls(**{name: value for name, value in flags.items() if value is not None})

    @property
    def target(self) -> Target:
        """Which model these settings choose.

        An API key alone chooses nothing: articles go to a hosted endpoint only where an endpoint or a
        hosted model is named. Raises SettingsError when the choice is contradictory or incomplete.
        """
        name = self.model
        if name == "none":
            return Target(ModelKind.NONE, "none")
        embedded = name is not None and (
            name.partition(":")[0] == "embedded" or name.lower().endswith(".gguf")
        )
        if self.base_url and (name is None or embedded):
            raise SettingsError(
                "an endpoint needs the name of its model", where="base_url", hint="set --model NAME too"
            )
        if name is None or embedded:
            return Target(ModelKind.EMBEDDED, (name or USUAL_MODEL).removeprefix("embedded:"))
        if not self.base_url and self.api_key is None:
            raise SettingsError(
                f"{name!r} is no embedded model, and neither endpoint nor key is set for a hosted one",
                where="model",
                hint=f"set --base-url, or {_PREFIX}API_KEY for the provider's own endpoint",
            )
        return Target(ModelKind.HOSTED, name)

    def origins(self, **flags: Any) -> dict[str, str]:
        """For each setting, where its value comes from: flag, variable, conspectus.toml or default."""
        given = {name: value for name, value in flags.items() if value is not None}
        return {name: _origin(name, given) for name in type(self).model_fields}


def unknown_variables() -> list[str]:
    """The variables of the environment that are named as a setting would be, and are none; in order."""
    known = {f"{_PREFIX}{name.upper()}" for name in Settings.model_fields}
    return sorted(
        name for name in os.environ if name.upper().startswith(_PREFIX) and name.upper() not in known
    )


def _refusal(error: ValidationError, given: dict[str, Any]) -> SettingsError:
    first = error.errors()[0]
    if not first["loc"]:
        return SettingsError(first["msg"].removeprefix("Value error, "))
    field = _field_name(str(first["loc"][0]))
    known = Settings.model_fields
    if first["type"] == "extra_forbidden":
        near = get_close_matches(field.lower().replace("-", "_"), known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the settings: {', '.join(known)}"
        return SettingsError(f"{field}: is no setting", where=_origin(field, given), hint=hint)
    said = first["msg"].removeprefix("Value error, ")
    usual = known[field].get_default(call_default_factory=True, validated_data={})
    hint = f"it is {usual} unless set" if usual is not None else "it need not be set"
    return SettingsError(f"{field}: {said}", where=_origin(field, given), hint=hint)


def _field_name(name: str) -> str:
    return "api_key" if name in _names_of("api_key") else name


def _names_of(field: str) -> tuple[str, ...]:
    own = f"{_PREFIX}{field.upper()}"
    return (own, _KEY_FALLBACK) if field == "api_key" else (own,)


def _origin(field: str, flags: dict[str, Any]) -> str:
    if field in flags:
        return f"--{field.replace('_', '-')}"
    # As pydantic-settings does: the case of a variable's name does not matter, and empty is not set.
    variables = {name.upper(): name for name, value in os.environ.items() if value}
    for name in _names_of(field):
        if name in variables:
            return variables[name]
    if CONFIG_FILE.is_file() and {field, *_names_of(field)} & set(_in_file()):
        return str(CONFIG_FILE)
    return "default"


def _in_file() -> dict[str, Any]:
    try:
        return tomllib.loads(CONFIG_FILE.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return {}
