"""Whether a sentence leans on the one before it: who "she" is, or what came "ten minutes later", stands there."""

from __future__ import annotations

import re

from conspectus.caching import WHILE_RUNNING
from conspectus.text.caseless import Caseless
from conspectus.text.facts.names import names

_NUMBER = (
    r"(?:\d[\d.,]*|a few|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|an?|some|many|most|all|none|half|both)"
)
_OPENING = Caseless(
    r"[\W\d_]*(?:"
    # English: pronouns, what links to the sentence before, and times counted from what it tells.
    r"(?:this|these|those|that|it|its|they|their|them|he|his|him|she|her|hers|such|both|neither|either|so|instead|"
    r"still|yet|but|and|or|nor|however|meanwhile|moreover|furthermore|nonetheless|nevertheless|also|another|others|"
    r"asked|then|there|here|among them|the same|the (?:latter|former)|for them|as for|in turn|in return|by then|"
    r"since then|until then|at (?:that|the same) time|(?:that|the next|the following|the same) "
    r"(?:day|morning|afternoon|evening|night|week|month|year)|the (?:day|week|month|year) (?:after|before)|"
    r"the (?:other|rest|remaining)|soon (?:after|afterwards)|(?:later|earlier)(?! (?:this|last|in|on)\b)|"
    r"afterwards|not (?:so|that|this|one)|"
    r"in (?:all|both|neither|either) cases|in (?:addition|contrast|response|reply)|despite (?:this|that)|even so)\b|"
    r"(?:in|on|at|of|for|to|by|from|with|under|after|before|during|through) "
    r"(?:its|his|her|their|it|him|them|this|that|these|those|each|such|which)\b|"
    rf"{_NUMBER} (?:(?:of|among) (?:them|these|those|which|whom)|(?:second|minute|hour|day|week|month|year)s? "
    r"(?:later|earlier|before|after(?:wards)?),?|(?:were|are|was|is|had|have|has|did|do|said))\b|"
    # German, French and Spanish: the same, as far as the word can be nothing else at the head of a sentence.
    r"(?:er|dies(?:er|e|es|em|en)?|damit|dort|dabei|dafür|dagegen|davon|dazu|damals|danach|deshalb|daher|darauf|"
    r"darin|daran|darunter|zudem|außerdem|zugleich|ihm|ihn|ihr|ihre|ihrem|ihren|ihrer|sein|seine|seinem|seinen|"
    r"seiner|auch|aber|doch|denn)\b|"
    # "Das ist", not "das Gericht".
    r"das (?:ist|war|sei|wäre|wird|werde|würde|hat|habe|hatte|hätte|kann|könnte|soll|sollte|muss|müsse|darf|dürfe|geht|"
    r"ging|gilt|gelte|galt|sagt|sagte|teilte|berichtete|bedeutet|bedeute|heißt|heiße|alles|zeigt|zeige)\b|"
    r"(?:ils?|elles?|celui|celle|ceux|cela|ça|cette|ces|cet|leurs?|son|sa|ses|puis|ensuite|mais|aussi|"
    r"en outre)\b|"
    r"(?:él|ellos?|ellas?|esto|eso|ese|esa|esos|esas|este|estos|estas|allí|ahí|de ahí|después|luego|también|pero|"
    r"además|sus?)\b|"
    # "Le dijo", not "le parti".
    r"les? (?:\w+(?:ó|aron|ieron|eron|aba|aban|ía|ían|ará|arán)|dijo|dio|hizo|puso|ha|han|fue|queda|quedan|falta|"
    r"faltan)\b)",
)
# "It is not known whether", "there were no survivors": nothing before is meant.
_NOBODY = Caseless(
    r"\W*(?:it (?:is|was|remains|remained|has|had|became) "
    r"(?:(?:also|still|not|yet|now|been|so|far|never|widely|immediately|long) )*"
    r"(?:un)?(?:clear|known|likely|certain|possible|expected|understood|thought|believed|hoped|feared|told|agreed|"
    r"estimated),? (?:that|whether|how|who|what|why|when|where|if)\b|"
    r"there (?:is|are|was|were|has been|have been|had been|will be) )",
)
# "On Friday it had to", "In April 2024 it took": behind its day stands who nobody knows; "of those who used to." what.
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|\d{1,4}|early|late|mid|last|this|that|week|month|year|morning|afternoon|evening|night|spring|summer|"
    r"autumn|winter)"
)
_BEHIND_A_DAY = Caseless(
    rf"\W*(?:(?:on|in|at|by|since|earlier|later)\s)?{_DAY}(?:\s{_DAY}){{0,3}},?\s(?:it|he|she|they)\s",
)
_UNFINISHED = re.compile(
    r"\b(?:used to|did so|do so|did not|does not|have not|was not|were not|the same|as well)[.”\"’']*$"
)
# "she said" in a sentence that has nobody whom she could be.
_PERSON = Caseless(r"\b(?:he|she|him|her|his|hers)\b")
_SOMEBODY = re.compile(
    r"\b(?:man|men|woman|women|boy|girl|child|mother|father|son|daughter|wife|husband|who|whose|whom|owner|driver|"
    r"assistant|accountant|attendant|applicant|consultant|defendant|migrant|inhabitant|lieutenant|merchant|participant|"
    r"servant|sergeant|tenant|agent|client|correspondent|parent|patient|president|resident|student|superintendent|"
    # Of words in "-er" and "-or" not those that link, compare or count, and few things.
    r"(?!(?:after|answer|better|centimeter|corner|cover|door|earlier|either|error|ever|factor|fewer|floor|for|former|"
    r"further|greater|her|higher|however|larger|later|letter|longer|lower|major|matter|meter|minor|motor|neither|never|"
    r"nor|number|offer|or|order|other|over|paper|power|prior|quarter|rather|river|sector|smaller|summer|together|tower|"
    r"under|water|weather|whether|winter)\b)[a-z]+(?:er|or)|[a-z]+(?:man|woman|ist|ian))\b"
)


@WHILE_RUNNING.keep(most=16384)
def leans(text: str) -> bool:
    """True where the text opens with what only the sentence before explains, or speaks of a person it does not name."""
    opens = _OPENING.match(text) and not _NOBODY.match(text)
    if opens or _BEHIND_A_DAY.match(text) or _UNFINISHED.search(text):
        return True
    person = _PERSON.search(text)
    if person is None:
        return False
    before = text[: person.start()]
    return not _SOMEBODY.search(before) and not any(
        len(name.words) > 1 or not name.initial for name in names(before)
    )
