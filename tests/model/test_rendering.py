"""Models that render themselves."""

from __future__ import annotations

import pytest

from conspectus import render
from conspectus.errors import ConspectusError
from conspectus.model.rendering import Renderable, renderer_for
from tests.support.briefings import harbour_briefing, post_summary


def test_a_briefing_renders_itself_as_the_renderers_do() -> None:
    """The methods of a briefing give what the renderers that the command line uses give."""
    briefing = harbour_briefing()
    assert briefing.to_markdown() == briefing._repr_markdown_() == render.markdown(briefing)
    assert briefing.to_json() == render.json(briefing)
    assert briefing.to_terminal() == render.terminal(briefing, color=False)
    assert "\x1b" in briefing.to_terminal(color=True)
    options = {"width": 60, "color": True, "evidence": False}
    assert briefing.to_terminal(width=60, color=True, evidence=False) == render.terminal(briefing, **options)  # type: ignore[arg-type]


def test_a_summary_renders_itself_as_the_renderers_do() -> None:
    """The methods of a summary give what the summary renderers give."""
    summary = post_summary()
    assert summary.to_markdown() == render.summary_markdown(summary)
    assert summary.to_json() == render.json(summary)
    assert summary.to_terminal(width=60) == render.summary_terminal(summary, width=60)


def test_a_derived_model_is_rendered_like_its_ancestor() -> None:
    """The nearest registered ancestor's renderer is used."""

    class Special(type(harbour_briefing())):  # type: ignore[misc]
        """A briefing with a name of its own."""

    assert renderer_for(Special) is renderer_for(type(harbour_briefing()))


def test_a_model_that_nothing_renders_says_so() -> None:
    """Without a registered renderer the error names the model and what to import."""

    class Unknown(Renderable):
        """A model that nobody renders."""

    with pytest.raises(ConspectusError, match=r"nothing renders Unknown .*conspectus\.render"):
        Unknown().to_markdown()
