"""How much of all prompts a cache of their beginnings spares: `python -m bench.prefix`.

Hosted: Conspectus on the simulated endpoint, which counts tokens at the start of a prompt that an earlier one had too,
in steps and from a least length on, as providers do. Embedded: what the server said when the cassettes were recorded.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.load import UNBOUNDED, Bench
from bench.running import ROOT, endpoint

KINDS = {
    "hosted, from 1,024 tokens in steps of 128": {"prefix_least": 1024, "prefix_step": 128},
    "hosted, from 64 tokens in steps of 64": {"prefix_least": 64, "prefix_step": 64},
}


def hosted(articles: int, concurrency: int, port: int) -> Iterator[tuple[str, Counter[str]]]:
    """Tokens of prompts, and those of them that were cached, for each way of counting."""
    with tempfile.TemporaryDirectory() as place, endpoint(port) as at:
        bench = Bench(at, Path(place))
        for kind, settings in KINDS.items():
            at.reset(**settings, scale=20)
            stats = bench.ours(articles, concurrency).run.stats
            yield kind, Counter(prompt=stats["input_tokens"], cached=stats["cached_tokens"])


def recorded() -> Counter[str]:
    """The same of all answers in the cassettes."""
    total: Counter[str] = Counter()
    for path in sorted((ROOT / "cassettes").rglob("*.yaml")):
        for usage in _usages(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)):
            details = usage.get("prompt_tokens_details") or {}
            total.update(prompt=usage["prompt_tokens"], cached=details.get("cached_tokens", 0))
    return total


def _usages(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("usage"), dict) and "prompt_tokens" in node["usage"]:
            yield node["usage"]
        for child in node.values():
            yield from _usages(child)
    elif isinstance(node, list):
        for child in node:
            yield from _usages(child)


def main() -> None:
    """A Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--concurrency", type=int, default=UNBOUNDED)
    parser.add_argument("--port", type=int, default=8933)
    given = parser.parse_args()
    found = dict(hosted(given.articles, given.concurrency, given.port))
    found["embedded, as recorded"] = recorded()
    sys.stdout.write("| cache | tokens of prompts | of them cached | share |\n| --- | --- | --- | --- |\n")
    for kind, total in found.items():
        share = total["cached"] / max(1, total["prompt"])
        sys.stdout.write(f"| {kind} | {total['prompt']:,} | {total['cached']:,} | {share:.0%} |\n")


if __name__ == "__main__":
    main()
