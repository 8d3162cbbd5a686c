"""What announces, greets or asks, and what tells."""

from __future__ import annotations

import pytest

from conspectus.verification.announcing import asserts, lead_in, says_nothing


@pytest.mark.parametrize(
    "sentence",
    [
        "Here's where the strike stands.",
        "Sure! Here is a brief summary of the three articles:",
        "Key takeaways from the fire",
        "This is a summary of the article.",
        "Hope this helps!",
        "I've read the three articles for you.",
        "That's all for now.",
        "Hi all,",
        "So what happened?",
        "Kurz zur Gondelbahn:",
        "Voici un résumé de l'article",
    ],
)
def test_what_only_announces_says_nothing(sentence: str) -> None:
    """Nothing of it could be held against an article."""
    assert says_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In short the mayor lied.",
        "Here, the mill burned.",
        "Here are 9 dead.",
        "Thanks to volunteers, the mill was saved.",
        "The gist of the note was disputed.",
        "The main findings were that coffee kills.",
        "I read that the mayor resigned.",
        "That is all he said, and he left.",
        "What he said was a lie.",
        "Die Fakten sind umstritten, sagte er.",
    ],
)
def test_what_tells_something_is_not_taken_for_an_announcement(sentence: str) -> None:
    """However it begins."""
    assert not says_nothing(sentence)


def test_a_heading_may_ask_without_a_question_mark() -> None:
    """A sentence that begins so tells something."""
    assert says_nothing("What happened", heading=True)
    assert not says_nothing("What he said was a lie", heading=False)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Quick one on the crash: They left the road.", "They left the road."),
        ("- **In short:** the mill burned.", "the mill burned."),
        ("As for the driver: He fled.", "He fled."),
        ("The case in five points: They fled.", "They fled."),
        ("Zur Mühle: Sie steht.", "Sie steht."),
    ],
)
def test_what_stands_behind_a_lead_in_is_what_is_told(sentence: str, told: str) -> None:
    """It begins behind the colon and its marks."""
    assert sentence[lead_in(sentence) :] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said: the mill is shut.",
        "Police: The driver fled.",
        "On Monday: the mill burned down.",
        "It was not the first fire: in 2018 the barn burned.",
        "Update 3: the driver has died.",
        "In short: nothing",
    ],
)
def test_a_speaker_a_day_or_a_clause_is_no_lead_in(sentence: str) -> None:
    """Each is a part of what is told."""
    assert lead_in(sentence) == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Toilet cheat banned for three years", True),
        ("The mill is shut", True),
        ("Two people in a boat", False),
        ("Killed whales", False),
    ],
)
def test_a_verb_tells(line: str, told: bool) -> None:
    """Behind the first word, in a form that is no noun's."""
    assert asserts(line) is told
