"""Values worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.lazily import lazy


@dataclass(frozen=True)
class _Text:
    words: list[str]

    @lazy
    def size(self) -> int:
        """How many words."""
        self.words.append("asked")
        return len(self.words)


def test_a_value_is_worked_out_when_it_is_first_asked_for_and_then_kept() -> None:
    """A frozen object keeps what it worked out; another object works out its own."""
    first, second = _Text(["a"]), _Text(["a", "b"])
    assert first.words == ["a"]
    assert [first.size, first.size, second.size] == [2, 2, 3]
    assert first.words == ["a", "asked"]


def test_the_class_has_the_property_with_its_docstring() -> None:
    """Tools that read the class find what is said of the value."""
    assert _Text.size.__doc__ == "How many words."
