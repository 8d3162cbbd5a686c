from __future__ import annotations

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.entailment import (
    AS_TOLD,
    CALIBRATIONS,
    HEAD,
    MOST_READ,
    NO_JUDGES,
    Calibration,
    entailment,
    log_odds,
    question,
    read_question,
)
from conspectus.errors import EndpointError
from conspectus.llm.embedded import STATE_TOKENS
from conspectus.llm.heads import ClaimJudge, Head
from conspectus.llm.states import State
from conspectus.model.usage import Usage
from tests.support.scripted import ScriptedEndpoint, broken, choice, prompt_of, refusal, scripted_settings

EVIDENCE = ("The mill closed on Monday.", "Nobody was hurt.")


async def test_the_score_is_read_from_the_log_probabilities() -> None:
    """What a model that nobody has measured says is taken as it is."""
    endpoint = ScriptedEndpoint([choice("yes", {"yes": 0.6, "no": 0.2})])
    async with endpoint.model() as model:
        judgement = await entailment("The mill closed.", EVIDENCE, model)
    assert judgement.score == judgement.probability == pytest.approx(0.75)
    assert judgement.supported is True
    assert judgement.usage.calls == 1


@pytest.mark.parametrize(("answer", "score"), [("yes", 1.0), ("no", 0.0)])
async def test_an_endpoint_without_probabilities_says_yes_or_no(answer: str, score: float) -> None:
    """Then the answer itself is the score."""
    endpoint = ScriptedEndpoint([choice(answer)])
    async with endpoint.model() as model:
        judgement = await entailment("The mill closed.", EVIDENCE, model)
    assert judgement.score == pytest.approx(score, abs=1e-3)
    assert judgement.supported is bool(score)


async def test_an_answer_that_is_none_decides_nothing() -> None:
    """There is no score, and nobody is told that the claim passed."""
    endpoint = ScriptedEndpoint([refusal(), refusal()])
    async with endpoint.model() as model:
        judgement = await entailment("The mill closed.", EVIDENCE, model)
    assert (judgement.score, judgement.probability, judgement.supported) == (None, None, None)


async def test_a_model_whose_answers_tell_nothing_is_not_asked() -> None:
    """It costs nothing, and decides nothing."""
    endpoint = ScriptedEndpoint([])
    (name,) = NO_JUDGES
    async with endpoint.model(scripted_settings(model=name)) as model:
        found = await entailment("The dam held.", ["The dam broke."], model)
    assert (found.score, found.supported, endpoint.bodies) == (None, None, [])


async def test_an_endpoint_that_is_down_is_an_error() -> None:
    """Silence is no verdict."""
    endpoint = ScriptedEndpoint([broken()])
    async with endpoint.model(scripted_settings(attempts=1)) as model:
        with pytest.raises(EndpointError):
            await entailment("The mill closed.", EVIDENCE, model)


async def test_evidence_stands_before_the_claim() -> None:
    """All pieces, fenced, so that a prefix cache serves every claim about the same text."""
    endpoint = ScriptedEndpoint([choice("no", {"yes": 0.1, "no": 0.9})])
    async with endpoint.model() as model:
        await entailment("The mill  closed\nagain.", EVIDENCE, model)
    prompt = prompt_of(endpoint.bodies[0])
    assert prompt.index("The mill closed on Monday.\nNobody was hurt.") < prompt.index(
        "The mill closed again."
    )


def test_questions_about_one_text_share_their_beginning() -> None:
    """Only what follows the evidence differs."""
    first, second = (question(claim, EVIDENCE) for claim in ("The mill closed.", "Two were hurt."))
    assert first.system == second.system
    end = first.user.index(EVIDENCE[-1]) + len(EVIDENCE[-1])
    assert first.user[:end] == second.user[:end]


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 5), st.floats(-5, 5))
def test_calibration_keeps_the_order(one: float, other: float, slope: float, offset: float) -> None:
    """A larger probability never gets a smaller one, and the result is a probability."""
    low, high = sorted((one, other))
    calibrate = Calibration(slope, offset)
    assert 0 <= calibrate(low) <= calibrate(high) <= 1


@given(st.floats(0.001, 0.999))
def test_what_is_taken_as_told_stays(probability: float) -> None:
    """A slope of one without offset changes nothing."""
    assert AS_TOLD(probability) == pytest.approx(probability)


def test_certainty_has_bounds() -> None:
    """Nothing is infinitely sure."""
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))
    assert math.isfinite(log_odds(1.0))


def test_every_calibration_goes_upwards() -> None:
    """A calibration that turned a model's answers round would be a mistake."""
    assert all(calibration.slope > 0 for calibration in CALIBRATIONS.values())


class Read:
    """Stands for what gives states: the same one for every text, and what was asked for."""

    def __init__(self, *numbers: float) -> None:
        self.numbers = numbers
        self.texts: list[str] = []

    async def of(self, text: str, *, prompt: str, fingerprint: str) -> State:
        self.texts.append(text)
        assert (prompt, fingerprint) == (HEAD, "f" * 12)
        return State(array("f", self.numbers), Usage(calls=1))


async def test_a_head_reads_what_the_model_is_not_asked() -> None:
    """Its likelihood is score and probability both, and no answer is waited for."""
    endpoint, read = ScriptedEndpoint([]), Read(1.0, 0.0)
    async with endpoint.model() as model:
        model.judge = ClaimJudge(Head("m", 2, (math.log(4), 9.0), 0.0, "f" * 12), read)  # type: ignore[arg-type]
        found = await entailment("The mill closed.", EVIDENCE, model)
    assert (found.score, found.probability, found.supported) == (0.8, 0.8, True)
    assert (endpoint.bodies, found.usage.calls) == ([], 1)
    assert read.texts == [read_question("The mill closed.", EVIDENCE, "f" * 12).user]


async def test_a_head_reads_no_more_than_its_server_holds() -> None:
    """Of longer evidence nothing is known, and nothing is asked."""
    read = Read(1.0)
    async with ScriptedEndpoint([]).model() as model:
        model.judge = ClaimJudge(Head("m", 2, (1.0,), 0.0, "f" * 12), read)  # type: ignore[arg-type]
        found = await entailment("The mill closed.", ["It closed. " * 500], model)
    assert (found.score, found.probability, read.texts) == (None, None, [])
    # A token of English is four characters; two and a half are of what is full of figures.
    assert MOST_READ / STATE_TOKENS < 2.5


async def test_of_other_languages_the_model_itself_is_asked() -> None:
    """A head learned English alone: of what is not, nothing is read off."""
    endpoint, read = ScriptedEndpoint([choice("yes", {"yes": 0.9, "no": 0.1})]), Read(1.0)
    async with endpoint.model() as model:
        model.judge = ClaimJudge(Head("m", 2, (1.0,), 0.0, "f" * 12), read)  # type: ignore[arg-type]
        found = await entailment("La fábrica cerró.", EVIDENCE, model, english=False)
    assert found.supported
    assert len(endpoint.bodies) == 1
    assert not read.texts
