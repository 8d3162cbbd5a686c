"""What stands before and behind a sentence and is none of it: place, day and agency, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.model.article import Article
from conspectus.model.evidence import Claim, Evidence, Verification
from conspectus.summarise.admit import make_claim
from conspectus.text.lines import one_line

# "Orle, 17 May 2025, 21:52 (Lend Press).- The …", "ORLE (lp) - The …", "Orle (lp/mo). Die …".
_WORD = r"[^\W\d_a-z][\w.’'/-]*"
_BEFORE = re.compile(
    rf"\W{{0,2}}{_WORD}(?: (?:(?:de|del|la|am|an|der|im|sur|on) )?{_WORD}){{0,3}}(?:,\s[^()\n]{{1,40}}?)?"
    r"\s?\([^\W\d][^()\d\n]{1,40}\)\W{0,2}?(?:\s?\.?\s?[-–—:]|\.)\s*(?=[“\"„«¿¡]?[^\W\d_a-z])"
)
# "… longer. lp/05.11.2025", "… longer. LP/mo/ab 2214"
_BEHIND = re.compile(r"(?<=[.!?”\"»])\s+\(?(?:[A-Za-z]{2,4}/)+(?:[A-Za-z]{2,4}\s)?\d[\d.: ]{1,11}\)?\s*$")
_FEWEST_WORDS = 5


def without_datelines(
    items: Iterable[Weighed], articles: Mapping[str, Article], position: dict[str, int]
) -> tuple[Weighed, ...]:
    """The items, those that quote a sentence with a dateline or a signature quoting it without; so in `position`."""
    found = []
    for item in items:
        bare = _bare(item.claim, articles)
        if bare is not None:
            if item.claim.id in position:
                position[bare.id] = position[item.claim.id]
            item = replace(item, claim=bare)
        found.append(item)
    return tuple(found)


def _bare(claim: Claim, articles: Mapping[str, Article]) -> Claim | None:
    if claim.verified is not Verification.QUOTED or len(claim.evidence) != 1:
        return None
    piece = claim.evidence[0]
    before, behind = _BEFORE.match(piece.quote), _BEHIND.search(piece.quote)
    start = piece.start + (before.end() if before else 0)
    end = piece.start + (behind.start() if behind else len(piece.quote))
    quote = articles[piece.article_id].text[start:end]
    if (start, end) == (piece.start, piece.end) or len(quote.split()) < _FEWEST_WORDS:
        return None
    evidence = Evidence(article_id=piece.article_id, start=start, end=end, quote=quote, match=piece.match)
    return make_claim(one_line(quote), [evidence], verified=Verification.QUOTED, kind=claim.kind)
