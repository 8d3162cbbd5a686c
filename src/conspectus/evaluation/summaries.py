"""Whole summaries whose sentences are labelled against articles, loaded from disk and linted on the way in.

A directory holds them as lists of records with the fields of `Summary`, one file for each split,
`summaries-<split>.yaml`, and the texts that are quoted, as `articles/<slug>.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from conspectus.errors import InputError
from conspectus.evaluation import pairs
from conspectus.evaluation.cases import Slug, Text
from conspectus.model.base import Frozen

SentenceLabel = Literal["supported", "unsupported", "no_claim"]
SummarySplit = Literal["dev8", "dev9", "held9"]

SUPPORTED_KINDS = (*pairs.SUPPORTED_KINDS, "framing")
UNSUPPORTED_KINDS = (*pairs.UNSUPPORTED_KINDS, "reference", "background")


class Quoted(Frozen):
    """A verbatim quote from the article named by its slug."""

    article: Slug
    quote: Text


class Sentence(Frozen):
    """One sentence of a summary, and whether a careful editor says that the articles bear it out.

    `before` stands between the sentence and the one before it in the summary. `leans` is true of a sentence that
    needs an earlier one to be understood: a pronoun, a description, an ellipsis. `kind` says how a supported
    sentence was made, or which error was planted; `no_claim` has none. `evidence` is what a supported sentence
    rests on, read with the sentences that it leans on; `note` is what is wrong with an unsupported one.
    """

    text: Text
    before: str | None = None
    leans: bool = False
    label: SentenceLabel
    kind: str | None = None
    evidence: tuple[Quoted, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _fits_label(self) -> Self:
        kinds = {"supported": SUPPORTED_KINDS, "unsupported": UNSUPPORTED_KINDS, "no_claim": (None,)}[
            self.label
        ]
        if self.kind not in kinds:
            raise ValueError(f"kind {self.kind!r} is none of a sentence that is {self.label}")
        if bool(self.evidence) != (self.label == "supported"):
            raise ValueError("a supported sentence has evidence, and no other has")
        if (self.note is not None) != (self.label == "unsupported"):
            raise ValueError("an unsupported sentence has a note, and no other has")
        return self


class Summary(Frozen):
    """A text of several sentences about `articles`, which are the articles' slugs with their dates of publication.

    `group` names the articles' event; summaries of a group share articles and split. `writer` says whose manner
    the text has.
    """

    id: Slug
    group: Slug
    split: SummarySplit
    writer: Text
    articles: dict[Slug, date | None] = Field(min_length=1)
    sentences: tuple[Sentence, ...] = Field(min_length=1)

    @property
    def text(self) -> str:
        """The whole summary: its sentences, each after its `before`, which is one space where it isn't given.

        Before the first sentence nothing stands unless it is given.
        """
        return "".join(before + sentence.text for before, sentence in self._joined())

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence stands in `text`: half-open, in characters, without its `before`."""
        spans = []
        end = 0
        for before, sentence in self._joined():
            start = end + len(before)
            end = start + len(sentence.text)
            spans.append((start, end))
        return tuple(spans)

    def _joined(self) -> Iterator[tuple[str, Sentence]]:
        for number, sentence in enumerate(self.sentences):
            yield (" " if number else "") if sentence.before is None else sentence.before, sentence


def load_summaries(
    directory: Path, splits: tuple[SummarySplit, ...] = get_args(SummarySplit)
) -> tuple[Summary, ...]:
    """The summaries in `directory` of each of `splits`, in this order and that of its file, each known to be sound.

    Sound means: ids are unique across the files; a summary is in the file of its split; all summaries of a group
    agree on split and articles, and no article is in two groups; each quote is from an article of the summary, which
    contains it character for character.

    Raises `InputError` at the first summary that isn't, with the file, the line and, where it has one, its id; also
    when a file is missing, unreadable or not YAML.
    """
    texts: dict[str, str] = {}
    by_id: dict[str, str] = {}
    first_of: dict[str, Summary] = {}
    group_of: dict[str, str] = {}
    summaries = []
    for split in splits:
        source = directory / f"summaries-{split}.yaml"
        for line, record in pairs.listed(source, of="summaries"):
            summary = pairs.parsed(Summary, record, where=f"{source}:{line}")
            where = f"{source}:{line} ({summary.id})"
            if summary.id in by_id:
                raise InputError(
                    f"the id {summary.id!r} is already taken by {by_id[summary.id]}", where=where
                )
            if summary.split != split:
                raise InputError(
                    f"split is {summary.split!r}, but this is the file of {split!r}", where=where
                )
            first = first_of.setdefault(summary.group, summary)
            if (summary.split, summary.articles) != (first.split, first.articles):
                raise InputError(
                    f"split or articles are not those of {first.id}, of the same group", where=where
                )
            for slug in summary.articles:
                if group_of.setdefault(slug, summary.group) != summary.group:
                    raise InputError(f"article {slug!r} is of the group {group_of[slug]!r} too", where=where)
                if slug not in texts:
                    texts[slug] = pairs.article_text(directory / "articles" / f"{slug}.txt", where=where)
            _check_quotes(summary, texts, where=where)
            by_id[summary.id] = f"{source}:{line}"
            summaries.append(summary)
    return tuple(summaries)


def _check_quotes(summary: Summary, texts: dict[str, str], *, where: str) -> None:
    for quoted in (quoted for sentence in summary.sentences for quoted in sentence.evidence):
        if quoted.article not in summary.articles:
            raise InputError(f"{quoted.article!r} is no article of this summary", where=where)
        if quoted.quote not in texts[quoted.article]:
            raise InputError(
                f"evidence is not in article {quoted.article!r}: {quoted.quote!r}",
                where=where,
                hint="quote the article character for character",
            )
