"""Models that render themselves, without knowing how: `conspectus.render` registers its renderers here."""

from __future__ import annotations

from typing import Any, Protocol

from conspectus.errors import ConspectusError
from conspectus.model.base import Frozen


class Renderer(Protocol):
    """The three ways in which every model can be shown."""

    def markdown(self, value: Any, /) -> str:
        """The value as Markdown."""

    def json(self, value: Any, /) -> str:
        """The value as JSON."""

    def terminal(self, value: Any, /, *, width: int | None, color: bool, evidence: bool) -> str:
        """The value as text for a terminal."""


class PageRenderer(Renderer, Protocol):
    """A renderer that makes pages too, and can set quotes below the sentences that rest on them."""

    def terminal(
        self, value: Any, /, *, width: int | None, color: bool, evidence: bool, beside: bool = False
    ) -> str:
        """The value as text for a terminal."""

    def html(self, value: Any, /) -> str:
        """The value as one self-contained HTML page."""


_renderers: dict[type[Frozen], Renderer] = {}


def register(kind: type[Renderable], renderer: Renderer) -> None:
    """Values of that model, and of models derived from it, are rendered by `renderer` from now on."""
    _renderers[kind] = renderer


def renderer_for(kind: type[Renderable]) -> Renderer:
    """The renderer that was registered for the model or its nearest ancestor.

    Raises ConspectusError where there is none, which `import conspectus` rules out.
    """
    for ancestor in kind.__mro__:
        if ancestor in _renderers:
            return _renderers[ancestor]
    raise ConspectusError(f"nothing renders {kind.__name__}", hint="import conspectus.render")


class Renderable(Frozen):
    """A model that shows itself, with the renderers that the command line uses."""

    def to_markdown(self) -> str:
        """The value as Markdown; text from articles is escaped, so that it stays text."""
        return renderer_for(type(self)).markdown(self)

    def to_json(self) -> str:
        """The value as indented JSON; `model_validate_json` reads it back."""
        return renderer_for(type(self)).json(self)

    def to_terminal(self, *, width: int | None = None, color: bool = False, evidence: bool = True) -> str:
        """The value as text of at most `width` columns (80 where None).

        Without `color` there is no control character but the newline. `evidence=False` leaves the quotes
        out and says only where they stand.
        """
        return renderer_for(type(self)).terminal(self, width=width, color=color, evidence=evidence)

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
