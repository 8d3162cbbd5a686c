"""What a sentence says that another says as well: its own words, less what the other has no word for.

Nothing is understood here: lead-ins, asides, amounts, words before a noun and the phrases behind the main clause are
left away where the other sentence does not answer to them, and the gate decides whether both bear out what is left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, pairwise

from conspectus.consolidate.agreement.carrying import answers, is_english, questions
from conspectus.consolidate.language.clauses import LIST, QUOTED, VERB, completes, main_clauses
from conspectus.model.evidence import Claim, ClaimKind, Verification, claim_id
from conspectus.text.concepts import name_concepts
from conspectus.text.facts.dates import mentions
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import STOP_WORDS
from conspectus.text.senses import meant
from conspectus.text.similarity import rarity

_OTHERS = 4
_FEWEST_SHARED = 2
_FEWEST_WORDS = 4
_FEWEST_TELLING = 5
_LONGEST_ASIDE = 14
_PHRASE = re.compile(
    r"\s(?=(?:in|on|at|with|for|after|before|near|from|by|during|because|when|while|as|which|who|where|and|but|under|"
    r"over|since|until|among|amid|against|through|into|along|within|without|including|leaving|killing|bringing|saying|"
    r"making|according|despite|following)\b)|(?<=[,;:])\s|\s(?=[—–]\s)"
)
_WHEN = re.compile(
    r"(?:on|in|at|since|until) (?:the )?(?:early |late )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SAY = r"(?:said|says|told|added|announced|confirmed|reported|wrote|estimates|reckons|reckoned|explained)"
_ATTRIBUTION = re.compile(rf",\s(?:according to [^,;]{{2,80}}|[^,;]{{2,70}}\b{_SAY}\b[^,;]{{0,40}})[.]?$")
# "On July 17, 2025, the mill …" and "On Monday, 3 March, the mill …" lead in up to their last comma.
_DATE_GOES_ON = (
    r"(?:1[5-9]|20|21)\d\d(?:,|\s(?:the|a|an|[A-Z]))|(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b"
)
_LEAD = re.compile(
    r"(?:On|In|At|After|Before|When|While|As|By|During|Since|For|With|Until|From|Despite|Following|Under)\b"
    rf"[^;:]{{2,80}}?,\s(?=[\w“\"])(?!{_DATE_GOES_ON})"
)
_ASIDE = re.compile(r",\s(?P<aside>[^,;:]{3,110}),\s")
_RELATIVE = re.compile(r"(?:who|which|whose|where)\b")
_INSERTED = re.compile(r"\s[—–]\s[^—–]{3,110}\s[—–](?=\s)|\s\([^()]{2,80}\)")
_AND_VERB = re.compile(r",?\sand\s(?:has |have |had |was |were |is |are |will )?(?=[a-z]+\b)")
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|per ?cent|p\.m|a\.m)"
_AMOUNT = re.compile(
    r"\b(?:(?:at least|about|some|around|nearly|more than|up to|roughly|approximately|almost|over|several|a few|many|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|[\d][\d,.]*))\s)*"
    r"(?:(?:hundreds|thousands|dozens|scores|tens of thousands) of|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|dozen|million|\d[\d,.]*))"
    r"\s(?:of\s(?=them\b|the\b|its\b))?"
    rf"(?=[a-z])(?!{_UNIT})",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:at least |some |more than |several |many )*(?:hundreds|thousands|dozens|scores|several hundred|"
    rf"several thousand|a number|a few|several|dozen) (?:of )?(?=[a-z])(?!{_UNIT})",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:when|while|after|before|as|if|although|though|because|since|asked|where|who|which|that|but|and|or|despite|"
    r"whether|until|unless|by|with|for|from)\b",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"(?:this|that|these|those|it|its|he|his|she|her|they|their|such|there|both)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Without them a sentence says something else.
_KEPT = re.compile(
    r"(?:former|alleged|suspected|planned|proposed|attempted|possible|potential|would-be|fake|false|first|second|third|"
    r"last|next|only|no|not|never|half|second-largest|largest|biggest|smallest|least|most|more|less|fewer|new|old|"
    r"future|acting|deputy|vice|assistant|ex|anti|non|pro)"
)
_BEFORE_NOUN = frozenset(("the", "a", "an", "its", "their", "his", "her", "this", "that", "of", "in", "at"))
_ENDS = " ,;:–—"
_STOPS = re.compile(r"[;:]\s")
_SPACE = re.compile(r"\s+")


def shortened(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> tuple[Claim, ...]:
    """What the claims say in fewer words, as claims of their own that the gate has yet to pass.

    The main clauses of each, and what it has in common with the claims of other origins that are most like it.
    Quotations and opinions are left whole.
    """
    plain = [
        claim
        for claim in claims
        if claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION} and not claim.attributed_to
    ]
    found: dict[str, Claim] = {}
    near = _nearest(plain, origin_of)
    for claim in plain:
        texts = [text for text in main_clauses(claim.text) if _tells(text, _FEWEST_TELLING - 1)]
        for other in near[claim.id]:
            parts = common_parts(claim.text, [piece.quote for piece in other.evidence])
            texts += [text for text in parts if _tells(text, _FEWEST_TELLING)]
        for text in dict.fromkeys(texts):
            key = claim_id(text, None, claim.evidence)
            found[key] = claim.model_copy(
                update={"id": key, "text": text, "verified": Verification.MECHANICAL, "score": None}
            )
    return tuple(found.values())


def _tells(text: str, fewest: int) -> bool:
    """False where so little is left that sentences about other things say it too, or whom it is about stands before."""
    if _ANAPHOR.match(text):
        return False
    facts = bool(quantities(text)) + bool(mentions(text))
    told = [senses for word, senses in meant(text).items() if word not in name_concepts(text)]
    return len(told) >= fewest - 2 and len(questions(text)) + facts >= fewest


def _nearest(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Mapping[str, Sequence[Claim]]:
    """For each claim the claims of other origins that share most of its rare senses, best first."""
    words = {
        claim.id: frozenset().union(*questions(claim.text)) for claim in claims if is_english(claim.text)
    }
    weights = rarity(words.values(), smooth=True)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for word in words.get(claim.id, ()):
            index[word].append(number)
    homes = [origin_of.get(claim.article_ids[0]) for claim in claims]
    near: dict[str, list[Claim]] = {}
    # Claims about one event ask the same again and again.
    having: dict[frozenset[str], tuple[float, set[int]]] = {}
    for claim, home in zip(claims, homes, strict=True):
        asked = questions(claim.text) if claim.id in words else ()
        for senses in asked:
            if senses not in having:
                rarest = max(weights.get(sense, 0.0) for sense in senses)
                having[senses] = rarest, set().union(*(index[sense] for sense in senses))
        shared = Counter(chain.from_iterable(having[senses][1] for senses in asked))
        weight = {
            number: 0.0
            for number, count in shared.items()
            if count >= _FEWEST_SHARED and homes[number] != home
        }
        for senses in asked:
            rarest, numbers = having[senses]
            for number in weight.keys() & numbers:
                weight[number] += rarest
        others = sorted(weight, key=lambda number: (-weight[number], number))
        near[claim.id] = [claims[number] for number in others[:_OTHERS]]
    return near


def common_parts(text: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What the text says, in its words, that the quotes have words for too; none of a text with quotation marks.

    Who is named as the speaker behind the statement stays behind it.
    """
    whole = " ".join(text.split())
    if QUOTED.search(whole) or whole.endswith("?") or not is_english(whole):
        return ()
    there = answers(quotes)
    numbers = {bound for quote in quotes for each in quantities(quote) for bound in (each.low, each.high)}
    attribution = _ATTRIBUTION.search(whole)
    tail = attribution[0].rstrip(".") if attribution else ""
    core = whole[: attribution.start()] if attribution else whole.rstrip(".")
    found: dict[str, None] = {}
    for phrases in _phrased(core):
        kept = _kept(phrases, there, numbers)
        if kept is None or len(kept.split()) < _FEWEST_WORDS:
            continue
        statement = f"{kept[:1].upper()}{kept[1:]}{tail}."
        if statement != whole:
            found.setdefault(statement, None)
    return tuple(found)


@lru_cache(maxsize=1024)
def _phrased(core: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of each form of the sentence that can stand alone, those before a semicolon or colon."""
    # "Hundreds" and "at least several hundred" may both be there, and neither carry the other.
    forms = dict.fromkeys(plain for form in _forms(core) for plain in (form, _VAGUE.sub("", form)))
    return tuple(
        tuple(_PHRASE.split(_STOPS.split(form, maxsplit=1)[0]))
        for form in forms
        if not _SUBORDINATE.match(form)
    )


def forms(core: str) -> tuple[str, ...]:
    """The sentence as it is, without what leads in, and without its asides."""
    found = [core]
    found += [bare for form in found[:1] if (bare := _INSERTED.sub("", form)) != form]
    found += [form[lead.end() :] for form in list(found) if (lead := _LEAD.match(form))]
    for form in list(found):
        for aside in _ASIDE.finditer(form):
            behind = LIST.match(form, aside.end())
            listed = (behind is not None and not VERB.search(behind[0])) or (
                LIST.match(form, aside.start("aside")) and not _RELATIVE.match(aside["aside"])
            )
            if len(aside["aside"].split()) <= _LONGEST_ASIDE and not listed:
                found.append(f"{form[: aside.start()]} {form[aside.end() :]}")
    return tuple(dict.fromkeys(" ".join(form.split()) for form in found))


def _forms(core: str) -> Iterator[str]:
    """The forms of the sentence, and its subject with its second verb."""
    found = list(forms(core))
    for form in tuple(found):
        found += [" ".join(second.split()) for second in _second_verbs(form)]
    yield from dict.fromkeys(found)


def _second_verbs(form: str) -> Iterator[str]:
    """ "X did this and did that" → "X did that": the subject is what stands before the first verb."""
    first = VERB.search(form)
    if first is None or not 0 < len(form[: first.start()].split()) <= _LONGEST_ASIDE:
        return
    subject = form[: first.start()].strip()
    if re.search(r"[,;:]|\b(?:and|or|who|which|that|when|if)\b", subject):
        return
    for joint in _AND_VERB.finditer(form, first.end()):
        rest = form[joint.start() :].lstrip(", ").removeprefix("and ")
        if VERB.match(rest) is not None:
            yield f"{subject} {rest}"


def _kept(phrases: Sequence[str], there: frozenset[str], numbers: set[Decimal]) -> str | None:
    """The main clause and what follows it as far as it is answered, None where the clause itself is not."""
    kept: list[str] = []
    main, dropped = False, False
    for position, phrase in enumerate(phrases):
        bare = _bared(phrase, there, numbers)
        answered = _answered(bare, there, numbers)
        if not main:
            if not answered:
                return None
            kept.append(bare)
            main = VERB.search(bare if position else bare.partition(" ")[2]) is not None
        elif (
            answered
            and (not dropped or _WHEN.match(bare))
            and not LIST.match(" ".join(phrases[position - 1 :]))
        ):
            kept.append(bare)
        elif completes(phrase):
            return None
        else:
            dropped = True
    if not main:
        return None
    return _SPACE.sub(" ", " ".join(kept)).strip(_ENDS)


def _answered(phrase: str, there: frozenset[str], numbers: set[Decimal]) -> bool:
    return not any(senses.isdisjoint(there) for senses in meant(phrase).values()) and all(
        each.vague or each.low in numbers or each.high in numbers for each in quantities(phrase)
    )


def _bared(phrase: str, there: frozenset[str], numbers: set[Decimal]) -> str:
    """The phrase without amounts and words before a noun that nothing answers to."""
    if any(each.low not in numbers and each.high not in numbers for each in quantities(phrase)):
        phrase = _AMOUNT.sub("", phrase)
    gone: list[tuple[int, int]] = []
    before = ""
    for word, following, start, end in _next_to_each_other(phrase):
        if (
            following
            and any(senses.isdisjoint(there) for senses in meant(word).values())
            and _spared(word, before, following)
        ):
            gone.append((start, end))
        else:
            before = word.lower()
    for start, end in reversed(gone):
        phrase = phrase[:start] + phrase[end + 1 :]
    return phrase


@lru_cache(maxsize=4096)
def _next_to_each_other(phrase: str) -> tuple[tuple[str, str, int, int], ...]:
    """Each word but the last, with the word that only a space parts from it, if any, and where it begins and ends."""
    return tuple(
        (
            word[0],
            following[0] if phrase[word.end() : following.start()] == " " else "",
            word.start(),
            word.end(),
        )
        for word, following in pairwise(_WORD.finditer(phrase))
    )


@lru_cache(maxsize=8192)
def _spared(word: str, before: str, following: str) -> bool:
    """True for an adjective or a noun before a noun, where leaving it away changes no sense."""
    low, after = word.lower(), following.lower()
    if low in STOP_WORDS or after in STOP_WORDS or _KEPT.fullmatch(low) or low.endswith("ly"):
        return False
    if VERB.fullmatch(low) or VERB.fullmatch(after) or after.endswith("ed"):
        return False
    return not (low.endswith(("ed", "ing")) and before not in _BEFORE_NOUN)
