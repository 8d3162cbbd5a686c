"""The scripts that fit weights see what a briefing compares."""

from __future__ import annotations

from scripts.fitting import scenes

from conspectus import read_text


def test_the_scenes_are_those_of_a_briefing() -> None:
    """Both reports' sentences of one event stand in one scene, so that weights are fitted on what is compared."""
    texts = (
        "A storm tore the roof off the school in Orle on Monday. The gust reached 137 km/h, the weather office said.",
        "The roof of the school in Orle was torn off by a storm on Monday. A gust of 146 km/h was measured.",
    )
    articles = [
        read_text(text, name=f"report-{number}", publisher=f"Paper {number}", published="2026-03-02")
        for number, text in enumerate(texts, start=1)
    ]
    (scene,) = scenes(articles)
    said = {statement.article_id for statement in scene.said}
    assert said == {article.id for article in articles}
