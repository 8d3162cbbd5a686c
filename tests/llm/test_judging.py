"""What a model is told of an answer that does not fit."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import BaseModel, ValidationError, create_model

from conspectus.llm.judging import explain


def faults_of(answer: type[BaseModel], value: Any) -> list[str]:
    """The complaints about a value that does not fit."""
    with pytest.raises(ValidationError) as caught:
        answer.model_validate(value)
    return explain(caught.value)


def test_a_fault_is_a_field_and_what_is_wrong_with_it() -> None:
    """Short complaints stand whole."""
    assert faults_of(create_model("Answer", words=(int, ...)), {}) == ["words: Field required"]


def test_hundreds_of_faults_with_hundreds_of_options_stay_a_short_complaint() -> None:
    """Lines are cut, and so is the list, which says how many are left out."""
    ids: Any = Literal[tuple(f"c{number}" for number in range(400))]
    found = faults_of(create_model("Answer", ids=(list[ids], ...)), {"ids": ["other"] * 50})
    assert found[0].startswith("ids.0: Input should be 'c0', 'c1'")
    assert found[-1] == "and 38 more"
    assert sum(map(len, found)) < 4000
