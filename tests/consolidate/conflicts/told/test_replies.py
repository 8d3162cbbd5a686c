"""What an article itself calls disputed is a conflict between the statements that it sets beside each other."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import differences
from conspectus.model.briefing import ConflictKind
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
    "another story": (
        "The official account of the sinking is a rotten plank.",
        "The deckhands have another version.",
        "Somebody had opened the valve, both of them said.",
    ),
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
    "the other way round": (
        "“The harbour called our tug away from Orle,” said Ida Lenz, who runs the yard.",
        "The harbour tells it the other way round.",
        "“Nobody ordered anything; the tug left at noon,” said its master, Odo Brandt.",
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
    announced = (
        "Two stories are told about the sinking. The crew’s begins with a rotten plank. "
        "The story of the owner begins with a bottle."
    )
    (conflict,) = found(announced).conflicts
    assert [len(side.claim_ids) for side in conflict.sides] == [1, 1]


def test_what_is_denied_may_be_called_by_a_noun() -> None:
    """Who "estimated" gave "the estimate", wherever it stands before."""
    estimated, denied = (
        "Every third well in Tarn is dry, the farmers estimated.",
        "Velm Water rejected the estimate.",
    )
    (conflict,) = found(f"{estimated} Rain is due from the weekend on. {denied}").conflicts
    assert [side.position for side in conflict.sides] == [estimated, denied]


def test_who_stands_between_is_passed_over() -> None:
    """What "it" did is told of what comes before, and that is the other side."""
    letter = "“The hall can’t be held in a fire,” says the letter that the insurer sent to Velm."
    conflicts = found(
        f"{letter} It gave sixty days. Ida Lenz said that she had no knowledge of it."
    ).conflicts
    assert conflicts[0].sides[0].position == letter


def test_two_accounts_are_announced() -> None:
    """What is told behind it is told in two ways; the second has another amount, or is set against the first."""
    (number,) = found(
        "The two also differ about the damage. The guild said that 5.2 million parcels had been lost in Orle. "
        "Velm left its figure at 3.8 million, its director said."
    ).conflicts
    assert number.kind is ConflictKind.NUMBER
    (place,) = found(
        "Where the mayor spent the day is disputed too. She was at her desk in Orle, says the town hall. "
        "But a picture taken at noon shows her at the gate of a house in Varn."
    ).conflicts
    assert [side.position[:3] for side in place.sides] == ["She", "But"]


@pytest.mark.parametrize(
    ("announced", "first", "second"),
    [
        (
            "Why the wall in Orle fell is told in two ways.",
            "The builders blame the frost, their guild said.",
            "A drain had been left open, says the mayor.",
        ),
        (
            "Two stories are told about the sinking.",
            "The crew’s begins with a rotten plank.",
            "The story of the owner begins with a bottle.",
        ),
        (
            "Warum der Damm gerissen ist, ist strittig.",
            "Das Wasseramt macht den Frost verantwortlich.",
            "Die Gutachterin Ida Lenz nannte dagegen einen Fehler beim Bau als Ursache.",
        ),
    ],
)
def test_what_is_told_in_two_ways_is_told_by_two(announced: str, first: str, second: str) -> None:
    """Each of them is named, or the second turns against the first."""
    (conflict,) = found(f"{announced} {first} {second}").conflicts
    assert [side.position for side in conflict.sides] == [first, second]


def test_what_is_doubted_in_two_words_is_answered_behind() -> None:
    """By the first sentence that says something by itself."""
    quoted, answer = (
        "“A majority wants fewer and larger mills.”",
        "Of 940 letters 700 said that no mill should close.",
    )
    (conflict,) = found(f"{quoted} Does it? We read on. {answer}").conflicts
    assert [side.position for side in conflict.sides] == [quoted, answer]
    assert not found(f"{quoted} Where? We read on. {answer}").conflicts


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the bridge was safe. Velm may deny that.",
        "The mayor said that the bridge was safe. The mayor denies that.",
        "The mayor said that the bridge would be safe by noon. It was not.",
        "Rain fell on Orle all night. It was not.",
        "The mayor said that the bridge was safe. A video that says otherwise is three years old.",
        "Is the bridge over the Lend safe for lorries? Velm denies that.",
        "The school of Orle was open on Tuesday. The library doesn’t.",
        "There was talk in Orle that the bridge had been sold to a hotel. That is not true, said Ida Lenz.",
        "The hour of the alarm is disputed. The growers’ guild said that it rang at noon. "
        "“We have the log,” said Ida Lenz, a director.",
        "The two also differ about the damage. The guild lost 40 parcels in Orle. The weather was fine in Varn.",
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
