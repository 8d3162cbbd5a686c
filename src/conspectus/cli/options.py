"""The options and arguments that several commands share, and the settings they make."""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from conspectus.settings import Settings


_log = logging.getLogger(__name__)

SUFFIXES = ".txt .md .html .pdf .docx .eml .json .jsonl"


class Format(StrEnum):
    """How a result is shown."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


class Profile(StrEnum):
    """How much the model is trusted with."""

    AUTO = "auto"
    LARGE = "large"
    SMALL = "small"


class Length(StrEnum):
    """How long a briefing is."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


HowLong = Annotated[
    Length | None,
    typer.Option(
        "--length",
        metavar="LENGTH",
        help="short, standard or long: some 120, 460 or 1,200 words an event, conflicts and timeline apart.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="TAG",
        help="The briefing's language (de, fr …); the model translates sentences in others, beside the original. "
        "[default: that of most articles, nothing translated]",
        show_default=False,
    ),
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help=f"Files ({SUFFIXES}), directories, patterns, addresses (https://…), or - for standard input.",
    ),
]
Feeds = Annotated[
    list[str] | None,
    typer.Option(
        "--feed", metavar="URL", help="Read the entries of this RSS, Atom or JSON feed too. Repeatable."
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="24h|DATE",
        help="Of feeds: only entries of the last 24h, 7d …, or since 2025-07-24. Undated ones stay.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Of each feed: only the newest N entries; 20 unless given."),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private networks and this machine too.")
]
# What can't be read or written says so itself, with the exit code that it has: typer would call it a wrong call.
Saved = Annotated[
    Path,
    typer.Argument(
        metavar="BRIEFING.json", readable=False, help="A briefing saved as JSON, or - for standard input."
    ),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        readable=False,
        help="Write to this file, in the format of its suffix (.json .md .txt, of a briefing .html). Repeatable. "
        "The result is shown as well, unless --quiet or --format is given.",
    ),
]
Shown = Annotated[
    Format | None,
    typer.Option(
        "--format", metavar="FORMAT", help="terminal, markdown or json: for the output, and other suffixes."
    ),
]
ShownOrPage = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="terminal, markdown, json or html: for the output, and other suffixes.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A hosted model's name, embedded:1.5b, embedded:0.5b, a .gguf file, or none."
    ),
]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint, up to /v1.")]
Trust = Annotated[
    Profile | None,
    typer.Option(
        "--profile",
        metavar="PROFILE",
        help="large: one rich call an article; small: narrow calls; auto: by model.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ask again even what was answered before.")]
NoEntailment = Annotated[
    bool,
    typer.Option("--no-entailment", help="Don't have the model check its own wording: faster, less sure."),
]
Vectors = Annotated[
    bool,
    typer.Option(
        "--vectors",
        help="See by vectors of sentences, too, what is of one thing, also across languages (extra `vectors`).",
    ),
]
WithEvidence = Annotated[
    bool,
    typer.Option("--evidence", help="In a terminal, put the quotes below the sentences that rest on them."),
]
Concurrency = Annotated[
    int | None, typer.Option(metavar="N", help="Calls in flight at a hosted endpoint, at most.")
]
CallsAMinute = Annotated[
    float | None, typer.Option("--rpm", metavar="N", help="Requests a minute to a hosted endpoint, at most.")
]
TokensAMinute = Annotated[
    float | None, typer.Option("--tpm", metavar="N", help="Tokens a minute, prompts and answers, at most.")
]
MaxCost = Annotated[
    float | None,
    typer.Option(metavar="USD", help="Send no call that could make the run cost more than this."),
]
MaxTokens = Annotated[
    int | None,
    typer.Option(metavar="N", help="Send no call that could make the run use more tokens than this."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what the run would take, and spend nothing.")]
LogJson = Annotated[
    Path | None,
    typer.Option(
        "--log-json",
        metavar="FILE",
        readable=False,
        help="Append what happens to this file, a JSON object a line; no text of articles, prompts or keys.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell each step on the error stream.")]


def settings_of(
    model: str | None,
    base_url: str | None,
    no_cache: bool,
    profile: Profile | None = None,
    *,
    no_entailment: bool = False,
    allow_private: bool = False,
    **more: object,
) -> Settings:
    """The settings that these options make; raises SettingsError before anything is read.

    Warns of variables that look like settings and are none, because a limit that is misspelt limits nothing.
    """
    from conspectus.settings import Settings, unknown_variables  # noqa: PLC0415 - --help has no use for it

    settings = Settings.load(
        model=model,
        base_url=base_url,
        profile=profile,
        cache=False if no_cache else None,
        entailment=False if no_entailment else None,
        allow_private=allow_private or None,
        **more,
    )
    _ = settings.target
    for name in unknown_variables():
        _log.warning("%s: is in the environment, but is no setting (see `conspectus doctor`)", name)
    return settings
