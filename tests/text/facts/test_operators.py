"""Operators: cues of negation, modality, hedging and attribution, and what they speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts import content_words, operators, stem
from conspectus.text.facts.tokens import read

CUES = [
    ("Amazon declined to disclose the number.", "negation", "declined to", "disclose the number"),
    ("It isn't over.", "negation", "isn't", "over"),
    ("No one was hurt, but a car burned.", "negation", "no one", "was hurt"),
    ("The plant may close.", "possibility", "may", "close"),
    ("He considered leaving.", "possibility", "considered", "leaving"),
    ("It plans to close the plant.", "expectation", "plans to", "close the plant"),
    ("It will close.", "future", "will", "close"),
    ("They must leave.", "obligation", "must", "leave"),
    ("It would close if sales fell.", "condition", "if", "It would close if sales fell"),
    ("The boat reportedly sank.", "hedge", "reportedly", "The boat reportedly sank"),
    ("It appears to work.", "hedge", "appears to", "work"),
    (
        "Rents rose, according to the bank.",
        "attribution",
        "according to",
        "Rents rose , according to the bank",
    ),
    ("The union said rents rose.", "attribution", "said", "rents rose"),
    ("Rents rose, the union said on Monday.", "attribution", "said", "Rents rose ,"),
    ("“Rents rose,” said the union.", "attribution", "said", '" Rents rose , " said the union'),
    ("She said rents rose, although wages fell.", "attribution", "said", "rents rose ,"),
]


@pytest.mark.parametrize(("text", "kind", "cue", "scope"), CUES)
def test_cue_and_scope(text: str, kind: str, cue: str, scope: str) -> None:
    """The cue is recognised and speaks of its clause."""
    found = next(o for o in operators(text) if o.cue == cue)
    words = read(text).words
    assert found.kind.value == kind
    assert " ".join(words[found.start : found.end]) == scope


@pytest.mark.parametrize(
    "text",
    [
        "In May it rained.",
        "They were not only fast.",
        "Patients were twice as likely as before.",
        "The will was read.",
        "The firm added 500 jobs.",
        "Insurance claims rose.",
        "Will Smith left.",
        "It is considered safe.",
    ],
)
def test_what_only_looks_like_a_cue(text: str) -> None:
    """Months, nouns, comparisons and other senses are no operators."""
    assert operators(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rents rose, according to analyst Rui Tavares.", "analyst Rui Tavares"),
        ("Rents rose, said Rui Tavares.", "Rui Tavares"),
        ("Rui Tavares said rents rose.", "Rui Tavares"),
        ("“Rents rose,” Rui Tavares told reporters in Faro.", "Rui Tavares"),
    ],
)
def test_the_speaker(text: str, speaker: str) -> None:
    """An attribution knows who speaks."""
    found = operators(text)[0]
    assert found.speaker is not None
    assert " ".join(read(text).words[slice(*found.speaker)]) == speaker


def test_content_words_are_stems_without_grammar() -> None:
    """Stop words, numbers and punctuation go; inflections and irregular forms meet."""
    assert content_words("The company has sold 5 companies.") == ("compani", "sell", "compani")
    assert stem("fell") == stem("falling") == stem("falls")
    assert content_words("") == ()


@given(st.text(max_size=80))
def test_scopes_lie_in_the_text(text: str) -> None:
    """Whatever the text, cue and scope are token ranges of it."""
    size = len(read(text))
    for found in operators(text):
        assert 0 <= found.first <= found.last < size
        assert 0 <= found.start <= size
        assert found.end <= size


def test_a_cue_at_the_end_of_a_text_ends_with_it() -> None:
    """A "no" that nothing follows is one token, however long other cues that begin with it are."""
    (operator,) = operators("Helpful? Yes / No")
    assert (operator.cue, operator.first, operator.last) == ("no", 4, 4)
