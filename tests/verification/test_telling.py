"""What articles tell of a claim."""

from __future__ import annotations

import pytest

from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.telling import APART, FAR, NOTHING, told_by, unsaid
from conspectus.verification.verdict import MismatchKind
from tests.verification.test_evidence_search import ARTICLES, TOWN, _article

INDEX = EvidenceIndex((*ARTICLES, _article(TOWN, "town.txt")))


def test_the_evidence_that_bears_it_out_is_taken() -> None:
    """With the verdict of the gate on it."""
    found, verdict = told_by("Twelve people had to be treated for smoke.", INDEX)
    assert found is not None
    assert [place.text for place in found.places] == ["Twelve people were treated for smoke."]
    assert verdict is not None
    assert verdict.supported


def test_the_same_thing_told_otherwise_is_refused() -> None:
    """The mill is the same mill, with other people."""
    _, verdict = told_by("The mill employs 430 people.", INDEX)
    assert verdict is not None
    assert not verdict.supported


def test_what_is_only_near_contradicts_nothing() -> None:
    """Evidence that shares little with a claim gives no verdict against it."""
    near = "A fine of that kind leads 9 millers into hunger and debt."
    found, verdict = told_by(near, INDEX)
    assert found is not None
    assert found.close
    assert not found.same
    assert verdict is None
    (reason,) = unsaid(near, found).reasons
    assert "The claim says “9”" in reason.message
    assert NOTHING not in reason.message


def test_nothing_is_told_of_another_subject() -> None:
    """No sentence is about it: there is neither evidence nor verdict."""
    assert told_by("Zebras graze.", INDEX) == (None, None)
    (reason,) = unsaid("Zebras graze.", None).reasons
    assert reason.message == NOTHING


def test_evidence_that_is_shown_is_not_said_to_be_missing() -> None:
    """What only shares words with a claim stands below it as its closest, and is called that."""
    claim = "Zebras and hunger graze by the gate of a museum."
    found, verdict = told_by(claim, INDEX)
    assert found is not None
    assert found.places
    assert not found.close
    assert verdict is None
    assert [reason.message for reason in unsaid(claim, found).reasons] == [FAR]


CHAPEL = """Night in Sundby

The chapel in Sundby stayed open all night. Ninety people slept on its pews.
"""
BOAT = """Boat

The supply boat brings bread and post. It now sails from Haverpoint twice a week.
"""
APART_INDEX = EvidenceIndex([_article(CHAPEL, "chapel.txt"), _article(BOAT, "boat.txt")])


def test_no_clause_is_put_together_from_sentences_that_have_nothing_to_do_with_each_other() -> None:
    """How often a boat sails is not how often a chapel was open."""
    spliced = "The chapel in Sundby stayed open all night twice."
    found, verdict = told_by(spliced, APART_INDEX)
    assert found is not None
    assert verdict is None
    (reason,) = unsaid(spliced, found).reasons
    assert reason.message == APART


def test_each_clause_may_have_sentences_of_its_own() -> None:
    """Two statements that two articles make are borne out by both."""
    found, verdict = told_by(
        "The chapel in Sundby stayed open all night, and the supply boat sails from Haverpoint twice a week.",
        APART_INDEX,
    )
    assert found is not None
    assert [place.article.name for place in found.places] == ["chapel.txt", "boat.txt"]
    assert verdict is not None
    assert verdict.supported


def test_evidence_has_no_sentence_for_a_word_alone() -> None:
    """A word that only a sentence about something else has is no part of what is borne out, and is told so."""
    found, verdict = told_by("The chapel in Sundby stayed open all night for bread.", APART_INDEX)
    assert found is not None
    assert [place.text for place in found.places] == ["The chapel in Sundby stayed open all night."]
    assert verdict is not None
    assert verdict.unmatched == ("bread",)


def test_sentences_that_stand_together_or_share_a_word_have_to_do_with_each_other() -> None:
    """One clause may be told by a sentence and the next, or by two articles that speak of one thing."""
    night = (
        "Night\n\nJorun Tveit keeps the shop at the landing. Ninety people slept upstairs on mattresses.\n"
    )
    guests = "Guests\n\nNinety guests slept on the pews of the chapel.\n"
    for claim, articles in (
        ("Ninety people slept upstairs on mattresses at the shop of Jorun Tveit.", [night]),
        (
            "Ninety guests slept on the pews of the chapel in Sundby.",
            [CHAPEL.replace(" Ninety people slept on its pews.", ""), guests],
        ),
    ):
        found, verdict = told_by(
            claim, EvidenceIndex([_article(text, f"{n}.txt") for n, text in enumerate(articles)])
        )
        assert found is not None
        assert len(found.places) == 2
        assert verdict is not None
        assert verdict.supported


def test_what_stands_around_short_evidence_tells_its_language() -> None:
    """Three German words were compared as if they were English, in which their order says who did it."""
    text = "Damm leck\n\nNach dem Riss mussten die Leute in der Nacht ihre Häuser verlassen. Verletzt wurde niemand."
    index = EvidenceIndex([_article(text, "damm.txt")])
    _, verdict = told_by("Niemand wurde verletzt.", index)
    assert verdict is not None
    assert verdict.supported


def test_an_outlet_may_be_named_for_what_its_article_says() -> None:
    """An article seldom says whose it is; what another outlet has is not the named one's."""
    post, radio = (
        _article(f"Source: {name}\nTitle: Dam leaks\n\n{text}", f"{name}.txt")
        for name, text in (
            ("Harbour Post", "About 2,300 people were told to leave their homes. The road is closed."),
            ("Hill Radio", "The lake is to be emptied within ten days."),
        )
    )
    index = EvidenceIndex([post, radio])
    verdicts = {
        name: told_by(f"According to {name}, about 2,300 people were told to leave their homes.", index)[1]
        for name in ("Harbour Post", "Hill Radio")
    }
    assert {name: verdict is not None and verdict.supported for name, verdict in verdicts.items()} == {
        "Harbour Post": True,
        "Hill Radio": False,
    }


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("According to the Orby Echo, the union counted 900 marchers.", True),
        ("The union counted 900 marchers, according to the Orby Echo.", True),
        ("The Orby Echo reports that the union counted 900 marchers.", True),
        ("According to Hill Radio, the union counted 900 marchers.", False),
        ("According to the Orby Echo, the union counted 90 marchers.", False),
    ],
)
def test_an_outlet_prints_the_word_of_others(claim: str, supported: bool) -> None:
    """Its report stands for what a speaker says in it, and for nothing that another outlet has."""
    echo, radio = (
        _article(f"Source: {name}\nTitle: March\n\n{text}", f"{name}.txt")
        for name, text in (
            ("The Orby Echo", "The union said that it had counted 900 marchers. The police gave no figure."),
            ("Hill Radio", "Marchers filled the square at Orby. The union's band played."),
        )
    )
    _, verdict = told_by(claim, EvidenceIndex([echo, radio]))
    assert (verdict is not None and verdict.supported) is supported


SLUICE = """Sluice at Orby Mill has jammed again

A sluice at Orby Mill jammed on Friday for the third time and flooded the towpath, anglers said.

Nobody was near. The towpath is shut.
"""
LOCK = """Anglers' view

The sluice at Orby Mill will jam once more before June, anglers said.
"""


def test_what_a_headline_states_needs_no_speaker() -> None:
    """Where the headline tells it as a fact, a claim may; what is only ever somebody's word is theirs."""
    index = EvidenceIndex([_article(SLUICE, "sluice.txt"), _article(LOCK, "lock.txt")])
    _, verdict = told_by("The sluice at Orby Mill jammed again.", index)
    assert verdict is not None
    assert verdict.supported
    _, verdict = told_by("A sluice at Orby Mill flooded the towpath on Friday.", index)
    assert verdict is not None
    assert [reason.kind for reason in verdict.reasons] == [MismatchKind.ATTRIBUTION]


def test_another_sentence_may_state_what_one_gives_as_a_word() -> None:
    """It is looked for among those that share most with the claim."""
    stated = "The towpath at Orby Mill was flooded by a sluice on Friday, for the third time this year."
    index = EvidenceIndex([_article(SLUICE, "sluice.txt"), _article(stated, "stated.txt")])
    _, verdict = told_by("A sluice flooded the towpath at Orby Mill on Friday.", index)
    assert verdict is not None
    assert verdict.supported


def test_a_claim_of_common_words_is_found_where_all_of_it_is_said() -> None:
    """No word of it is rare, and there is little else that it could be about; with half of it said it is not found."""
    text = "The council met. Visitors must close the gate. The council closed the market. Visitors met at the gate."
    index = EvidenceIndex([_article(text, "a.txt"), _article(f"{text} The market met.", "b.txt")])
    _, verdict = told_by("Visitors must close the gate.", index)
    assert verdict is not None
    assert verdict.supported
    _, verdict = told_by("Visitors must paint all the doors and mend the roof above the gate.", index)
    assert verdict is None
