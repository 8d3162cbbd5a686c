"""Counts of one day that were printed at different hours: the later replaces the earlier, or contradicts it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.model.briefing import Relation
from tests.support.articles import said, written


class Told(NamedTuple):
    """What an outlet says, when it was printed, and when it was updated, as its front matter has it."""

    text: str
    when: str
    updated: str | None = None


def differing(*told: Told, one_origin: bool = False) -> Differences:
    """What these outlets differ on, each text of one claim."""
    articles = []
    for number, each in enumerate(told):
        day = f"{each.when}\nupdated: {each.updated}" if each.updated else each.when
        articles.append(written(each.text, outlet=f"Outlet {number}", day=day, name=f"{number}.md"))
    claims = [said(article, each.text) for article, each in zip(articles, told, strict=True)]
    published = {article.id: article.published for article in articles}
    origin_of = {article.id: "o" if one_origin else article.id for article in articles}
    weighed = weigh(claims, origin_of, published)[0]
    return differences(weighed, published, {article.id: article for article in articles})


def untimed(told: Told) -> Told:
    """The same without the hour."""
    return Told(told.text, told.when[:10])


MORNING, NOON, AFTERNOON = "2026-03-04T10:05:00Z", "2026-03-04T12:00:00Z", "2026-03-04T16:40:00Z"
THREE = "Three people died when a footbridge fell at Orle, the police said."
FIVE = "Five people died when a footbridge fell at Orle, the fire service said."

UPDATES = {
    "dead": (Told(THREE, MORNING), Told(FIVE, AFTERNOON)),
    "hurt, in two zones": (
        Told("Twelve people were hurt in the crash at Varn station.", "2026-03-04T10:05:00-05:00"),
        Told("Nineteen people were hurt in the crash at Varn station.", "2026-03-04T17:40:00+01:00"),
    ),
    "missing, and then fewer": (
        Told("Nine hikers were missing after the avalanche at Sund.", "2026-03-04T08:30:00+01:00"),
        Told("Two hikers were missing after the avalanche at Sund.", "2026-03-04T13:00:00+01:00"),
    ),
    "in German": (
        Told("Beim Brand der Molkerei in Altfeld wurden vier Menschen verletzt.", "2026-03-04T09:00:00+01:00"),
        Told("Beim Brand der Molkerei in Altfeld wurden sieben Menschen verletzt.", "2026-03-04T14:30:00+01:00"),
    ),
    "of the dead, in German": (
        Told("Beim Zugunglück in Altfeld sind drei Menschen gestorben, teilte die Polizei mit.", MORNING),
        Told("Beim Zugunglück in Altfeld sind fünf Menschen gestorben, teilte die Feuerwehr mit.", AFTERNOON),
    ),
    "of the dead, in Spanish": (
        Told("Murieron tres personas en el derrumbe de Corbal, según la policía.", MORNING),
        Told("Murieron cinco personas en el derrumbe de Corbal, según los bomberos.", AFTERNOON),
    ),
    "of the dead, in French": (
        Told("Quatre personnes sont décédées dans l’incendie de Marlieu, selon les pompiers.", MORNING),
        Told("Six personnes sont décédées dans l’incendie de Marlieu, selon la préfecture.", AFTERNOON),
    ),
    "in French": (
        Told("Douze personnes ont été interpellées après l’émeute de Varnes.", "2026-03-04T09:00:00+01:00"),
        Told("Vingt personnes ont été interpellées après l’émeute de Varnes.", "2026-03-04T18:20:00+01:00"),
    ),
    "in Spanish": (
        Told("Fueron evacuadas 120 personas por la riada de Alcor.", "2026-03-04T09:00:00+01:00"),
        Told("Fueron evacuadas 340 personas por la riada de Alcor.", "2026-03-04T18:20:00+01:00"),
    ),
    "an agency's copies": (
        Told("A tram struck a lorry in Varn on Wednesday and four people were hurt, police said.", MORNING),
        Told("A tram struck a lorry in Varn on Wednesday and nine people were hurt, police said.", AFTERNOON),
    ),
    "updated after the other was out": (Told(THREE, NOON), Told(FIVE, "2026-03-04T08:00:00Z", AFTERNOON)),
    "of the day before, counted on": (
        Told("Three people died at Orle on Tuesday, the police said.", MORNING),
        Told("Five people died at Orle on Tuesday, the fire service said.", AFTERNOON),
    ),
    "where it is the next day already": (
        Told(THREE, "2026-03-05T00:30:00+09:00"),
        Told(FIVE, "2026-03-04T20:00:00Z"),
    ),
}  # fmt: skip

CONFLICTS = {
    "twenty minutes apart": (Told(THREE, MORNING), Told(FIVE, "2026-03-04T10:25:00Z")),
    "the dead become fewer by another's word": (Told(FIVE, MORNING), Told(THREE, AFTERNOON)),
    "one names no hour": (Told(THREE, MORNING), Told(FIVE, "2026-03-04")),
    "one names no zone": (Told(THREE, MORNING), Told(FIVE, "2026-03-04 16:40:00")),
    "out for long and updated since": (Told(THREE, "2026-03-04T08:00:00Z", AFTERNOON), Told(FIVE, NOON)),
    "updated, and nobody knows when": (Told(THREE, MORNING, "2026-03-04"), Told(FIVE, AFTERNOON)),
    "missing, for an hour of the day": (
        Told("At 3 p.m. nine hikers were missing after the avalanche at Sund.", MORNING),
        Told("Two hikers were missing after the avalanche at Sund.", AFTERNOON),
    ),
    "a crowd": (
        Told("The police said that 12,000 people marched in Varn.", MORNING),
        Told("The unions said that 40,000 people marched in Varn.", AFTERNOON),
    ),
    "those aboard": (
        Told("The ferry had 45 people aboard, the harbour master said.", MORNING),
        Told("The ferry had 51 people aboard, the owner said.", AFTERNOON),
    ),
    "a price": (
        Told("The bridge at Orle cost 40 million crowns, the mayor said.", MORNING),
        Told("The bridge at Orle cost 60 million crowns, the treasurer said.", AFTERNOON),
    ),
    "a distance": (
        Told("The wreck lies 12 km off Sund, the coast guard said.", MORNING),
        Told("The wreck lies 20 km off Sund, the navy said.", AFTERNOON),
    ),
    "what a court said": (
        Told("The court in Varn fined the mill 20,000 euros, the prosecutor said.", MORNING),
        Told("The court in Varn fined the mill 30,000 euros, the mill's lawyer said.", AFTERNOON),
    ),
    "jobs": (
        Told("The notice says that 262 jobs were lost in Arden.", MORNING),
        Told("The union said that 410 jobs were lost in Arden.", AFTERNOON),
    ),
    "counted for years": (
        Told("Since 2019 forty people have died on the road at Orle, the police said.", MORNING),
        Told("Since 2019 sixty people have died on the road at Orle, the road club said.", AFTERNOON),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", UPDATES.values(), ids=list(UPDATES))
@pytest.mark.parametrize("reversed_", [False, True], ids=["", "the later first"])
def test_a_count_printed_clearly_later_replaces_the_earlier(pair: tuple[Told, Told], reversed_: bool) -> None:
    """The earliest comes first, each side with its time; without the hours they contradict each other."""
    copies = pair is UPDATES["an agency's copies"]
    found = differing(*(reversed(pair) if reversed_ else pair), one_origin=copies)
    assert not found.conflicts
    (update,) = found.reconciled
    assert update.relation is Relation.UPDATE
    assert [side.position for side in update.sides] == [each.text for each in pair]
    assert len(found.outdated) == 1
    assert found.outdated == set(update.sides[0].claim_ids)
    times = [each.at.isoformat() for each in update.sides if each.at]
    assert times == [(each.updated or each.when).replace("Z", "+00:00") for each in pair]


@pytest.mark.parametrize("pair", CONFLICTS.values(), ids=list(CONFLICTS))
@pytest.mark.parametrize("reversed_", [False, True], ids=["", "the later first"])
def test_what_does_not_move_or_is_not_clearly_later_contradicts(
    pair: tuple[Told, Told], reversed_: bool
) -> None:
    """The hours at which such statements were printed decide nothing."""
    found = differing(*(reversed(pair) if reversed_ else pair))
    assert len(found.conflicts) == 1
    assert not found.reconciled
    assert not found.outdated


@pytest.mark.parametrize("pair", [*UPDATES.values(), *CONFLICTS.values()], ids=[*UPDATES, *CONFLICTS])
def test_without_the_hours_all_of_these_are_conflicts(pair: tuple[Told, Told]) -> None:
    """So that each of the pairs above shows what the hours do."""
    one_day = [untimed(Told(each.text, "2026-03-04")) for each in pair]
    found = differing(*one_day, one_origin=pair is UPDATES["an agency's copies"])
    assert len(found.conflicts) == 1


def test_counts_of_several_days_and_hours_are_one_question() -> None:
    """A day has as many steps as hours tell apart; whoever names no hour is none where others do."""
    two = THREE.replace("Three", "Two")
    eight = FIVE.replace("Five", "Eight")
    found = differing(
        Told(eight, "2026-03-05"),
        Told(FIVE, AFTERNOON),
        Told(THREE, MORNING),
        Told(two, "2026-03-03T20:00:00Z"),
    )
    (update,) = found.reconciled
    assert [each.position for each in update.sides] == [two, THREE, FIVE, eight]
    assert [each.at is not None for each in update.sides] == [False, True, True, False]
    assert not found.conflicts


def test_an_outlet_without_an_hour_that_has_the_later_count_contradicts_nobody() -> None:
    """That three became five is known; a fourth number is not explained by it, nor a three from the evening."""
    five = "Five were killed in the fall of the footbridge at Orle, said the mayor."
    assert not differing(Told(THREE, MORNING), Told(FIVE, AFTERNOON), Told(five, "2026-03-04")).conflicts
    four = five.replace("Five", "Four")
    assert differing(Told(THREE, MORNING), Told(FIVE, AFTERNOON), Told(four, "2026-03-04")).conflicts
    three = five.replace("Five", "Three")
    late = differing(Told(THREE, MORNING), Told(FIVE, AFTERNOON), Told(three, "2026-03-04T19:00:00Z"))
    assert late.conflicts


def test_a_correction_on_the_same_day_has_both_times() -> None:
    """What was wrong at ten, and what was put right at four."""
    wrong = Told("The landslide at Varn buried 14 houses, the council said.", MORNING)
    right = Told(
        "Correction: an earlier report said that the landslide at Varn buried 14 houses; it was nine.",
        AFTERNOON,
    )
    (found,) = differing(wrong, right).reconciled
    assert found.relation is Relation.CORRECTION
    assert [each.at and each.at.hour for each in found.sides] == [10, 16]
    (alone,) = differing(untimed(wrong), right).reconciled
    assert [each.at and each.at.hour for each in alone.sides] == [None, 16]


def test_what_is_not_so_yet_may_be_so_some_hours_later() -> None:
    """In that order only, and where the denial speaks of its own hour: what was never so was not so before."""
    closed = "The bridge at Orle has not been reopened, the council said."
    opened = "The bridge at Orle was reopened, the mayor said."
    assert not differing(Told(closed, MORNING), Told(opened, AFTERNOON)).conflicts
    assert differing(Told(closed, MORNING), Told(opened, "2026-03-04T10:25:00Z")).conflicts
    assert differing(Told(closed, AFTERNOON), Told(opened, MORNING)).conflicts
    assert differing(Told(closed, "2026-03-04"), Told(opened, AFTERNOON)).conflicts
    unsigned = "The treaty of Varn was not signed, the envoy said."
    signed = "The treaty of Varn was signed, the minister said."
    assert differing(Told(unsigned, MORNING), Told(signed, AFTERNOON)).conflicts
