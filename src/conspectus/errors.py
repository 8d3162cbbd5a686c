"""Every error that Conspectus raises on purpose, in one tree.

ConspectusError                     exit code
├── UsageError                      2   the call itself is wrong (no articles, a bad option)
│   └── SettingsError               2   a setting is missing, malformed or unknown
├── InputError                      3   nothing readable was given
│   └── ArticleError                3   one article can't be read; the others go on
├── OutputError                     4   a file can't be written (disk full, no permission)
├── AuditError                      5   a saved briefing breaks its promises
├── ModelMissingError               6   the embedded model's weights are not there
│   └── WeightsError                6   weights were fetched but are not what they should be
├── UnsupportedError                8   a checked text says what its articles do not
├── FloorError                      9   a figure of the evaluation is beneath its floor
└── ModelError                      7   the language model did not give a usable answer
    ├── EndpointError               7   unreachable, timed out, or the server failed      retryable
    │   ├── SlowEndpointError       7   no answer in time; tried once more                retryable
    │   └── RateLimitError          7   the endpoint asks to slow down                    retryable
    ├── EndpointSetupError          7   refused key, unknown model, no json_schema, not an API
    └── AnswerError                 7   an answer came, but it can't be used
        ├── TruncatedAnswerError    7   cut off at the token limit
        ├── RefusedAnswerError      7   refused, or stopped by a content filter
        ├── OverBudgetError         7   not asked for: it could pass the run's limit
        └── InvalidAnswerError      7   does not fit the schema, even after the re-ask

The command line ends with these codes, with 0 where a result was given (what was left out stands in its
ledger), 1 for a defect of Conspectus itself, 130 when interrupted (Ctrl-C) and 143 when terminated.
"""

from __future__ import annotations

from typing import ClassVar


class ConspectusError(Exception):
    """What went wrong, where, and what to do about it.

    `message` says what happened; `where` names the file, article or field; `hint` says what to do.
    """

    exit_code: ClassVar[int] = 1
    retryable: ClassVar[bool] = False
    hint_by_default: ClassVar[str | None] = None

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint or self.hint_by_default

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UsageError(ConspectusError):
    """The call itself is wrong."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting is missing, malformed or unknown."""


class InputError(ConspectusError):
    """Nothing that was given can be read as an article."""

    exit_code = 3


class ArticleError(InputError):
    """One article can't be read; the others go on and the ledger names this one."""


class OutputError(ConspectusError):
    """A result can't be written; what was there before is untouched."""

    exit_code = 4


class AuditError(ConspectusError):
    """A saved briefing can't be audited or breaks its promises."""

    exit_code = 5


class UnsupportedError(ConspectusError):
    """A checked text has sentences that its articles do not support."""

    exit_code = 8


class FloorError(ConspectusError):
    """A figure of the evaluation is beneath its floor, or can't be held against it."""

    exit_code = 9
    hint_by_default = "find out why; a floor is lowered only with --lower SCORER --why REASON"


class ModelMissingError(ConspectusError):
    """The embedded model's weights are not on this machine."""

    exit_code = 6


class WeightsError(ModelMissingError):
    """Weights can't be fetched, or are not what their digest says."""


class ModelError(ConspectusError):
    """The language model did not give a usable answer."""

    exit_code = 7


class EndpointError(ModelError):
    """The endpoint can't be reached, timed out, or failed; another try may pass."""

    retryable = True


class SlowEndpointError(EndpointError):
    """The endpoint did not answer in time."""


class RateLimitError(EndpointError):
    """The endpoint asks to slow down.

    `retry_after` is the number of seconds it asked for, where it did.
    """

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        hint: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.retry_after = retry_after


class EndpointSetupError(ModelError):
    """The endpoint answers, but not to this request: key, model name, address or missing feature."""


class AnswerError(ModelError):
    """An answer came, but it can't be used."""


class TruncatedAnswerError(AnswerError):
    """The answer was cut off at the output-token limit."""


class RefusedAnswerError(AnswerError):
    """The model refused, or a content filter stopped it."""


class InvalidAnswerError(AnswerError):
    """The answer does not fit its schema, even after the re-ask."""


class OverBudgetError(AnswerError):
    """The answer was not asked for, because it could pass the limit that was set for the run."""

    hint_by_default = "raise --max-cost or --max-tokens; what is done is in the cache"
