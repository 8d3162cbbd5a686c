"""The audit: a briefing that keeps its promises passes, and one that was altered does not."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from conspectus import render
from conspectus.model.briefing import Briefing
from conspectus.model.evidence import Evidence, claim_id
from conspectus.reading.briefings import field_path
from conspectus.verification.audit import audit
from conspectus.verification.audit.grounded import grounded
from conspectus.verification.audit.index import Index
from tests.support.briefings import article_id, harbour_briefing

Saved = dict[str, Any]
Change = Callable[[Saved], object]
ORIGINAL: Saved = json.loads(render.json(harbour_briefing()))


def places(change: Change) -> dict[str, set[str]]:
    """Where the audit finds the altered briefing at fault, by promise."""
    saved = copy.deepcopy(ORIGINAL)
    change(saved)
    assert saved != ORIGINAL
    found: dict[str, set[str]] = {}
    for finding in audit(Briefing.model_validate_json(json.dumps(saved))):
        found.setdefault(finding.promise, set()).add(finding.where)
    return found


def put(path: str, value: Any) -> Change:
    """A change that sets the field at a path such as `claims[0].text`."""

    def change(saved: Saved) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
        target: Any = saved
        for step in way:
            target = target[step]
        target[last] = value

    return change


def without(path: str) -> Change:
    """A change that takes the element at a path out of its list."""

    def change(saved: Saved) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
        target: Any = saved
        for step in way:
            target = target[step]
        del target[last]

    return change


def test_a_sound_briefing_passes() -> None:
    """A briefing that keeps its promises has no findings."""
    assert audit(harbour_briefing()) == ()


def quotes() -> list[tuple[str, str]]:
    """Every quote with its place."""
    return [
        (f"claims[{c}].evidence[{e}].quote", evidence["quote"])
        for c, claim in enumerate(ORIGINAL["claims"])
        for e, evidence in enumerate(claim["evidence"])
    ]


@pytest.mark.parametrize(("path", "quote"), quotes())
def test_any_altered_character_of_a_quote_is_found(path: str, quote: str) -> None:
    """Whichever character of a quote is changed or dropped, its place is named."""
    briefing = harbour_briefing()
    number, piece_number = (int(each) for each in re.findall(r"\d+", path))
    claim = briefing.claims[number]
    for position in range(len(quote)):
        for new in ("", "9" if quote[position] != "9" else "8"):
            altered = quote[:position] + new + quote[position + 1 :]
            evidence = list(claim.evidence)
            evidence[piece_number] = evidence[piece_number].model_copy(update={"quote": altered})
            claims = list(briefing.claims)
            claims[number] = claim.model_copy(update={"evidence": tuple(evidence)})
            findings = grounded(Index(briefing.model_copy(update={"claims": tuple(claims)})))
            assert [finding.where for finding in findings] == [path]
    assert path in places(put(path, quote[1:]))["grounded"]


@pytest.mark.parametrize(("path", "quote"), quotes())
@pytest.mark.parametrize("field", ["start", "end"])
@pytest.mark.parametrize("shift", [-1, 1, 10_000])
def test_any_altered_offset_is_found(path: str, quote: str, field: str, shift: int) -> None:
    """Moving a quote's start or end breaks its grounding and its claim's id."""
    where = path.removesuffix(".quote")
    claim, piece = (int(number) for number in re.findall(r"\d+", path))
    value = ORIGINAL["claims"][claim]["evidence"][piece][field] + shift
    if value < 0:
        return
    found = places(put(f"{where}.{field}", value))
    assert found["grounded"] & {path, f"{where}.start"}
    assert f"claims[{claim}]" in found["cited"]


def texts() -> list[tuple[str, str]]:
    """Every text of the events and claims, with its place."""
    found = [(f"claims[{n}].text", claim["text"]) for n, claim in enumerate(ORIGINAL["claims"])]
    for n, event in enumerate(ORIGINAL["events"]):
        found.append((f"events[{n}].title", event["title"]))
        for part in ("lead", "points", "context", "timeline"):
            found += [
                (f"events[{n}].{part}[{m}].text", sentence["text"]) for m, sentence in enumerate(event[part])
            ]
        for c, conflict in enumerate(event["conflicts"]):
            found += [
                (f"events[{n}].conflicts[{c}].sides[{m}].position", side["position"])
                for m, side in enumerate(conflict["sides"])
            ]
    return found


NUMBER = re.compile(r"\d+(?:\.\d+)?|\b(?:[Nn]ine|[Tt]welve|six)\b")
NAMES = {
    "Brannock": "Oxley",
    "Mara Ellwick": "Tomas Reed",
    "June": "July",
    "March": "May",
}


def alterations() -> list[tuple[str, str]]:
    """Every text with one number, date, name or negation altered, with its place."""
    found = []
    for path, text in texts():
        for match in NUMBER.finditer(text):
            new = "seven" if match[0].isalpha() else str(float(match[0]) + 1).removesuffix(".0")
            found.append((path, text[: match.start()] + new + text[match.end() :]))
        found += [(path, text.replace(old, new)) for old, new in NAMES.items() if old in text]
        for verb, negated in (
            ("do not", "do"),
            ("collapsed", "never collapsed"),
            ("is closed", "is not closed"),
            ("were injured", "were not injured"),
            ("walked out", "did not walk out"),
            ("was built", "was not built"),
            ("returned", "never returned"),
            ("reached", "never reached"),
        ):
            if verb in text:
                found.append((path, text.replace(verb, negated)))
    return found


@pytest.mark.parametrize(("path", "altered"), alterations())
def test_any_altered_number_date_name_or_negation_is_found(path: str, altered: str) -> None:
    """A text that says what its evidence does not is named, whatever is said about how it was checked."""
    found = places(put(path, altered))
    owner = re.sub(r"\.text$", "", path)
    # A claim's id gives away any alteration; a sentence has only its evidence.
    named = found.get("faithful", set()) | (found["cited"] if path.startswith("claims") else set())
    assert named & {path, owner, f"{owner}.verified"}


@pytest.mark.parametrize(("path", "text"), [(p, t) for p, t in texts() if p.startswith("claims")])
def test_a_claims_id_gives_an_altered_text_away(path: str, text: str) -> None:
    """Even an alteration that asserts nothing new is noticed in a claim."""
    assert path.removesuffix(".text") in places(put(path, text + " "))["cited"]


@pytest.mark.parametrize("number", range(len(ORIGINAL["claims"])))
def test_a_removed_claim_is_missed(number: int) -> None:
    """Every place that cites a claim names it when the claim is gone."""
    gone = ORIGINAL["claims"][number]["id"]
    found = places(without(f"claims[{number}]"))["cited"]
    expected = {
        f"{path.removesuffix('.text')}.claim_ids[0]"
        for path, _ in texts()
        if ".lead" in path and _at(f"{path.removesuffix('.text')}.claim_ids") == [gone]
    }
    assert expected <= found
    assert found


def _at(path: str) -> Any:
    value: Any = ORIGINAL
    for step in re.findall(r"\w+", path):
        value = value[int(step)] if step.isdigit() else value[step]
    return value


def citing() -> list[str]:
    """The place of every list of citations."""
    found = []
    for path, _ in texts():
        if path.endswith(".title"):
            found.append(f"{path}_claim_ids")
        elif path.startswith("events"):
            found.append(re.sub(r"\.(text|position)$", ".claim_ids", path))
    return found


@pytest.mark.parametrize("path", citing())
def test_a_citation_of_nothing_is_found(path: str) -> None:
    """A citation of a claim that does not exist is named."""
    assert f"{path}[0]" in places(put(path, ["c0123456789"]))["cited"]


@pytest.mark.parametrize("path", citing())
def test_a_removed_citation_does_not_even_load(path: str) -> None:
    """The schema refuses a sentence without citations, and names it."""
    saved = copy.deepcopy(ORIGINAL)
    put(path, [])(saved)
    with pytest.raises(ValidationError) as caught:
        Briefing.model_validate_json(json.dumps(saved))
    assert field_path(caught.value.errors()[0]["loc"]) == path


def test_a_briefing_made_past_the_schema_is_audited_all_the_same() -> None:
    """Sentences without citations and claims without evidence are found in an object made in Python."""
    briefing = harbour_briefing()
    lead = briefing.events[0].lead[0].model_copy(update={"claim_ids": ()})
    event = briefing.events[0].model_copy(update={"lead": (lead,)})
    bare = briefing.claims[4].model_copy(update={"evidence": ()})
    altered = briefing.model_copy(update={"events": (event,), "claims": (*briefing.claims, bare)})
    found = {finding.where for finding in audit(altered) if finding.promise == "cited"}
    assert {"events[0].lead[0].claim_ids", "claims[9].evidence"} <= found


@pytest.mark.parametrize("number", range(len(ORIGINAL["ledger"]) - 1))
def test_a_removed_ledger_entry_is_missed(number: int) -> None:
    """What stood in the ledger alone is lost without it, and the place is named."""
    entry = ORIGINAL["ledger"][number]
    articles = [a for a in ORIGINAL["articles"] if a["id"] == entry["article_id"]]
    index = ORIGINAL["articles"].index(articles[-1] if entry["subject"] == "article" else articles[0])
    expected = {f"articles[{index}].sentences[{each - 1}]" for each in entry["sentence_ids"]}
    assert (expected or {f"articles[{index}]"}) <= places(without(f"ledger[{number}]"))["ledger"]


@pytest.mark.parametrize("number", range(5))
def test_edited_article_text_is_found(number: int) -> None:
    """An article whose text is not the one that was read is named, even where no quote stands."""
    text = ORIGINAL["articles"][number]["text"]
    assert f"articles[{number}].text" in places(put(f"articles[{number}].text", text + "x"))["grounded"]


CASES: list[tuple[str, Change, str, str]] = [
    (
        "standing raised",
        put("events[0].points[2].standing", "corroborated"),
        "cited",
        "events[0].points[2].standing",
    ),
    (
        "standing lowered",
        put("events[0].points[0].standing", "single_origin"),
        "cited",
        "events[0].points[0].standing",
    ),
    (
        "dispute hidden",
        put("events[0].points[1].standing", "single_origin"),
        "cited",
        "events[0].points[1].standing",
    ),
    (
        "dispute invented",
        put("events[0].context[0].standing", "disputed"),
        "cited",
        "events[0].context[0].standing",
    ),
    (
        "origin added",
        put("events[0].points[2].origins", ["o1", "o2"]),
        "cited",
        "events[0].points[2].origins",
    ),
    (
        "wire split",
        put("origins[2].article_ids", [ORIGINAL["articles"][2]["id"]]),
        "cited",
        "articles[3].origin",
    ),
    (
        "article in two origins",
        put("origins[0].article_ids", [ORIGINAL["articles"][n]["id"] for n in (0, 1)]),
        "cited",
        "origins[0].article_ids[1]",
    ),
    ("origin of nothing", put("origins[0].article_ids", ["a99999999"]), "cited", "origins[0].article_ids[0]"),
    ("event of nothing", put("events[0].article_ids", ["a99999999"]), "cited", "events[0].article_ids[0]"),
    (
        "event of a failed article",
        put("events[0].article_ids", ["a00000000"]),
        "cited",
        "events[0].article_ids[0]",
    ),
    ("speaker changed", put("claims[1].attributed_to", "the mayor"), "cited", "claims[1]"),
    ("claim renamed", put("claims[4].id", "c0123456789"), "cited", "claims[4]"),
    ("entailment without score", put("claims[0].score", None), "cited", "claims[0].verified"),
    ("claim twice", lambda s: s["claims"].append(s["claims"][0]), "cited", "claims[9].id"),
    ("called quoted", put("claims[4].verified", "quoted"), "faithful", "claims[4].verified"),
    (
        "sentence called quoted",
        put("events[0].lead[0].verified", "quoted"),
        "faithful",
        "events[0].lead[0].verified",
    ),
    ("when changed", put("events[0].when", "5 March 2025"), "faithful", "events[0].when"),
    ("when invented", put("events[1].when", "last week"), "faithful", "events[1].when"),
    ("where changed", put("events[0].where", "Oxley"), "faithful", "events[0].where"),
    (
        "question changed",
        put("events[0].conflicts[0].question", "How many of the 40 were injured?"),
        "faithful",
        "events[0].conflicts[0].question",
    ),
    (
        "timeline day moved",
        put("events[0].timeline[0].start", "2025-03-03"),
        "faithful",
        "events[0].timeline[0].start",
    ),
    (
        "timeline end moved",
        put("events[0].timeline[0].end", "2025-03-05"),
        "faithful",
        "events[0].timeline[0].start",
    ),
    (
        "timeline words changed",
        put("events[0].timeline[0].when", "5 March 2025"),
        "faithful",
        "events[0].timeline[0].when",
    ),
    (
        "evidence elsewhere",
        put("claims[4].evidence[0].article_id", "a99999999"),
        "grounded",
        "claims[4].evidence[0].article_id",
    ),
    (
        "evidence from a failed article",
        put("claims[4].evidence[0].article_id", "a00000000"),
        "grounded",
        "claims[4].evidence[0].article_id",
    ),
    (
        "body called junk",
        put("articles[0].sentences[3].role", "junk"),
        "grounded",
        "claims[4].evidence[0].start",
    ),
    (
        "body called heading",
        put("articles[0].sentences[3].role", "heading"),
        "grounded",
        "claims[4].evidence[0].start",
    ),
    (
        "junk over the body",
        put("articles[0].junk[0].span", {"start": 161, "end": 170}),
        "grounded",
        "claims[4].evidence[0].start",
    ),
    ("sentence taken out", without("articles[0].sentences[3]"), "grounded", "claims[4].evidence[0].start"),
    ("uncited sentence taken out", without("articles[0].sentences[6]"), "ledger", "articles[0].sentences"),
    ("last sentence taken out", without("articles[1].sentences[3]"), "ledger", "articles[1].sentences"),
    (
        "sentence past the end",
        put("articles[0].sentences[7].span", {"start": 1, "end": 99999}),
        "grounded",
        "articles[0].sentences[7].span",
    ),
    (
        "sentence number twice",
        put("articles[0].sentences[6].id", 6),
        "grounded",
        "articles[0].sentences[6].id",
    ),
    ("article twice", lambda s: s["articles"].append(s["articles"][0]), "grounded", "articles[0].id"),
    ("used without text", put("articles[6].status", "used"), "grounded", "articles[6].text"),
    ("claim no longer cited", lambda s: (s["events"][0]["context"].clear(),), "ledger", "claims[4]"),
    ("ledger about nothing", put("ledger[0].article_id", "a99999999"), "ledger", "ledger[0].article_id"),
    (
        "ledger about no sentence",
        put("ledger[2].sentence_ids", [2, 8, 88]),
        "ledger",
        "ledger[2].sentence_ids[2]",
    ),
]


@pytest.mark.parametrize(
    ("change", "promise", "where"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_every_other_sort_of_change_is_found_and_named(change: Change, promise: str, where: str) -> None:
    """Standing, origins, speakers, checks, dates, places, junk, sentences, ledger: each is re-checked."""
    assert where in places(change)[promise]


def test_an_event_of_unknown_time_and_place_passes() -> None:
    """What is not said need not be carried."""

    def change(saved: Saved) -> None:
        saved["events"][0].update(when=None, where=None)

    assert places(change) == {}


def test_a_claim_in_the_ledger_need_not_be_cited() -> None:
    """A claim that nothing cites passes if the ledger names it."""

    def change(saved: Saved) -> None:
        saved["events"][0]["context"] = []
        saved["ledger"].append(
            {
                "subject": "claim",
                "reason": "over_budget",
                "article_id": ORIGINAL["articles"][0]["id"],
                "detail": "No room.",
                "claim_id": ORIGINAL["claims"][4]["id"],
            }
        )

    assert places(change) == {}


def test_a_claim_that_only_the_ledger_names_is_missed_when_removed() -> None:
    """A ledger entry about a claim that the briefing does not hold is named."""
    change = put("ledger[0].claim_id", "c0123456789")
    assert "ledger[0].claim_id" in places(change)["ledger"]


def test_evidence_in_junk_is_found() -> None:
    """A quote that is really there, but in a ticker, supports nothing."""
    ticker = "Mayor of Oxley resigns"

    def change(saved: Saved) -> None:
        start = saved["articles"][0]["text"].index(ticker)
        piece = saved["claims"][4]["evidence"][0]
        piece.update(start=start, end=start + len(ticker), quote=ticker)
        saved["claims"][4]["id"] = claim_id(saved["claims"][4]["text"], None, [Evidence(**piece)])

    assert "claims[4].evidence[0].start" in places(change)["grounded"]


def test_findings_say_what_and_what_to_do() -> None:
    """A finding quotes what stands there and what should, with a hint."""
    saved = copy.deepcopy(ORIGINAL)
    put("claims[4].evidence[0].quote", "The crane, built in 1999, had been inspected in January.")(saved)
    finding = audit(Briefing.model_validate_json(json.dumps(saved)))[0]
    assert "«The crane, built in 1998" in finding.message
    assert "not «The crane, built in 1999" in finding.message
    assert finding.hint


def test_without_text_nothing_is_grounded() -> None:
    """Articles emptied of their text can't hide behind an unchecked id."""
    empty = harbour_briefing().articles[0].model_copy(update={"text": "", "id": article_id("")})
    briefing = harbour_briefing()
    found = audit(briefing.model_copy(update={"articles": (empty, *briefing.articles[1:])}))
    assert {"articles[0].text", "claims[4].evidence[0].article_id"} <= {finding.where for finding in found}
