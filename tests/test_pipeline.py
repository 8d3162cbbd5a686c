"""The whole way from files to a briefing, and the promises that every briefing keeps."""

from __future__ import annotations

import asyncio
import io
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

from conspectus import abrief, asummarize, brief, summarize, verify
from conspectus.consolidate.prose.account import cited_claims
from conspectus.errors import (
    ArticleError,
    AuditError,
    EndpointError,
    EndpointSetupError,
    InputError,
    RefusedAnswerError,
    UsageError,
)
from conspectus.llm.heads import head_of, question
from conspectus.model.article import Article, Role
from conspectus.model.briefing import BriefedArticle, Briefing, Event, Standing, Status
from conspectus.model.evidence import Verification
from conspectus.model.ledger import Reason, Subject
from conspectus.settings import Settings
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    CallDone,
    ProgressEvent,
    RunDone,
    RunStarted,
    StageStarted,
    Warned,
)
from conspectus.verification import audit as auditing
from conspectus.verification.audit import Finding
from tests.support.articles import DAM, ROOT, kept, written
from tests.support.documents import mail
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    accounts,
    choice,
    fault,
    prompt_of,
    refusal,
    reply,
    scripted_settings,
    state,
    truncated,
)

PLACES = {"layoffs": ROOT / "examples", "ferry": ROOT / "tests" / "data" / "ferry"}
NO_MODEL = Settings.load(model="none")
BELL = written(
    "The museum in Halden returned a bronze bell of 90 kilos to the village of Tarsk on Friday.\n\n"
    "Soldiers had taken the bell from Tarsk in 1871, according to the museum's own catalogue. "
    "“We asked for it for sixty years, and now it hangs where it was cast,” said Jorun Ness, who leads the parish.",
    outlet="Halden Post",
    day="2025-05-17",
    title="Bell goes home to Tarsk",
)
FINAL = written(
    "Rowers of Varn won the river cup on Sunday by 3 seconds, for the first time since 1998.\n\n"
    "About 9,000 people stood along the Lend, the police said.",
    outlet="Varn Post",
    day="2025-06-02",
    title="Varn wins river cup",
)


def gold(case: str) -> dict[str, Any]:
    """What a careful editor finds in the articles of a case."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "eval" / "cases" / case / "case.yaml").read_text())
    return found


@pytest.fixture(scope="module", params=sorted(PLACES))
def case(request: pytest.FixtureRequest) -> str:
    """Each case's name."""
    return str(request.param)


@pytest.fixture(scope="module")
def briefings() -> dict[str, Briefing]:
    """A briefing of each case, made without a model."""
    return {name: brief([path], settings=NO_MODEL) for name, path in PLACES.items()}


@pytest.fixture(scope="module")
def briefing(case: str, briefings: dict[str, Briefing]) -> Briefing:
    """The briefing of the case."""
    return briefings[case]


def _file(article: Article) -> str:
    return Path(article.name).name


def _files(briefing: Briefing, article_ids: tuple[str, ...]) -> set[str]:
    return {_file(briefing.article(article_id)) for article_id in article_ids}


def _said(event: Event) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield event.title, event.title_claim_ids
    for sentence in (*event.lead, *event.points, *event.context, *event.timeline):
        yield sentence.text, sentence.claim_ids
    for conflict in event.conflicts:
        yield conflict.question, tuple(each for side in conflict.sides for each in side.claim_ids)
        yield from ((side.position, side.claim_ids) for side in conflict.sides)


def _prose(briefing: Briefing) -> list[str]:
    said = [text for event in briefing.events for text, _ in _said(event)]
    return [briefing.title, *said, *(claim.text for claim in briefing.claims)]


def _covered(briefing: Briefing, event: Event, ids: tuple[str, ...]) -> set[tuple[str, str]]:
    return {
        (_file(briefing.article(piece.article_id)), " ".join(piece.quote.split()))
        for each in ids
        for piece in briefing.claim(each).evidence
    }


def _cites(briefing: Briefing, event: Event, ids: tuple[str, ...], anchor: dict[str, str]) -> bool:
    wanted = " ".join(anchor["quote"].split())
    return any(file == anchor["file"] and wanted in quote for file, quote in _covered(briefing, event, ids))


# The promises of every briefing.


def test_the_audit_finds_nothing(briefing: Briefing) -> None:
    """What `conspectus verify` re-checks is kept."""
    assert verify(briefing) == ()


def test_every_quote_stands_where_it_is_said_to(briefing: Briefing) -> None:
    """Character for character, in the body of its article."""
    for claim in briefing.claims:
        for piece in claim.evidence:
            article = briefing.article(piece.article_id)
            assert article.text[piece.start : piece.end] == piece.quote
            assert not any(junk.span.overlaps(piece.span) for junk in article.junk)


def test_everything_said_names_claims_that_are_there(briefing: Briefing) -> None:
    """And every claim is cited, or stands in the ledger."""
    ids = {claim.id for claim in briefing.claims}
    for event in briefing.events:
        for text, named in _said(event):
            assert named, text
            assert set(named) <= ids, text
    ledgered = {entry.claim_id for entry in briefing.ledger if entry.claim_id}
    assert cited_claims(briefing.events) | ledgered == ids
    assert not cited_claims(briefing.events) & ledgered


def test_every_sentence_of_every_article_is_cited_or_ledgered(briefing: Briefing) -> None:
    """Not one is lost silently, and none stands in the ledger that is cited in full."""
    cited = cited_claims(briefing.events)
    spans = [piece for claim in briefing.claims if claim.id in cited for piece in claim.evidence]
    for article in briefing.articles:
        left = {
            number
            for entry in briefing.ledger
            if entry.article_id == article.id and entry.subject is Subject.SENTENCES
            for number in entry.sentence_ids
        }
        used = {
            sentence.id
            for sentence in article.sentences
            if any(p.article_id == article.id and p.span.overlaps(sentence.span) for p in spans)
        }
        assert used | left == {sentence.id for sentence in article.sentences}
        assert not used & left
        assert not {s.id for s in article.sentences if s.role is not Role.BODY} & used


def test_standing_is_counted_by_origin(briefing: Briefing) -> None:
    """Several outlets that carry one text are one; disputed is what a conflict has as a side."""
    origin_of = {each: origin.id for origin in briefing.origins for each in origin.article_ids}
    for event in briefing.events:
        disputed = {
            each for conflict in event.conflicts for side in conflict.sides for each in side.claim_ids
        }
        for point in (*event.points, *event.context):
            articles = {p.article_id for each in point.claim_ids for p in briefing.claim(each).evidence}
            assert set(point.origins) == {origin_of[each] for each in articles}
            if disputed & set(point.claim_ids):
                assert point.standing is Standing.DISPUTED
            else:
                assert (point.standing is Standing.CORROBORATED) is (len(point.origins) > 1)


def test_a_saved_briefing_is_the_same_briefing(briefing: Briefing, tmp_path: Path) -> None:
    """It reads back equal, and its file passes the same audit; an altered digit does not."""
    path = tmp_path / "briefing.json"
    path.write_text(briefing.to_json(), encoding="utf-8")
    assert Briefing.model_validate_json(path.read_text(encoding="utf-8")) == briefing
    assert verify(path) == verify(str(path)) == ()
    quote = briefing.claims[0].evidence[0].quote
    path.write_text(briefing.to_json().replace(f'"quote": "{quote[:20]}', f'"quote": "9{quote[1:20]}', 1))
    assert verify(path) != ()


# What the cases' editors found.


def test_the_events_are_the_editors(case: str, briefing: Briefing) -> None:
    """Each has exactly the articles that report it; one that is only looked back at is none of its own."""
    found = {frozenset(_files(briefing, event.article_ids)) for event in briefing.events}
    assert found == {frozenset(event["articles"]) for event in gold(case)["events"] if event["articles"]}


def test_the_events_have_their_day(case: str, briefing: Briefing) -> None:
    """Each event is dated as the editor dates it."""
    wanted = [event["when"] for event in gold(case)["events"] if event["articles"]]
    assert sorted(str(event.when) for event in briefing.events) == sorted(wanted)


def test_the_origins_are_the_editors(case: str, briefing: Briefing) -> None:
    """The same groups of articles, exactly."""
    found = {frozenset(_files(briefing, origin.article_ids)) for origin in briefing.origins}
    assert found == {frozenset(origin["articles"]) for origin in gold(case)["origins"]}


def test_nothing_that_must_not_appear_is_said(case: str, briefing: Briefing) -> None:
    """Neither junk nor what an article says to machines nor two events mixed, in prose or in evidence."""
    quotes = [piece.quote for claim in briefing.claims for piece in claim.evidence]
    for banned in gold(case)["must_not_appear"]:
        if banned["kind"] != "wrong_merge":
            assert not any(banned["text"] in text for text in [*_prose(briefing), *quotes]), banned["text"]
        elif "all_of" in banned:
            assert not any(all(part in text for part in banned["all_of"]) for text in _prose(briefing))
        else:
            (day,) = [event["when"] for event in gold(case)["events"] if event["id"] == banned["event"]]
            (event,) = [event for event in briefing.events if event.when == day]
            for point in (*event.lead, *event.points):
                for anchor in banned["anchors"]:
                    assert not _cites(briefing, event, point.claim_ids, anchor), anchor


def test_a_decoy_is_no_conflict(case: str, briefing: Briefing) -> None:
    """An update, another period, a part of a whole: no conflict has two of a decoy's statements as sides."""
    for event in briefing.events:
        for conflict in event.conflicts:
            for decoy in gold(case)["decoys"]:
                hit = [
                    {
                        index
                        for index, anchor in enumerate(decoy["anchors"])
                        if _cites(briefing, event, side.claim_ids, anchor)
                    }
                    for side in conflict.sides
                ]
                assert not (hit[0] and hit[1] and hit[0] != hit[1]), decoy["id"]


def test_every_conflict_is_one_of_the_editors(case: str, briefing: Briefing) -> None:
    """What is shown as disputed is disputed: each side is one of the same conflict in the gold, or editors differ."""
    for event in briefing.events:
        for conflict in event.conflicts:
            matches = [
                real["id"]
                for real in gold(case)["conflicts"]
                if all(
                    any(_cites(briefing, event, side.claim_ids, anchor) for anchor in position["anchors"])
                    for position, side in zip(real["sides"], conflict.sides, strict=True)
                )
                or all(
                    any(_cites(briefing, event, side.claim_ids, anchor) for anchor in position["anchors"])
                    for position, side in zip(real["sides"], reversed(conflict.sides), strict=True)
                )
            ]
            open_to_editors = [
                each["id"]
                for each in gold(case).get("either_way", ())
                if all(
                    any(_cites(briefing, event, side.claim_ids, anchor) for anchor in each["anchors"])
                    for side in conflict.sides
                )
            ]
            assert len(matches) == 1 or open_to_editors, conflict


def test_the_count_in_austin_is_disputed(briefings: dict[str, Briefing]) -> None:
    """262 posts by the company's notice, 410 by the association: both sides are shown, with their words."""
    briefing = briefings["layoffs"]
    (event,) = [event for event in briefing.events if event.when == "2025-07-24"]
    (conflict,) = [conflict for conflict in event.conflicts if "Austin" in conflict.question]
    positions = [side.position for side in conflict.sides]
    assert "262 positions" in positions[0]
    assert "410 jobs" in positions[1]
    assert conflict.kind == "number"


def test_a_toll_that_rose_is_no_conflict_and_the_last_count_leads(briefings: dict[str, Briefing]) -> None:
    """Three, five and eight dead are one story told on three days."""
    (event,) = briefings["ferry"].events
    assert not any("dead" in conflict.question for conflict in event.conflicts)
    assert "ight" in event.lead[0].text
    assert not any("Three people died" in sentence.text for sentence in event.lead)


def test_the_count_of_the_missing_is_disputed(briefings: dict[str, Briefing]) -> None:
    """Eleven by the coastguard, six by the ferry's owner, at the same hour."""
    (event,) = briefings["ferry"].events
    (conflict,) = [conflict for conflict in event.conflicts if "missing" in conflict.question]
    assert sorted(side.position.split()[0] for side in conflict.sides) == ["Eleven", "Six"]


# The same bytes.


def test_the_same_articles_make_the_same_bytes(case: str, briefing: Briefing) -> None:
    """A second run differs in `run` alone."""
    again = brief([PLACES[case]], settings=NO_MODEL)
    assert again.model_dump_json(exclude={"run"}) == briefing.model_dump_json(exclude={"run"})


def test_another_process_makes_the_same_bytes(briefings: dict[str, Briefing]) -> None:
    """Whatever order that process gives to sets of words."""
    program = (
        "import sys; from conspectus import Settings, brief; "
        "b = brief([sys.argv[1]], settings=Settings.load(model='none')); "
        "sys.stdout.buffer.write(b.model_dump_json(exclude={'run'}).encode())"
    )
    here = briefings["layoffs"].model_dump_json(exclude={"run"}).encode()
    own = (
        int(os.environ.get("PYTHONHASHSEED", "0") or 0)
        if os.environ.get("PYTHONHASHSEED", "").isdigit()
        else 0
    )
    for seed in (own + 1, own + 4):
        made = subprocess.run(  # noqa: S603  # this interpreter, a program of our own
            [sys.executable, "-c", program, str(PLACES["layoffs"])],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        )
        assert made.stdout == here


class Dawdling(ScriptedEndpoint):
    """An endpoint that answers the requests that wait in the opposite order of their coming."""

    def __init__(self, script: Callable[[Body], Step], turns: int) -> None:
        super().__init__(script)
        self._turns = turns

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, after as many turns of the loop as requests may still come."""
        self._turns -= 1
        for _ in range(max(0, self._turns) * 5):
            await asyncio.sleep(0)
        return await super().handle_async_request(request)


def test_the_order_of_answers_changes_nothing() -> None:
    """One slot or many, quick or slow: the same bytes."""
    made = {
        brief(
            [BELL, DAM, FINAL],
            settings=scripted_settings(profile=profile, concurrency=slots),
            transport=Dawdling(by_prompt, turns),
        ).model_dump_json(exclude={"run"})
        for profile, variants in {"large": ((1, 0), (8, 0), (8, 40))}.items()
        for slots, turns in variants
    }
    assert len(made) == 1


# A scripted model.


def by_prompt(body: Body) -> Step:
    """A large model that reports the first sentence of every article, and finds everything supported."""
    prompt = prompt_of(body)
    if "Answer yes or no" in prompt:
        return choice("yes", {"yes": 0.95, "no": 0.05})
    if "what all of them say" in prompt or "every one of them says" in prompt:
        return reply({"sentence": "Nothing."})
    if "You shorten sentences" in prompt:
        return reply({"sentence": body["messages"][1]["content"].split("\n")[1]})
    if "Write the account of each event" in prompt:
        return accounts(body)
    if "Say which of the reports" in prompt:
        return reply({"events": []})
    line = next(line for line in prompt.splitlines() if line.startswith("S") and ": " in line)
    quote = line.partition(": ")[2]
    return summarised_as(quote)


def summarised_as(*quotes: str) -> Step:
    """An answer whose claims are these quotes."""
    claims: list[dict[str, Any]] = [
        {"text": quote, "kind": "fact", "attributed_to": None, "sentence_ids": [], "quote": quote}
        for quote in quotes
    ]
    return reply({"claims": claims, "events": [], "headline": "", "gist": ""})


def failing(words: str, step: Step) -> Callable[[Body], Step]:
    """The same model, which answers with the step where the article has these words."""
    return lambda body: step if words in prompt_of(body) else by_prompt(body)


@pytest.mark.parametrize("profile", ["large", "small"])
def test_three_events_of_three_articles(profile: str) -> None:
    """Articles that have nothing to do with one another are three events, each with its own words."""
    made = brief(
        [BELL, DAM, FINAL], settings=scripted_settings(profile=profile), transport=ScriptedEndpoint(by_prompt)
    )
    assert {event.article_ids for event in made.events} == {(BELL.id,), (DAM.id,), (FINAL.id,)}
    assert made.run.profile == profile
    assert made.run.usage.calls > 0
    assert verify(made) == ()


@pytest.mark.parametrize(
    ("step", "word"),
    [(truncated(), "cut off"), (refusal(), "refused"), (reply("{}"), "schema"), (fault(500), "HTTP 500")],
)
def test_an_article_that_fails_never_sinks_the_others(step: Step, word: str) -> None:
    """Cut off, refused, misshapen or failed: the ledger says so, and the article stands as failed."""
    events: list[ProgressEvent] = []
    made = brief(
        [BELL, DAM, FINAL],
        settings=scripted_settings(attempts=1),
        transport=ScriptedEndpoint(failing("sluice gates", step)),
        listener=events.append,
    )
    assert [article.status for article in made.articles] == [Status.USED, Status.FAILED, Status.USED]
    assert made.article(DAM.id).text == DAM.text
    (entry,) = [entry for entry in made.ledger if entry.subject is Subject.ARTICLE]
    assert (entry.reason, entry.article_id) == (Reason.FAILED, DAM.id)
    assert word in entry.detail
    assert {event.article_ids for event in made.events} == {(BELL.id,), (FINAL.id,)}
    assert ArticleDone(DAM.name, usable=False) in events
    assert [event.where for event in events if isinstance(event, Warned)] == [DAM.name]


def test_where_all_articles_fail_the_error_is_raised() -> None:
    """There is nothing to publish, and the error says why."""
    with pytest.raises(RefusedAnswerError):
        brief([BELL, DAM], settings=scripted_settings(), transport=ScriptedEndpoint(lambda _: refusal()))


@pytest.mark.parametrize("profile", ["large", "small"])
def test_an_endpoint_that_fails_in_passing_fails_one_article(profile: str) -> None:
    """With a small model's many calls as with a large one's single call."""
    made = brief(
        [BELL, DAM],
        settings=scripted_settings(profile=profile, attempts=1),
        transport=ScriptedEndpoint(failing("sluice gates", fault(503))),
    )
    assert [article.status for article in made.articles] == [Status.USED, Status.FAILED]


@pytest.mark.parametrize("profile", ["large", "small"])
def test_an_endpoint_that_can_never_answer_is_raised_at_once(profile: str) -> None:
    """A refused key is no article's fault: it is raised as itself, and nobody goes on asking."""
    endpoint = ScriptedEndpoint(lambda _: fault(401))
    many = [
        written(
            f"The council of Arden, which met for {n} hours on Monday, voted 9 to 4 to close the road to Tarsk."
        )
        for n in range(2, 12)
    ]
    with pytest.raises(EndpointSetupError):
        brief(many, settings=scripted_settings(profile=profile, concurrency=1), transport=endpoint)
    assert len(endpoint.bodies) < len(many)


def test_a_small_models_endpoint_failing_everywhere_is_an_endpoint_error() -> None:
    """Not a group of errors."""
    with pytest.raises(EndpointError):
        brief(
            [BELL, DAM],
            settings=scripted_settings(profile="small", attempts=1),
            transport=ScriptedEndpoint(lambda _: fault(503)),
        )


def test_whatever_a_large_model_claims_the_briefing_keeps_its_promises() -> None:
    """Empty, doubled, misquoted, misattributed, spliced: no answer makes a run break off."""

    def wild(body: Body) -> Step:
        sentences = [
            line.partition(": ")[2]
            for line in prompt_of(body).splitlines()
            if line[:1] == "S" and line[1:2].isdigit()
        ]
        claims = [
            {"text": text, "kind": kind, "attributed_to": speaker, "sentence_ids": ids, "quote": quote}
            for quote in (*sentences, " ".join(sentences[:2]), sentences[0][:30], sentences[-1][10:60], "")
            for text, kind, speaker, ids in (
                (quote, "fact", None, []),
                (quote, "figure", "", [99]),
                ("", "fact", None, []),
                (quote.replace("9", "8"), "opinion", "Bruno Fasel", [1, 2, 3]),
                (quote.partition(",")[0], "quote", "Jorun Ness", [5, 6]),
                ("The police may not have said so in 1999", "cause", "the police", [6]),
            )
        ]
        events = [{"what": "", "when": "", "where": "\n", "who": ["", "Orle"], "claims": [0, 3, 500, -2]}]
        return reply({"claims": claims, "events": events, "headline": "\n", "gist": "… ! ?"})

    def answered(body: Body) -> Step:
        return wild(body) if "Report what the article says." in prompt_of(body) else by_prompt(body)

    made = brief([BELL, DAM, FINAL], settings=scripted_settings(), transport=ScriptedEndpoint(answered))
    assert verify(made) == ()
    assert len(made.events) == 3
    assert any(entry.reason is Reason.UNSUPPORTED for entry in made.ledger)


def test_orders_inside_articles_change_nothing() -> None:
    """The ferry's articles by a model that would obey: it is never shown what they order."""
    endpoint = ScriptedEndpoint(
        lambda body: (
            refusal()
            if "Ignore previous" in prompt_of(body) or "PWNED" in prompt_of(body)
            else by_prompt(body)
        )
    )
    made = brief([PLACES["ferry"]], settings=scripted_settings(), transport=endpoint)
    assert {article.status for article in made.articles} == {Status.USED}
    for banned in gold("ferry")["must_not_appear"]:
        if banned["kind"] == "injected":
            assert not any(
                banned["text"] in prompt_of(body)
                for body in endpoint.bodies
                if banned["text"] != "</article>"
            )
            assert not any(banned["text"] in text for text in _prose(made))


# What may be given.


def test_articles_files_and_directories_can_be_mixed(tmp_path: Path) -> None:
    """They come in the order given; what is there twice or can't be read is said, in articles and ledger."""
    copy = tmp_path / "copy.md"
    copy.write_text(BELL.text, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    made = brief([DAM, str(copy), BELL, empty, DAM, tmp_path / "none.txt"], settings=NO_MODEL)
    assert [(_file(article), article.status) for article in made.articles] == [
        (_file(DAM), Status.USED),
        ("copy.md", Status.USED),
        (_file(BELL), Status.DUPLICATE),
        (_file(DAM), Status.DUPLICATE),
        ("empty.txt", Status.FAILED),
        ("none.txt", Status.FAILED),
    ]
    reasons = [entry.reason for entry in made.ledger if entry.subject is Subject.ARTICLE]
    assert sorted(reasons) == [Reason.DUPLICATE, Reason.DUPLICATE, Reason.FAILED, Reason.FAILED]
    assert all(article.text == "" for article in made.articles if article.status is Status.FAILED)
    assert verify(made) == ()


def test_what_an_input_holds_besides_its_article_is_in_the_ledger(tmp_path: Path) -> None:
    """An attachment is named with the article that it came with, and the briefing keeps its promises."""
    message = mail(DAM.text)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="report.pdf")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    briefing = brief(tmp_path, settings=NO_MODEL)
    entries = [entry for entry in briefing.ledger if entry.subject is Subject.ARTICLE]
    assert [entry.detail.removeprefix(f"{tmp_path.as_posix()}/") for entry in entries] == [
        "a.eml: the attachment report.pdf (application/pdf) was not read"
    ]
    assert verify(briefing) == ()


def test_an_article_made_by_hand_needs_no_sentences() -> None:
    """They are numbered where there are none; an id that is not its text's is refused."""
    bare = Article(id=DAM.id, sha256=None, text=DAM.text)
    made = brief(bare, settings=NO_MODEL)
    assert made.articles[0].sentences
    assert verify(made) == ()
    with pytest.raises(ArticleError, match="is not the id of its text"):
        brief(bare.model_copy(update={"id": "a00000000"}), settings=NO_MODEL)


def test_an_article_of_an_earlier_briefing_can_be_given_again() -> None:
    """What became of it then is forgotten."""
    (first, *_) = brief([BELL, DAM], settings=NO_MODEL).articles
    assert isinstance(first, BriefedArticle)
    again = brief(first, settings=NO_MODEL)
    assert again.articles[0].origin == "o1"


def test_standard_input_is_an_article() -> None:
    """It is named as it was given."""
    made = brief("-", settings=NO_MODEL, stdin=io.BytesIO(DAM.text.encode()))
    assert [(article.path, article.name) for article in made.articles] == [("-", "standard input")]
    assert "standard input · " in made.to_terminal()
    rows = f'[{{"text": "{DAM.sentence_text(DAM.body[0])}"}}, {{"text": ""}}]'
    said = brief("-", settings=NO_MODEL, stdin=io.BytesIO(rows.encode())).to_terminal()
    assert "standard input#2: the row's text is empty" in said


def test_one_sentence_is_enough() -> None:
    """An article of one sentence is a briefing of one event with one sentence."""
    one = written("The bridge at Lend was closed on Tuesday.", day="2025-02-05")
    made = brief(one, settings=NO_MODEL)
    assert [sentence.text for sentence in made.events[0].lead] == [
        "The bridge at Lend was closed on Tuesday."
    ]
    assert made.events[0].points == ()
    assert made.title == made.events[0].title


@pytest.mark.parametrize("control", ["\x1c", "\x1f", "\x0b", "\x85", "\u2028"])
def test_a_control_character_in_a_sentence_breaks_no_promise(tmp_path: Path, control: str) -> None:
    """Whether it parts words or lines: what is quoted stands in its article all the same."""
    (tmp_path / "a.txt").write_text(f"The ferry{control}sank off Varn on 4 May 2025, the coast guard said.\n")
    made = brief(tmp_path, settings=NO_MODEL)
    assert verify(made) == ()
    assert any("sank off Varn" in claim.text for claim in made.claims)


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    """Nothing given, and nothing readable given, are told apart."""
    with pytest.raises(UsageError):
        brief([], settings=NO_MODEL)
    with pytest.raises(InputError):
        brief([tmp_path / "a.txt", tmp_path / "b.txt"], settings=NO_MODEL)


def test_a_title_can_be_given() -> None:
    """It replaces the one that code makes."""
    assert brief([BELL, DAM], settings=NO_MODEL, title="This week").title == "This week"
    assert brief([BELL, DAM], settings=NO_MODEL).title == "2 events in 2 articles"


def test_settings_are_found_where_none_are_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As the command line finds them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONSPECTUS_MODEL", "none")
    assert brief(DAM).run.model == "none"
    assert summarize(DAM).article_id == DAM.id


async def test_brief_and_summarize_work_inside_a_running_loop() -> None:
    """As in a notebook, with the same result as awaiting."""
    sync = brief([BELL, DAM], settings=NO_MODEL)
    awaited = await abrief([BELL, DAM], settings=NO_MODEL)
    assert sync.model_dump(exclude={"run"}) == awaited.model_dump(exclude={"run"})
    assert summarize(DAM, settings=NO_MODEL) == await asummarize(DAM, settings=NO_MODEL)


def test_one_article_is_summarised_alone() -> None:
    """With progress told; several in one place are refused rather than silently left out."""
    events: list[ProgressEvent] = []
    summary = summarize(
        DAM, settings=scripted_settings(), transport=ScriptedEndpoint(by_prompt), listener=events.append
    )
    assert [claim.text for claim in summary.claims] == [DAM.sentence_text(DAM.body[0])]
    assert [type(event) for event in events] == [
        RunStarted,
        StageStarted,
        ArticleStarted,
        CallDone,
        ArticleDone,
        RunDone,
    ]
    with pytest.raises(UsageError, match="holds 6 articles"):
        summarize(PLACES["ferry"], settings=NO_MODEL)


# Progress, and its end.


@pytest.mark.parametrize(("sign", "verified"), [(1, Verification.ENTAILMENT), (-1, Verification.QUOTED)])
def test_what_the_embedded_model_wrote_is_judged_by_its_layers(sign: int, verified: Verification) -> None:
    """A shortened sentence stands where the head finds it said, and gives way to its source's where it does not."""
    weights = "qwen2.5-coder-1.5b-instruct-q4_k_m"
    head = head_of(weights)
    assert head is not None
    long = "At least 60 farms below the dam of Orle, most of which grow plums, were without water for a week in April."
    short = "At least 60 farms below the dam of Orle were without water for a week in April."

    def script(body: Body) -> Step:
        return (
            state(*(sign * weight / math.hypot(*head.weights) for weight in head.weights))
            if "input" in body
            else reply({"sentence": short})
        )

    endpoint = ScriptedEndpoint(script)
    settings = scripted_settings(model=weights, profile="small")
    (claim,) = summarize(written(long), settings=settings, transport=endpoint).claims
    assert (claim.verified, claim.text) == (verified, short if sign > 0 else long)
    assert [body["input"] for body in endpoint.bodies if "input" in body] == [question(short, [long])]


def test_progress_is_told_in_order(tmp_path: Path) -> None:
    """The run starts, warns of what could not be read, goes through its stages, and ends."""
    events: list[ProgressEvent] = []
    made = brief(
        [DAM, tmp_path / "none.txt", BELL],
        settings=scripted_settings(concurrency=1),
        transport=ScriptedEndpoint(by_prompt),
        listener=events.append,
    )
    assert events[0] == RunStarted(2, "scripted", ("summarise", "consolidate", "verify"))
    assert isinstance(events[1], Warned)
    assert events[1].where == (tmp_path / "none.txt").as_posix()
    assert [event.stage for event in events if isinstance(event, StageStarted)] == list(events[0].stages)
    assert events[-1] == RunDone()
    summarise_, consolidate_ = (events.index(StageStarted(stage)) for stage in ("summarise", "consolidate"))
    for article in (DAM, BELL):
        start, end = events.index(ArticleStarted(article.name)), events.index(ArticleDone(article.name))
        assert summarise_ < start < end < consolidate_
    calls = [event for event in events if isinstance(event, CallDone)]
    assert made.run.usage.calls == len(calls)
    assert set(made.run.prompts) == {call.prompt for call in calls}
    assert set(made.run.stages) == {"summarise", "consolidate", "verify"}


def test_the_embedded_models_time_is_foretold() -> None:
    """A hosted model's is not: nobody knows it."""
    from conspectus.pipeline import _run_started  # noqa: PLC0415  # the weights are not there to run it
    from conspectus.running import read  # noqa: PLC0415

    settings = Settings.load(model="embedded:1.5b")
    told = _run_started(read([DAM, BELL], settings, None), settings)
    assert (told.model, told.articles) == ("embedded:1.5b", 2)
    assert told.expected_seconds
    assert _run_started(read([DAM], NO_MODEL, None), NO_MODEL).expected_seconds is None


class Silent(ScriptedEndpoint):
    """An endpoint that never answers, and tells when it was asked, and when the asker went away."""

    def __init__(self, expected: int) -> None:
        super().__init__([])
        self._expected = expected
        self.asked = asyncio.Event()
        self.waiting = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Nothing, ever."""
        self.waiting += 1
        if self.waiting == self._expected:
            self.asked.set()
        try:
            await asyncio.Event().wait()
            raise AssertionError("nobody sets it")
        finally:
            self.waiting -= 1


@pytest.mark.parametrize("profile", ["large", "small"])
async def test_a_cancelled_run_leaves_nothing_hanging(profile: str) -> None:
    """All its requests are given up, and no task of it goes on."""
    before = asyncio.all_tasks()
    endpoint = Silent(2)
    run = asyncio.create_task(
        abrief([BELL, DAM, FINAL], settings=scripted_settings(profile=profile), transport=endpoint)
    )
    await endpoint.asked.wait()
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    assert endpoint.waiting == 0
    assert asyncio.all_tasks() == before


async def test_the_first_fatal_error_stops_the_rest() -> None:
    """Requests that wait for an answer are given up when another says that none will come."""

    class Fatal(Silent):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            if b"sluice gates" in await request.aread():
                await self.asked.wait()
                return httpx2.Response(401, json={"error": {"message": "no"}}, request=request)
            return await super().handle_async_request(request)

    endpoint = Fatal(2)
    with pytest.raises(EndpointSetupError):
        await abrief([BELL, DAM, FINAL], settings=scripted_settings(), transport=endpoint)
    assert endpoint.waiting == 0


def test_a_briefing_that_breaks_a_promise_is_not_published(caplog: pytest.LogCaptureFixture) -> None:
    """An article whose sentences leave some of its text out: the error names the place, the log has all."""
    partial = DAM.model_copy(update={"sentences": DAM.sentences[:-1]})
    with pytest.raises(AuditError, match="is in no sentence") as caught:
        brief(partial, settings=NO_MODEL)
    assert caught.value.where == "articles[0].sentences"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_what_does_not_stand_up_to_the_audit_is_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A defect of ours costs the sentence that it is in: the rest is published, and the ledger names the sentence."""
    audit, told = auditing.audit, DAM.sentence_text(DAM.body[0])

    def strict(briefing: Briefing) -> tuple[Finding, ...]:
        refused = [
            Finding(
                promise="faithful", where=f"claims[{number}].text", message="refused for this test", hint=""
            )
            for number, claim in enumerate(briefing.claims)
            if told in claim.text
        ]
        return (*audit(briefing), *refused)

    assert told in str(brief([BELL, DAM], settings=NO_MODEL).claims)
    monkeypatch.setattr(auditing, "audit", strict)
    made = brief([BELL, DAM], settings=NO_MODEL)
    assert made.events
    assert not [claim for claim in made.claims if told in claim.text]
    (entry,) = [each for each in made.ledger if each.reason is Reason.UNSUPPORTED]
    assert (entry.article_id, entry.sentence_ids) == (DAM.id, (DAM.body[0].id,))
    assert "audit" in entry.detail
    assert verify(made) == ()
    assert "refused for this test" in caplog.text


def test_the_kept_cases_are_read_whole() -> None:
    """Each article of a case is there, and gold speaks of no other."""
    for name, path in PLACES.items():
        listed = {Path(article["path"]).name for article in gold(name)["articles"]}
        assert {_file(article) for article in kept(*path.relative_to(ROOT).parts)} == listed
