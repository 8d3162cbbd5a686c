# ruff: noqa: SIM905 — a word list reads best as words
"""Content words: what is left of a sentence when its grammar is taken away.

Stems come from Snowball's English (Porter 2) stemmer, cached by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock

from conspectus.caching import WHILE_RUNNING, ByWord
from conspectus.text.facts.tokens import TOKENS_OF, Reading, pieces_of, read
from conspectus.text.normalise import plain
from conspectus.text.spaceless import pairs
from conspectus.text.stemmers import stemmer

STOP_WORDS = frozenset(
    """
    a an the this that these those it its itself he him his himself she her hers herself they them
    their theirs themselves we us our ours you your yours i me my mine who whom whose which what
    where when why how and or but nor so yet if then than as because since while although though
    whereas unless until after before of in on at by for with from to into onto upon about over
    under between among through during against within without across along around behind beyond near
    off out up down toward towards via per amid despite be am is are was were been being do does did
    doing done have has had having will would shall should can could may might must ought not no n't
    's ' also too very just only even still already both either neither each there here again once
    ever never more most much many some any all such own same other another few several however
    moreover meanwhile therefore thus hence instead otherwise nevertheless nonetheless indeed
    including said say says saying told tell tells one ones isn't aren't wasn't weren't don't
    doesn't didn't won't wouldn't can't cannot couldn't shouldn't hasn't haven't hadn't it'll
    they'll we'll i'm we're they're you're we've they've i've i'd he'd she'd they'd mr mrs ms dr
    """.split()
)

_IRREGULAR = {
    form: verb
    for verb, forms in (
        pair.split(":")
        for pair in """
    begin:began,begun become:became break:broke,broken bring:brought build:built buy:bought
    catch:caught choose:chose,chosen come:came deal:dealt draw:drew,drawn drive:drove,driven
    eat:ate,eaten fall:fell,fallen feel:felt fight:fought find:found flee:fled fly:flew,flown
    forget:forgot get:got,gotten give:gave,given go:went,gone grow:grew,grown hear:heard
    hide:hid,hidden hold:held keep:kept know:knew,known lay:laid lead:led leave:left lend:lent
    lose:lost make:made mean:meant meet:met pay:paid rise:rose,risen run:ran see:saw,seen
    seek:sought sell:sold send:sent shake:shook,shaken shoot:shot show:shown shrink:shrank,shrunk
    sink:sank,sunk sleep:slept speak:spoke,spoken spend:spent stand:stood steal:stole,stolen
    strike:struck swear:swore,sworn swim:swam take:took,taken teach:taught tear:tore,torn
    think:thought throw:threw,thrown understand:understood wake:woke wear:wore,worn win:won
    withdraw:withdrew,withdrawn write:wrote,written overtake:overtook,overtaken
    die:died,dying,dead,death,deaths fly:flight person:people,persons child:children man:men
    woman:women foot:feet sue:sued,sues,suing
    """.split()
    )
    for form in forms.split(",")
}

IRREGULAR_FORMS = frozenset(_IRREGULAR)
"""Forms of verbs and nouns that no ending tells."""
_PREFIXES = ("re", "over", "under", "out", "mis", "fore", "with")

_stemmer = stemmer("english")
# The stemmer keeps the word that it works on in itself: two threads would get each other's.
_alone = Lock()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-cased word; irregular forms, prefixed or not, share the stem of their verb or singular."""
    base = _IRREGULAR.get(word)
    if base is None:
        prefix = next((p for p in _PREFIXES if word.startswith(p) and word[len(p) :] in _IRREGULAR), "")
        base = prefix + _IRREGULAR[word[len(prefix) :]] if prefix else word
    with _alone:
        return str(_stemmer.stemWord(base))


@WHILE_RUNNING.keep(most=16384)
def content_words(text: str) -> tuple[str, ...]:
    """The lower-cased, lightly stemmed words of the text in order, without stop words, numbers and punctuation.

    Of scripts without spaces they are pairs of neighbouring characters.
    """
    plainly = plain(text).text
    if " 000" in plainly:
        return content_of(read(text))
    # Nothing else is asked of many a text, and to make its reading takes longer than this.
    return tuple(chain.from_iterable(map(_CONTENT.__getitem__, pieces_of(plainly))))


def _content(piece: str) -> tuple[str, ...]:
    return _stems([token.low for token in TOKENS_OF[piece]])


_CONTENT = ByWord(_content, most=32768)


def _stems(lows: Sequence[str]) -> tuple[str, ...]:
    telling = tuple(filter(_tells, lows))
    if all(map(str.isascii, telling)):
        return tuple(map(stem, telling))
    return tuple(each for low in telling for each in (pairs(low) or (stem(low),)))


def _tells(low: str) -> bool:
    return low[0].isalpha() and low not in STOP_WORDS


def content_of(reading: Reading) -> tuple[str, ...]:
    """The content words of a text that was read before."""
    return _stems(reading.lows)
