"""Where the reporting comes from: three outlets that carry one wire story are one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from conspectus.consolidate.origins.borrowing import dateline_credit, lender, wire_credit
from conspectus.consolidate.origins.copies import alike, copies
from conspectus.consolidate.origins.houses import House, house
from conspectus.model.article import Article
from conspectus.model.briefing import Origin
from conspectus.text.outlets import OUTLET, key, one_outlet

__all__ = ["find_origins", "wire_credit"]


@dataclass(frozen=True)
class _Provenance:
    """Who published an article, and whose reporting it passes on: an agency's or another outlet's."""

    article: Article
    house: House
    credit: str | None
    lender: str | None


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The independent origins of these articles; every article belongs to exactly one.

    Articles are one origin where they credit the same agency, where neither credits one and both are one house's or
    one author's, where most of one is said to be the other's, where they name the same address, or where they are
    mostly the same words. An origin that nobody names is called by its article.
    """
    parent = {article.id: article.id for article in articles}

    def root(article_id: str) -> str:
        while parent[article_id] != article_id:
            article_id = parent[article_id]
        return article_id

    known = _provenance(articles)
    pairs = alike(articles)
    shortened = copies(pairs)
    cut = {copy.article_id for copy in shortened}
    for first, second in (*_of_one_name(known, cut), *((pair.longer.id, pair.shorter.id) for pair in pairs)):
        parent[root(second)] = root(first)
    groups: dict[str, list[_Provenance]] = defaultdict(list)
    for one in known:
        groups[root(one.article.id)].append(one)
    return tuple(
        Origin(
            id=f"o{number}",
            name=_name(sorted(members, key=lambda one: one.article.id in cut)),
            article_ids=tuple(member.article.id for member in members),
            copies=tuple(
                copy for copy in shortened if copy.article_id in {one.article.id for one in members}
            ),
        )
        for number, members in enumerate(groups.values(), start=1)
    )


def _provenance(articles: Sequence[Article]) -> list[_Provenance]:
    agencies = frozenset(key(name) for article in articles if (name := dateline_credit(article)))
    houses = [house(article) for article in articles]
    outlets = {
        key(found.name): found.name
        for found in houses
        if found.name and (found.authors or OUTLET.search(found.name))
    }
    known = []
    for article, found in zip(articles, houses, strict=True):
        own = found.strong | found.weak
        others = {folded: name for folded, name in outlets.items() if folded not in own}
        credit = wire_credit(article, agencies, found.name)
        lent = None if credit else lender(article, others, found.name)
        known.append(_Provenance(article, found, credit, lent))
    return known


def _of_one_name(known: Sequence[_Provenance], cut: Set[str]) -> Iterator[tuple[str, str]]:
    """Pairs whose provenance has one name; what a paper took from an agency is the agency's, not its own.

    Nor is a copy (`cut`): else two papers were one origin in all that they write because one once copied the other.
    """
    first: dict[str, str] = {}
    taken = [one for one in known if one.credit or one.lender]
    own = [one for one in known if not (one.credit or one.lender or one.article.id in cut)]
    for one in known:
        if one.article.url:
            yield first.setdefault(one.article.url.casefold(), one.article.id), one.article.id
    for one in own:
        for name in sorted(one.house.strong):
            yield first.setdefault(name, one.article.id), one.article.id
    for one in own:
        # What may be a name tells only where it is known to be one.
        for name in sorted(one.house.weak - one.house.strong):
            if name in first:
                yield first[name], one.article.id
    for one in taken:
        name = key(one.credit or one.lender or "")
        yield first.setdefault(name, one.article.id), one.article.id
    yield from _of_one_author(own)


def _of_one_author(own: Sequence[_Provenance]) -> Iterator[tuple[str, str]]:
    """Pairs with an author in common, unless both have a publisher, and not the same."""
    for index, one in enumerate(own):
        for other in own[:index]:
            apart = one.article.publisher and other.article.publisher
            if one.house.authors & other.house.authors and not apart:
                yield other.article.id, one.article.id


def _name(members: Sequence[_Provenance]) -> str:
    for member in members:
        if member.credit:
            # An agency's own page has its name; others have its initials.
            own = (each.house.name for each in members if each.house.name)
            return next((name for name in own if one_outlet(name, member.credit)), member.credit)
    for member in members:
        if member.house.name and not member.lender:
            return member.house.name
    lenders = (member.lender for member in members if member.lender)
    return next(lenders, f"unnamed publisher ({members[0].article.name})")
