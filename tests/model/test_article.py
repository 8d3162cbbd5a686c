"""An article's sentences, looked up by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Article, Sentence, Span

EDGES = st.lists(st.integers(0, 60), max_size=14)


def article(edges: list[int]) -> Article:
    """An article whose sentences run between these places, two and two."""
    spans = [Span(start=min(pair), end=max(pair)) for pair in zip(edges[::2], edges[1::2], strict=False)]
    sentences = tuple(Sentence(id=number, span=span) for number, span in enumerate(spans, start=1))
    return Article(id="a00000000", sha256=None, text="x" * 60, sentences=sentences)


@given(EDGES, st.booleans(), st.integers(0, 60), st.integers(0, 60))
def test_a_span_touches_what_it_shares_a_character_with(
    edges: list[int], tidy: bool, one: int, two: int
) -> None:
    """In whatever order the sentences lie, as in a file that somebody altered."""
    read = article(sorted(edges) if tidy else edges)
    span = Span(start=min(one, two), end=max(one, two))
    assert read.touched(span) == tuple(each for each in read.sentences if each.span.overlaps(span))


def test_a_copy_computes_anew_what_depends_on_its_fields() -> None:
    """The body is that of the copy's sentences, also where the original's had been asked for."""
    whole = article([0, 10, 20, 30])
    assert len(whole.body) == 2
    assert len(whole.model_copy(update={"sentences": whole.sentences[:1]}).body) == 1
