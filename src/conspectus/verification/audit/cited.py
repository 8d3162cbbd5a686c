"""Promise 2: everything that is said names claims, every claim is what its id says; standing is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, starmap

from conspectus.model.briefing import Event, Point, Reconciled, Relation, Shared, Side, Standing, Status
from conspectus.model.evidence import Evidence, Verification, claim_id
from conspectus.verification.audit.finding import Finding
from conspectus.verification.audit.index import Index, shared_of, sides_of
from conspectus.verification.figures import Told, given, stands

_AGAIN = "make the briefing again; a claim's id is made of its text, speaker and evidence"
_RECOUNT = "count the origins of the articles that the cited evidence comes from"


def cited(index: Index) -> Iterator[Finding]:
    """Citations that lead nowhere, claims altered after they were named, standing that was not counted."""
    yield from _claims(index)
    for statement in index.statements:
        if not statement.claim_ids:
            yield _finding(
                statement.cites_at, f"«{statement.text}» cites nothing", "cite a claim or leave it out"
            )
        for number, each in enumerate(statement.claim_ids):
            if each not in index.claims:
                message = f"the briefing has no claim {each}"
                yield _finding(
                    f"{statement.cites_at}[{number}]", message, "restore the claim or the citation"
                )
    for number, event in enumerate(index.briefing.events):
        yield from _event(index, event, f"events[{number}]")
    yield from _origins(index)


def _claims(index: Index) -> Iterator[Finding]:
    counted = Counter(claim.id for claim in index.briefing.claims)
    for number, claim in enumerate(index.briefing.claims):
        where = f"claims[{number}]"
        if not claim.evidence:
            yield _finding(f"{where}.evidence", f"«{claim.text}» rests on nothing", _AGAIN)
        if claim.id != claim_id(claim.text, claim.attributed_to, claim.evidence):
            message = f"{claim.id} is not the id of this text, speaker and evidence: «{claim.text}»"
            yield _finding(where, message, _AGAIN)
        if counted[claim.id] > 1:
            yield _finding(f"{where}.id", f"{claim.id} is the id of several claims", _AGAIN)
        if claim.verified is Verification.ENTAILMENT and claim.score is None:
            message = "is said to have passed the model's check, but has no score of it"
            yield _finding(f"{where}.verified", message, _AGAIN)


def _event(index: Index, event: Event, place: str) -> Iterator[Finding]:
    for number, each in enumerate(event.article_ids):
        article = index.articles.get(each)
        if article is None or article.status is not Status.USED:
            yield _finding(f"{place}.article_ids[{number}]", f"{each} is no article that is used", _AGAIN)
    disputed = {each for conflict in event.conflicts for side in conflict.sides for each in side.claim_ids}
    for name, points in (
        ("lead", event.lead),
        ("points", event.points),
        ("context", event.context),
        ("unknown", event.unknown),
    ):
        for number, point in enumerate(points):
            where = f"{place}.{name}[{number}]"
            yield from _standing(index, point, disputed, where)
            if point.beside is not None:
                above = _above(event, number) if name == "points" else ()
                yield from _beside(point, above, f"{where}.beside")
            yield from _alongside(index, point, f"{where}.alongside")
    for where, point, shared in shared_of(event, place):
        yield from _shared(index, point, shared, where)
    for where, side in sides_of(event, place):
        yield from _side(index, side, where)
    for number, reconciled in enumerate(event.reconciled):
        yield from _order(reconciled, f"{place}.reconciled[{number}].sides")


def _standing(index: Index, point: Point, disputed: set[str], where: str) -> Iterator[Finding]:
    counted = _counted(index, point.claim_ids)
    yield from _named(point.origins, counted, where)
    for number, each in enumerate(point.refined_by):
        if each not in index.cited:
            message = f"is refined by {each}, which nothing in the briefing cites"
            yield _finding(f"{where}.refined_by[{number}]", message, "cite that claim, or leave the link out")
    standing = Standing.CORROBORATED if len(counted) > 1 else Standing.SINGLE_ORIGIN
    if disputed.intersection(point.claim_ids):
        standing = Standing.DISPUTED
    if point.standing is not standing:
        message = f"is called {point.standing.value}, but counting makes it {standing.value}"
        yield _finding(f"{where}.standing", message, _RECOUNT)


def _above(event: Event, number: int) -> Sequence[Point]:
    """What the point with that number can stand below: the last one before it that does not, or else the lead."""
    before = [each for each in event.points[:number] if each.beside is None]
    return before[-1:] or event.lead


def _beside(point: Point, above: Sequence[Point], where: str) -> Iterator[Finding]:
    above = [each for each in above if point.beside in each.claim_ids]
    if not above:
        message = f"stands beside {point.beside}, which nothing right above it cites"
        yield _finding(where, message, "name a claim of the point above it, or leave it out")
    for each in above:
        if common := set(each.origins) & set(point.origins):
            message = f"is said to be another origin's account, but both are {_listed(tuple(common))}'s"
            yield _finding(where, message, "leave it out")


def _alongside(index: Index, point: Point, where: str) -> Iterator[Finding]:
    for number, each in enumerate(point.alongside):
        if each not in index.claims:
            message = f"the briefing has no claim {each}"
            yield _finding(f"{where}[{number}]", message, "restore the claim or the citation")
        elif common := _counted(index, (each,)) & set(point.origins):
            message = f"is said to be another origin's account, but both are {_listed(tuple(common))}'s"
            yield _finding(f"{where}[{number}]", message, "leave it out")


def _shared(index: Index, point: Point, shared: Shared, where: str) -> Iterator[Finding]:
    for number, each in enumerate(shared.claim_ids):
        if each not in index.claims:
            message = f"the briefing has no claim {each}"
            yield _finding(f"{where}.claim_ids[{number}]", message, "restore the claim or the citation")
    if not stands(shared.words, point.text):
        message = f"«{shared.words}» does not stand in «{point.text}»"
        yield _finding(f"{where}.words", message, "name words of the point itself")
    yield from _named(shared.origins, _counted(index, shared.claim_ids), where)
    if common := set(shared.origins) & set(point.origins):
        message = f"names {_listed(tuple(common))}, which carries the whole point"
        yield _finding(f"{where}.origins", message, "name other origins only")
    own = [_told(index, piece) for piece in index.evidence(point.claim_ids)]
    within = own[0]._replace(text=point.text) if own else Told(point.text)
    for each in shared.claim_ids:
        pieces = [_told(index, piece) for piece in index.evidence([each])]
        if pieces and not given(pieces, shared.words, within):
            message = f"the evidence of {each} does not give «{shared.words}»"
            yield _finding(where, message, "leave out the words, or the origin that does not tell them")


def _told(index: Index, piece: Evidence) -> Told:
    return Told(piece.quote, index.published(piece), index.language(piece.article_id))


def _counted(index: Index, claim_ids: tuple[str, ...]) -> set[str]:
    pieces = index.evidence(claim_ids)
    return {index.origin_of[p.article_id] for p in pieces if p.article_id in index.origin_of}


def _named(named: tuple[str, ...], counted: set[str], where: str) -> Iterator[Finding]:
    if set(named) != counted:
        message = f"names the origins {_listed(named)}, but its evidence comes from {_listed(counted)}"
        yield _finding(f"{where}.origins", message, _RECOUNT)


def _side(index: Index, side: Side, where: str) -> Iterator[Finding]:
    # Briefings made before sides named their origins have none to be wrong.
    if side.origins:
        yield from _named(side.origins, _counted(index, side.claim_ids), where)
    if side.as_of is not None and side.as_of not in index.days(side.claim_ids):
        message = f"{side.as_of} is neither a day that its evidence names nor the day of its article"
        yield _finding(f"{where}.as_of", message, "give the day that the evidence gives, or none")
    if side.at is not None and side.at not in index.moments(side.claim_ids):
        message = (
            f"{side.at.isoformat()} is no moment at which an article of its evidence was published or updated"
        )
        yield _finding(f"{where}.at", message, "give the moment that the article gives, or none")


def _order(reconciled: Reconciled, where: str) -> Iterator[Finding]:
    if reconciled.relation is Relation.UPDATE and any(starmap(_is_after, combinations(reconciled.sides, 2))):
        yield _finding(where, "an update has its earliest side first", "put the sides in order of time")


def _is_after(first: Side, second: Side) -> bool:
    if first.at is not None and second.at is not None:
        return first.at > second.at
    return first.as_of is not None and second.as_of is not None and first.as_of > second.as_of


def _origins(index: Index) -> Iterator[Finding]:
    used = {article.id for article in index.briefing.articles if article.status is Status.USED}
    members = Counter(each for origin in index.briefing.origins for each in origin.article_ids)
    for number, origin in enumerate(index.briefing.origins):
        for member, each in enumerate(origin.article_ids):
            where = f"origins[{number}].article_ids[{member}]"
            if each not in used:
                yield _finding(where, f"{each} is no article that is used", _RECOUNT)
            elif members[each] > 1:
                yield _finding(where, f"{each} is counted more than once", _RECOUNT)
    for number, article in enumerate(index.briefing.articles):
        if article.status is Status.USED and article.origin != index.origin_of.get(article.id):
            where = f"articles[{number}].origin"
            message = f"{article.name} names the origin {article.origin}, but stands under "
            message += index.origin_of.get(article.id) or "none"
            yield _finding(where, message, _RECOUNT)


def _listed(names: tuple[str, ...] | set[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _finding(where: str, message: str, hint: str) -> Finding:
    return Finding(promise="cited", where=where, message=message, hint=hint)
