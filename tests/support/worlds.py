"""Small invented worlds in which outlets contradict each other, and what a run over one of them found.

`tests/data/worlds.txt` says at its top how they are written.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from conspectus.consolidate import consolidate
from conspectus.consolidate.agreement.weighing import Weighed, weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import statements
from conspectus.model.article import Article
from conspectus.model.briefing import Conflict, Event
from conspectus.summarise import summarise
from tests.support.articles import ROOT, said, written

_TAGGED = re.compile(r"\{(?P<tags>[^}]*)\}\s*(?P<text>.*)")
_TAG = re.compile(r"(?P<kind>~?\w+):(?P<name>\w+)=(?P<side>\w+)")


@dataclass(frozen=True)
class World:
    """Articles; and by kind and name, the sentences of each side of a conflict or of a decoy ("~reason")."""

    name: str
    articles: tuple[Article, ...]
    marked: dict[tuple[str, str], dict[str, set[str]]] = field(default_factory=dict)

    @property
    def conflicts(self) -> dict[tuple[str, str], dict[str, set[str]]]:
        """What a careful reader would call a conflict."""
        return {
            key: sides for key, sides in self.marked.items() if not key[0].startswith("~") and len(sides) > 1
        }


@dataclass
class Tally:
    """Conflicts found of those wanted, by kind; those shown that are none; decoys that were shown as one."""

    wanted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    shown: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share (0–1) of what was wanted that was found."""
        return sum(self.found.values()) / sum(self.wanted.values())

    @property
    def precision(self) -> float:
        """The share (0–1) of what was shown that was wanted."""
        return 1 - len(self.wrong) / self.shown


DAY = "2025-03-11"


def scene(*told: str | tuple[str, str]) -> Scene:
    """What the outlets say: each text is an article of its own (of that day), each of its sentences a claim."""
    return _compared(told)[0]


def differing(*told: str | tuple[str, str]) -> Differences:
    """What the outlets differ on."""
    _, weighed, published, articles = _compared(told)
    return differences(weighed, published, articles)


def _compared(
    told: Sequence[str | tuple[str, str]],
) -> tuple[Scene, tuple[Weighed, ...], dict[str, date | None], dict[str, Article]]:
    texts = [each if isinstance(each, tuple) else (each, DAY) for each in told]
    articles = [written(text, outlet=f"Outlet {n}", day=day) for n, (text, day) in enumerate(texts)]
    claims = [
        said(article, article.sentence_text(sentence)) for article in articles for sentence in article.body
    ]
    published = {article.id: article.published for article in articles}
    weighed, _ = weigh(claims, {article.id: f"o{n}" for n, article in enumerate(articles)}, published)
    by_id = {article.id: article for article in articles}
    return Scene(statements(weighed, published, by_id)), weighed, published, by_id


def worlds(path: str = "tests/data/worlds.txt") -> list[World]:
    """The worlds of a file."""
    text = ROOT.joinpath(path).read_text(encoding="utf-8")
    return [_world(part) for part in re.split(r"(?m)^== ", text)[1:]]


def _world(text: str) -> World:
    name, _, rest = text.partition("\n")
    marked: dict[tuple[str, str], dict[str, set[str]]] = {}
    articles = []
    for part in re.split(r"(?m)^-- ", rest)[1:]:
        head, _, body = part.partition("\n")
        outlet, day, title = (each.strip() for each in head.split("|"))
        paragraphs = []
        for paragraph in body.strip().split("\n\n"):
            lines = []
            for line in paragraph.splitlines():
                if found := _TAGGED.match(line):
                    for tag in _TAG.finditer(found["tags"]):
                        sides = marked.setdefault((tag["kind"], tag["name"]), {})
                        sides.setdefault(tag["side"], set()).add(found["text"])
                    line = found["text"]
                lines.append(line)
            paragraphs.append(" ".join(lines))
        articles.append(written("\n\n".join(paragraphs), outlet=outlet, day=day, title=title))
    return World(name, tuple(articles), marked)


def events(world: World) -> tuple[tuple[Event, ...], dict[str, str]]:
    """The events that a run without a model makes of the world, and the evidence of each claim as text."""

    async def run() -> tuple[tuple[Event, ...], dict[str, str]]:
        summaries = [await summarise(article, None, max_output_tokens=1) for article in world.articles]
        together = [[article.id for article in world.articles]]
        made = await consolidate(world.articles, summaries, None, max_points=10, settled=together)
        return made.events, {
            claim.id: " ".join(piece.quote for piece in claim.evidence) for claim in made.claims
        }

    return asyncio.run(run())


def tally(over: list[World]) -> Tally:
    """What runs over the worlds found."""
    total = Tally()
    for world in over:
        made, quotes = events(world)
        for kind, _ in world.conflicts:
            total.wanted[kind] += 1
        hit = set()
        for event in made:
            for conflict in event.conflicts:
                total.shown += 1
                key = _matched(conflict, quotes, world)
                if key is None:
                    sides = " | ".join(side.position for side in conflict.sides)
                    total.wrong.append(f"{world.name} {conflict.kind} {conflict.question}: {sides}")
                else:
                    hit.add(key)
        for kind, name in world.conflicts:
            total.found[kind] += (kind, name) in hit
            if (kind, name) not in hit:
                total.missed.append(f"{world.name} {kind}:{name}")
    return total


def _matched(conflict: Conflict, quotes: dict[str, str], world: World) -> tuple[str, str] | None:
    cited = [" ".join(quotes[key] for key in side.claim_ids) for side in conflict.sides]
    for key, sides in world.conflicts.items():
        held = [
            {
                name
                for name, texts in sides.items()
                if any(text in one or _halves(text, one) for text in texts)
            }
            for one in cited
        ]
        if any(a and b and len(a | b) > 1 for n, a in enumerate(held) for b in held[n + 1 :]):
            return key
    return None


def _halves(text: str, cited: str) -> bool:
    """True where the side cites one of several sentences that stand on one line."""
    return any(
        part in cited for part in re.split(r"(?<=[.!?]) (?=[“\"A-Z])", text) if len(part) > len(text) / 3
    )
