"""What an outlet takes back of its own: nobody stands by it, so that it is no side of a conflict.

The outlet speaks of what it wrote as "we", by its own name or as an earlier version, or is asked to put something
right, and says in the next sentences what is so. The words are the narrator's: what a speaker says in quotation marks
of "our report" is the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.article import Article
from conspectus.model.briefing import Conflict, Reconciled, Relation

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“”]*[“”]?|«[^»]*»?")
_WROTE = (
    r"(?:wrote|written|reported|said|stated|published|posted|printed|gave|given|named|called|put|described|told|quoted|"
    r"carried|ran|spoke of)"
)
_EARLIER = "(?:earlier|previous|first|original|initial)"
_OWN = re.compile(
    "|".join(
        (
            rf"\b(?:we|I) (?:(?:had|have|also|first|then|originally|initially|wrongly|earlier) )*{_WROTE}\b",
            r"\bour (?:[\w’'-]+ ){0,3}?(?:report|story|article|post|edition|issue|copy|page|headline|item)s?\b",
            r"\bour (?:[\w’'-]+ ){0,3}?(?:piece|preview|coverage|entry|caption|graphic|table|map|mistake|error)s?\b",
            rf"\b(?:an?|the|our|its) {_EARLIER} (?:version|edition|post|story|headline|article|item|copy|entry)\b",
            r"\b(?:last (?:week|month|\w+day)|yesterday|this morning)['’]s (?:issue|edition|paper|post|newsletter)\b",
            rf"\bthis (?:newspaper|paper|site|blog|page|column|magazine|programme) (?:had |has |also )?{_WROTE}\b",
            r"\b(?:has|have|had) asked (?:us|this (?:newspaper|paper|site)) to\b",
            r"\bwe (?:are|were|have been) (?:asked|happy) to\b",
            r"\bwir (?:haben|hatten|schrieben|berichteten|meldeten|nannten)\b",
            r"\bunser\w{0,2} (?:Bericht|Meldung|Artikel|Ausgabe|Text|Fehler)\b",
            r"\b(?:früheren|ersten) (?:Version|Fassung)\b",
            r"\bnous (?:avons|avions) (?:\w+ )?(?:écrit|annoncé|indiqué|publié|rapporté|donné)\b",
            r"\bnotre (?:article|édition|journal|dépêche|publication|erreur)\b",
            r"\b(?:première|précédente) version\b|\bversion précédente\b",
            r"\b(?:publicamos|informamos|escribimos|dijimos|habíamos (?:publicado|informado|escrito|dicho))\b",
            r"\bnuestra (?:edición|información|crónica|noticia)\b|\bversión anterior\b",
            r"\b(?:abbiamo|avevamo) (?:scritto|riportato|pubblicato|indicato|detto)\b",
            r"\bnostr[oa] (?:articolo|giornale|sito|edizione|cronaca)\b|\b(?:prima|precedente) versione\b",
            r"\b(?:publicámos|noticiámos|escrevemos|noticiamos)\b|\bversão anterior\b",
        )
    ),
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:^|[.!?]\s|\n)\W*(?:Corrections?(?: and clarifications)?|Clarifications?|Apology|An apology|Korrektur|"
    r"Berichtigung|Richtigstellung|Rectificatif|Rectification|Précision|Erratum|Corrección|Rectificación|Fe de erratas|"
    r"Rettifica|Precisazione|Correzione|Errata corrige|Correção|Retificação)\b\W",
    re.IGNORECASE,
)
THAT = re.compile(r"\b(?:that|dass|daß|que)\b")
_WITHIN = 4
_NOTICE = re.compile(
    r"\b(?:[Oo]ur|[Tt]his newspaper['’]s) (?:[\w’'-]+ ){0,3}?"
    rf"(?:report|story|article|post|edition|issue|headline|coverage)s?\b.*\b{_WROTE}\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Oo]ur) {_EARLIER} (?:version|edition|headline) of (?:this|our) [^.]*\b{_WROTE}\b"
    r"|\b(?:In|in) (?:unserem|einer früheren|der ersten) (?:[\w-]+ )?(?:Bericht|Meldung|Artikel|Fassung|Version)\b"
    r"|\b[Nn]otre (?:article|édition|dépêche)\b.*\b(?:indiqu|écri|annon|affirm|donn)"
    r"|\b[Nn]uestra (?:información|crónica|noticia)\b.*\b(?:decía|indicaba|afirmaba|atribuía|daba)\b",
    re.DOTALL,
)


def is_notice(text: str) -> bool:
    """True for a sentence that tells what the outlet itself had reported, as a correction begins: it is no news."""
    told = _QUOTED.sub(" ", text)
    if _NOTICE.search(told):
        return True
    # "Correction: we reported earlier that …".
    return bool(_HEADING.match(told) and _OWN.search(told) and THAT.search(told))


def without_retractions(
    conflicts: Sequence[Conflict], said: Mapping[str, Statement], articles: Mapping[str, Article]
) -> tuple[tuple[Conflict, ...], tuple[Reconciled, ...]]:
    """The conflicts in which no side is taken back, and the others as corrections; `said` are statements by claim."""
    kept: list[Conflict] = []
    corrected: list[Reconciled] = []
    for each in conflicts:
        sides = [[said[key] for key in side.claim_ids if key in said] for side in each.sides]
        if len(sides) == 2 and all(sides) and _takes_back(sides[0][0], sides[1][0], articles):
            told = sorted(each.sides, key=lambda side: said[side.claim_ids[0]].number)
            corrected.append(
                Reconciled(question="What is right?", relation=Relation.CORRECTION, sides=tuple(told))
            )
        else:
            kept.append(each)
    return tuple(kept), tuple(corrected)


def _takes_back(first: Statement, second: Statement, articles: Mapping[str, Article]) -> bool:
    """True where one article sets right in the second what it, or its outlet, wrote as the first has it."""
    if first.article_id != second.article_id or abs(first.number - second.number) > _WITHIN:
        return False
    earlier = min(first, second, key=lambda each: each.number)
    article = articles.get(earlier.article_id)
    if _HEADING.search(earlier.before) or _HEADING.match(earlier.text):
        return True
    told = _QUOTED.sub(" ", earlier.text)
    return _OWN.search(told) is not None or _by_name(told, article.publisher if article else None)


def _by_name(text: str, publisher: str | None) -> bool:
    """True where the outlet names itself as who wrote it."""
    if not publisher:
        return False
    name = re.escape(publisher.removeprefix("The "))
    return re.search(rf"\b{name}\b(?: \w+){{0,2}} {_WROTE}\b", text) is not None
