"""What several origins have in common, worded by a model and admitted by the gates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.prose.common import MOST, alike, common_claims
from conspectus.errors import EndpointSetupError
from conspectus.model.evidence import Claim, ClaimKind, Verification
from tests.support.articles import said, written
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    choice,
    fault,
    prompt_of,
    refusal,
    reply,
    scripted_settings,
)

FIRST = "Thieves took nine coins from the museum in Varn on Friday night, and two men were arrested at the station."
SECOND = "Police in Varn have arrested two men, aged 31 and 40, who are thought to have stolen coins from the museum."
TOLD = "Two men were arrested in Varn."
ARTICLES = (
    written(FIRST, outlet="Varn Post", day="2025-02-03"),
    written(SECOND, outlet="Lend Radio", day="2025-02-03"),
    written(
        "The museum in Varn opens on Tuesdays and shows coins, and men from Varn sweep it.", outlet="Guide"
    ),
)
CLAIMS = tuple(said(article, article.sentence_text(article.body[0])) for article in ARTICLES)
ORIGINS = {article.id: f"o{n}" for n, article in enumerate(ARTICLES, start=1)}
DAYS = {article.id: article.published for article in ARTICLES}
YES = choice("yes", {"yes": 0.97, "no": 0.03})
NO = choice("no", {"yes": 0.05, "no": 0.95})


async def found(
    *sentences: Step, check: Step = YES, claims: tuple[Claim, ...] = CLAIMS[:2]
) -> tuple[tuple[Claim, ...], ScriptedEndpoint]:
    """What the claims of one event have in common, by a model that words and checks it so."""
    answers = list(sentences)

    def answer(body: Body) -> Step:
        return check if "yes or no" in prompt_of(body) else answers.pop(0)

    endpoint = ScriptedEndpoint(answer)
    event = EventClaims(article_ids=tuple(ORIGINS), claims=claims, context=())
    async with endpoint.model(scripted_settings(profile="small", attempts=1)) as model:
        (shared,) = await common_claims([event], ORIGINS, DAYS, model)
    return shared, endpoint


async def test_claims_in_a_language_that_the_model_can_not_do_are_not_put_to_it() -> None:
    """Two German claims of one event: nothing is asked, nothing is said in common."""
    told = [
        "Zwei Männer wurden am Freitag am Bahnhof von Varn festgenommen, sie sollen dort Münzen gestohlen haben.",
        "Am Bahnhof von Varn wurden zwei Männer festgenommen, die am Freitag dort Münzen gestohlen haben sollen.",
    ]
    articles = [written(text, outlet=f"Blatt {number}", day="2025-02-03") for number, text in enumerate(told)]
    claims = tuple(said(article, article.sentence_text(article.body[0])) for article in articles)
    origins = {article.id: article.id for article in articles}
    days = {article.id: article.published for article in articles}
    endpoint = ScriptedEndpoint([])
    event = EventClaims(article_ids=tuple(origins), claims=claims, context=())
    assert alike(claims, origins)
    async with endpoint.model(scripted_settings(profile="small")) as model:
        model.profile = replace(model.profile, languages=frozenset({"en"}))
        assert await common_claims([event], origins, days, model) == ((),)


def worded(text: str) -> Step:
    """An answer to the request for what is common."""
    return reply({"sentence": text})


async def test_what_two_origins_carry_is_a_claim_with_the_evidence_of_both() -> None:
    """It passed both gates for each of them; its score is the lower one."""
    (claim,), endpoint = await found(worded(TOLD))
    assert claim.text == TOLD
    assert claim.article_ids == tuple(article.id for article in ARTICLES[:2])
    assert claim.verified is Verification.ENTAILMENT
    assert claim.score is not None
    assert claim.score > 0.8
    assert len(endpoint.bodies) == 3


async def test_a_detail_that_one_of_them_lacks_is_complained_of() -> None:
    """With whose sentence lacks it; the second answer counts."""
    shared, endpoint = await found(worded("Nine coins were stolen in Varn by 31 thieves."), worded(TOLD))
    assert [claim.text for claim in shared] == [TOLD]
    assert f"(in: {FIRST})" in prompt_of(endpoint.bodies[1])


async def test_what_the_check_denies_is_nobodys_claim() -> None:
    """Neither the model's wording nor a source's own sentence stands without two origins."""
    shared, _ = await found(worded(TOLD), check=NO)
    assert shared == ()


@pytest.mark.parametrize("step", [refusal(), reply("{}"), worded("")])
async def test_an_unusable_answer_claims_nothing(step: Step) -> None:
    """Nothing was said, so nothing is lost."""
    shared, _ = await found(step, step)
    assert shared == ()


async def test_a_check_without_an_answer_counts_for_nothing() -> None:
    """Agreement is claimed only where it was confirmed."""
    shared, _ = await found(worded(TOLD), check=refusal())
    assert shared == ()


async def test_an_endpoint_that_fails_costs_the_agreement_alone() -> None:
    """What the articles say was paid for, and goes on without it."""
    shared, _ = await found(fault(500))
    assert shared == ()


async def test_an_endpoint_that_can_not_be_used_is_raised_as_itself() -> None:
    """Not in a group."""
    with pytest.raises(EndpointSetupError):
        await found(fault(401))


async def test_claims_of_one_origin_have_nothing_to_agree_on() -> None:
    """And the model is not asked."""
    shared, endpoint = await found(claims=CLAIMS[:1])
    assert (shared, endpoint.bodies) == ((), [])
    assert await found(claims=())


async def test_what_articles_say_is_fenced() -> None:
    """A claim stands between marks that it can't close."""
    _, endpoint = await found(worded(TOLD))
    user = endpoint.bodies[0]["messages"][1]["content"]
    mark = user.partition("<sentences ")[2][:8]
    assert user.index(f"<sentences {mark}>") < user.index(FIRST) < user.index(f"</sentences {mark}>")


def test_quotations_are_not_compared() -> None:
    """They are said once."""
    spoken = tuple(claim.model_copy(update={"kind": ClaimKind.QUOTE}) for claim in CLAIMS)
    assert alike(spoken, ORIGINS) == []
    assert len(alike(CLAIMS[:2], ORIGINS)) == 1


@given(st.permutations(range(3)), st.integers(1, 3))
@settings(deadline=None, max_examples=20)
def test_a_group_has_one_claim_an_origin_and_a_claim_one_group(order: list[int], origins: int) -> None:
    """In any order, with any number of origins, and at most three groups."""
    claims = [CLAIMS[n] for n in order]
    origin_of = {article.id: f"o{n % origins}" for n, article in enumerate(ARTICLES)}
    groups = alike(claims, origin_of)
    assert len(groups) <= MOST
    members = [claim.id for group in groups for claim in group]
    assert len(members) == len(set(members))
    for group in groups:
        assert len(group) > 1
        assert len({origin_of[claim.article_ids[0]] for claim in group}) == len(group)


async def test_a_remark_behind_the_comma_is_left_out() -> None:
    """What stands before it may be carried where the whole is not; the remark's own check said no."""
    remark = TOLD.removesuffix(".") + ", which worried the shopkeepers."

    def answer(body: Body) -> Step:
        if "yes or no" not in prompt_of(body):
            return worded(remark)
        return NO if "worried" in prompt_of(body) else YES

    event = EventClaims(article_ids=tuple(ORIGINS), claims=CLAIMS[:2], context=())
    async with ScriptedEndpoint(answer).model(scripted_settings(profile="small", attempts=1)) as model:
        ((claim,),) = await common_claims([event], ORIGINS, DAYS, model)
    assert claim.text == TOLD


async def test_a_person_in_common_is_no_agreement() -> None:
    """A remark about somebody is not carried by whatever else is said of her, even where the model says yes."""
    memo = written(
        "Mayor Ilse Brandt told the guards in a memo that doors would be locked.", outlet="Varn Post"
    )
    open_ = written("Mayor Ilse Brandt has been frank about the direction.", outlet="Lend Radio")
    claims = tuple(said(article, article.sentence_text(article.body[0])) for article in (memo, open_))
    origins = {memo.id: "o1", open_.id: "o2"}
    endpoint = ScriptedEndpoint(
        lambda body: (
            YES
            if "yes or no" in prompt_of(body)
            else reply({"sentence": "Mayor Ilse Brandt has been frank about the direction."})
        )
    )
    event = EventClaims(article_ids=tuple(origins), claims=claims, context=())
    async with endpoint.model(scripted_settings(profile="small", attempts=1)) as model:
        assert await common_claims([event], origins, {memo.id: None, open_.id: None}, model) == ((),)
