"""What somebody is called."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.persons import callings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an off-duty policeman", {"officer"}),
        ("two constables", {"officer"}),
        ("the farmer's son", {"son"}),
        ("a lorry driver", {"driver"}),
        ("a passer-by", set()),
    ],
)
def test_words_for_one_calling_are_one(text: str, expected: set[str]) -> None:
    """Whose son it is, is not who it is; anybody may pass by."""
    assert callings(text) == expected
