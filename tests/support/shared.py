"""A briefing in which two outlets give one figure in sentences that say different things."""

from __future__ import annotations

from functools import cache

from conspectus import Settings, brief
from conspectus.model.briefing import Briefing
from conspectus.verification.audit import sealed
from tests.support.articles import written

HERALD = "The ambulance service took 34 people from the tannery to hospital, most of them with burnt hands."
GAZETTE = (
    "Thirty-four people were taken to hospital on Monday night, said the mayor, who was not there herself."
)


@cache
def shared_briefing() -> Briefing:
    """The briefing of the two, made without a model; that of the Herald opens its event."""
    articles = [
        written(f"Fire broke out in the tannery at Olm on Monday.\n\n{text}", outlet=outlet, day="2025-03-11")
        for outlet, text in (("Olm Herald", HERALD), ("Gazette", GAZETTE))
    ]
    made = brief(articles, settings=Settings(model="none", cache=False))
    event = made.events[0]
    told = sorted((*event.lead, *event.points), key=lambda point: point.text != HERALD)
    told = [point.model_copy(update={"beside": None}) for point in told]
    events = (event.model_copy(update={"lead": tuple(told[:1]), "points": tuple(told[1:])}),)
    return sealed(made.model_copy(update={"events": events}))
