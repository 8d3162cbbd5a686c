"""The pipeline beside its peers, on one simulated endpoint and the same articles: `make bench`.

Prints Markdown tables. Wall clock includes the start of the program. The bound is the critical path of the
client's own calls, or with 20 calls in flight their service time divided by 20, where that is longer.
"""

from __future__ import annotations

import argparse
import compileall
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from bench.corpora import write
from bench.running import ROOT, Endpoint, Run, endpoint, lost, run

UNBOUNDED = 512
FAULTS = {"p429": 0.10, "p500": 0.05, "ptrunc": 0.05, "preset": 0.02, "pbadjson": 0.02}
SEEDS = range(1, 6)


class Outcome(NamedTuple):
    """One run, and how many articles its result accounts for."""

    run: Run
    articles: int
    named: int


class Bench:
    """The programs that are compared, run in a directory of their own."""

    def __init__(self, at: Endpoint, place: Path) -> None:
        self.at = at
        self.place = place
        self.corpora: dict[int, Path] = {}

    def corpus(self, size: int) -> Path:
        """The articles, made once."""
        if size not in self.corpora:
            self.corpora[size] = write(self.place / str(size), size)
        return self.corpora[size]

    def ours(
        self,
        size: int,
        concurrency: int = UNBOUNDED,
        *,
        cache: str | None = None,
        kill_after: float | None = None,
        source: Path = ROOT / "src",
    ) -> Outcome:
        """Conspectus from its command line, with an empty cache unless one is named; `source` is its program."""
        with tempfile.TemporaryDirectory(dir=self.place) as fresh:
            result = self.place / "briefing.json"
            result.unlink(missing_ok=True)
            program = str(Path(sys.executable).with_name("conspectus"))
            options = ["--model", "simulated", "--base-url", self.at.base_url, "-q", "-o", str(result)]
            done = run(
                [program, "brief", str(self.corpus(size)), *options],
                self.at,
                environment={
                    "PYTHONPATH": str(source),
                    "CONSPECTUS_CACHE_DIR": str(self.place / cache) if cache else fresh,
                    "CONSPECTUS_CONCURRENCY": str(concurrency),
                },
                kill_after=kill_after,
            )
            briefing = json.loads(result.read_text()) if result.is_file() else {"articles": [], "ledger": []}
        used = [article["id"] for article in briefing["articles"] if article["status"] == "used"]
        lost = {entry["article_id"] for entry in briefing["ledger"] if entry["subject"] == "article"} - set(
            used
        )
        return Outcome(done, len(used), len(lost))

    def peer(self, name: str, size: int, concurrency: int = UNBOUNDED) -> Outcome:
        """One of `bench.peers`."""
        options = ["--base-url", self.at.base_url, "--concurrency", str(concurrency)]
        done = run([sys.executable, "-m", f"bench.peers.{name}", str(self.corpus(size)), *options], self.at)
        articles = json.loads(done.said.splitlines()[-1])["articles"] if done.code == 0 else 0
        return Outcome(done, articles, 0)


def speed(bench: Bench, size: int, concurrency: int = UNBOUNDED) -> None:
    """A row for each program: how near its wall clock comes to what the endpoint allows, and what it costs."""
    for name, start in _programs(bench, size, concurrency):
        bench.at.reset()
        done, articles, _ = start()
        stats = done.stats
        bound = max(stats["critical_path"], stats["service_seconds"] / concurrency)
        tokens = (stats["input_tokens"] + stats["output_tokens"]) / size
        row(
            f"{size}" + ("" if concurrency == UNBOUNDED else f", {concurrency} in flight"),
            name,
            f"{articles}/{size}",
            f"{done.wall:.1f} s",
            f"{done.wall / bound:.2f}" if bound else "–",
            stats["requests"],
            stats["depth"],
            f"{tokens:,.0f}",
            f"{1000 * done.cpu / size:.0f} ms",
            f"{done.megabytes:.0f} MB",
        )


def _programs(bench: Bench, size: int, concurrency: int) -> list[tuple[str, Callable[[], Outcome]]]:
    return [
        ("conspectus", lambda: bench.ours(size, concurrency)),
        ("instructor loop", lambda: bench.peer("instructor_loop", size, concurrency)),
        ("openai loop (prose)", lambda: bench.peer("openai_loop", size, concurrency)),
    ]


def trouble(
    bench: Bench, what: str, settings: dict[str, Any], size: int, concurrency: int = UNBOUNDED
) -> None:
    """A row for each program: whether it finishes, and what of its requests was in vain."""
    for name, start in _programs(bench, size, concurrency):
        bench.at.reset(**settings)
        done, articles, named = start()
        stats = done.stats
        faults = sum(stats["faults"].values())
        row(
            what,
            name,
            "yes" if done.code == 0 else f"no ({(done.said.strip() or 'silent').splitlines()[-1][:60]})",
            f"{articles} + {named}/{size}",
            f"{done.wall:.1f} s",
            stats["requests"],
            faults,
            f"{faults / max(1, stats['requests']):.0%}",
            stats["paid_twice"],
        )


def again(bench: Bench) -> None:
    """Rows for Conspectus alone: the same command again, one article more, and after a kill."""

    def said(what: str, outcome: Outcome, killed: Outcome | None = None) -> None:
        stats = outcome.run.stats
        tokens = stats["input_tokens"] + stats["output_tokens"]
        twice = lost((killed or outcome).run, outcome.run).cells()
        row(what, outcome.articles, f"{outcome.run.wall:.2f} s", stats["requests"], tokens, *twice)

    bench.at.reset()
    first = bench.ours(100, cache="kept")
    said("100 articles", first)
    bench.at.reset()
    said("the same again", bench.ours(100, cache="kept"))
    bench.at.reset()
    said("one article more", bench.ours(101, cache="kept"))
    for share in (0.5, 0.6, 0.7):
        bench.at.reset()
        cache = f"killed at {share}"
        killed = bench.ours(100, cache=cache, kill_after=first.run.wall * share)
        said(f"killed after {share:.0%} of the time, then again", bench.ours(100, cache=cache), killed)


def row(*cells: object) -> None:
    """A row of a table, said at once."""
    sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
    sys.stdout.flush()


def head(title: str, *names: str) -> None:
    """The head of a table."""
    sys.stdout.write(f"\n{title}\n\n")
    row(*names)
    row(*("---" for _ in names))


def main() -> None:
    """All tables, or the one that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "table", nargs="?", choices=["all", "speed", "again", "faults", "limits"], default="all"
    )
    parser.add_argument("--port", type=int, default=8917)
    parser.add_argument("--sizes", type=int, nargs="*", default=[5, 20, 100, 500])
    given = parser.parse_args()
    # An installed program is not compiled anew with every start.
    compileall.compile_dir(ROOT / "src" / "conspectus", quiet=1)
    with tempfile.TemporaryDirectory() as place, endpoint(given.port) as at:
        bench = Bench(at, Path(place))
        if given.table in {"all", "speed"}:
            head(
                "Speed",
                *(
                    "articles",
                    "program",
                    "in the result",
                    "wall",
                    "÷ bound",
                    "calls",
                    "depth",
                    "tokens an article",
                ),
                *("CPU an article", "memory"),
            )
            for size in given.sizes:
                speed(bench, size)
            speed(bench, 100, 20)
        if given.table in {"all", "again"}:
            columns = ("in the result", "wall", "calls", "tokens", "paid twice")
            head("Again", "conspectus", *columns, "sent after the kill", "unread", "read", "ms to the kill")
            again(bench)
        heads = (
            "program",
            "finishes",
            "used + in the ledger",
            "wall",
            "calls",
            "faults",
            "in vain",
            "paid twice",
        )
        if given.table in {"all", "faults"}:
            head("Faults: 10 % 429, 5 % 500, 5 % truncated, 2 % resets, 2 % invalid JSON", "seed", *heads)
            for seed in SEEDS:
                trouble(bench, str(seed), {**FAULTS, "seed": seed}, 100)
        if given.table in {"all", "limits"}:
            head("Limits, 100 articles", "limit", *heads)
            trouble(bench, "20 calls at once", {"max_concurrency": 20}, 100)
            trouble(bench, "60 calls a minute", {"rpm": 60}, 100)
            trouble(bench, "150,000 tokens a minute", {"tpm": 150_000}, 100)


if __name__ == "__main__":
    main()
