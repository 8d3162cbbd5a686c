"""An answer takes up a word of what it answers, and leaves out the rest."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing as found


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            ConflictKind.OCCURRENCE,
            "The dairy says that its clerk was taken in by a forged letter.",
            "“There was no letter,” said the clerk, Odo Brandt.",
        ),
        (
            ConflictKind.OCCURRENCE,
            "Der Bürgermeister von Varn sprach am Montag von einem Brand im Keller der Mühle.",
            "„Es gab keinen Brand“, sagt die Müllerin Ida Lenz.",
        ),
        (
            ConflictKind.ACTOR,
            "The miller said that the carter had opened the sluice to wash his horse.",
            "The carter’s wife said that the bailiff had.",
        ),
        (
            ConflictKind.DATE,
            "The mayor said that the bridge in Orle would open in May 2025.",
            "The builder, Ida Lenz, said that it would not open before August 2025.",
        ),
    ],
)
def test_what_is_taken_up_is_turned_down(kind: ConflictKind, first: str, second: str) -> None:
    """That there was such a thing, who did it, and when it will be."""
    (conflict,) = found(f"{first} {second}").conflicts
    assert conflict.kind is kind
    assert [side.position for side in conflict.sides] == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "The dairy says that its clerk was taken in by a forged letter. “There was no harm,” said Odo Brandt.",
        "The dairy says that there was no letter. “There was no letter,” said the clerk, Odo Brandt.",
        "The dairy speaks of a reason for the delay. “There was no reason to wait,” said Odo Brandt.",
        "The miller said that the carter had gone to Varn. His wife said that the bailiff had.",
        "The miller said that the carter had opened the sluice. The miller said that the bailiff had.",
        "The mayor said that the bridge would open in May 2025. The builder said that it would open by 20 May 2025.",
        "The mayor said that the bridge fell in May 2025. The nurse said that she had been called in June 2025.",
    ],
)
def test_what_takes_up_something_else_turns_nothing_down(text: str) -> None:
    """Another noun, the same word, a noun of any matter, what two can do, one speaker, and times that fit."""
    assert not found(text).conflicts
