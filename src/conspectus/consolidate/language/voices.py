"""Who says it, as a sentence names its speaker: by words, for what is compared is speakers, not persons."""

from __future__ import annotations

import re

from conspectus.caching import WHILE_RUNNING, kept
from conspectus.consolidate.language.voices_abroad import speaker_abroad
from conspectus.text.concepts import concepts
from conspectus.text.facts.words import STOP_WORDS

PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])
"""What a speaker is called where an earlier sentence named them."""

_VERBS = (
    "said|says|say|told|tells|added|adds|announced|reported|wrote|writes|confirmed|stated|insisted|insists|claimed|"
    "claims|counts|(?:has |have |had )?counted|estimates|estimated|argued|argues|explained|denied|denies|disputes|"
    "disputed|disagrees|believes|repeated|replied|warned|countered|counters|retorted|retorts"
)
# A run of letters that never ends is no name, and would be tried from each of its letters.
_WHO = r"[\w’'.&-]{1,64}(?:[ ,]{1,2}[\w’'.&-]{1,64}){0,5}?"
# A name that begins within a word begins with the word as well.
_ANEW = r"(?<![\w’'.&-])"
_SPEAKER = re.compile(
    rf"[Aa]ccording to (?P<a>[\w’'.&-]+(?: [\w’'.&-]+){{0,4}})"
    rf"|(?P<b>{_ANEW}{_WHO}),? (?:{_VERBS})\b"
    rf"|\b(?:said|says|added|adds|say) (?P<c>{_WHO})(?=[,.;]|$)"
)
# "The growers speak of", "the mayor has put the damage at": whose figure it is.
_FIGURES = re.compile(
    rf"(?P<who>{_ANEW}{_WHO}) (?:ha(?:s|ve|d) )?"
    r"(?:sp(?:eaks?|oke|oken) of|puts? (?:it|(?:the|its|their|that) [\w ]{3,25}) at)"
    r" (?=[\w ]{0,20}[$£€\d]|[\w ]{0,20}\b(?:hundred|thousand|million|dozen|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve))"
)
_INVERTED = re.compile(
    r",[”\"’]? (?:said|says|added|adds|told) "
    rf"(?P<who>(?=[A-Z]|an? |the |its |his |her |one |two |both ){_WHO})(?=[,.;]|$)"
)
_ASIDE = re.compile(r", (?:which|who|whose)\b[^,.;]*,")
_POSSESSED = re.compile(
    r"(?P<who>(?:[\w’'-]+ ){0,3}[\w-]+)[’']s (?:figure|count|list|number|estimate|total|version)\b"
)
_ATTRIBUTE = re.compile(r"\b(?:an?|the|its|their|his|her|any|of|in|at|for|with|under)$", re.IGNORECASE)
# "A third of the votes were counted", "was told": what is done to somebody is nobody's word.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: (?:\w+ly|not|yet|also|still|then|never)){0,2}$", re.IGNORECASE
)
_ENDS_PHRASE = re.compile(r".*[\"“”.;:!?]|.*,\s")


def speaker(text: str, language: str = "en") -> frozenset[str]:
    """The words that name who says it, lower-cased; empty where nobody is named."""
    # Whoever names the language and whoever does not ask the same.
    return _speaker(text) if language == "en" else speaker_abroad(text, language)


@WHILE_RUNNING.keep(most=8192)
def _speaker(text: str) -> frozenset[str]:
    text = _ASIDE.sub(",", text)
    inverted = _INVERTED.search(text)
    if inverted and (words := bare(inverted["who"])):
        return words
    for found in _SPEAKER.finditer(text):
        phrase = found["a"] or found["b"] or found["c"] or ""
        words = bare(_ENDS_PHRASE.sub("", phrase) if found["b"] else phrase)
        # "At an estimated cost" is nobody's word.
        if words and not (found["b"] and (_ATTRIBUTE.search(phrase) or _PASSIVE.search(phrase))):
            return words
    counting = _FIGURES.search(text)
    if counting and (words := bare(_ENDS_PHRASE.sub("", counting["who"]))):
        return words
    owner = _POSSESSED.search(text) if "’s " in text or "'s " in text else None
    return bare(owner["who"]) if owner else kept(())


def bare(phrase: str) -> frozenset[str]:
    """The words of a phrase that tell one speaker from another, lower-cased; a pronoun where there is nothing else."""
    words = re.findall(r"[^\W\d_]+", phrase.lower())
    telling = kept(word for word in words if word not in STOP_WORDS and len(word) > 1 and concepts(word))
    return telling or kept(word for word in words if word in PRONOUNS)
