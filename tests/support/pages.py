"""A page as a browser's parser sees it: a tree of elements to look things up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "wbr", "path", "rect", "circle", "use"}
# What ends an open paragraph: its start, or the end of what a paragraph may stand in.
_BLOCKS = {"p", "div", "ul", "ol", "dl", "section", "details", "blockquote", "h1", "h2", "h3", "h4"}
_HOLDERS = {"div", "li", "ul", "ol", "section", "header", "footer", "details", "blockquote"}


@dataclass
class Node:
    """An element with its attributes, its text and what is inside it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the text in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def all(self, tag: str | None = None, class_: str | None = None) -> Iterator[Node]:
        """The elements in it, outermost first, of that tag and class where they are given."""
        for each in self.inside:
            if isinstance(each, str):
                continue
            if tag in {None, each.tag} and (class_ is None or class_ in each.classes):
                yield each
            yield from each.all(tag, class_)

    def one(self, tag: str | None = None, class_: str | None = None) -> Node:
        """The first such element."""
        return next(self.all(tag, class_))

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def id(self) -> str | None:
        """Its id."""
        return self.attributes.get("id")


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root", {})
        self.stack = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element, and ends a paragraph or an item that it ends without saying."""
        if tag in _BLOCKS:
            self._end("p")
        if tag == "li":
            self._end("p", "li")
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].inside.append(node)
        if tag not in _VOID:
            self.stack.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element with nothing inside."""
        self.stack[-1].inside.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element, which must be that one, or hold no more than a paragraph or an item."""
        if tag in _HOLDERS:
            self._end("p")
        if tag in {"ul", "ol"}:
            self._end("li")
        assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
        self.stack.pop()

    def _end(self, *tags: str) -> None:
        for tag in tags:
            if self.stack[-1].tag == tag:
                self.stack.pop()

    def handle_data(self, data: str) -> None:
        """Text."""
        self.stack[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        """There are none."""
        raise AssertionError(f"a comment: {data}")


def parsed(page: str) -> Node:
    """The page as a tree; AssertionError where elements are not closed in order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.stack == [parser.root]
    return parser.root


def sentences(within: Node) -> list[Node]:
    """The elements that are sentences: their ids say so."""
    return [node for node in within.all() if (node.id or "").startswith("s")]


def words(sentence: Node) -> str:
    """What the sentence says, without whose words it is in, its numbers and its original."""
    parts: list[str] = []
    for each in sentence.inside:
        if isinstance(each, Node) and each.tag not in {"bdi", "wbr"}:
            break
        parts.append(each if isinstance(each, str) else each.text)
    return "".join(parts)


def numbers(sentence: Node) -> list[Node]:
    """The links to the sentence's notes."""
    return [each for each in sentence.inside if isinstance(each, Node) and each.tag == "a"]


def notes(page: Node) -> list[Node]:
    """The notes in order; the first is number 1."""
    return list(by_id(page)["notes"].one("ol").all("li"))


def marked(page: Node, note: Node) -> list[Node]:
    """The marks of the note's quote: one with its id, or pieces with its number."""
    place, number = f"q{(note.id or '')[1:]}", str(notes(page).index(note) + 1)
    return [m for m in page.all("mark") if m.id == place or number in m.attributes.get("data-n", "").split()]


def by_id(page: Node) -> dict[str, Node]:
    """Every element that has an id; AssertionError where two share one."""
    named = [node for node in page.all() if node.id]
    found = {node.id: node for node in named if node.id}
    assert len(found) == len(named)
    return found
