"""Prompts: files that are checked, filled in verbatim, and known by a fingerprint."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import ConspectusError, SettingsError
from conspectus.prompts import fence, load, names, overridden, parse
from conspectus.resources import bundled

SOURCE = """---
name: greet
version: 2
variables: [who]
---
# system
You greet.
# user
Greet $who.
"""


def test_a_prompt_is_its_file() -> None:
    """Name, version, variables and both parts, without the headings."""
    prompt = parse(SOURCE, where="greet.md")
    assert (prompt.name, prompt.version, prompt.variables) == ("greet", 2, ("who",))
    assert (prompt.system, prompt.user) == ("You greet.", "Greet $who.")
    messages = prompt.render(who="Ada")
    assert (messages.system, messages.user) == ("You greet.", "Greet Ada.")
    assert (messages.prompt, messages.fingerprint) == ("greet", prompt.fingerprint)


@given(st.integers(0, len(SOURCE) - 1))
def test_the_fingerprint_changes_with_any_character(place: int) -> None:
    """12 hex digits, the same for the same file and others for a file with one more space."""
    prompt = parse(SOURCE, where="x")
    assert len(prompt.fingerprint) == 12
    assert prompt.fingerprint == parse(SOURCE, where="y").fingerprint
    changed = f"{SOURCE[:place]} {SOURCE[place:]}"
    # A space can also break the file, which is as good.
    with contextlib.suppress(ConspectusError):
        assert parse(changed, where="x").fingerprint != prompt.fingerprint


@given(st.text())
def test_values_are_never_looked_at(text: str) -> None:
    """Whatever an article holds, it stands in the message as it is."""
    value = f"{text}$who ${{who}} $$ \n# system\n{text}"
    assert parse(SOURCE, where="x").render(who=value).user == f"Greet {value}."


@pytest.mark.parametrize("values", [{}, {"who": "a", "whom": "b"}, {"whom": "b"}])
def test_variables_must_be_the_declared_ones(values: dict[str, str]) -> None:
    """One too few or too many is an error that names it and the prompt."""
    with pytest.raises(ConspectusError, match=r"^prompt greet: missing or unknown variables: .*who"):
        parse(SOURCE, where="x").render(**values)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("# user\n", ""), "two parts"),
        (("# system\n", "# system \n# user\n# system\n"), "two parts"),
        (("version: 2\n", ""), "exactly `name`, `version` and `variables`"),
        (("version: 2\n", "version: 2\nmood: good\n"), "exactly"),
        (("version: 2\n", "version: 2\nuser: good\n"), "exactly"),
        (("[who]", "[who, when]"), r"declares \['when', 'who'\] but uses \['who'\]"),
        (("[who]", "[]"), "declares"),
        (("[who]", "[who"), "not valid YAML"),
        (("Greet $who.", "Greet $who for 5 $."), "a lone `\\$`"),
    ],
)
def test_a_malformed_prompt_is_an_error(change: tuple[str, str], said: str) -> None:
    """It names the file and what does not fit."""
    with pytest.raises(ConspectusError, match=said) as raised:
        parse(SOURCE.replace(*change), where="greet.md")
    assert raised.value.where == "greet.md"


def test_prompts_are_found_by_name(tmp_path: Path) -> None:
    """In a directory of one's own, or among the bundled; an unknown one is an error."""
    (tmp_path / "greet.md").write_text(SOURCE, encoding="utf-8")
    assert load("greet", tmp_path) == parse(SOURCE, where="x")
    with pytest.raises(ConspectusError, match="there is no prompt 'greet'"):
        load("greet")


def test_every_bundled_prompt_is_in_order() -> None:
    """Each is named as its file, and its variables stand in the user part, after all that repeats."""
    names = sorted(file.name.removesuffix(".md") for file in bundled("prompts").iterdir())
    assert names
    for name in names:
        prompt = load(name)
        assert prompt.name == name
        assert prompt.version >= 1
        assert all(f"${variable}" not in prompt.system for variable in prompt.variables)


@given(st.text())
def test_nothing_closes_a_fence_from_inside(text: str) -> None:
    """The mark stands twice: before the text and after it; the same text has the same fence."""
    fenced = fence(text)
    opening, _, rest = fenced.partition("\n")
    mark = opening.removeprefix("<article ").removesuffix(">")
    assert len(mark) == 8
    assert fenced.count(mark) == 2
    assert rest == f"{text}\n</article {mark}>"
    assert fence(text) == fenced


def test_a_text_that_holds_its_own_mark_gets_another() -> None:
    """A text can't be made to contain its own hash, so the marks are taken away from it here."""
    first = fence("x", "metadata").split()[1].rstrip(">")
    assert fence("x", "metadata").startswith(f"<metadata {first}>\n")
    assert first not in fence(f"x{first}").split("\n")[0]


def test_own_prompts_come_before_bundled_ones(tmp_path: Path) -> None:
    """Those that are there; the others stay, and so do all of them afterwards."""
    bundled_one = load("shorten")
    text = (Path(str(bundled("prompts"))) / "shorten.md").read_text("utf-8")
    (tmp_path / "shorten.md").write_text(text.replace("# system\n", "# system\nBe kind. "), encoding="utf-8")
    with overridden(tmp_path):
        assert load("shorten").system.startswith("Be kind.")
        assert load("shorten").fingerprint != bundled_one.fingerprint
        assert load("support") == load("support", Path(str(bundled("prompts"))))
    assert load("shorten") == bundled_one
    with overridden(None):
        assert load("shorten") == bundled_one


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "is no directory"),
        (lambda path: path.mkdir(), "holds no prompt"),
        (lambda path: (path.mkdir(), (path / "shortn.md").write_text("x")), "shortn.md is no prompt"),
    ],
)
def test_a_directory_that_changes_nothing_is_an_error(
    tmp_path: Path, make: Callable[[Path], Any], says: str
) -> None:
    """A slip in a name would be measured as no difference at all."""
    make(tmp_path / "mine")
    with pytest.raises(SettingsError, match=says), overridden(tmp_path / "mine"):
        pass


def test_the_names_of_prompts_are_those_of_their_files() -> None:
    """Sorted, bundled ones where no directory is given."""
    assert "shorten" in names()
    assert list(names()) == sorted(names())
