"""What an event opens with: the one or two sentences that tell the news, and its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.language.roles import MOVING, roles, words_of
from conspectus.consolidate.language.senses import language_of
from conspectus.consolidate.prose.choosing import subjects
from conspectus.consolidate.prose.compose import LEAD
from conspectus.consolidate.prose.cutting import LABELLED, cut_out, cuts
from conspectus.model.article import Article
from conspectus.model.evidence import CitedSentence, Claim, ClaimKind, Verification
from conspectus.text.chronology import LEAD as OPENS
from conspectus.text.facts.numbers import quantities
from conspectus.text.hearsay import hearsay
from conspectus.text.leaning import leans
from conspectus.text.salience import standalone
from conspectus.text.spaceless import word_count
from conspectus.verification.citing import carries, cite, sentence

NEARLY = 0.6
"""Share (0–1) of the most telling opening that another has to reach to stand beside it."""

_AGAIN = 0.6
_FIRST = 0.3
_LENGTH = 0.4
_AGREED = 0.3
_BARE = 0.33
_FEWEST_WORDS = 8
_WORD = re.compile(r"\w+")
_DASH = re.compile(r"\s[-–—]+\s")
_LATEST = 0.15
_UNSETTLED = 0.7
_BEFORE_THAT = 0.8
_FACTS = 0.3
_MOST_TITLE_WORDS = 14
# What was open on an earlier day has been settled, or not, since.
_OPEN = re.compile(
    r"\b(?:(?:is|are) (?:expected|likely|set|due|about) to|so far|(?:votes?|ballots?|results|returns) "
    r"(?:have been |are )?(?:counted|in)|early (?:results|returns|counts?)|exit polls?|preliminary|"
    r"provisional|at this stage)\b"
    # In other languages, what will be.
    r"|\b\w*[aei]rá[ns]?\b|\bva a \w+r\b|\b(?:soll(?:en)?|dürften?|sera|seront|devrait|devraient|doit|doivent)\b",
    re.IGNORECASE,
)
# "Told the paper that she had warned them": what is told came before the news.
_EARLIER = re.compile(
    r"\b(?:said|says|told|tells)\b[^.;“”\"]{0,60}?\bthat (?:he|she|they|it|(?:[A-Z][\w’'-]+ ){1,3}) ?had\b"
)
# "She said …", of whom? "One of our members": who speaks there is the outlet, and what it tells is its own matter.
_IN_PERSON = re.compile(
    r"\W*(?:She|He|They|Er|Il|Elle|Ils|Elles)\b|[^“”\"«»„]*\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Ii]ch|[Ww]ir|[Uu]nsere?n?|[Nn]ous|"
    r"[Nn]otre|[Jj]e|[Nn]osotros|[Nn]uestr[ao]s?)\b"
)
_OWN_VOICE = 0.5
_AFTERMATH = re.compile(
    r"^\W*(?:after|following|nach|tras|después de|après|à la suite de) [^,]{4,}?(?:,|$)|"
    r"\b(?:after|following|in the wake of|in response to|nach|tras|après) "
    r"(?:the|a|an|its|dem|der|einem|einer|el|la|un|une|le)\b.*$",
    re.IGNORECASE,
)


def news(items: Sequence[Weighed], members: Sequence[Article]) -> dict[str, float]:
    """How much each claim that can open the event tells of what its articles open with, by id.

    A claim can where it is in the first sentences of its article and leans on none before it; a quotation needs what
    comes before it, and an opinion is no news. What counts are the words that several headlines and first sentences
    have, for its length. Of articles in several languages those in the commonest open it, where any can.
    """
    spoken = {article.id: article.language for article in members}
    openings = [
        subjects(" ".join((article.title or "", article.sentence_text(article.body[0]))), article.language)
        for article in members
        if article.body
    ]
    users = Counter(word for opening in openings for word in opening)
    others = min(1, len(openings) - 1)
    first = {article.id: article.body[:OPENS] for article in members}
    published = {article.id: article.published for article in members}
    days = sorted({day for day in published.values() if day})
    found: dict[str, float] = {}
    for item in items:
        claim = item.claim
        if claim.kind in {ClaimKind.QUOTE, ClaimKind.OPINION} or _leans(claim.text):
            continue
        if _short(claim.text) or hearsay(claim.text):
            continue
        places = [
            (place, days.index(written) if (written := published[piece.article_id]) else 0)
            for piece in claim.evidence
            if piece.article_id in first
            for span in (piece.span,)
            for place, sentence in enumerate(first[piece.article_id])
            if sentence.span.overlaps(span)
        ]
        if places:
            # "…, after the fire": what is told there is what came of the news, but for whom it harmed.
            language = spoken.get(claim.article_ids[0])
            words = subjects(claim.text, language)
            told = words if _harmed(claim.text) else subjects(_AFTERMATH.sub(" ", claim.text), language)
            about = sum(users[word] - others for word in told if word in users) / (len(words) + 1) ** _LENGTH
            early = 1.0 + _FIRST * any(place == 0 for place, _ in places)
            day = max(day for _, day in places)
            late = 1.0 + _LATEST * day / max(1, len(days) - 1)
            if day < len(days) - 1 and _OPEN.search(claim.text):
                late *= _UNSETTLED
            if _EARLIER.search(claim.text):
                late *= _BEFORE_THAT
            if _IN_PERSON.match(claim.text):
                late *= _OWN_VOICE
            # What is left of a long sentence is too bare to open with, however many say it.
            bare = len(claim.text) < _BARE * max(len(piece.quote) for piece in claim.evidence)
            agreed = 1.0 if bare else 1.0 + _AGREED * (len(item.origins) - 1)
            found[claim.id] = (
                about * early * late * agreed * (1.0 + _FACTS * max(0.0, standalone(claim.text)))
            )
    main = {article.id for article in in_main_language(members)}
    at_home = {item.claim.id for item in items if main & set(item.claim.article_ids)}
    return {key: value for key, value in found.items() if key in at_home} or found


def _harmed(text: str) -> bool:
    """True where the sentence counts dead, hurt or missing people before it says after what."""
    before = _AFTERMATH.split(text, maxsplit=1)[0]
    return bool(quantities(before)) and not MOVING.isdisjoint(roles(words_of(before)))


def in_main_language(articles: Sequence[Article]) -> list[Article]:
    """The articles in the language that most of them are in, the first of two that as many are; the untold too."""
    spoken = Counter(article.language for article in articles if article.language)
    main = max(spoken, key=lambda language: spoken[language], default=None)
    return [article for article in articles if article.language in {None, main}]


def lead(
    chosen: Sequence[Weighed],
    told: Mapping[str, float],
    published: Mapping[str, date | None],
    whole: Mapping[str, Claim] = MappingProxyType({}),
) -> tuple[Weighed, ...]:
    """The one or two claims that open the event: what tells most of the news, as `told` has it, and no quotation.

    The second tells nearly as much, is not mostly the first again, and was not written before it; `whole` has what is
    printed in place of some. Where nothing tells any, the first of those chosen that lean on nothing before them.
    """

    def day(item: Weighed) -> date:
        return max((published[key] or date.min for key in item.claim.article_ids), default=date.min)

    opening = sorted(
        (item for item in chosen if told.get(item.claim.id, 0.0) > 0.0), key=lambda item: -told[item.claim.id]
    )
    if opening:
        first = opening[0]
        least = NEARLY * told[first.claim.id]
        said = _said(first, whole)
        beside = [
            item
            for item in opening[1:]
            if told[item.claim.id] >= least
            and day(item) >= day(first)
            and len(said & (own := _said(item, whole))) <= _AGAIN * len(own)
        ]
        return (first, *beside[: LEAD - 1])
    plain = [
        item
        for item in chosen
        if item.claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION} and not hearsay(item.claim.text)
    ]
    alone = [item for item in plain if not _leans(item.claim.text)]
    if len({key for item in alone for key in item.claim.article_ids}) == 1:
        # One article tells its news first.
        longer = [item for item in alone if not _short(item.claim.text)]
        alone = sorted(longer or alone, key=lambda item: item.claim.evidence[0].start)
    return tuple((alone or plain or list(chosen))[:LEAD])


def _said(item: Weighed, whole: Mapping[str, Claim]) -> frozenset[str]:
    claim = whole.get(item.claim.id, item.claim)
    return subjects(claim.text, language_of(claim.text))


def _short(text: str) -> bool:
    # A dash between spaces is no word.
    return max(len(_WORD.findall(text)), word_count(_DASH.sub(" ", text))) < _FEWEST_WORDS


def _leans(text: str) -> bool:
    return leans(text) or LABELLED.match(text) is not None


def _taken_from(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The source's own sentence that the claim is a part of, itself where it is none."""
    if claim.verified is Verification.QUOTED:
        return claim
    wholes = [each for each in claims if each.verified is Verification.QUOTED]
    return next((each for piece in claim.evidence for each in wholes if piece in each.evidence), claim)


def _alone(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The claim where it leans on nothing, else the first of its articles that does not, itself where all do."""
    own = [
        each for each in claims if set(each.article_ids) & set(claim.article_ids) and not _leans(each.text)
    ]
    return min(own, key=lambda each: each.evidence[0].start, default=claim) if _leans(claim.text) else claim


def title(
    opening: Sequence[Weighed],
    claims: Sequence[Claim],
    titles: Sequence[str],
    published: Mapping[str, date | None],
    spare: Sequence[Claim] = (),
) -> CitedSentence:
    """A headline that the claims' evidence carries: an article's own, else the opening's main clause.

    An article's own may rest on what is `spare`, too.
    What several origins have in common can be too bare for a headline; the sentence it was taken from is not. Nor can
    one stand alone that leans on what was said before it: the first of its article that does not stands in. Where no
    shortening passes the gate the whole opening sentence is the headline.
    """
    for wording in titles:  # in order of preference
        if (cited := cite(wording, (*claims, *spare), published)) is not None:
            return cited
    first = _alone(_taken_from(opening[0].claim, claims), claims)
    wordings = [*cuts(first.text), first.text.rstrip(".")]
    short = [each for each in wordings if len(each.split()) <= _MOST_TITLE_WORDS]
    longer = [each for each in wordings if each not in short and len(each.split()) < len(first.text.split())]
    # The longest that is short says most.
    for wording in (
        *sorted(short, key=lambda each: -len(each.split())),
        *sorted(longer, key=lambda each: len(each.split())),
    ):
        if (part := cut_out(wording, first, published)) is not None:
            return part
    whole = sentence(first)
    # The last point of "by 6 p.m." is no full stop.
    stopless = whole.text.removesuffix(".").removesuffix("。")
    return (
        whole.model_copy(update={"text": stopless}) if carries(first.evidence, stopless, published) else whole
    )
