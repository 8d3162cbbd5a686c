# ruff: noqa: SIM905 — a word list reads best as words
"""Senses: what a sentence's words can mean, so that "lost their lives" and "were killed" meet.

A wider and finer thesaurus than `concepts`: a word may have several senses, phrases have one, and nouns share that of
their verb. It only proposes that two statements are the same; it vouches for nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from conspectus.caching import WHILE_WEIGHED
from conspectus.text.alternatives import sooner
from conspectus.text.concepts import NO_SUBJECT
from conspectus.text.facts.words import content_words, stem

_PHRASES = (
    (r"(?:los[et]|loses|losing) (?:their|his|her|its) li(?:fe|ves)", "die"),
    (r"(?:cost|costs|claimed|claims) (.{1,40}?) (?:(?:their|his|her) )?li(?:fe|ves)\b", r"die \1"),
    (r"died of (?:their|his|her) (?:injuries|wounds)", "die"),
    (r"step(?:s|ped|ping)? down|stood down|left (?:his|her|their) posts?", "resign"),
    (r"(?:lay|lays|laid|laying)[ -]offs?|let go|make redundant|made redundant", "dismiss"),
    (r"(?:call|calls|called|calling|take|takes|took|taken) back", "recall"),
    (r"(?:br(?:ing|ings|ought)|came|come|comes) down|g[ai]ve(?:s|n)? way|caved in", "collapse"),
    (r"bl[oe]w(?:n|s)? up|went off", "explode"),
    (r"(?:shut|shuts|close|closes|closed|shutting|closing) down", "close"),
    (r"turn(?:s|ed)? down|vote[ds]? down", "reject"),
    (r"call(?:s|ed)? off", "cancel"),
    (r"put(?:s)? off|push(?:ed|es)? back", "postpone"),
    (r"t(?:ake|akes|ook|aken) place", "happen"),
    (
        r"br(?:eak|eaks|oke|oken) out|g[oe]t(?:s)? under ?way|t(?:ake|akes|ook) effect|came into force",
        "begin",
    ),
    (r"(?:beg[aiu]ns?|start(?:s|ed)?) (?=to [a-z]|[a-z]+ing\b)", ""),
    (r"broke (?:into|in)\b", "burgle"),
    (r"made off with", "steal"),
    (r"walk(?:s|ed)? out|down(?:ed)? tools|industrial action", "strike"),
    (r"unaccounted for", "missing"),
    (r"(?:under|in) (?:arrest|custody)|into custody", "arrest"),
    (r"set (?:fire to|alight|ablaze)|caught fire|went up in flames", "burn"),
    (r"put out (?=the (?:fire|blaze|flames))", "extinguish "),
    (r"taken out|take out|takes out|cut out", "remove"),
    (r"to blame", "blame"),
    (r"had to leave (?=their|her|his)", "evacuate "),
    (r"(?:had|without|has|have) no (?:power|electricity)", "without power"),
    (r"in favou?r of|voted for|votes for", "approve vote"),
    (r"artificial intelligence", "ai"),
    (r"chief executives?(?: officers?)?", "ceo"),
    (r"interest rates?", "interest rate"),
)
_GROUPS = """
die kill dead death fatality fatal perish
injure injury hurt wound
burn fire blaze flame burnt
begin start launch commence onset
end stop cease halt discontinue scrap abandon axe drop
collapse topple cave fell break burst
fall decline decrease drop lower cut reduce reduction slash shrink slump
raise increase lift hike rise grow growth climb gain
explode explosion blast detonate
steal theft stole rob robbery
dismiss layoff sack redundant redundancy shed eliminate cut axe slash
job position post role
unit division arm subsidiary
company firm
worker employee staff staffer
fire dismiss
job position post role employee worker staff workforce headcount
resign resignation quit
appoint appointment name
buy purchase acquire acquisition takeover
sell sale
offer bid
vote ballot
approve approval pass adopt back endorse vote
reject refuse rejection refusal
deny denial reject refute
announce announcement disclose reveal unveil
confirm confirmation acknowledge
accuse accusation
blame fault
cause reason
investigate investigation inquiry probe
evacuate evacuation
rescue save
missing unaccounted
close closure shut
delay postpone defer
cancel scrap
ban prohibit outlaw
order instruct command
sentence jail imprison
prison jail
convict conviction
acquit acquittal clear
sue lawsuit
fine penalty
strike walkout stoppage
strike hit rock shake
protest demonstrate demonstration rally
boat ship vessel ferry
plane aircraft jet airliner
car vehicle
lorry truck
bus coach
child kid
schoolchild pupil
doctor physician
home house
shop store
police officer detective constable
firefighter fireman
arrest detain detention
lawmaker deputy legislator parliamentarian
councillor council
quake earthquake tremor
storm hurricane typhoon cyclone
electricity power
outage blackout
money fund cash
profit earning
revenue turnover sale
customer client
resident inhabitant occupant
expect forecast predict
build construct erect construction
destroy destruction wreck gut
move shift transfer relocate relocation
keep retain
remain stay
find discover discovery
warn warning alert caution
receive reception
cut slice
recall withdraw withdrawal
lose loss
decide decision
collide collision crash
expand expansion
extend extension
suspend suspension
admit admission
fail failure
produce production
reduce reduction
remove removal
elect election
depart departure leave
arrive arrival reach
refund reimburse
manufacturer maker
plant factory works
seal sealing
pass pact
hand deliver delivery
join merge merger
leak leaked
site location
coastguard coastguards
toll death
victim dead
allege allegation
claim allegation
inspect inspection
repair mend fix
restore restoration
choose choice
threaten threat
promise pledge vow
prove proof
attack assault
murder homicide
shoot shooting
test trial
half halve
insure insurance
price cost
count tally
aware know knowledge
suffer sustain
criticise criticize criticism
urge call appeal
agree agreement deal
offshore sea
neighbour neighbor
programme program
organisation organization
labour labor
harbour harbor port
software app
illness disease sick
"""
# They say little by themselves: a statement can be carried without them.
LIGHT = frozenset(
    map(
        stem,
        """
        people person man woman take make give go come get put bring set have become thing way part number total area
        today place side new old late great large big small use see think want like try show mere roughly
        approximately nearly same aboard board eventually then later immediately
        """.split(),
    )
)


def _table() -> dict[str, frozenset[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for number, group in enumerate(_GROUPS.strip().splitlines()):
        for word in group.split():
            table[stem(word)].add(f"={number}")
    return {word: frozenset(senses) for word, senses in table.items()}


_SENSES = _table()
_PHRASE = [(re.compile(rf"\b(?:{pattern})", re.IGNORECASE), f"{meant} ") for pattern, meant in _PHRASES]

# One look for all of them; each is tried where a letter is another's lower case in a pattern and not in a string.
_FOLDED_ODDLY = frozenset("\u0130\u0131\u017f\u212a")
_ANY_PHRASE = re.compile(sooner(rf"\b(?:{'|'.join(pattern for pattern, _ in _PHRASES)})"))


@WHILE_WEIGHED.keep(most=16384)
def meant(text: str) -> dict[str, frozenset[str]]:
    """The content words that the text has, phrases read as one, each with what it may mean; itself at least.

    Numbers, times and what is light are left out: the first two are compared as facts.
    """
    if not _FOLDED_ODDLY.isdisjoint(text) or _ANY_PHRASE.search(text.lower()):
        for pattern, word in _PHRASE:
            text = pattern.sub(word, text)
    return {
        word: _may_mean(word) for word in content_words(text) if word not in NO_SUBJECT and word not in LIGHT
    }


def phrases(text: str) -> Iterator[tuple[int, int, dict[str, frozenset[str]]]]:
    """Where the phrases of the text that are read as one stand, start and end, each with what it may mean."""
    if _FOLDED_ODDLY.isdisjoint(text) and not _ANY_PHRASE.search(text.lower()):
        return
    for pattern, word in _PHRASE:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), meant(match.expand(word))


@lru_cache(maxsize=16384)
def _may_mean(word: str) -> frozenset[str]:
    """What the word may mean, itself at least: one set for all the texts that have it."""
    return _SENSES.get(word, frozenset()) | {word}
