"""HTML elements in which every plain string is text: only what was made here is markup."""

from __future__ import annotations

from conspectus.render.safe import html_text

_VOID = frozenset({"meta", "line", "rect", "circle"})


class Html(str):
    """A string that is HTML already and stands as it is."""

    __slots__ = ()


NOTHING = Html("")


def element(tag: str, /, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """The element with its children, escaped unless they are Html; None leaves a child or an attribute out.

    An underscore in an attribute's name is a hyphen, one at its end keeps it from being a Python keyword;
    True gives an attribute without a value.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in _VOID:
        return Html(f"<{tag}{said}>") if tag == "meta" else Html(f"<{tag}{said}/>")
    return Html(f"<{tag}{said}>{joined(*children)}</{tag}>")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html_text(str(value))}"'


def joined(*children: str | None) -> Html:
    """The children after each other, escaped unless they are Html."""
    return Html(
        "".join(child if isinstance(child, Html) else html_text(child) for child in children if child)
    )


def isolated(text: str, class_: str | None = None) -> Html:
    """The text in a direction of its own, which cannot spill over into its neighbours."""
    return element("bdi", text, class_=class_)
