"""The mechanical gate: what it refuses and why, and what it must let pass."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.verification.faithfulness import Asked, MismatchKind, examine, examine_all, without
from tests.verification.gate_rows import Row, rows

ROWS = rows()
SENTENCES = sorted({row.evidence for row in ROWS})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.claim[:60])
def test_the_table(row: Row) -> None:
    """Supported claims pass and every planted error is refused under its kind."""
    verdict = examine(row.claim, [row.evidence], published=row.published)
    kinds = [reason.kind.value for reason in verdict.reasons]
    if row.expected is None:
        assert verdict.supported, verdict.complaint
    else:
        assert row.expected in kinds, verdict.complaint or "nothing was found wrong"


@pytest.mark.parametrize("check", [None, "amounts", "doers"])
def test_many_are_examined_as_each_is(check: str | None) -> None:
    """Side by side claims get the verdicts that they get one by one, of evidence of their own and of others'."""
    asked = [
        Asked(row.claim, (row.evidence, *others), row.published, known=[row.claim] * (not others))
        for row, other in zip(ROWS, [*ROWS[3:], *ROWS[:3]], strict=True)
        for others in ((), (other.evidence,))
    ]
    asked += [
        Asked(ROWS[0].claim, ["El puerto cerró en mayo de 2024."]),
        Asked(ROWS[0].evidence, [ROWS[0].evidence]),
    ]
    with without(check) if check else nullcontext():
        assert examine_all(iter(asked)) == [
            examine(each.claim, each.evidence, published=each.published, known=each.known) for each in asked
        ]


@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(SENTENCES), max_size=3), st.data())
def test_a_sentence_of_the_evidence_always_passes(
    sentence: str, others: list[str], data: st.DataObject
) -> None:
    """A verbatim piece passes among whatever other evidence, and retyped as well."""
    evidence = data.draw(st.permutations([sentence, *others]))
    retyped = sentence
    for old, new in data.draw(st.lists(st.sampled_from(RETYPINGS), max_size=4)):
        retyped = retyped.replace(old, new)
    assert examine(retyped, evidence).supported
    assert examine(retyped, [" ".join(evidence)]).supported
    assert examine(retyped, ["ships"], context=evidence).supported


RETYPINGS = [("'", "’"), ('"', "“"), (" ", "\n"), (" ", "\u00a0"), ("-", "–"), (" ", "  "), ("e", "e\u00ad")]


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_any_text_gets_a_verdict(claim: str, evidence: str) -> None:
    """No input makes the gate fail, and a text always supports itself."""
    examine(claim, [evidence], published=date(2025, 7, 18))
    assert examine(claim, [claim]).supported


@pytest.mark.parametrize(
    ("quote", "context", "claim", "kind"),
    [
        (
            "the plant will close",
            "The firm denied that the plant will close.",
            "The plant will close.",
            "negation",
        ),
        ("workers were told", "No workers were told.", "Workers were told.", "negation"),
        ("500 jobs will go", "About 500 jobs will go.", "500 jobs will go.", None),
        ("450,000 hours were saved", "Over 450,000 hours were saved.", "450,000 hours were saved.", "hedge"),
        (
            "the mine had flooded twice",
            "According to insiders, the mine had flooded twice.",
            "The mine had flooded twice.",
            "attribution",
        ),
        ("the mine had flooded twice", "The mine had flooded twice.", "The mine had flooded twice.", None),
        ("sell the harbour", "The town may sell the harbour.", "The town will sell the harbour.", "modality"),
    ],
)
def test_the_context_of_a_cut_quote_counts(quote: str, context: str, claim: str, kind: str | None) -> None:
    """What fell off when the quote was cut is still held against a claim that drops it."""
    kinds = [reason.kind.value for reason in examine(claim, [quote], context=[context]).reasons]
    assert (kind in kinds) if kind else ("negation" not in kinds and "attribution" not in kinds)


def test_attributed_to_keeps_the_attribution() -> None:
    """A claim need not repeat the speaker that `attributed_to` names."""
    evidence = ["Rents will rise again, economist Leila Haddad said."]
    assert not examine("Rents will rise again.", evidence).supported
    assert examine("Rents will rise again.", evidence, attributed_to="Leila Haddad").supported
    assert examine("Rents will rise again.", evidence, attributed_to="an economist").supported


def test_words_are_not_put_into_anothers_mouth() -> None:
    """An attribution to somebody else who is named in the evidence is refused."""
    evidence = ["Leila Haddad said rents would rise.", "Tom Reilly said wages would fall."]
    wrong = examine("Tom Reilly said rents would rise.", evidence)
    assert MismatchKind.ATTRIBUTION in {r.kind for r in wrong.reasons}
    assert not examine("Rents would rise.", evidence, attributed_to="Tom Reilly").supported
    assert examine("Leila Haddad said rents would rise.", evidence).supported


def test_each_piece_has_its_own_publication_date() -> None:
    """ "Thursday" is resolved against the date of the article that says it."""
    evidence = ["The bridge opened on Thursday.", "The tunnel closed on Thursday."]
    dates = [date(2025, 7, 18), date(2024, 3, 1)]
    assert examine("The bridge opened on 17 July 2025.", evidence, published=dates).supported
    assert examine("The tunnel closed on 29 February 2024.", evidence, published=dates).supported
    assert not examine("The tunnel closed on 1 March 2024.", evidence, published=dates).supported


def test_an_unresolved_date_says_so() -> None:
    """Without a publication date a relative date supports no calendar date, and the message tells why."""
    verdict = examine("The bridge opened on 17 July 2025.", ["The bridge opened on Thursday."])
    assert [r.kind for r in verdict.reasons] == [MismatchKind.DATE]
    assert "No publication date" in verdict.complaint
    assert verdict.reasons[0].in_claim == "17 July 2025"
    assert verdict.reasons[0].in_evidence == "Thursday"


def test_known_texts_vouch_for_names_only() -> None:
    """A headline may give the name that a pronoun stands for, but no number."""
    evidence = ["The company cut 500 jobs."]
    assert not examine("Holmgren cut 500 jobs.", evidence).supported
    assert examine("Holmgren cut 500 jobs.", evidence, known=["Holmgren cuts jobs"]).supported
    assert not examine("Holmgren cut 600 jobs.", evidence, known=["Holmgren cuts 600 jobs"]).supported


def test_claims_may_draw_on_several_pieces() -> None:
    """A claim that merges two articles is held against both together."""
    evidence = ["Norsund Line stopped its ferries on Monday.", "The ferries carry 5,000 people a day."]
    assert examine(
        "Norsund Line stopped its ferries, which carry 5,000 people a day, on Monday.", evidence
    ).supported
    assert not examine(
        "Norsund Line stopped its ferries, which carry 6,000 people a day.", evidence
    ).supported


@pytest.mark.parametrize(
    ("claim", "evidence", "kind"),
    [
        ("The choir sang in Riga.", "A meteorite fell near the lighthouse.", "content"),
        ("The ministry excludes small farms.", "The ministry may exclude small farms.", "modality"),
        ("The harbour was not closed.", "The harbour was closed.", "negation"),
        ("The road is 30 miles long.", "The road is 30 km long.", "number"),
    ],
)
def test_more_kinds(claim: str, evidence: str, kind: str | None) -> None:
    """Foreign content, other units and additions of the claim's own are refused."""
    assert kind in {reason.kind.value for reason in examine(claim, [evidence]).reasons}


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The road is about 19 miles long.", "The road is 30 km long."),
        ("The trip takes 18 months.", "The trip takes a year and a half."),
        ("It took 24 months.", "It took two years."),
        ("The pipe is 2 metres wide.", "The pipe is 200 cm wide."),
        ("AWS cut hundreds of jobs.", "Amazon Web Services cut 450 jobs."),
        ("The US left the pact.", "The United States left the pact."),
        ("French farmers protested.", "Farmers in France protested."),
    ],
)
def test_conversions(claim: str, evidence: str) -> None:
    """Units, vague amounts, acronyms and adjectives of places are understood."""
    assert examine(claim, [evidence]).supported, examine(claim, [evidence]).complaint


def test_a_claim_needs_evidence() -> None:
    """Without evidence, or with too few dates, there is nothing to examine."""
    with pytest.raises(ValueError, match="without evidence"):
        examine("It rained.", [])
    with pytest.raises(ValueError, match="2 publication dates for 1"):
        examine("It rained.", ["It rained."], published=[None, None])


@pytest.mark.parametrize("connective", ["However, ", "Meanwhile, ", "But ", "In addition, "])
def test_a_leading_connective_may_go(connective: str) -> None:
    """A sentence of the evidence passes without the word that ties it to the one before."""
    evidence = (
        f"It rained. {connective}nobody at the Kestrel yard could say who had lost which of the 12 keys."
    )
    claim = "Nobody at the Kestrel yard could say who had lost which of the 12 keys."
    assert examine(claim, [evidence]).supported
    assert not examine(claim.replace("Nobody", "Everybody"), [evidence]).supported


def test_minutes_after_a_point_are_minutes() -> None:
    """ "2.10 p.m." is not 2.45 p.m., and is 2:10 p.m."""
    claim = "The first call came at 2.10 p.m., and the boat left."
    assert examine(claim, ["The first call came at 2:10 p.m., and the boat left."]).supported
    assert not examine(claim, ["The first call came at 2.45 p.m., and the boat left."]).supported


def test_a_name_of_little_words_alone_is_no_trouble() -> None:
    """ "Von" has no word that is compared, on either side."""
    assert not examine("Orla Brackwell spoke.", ["Said Von, of all people, spoke to Ida."]).supported
    examine("Said Von.", ["Orla Brackwell spoke to Van."])


@pytest.mark.parametrize("published", [None, date(2025, 7, 24), date.min, date.max])
@pytest.mark.parametrize(
    "when", ["until 31 December 9999", "two Mondays ago", "2,000 years ago", "next Thursday"]
)
def test_a_date_at_the_edge_of_the_calendar_gets_a_verdict(when: str, published: date | None) -> None:
    """ "Valid until 31 December 9999" is how many a document says "for ever"."""
    evidence = f"The licence of the dam runs {when}."
    assert examine(evidence, [evidence], published=published).supported
    assert not examine(
        "The licence ran out on Friday, 9 May 2024.", [evidence], published=published
    ).supported


@pytest.mark.parametrize(
    ("claim", "unmatched"),
    [
        ("Workers get 90 days of pay and cake.", ("cake",)),
        ("Staff will receive pay for 90 days.", ()),
        (
            "Smiling broadly, the workers, who had queued since dawn, get 90 days of pay.",
            ("Smiling broadly", "queued since dawn"),
        ),
    ],
)
def test_words_without_a_counterpart_are_told(claim: str, unmatched: tuple[str, ...]) -> None:
    """Those that stand together are one piece; a sense that the evidence has in another word is a counterpart."""
    evidence = "Employees in the plant are to receive 90 days of pay and help with finding work."
    assert examine(claim, [evidence]).unmatched == unmatched


@given(st.sampled_from(ROWS))
def test_what_is_unmatched_stands_in_the_claim(row: Row) -> None:
    """Each piece is the claim's own words, in order, and a refused claim has none."""
    verdict = examine(row.claim, [row.evidence], published=row.published)
    at = 0
    for piece in verdict.unmatched:
        at = row.claim.index(piece, at) + len(piece)
    assert verdict.supported or not verdict.unmatched
