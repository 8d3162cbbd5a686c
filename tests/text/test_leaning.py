"""Which sentences can't be understood without the one before them."""

from __future__ import annotations

import pytest

from conspectus.text.leaning import leans


@pytest.mark.parametrize(
    "text",
    [
        "It lists 40 posts that are to go.",
        "It was clear of ice by noon.",
        "Das ist für die Werft in Varn zu teuer.",
        "Le dijo que la barca estaba vendida.",
        "There the boats of Varn lie.",
        "On its page it said that the bridge was shut.",
        "Ten minutes later in Varn the mayor raised the count to 40.",
        "The next day the bridge was shut.",
        "As for the couple, they had telephoned their son.",
        "Fourteen were hurt.",
        "Two of them worked on the quay.",
        "Crews waited 40 minutes for a plan of the plant, he said.",
        "After the storm water stood in the nave, she said.",
        "A boat was lowered at eight, she said, with room for forty.",
        "“But on Monday the bridge was shut.”",
        "On Friday it had to correct itself.",
        "In April 2024 they took 40 posts out of the yard.",
        "Last week she was seen in Varn.",
        "On Thursday the yard dismissed most of those who used to.",
        "Er hat 50.000 Euro ausgelobt.",
        "De ahí hay que restar 97 millones.",
        "Ils ont quitté la ville lundi.",
    ],
)
def test_what_only_the_sentence_before_explains_leans(text: str) -> None:
    """A pronoun, a link, a time counted from another, or a person whom it does not name."""
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Varn, Ilse Brandt, said that she had seen it.",
        "Das Gericht in Varn sprach die Bäckerin frei.",
        "Le parti d'Ilse Brandt a perdu la mairie de Varn.",
        "Les négociations ont commencé mardi à Varn.",
        "It is also unclear whether the bridge will be shut.",
        "It was not known how many people the yard employs.",
        "There were 40 boats in the harbour of Varn.",
        "Earlier this week the bridge was shut.",
        "Fourteen people were hurt in Varn.",
        "In 2019 the bridge was shut for a year.",
        "On Friday Ilse Brandt said that she had seen it.",
        "On Friday the yard said that it had no choice.",
        "The yard said that it used to build boats.",
        "A woman who lives there lost her house.",
        "The union said that a fitter had left his torch on.",
        "A student of the school said that she had smelled it.",
        "Die Stadt hat 50.000 Euro ausgelobt.",
        "El alcalde dice que su ciudad gana 97 millones.",
    ],
)
def test_what_names_what_it_is_about_stands_alone(text: str) -> None:
    """Pronouns may stand for what the sentence itself names, and times may be those of the calendar."""
    assert not leans(text)
