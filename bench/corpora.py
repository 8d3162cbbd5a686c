"""Articles of our own for measuring, made by rule: one event for every twenty articles, several outlets each.

Same size, same articles, on any machine. What they say is invented. Every article names its number (ART-0000) in its
title, by which the simulated endpoint knows it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

_PER_EVENT = 20
_FACTS = 14

_PLACES = (
    "Arvenholm", "Besk", "Corrow", "Dunmarch", "Eltvik", "Farrowby", "Grenna", "Holmsund", "Ivarstad", "Jorvel",
    "Kestwick", "Lorne Quay", "Marrowgate", "Nerrin", "Ostvale", "Pellworth", "Quennor", "Ravensund", "Selby Cross",
    "Tornea", "Ulverby", "Vantry", "Westmarch", "Yarrowfield", "Zelmouth",
)  # fmt: skip
_PEOPLE = (
    "Ansel Brodie", "Brita Colm", "Cyril Dahl", "Dorrit Evers", "Edda Falk", "Fenna Grieve", "Gustav Hale",
    "Hedda Irvine", "Ivo Jessup", "Jorunn Kell", "Karel Lund", "Lotte Maar", "Mattis Noor", "Nadia Orme",
    "Oskar Pryce", "Petra Quist", "Ragna Stroud", "Sven Tarrant", "Tilda Ulm", "Viggo Wrenn",
)  # fmt: skip
_OUTLETS = (
    "Courier",
    "Ledger",
    "Standard",
    "Echo",
    "Radio",
    "Dispatch",
    "Herald",
    "Post",
    "Monitor",
    "Gazette",
)

_KINDS = {
    "Flood closes the river port of {place}": (
        "the river {river} rose {a} centimetres above its banks at {place} in the night to {day}",
        "{b} households in the lower town of {place} were without power by {day} morning",
        "the port of {place} stopped loading grain after water reached the second of its {c} cranes",
        "{d} people spent the night in the sports hall of {place}, where volunteers handed out blankets",
        "the ferry across the {river} will not run before the end of the month",
        "the last flood of that height at {place} was recorded in {year}",
        "the province has set aside {e} million crowns for repairs to the dikes of {place}",
        "a dike north of {place} was patched with {f} sandbags and held",
        "the railway between {place} and {other} was cut in two places",
        "insurers in {other} expect claims from {g} businesses along the quay",
        "the gauge at the old bridge failed at 3 a.m. and was read by hand afterwards",
        "schools in {place} stay closed until {day}, and exams were moved",
        "the army lent {h} pumps, of which most stood at the waterworks",
        "drinking water in {place} has to be boiled until tests are done",
        "the council had postponed a higher wall along the {river} twice because of its cost",
        "fishermen found {i} boats adrift below the weir on {day}",
    ),
    "Glass maker shuts its furnace in {place}": (
        "the glass works of {place} will put out its last furnace with the loss of {a} jobs",
        "the company told its staff on {day} that gas had become too expensive for the {place} plant",
        "{b} of the workers live in {other} and come by train every day",
        "the union wants the furnace in {place} kept warm until a buyer is found",
        "the works had sales of {e} million crowns last year, a third less than in {year}",
        "{c} suppliers around {place} depend on the plant for more than half of their orders",
        "the state had lent the company {f} thousand crowns on condition that jobs were kept",
        "bottles for {d} breweries will now be made abroad",
        "the site of the works lies on {g} hectares beside the {river}",
        "apprentices in {place} may finish their training in {other}",
        "the furnace in {place} had burned without a pause since {year}",
        "the mayor heard of the decision {h} hours before the staff did",
        "talks on severance pay begin on {day} in {other}",
        "engineers say that a cold furnace cannot be lit again without new bricks",
        "a fund from abroad looked at the plant in spring and walked away",
        "the owner still runs {i} smaller works in the south",
    ),
    "Court stops the wind farm off {place}": (
        "a court in {other} stopped the building of {a} wind turbines off {place} on {day}",
        "the judges found that {b} objections from {place} had not been answered by the ministry",
        "the operator has already spent {e} million crowns on foundations in the bay of {place}",
        "{c} ships that lay cable near {place} were called back to port",
        "the first permit for the farm was given in {year} and extended without a hearing",
        "fishermen had gone to court over {d} square kilometres of trawling ground",
        "the farm was to supply {f} homes along the coast",
        "a survey of birds covered {g} days and left out the autumn",
        "the operator may appeal within {h} weeks",
        "the company's shares fell after the ruling was read in {other}",
        "{i} towers lie finished on the quay of {place}",
        "the ministry said that other farms on the coast are not affected",
        "residents of {place} celebrated on the market square on {day} evening",
        "the cable to the power station at {other} will be finished all the same",
        "the judges set the value of the case at the cost of one turbine",
        "a new hearing in {place} can begin next year at the earliest",
    ),
}
_FRAMES = (
    "{Fact}.",
    "{Fact}, said {who}.",
    "According to {who}, {fact}.",
    "{who} told the {paper} that {fact}.",
    "As the {paper} had reported before, {fact}.",
    "It also became known that {fact}, which {who} confirmed.",
)
_ROLES = (
    "a spokeswoman for the province",
    "the mayor's office",
    "an official",
    "the police",
    "a union leader",
)
_TAILS = (
    "Nobody in {place} wanted to say on {day} how long that would last, and {person} asked for patience.",
    "{person}, who has lived near the {river} for {a} years, called it the hardest week that {place} has seen.",
    "The {paper} was shown the letter in which {person} had warned the council of {place} about it.",
    "In {other}, where {person} had called a meeting for {day}, the hall was full long before it began.",
)


def write(directory: Path, size: int, *, seed: int = 1) -> Path:
    """A directory with that many articles, as text files with a headline, an outlet and a dateline."""
    directory.mkdir(parents=True, exist_ok=True)
    for number in range(size):
        (directory / f"{number:04}.txt").write_text(article(number, seed=seed), encoding="utf-8")
    return directory


def article(number: int, *, seed: int = 1) -> str:
    """The article of that number: 300 to 450 words about the event that it belongs to."""
    event = number // _PER_EVENT
    world = _world(event, seed)
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - reproducible on purpose
    kinds = list(_KINDS.items())
    headline, facts = kinds[event % len(kinds)]
    paper = f"{dice.choice(_PLACES)} {_OUTLETS[number % len(_OUTLETS)]}"
    chosen = dice.sample(range(len(facts)), _FACTS)
    paragraphs = []
    for start in range(0, len(chosen), 2):
        said = [_sentence(facts[index], world, paper, dice) for index in chosen[start : start + 2]]
        if start % 4 == 0:
            said.append(dice.choice(_TAILS).format(**world, person=dice.choice(_PEOPLE), paper=paper))
        paragraphs.append(" ".join(said))
    day = date(2025, 3, 3) + timedelta(days=11 * event + number % 3)
    dateline = f"{world['place'].upper()}, {day:%B} {day.day}, {day.year}"
    return (
        f"{headline.format(**world)} (ART-{number:04})\n{paper}\n\n{dateline} — "
        + "\n\n".join(paragraphs)
        + "\n"
    )


def _world(event: int, seed: int) -> dict[str, str]:
    dice = random.Random(f"{seed}:event:{event}")  # noqa: S311 - as above
    place, other, river = dice.sample(_PLACES, 3)
    figures = {name: str(dice.randrange(12, 980)) for name in "abcdefghi"}
    days = ("Monday", "Tuesday", "Wednesday", "Thursday")
    return {
        "place": place,
        "other": other,
        "river": f"{river[:4].strip()}e",
        "day": days[event % len(days)],
        "year": str(dice.randrange(1921, 2015)),
        **figures,
    }


def _sentence(fact: str, world: dict[str, str], paper: str, dice: random.Random) -> str:
    said = fact.format(**world)
    who = f"{dice.choice(_PEOPLE)}, {dice.choice(_ROLES)}," if dice.random() < 0.5 else dice.choice(_PEOPLE)
    made = dice.choice(_FRAMES).format(fact=said, Fact=said[:1].upper() + said[1:], who=who, paper=paper)
    made = made.replace(",.", ".").replace(",,", ",")
    return made[:1].upper() + made[1:]
