"""How a sentence denies the one before it, by language."""

from __future__ import annotations

import re

_NOUNS = (
    "claim|charge|accusation|allegation|account|report|estimate|figure|number|suggestion|version|story|idea|criticism|"
    "rumou?r|assertion|count|verdict|finding|notion|argument|explanation|description|theory|interpretation"
)
_DENY = (
    r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|contradict(?:s|ed)?|contest(?:s|ed)?|dismiss(?:es|ed)|"
    r"refut(?:es|ed)|rebut(?:s|ted))"
)
_FALSE = (
    r"(?:not (?:true|so|the case|correct|accurate)|untrue|false|nonsense|a lie|lies|invented|rubbish|incorrect|"
    r"absurd|made up|fiction|baseless|unfounded|a (?:myth|fairy ?tale|fantasy|fabrication|smear|slander)|fabricated|"
    r"wide of the mark)"
)
_SIMPLY = r"(?:(?:simply|just|plainly|quite|completely|utterly|a|an) )?"
_END = r"(?=\W*$|[.;:”\"]|, (?:said|says|he|she|and|but|too)\b| (?:and|but|on|too|yesterday|outright|as)\b)"
_AUX = r"(?:has|had|have|did|does|do|was|were|is|are)(?: not|n[’']t)"

DENIED = {
    "en": re.compile(
        rf"\b{_DENY} (?:that|this|it|them|both|any such \w+|such \w+){_END}"
        rf"|\b(?:rul(?:es|ed) (?:that|this|it) out|(?:had|has) ruled (?:that|this|it) out)\b"
        rf"|\b(?:[Tt]hat|[Tt]his|[Ii]t)(?: is| was|[’']s) {_SIMPLY}{_FALSE}\b"
        rf"|\bcall(?:s|ed) (?:it|that|this|them|the (?:{_NOUNS})s?) {_SIMPLY}{_FALSE}\b"
        rf"|\b(?:kn[eo]ws?|had|has|have)(?: of)? (?:nothing|no knowledge) (?:of|about) (?:it|that|this|them){_END}"
        rf"|\bnothing of the (?:kind|sort)\b"
        rf"|\b(?:[Nn]one|[Nn]ot a word|[Nn]othing) of (?:this|that|it) (?:is|was) (?:true|so|right|correct)\b"
        rf"|^[“\"]?(?:Not so|Not true|Wrong|Nonsense|Rubbish|Untrue|Far from it|Quite the (?:opposite|contrary)|Absurd|"
        rf"Lies)\b[,.!;:]"
        rf"|^[“\"]?(?:It|He|She|They|There) {_AUX}(?=\W*$|;|:| [–—])"
        r"|^(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z])[\w’'-]*(?: [\w’'-]+){0,3} (?:does|do|did)(?: not|n[’']t)\W*$"
        rf"|\b(?:said|says|insists?|insisted|replied) (?:that )?(?:it|he|she|they|there) {_AUX}\W*$"
        r"|\blaugh(?:s|ed) (?:at (?:that|this|it)\b|"
        r"(?:when|as) (?:he|she|they) (?:hears?|heard|reads?) (?:of )?(?:that|this|it)\b)"
    ),
    "es": re.compile(
        r"\b(?:lo|la|los|las) (?:nieg\w+|neg(?:ó|aron|aba)|desm(?:iente\w*|int\w+)|rechaz\w+|discut\w+)\b"
        r"|\b(?:nieg\w+|neg(?:ó|aron)|desm(?:iente\w*|intió|intieron)|rechaz\w+)\b[^.;,]{0,40}\b"
        r"(?:tal|tales|dich[oa]s?|es[oae]s?|est[oae]s?)\b"
        r"|\b(?:[Nn]o es (?:cierto|verdad|así)|[Ee]s (?:falso|mentira))\b"
        r"|^«?(?:Falso|Mentira|En absoluto|Al contrario)\b[,.!:»]"
    ),
    "fr": re.compile(
        r"\b(?:le|la|les|l[’']) ?(?:nie|nient|a nié|dément\w*|conteste\w*|réfute\w*)\b"
        r"|\b(?:nie|nient|dément\w*|conteste\w*|réfute\w*|rejett?e\w*)\b[^.;,]{0,20}\b(?:cela|ce|cet|cette|ces|ça)\b"
        r"|\b(?:[Cc]e n[’']est pas (?:vrai|exact)|[Cc][’']est faux|[Ii]l n[’']en est rien)\b"
        r"|^(?:« ?)?(?:Faux|Archifaux|Pas du tout|Au contraire)\b[,.!: ]"
    ),
    "de": re.compile(
        r"\b(?:bestreite\w*|bestritt\w*|dementier\w*|widersprich\w*|widersprach\w*|wei(?:st|sen)|wies\w*)\b"
        r"[^.;,]{0,20}\b(?:das|dies|dem|es|diese\w*)\b(?=[.;,]| zurück| energisch| entschieden)"
        r"|\b(?:[Dd]as|[Dd]ies|[Dd]em) (?:\w+ ){0,3}(?:bestreite\w*|bestritt\w*|widersprich\w*|widersprach\w*|"
        r"dementier\w*)\b"
        r"|\b(?:[Dd]as|[Dd]ies) (?:sei|ist|war|wäre) (?:\w+ )?(?:falsch|unwahr|nicht wahr|nicht richtig|Unsinn|gelogen|"
        r"erfunden|unzutreffend)\b|\b[Dd]avon (?:kann|könne) (?:\w+ )?keine Rede sein\b"
        r"|^„?(?:Falsch|Unsinn|Quatsch|Stimmt nicht|Im Gegenteil|Keineswegs|Mitnichten)\b[,.!:“]"
        r"|\b(?:[Dd]as|[Dd]ies) (?:stimmt (?:so )?nicht|ist (?:falsch|gelogen|unwahr|nicht wahr))\b"
        r"|\bwei(?:ß|ss) (?:\w+ ){0,2}davon nichts\b|\bwissen (?:\w+ ){0,2}davon nichts\b"
    ),
    "pt": re.compile(
        r"\b(?:nega|negam|negou|negaram|desment\w+|rejeit\w+) (?:isso|isto|tal|ess[ea]s?|est[ea]s?|dit[oa]s?)\b"
        r"|\b[Nn]ega-[oa]s?\b|\b[oa] (?:nega|negou|desment\w+)\b"
        r"|\b(?:[Nn]ão é (?:verdade|assim)|[Éé] (?:falso|mentira))\b"
    ),
    "it": re.compile(
        r"\b(?:lo|la|li|le) (?:nega\w*|ha negato|smentisc\w+|ha smentito|contesta\w*)\b"
        r"|\b(?:nega\w*|smentisc\w+|smentit\w+|respinge\w*) (?:quest[oaie]|tal[ei])\b"
        r"|\b(?:[Nn]on è (?:vero|così)|[Èè] falso)\b"
    ),
    "nl": re.compile(
        r"\b(?:ontken\w+|betwist\w*) (?:dat|dit)(?=[.;,]|$)|\bspreekt (?:dat|dit) tegen\b"
        r"|\b(?:[Dd]at|[Dd]it) (?:klopt|is) niet(?: waar)?\b"
    ),
}
"""Denials of what was said before, in words that say no more of it than "it"."""
