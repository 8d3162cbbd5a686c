"""A sentence's main clause as a sentence of its own: in a headline, in a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from conspectus.consolidate.agreement.carrying import is_english
from conspectus.consolidate.language.clauses import LIST, VERB, tells
from conspectus.model.evidence import CitedSentence, Claim, Verification
from conspectus.verification.citing import carries

FEWEST_WORDS = 5
"""Words that a clause has at the least."""

# "Mina Dorn, who is nine", "Mina Dorn, the girl who waited": the verb is not hers.
_RELATIVE = re.compile(
    r",\s(?:(?:an?|the|its|his|her|their)\s[^,]*?\s)?(?:who|which|whose|where|when|whom)\b.*$"
)
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
_INSERTED = re.compile(r"\s[—–]\s[^—–]{3,110}\s[—–](?=\s)|\s\([^()]{2,80}\)")
_RELATES = re.compile(r"(?:who|which|whose|where)\b")
# A clause may end where the main clause does, and not within "1,900 jobs" or "6:40 a.m.".
_CLAUSE_END = re.compile(
    r"[,:](?!\d)| — | – |;| \b(?:as|after|while|because|which|who|amid|in a|in what|with)\b "
)

SAYS = re.compile(
    r"\b(?:said|says?|told|according to|announced|reported(?:ly)?|claim(?:s|ed)|declared|estimated|confirmed|"
    r"wrote|writes|denie[sd]|insist(?:s|ed)|argue[sd]|alleged(?:ly)?|testified|believes?|thinks?|warned)\b"
)
"""Where a sentence gives somebody's word for what it says."""

# "…, killing fish and closing the port" is no list.
_DOING = re.compile(r"\s?[a-z]+ing\s")
_SPEAKER = re.compile(
    r",\s(?:according to [^,;]{2,60}|[^,;]{2,50}\s"
    r"(?:said|says|announced|reported|confirmed|showed|shows|suggests?|suggested)"
    r"(?:\s(?:(?:late|early|earlier)\s)?(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
    r"(?:\s(?:morning|afternoon|evening|night))?)?)$"
)

LABELLED = re.compile(r"\W*[^\W\d_][\w’' -]{1,24}:\s")
"""Where a sentence opens with a label: of what the "Size: 6,400 acres" is, stands above it."""

_BACKGROUND = re.compile(r"\W*\s(?:after|before|when|because|while|since)\b")
# A participle is no verb of its own: "the report, dated Thursday".
_PARTICIPLE = re.compile(r",\s[a-z]+(?:ed|ing)\b.*$")
_JOINT = re.compile(
    r"\b(?:when|where|while|because|that|if|whose)\s|\b(?:as|after|before|since|until)\s(?=the |its |their |[A-Z])"
)
_LONGEST_ASIDE = 14
_COMPARED = re.compile(r"\s?as\s[a-z]+\sas\b|\s?as\s(?:much|many|well|long|far|soon)\b")


def forms(core: str) -> tuple[str, ...]:
    """The sentence as it is, without what leads in, and without its asides."""
    found = [core]
    found += [bare for form in found[:1] if (bare := _INSERTED.sub("", form)) != form]
    found += [form[lead.end() :] for form in list(found) if (lead := _LEAD.match(form))]
    for form in list(found):
        for aside in _ASIDE.finditer(form):
            behind = LIST.match(form, aside.end())
            listed = (behind is not None and not VERB.search(behind[0])) or (
                LIST.match(form, aside.start("aside")) and not _RELATES.match(aside["aside"])
            )
            if len(aside["aside"].split()) <= _LONGEST_ASIDE and not listed:
                # Who says it stays parted from what is said.
                comma = "," if _SPEAKER.fullmatch(form, aside.end() - 2) else ""
                found.append(f"{form[: aside.start()]}{comma} {form[aside.end() :]}")
    return tuple(dict.fromkeys(" ".join(form.split()) for form in found))


def cuts(text: str) -> Iterator[str]:
    """What the sentence says up to the ends of its clauses, without lead-ins and asides as well as with them.

    Each tells something, in the sentence's own words and without its full stop. Whether the sentence bears it out, the
    gate has to say. Who is named behind the sentence as its speaker stays there.
    """
    core = text.rstrip(".")
    said = _SPEAKER.search(core)
    for form in forms(core):
        ends = [
            end.start()
            for end in _CLAUSE_END.finditer(form)
            if end[0] != "," or not LIST.match(form, end.end() + 1) or _DOING.match(form, end.end())
        ]
        for end in (*ends, len(form)):
            wording = form[:end].strip(" ,;:–—")
            if (
                len(wording.split()) >= FEWEST_WORDS
                and tells(_PARTICIPLE.sub("", _RELATIVE.sub("", wording)), core)
                and _whole(wording, form)
            ):
                yield wording if said is None or SAYS.search(wording) else f"{wording}{said[0]}"


def _whole(wording: str, form: str) -> bool:
    """False where the last clause has no verb yet ("when systems at Quillpay"), or a comparison no second half."""
    if _COMPARED.match(form, len(wording)):
        return False
    joints = [joint.end() for joint in _JOINT.finditer(wording)]
    return not joints or not is_english(wording) or VERB.search(wording[joints[-1] :]) is not None


def cut_out(wording: str, claim: Claim, published: Mapping[str, date | None]) -> CitedSentence | None:
    """The wording of a part of the claim, with a capital, or None where the claim's evidence does not carry it.

    Nor does it where the claim says who says so, and the wording would not.
    """
    text = f"{wording[:1].upper()}{wording[1:]}"
    _, _, behind = claim.text.partition(wording.rstrip("."))
    if SAYS.search(claim.text) and not SAYS.search(text) and not _BACKGROUND.match(behind):
        return None
    if not carries(claim.evidence, text, published):
        return None
    whole = text.removesuffix(".") == claim.text.removesuffix(".")
    verified = claim.verified if whole else Verification.MECHANICAL
    return CitedSentence(text=text, claim_ids=(claim.id,), verified=verified)
