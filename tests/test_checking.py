from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import conspectus
from conspectus.checking import ClaimOptions, acheck, acheck_claim, check, check_claim
from conspectus.errors import EndpointError, InputError, UsageError
from conspectus.model.article import Article
from conspectus.reading import read_article
from conspectus.telemetry import ProgressEvent, RunStarted, StepDone, Warned
from conspectus.text.language import detect_language
from conspectus.verification.faithfulness import examine
from conspectus.verification.report import Report
from conspectus.verification.support import SupportVerdict
from conspectus.verification.verdict import MismatchKind
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    broken,
    choice,
    prompt_of,
    scripted_settings,
    state,
)

V = SupportVerdict
FIRE = """Fire closes the mill
By Nora Quill, Wend Courier
3 March 2025

A fire closed the Tarn mill on Saturday. At least twelve people were treated for smoke, the fire service said.
The mill, which makes paper, employs 340 people. Its owner, Anna Tolk, said that it would open again in May.
"""
TEXT = """Mill fire

The Tarn mill closed after a fire on Saturday. Twelve people were treated for smoke, the fire service said.
The mill employs 430 people. The mayor of Oslo resigned on Sunday.
"""


def _article(text: str = FIRE, name: str = "fire.txt") -> Article:
    return read_article(text.encode(), name=name, media="text")


def _verdicts(report: Report) -> list[SupportVerdict]:
    return [sentence.support.verdict for sentence in report.sentences]


def test_each_sentence_gets_its_verdict() -> None:
    """With the sentences that come closest, at offsets that hold, and a reason wherever it is not supported."""
    article = _article()
    report = check(TEXT, article, entailment="off")
    assert _verdicts(report) == [V.SUPPORTED, V.OVERSTATED, V.CONTRADICTED, V.NOT_FOUND]
    for sentence in report.sentences:
        assert sentence.span.of(TEXT) == sentence.text
        assert bool(sentence.support.reasons) != sentence.support.supported
        for piece in sentence.evidence:
            assert article.text[piece.start : piece.end] == piece.quote
            assert report.article(piece.article_id).name == "fire.txt"
    assert [reason.kind for reason in report.sentences[2].support.reasons] == [MismatchKind.NUMBER]
    assert report.sentences[2].evidence[0].quote.startswith("The mill, which makes paper")
    assert report.unchecked == ("Mill fire",)
    assert not report.supported
    assert (report.run.model, report.run.usage.calls) == ("none", 0)
    with pytest.raises(KeyError):
        report.article("a00000000")


def test_what_an_outlet_has_taken_back_is_contradicted() -> None:
    """By the notice and what is right; what else the corrected sentence says still stands."""
    report = _article(FIRE.replace("The mill, which", "The mill belongs to Sorrel Textiles. The mill, which"))
    notice = _article(
        "Correction: the Tarn mill\nBy Nora Quill, Wend Courier\n5 March 2025\n\n"
        "Our report of the fire said that the Tarn mill belongs to Sorrel Textiles. It belongs to Hopwood Estates.\n",
        name="notice.txt",
    )
    text = "The mill belongs to Sorrel Textiles. The mill belongs to Hopwood Estates. The mill employs 340 people."
    assert _verdicts(check(text, report, entailment="off"))[0] is V.SUPPORTED
    checked = check(text, [report, notice], entailment="off")
    assert _verdicts(checked) == [V.CONTRADICTED, V.SUPPORTED, V.SUPPORTED]
    (reason,) = checked.sentences[0].support.reasons
    assert "has taken it back" in reason.message
    assert "It belongs to Hopwood Estates." in reason.message
    assert {piece.article_id for piece in checked.sentences[0].evidence} == {notice.id}


def test_what_is_no_network_is_said() -> None:
    """As all else that an option can't be, not as an attribute that is missing."""
    with pytest.raises(UsageError, match="network: int is no Network"):
        check(TEXT, "https://example.com/", entailment="off", network=3)  # type: ignore[arg-type]


def test_the_articles_own_words_are_supported() -> None:
    """Whole sentences of the article pass with a full score, though no model was asked."""
    body = [_article().sentence_text(sentence) for sentence in _article().body]
    report = check(" ".join(body[-2:]), _article(), entailment="off")
    assert report.supported
    assert [sentence.support.score for sentence in report.sentences] == [1.0, 1.0]


def test_a_day_is_read_against_the_day_of_publication() -> None:
    """Saturday of an article of 3 March 2025 is the first, whatever today is."""
    assert check("A fire closed the Tarn mill on 1 March 2025.", _article(), entailment="off").supported
    assert not check("A fire closed the Tarn mill on 2 March 2025.", _article(), entailment="off").supported


def test_a_text_without_body_is_checked_all_the_same() -> None:
    """A line without a full stop is a sentence where there is no other."""
    report = check("A fire closed the Tarn mill", _article(), entailment="off")
    assert _verdicts(report) == [V.SUPPORTED]


def test_lists_and_reference_marks_are_no_claims() -> None:
    """A summary as language models write them is checked for what it says."""
    text = (
        "# Summary\n\nKey points:\n\n"
        "- A **fire** closed the Tarn mill on Saturday.[1]\n2. The mill employs 340 people [2, 3].\n"
    )
    report = check(text, _article(), entailment="off")
    assert _verdicts(report) == [V.SUPPORTED, V.SUPPORTED]
    assert all(sentence.span.of(text) == sentence.text for sentence in report.sentences)
    assert report.unchecked == ("# Summary", "Key points:")


def test_items_of_a_list_are_checked_without_a_full_stop() -> None:
    """A false item is found beside a whole sentence; what only names a part or announces one is not checked."""
    text = (
        "A fire closed the Tarn mill on Saturday.\n\n1. Numbers\n\nIn short:\n\n"
        "- The mill employs 940 people\n- **The mill:** it makes paper\n- Staff: 340\n- What Comes Next At Tarn\n"
        "- Anna Tolk told Radio Tarn\n"
    )
    report = check(text, _article(), entailment="off")
    assert [sentence.text for sentence in report.sentences] == [
        "A fire closed the Tarn mill on Saturday.",
        "- The mill employs 940 people",
        "- **The mill:** it makes paper",
        "- Staff: 340",
        "- Anna Tolk told Radio Tarn",
    ]
    assert _verdicts(report)[:2] == [V.SUPPORTED, V.CONTRADICTED]
    assert report.unchecked == ("1. Numbers", "In short:", "- What Comes Next At Tarn")


@pytest.mark.parametrize(
    "table",
    [
        "| mill | people |\n|:--|--:|\n| Tarn | 940 |\n",
        "mill | people\n--- | ---\nTarn | 940\n",
        "Tarn | 940\n",
    ],
)
def test_a_row_of_a_table_is_not_supported(table: str) -> None:
    """No gate can tell what its cells say together; the head of a table says nothing."""
    report = check(f"A fire closed the Tarn mill on Saturday.\n\n{table}", _article(), entailment="off")
    assert _verdicts(report) == [V.SUPPORTED, V.NOT_FOUND]
    row = report.sentences[1]
    assert (row.text.strip("| ")[:8], row.evidence) == ("Tarn | 9", ())
    assert "row of a table" in row.support.reasons[0].message
    assert not report.supported


def test_a_sentence_with_a_bar_in_it_is_no_row() -> None:
    """Nor is an outlet's name above a text."""
    report = check("The Tarn mill | makes paper. It makes paper.", _article(), entailment="off")
    assert not any("row" in reason.message for one in report.sentences for reason in one.support.reasons)


def test_a_text_can_be_an_article() -> None:
    """Then its junk is not checked, and its own numbering of sentences counts."""
    text = _article(
        "A note\n\nPublished: 4 March 2025\n\nA fire closed the Tarn mill on Saturday.\n", "note.txt"
    )
    report = check(text, _article(), entailment="off")
    assert [sentence.text for sentence in report.sentences] == ["A fire closed the Tarn mill on Saturday."]
    assert "A note" in report.unchecked


@pytest.mark.parametrize("wanted", [False, True, "none", None])
def test_the_second_gate_is_on_or_off(wanted: object) -> None:
    """Anything else is a wrong call, because a call to a model may cost."""
    with pytest.raises(UsageError, match="say 'on' or 'off'"):
        check_claim("It rained.", "It rained.", entailment=wanted)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="say 'on' or 'off'"):
        check("It rained.", _article(), entailment=wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ({"listener": 3}, "listener: int can't be called"),
        ({"stdin": "x"}, "stdin: str has no bytes to read"),
        ({"stdin": io.StringIO("x")}, "stdin: StringIO has no bytes to read"),
        ({"entailment": "no"}, "say 'on' or 'off'"),
    ],
)
def test_an_option_of_the_wrong_kind_is_a_wrong_call(option: Any, said: str) -> None:
    """It is said before anything is read."""
    with pytest.raises(UsageError, match=said):
        check("It rained.", "nowhere.txt", **{"entailment": "off", **option})


def test_articles_are_files_or_standard_input(tmp_path: Path) -> None:
    """What can't be read or comes twice is in the ledger, and the rest goes on."""
    (tmp_path / "fire.txt").write_text(FIRE)
    (tmp_path / "again.txt").write_text(FIRE)
    (tmp_path / "empty.txt").write_text("")
    told: list[ProgressEvent] = []
    report = check("A fire closed the Tarn mill.", [tmp_path], entailment="off", listener=told.append)
    assert report.supported
    assert [entry.reason.value for entry in report.ledger] == ["failed_article", "duplicate"]
    assert [type(event) for event in told].count(StepDone) == 1
    assert isinstance(told[0], RunStarted)
    assert any(isinstance(event, Warned) for event in told)
    assert check(
        "The mill employs 340 people.", "-", entailment="off", stdin=io.BytesIO(FIRE.encode())
    ).supported


def _doubtful(body: Body) -> Step:
    """A model that does not believe in paper."""
    if "Statement: The Tarn mill makes paper." in prompt_of(body):
        return choice("no", {"yes": 0.2, "no": 0.8})
    return choice("yes", {"yes": 0.9, "no": 0.1})


async def test_the_model_is_asked_what_mechanics_let_pass() -> None:
    """Not about what is refused already, nor about the source's own words; its cost is in the run record."""
    text = "The Tarn mill makes paper. The Tarn mill closed after a fire. The mill employs 430 people. "
    endpoint = ScriptedEndpoint(_doubtful)
    report = await acheck(
        text + "A fire closed the Tarn mill on Saturday.",
        _article(),
        settings=scripted_settings(),
        transport=endpoint,
    )
    assert _verdicts(report) == [V.NOT_FOUND, V.SUPPORTED, V.CONTRADICTED, V.SUPPORTED]
    assert len(endpoint.bodies) == 2
    assert report.sentences[0].support.entailment == pytest.approx(0.2)
    assert report.sentences[1].support.entailment == pytest.approx(0.9)
    assert report.sentences[1].support.score > 0.9
    assert report.run.usage.calls == 2
    assert list(report.run.prompts) == ["support"]


GERMAN = "Anna Tolk will die Mühle im Mai wieder öffnen. Die Stadt hat der Mühle noch nicht geholfen.\n"


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("It closed on 24 July 2025.", "It closed on Thursday.", V.NOT_FOUND),
        ("It closed on 23 July 2025.", "It closed on Thursday.", V.CONTRADICTED),
        ("It closed on Friday.", "It closed on Thursday.", V.CONTRADICTED),
        ("It closed last month.", "It closed in June.", V.NOT_FOUND),
        ("Sales fell in the first quarter of 2025.", "Sales fell in the first quarter.", V.NOT_FOUND),
        ("Sales fell in the second quarter of 2025.", "Sales fell in the first quarter.", V.CONTRADICTED),
        ("It closed on 24 July 2025.", "It closed on 23 July 2025.", V.CONTRADICTED),
    ],
)
def test_a_day_that_nothing_resolves_is_said_and_not_contradicted(
    claim: str, evidence: str, verdict: SupportVerdict
) -> None:
    """Without a publication date, and never against today; what can't be the same all the same is contradicted."""
    support = check_claim(claim, evidence, entailment="off")
    assert support.verdict is verdict
    assert support.reasons[0].unresolved is (verdict is V.NOT_FOUND)
    told = "No publication date was given" in support.reasons[0].message
    assert told is support.reasons[0].unresolved


def test_several_articles_have_days_of_their_own() -> None:
    """The same "Thursday" is another day in another article."""
    days = [date(2025, 7, 25), date(2025, 8, 1)]
    places = ["The mill closed on Thursday.", "The quay closed on Thursday."]
    for claim, sound in (
        ("The mill closed on 24 July 2025.", True),
        ("The quay closed on 31 July 2025.", True),
        ("The quay closed on 30 July 2025.", False),
    ):
        assert examine(claim, places, published=days).supported is sound


def test_another_language_than_the_articles_is_said_and_not_guessed() -> None:
    """No name of a noun's capital, no "about nothing": without a model nobody can tell."""
    report = check(GERMAN, _article(), entailment="off")
    assert _verdicts(report) == [V.NOT_FOUND, V.NOT_FOUND]
    for sentence in report.sentences:
        assert "It is in German and no article is" in sentence.support.reasons[0].message
    assert [piece.quote for piece in report.sentences[0].evidence] == [
        "Its owner, Anna Tolk, said that it would open again in May."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A fire closed the Tarn mill. Die Mühle soll im Mai wieder öffnen, sagte Anna Tolk, der sie gehört.",
        "Twelve were treated. Die Mühle gehört Anna Tolk, und sie will im Mai mit ihren Leuten wieder öffnen.",
        "Anna Tolk treated. Die Mühle gehört Anna Tolk, und sie will im Mai mit ihren Leuten wieder öffnen.",
    ],
)
def test_a_sentence_is_not_in_the_language_of_the_one_beside_it(text: str) -> None:
    """However short it is, it is held against articles that have its words or its language."""
    english, german = check(text, _article(), entailment="off").sentences
    assert not any("It is in" in reason.message for reason in english.support.reasons)
    assert "It is in German" in german.support.reasons[0].message


def test_a_short_sentence_is_in_the_language_of_its_words() -> None:
    """Names that the articles have do not make it theirs."""
    text = "Anna Tolk will im Mai öffnen. Die Mühle gehört ihr, und sie will im Mai mit ihren Leuten wieder öffnen."
    for sentence in check(text, _article(), entailment="off").sentences:
        assert "It is in German" in sentence.support.reasons[0].message


def test_words_of_two_languages_are_of_the_one_that_spells_the_rest_so() -> None:
    """ "By", "a" and "s" are among the commonest words of Czech as well."""
    claim = "Orvik's output fell by nearly a fifth last winter."
    assert detect_language(claim) == "cs"
    article = _article(
        "The output of Orvik fell by nearly a fifth in the winter that is over, its owner said."
    )
    (sentence,) = check(claim, article, entailment="off").sentences
    assert "It is in" not in sentence.support.reasons[0].message


async def test_a_model_is_asked_across_languages() -> None:
    """About what names and numbers lead to, and its word counts."""
    endpoint = ScriptedEndpoint(lambda _: choice("yes", {"yes": 0.9, "no": 0.1}))
    report = await acheck(GERMAN, _article(), settings=scripted_settings(), transport=endpoint)
    assert _verdicts(report) == [V.SUPPORTED, V.NOT_FOUND]
    assert len(endpoint.bodies) == 1
    refuses = ScriptedEndpoint(lambda _: choice("no", {"yes": 0.1, "no": 0.9}))
    report = await acheck(GERMAN, _article(), settings=scripted_settings(), transport=refuses)
    assert _verdicts(report) == [V.NOT_FOUND, V.NOT_FOUND]


async def test_the_head_is_asked_of_english_alone() -> None:
    """Across languages and within another one the embedded model answers itself; in English its layers are read."""
    settings = scripted_settings(model="qwen2.5-coder-1.5b-instruct-q4_k_m", profile="large")

    def script(body: Body) -> Step:
        return state(*[0.0] * 1536) if "input" in body else choice("yes", {"yes": 0.9, "no": 0.1})

    endpoint = ScriptedEndpoint(script)
    await acheck(GERMAN, _article(), settings=settings, transport=endpoint)
    spanish = "La fábrica de Tarn cerró el lunes y despidió a cuarenta obreros, dijo la alcaldesa."
    claim = "La alcaldesa dijo que la fábrica de Tarn cerró el lunes."
    await acheck_claim(claim, spanish, settings=settings, transport=endpoint)
    assert ["input" in body for body in endpoint.bodies] == [False, False]
    evidence = "The mill at Tarn closed on Monday, its owner said."
    claim = "The owner said that the mill at Tarn closed on Monday."
    await acheck_claim(claim, evidence, settings=settings, transport=endpoint)
    assert ["input" in body for body in endpoint.bodies] == [False, False, True]


async def test_an_endpoint_that_is_down_is_an_error() -> None:
    """A text is not called unsupported because nobody answered."""
    with pytest.raises(EndpointError):
        await acheck(
            "The Tarn mill makes paper.",
            _article(),
            settings=scripted_settings(attempts=1),
            transport=ScriptedEndpoint(lambda _: broken()),
        )


def test_settings_without_a_model_ask_none() -> None:
    """`model=none`, or `entailment=False`, is the mechanical gate alone."""
    off = scripted_settings(entailment=False)
    assert check_claim("Two people were hurt.", "2 people were hurt.", settings=off).entailment is None
    report = check(
        "A fire closed the Tarn mill.", _article(), settings=scripted_settings(model="none", base_url=None)
    )
    assert (report.supported, report.run.model) == (True, "none")


def test_nothing_to_check_is_a_wrong_call() -> None:
    """Neither is a text without words, nor articles that can't be read."""
    with pytest.raises(UsageError, match="no words"):
        check(" … ", _article(), entailment="off")
    with pytest.raises(UsageError, match="nothing that can be checked"):
        check("Key takeaways\n\nWhat comes next", _article(), entailment="off")
    with pytest.raises(InputError):
        check("A fire.", "nowhere.txt", entailment="off")
    with pytest.raises(UsageError, match="need words"):
        check_claim("A fire.", [], entailment="off")
    with pytest.raises(UsageError, match="need words"):
        check_claim("—", "A fire.", entailment="off")


def test_a_claim_with_its_evidence_at_hand() -> None:
    """One text or several; the date of publication resolves what is relative."""
    assert check_claim("Two people were hurt.", "2 people were hurt.", entailment="off").supported
    pieces = ["A fire closed the mill.", "The mill employs 340 people."]
    assert check_claim(
        "The mill, which employs 340 people, closed after a fire.", pieces, entailment="off"
    ).supported
    day: ClaimOptions = {"published": date(2025, 3, 3), "entailment": "off"}
    assert check_claim("The mill closed on 1 March 2025.", "The mill closed on Saturday.", **day).supported
    assert not check_claim(
        "The mill closed on 2 March 2025.", "The mill closed on Saturday.", **day
    ).supported


async def test_a_claim_can_be_put_to_the_model() -> None:
    """Both gates then decide."""
    endpoint = ScriptedEndpoint([choice("no", {"yes": 0.1, "no": 0.9})])
    support = await acheck_claim(
        "The cuts caused the fire.",
        "A fire followed the cuts.",
        settings=scripted_settings(),
        transport=endpoint,
    )
    assert support.verdict is V.NOT_FOUND
    assert support.entailment == pytest.approx(0.1)
    endpoint.finished()


async def test_it_works_inside_a_running_loop() -> None:
    """As in a notebook."""
    assert check_claim("Two people were hurt.", "2 people were hurt.", entailment="off").supported


def test_everybody_can_reach_it() -> None:
    """The names are the package's own."""
    assert conspectus.check is check
    assert conspectus.check_claim is check_claim
    assert conspectus.Report is Report


def test_a_time_of_publication_counts_as_its_day() -> None:
    """So that what a feed or a database gives can be passed on."""
    at = datetime(2025, 3, 3, 23, 30, tzinfo=UTC)
    told = ("The mill closed on 1 March 2025.", "The mill closed on Saturday.")
    assert check_claim(*told, published=at, entailment="off") == check_claim(
        *told, published=at.date(), entailment="off"
    )
