"""Whatever is altered in a saved briefing, but `run`, is found and its place named."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from conspectus import Settings, brief, render, verify
from conspectus.model.briefing import Briefing
from conspectus.reading.briefings import field_path
from conspectus.verification.audit import audit, sealed
from tests.support.briefings import harbour_briefing

HARBOUR = json.loads(render.json(sealed(harbour_briefing())))


def _leaves(value: Any, path: str = "") -> Iterator[str]:
    """The path of every value in the JSON that is neither object nor list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{number}]")
    else:
        yield path


def _altered(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 if isinstance(value, int) else round(value / 2, 3)
    if value is None:
        return "zz"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value[:-1] + ("1" if value[-1] != "1" else "2")
    digit = re.search(r"\d", value)
    if digit:
        return value[: digit.start()] + str((int(digit[0]) + 1) % 10) + value[digit.end() :]
    return value + "x"


def _named(saved: Any, path: str) -> set[str]:
    """Where fault is found once the value at the path is another: by the schema, or by the audit."""
    changed = copy.deepcopy(saved)
    *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    target = changed
    for step in way:
        target = target[step]
    target[last] = _altered(target[last])
    assert changed != saved
    try:
        return {finding.where for finding in audit(Briefing.model_validate_json(json.dumps(changed)))}
    except ValidationError as error:
        return {field_path(each["loc"]) for each in error.errors()}


@pytest.mark.parametrize(
    "path", [each for each in _leaves(HARBOUR) if not each.startswith(("run", "schema_version", "seals"))]
)
def test_any_value_that_is_altered_is_found_and_its_part_named(path: str) -> None:
    """Each text, number, day, id, offset and name, of articles, origins, events, claims and ledger."""
    part = path.partition(".")[0]
    assert any(where == part or where.startswith((f"{part}.", f"{part}[")) for where in _named(HARBOUR, path))


@pytest.mark.parametrize("part", ["articles", "origins", "events", "claims", "ledger"])
@pytest.mark.parametrize("twice", [False, True])
def test_a_part_that_is_taken_out_or_put_in_is_found(part: str, *, twice: bool) -> None:
    """Also a ledger entry that nothing else would miss."""
    changed = copy.deepcopy(HARBOUR)
    changed[part] = [*changed[part], changed[part][-1]] if twice else changed[part][:-1]
    found = audit(Briefing.model_validate_json(json.dumps(changed)))
    assert part in {finding.where for finding in found}


def test_what_varies_from_run_to_run_is_not_sealed() -> None:
    """A sound briefing passes whatever its run record says; one without seals passes as before."""
    changed = copy.deepcopy(HARBOUR)
    changed["run"]["seconds"] += 1
    assert audit(Briefing.model_validate_json(json.dumps(changed))) == ()
    del changed["seals"]
    assert audit(Briefing.model_validate_json(json.dumps(changed))) == ()


def test_a_place_that_was_named_is_not_named_twice() -> None:
    """Where a promise says what is wrong, the seal adds nothing."""
    where = _named(HARBOUR, "claims[0].evidence[0].start")
    assert any(each.startswith("claims[0]") for each in where)
    path = "articles[0].publisher"
    assert _named(HARBOUR, path) == {"articles[0]"}


def test_a_real_briefing_is_sealed() -> None:
    """An outlet's name, a publication day and the briefing's title can't be altered unseen in what `brief` gives."""
    saved = json.loads(brief("examples", settings=Settings.load(model="none")).to_json())
    for path in ("articles[0].publisher", "articles[0].published", "title", "events[0].when"):
        assert any(where.startswith(path.partition(".")[0]) for where in _named(saved, path)), path


def test_a_saved_briefing_without_seals_is_named(tmp_path: Path) -> None:
    """Who takes them away could else alter an outlet's name unseen; a briefing in memory may have none yet."""
    saved = tmp_path / "briefing.json"
    saved.write_text(json.dumps(HARBOUR), encoding="utf-8")
    assert verify(saved) == ()
    bare = {key: value for key, value in HARBOUR.items() if key != "seals"}
    saved.write_text(json.dumps(bare), encoding="utf-8")
    assert [finding.where for finding in verify(saved)] == ["seals"]
    assert verify(harbour_briefing()) == ()
