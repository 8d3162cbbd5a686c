"""Which articles are put together as one event."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.events.clusters import agglomerate
from conspectus.consolidate.events.grouping import apart, elsewhere, grouped
from conspectus.consolidate.events.signatures import signature
from conspectus.model.article import Article
from conspectus.text.similarity import Pairs
from tests.support.articles import ROOT, kept, named, written

FERRY = written(
    "A ferry ran aground off Sundby on Tuesday with 120 people aboard, the coastguard said. "
    "The ferry Petrel was freed by two tugs in the evening, and nobody aboard was hurt.",
    outlet="Sundby Herald",
    day="2025-04-09",
    title="Ferry Petrel runs aground off Sundby",
)
FERRY_TOO = written(
    "The ferry Petrel lay on a sandbank off Sundby for eight hours on Tuesday. The coastguard sent two tugs to the "
    "ferry and blamed the fog.",
    outlet="Coast Radio",
    day="2025-04-09",
    title="Fog blamed for grounding of ferry Petrel",
)
FERRY_LATER = written(
    "The ferry Petrel ran aground off Sundby on Friday with 80 people aboard, the coastguard said. Two tugs freed "
    "the ferry at night.",
    outlet="Sundby Herald",
    day="2025-09-20",
    title="Ferry Petrel aground off Sundby again",
)
UNDATED = written(
    "The ferry Petrel ran aground off Sundby on Friday, and the coastguard asked for tugs.\n\n"
    "In April 2025 the ferry lay on a sandbank there for eight hours. The coastguard blamed fog.\n\n"
    "On 12 September 2025 the owner of the ferry had promised a new radar.",
    outlet="Isles Weekly",
)
BREAD = written(
    "Bakers in Arden raised the price of rye bread to 4 crowns on Tuesday. Flour had become dear after the harvest.",
    outlet="Arden Echo",
    day="2025-04-09",
    title="Rye bread at 4 crowns",
)


def group_articles(
    articles: Sequence[Article], settled: Sequence[Sequence[str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles of each event."""
    return tuple(group.article_ids for group in grouped(articles, settled))


def test_two_reports_of_one_event_are_put_together() -> None:
    """And a third of something else is not."""
    assert group_articles([FERRY, BREAD, FERRY_TOO]) == ((FERRY.id, FERRY_TOO.id), (BREAD.id,))


MILLS = [
    written(
        f"A fire destroyed the spinning mill in {town} on Tuesday, and {chief} said that nobody was hurt.\n\n"
        f"{chief}, who leads the fire brigade of {town}, said that a hot bearing set the lint on fire. "
        f"The spinning mill in {town} had 80 workers, and the fire burned all night.",
        outlet=f"{town} Post",
        day="2025-04-09",
        title=f"Spinning mill in {town} burns down",
    )
    for town, chief in (("Arden", "Ilse Brandt"), ("Varn", "Otto Renk"))
]
MILL_TOO = written(
    "The spinning mill in Arden cannot be saved after the fire on Tuesday, Ilse Brandt said.\n\n"
    "Its 80 workers met at the fire station of Arden. Ilse Brandt told them that the lint in the mill had burned all "
    "night.",
    outlet="Coast Radio",
    day="2025-04-10",
    title="Workers of burned mill meet in Arden",
)
OVERLAND = written(
    "In Arden, Ilse Brandt had just put the kettle on when Noor Vale of the Lantern Inn telephoned her.\n\n"
    "Pia Ansgar, Ivo Korb and Ada Skerry of the Quarry Street brigade were there before her on Tuesday, with Otto Hask "
    "of Whitlow and two engines from Fallow, Carrow and Lend. The fire had begun in the lint, Jon Larkspur said.\n\n"
    "The mill of the Cantor family had 80 workers, and Mirko Velm, their steward, counted them twice.",
    outlet="Overland Review",
    day="2025-04-10",
    title="The night the Cantor mill burned",
)
SPINNEREI = written(
    "Die Spinnerei in Arden ist in der Nacht zum Mittwoch abgebrannt. Verletzt wurde niemand, so die Feuerwehr. "
    "Das Feuer war in der Halle ausgebrochen.",
    outlet="Nordbote",
    day="2025-04-10",
    title="Spinnerei in Arden abgebrannt",
)
ARBEITER = written(
    "Nach dem Brand der Spinnerei hat Ilse Brandt am Mittwoch die Arbeiter getroffen. Die Feuerwehr war in der Nacht "
    "mit zwei Wagen in der Halle, in der das Feuer ausgebrochen war. Verletzt wurde niemand.",
    outlet="Westkurier",
    day="2025-04-10",
    title="Nach dem Brand der Spinnerei",
)


HOARD = (
    "A pot of Roman silver found in a bean field near Orle was declared treasure by a coroner on Thursday. The 1,340 "
    "coins were dug up by a retired postman. A museum hopes to buy the hoard, which its experts have valued. It was "
    "buried by a soldier, the museum thinks. The pot lay hardly a spade deep.",
    "A man from Blandwick may come into money after a ruling on what he found. He was out for a walk when his "
    "detector bleeped. A museum wants the lot, and the farmer gets half. His wife had told him to stay in for the "
    "snooker that night.",
)


def test_a_handful_of_reports_of_a_few_days_needs_less_in_common() -> None:
    """Whoever gives these means few events; weeks apart two would not be one."""
    first = written(HOARD[0], outlet="Monitor", day="2025-12-11", title="Hoard of 1,340 coins is treasure")
    second = written(HOARD[1], outlet="Radio", day="2025-12-12", title="Old silver makes a snooker fan rich")
    weeks_later = second.model_copy(update={"published": date(2025, 12, 30)})
    assert len(group_articles([first, second])) == 1
    assert len(group_articles([first, weeks_later])) == 2


def test_what_one_report_alone_has_as_well_ties_nothing_to_its_event() -> None:
    """A newsletter that tells of the hoard ends with the seal: whoever reports the seal reports no hoard."""
    days = ("2025-12-01", "2025-12-09", "2025-12-17")
    hoard = [
        written(HOARD[0].replace("soldier", who), outlet=who, day=day)
        for who, day in zip(("soldier", "farmer"), days, strict=False)
    ]
    seal = "A seal that had lain on the slipway of Harwick for two days swam off on Sunday."
    items = "Trains run again after drivers took the offer. And finally, the seal of Harwick is happy."
    letter = written(f"{HOARD[0]} {items}", outlet="Morning Brief", day=days[2])
    report = written(f"{seal} Children of Harwick had named it Gus.", outlet="Post", day=days[2])
    other = written(
        "Bakers in Tereb will charge four crowns for a loaf from next week, as flour has become dearer.",
        outlet="Echo",
        day=days[2],
    )
    groups = group_articles([*hoard, letter, report, other])
    assert (report.id,) in groups
    assert {len(group) for group in groups} == {3, 1}


def test_the_same_thing_at_another_place_is_another_event() -> None:
    """Where neither has the names that the other repeats; a third article goes where its names are."""
    assert group_articles([*MILLS, MILL_TOO]) == ((MILLS[0].id, MILL_TOO.id), (MILLS[1].id,))
    first, second = map(signature, MILLS)
    assert elsewhere(first, second)
    assert not elsewhere(first, signature(MILL_TOO))


def test_a_report_in_another_language_joins_by_its_names() -> None:
    """Three words of names tie it to what others say together; neither of them alone has as many of its names."""
    assert group_articles([OVERLAND, SPINNEREI, ARBEITER]) == ((OVERLAND.id, SPINNEREI.id, ARBEITER.id),)
    assert group_articles([OVERLAND, SPINNEREI]) == ((OVERLAND.id,), (SPINNEREI.id,))


CHINESE = [
    written(
        "3月3日凌晨4时许，北河县一家化工厂发生火灾，造成3人受伤。\n\n消防部门出动68名消防员，大火于上午9时被扑灭。",
        outlet="北河晚报",
        day="2026-03-03",
        title="北河县一化工厂起火",
    ),
    written(
        "北河县一家化工厂3日凌晨起火，五人被送往医院救治。\n\n约2000名居民被疏散，大火在上午扑灭。",
        outlet="东江日报",
        day="2026-03-03",
        title="化工厂大火致五人受伤",
    ),
    written(
        "南岭市议会3日以41票赞成通过新图书馆预算案。\n\n市长说，图书馆将于2028年开放。",
        outlet="南岭时报",
        day="2026-03-03",
        title="南岭市通过图书馆预算",
    ),
]


def test_reports_in_a_script_without_spaces_are_told_apart() -> None:
    """The fire is one event for two papers, the vote another."""
    fire, again, vote = CHINESE
    assert group_articles(CHINESE) == ((fire.id, again.id), (vote.id,))


GERMAN = [
    written(
        "Der Gemeinderat von Auried hat am Dienstag über die neue Kläranlage beraten. Auch nach vier Stunden war man "
        "sich nicht einig, wie es mit dem Bau an der Zorn weitergehen soll, sagte Bürgermeisterin Ada Rohde.",
        outlet="Auriedbote",
        day="2025-04-09",
        title="Keine Einigung über die Kläranlage",
    ),
    written(
        "Die Handballerinnen von Lohen haben am Dienstag zum ersten Mal auch in Brenz gewonnen. Nach der Pause war es "
        "mit dem Vorsprung nicht mehr weit her, sagte Trainer Udo Kamp, doch man hat sich in das Spiel gekämpft.",
        outlet="Sportruf",
        day="2025-04-09",
        title="Lohen gewinnt auch in Brenz",
    ),
]


def test_grammar_is_no_subject_in_any_language() -> None:
    """Among English articles two German ones share their rare "auch" and "nach", and nothing else."""
    english = [
        written(f"Mill {n} in Arden{n} burned on Tuesday. Crew {n} saved the looms.") for n in range(12)
    ]
    groups = group_articles([*GERMAN, FERRY, BREAD, *english])
    assert (GERMAN[0].id,) in groups
    assert (GERMAN[1].id,) in groups


_FERRY_FACTS = (
    "The ferry Petrel ran aground off Sundby on Tuesday with 120 people aboard.",
    "Two tugs freed the Petrel in the evening, and nobody aboard was hurt.",
    "The coastguard blamed fog for the grounding of the ferry.",
    "The owner of the Petrel promised a new radar for its bridge.",
    "Passengers of the ferry were given blankets in the harbour of Sundby.",
    "Divers looked for a leak in the hull of the Petrel off Sundby.",
)
_BREAD_FACTS = (
    "Bakers in Arden raised the price of rye bread to 4 crowns on Tuesday.",
    "Flour became dear after the wet harvest, the guild of bakers in Arden said.",
    "Rye bread had been sold at 3 crowns in Arden for six years.",
    "The guild of bakers expects the price of flour to fall in spring.",
    "Shoppers in Arden queued for the last cheap loaves of rye bread.",
    "Mills around Arden pay a third more for rye than last year.",
)


def test_an_event_that_very_many_report_is_still_one() -> None:
    """What forty articles of eighty have in common is what they are about."""
    articles = [
        written(
            " ".join(facts[(number + step) % len(facts)] for step in range(4)) + f" {person} was there.",
            outlet=f"Outlet {number}",
            day="2025-04-09",
        )
        for number, person in enumerate(f"Ansel {chr(65 + n % 26)}{'abc'[n // 26]}mund" for n in range(40))
        for facts in (_FERRY_FACTS, _BREAD_FACTS)
    ]
    groups = group_articles(articles)
    assert sorted(map(len, groups)) == [40, 40]
    assert {article.id for article in articles[::2]} in [set(group) for group in groups]


def test_an_article_of_two_settled_events_is_in_one_group() -> None:
    """The others stay apart, and no article is there twice."""
    settled = [(MILLS[0].id, MILL_TOO.id), (MILLS[1].id, MILL_TOO.id)]
    assert group_articles([*MILLS, MILL_TOO], settled) == ((MILLS[0].id, MILL_TOO.id), (MILLS[1].id,))


def test_the_same_thing_at_another_time_is_another_event() -> None:
    """However alike the words are."""
    assert group_articles([FERRY, FERRY_LATER]) == ((FERRY.id,), (FERRY_LATER.id,))
    assert apart(signature(FERRY), signature(FERRY_LATER))
    assert not apart(signature(FERRY), signature(FERRY_TOO))


def test_an_undated_article_is_kept_from_what_it_recalls() -> None:
    """It knows of days long after the first event, so it reports another one."""
    assert apart(signature(UNDATED), signature(FERRY))
    assert apart(signature(FERRY), signature(UNDATED))
    assert not apart(signature(UNDATED), signature(FERRY_LATER))
    assert not apart(signature(UNDATED), signature(UNDATED))
    assert group_articles([FERRY, FERRY_TOO, FERRY_LATER, UNDATED]) == (
        (FERRY.id, FERRY_TOO.id),
        (FERRY_LATER.id, UNDATED.id),
    )


@pytest.mark.parametrize("order", [1, -1])
def test_two_rounds_of_cuts_at_one_company_are_two_events(order: int) -> None:
    """The examples fall apart as their editor has them, in whatever order they come."""
    articles = kept("examples")[::order]
    files = {article.id: name for name, article in named(articles).items()}
    found = {frozenset(int(files[each][:2]) for each in group) for group in group_articles(articles)}
    assert found == {frozenset({1, 2, 3, 4, 5}), frozenset({6, 7})}


def test_one_event_on_three_days_is_one_event() -> None:
    """The ferry's six articles are together."""
    articles = kept(*(ROOT / "tests" / "data" / "ferry").relative_to(ROOT).parts)
    assert group_articles(articles) == (tuple(article.id for article in articles),)


def test_no_articles_no_events() -> None:
    """And one article is one event, even without a word of weight."""
    assert group_articles([]) == ()
    bare = written("It was.")
    assert group_articles([bare]) == ((bare.id,),)


KEYS = "abcdef"
LIKENESS = st.fixed_dictionaries(
    {
        frozenset((a, b)): st.floats(0, 2, allow_nan=False)
        for index, a in enumerate(KEYS)
        for b in KEYS[index + 1 :]
    }
)
PAIRS = st.sets(st.sampled_from([frozenset((a, b)) for a in KEYS for b in KEYS if a < b]), max_size=6)


@given(LIKENESS, PAIRS, st.floats(0, 2))
@settings(deadline=None)
def test_groups_part_the_keys_and_keep_apart_what_must_be(
    likeness: dict[frozenset[str], float], cannot: set[frozenset[str]], least: float
) -> None:
    """Each key is in one group; no group has a forbidden pair; what is joined is alike on average."""
    alike = Pairs.of(KEYS, likeness)
    groups = agglomerate(list(KEYS), alike, least=least, forbidden=lambda a, b: frozenset((a, b)) in cannot)
    assert sorted(key for group in groups for key in group) == list(KEYS)
    for group in groups:
        assert not any(frozenset((a, b)) in cannot for a in group for b in group)
    whole = agglomerate(list(KEYS), alike)
    assert len(whole) == 1
    assert agglomerate(list(KEYS), alike, least=math.inf) == [[key] for key in KEYS]


def test_the_most_alike_are_joined_first() -> None:
    """A chain of likenesses is not enough: the average over all pairs decides."""
    likeness = {frozenset("ab"): 0.9, frozenset("bc"): 0.5, frozenset("ac"): 0.0}
    alike = Pairs.of("abc", likeness)
    assert agglomerate(list("abc"), alike, least=0.3) == [["a", "b"], ["c"]]
    assert agglomerate(list("abc"), alike, least=0.2) == [["a", "b", "c"]]


def test_grouping_takes_articles_as_they_are() -> None:
    """Without sentences there is nothing to tell events apart by."""
    hollow: Article = FERRY.model_copy(update={"sentences": (), "title": None})
    assert len(group_articles([hollow, BREAD])) == 2


def test_a_new_article_reshuffles_nothing_that_is_settled() -> None:
    """It joins one of the events there are, or is one of its own."""
    articles = [FERRY, BREAD, FERRY_LATER]
    before = group_articles(articles)
    after = group_articles([FERRY_TOO, *articles], settled=before)
    assert {frozenset(group) for group in after} == {
        frozenset({FERRY.id, FERRY_TOO.id}),
        frozenset({BREAD.id}),
        frozenset({FERRY_LATER.id}),
    }


def test_certainty_is_less_where_another_event_is_like_it() -> None:
    """What nothing resembles is surer than two groundings of one ferry."""
    sure = {group.article_ids: group.certainty for group in grouped([FERRY, FERRY_LATER, BREAD])}
    assert 0 < sure[FERRY.id,] < sure[BREAD.id,] <= 1
    assert sure[FERRY.id,] == sure[FERRY_LATER.id,]
