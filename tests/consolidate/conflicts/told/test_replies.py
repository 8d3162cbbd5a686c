"""What an article itself denies right behind it is a conflict between the two statements."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import differences
from tests.support.articles import said, written
from tests.support.worlds import differing as found

DISPUTED = {
    "a denial of it": (
        "The union says that the gate at Varn was welded shut in May.",
        "The operator denies that.",
    ),
    "what it says instead": (
        "The union says that the gate at Varn was welded shut in May.",
        "The operator denies that.",
        "“It opens like a garden gate,” said Ida Lenz, who speaks for the works.",
    ),
    "ruled out": (
        "The growers said that 40 orchards had been sprayed twice.",
        "The minister ruled that out on Tuesday.",
    ),
    "cut short": ("The Orle Echo also reported that the port office had opened an inquiry.", "It has not."),
    "in one word": (
        "The mayor said that the siren of Varn had been silent for years.",
        "“Nonsense,” said Ida Lenz, who tests it on the first of each month.",
    ),
    "in one word, in German": (
        "Der Bürgermeister sagte, die Sirene von Varn habe seit Jahren geschwiegen.",
        "„Unsinn“, sagt Ida Lenz, die sie jeden Monat prüft.",
    ),
    "cut short, and more": (
        "The mayor said that the siren of Varn had sounded.",
        "It hadn’t; the log of the tower is empty.",
    ),
    "another's belief": (
        "The head of the survey says that the dam leaks because of the frost.",
        "Her deputy doesn’t.",
        "“We found a crack that is older than any frost,” Ida Lenz said.",
    ),
    "what a claim is coloured with": (
        "Der Chef der Genossenschaft sagte, die Reederei habe schon im Mai von dem Riss gewusst.",
        "„Drei Wochen sind damit Leute gefahren.“",
        "Die Reederei bestreitet das.",
    ),
    "Spanish": (
        "Según el sindicato, la central de Orle perdió agua durante toda la noche del lunes.",
        "La empresa lo niega: «No salió ni una gota», dice una portavoz.",
    ),
    "German": (
        "Die Gewerkschaft wirft der Reederei vor, das Schott in Varn verriegelt zu haben.",
        "Die Reederei bestreitet das.",
    ),
    "French": (
        "Selon le syndicat, la vanne du barrage de Varn était bloquée depuis le mois de mai.",
        "L'exploitant le dément.",
    ),
}


@pytest.mark.parametrize("case", DISPUTED)
def test_a_sentence_that_denies_the_one_before_it_is_the_other_side(case: str) -> None:
    """Where it says no more than that, what is told behind it stands for it."""
    (conflict,) = found(" ".join(DISPUTED[case])).conflicts
    assert [side.position for side in conflict.sides] == [DISPUTED[case][0], DISPUTED[case][-1]]


def test_a_side_rests_on_all_that_its_speaker_says_there() -> None:
    """What stands for a denial is shown with the denial, and a claim with the words that its speaker goes on with."""
    told = (
        "The guild says that the gate at Varn was welded shut in May. “We climbed over it,” the guild added. "
        "The operator denies that. “It opens like a garden gate,” said Ida Lenz, who speaks for the works."
    )
    (conflict,) = found(told).conflicts
    assert [side.position[:9] for side in conflict.sides] == ["The guild", "“It opens"]
    assert [len(side.claim_ids) for side in conflict.sides] == [2, 2]


def test_who_stands_between_is_passed_over() -> None:
    """What "it" did is told of what comes before, and that is the other side."""
    letter = "“The hall can’t be held in a fire,” says the letter that the insurer sent to Velm."
    conflicts = found(
        f"{letter} It gave sixty days. Ida Lenz said that she had no knowledge of it."
    ).conflicts
    assert conflicts[0].sides[0].position == letter


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the bridge was safe. Velm may deny that.",
        "The mayor said that the bridge was safe. The mayor denies that.",
        "The mayor said that the bridge would be safe by noon. It was not.",
        "Rain fell on Orle all night. It was not.",
        "Is the bridge over the Lend safe for lorries? Velm denies that.",
        "The school of Orle was open on Tuesday. The library doesn’t.",
        "There was talk in Orle that the bridge had been sold to a hotel. That is not true, said Ida Lenz.",
    ],
)
def test_no_quarrel_is_made_of(text: str) -> None:
    """What may be denied, what is one speaker's word, what was to come, and what nobody denies."""
    assert not found(text).conflicts


def test_what_is_recalled_can_be_denied() -> None:
    """What an article recalls of another year is no part of the event's facts, and still what somebody denies."""
    recalled = "The foundry had shortened the pin without asking in the spring of 2019, the works wrote."
    text = (
        f"Velm called back 4,000 kettles after burns in Orle on Monday. {recalled} The foundry denies that."
    )
    article = written(text, outlet="The Orle Echo", day="2025-03-11")
    claims = {text: said(article, text) for text in map(article.sentence_text, article.body)}
    published = {article.id: article.published}
    weighed = {text: weigh([claim], {article.id: "o"}, published)[0][0] for text, claim in claims.items()}
    old = [weighed.pop(recalled)]
    (conflict,) = differences([*weighed.values()], published, {article.id: article}, recalled=old).conflicts
    assert [side.position for side in conflict.sides] == [recalled, "The foundry denies that."]
    assert not differences([*weighed.values()], published, {article.id: article}).conflicts
