"""Points beside what other origins are likely to tell of the same."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from conspectus import Settings, brief, render
from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.prose.account import cited_claims
from conspectus.consolidate.prose.compose import point
from conspectus.consolidate.prose.counterparts import Told, side_by_side
from conspectus.model.briefing import Briefing, Point, Shared
from conspectus.verification.audit import audit
from tests.support.articles import written
from tests.support.worlds import scene

HERALD = """A chip pan fire drove four families out of a block of flats in Mill Street, Olm, on Monday night.

Two officers led the tenants down a staircase full of smoke, the brigade said.

The mayor has asked for a report on the alarms by Friday.

The gym of the school in Kiln Lane will stay open for the families until they can go home."""
GAZETTE = """Olm's firefighters were called to Mill Street on Monday night, where a kitchen was ablaze.

A neighbour carried children down the staircase, which was full of smoke, before any engine came.

The landlord could not be reached, and the Gazette's calls were not returned.

Nobody knows when the families can go home: the gym of the school has beds for them."""


PAGES = (("Olm Herald", HERALD), ("Gazette", GAZETTE))


def made(told: Sequence[tuple[str, str]] = PAGES) -> Briefing:
    """The reports, each with its outlet, as one briefing, without a model."""
    pages = [
        written(text, outlet=outlet, day="2025-03-11", title="Fire in Mill Street") for outlet, text in told
    ]
    return brief(pages, settings=Settings(model="none", cache=False))


def told(briefing: Briefing) -> list[Point]:
    """All sentences of the lead and all points."""
    (event,) = briefing.events
    return [*event.lead, *event.points]


def test_a_point_stands_below_what_it_is_likely_to_be_of() -> None:
    """Who came down the staircase, as two outlets have it, one right behind the other."""
    points = told(made())
    lower = next(each for each in points if each.beside is not None)
    upper = points[points.index(lower) - 1]
    assert lower.beside in upper.claim_ids
    assert {upper.text.split()[1], lower.text.split()[1]} == {"officers", "neighbour"}
    assert not set(upper.origins) & set(lower.origins)


def test_what_is_no_point_is_named_alongside() -> None:
    """The gym is told of once; the other outlet that tells of it is named, and its claim is cited."""
    briefing = made()
    upper = next(each for each in told(briefing) if "gym" in each.text)
    (claim_id,) = upper.alongside
    assert "gym" in briefing.claim(claim_id).text
    assert claim_id in cited_claims(briefing.events)
    assert "likely on the same: " in render.markdown(briefing)
    assert not any("gym" in str(entry.text) for entry in briefing.ledger)


def test_every_format_shows_it_below() -> None:
    """Indented with its own mark in the terminal and in Markdown; of a class of its own on the page."""
    briefing = made()
    assert "\n   ⇄  “" in render.terminal(briefing, width=80)
    assert "\n  - ⇄ “" in render.markdown(briefing)
    assert "<li class=beside>" in render.html(briefing)


def test_its_quote_stands_further_in_than_its_words() -> None:
    """With the evidence below each sentence, that of what is indented is so too."""
    shown = render.terminal(made(), width=80, beside=True).splitlines()
    (first,) = (number for number, line in enumerate(shown) if line.startswith("   ⇄"))
    quote = next(line for line in shown[first + 1 :] if line.lstrip().startswith("["))
    assert quote.startswith(9 * " " + "[")


def test_a_screen_reader_says_the_sign_on_the_page() -> None:
    """Nothing else says there what the line is; an alternative text of nothing would leave it unsaid."""
    assert re.search(r'\.beside>:first-child::?before{content:"⇄";', render.html(made()))


ORIGINAL: dict[str, Any] = json.loads(render.json(made()))


@pytest.mark.parametrize("field", ["beside", "alongside"])
def test_the_audit_finds_what_is_beside_nothing_or_beside_its_own(field: str) -> None:
    """A claim that nothing cites or that is not there, and one of the point's own origin."""
    assert audit(made()) == ()
    event = ORIGINAL["events"][0]
    name, number = next(
        (name, number)
        for name in ("points", "lead")
        for number, point in enumerate(event[name])
        if point[field]
    )
    own = event[name][number]["claim_ids"][0]
    for wrong in ("c0123456789", own):
        saved = json.loads(json.dumps(ORIGINAL))
        saved["events"][0][name][number][field] = wrong if field == "beside" else [wrong]
        places = {each.where for each in audit(Briefing.model_validate(saved))}
        assert any(place.startswith(f"events[0].{name}[{number}].{field}") for place in places)


def test_the_audit_finds_what_stands_below_another_than_its_own() -> None:
    """Moved behind another point, or to where nothing stands below anything, it is shown as of something else."""
    event = ORIGINAL["events"][0]
    number = next(number for number, point in enumerate(event["points"]) if point["beside"])
    for name, place in (("points", len(event["points"]) - 1), ("unknown", 0)):
        saved = json.loads(json.dumps(ORIGINAL))
        altered = saved["events"][0]
        altered[name].append(altered["points"].pop(number))
        places = {each.where for each in audit(Briefing.model_validate(saved))}
        assert f"events[0].{name}[{place}].beside" in places


def test_who_is_only_likely_to_tell_of_it_carries_no_part() -> None:
    """Beside the event the page counts its sentences, none of them as carried in part by others."""
    assert "7 sentences" in render.html(made())
    assert "in part" not in render.html(made())


def two_gusts() -> tuple[Told, Told, Differences]:
    """What two outlets say of the strongest gust, and how they are aligned."""
    made = scene(
        "A storm crossed Varn. The strongest gust, 137 km/h, was measured at the lighthouse.",
        "Varn slept badly. Instruments at the lighthouse showed a gust of 146 km/h.",
    )
    first, second = (
        Told(each.item.claim.id, point(each.item, frozenset())) for each in made.said if "gust" in each.text
    )
    said = {each.item.claim.id: each for each in made.said}
    return first, second, Differences(said=said, alignment=Alignment(made))


@pytest.mark.parametrize("both", [False, True])
def test_below_what_several_origins_say_stands_none_of_them(both: bool) -> None:
    """A model's sentence may rest on claims of two outlets: then the second one's other words are no other account."""
    upper, lower, differ = two_gusts()
    if both:
        origins = (*upper.point.origins, *lower.point.origins)
        upper = upper._replace(point=upper.point.model_copy(update={"origins": origins}))
    _, (placed,) = side_by_side([upper], [lower], differ)
    assert placed.beside == (None if both else upper.key)


def test_vectors_are_weighed_where_they_are_given() -> None:
    """Two gusts whose vectors are opposite don't stand beside each other."""
    upper, lower, differ = two_gusts()

    def beside(cosine: float) -> str | None:
        _, (placed,) = side_by_side(
            [upper], [lower], differ, lambda texts: [[cosine] * len(texts)] * len(texts)
        )
        return placed.beside

    assert beside(-1.0) is None
    assert beside(0.9) == upper.key


@pytest.mark.parametrize("each_names", [(True, True), (True, False), (False, False)])
def test_what_tell_a_part_of_each_other_stand_together(each_names: tuple[bool, bool]) -> None:
    """However unlike their words are; what only one of them has of the other does not."""
    made = scene(
        "A storm crossed Varn. An alarm tripped at 3:40 a.m. and the sluice was shut by noon.",
        "Varn slept badly. Level warnings began at 3.40 that morning, the firm wrote.",
    )
    upper, lower = (
        Told(each.item.claim.id, point(each.item, frozenset())) for each in made.said if "3" in each.text
    )
    first, second = (
        one._replace(
            point=one.point.model_copy(
                update={"shared": (Shared(words="3", claim_ids=(other.key,), origins=other.point.origins),)}
            )
        )
        if names
        else one
        for one, other, names in zip((upper, lower), (lower, upper), each_names, strict=True)
    )
    said = {each.item.claim.id: each for each in made.said}
    _, (placed,) = side_by_side([first], [second], Differences(said=said, alignment=Alignment(made)))
    assert placed.beside == (upper.key if all(each_names) else None)


def test_what_is_out_of_date_is_named_alongside_nothing() -> None:
    """A figure that another has replaced stands with that one, and who gave it first is no further account."""
    upper, lower, differ = two_gusts()
    for outdated, alongside in ((frozenset[str](), (lower.key,)), (frozenset({lower.key}), ())):
        (placed,), _ = side_by_side([upper], [], replace(differ, outdated=outdated))
        assert placed.alongside == alongside


def test_a_point_in_another_file_of_its_story_is_named_alongside_nothing() -> None:
    """The same sentence from a second outlet of one origin, right behind the point that it is."""
    again = GAZETTE.replace("gym", "sports hall").replace("A neighbour", "A man from next door")
    briefing = made((*PAGES, ("Post", again)))
    points = told(briefing)
    assert {each.origins for each in points} == {("o1",), ("o2",)}
    assert any(each.alongside for each in points)
    said = {each.text for each in points}
    assert not any(briefing.claim(each).text in said for point in points for each in point.alongside)
