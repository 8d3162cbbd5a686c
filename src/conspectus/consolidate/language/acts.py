"""What happens, as English reports word it: acts of one line may be one and the same.

Wider than a thesaurus: "appeared" and "passed over" tell of one fireball. They only bring two sentences together that
tell of one act at two times or places, and part two each of which tells of an act of its own.
"""

from __future__ import annotations

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.consolidate.language.senses import keys
from conspectus.text.caseless import Caseless

_ACTS = (
    r"hit|struck|strikes|rammed|ramming|collid\w+|collision|crash\w*|ran into|ploughed into|smashed into|"
    r"knocked down",
    r"ran aground|stuck (?:fast )?on|l(?:ies|ying) on|fast on|aground|ground(?:ed|ing)|"
    r"(?:touched|hit|struck) (?:the )?(?:\w+ )?(?:sand\w*|bank|bottom|rocks?|shoal|reef)",
    r"(?:first )?(?:saw|seen)|noticed|spott\w+|found|find|discover\w*|came across|turned up|c[ao]me to light|"
    r"stumbled\b.{0,20}\bacross|sight(?:ed|ing)|recovered|picked up|uncovered|detected|located",
    r"appear(?:s|ed)?|pass(?:ed|es) over|cross(?:ed|es)|streak(?:ed|s)?|swept over|flew over|shot across|"
    r"lit up|moved over|made landfall|came ashore",
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )left|leav(?:e|es|ing)|depart(?:s|ed|ing|ures?)?|"
    r"took off|take-off|takeoff|set out|set off|sail(?:s|ed)|pulled out|got away|moved off|cast off|set sail|drove off|"
    r"(?:walked|went) out",
    r"arriv\w+|reach(?:ed|es)?|to land|land(?:s|ed|ing)|docked|pulled in|got (?:in|to|there)|came in|touched down|"
    r"on the ground|divert\w*|put down|diversion|berthed|tied up|ashore|put into",
    r"beg[aiu]n\w*|start(?:s|ed|ing)?|got under ?way|under ?way|kick(?:s|ed)? off|broke out|launch\w*|"
    r"takes? effect|comes? into force|gets? going",
    r"open(?:s|ed|ing)?|unveil\w*|inaugurat\w*",
    r"end(?:s|ed|ing)?|finish\w*|over by|clos(?:es|ed|e|ing)|conclud\w+|complet\w+|wound up|done by|lifted",
    r"(?:caught|catch|on) fire|blaze|burn\w*|"
    r"fire(?! (?:brigade|service|crew|engine|chief|officer|station|and|department|alarm)s?\b)|alight|ablaze|"
    r"flames|in flames",
    r"reopen\w*|re-open\w*|resum\w+|hand(?:s|ed)? (?:it |them |over |the \w+ )?back|restor\w+|"
    r"back (?:in|to|on|at|open|again|running)|open (?:\w+ ){0,3}(?:again|to traffic)|return\w* to normal|"
    r"(?:running|moving|flowing|flying|working) again|c[ao]me back on|cancelled until|closed until|shut until|"
    r"reconnected",
    r"arrest\w*|detain\w*|held by|(?:took|taken|take) into custody|in custody|handcuffed|caught|"
    r"(?:re)?captured|picked up|seized|remanded",
    r"call(?:ed|s)? (?:to|out|for|at)|alert\w*|rang|999|911|112|"
    r"(?:alarm|siren)s?\b[^.;,]{0,20} (?:raised|given|came|sounded|went|triggered|tripped)|"
    r"(?:raised|sounded) (?:the|an) alarm|summoned|scrambled|dialled|were called|was called|emergency call|"
    r"tip-off",
    r"freed|refloat\w*|(?:pulled|cut|set|worked|got|came|floated|dragged|towed) (?:\w+ )?(?:free|clear|off)|"
    r"rescued|released|let go|brought out|winched|cut loose|plucked|haul\w* (?:\w+ )?(?:aboard|ashore|out|up)|"
    r"picked (?:\w+ )?up",
    r"(?:burst|broke|got|came|walked|forced their way|entered|climbed) in(?:to|side)?|entered|raided|break-in|"
    r"burgl\w+|robb\w+|held up|threatened",
    r"hand(?:ed|s)? in|deliver\w*|reach(?:ed|es)?|submitted|received|gave in|tendered|sent|lodged|filed|"
    r"handed (?:it|them) to|presented|arrived",
    r"by-election|elections?|elected|polling|(?:go(?:es)? to|went to) the polls|choose|referendum",
    r"vot(?:e|es|ed|ing)|approved|backed|rejected|passed|decided|carried|agreed",
    r"strik(?:e|es|ing)|walk(?:ed|s)? ?out|stoppage|down(?:ed)? tools|industrial action|stay(?:ed)? away|"
    r"picket\w*",
    r"died|death|killed|dead|passed away|drown\w*|stopped breathing|succumbed|pronounced",
    r"born|birth",
    r"collaps\w+|gave way|came down|fell|caved in|burst|broke|topp?led|ruptured|fail(?:s|ed|ure)|"
    r"went (?:out|off|dark|down)|lost (?:power|electricity|supply)|blackout|outage|power cut|cut out|cut off",
    r"explo\w+|blew up|blast|went off|detonat\w+",
    r"under control|put out|extinguish\w+|fire was out|was out|doused|out by",
    r"evacuat\w*|led (?:out|to safety)|cleared|(?:had|told|forced) to leave|sent (?:out|home)|emptied|moved out",
    r"sentenc\w+|jailed|sent to (?:prison|jail)|imprison\w*|fined|convicted|found guilty|ordered to pay|"
    r"locked up",
    r"appear(?:s|ed|ing)? (?:in court|before|at .{0,30}court)|in court|court (?:appearance|hearing)|go before|"
    r"hearing|before (?:magistrates|a judge|the court)|brought before|trial",
    r"resign\w*|quit\w*|step(?:s|ped|ping)? down|stood down|gave up|giving up|retir\w+|bow(?:s|ed)? out",
    r"attack\w*|stabb\w+|assault\w*|shot|shooting|beaten|set upon|knifed|bitten|mauled",
    r"stol\w+|theft|taken from|made off|went missing|vanish\w*|disappear\w*|last seen",
    r"search\w*|inspect\w*|examin\w*|opened|checked|x-ray\w*|raid\w*",
    r"sold|sale|auction\w*|bought|under the hammer|fetched|purchas\w+|changed hands",
    r"mee(?:t|ts|ting)|met|talks|negotiat\w+|sit down|sat down|conciliat\w+",
    r"signed|sealed|agreement|deal\b|accord",
    r"fell ill|sick|poisoned|ill\b|unwell|symptoms",
    r"stopp(?:ed|ing)|halted|pulled over|flagged down|came to a (?:halt|stop)|stopped",
    r""
    r"(?:taken|flown|airlifted|rushed|brought|admitted|transferred|moved|driven)"
    r" (?:by (?:\w+ )?(?:ambulance|air|helicopter|road) )?to|"
    r"hospital",
    r"buried|burial|funeral|laid to rest|cremat\w+",
    r"unveil\w*|inaugurat\w*|cut the ribbon|opened by|officially opened|opening ceremony",
    r"held\b|(?:took|takes?) place|staged|stag(?:es|ing)|happened|occurred|gathered|assembled|rallied|"
    r"(?:a|protest) march|marche(?:d|s|rs?)|marching|rall(?:y|ies)|protest\w*",
    r"built|erected|installed|constructed|put up|planted|sited",
    r"capped|sealed|plugged|repair\w*|fixed|mended|patched",
    r"play(?:s|ed|ing)?|match|kick-off|game|fixture|tie\b|replay",
)
_ACT = tuple(Caseless(rf"\b(?:{each})\b") for each in _ACTS)


def _line(word: str) -> int:
    return next(number for number, act in enumerate(_ACT) if act.match(word))


BEGINS, ENDS, REOPENS = map(_line, ("began", "ended", "reopened"))
# What begins by being told: a fire that began at three broke out at three.
ONSETS = frozenset(map(_line, ("blaze", "collapsed", "exploded", "attacked", "struck", "walkout", "rally")))
# Of these there is one in an event, as a rule.
ONCE = frozenset(map(_line, ("reopened", "by-election", "exploded", "funeral")))


@WHILE_COMPARED.keep(most=16384)
def acts(text: str) -> frozenset[int]:
    """The numbers of the lines of acts that the text has a word of."""
    found = {number for number, act in enumerate(_ACT) if act.stands_in(text)}
    return kept(found | {BEGINS} if found & ONSETS else found)


@WHILE_COMPARED.keep(most=16384)
def act_keys(text: str) -> frozenset[str]:
    """The keys of the words that tell of the text's acts."""
    return kept(keys(" ".join(found[0] for act in sorted(acts(text)) for found in _ACT[act].finditer(text))))
