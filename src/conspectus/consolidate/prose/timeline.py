"""Dated claims in order, as precise as they are known; undated ones are left out rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from conspectus.consolidate.agreement.carrying import is_english
from conspectus.consolidate.language.clauses import QUOTED, VERB
from conspectus.consolidate.prose.cutting import LABELLED, SAYS, cut_out, cuts
from conspectus.model.briefing import TimelineEntry
from conspectus.model.evidence import CitedSentence, Claim
from conspectus.text.chronology import Window, dates_news
from conspectus.text.concepts import concepts
from conspectus.text.facts.dates import Grain, Period, Relation, periods
from conspectus.text.facts.hours import HALF_DAY, hours
from conspectus.text.leaning import leans
from conspectus.verification.citing import sentence

MOST = 8
"""Entries that one event's timeline has at the most."""

_A_PERIOD = 3
_SAME = 0.5
_HEAD = 16
_ADVERBIAL = 4
# A clause that spares less is not worth being another wording than the sentence above.
_SHORTER = 0.8
_NEAR = 40
_BUT = re.compile(r"^(?:But|And|Yet|So) ")
_SENTENCES = re.compile(r"[.!?][”\"’]? +[A-Z“\"]")
_THAT_YEAR = re.compile(r"\b(?:that|the same|the following|the previous|the next) (?:year|month|week|day)\b")
_LEADS = re.compile(
    r"\W*(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ss]ince|[Bb]y|[Ee]arly|[Ll]ate|[Dd]uring|[Ll]ast|[Tt]his|[Ee]l|[Ee]n|[Ll]e|[Aa]m|[Ii]m)\b|[A-Z\d])"
)
_LED_BY_PRONOUN = re.compile(
    r"\W*(?:[Oo]n|[Ii]n|[Aa]t|[Ss]ince|[Bb]y|[Ll]ast|[Ll]ater|[Ee]arlier)\b[^,]{2,30}?,?\s(?:it|he|she|they|his|her|its|their)\b"
)
# "The 38 million francs for it were approved": of what, the sentence before says.
_OF_IT = re.compile(
    rf"(?:(?!{VERB.pattern})[^,.;:])*?\b(?:of|for|to|with|on|in|about|against|from) (?:it|them|him|her)\b(?! ?self)",
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_WHO = re.compile(r"\b(?:who|which|whose|whom|that|where|when)\b")
# "…, said Dan Oakes, who had asked for sprinklers in August": what the sentence tells came later.
_HAD_BEEN = re.compile(r"\b(?:who|which|that) (?:\w+ ){0,2}?(?:had|has|have) (?!been [a-z]+ing\b)[^,;]*$")
_SAID_THAT = re.compile(rf"{SAYS.pattern}(?: \w+){{0,2}} $")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:expected|due|to)|beginning|starting|until|closes|opens|next)\b"
)
# "It is a Monday": none in particular.
_ANY = re.compile(r"\b(?:an|a|any|every|each) $", re.IGNORECASE)
_PRECISE = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def label(period: Period) -> str:
    """The period for a reader: a day or a week in ISO 8601, a month by name, else the source's words."""
    if period.start is None or period.end is None:
        return period.text
    if period.grain is Grain.DAY:
        return period.start.isoformat()
    # Mid-January is not all of it.
    month = period.parts.month and not period.parts.end_month and period.parts.third is None
    if month and period.grain is Grain.MONTH:
        return f"{period.start:%B %Y}"
    return period.text if period.parts.year else f"{period.start.isoformat()}/{period.end.isoformat()}"


def dated(claim: Claim, published: Mapping[str, date | None]) -> Period | None:
    """The most precise period in which the claim's text says that something happened, or None.

    Relative dates are resolved against the publication date of the claim's first article that tells one. A day that no
    evidence gives is left out: a claim may be worded in a language in which its evidence's days aren't read. So is a
    bare weekday or month of what is to come, where it is taken to be past.
    """
    return min(_told(claim, published), key=_precision, default=None)


def _before(text: str, period: Period) -> str:
    return text[max(0, period.span.start - _NEAR) : period.span.start]


def _told(claim: Claim, published: Mapping[str, date | None]) -> list[Period]:
    """The periods in which the claim's text says that something happened, as far as its evidence gives them too."""
    given = [
        each for piece in claim.evidence for each in periods(piece.quote, published.get(piece.article_id))
    ]
    day = next((told for key in claim.article_ids if (told := published.get(key))), None)
    return [
        period
        for period in periods(claim.text, day)
        if period.relation is Relation.IN
        and dates_news(period)
        and _given(period, given)
        and not (_bare(period, day) and _TO_COME.search(_before(claim.text, period)))
        and not (period.parts.weekday is not None and _ANY.search(_before(claim.text, period)))
    ]


def _bare(period: Period, published: date | None) -> bool:
    """True for a weekday, and for a month or a day of one that is told without its year and taken to be past."""
    past = period.end is not None and published is not None and period.end < published
    return period.parts.weekday is not None or (
        past and period.parts.month is not None and not period.parts.year
    )


def _given(period: Period, told: Sequence[Period]) -> bool:
    if period.start is None or period.end is None:
        return True
    return any(
        given.start is not None
        and given.end is not None
        and period.start <= given.start
        and given.end <= period.end
        for given in told
    )


def event_time(
    claims: Sequence[Claim], window: Window | None, published: Mapping[str, date | None]
) -> Period | None:
    """The most precise period within the event's window that a claim gives, or None where none does."""
    if window is None:
        return None
    within = [
        period
        for claim in claims
        if (period := dated(claim, published)) is not None
        and period.start is not None
        and period.end is not None
        and window.gap(Window(period.start, period.end)) == timedelta(0)
    ]
    return min(within, key=_precision, default=None)


def _precision(period: Period) -> int:
    return _PRECISE.index(period.grain) if period.grain in _PRECISE else len(_PRECISE)


def timeline(
    claims: Sequence[Claim], published: Mapping[str, date | None], disputed: frozenset[str] = frozenset()
) -> tuple[TimelineEntry, ...]:
    """What happened when, earliest first, each in the fewest words of its claim that give the date.

    What is `disputed`, by claim id, stays in its source's words: shortened, it would read as if all agreed.

    Of one day, what names its hour comes in the order of these, behind what names none, of which three are enough.
    Of what is told of one day twice, and where there is no more room, what comes first in `claims` stays. Nothing where
    all is of one period and fewer than three hours are told: that is no order.
    """
    entries: list[TimelineEntry] = []
    told: list[tuple[Period, int, frozenset[object]]] = []
    for claim in claims:
        period = happened(claim, published)
        if period is None or period.start is None or period.end is None:
            continue
        words = concepts(claim.text)
        again = [
            (minute, other)
            for day, minute, other in told
            if (day.start, day.end) == (period.start, period.end)
        ]
        if any(len(words & other) >= _SAME * len(words) for _, other in again):
            continue
        cited = sentence(claim) if claim.id in disputed else _brief(claim, period, published)
        minute = _minute(cited.text)
        if minute < 0 and sum(other < 0 for other, _ in again) == _A_PERIOD:
            continue
        told.append((period, minute, words))
        entries.append(TimelineEntry(**dict(cited), when=label(period), start=period.start, end=period.end))
    kept = sorted(entries[:MOST], key=lambda entry: (entry.start, entry.end, _minute(entry.text)))
    order = {(each.start, each.end, _minute(each.text)) for each in kept}
    hours_of_a_day = len([minute for *_, minute in order if minute >= 0])
    several = len({(each.start, each.end) for each in kept}) > 1
    return tuple(kept) if several or hours_of_a_day >= _A_PERIOD else ()


def _minute(text: str) -> int:
    """The first hour that the text names, in minutes from midnight; -1 where it names none, or one of either half."""
    named = hours(text)
    sure = bool(named) and (named[0].sure or any(each.sure and each.minutes >= HALF_DAY for each in named))
    return named[0].minutes if sure else -1


def happened(claim: Claim, published: Mapping[str, date | None]) -> Period | None:
    """When what the claim tells happened, None where its date is of something that it only mentions.

    A speaker's words, a relative clause about its subject, an aside without a verb and "Sunday's vote" only mention
    one; and of what leans on the sentence before it nobody can tell what happened.
    """
    text = claim.text
    if (
        leans(_BUT.sub("", text))
        or LABELLED.match(text)
        or _THAT_YEAR.search(text)
        or _LED_BY_PRONOUN.match(text)
        or _OF_IT.match(text)
    ):
        return None
    first = dated(claim, published)
    opens = [each for each in _told(claim, published) if each.span.start <= _HEAD and _LEADS.match(text)]
    period = opens[0] if opens else first
    # "Mondays to Thursdays" are no day.
    if period is not None and re.match(r"s\b", text[period.span.end :]):
        return None
    if period is None or _mentioned(text, period):
        return None
    return period


def _mentioned(text: str, period: Period) -> bool:
    start, end = period.span.start, period.span.end
    before, behind = text[:start], text[end:]
    if _POSSESSIVE.match(behind) or text[end - 2 : end] in {"'s", "’s"}:
        return True
    if (
        sum(before.count(mark) for mark in "“«„") > sum(before.count(mark) for mark in "”»")
        or before.count('"') % 2
    ):
        return True
    if not is_english(text):
        return False
    had = _HAD_BEEN.search(before)
    # "Confirmed that it had served a notice on 14 November": what is told is of that day.
    if had and not (had[0].startswith("that") and _SAID_THAT.search(before, 0, had.start())):
        return True
    relative = _WHO.search(before)
    if relative and "," not in before[relative.start() :] and not VERB.search(before[: relative.start()]):
        return True
    part = before.rpartition(", ")[2] + text[start:end] + behind.partition(", ")[0]
    return len(part.split()) > _ADVERBIAL and VERB.search(part) is None and ", " in text


def _brief(claim: Claim, period: Period, published: Mapping[str, date | None]) -> CitedSentence:
    """The claim's shortest clause that has the date in it and passes the gate, the whole where there is none."""
    whole = sentence(claim)
    text = claim.text
    if whole.text != text or not is_english(text) or QUOTED.search(text) or _SENTENCES.search(text):
        return whole
    mention = text[period.span.start : period.span.end]
    for wording in sorted(cuts(_BUT.sub("", text)), key=len):
        if mention not in wording or leans(wording) or len(wording) > _SHORTER * len(text):
            continue
        if (cut := cut_out(f"{wording}.", claim, published)) is not None:
            return cut
    return whole
