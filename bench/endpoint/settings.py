"""What can be set, and what is noted of each request."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Settings:
    """Seconds are simulated seconds; 0 means no limit."""

    seed: int = 1
    scale: float = 1.0
    ttft: float = 0.4
    tp: float = 0.00005
    tg: float = 0.01
    jitter: float = 0.2
    text_tokens: int = 200
    list_items: int = 3
    p429: float = 0.0
    p500: float = 0.0
    preset: float = 0.0
    ptrunc: float = 0.0
    pbadjson: float = 0.0
    phang: float = 0.0
    hang_seconds: float = 600.0
    retry_after: float = 1.0
    max_concurrency: int = 0
    rpm: float = 0.0
    tpm: float = 0.0
    context_window: int = 0
    prefix_least: int = 1024
    prefix_step: int = 128


@dataclass
class Record:
    """One request as the server saw it; times are real seconds since the last reset.

    `unread` says that the client's process ended before it had taken all of the answer from its socket.
    """

    started: float
    ended: float = 0.0
    status: int = 0
    fault: str = ""
    unread: bool = False
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    service: float = 0.0
    key: str = ""
    ref: str = ""
    parents: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
