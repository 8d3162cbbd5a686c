"""How long consolidation takes without a model: `python bench/consolidate.py [--articles 500] [--events 60]`.

The articles are made here, of invented towns, firms and people; the same numbers make the same articles. Said are CPU
seconds and peak memory of everything after reading: selecting sentences, and consolidating them. Garbage is collected
as seldom as the program does.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import sys
import time
from datetime import date, timedelta
from typing import NamedTuple

from conspectus.cli.collecting import collecting_seldom
from conspectus.consolidate import consolidate
from conspectus.model.article import Article
from conspectus.reading.article import read_article
from conspectus.summarise import summarise


def _words(text: str) -> list[str]:
    return text.split()


TOWNS = _words(
    "Arden Varn Orle Brannock Tarn Lend Sundby Kuldag Selm Tereb Nim Hask Carrow Fallow Norrey Aldmoor"
)
FIRMS = _words("Velm Ostrane Korb Hearthwell Brenn Skerry Quarry Larkspur Whitlow Cantor Harlan Ansgar")
PEOPLE = [
    f"{first} {last}" for first in _words("Ilse Otto Pia Ada Noor Ivo") for last in _words("Brandt Renk Vale")
]
OUTLETS = [f"{town} {kind}" for town in TOWNS for kind in ("Post", "Radio", "Courier", "Ledger", "Mirror")]
BINDERS = _words("beside beyond despite behind past against amid below above within")
KINDS = _words(
    "narrow painted northern crooked silent upper bitter hollow modern copper yellow rented borrowed"
)
THINGS = _words(
    "gate bridge orchard tower cellar market ladder bell window lantern kettle meadow tunnel archive chimney harbour "
    "garden barrel mirror saddle anchor compass violin blanket stove pillar barn ferry canal quarry"
)
SUBJECTS = (
    (
        "Fire",
        "A fire broke out at the {firm} mill in {town} on {day}",
        "{n} people were injured in the fire at the mill in {town}",
    ),
    (
        "Strike",
        "Drivers of the {firm} buses in {town} walked out on {day}",
        "{n} drivers of {firm} joined the strike in {town}",
    ),
    (
        "Recall",
        "{firm} called back jars of jam made in {town} on {day}",
        "{firm} sold {n} jars of the jam made in {town}",
    ),
    (
        "Vote",
        "The council of {town} approved the harbour plan of {firm} on {day}",
        "{n} people in {town} signed against the harbour plan of {firm}",
    ),
    (
        "Flood",
        "The river flooded the lower town of {town} and the yard of {firm} on {day}",
        "{n} cellars stood under water in {town} beside the {firm} yard",
    ),
    (
        "Theft",
        "Thieves broke into the museum of {town}, a gift of {firm}, on {day}",
        "{n} coins were taken from the museum of {town}",
    ),
    (
        "Outage",
        "Power failed in {town} on {day} after a fault at {firm}",
        "{n} homes in {town} were without power, {firm} said",
    ),
)
FILLERS = (
    "{person}, the mayor of {town}, said that the town would help everyone who was affected.",
    "A spokeswoman for {firm} said on {day} that the company was looking into it.",
    "The cause is not known, said {person} of the {town} fire brigade.",
    "{person}, who lives two streets away, said that it had been a long night.",
    "Work at the {firm} site in {town} will begin again next week, the company said.",
    "The damage was put at {m} crowns by the insurer.",
    "It was the second such case in {town} within {k} years.",
    "Schools in {town} stayed closed until noon.",
    "The regional council in {other} promised {m} crowns of help.",
    "According to {person}, the first call came at {k} a.m.",
    "Nobody from {firm} would say how many contracts were affected.",
    "A public meeting is planned in the town hall of {town}.",
    "{firm} has {m} employees and opened its yard in {town} in 2009.",
    "{person} denied that the alarm at the yard had been switched off.",
    "Neighbours in {town} had warned the authorities for years, {person} said.",
)
COPIED = 0.1


class Story(NamedTuple):
    """What happened where, whom it concerns, when, and how much of it."""

    subject: tuple[str, str, str]
    town: str
    firm: str
    day: date
    size: int


def made(articles: int, events: int, seed: int = 7) -> list[Article]:
    """That many articles about that many events, some of them copies of one another."""
    chance = random.Random(seed)  # noqa: S311  # the same articles each time, no secret
    stories = [
        Story(
            SUBJECTS[number % len(SUBJECTS)],
            chance.choice(TOWNS),
            chance.choice(FIRMS),
            date(2025, 1, 6) + timedelta(days=chance.randrange(300)),
            chance.randrange(5, 400),
        )
        for number in range(events)
    ]
    found: list[Article] = []
    bodies: list[str] = []
    for number in range(articles):
        story = chance.choice(stories)
        written = story.day + timedelta(days=chance.randrange(3))
        if bodies and chance.random() < COPIED:
            body = f"{chance.choice(bodies)} More will follow."
        else:
            body = _body(chance, story)
            bodies.append(body)
        title, outlet = f"{story.subject[0]} in {story.town}", chance.choice(OUTLETS)
        text = (
            f"---\ntitle: {title}\npublisher: {outlet}\ndate: {written}\n---\n\n{body}\n\nReport {number}.\n"
        )
        found.append(read_article(text.encode(), name=f"{number:03}.md", media="markdown"))
    return found


def _body(chance: random.Random, story: Story) -> str:
    def fill(text: str) -> str:
        filled = text.removesuffix(".").format(
            town=story.town,
            firm=story.firm,
            other=chance.choice(TOWNS),
            person=chance.choice(PEOPLE),
            day=f"{story.day:%A}, {story.day.day} {story.day:%B %Y}",
            n=story.size if chance.random() > COPIED else story.size * 2 + 3,
            m=f"{chance.randrange(2, 900) * 1000:,}",
            k=chance.randrange(2, 11),
        )
        # Words that make each outlet's wording its own, so that only copies look like copies.
        near, far = (f"the {chance.choice(KINDS)} {chance.choice(THINGS)}" for _ in range(2))
        return f"{filled}, {chance.choice(BINDERS)} {near} of {far}."

    lead = [fill(text) for text in story.subject[1:]]
    rest = [fill(text) for text in chance.sample(FILLERS, 13)]
    return "\n\n".join([" ".join(lead), *(" ".join(rest[n : n + 3]) for n in range(0, len(rest), 3))])


async def run(articles: list[Article]) -> None:
    """Says what each step took."""
    began = time.process_time()
    summaries = [await summarise(article, None, max_output_tokens=1) for article in articles]
    selected = time.process_time()
    result = await consolidate(articles, summaries, None, max_points=10)
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = (
        ("articles", f"{len(articles):8}"),
        ("events", f"{len(result.events):8}"),
        ("origins", f"{len(result.origins):8}"),
        ("claims", f"{len(result.claims):8}"),
        ("conflicts", f"{sum(len(event.conflicts) for event in result.events):8}"),
        ("select", f"{selected - began:8.1f} s CPU"),
        ("consolidate", f"{ended - selected:8.1f} s CPU"),
        ("peak memory", f"{peak:8.0f} MB"),
    )
    sys.stdout.write("".join(f"{name:12}{value}\n" for name, value in rows))


def main() -> None:
    """Makes the articles and measures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=500)
    options.add_argument("--events", type=int, default=60)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    articles = made(given.articles, given.events, given.seed)
    with collecting_seldom():
        asyncio.run(run(articles))


if __name__ == "__main__":
    main()
