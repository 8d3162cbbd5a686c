"""Which language a text is in, by its script and its commonest words.

A library for this weighs 20 to 90 MB; articles are long enough for their function words to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

import regex

_LOOKED_AT: Final = 6_000
_ARTICLE: Final = 600
_FEWEST_WORDS: Final = 8
_LEAST_SHARE: Final = 0.12
_LEAD: Final = 1.35
_SAMPLE = regex.compile(r"[\p{L}\p{M}]+(?:['’]\p{L}+)?")
_ASCII_SAMPLE = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SCRIPTS: Final = (
    ("ja", regex.compile(r"[\p{Hiragana}\p{Katakana}]")),
    ("ko", regex.compile(r"\p{Hangul}")),
    ("zh", regex.compile(r"\p{Han}")),
    ("ar", regex.compile(r"\p{Arabic}")),
    ("he", regex.compile(r"\p{Hebrew}")),
    ("el", regex.compile(r"\p{Greek}")),
    ("ru", regex.compile(r"\p{Cyrillic}")),
    ("hi", regex.compile(r"\p{Devanagari}")),
    ("th", regex.compile(r"\p{Thai}")),
    ("latin", regex.compile(r"\p{Latin}")),
)
_NOT_LATIN = regex.compile("|".join(pattern.pattern for name, pattern in _SCRIPTS if name != "latin"))
# Letters that one language of a script has and the language named above has not.
_OTHERS: Final[Mapping[str, tuple[tuple[str, frozenset[str]], ...]]] = {
    "ar": (("ur", frozenset("ٹڈڑےں")), ("fa", frozenset("پچژگ"))),
    "ru": (("uk", frozenset("іїєґ")), ("be", frozenset("ў")), ("sr", frozenset("ђћџљњ"))),
}
_COMMON: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for it with as his on be at by i had not are but from or have an they "
        "which one you were her all she there would their we him been has when who will more no if out so "
        "said what its about than into them can only other new some could time these two may then do first "
        "any my now such like our over",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur "
        "oder aber vor zur bis mehr durch man sein wurde sei ihr seine wenn kann sagte diese unter ich "
        "einem doch",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec "
        "son aux d'un cette d'une ont ses mais comme on tout nous sa même été ou leur ces était elle fait "
        "deux selon après être avait dont sans peut ils lui vous je",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me "
        "si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde "
        "está porque según donde han yo quien nos",
        "it": "di e il la che in a per un è del non una i con le si della da sono al come più nel gli alla ha dei "
        "anche lo o dal ma su delle se questo nella ai sul tra stato ed alle era due dopo suo sua essere "
        "hanno così",
        "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu "
        "sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus "
        "quem são foi está às",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog "
        "naar heeft ze worden door over hij wordt die kan meer hebben deze al was wel geen tot zo werd zich "
        "hun dit onder ik we",
        "sv": "och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så "
        "kan när år hade nu där efter ska eller också mer hon under vid sin blev mot över detta skulle "
        "varit",
        "da": "og i at det er en til af den på for med som der de ikke har et han om var fra vi men sig kan så "
        "ved jeg skal efter eller havde ud også blev nu mere være mod da dem op hans hvor når hun blevet",
        "no": "og i det er på som en til for at av med har de ikke den han et om var fra vi men seg kan så jeg "
        "skal etter eller hadde ut også ble nå mer være mot da dem opp hans hvor når hun blitt sier ifølge",
        "pl": "w i na z się do nie że o jest to po za od przez jak dla ale który są co oraz ze tym czy już może "
        "ich jego był było przy tylko przed także która które tego lub roku pod został",
        "cs": "a v se na je že s z do o i to jako za by ale pro od po podle být jsou který jeho které také ve "
        "která už které k nebo až při jen byl roku ze bylo před",
        "tr": "ve bir bu da de için ile çok olarak daha olan gibi en sonra kadar ne ama var olduğu mi ise her o "
        "ancak değil iki yeni veya tarafından göre oldu olan",
        "id": "yang dan di dari untuk dengan pada ini dalam tidak itu akan ke adalah oleh juga sebagai telah "
        "karena ada mereka lebih bisa dapat saat kata tersebut tahun",
        "fi": "ja on ei että se oli hän mutta ovat myös kun kuin ole joka mukaan ollut voi jo niin olla tai sen "
        "vain hänen sekä jos mitä nyt vuoden",
        "hu": "a az és hogy nem is egy ez meg volt csak már mint még de ki van el ha szerint vagy fel azt lehet "
        "kell után minden",
        "ro": "de și în la a cu pe care că din pentru nu o un este mai au fost ca să se sau după prin fi lui dar "
        "ale cel această",
    }.items()
}
_LANGUAGES_OF: Final = {
    word: tuple(language for language, words in _COMMON.items() if word in words)
    for word in frozenset().union(*_COMMON.values())
}
# Common words of a language that English has, too: "Two die in hotel fire" is no German.
_ENGLISH_TOO: Final[Mapping[str, frozenset[str]]] = {
    "de": frozenset(("am", "an", "den", "die", "hat", "in", "man", "so", "war"))
}
_ELIDING: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("d", "qu", "j", "n", "s", "m", "c"), ("fr",)),
    "l": ("fr", "it"),
    **dict.fromkeys(("dell", "all", "nell", "dall", "sull", "un"), ("it",)),
}

KNOWN_LANGUAGES: Final = frozenset(
    {
        *_COMMON,
        *(name for name, _ in _SCRIPTS),
        *(other for others in _OTHERS.values() for other, _ in others),
    }
) - {"latin"}
"""Languages that can be told, by their codes."""


def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language, which say nothing of a text's subject; empty where they are not known."""
    return _COMMON.get(language, frozenset())


def detect_language(text: str) -> str | None:
    """The two-letter code of the language (ISO 639-1); None where the text is too short or could be in several.

    Looks at the first 6,000 characters. 29 languages are known; one of an unknown language in a known script may
    be taken for the script's largest.
    """
    sample = text[:_LOOKED_AT]
    return _told(sample) if len(sample) < _ARTICLE else _told_of_article(sample)


def _told(sample: str) -> str | None:
    if sample.isascii() or not _NOT_LATIN.search(sample):
        return _by_words(sample)
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    letters = sum(counts.values())
    if not letters:
        return None
    # Japanese writes most of its words in Han and what makes them Japanese in kana.
    if counts["ja"] * 8 > counts["zh"] and 3 * (counts["ja"] + counts["zh"]) > letters:
        return "ja"
    script, count = max(counts.items(), key=lambda each: each[1])
    if 2 * count < letters:
        return None
    if script != "latin":
        return _in_script(script, sample) if count >= _FEWEST_WORDS else None
    return _by_words(sample)


# Asked of an article when it is read, grouped and compared.
_told_of_article = lru_cache(maxsize=1024)(_told)


def _in_script(language: str, sample: str) -> str:
    for other, letters in _OTHERS.get(language, ()):
        if sum(character in letters for character in sample.casefold()) * 60 > len(sample):
            return other
    return language


def _by_words(sample: str) -> str | None:
    folded = sample.casefold().replace("’", "'")
    words = (_ASCII_SAMPLE if folded.isascii() else _SAMPLE).findall(folded)
    if len(words) < _FEWEST_WORDS:
        return None
    counts: dict[str, int] = {}
    telling = [*filter(None, map(_LANGUAGES_OF.get, words))]
    if "'" in folded:
        telling += [_elided(word) for word in words if "'" in word and word not in _LANGUAGES_OF]
    for languages in telling:
        for language in languages:
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return None
    best = max(counts, key=counts.__getitem__)
    count = counts.pop(best)
    second = max(counts.values(), default=0)
    # Where two are level, neither leads.
    if count < _LEAST_SHARE * len(words) or count < _LEAD * second:
        return None
    shared = _ENGLISH_TOO.get(best)
    return (
        best
        if shared is None or any(best in _LANGUAGES_OF.get(word, ()) for word in words if word not in shared)
        else None
    )


def _elided(word: str) -> tuple[str, ...]:
    """The languages that join their articles as in "l'eau" and "dell'anno"."""
    return _ELIDING.get(word.partition("'")[0], ())


def likeliest(text: str, languages: Iterable[str]) -> str | None:
    """That of the languages which has most of the text's words among its commonest; None where two have as many.

    For what is too short to show its language by itself, where it is known which it can be.
    """
    words = frozenset(_SAMPLE.findall(text.casefold()))
    counts = {language: len(words & common_words(language)) for language in languages}
    most = max(counts.values(), default=0)
    best = [language for language, count in counts.items() if count == most]
    return best[0] if len(best) == 1 else None


def spoken(text: str, usual: str | None) -> str | None:
    """The language of a sentence from an article in `usual`: what its words show, else that.

    It has to be told because a model may word in one language what an article says in another.
    """
    return detect_language(text) or (usual and main_language(usual))


def main_language(tag: str) -> str:
    """The language that a tag of one with its country or script names: "de" of "de_AT"."""
    return tag.lower().replace("_", "-").partition("-")[0]


_NAMES: Final[Mapping[str, str]] = {
    "ar": "Arabic", "be": "Belarusian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """The English name of a language; its code where the name is not known."""
    return _NAMES.get(code, f"the language {code!r}")
