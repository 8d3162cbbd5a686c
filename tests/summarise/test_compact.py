"""Schemas said in few words."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from conspectus.llm.judging import strict_schema
from conspectus.summarise.compact import inlined
from conspectus.summarise.drafts import SummaryDraft


class Leaf(BaseModel):
    """Used where the tests say."""

    words: list[str]


class Once(BaseModel):
    """Has one leaf."""

    leaf: Leaf


class Twice(BaseModel):
    """Has two leaves, one of them deeper."""

    leaf: Leaf
    once: Once


class Maybe(BaseModel):
    """May have one leaf."""

    leaf: Leaf | None


class Branch(BaseModel):
    """Has branches of its own kind."""

    branches: list[Branch]


class Tree(BaseModel):
    """Has one branch."""

    branch: Branch


def test_what_is_used_once_stands_where_it_is_used() -> None:
    """No definition and no reference is left."""
    made = inlined(Once.model_json_schema())
    assert "$defs" not in made
    assert made["properties"]["leaf"]["properties"]["words"]["type"] == "array"
    assert "$" not in json.dumps(inlined(Maybe.model_json_schema()))


def test_what_is_used_twice_is_defined_apart() -> None:
    """Only what is used once is put in its place."""
    made = inlined(Twice.model_json_schema())
    assert list(made["$defs"]) == ["Leaf"]
    assert json.dumps(made).count('"#/$defs/Leaf"') == 2


def test_what_refers_to_itself_stays_apart() -> None:
    """A tree has no end that could be written out."""
    assert list(inlined(Tree.model_json_schema())["$defs"]) == ["Branch"]


@given(
    st.recursive(st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner))
)
def test_a_schema_without_definitions_stays_as_it_is(node: object) -> None:
    """There is nothing to put anywhere."""
    schema = {"properties": node}
    assert inlined(schema) == schema


def test_the_schema_that_goes_out_with_every_article_has_no_detours() -> None:
    """It is paid for with each of them."""
    assert "$ref" not in json.dumps(strict_schema(SummaryDraft))
