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


def test_a_sentences_words_are_one_text() -> None:
    """However often they are asked for, by whomever; those of any other stretch are what stands there."""
    sentence = Sentence(id=1, span=Span(start=0, end=9))
    article = Article(id="a00000000", sha256=None, text="It rained. Much.", sentences=(sentence,))
    assert article.sentence_text(sentence) == "It rained"
    assert article.words(Span(start=0, end=9)) is article.sentence_text(sentence)
    assert article.words(Span(start=3, end=16)) == "rained. Much."
    copy = article.model_copy(update={"text": "We dried. Much."})
    assert copy.sentence_text(sentence) == "We dried."


def test_a_sparing_value_is_the_same_value() -> None:
    """It is equal, says alike which fields were given, and shares that with others; a copy has its own again."""
    one, other = Span(start=1, end=2), Span(start=3, end=4)
    assert one == Span(start=1, end=2)
    assert one.model_fields_set == {"start", "end"}
    assert one.model_fields_set is other.model_fields_set
    assert Sentence(id=1, span=one).model_fields_set == {"id", "span"}
    assert one.model_copy(update={"end": 5}).model_fields_set is not other.model_fields_set
