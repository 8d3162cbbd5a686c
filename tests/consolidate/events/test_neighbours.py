"""Events of articles in several languages."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from conspectus.consolidate.events.grouping import grouped
from conspectus.model.article import Article
from tests.support.articles import written


def _groups(articles: Sequence[Article], settled: Sequence[Sequence[str]] = ()) -> set[frozenset[str]]:
    return {frozenset(group.article_ids) for group in grouped(articles, settled)}


def _ids(*articles: Article) -> frozenset[str]:
    return frozenset(article.id for article in articles)


FIRST = (
    written(
        "Die Kicker von Lohen haben das Hinspiel in Genf am Dienstag mit 3:1 gewonnen. Vor 21.400 Zuschauern trafen "
        "Udo Kampmann und Ivo Rabenau. Trainerin Ada Rohdewald lobte ihre Mannschaft nach dem Sieg.",
        outlet="Sportruf",
        day="2025-04-09",
        title="Lohen gewinnt Hinspiel in Genf",
    ),
    written(
        "El Lohen ganó el martes por 3-1 la ida en Ginebra ante 21.400 espectadores. Marcaron Udo Kampmann e Ivo "
        "Rabenau. «Ha sido un gran partido», dijo la entrenadora, Ada Rohdewald, después de la victoria.",
        outlet="Marca Norte",
        day="2025-04-09",
        title="El Lohen gana la ida en Ginebra",
    ),
)
SECOND = (
    written(
        "Die Kicker von Lohen haben sich am Mittwoch im Rückspiel gegen Genf mit 0:0 begnügt. 33.700 Zuschauer sahen, "
        "wie Torfrau Mia Steinbach einen Elfmeter hielt. Trainerin Ada Rohdewald sprach nach dem Spiel von Glück.",
        outlet="Sportruf",
        day="2025-04-17",
        title="Lohen hält im Rückspiel gegen Genf das 0:0",
    ),
    written(
        "Il Lohen ha pareggiato mercoledì senza reti il ritorno con il Ginevra davanti a 33.700 spettatori. Il "
        "portiere Mia Steinbach ha parato un rigore. «Abbiamo avuto fortuna», ha detto l'allenatrice Ada Rohdewald.",
        outlet="Lo Sport",
        day="2025-04-17",
        title="Il Lohen passa con un pareggio",
    ),
)
FIRE = written(
    "Un incendie a détruit mardi un entrepôt à Genève. Les dégâts se montent à 12 millions, a dit la maire, et la "
    "police cherche ceux qui ont vu la fumée. Personne n'a été blessé dans le feu, qui a été éteint dans la nuit.",
    outlet="Le Pont",
    day="2025-04-09",
    title="Un entrepôt brûle à Genève",
)


def test_two_matches_are_told_apart_by_who_tells_of_which() -> None:
    """In German alone they are one subject; each has its report elsewhere, of its day and with its figures."""
    assert _groups([*FIRST, *SECOND]) == {_ids(*FIRST), _ids(*SECOND)}


def test_the_order_of_articles_decides_nothing() -> None:
    """Whichever comes first, the events are the same."""
    found = {frozenset(_groups(list(order))) for order in itertools.permutations([*FIRST, *SECOND])}
    assert len(found) == 1


def test_a_town_and_a_day_in_common_are_two_events() -> None:
    """A fire in the town of the match is none of its reports."""
    assert _groups([*FIRST, FIRE]) == {_ids(*FIRST), _ids(FIRE)}


def test_parts_that_no_other_language_holds_apart_stay_one_event() -> None:
    """What German articles make one event, one Spanish article of the first day does not split."""
    alone = _groups([FIRST[0], SECOND[0]])
    assert alone == {_ids(FIRST[0], SECOND[0])}
    assert _groups([FIRST[0], SECOND[0], FIRST[1]]) == {_ids(FIRST[0], SECOND[0], FIRST[1])}


def test_settled_events_stay_as_they_are_in_several_languages() -> None:
    """Neither parted nor joined, however alike; what is new joins one of them."""
    both = _ids(FIRST[0], SECOND[0])
    assert any(both <= group for group in _groups([*FIRST, *SECOND], [sorted(both)]))
    apart = [[FIRST[0].id], [FIRST[1].id]]
    assert _groups(FIRST, apart) == {_ids(FIRST[0]), _ids(FIRST[1])}
    assert _groups([*FIRST, *SECOND], [[FIRST[0].id, FIRST[1].id]]) == {_ids(*FIRST), _ids(*SECOND)}


def test_a_new_article_leaves_other_events_alone() -> None:
    """An article of another matter in a third language changes no group."""
    other = written(
        "Le maire de Varn a annoncé mardi que le pont sera fermé pour six semaines. Les commerçants de la rive sont "
        "inquiets, mais la ville promet une navette qui sera gratuite pour tous les habitants du quartier.",
        outlet="Le Pont",
        day="2025-04-09",
        title="Le pont de Varn sera fermé",
    )
    assert _groups([*FIRST, *SECOND, other]) == _groups([*FIRST, *SECOND]) | {_ids(other)}
