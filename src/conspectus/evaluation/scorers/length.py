"""How much a person has to read."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent
from conspectus.text.spaceless import word_count


def words(case: LoadedCase, output: Output) -> Score:
    """The words of all sentences, each wording once; quotes that only open on demand are not counted."""
    if not output.sentences:
        return absent("there are no sentences")
    count = sum(word_count(said.text) for said in output.distinct)
    return Score(value=count, explanation=f"{count} words in {len(output.distinct)} sentences")


def compression(case: LoadedCase, output: Output) -> Score:
    """The words of all sentences for each word of the articles' bodies; copies with the same text count once."""
    written = words(case, output)
    if written.value is None:
        return written
    read = sum(
        word_count(article.sentence_text(sentence))
        for article in case.by_id.values()
        for sentence in article.body
    )
    return Score(
        value=written.value / read, explanation=f"{written.value:.0f} words for {read} of the articles"
    )


WORDS = Scorer("words", "words", "neither", "words", words)
COMPRESSION = Scorer("compression", "compression", "neither", "share", compression)
