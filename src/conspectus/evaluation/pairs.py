"""Labelled pairs of a claim and its evidence, loaded from disk and linted on the way in.

A directory of pairs holds `pairs.yaml`, a list of records with the fields of `Pair`, further such lists as
`pairs-<name>.yaml`, and the texts that the evidence is quoted from, as `articles/<slug>.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

import yaml
from pydantic import Field, ValidationError, model_validator

from conspectus.errors import InputError
from conspectus.evaluation.cases import Slug, Text
from conspectus.model.base import Frozen

M = TypeVar("M", bound=Frozen)

Label = Literal["supported", "unsupported"]
Split = Literal["dev", "dev2", "dev3", "dev4", "dev5", "dev6", "dev7", "held4", "held6", "held7", "test"]

SUPPORTED_KINDS = ("paraphrase_easy", "paraphrase_heavy", "merge", "conversion")
UNSUPPORTED_KINDS = (
    "number",
    "number_word",
    "unit_magnitude",
    "percent_points",
    "date",
    "relative_date",
    "name",
    "role",
    "negation",
    "modality",
    "hedge_dropped",
    "attribution_dropped",
    "attribution_swap",
    "quantifier",
    "comparative",
    "ordinal",
    "cause_swap",
    "role_swap",
    "merged_events",
    "overgeneralisation",
    "invention",
)


class Pair(Frozen):
    """A claim, the exact quotes it rests on, and whether a careful person says that they bear it out.

    `evidence` holds one or more verbatim quotes from the article named by its slug. `published` is when the
    article appeared, `None` where that is unknown. `kind` says how a supported claim was made from its
    evidence, or which single error was planted in an unsupported one. `dev` and `dev2` to `dev7` are for
    development and were written apart from each other; nothing may be tuned on pairs whose `split` is `test`,
    `held4`, `held6` or `held7`.
    """

    id: Slug
    article: Slug
    published: date | None
    split: Split
    kind: str
    label: Label
    claim: Text
    evidence: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _kind_fits_label(self) -> Self:
        labels: dict[str, Label] = dict.fromkeys(SUPPORTED_KINDS, "supported")
        labels.update(dict.fromkeys(UNSUPPORTED_KINDS, "unsupported"))
        if self.kind not in labels:
            raise ValueError(f"unknown kind {self.kind!r}; known are {', '.join(labels)}")
        if labels[self.kind] != self.label:
            raise ValueError(f"kind {self.kind!r} is {labels[self.kind]}, but the label says {self.label}")
        return self


def load_pairs(directory: Path) -> tuple[Pair, ...]:
    """Every pair in `directory`, those of `pairs.yaml` first, in file order, each known to be sound.

    Sound means: ids are unique across the files; each pair's article exists and contains each of its quotes,
    character for character; its kind is known and fits its label; and all pairs of an article agree on its
    publication date and its split.

    Raises `InputError` at the first pair that isn't, with the file, the line and, where it has one, the id of
    the pair; also when a file is missing, unreadable or not YAML.
    """
    articles: dict[str, str] = {}
    by_id: dict[str, str] = {}
    first_of: dict[str, Pair] = {}
    pairs = []
    for at, record in _records(directory):
        pair = parsed(Pair, record, where=at)
        where = f"{at} ({pair.id})"
        if pair.id in by_id:
            raise InputError(f"the id {pair.id!r} is already taken by {by_id[pair.id]}", where=where)
        if pair.article not in articles:
            articles[pair.article] = article_text(directory / "articles" / f"{pair.article}.txt", where=where)
        for quote in pair.evidence:
            if quote not in articles[pair.article]:
                raise InputError(
                    f"evidence is not in article {pair.article!r}: {quote!r}",
                    where=where,
                    hint="quote the article character for character",
                )
        _check_agreement(pair, first_of.setdefault(pair.article, pair), where=where)
        by_id[pair.id] = at
        pairs.append(pair)
    return tuple(pairs)


def _records(directory: Path) -> Iterator[tuple[str, Any]]:
    """Each record of each file of pairs, with its file and the 1-based line it starts on."""
    sources = sorted(directory.glob("pairs-*.yaml"))
    for source in (directory / "pairs.yaml", *sources):
        for line, record in listed(source, of="pairs"):
            yield f"{source}:{line}", record


def listed(source: Path, *, of: str) -> Iterator[tuple[int, Any]]:
    """Each record of the list in `source`, with the 1-based line it starts on; `of` says in errors what is listed."""
    # The C loader is some ten times faster, and not in every build of PyYAML.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(_read(source))
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            raise InputError(f"holds no list of {of}", where=str(source))
        for node in root.value:
            yield node.start_mark.line + 1, loader.construct_object(node, deep=True)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(f"not valid YAML: {error.problem}", where=f"{source}{line}") from error
    finally:
        loader.dispose()


def parsed(model: type[M], record: Any, *, where: str) -> M:
    """The record as one of the model; raises InputError with the place, the id where it has one, and the field."""
    if isinstance(record, dict) and isinstance(record.get("id"), str):
        where = f"{where} ({record['id']})"
    try:
        return model.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{field + ': ' if field else ''}{first['msg']}", where=where) from error


def article_text(path: Path, *, where: str) -> str:
    """The article at `path` as it stands there; raises `InputError` at `where` if there is none."""
    if not path.is_file():
        raise InputError(f"there is no article {path}", where=where)
    return _read(path)


def _check_agreement(pair: Pair, first: Pair, *, where: str) -> None:
    if pair.split != first.split:
        raise InputError(
            f"split is {pair.split!r}, but {first.id} of the same article has {first.split!r}",
            where=where,
            hint="an article is in one split as a whole, so that nothing leaks",
        )
    if pair.published != first.published:
        raise InputError(
            f"published is {pair.published}, but {first.id} of the same article has {first.published}",
            where=where,
        )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error
