# ruff: noqa: SIM905 — a word list reads best as words
"""The words that make up quantities in English."""

from __future__ import annotations

from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL = {word: Decimal(value) for value, word in enumerate(_UNITS.split())} | {
    "a": Decimal(1),
    "an": Decimal(1),
}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), start=2)}
MAGNITUDES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
    "bn": Decimal(10**9),
    "mn": Decimal(10**6),
    "tn": Decimal(10**12),
    "crore": Decimal(10**7),
    "lakh": Decimal(10**5),
}
SHORT_MAGNITUDES = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
PLURAL_MAGNITUDES = {
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "millions": Decimal(10**6),
    "billions": Decimal(10**9),
    "trillions": Decimal(10**12),
}
CARDINALS = (
    frozenset(_UNITS.split()) | frozenset(TENS) | {"hundred", "thousand", "million", "billion", "trillion"}
)

SPELLS = frozenset("summers winters seasons nights mornings evenings weekends sessions".split())
"""What has a length and is no unit of time: "over two summers"."""
TOLD = frozenset(
    "film drama comedy book novel story tale documentary play series song musical opera poem thriller memoir podcast "
    "programme exhibition essay talks talked talk asked question questions".split()
)
"""What may be about somebody: "a film about three sisters"."""
SEVERAL = frozenset(("several", "few"))
VAGUE: dict[str, tuple[Decimal, Decimal]] = {
    "dozens": (Decimal(20), Decimal(99)),
    "scores": (Decimal(20), Decimal(99)),
    "tens": (Decimal(10), Decimal(99)),
    "several": (Decimal(3), Decimal(9)),
    "few": (Decimal(2), Decimal(9)),
    **{
        word: (2 * value, value * 1000 - 1 if value > 100 else 10 * value - 1)
        for word, value in PLURAL_MAGNITUDES.items()
    },
}

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: Decimal(value) for value, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {
    "thirtieth": Decimal(30),
    "fortieth": Decimal(40),
    "fiftieth": Decimal(50),
    "hundredth": Decimal(100),
}
DENOMINATORS = {
    "half": Decimal(2),
    "halves": Decimal(2),
    "quarter": Decimal(4),
    "quarters": Decimal(4),
    **{word: value for word, value in ORDINALS.items() if 3 <= value <= 20},
    **{f"{word}s": value for word, value in ORDINALS.items() if 3 <= value <= 20},
}
MULTIPLES = {
    "twice": Decimal(2),
    "double": Decimal(2),
    "doubled": Decimal(2),
    "doubles": Decimal(2),
    "doubling": Decimal(2),
    "twofold": Decimal(2),
    "triple": Decimal(3),
    "triples": Decimal(3),
    "treble": Decimal(3),
    "trebles": Decimal(3),
    "trebling": Decimal(3),
    "tripled": Decimal(3),
    "tripling": Decimal(3),
    "trebled": Decimal(3),
    "threefold": Decimal(3),
    "thrice": Decimal(3),
    "quadruple": Decimal(4),
    "quadrupled": Decimal(4),
    "quadrupling": Decimal(4),
    "fourfold": Decimal(4),
    "fivefold": Decimal(5),
    "tenfold": Decimal(10),
    "halve": Decimal("0.5"),
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
AFTER_SHARE = frozenset(
    """
    of more less have has had were are was is could would will said say voted came went do did lost
    won live the its their his her all as from to in by on and or than
    below above lower higher fewer cheaper last this since during over
    """.split()
)
BEFORE_SHARE = frozenset("nearly almost about around roughly approximately than by barely".split())
"""What no rank follows: "nearly a third last year" is a share."""
ROUGHLY = frozenset(("about", "around", "roughly"))
AFTER_PRONOUN_ONE = frozenset(
    """
    of another that who which is was has had will would could can may does did in or and to for with
    at on from
    """.split()
)
BEFORE_PRONOUN_ONE = frozenset(
    """
    no this that the any every each which another only other new some
    """.split()
)
PEOPLE = frozenset(
    """
    person adult child woman man patient household pupil student worker voter driver family girl boy baby resident
    user customer home
    """.split()
)
"""Of whom one in so many is said."""
RANKING = frozenset("finished finish came come comes placed ranked the in be was is ended from up".split())
RANGE_JOINERS = frozenset(("to", "-", "–", "and", "or"))
SQUARE_OR_NATIONAL = frozenset(
    """
    square cubic us u.s. american australian canadian british swiss more additional
    """.split()
)
SKIPPED_BEFORE_NUMBER = frozenset(("a", "an", "another"))
TIME_UNITS = frozenset(
    """
    second minute hour day week fortnight month quarter year decade century
    """.split()
)
LONG_TIMES = frozenset(("century", "decade", "year", "day", "hour"))
NOT_OVER_TIME = frozenset(("over", "above"))
BEFORE_A_TIME = frozenset(
    """
    for in after within of than least most nearly almost about over under around takes take took lasted lasts last
    spent only just roughly exactly
    """.split()
)
LONG_TIME = 100
BEFORE_DURATION = frozenset(
    ("for", "lasted", "lasts", "took", "takes", "spent", "of", "is", "was", "been", "after", "to")
)
NOT_WITH_TIMES = frozenset(("some", "only", "estimated"))
NOT_WITH_ORDINALS = frozenset(("some", "only", "over", "under", "above", "below", "estimated"))

BOUNDS_BEFORE = {
    cue: bound
    for bound, cues in {
        "at least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
        "|upwards of|starting at",
        "more than": "more than|over|above|in excess of|exceeding|exceeded|exceeds|exceed|topped|tops|passes|surpassed"
        "|surpasses|surpassing|just over|well over|greater than|higher than|larger than|beyond|slightly more than"
        "|just more than"
        "|well above|just above|over the age of|above the age of|older than|longer than|heavier than|taller than",
        "up to": "up to|at most|as many as|as much as|no more than|not more than|a maximum of|maximum of"
        "|as high as|as long as",
        "less than": "less than|fewer than|under|below|lower than|just under|just below|well under|well below|short of"
        "|under the age of|below the age of|younger than|shorter than|lighter than",
        "nearly": "nearly|almost|close to|approaching|just short of|not quite|virtually",
        "about": "about|around|approximately|roughly|some|circa|an estimated|estimated|or so|in the region of"
        "|more or less|estimated at"
        "|in the order of|on the order of|somewhere around|approx|approx .|~|≈|ca .|an average of",
    }.items()
    for cue in cues.split("|")
}
BOUND_ENDS = frozenset(cue.rpartition(" ")[2] for cue in BOUNDS_BEFORE)
BOUNDS_AFTER = {
    "or more": "at least",
    "and more": "at least",
    "or so": "about",
    "or fewer": "up to",
    "or less": "up to",
    "at most": "up to",
    "at least": "at least",
}
AFTER_BOUND = frozenset(
    (*", . ; : )".split(), "", *"will would are is were was have has had may could".split())
)
"""What follows a bound that closes what it bounds: "400 jobs at most will go"."""
BEFORE_ADVERB = frozenset("had has have having was were is are be been".split())
CLOCKS = frozenset(("gmt", "utc", "bst", "cet", "est", "local", "hours"))
WATTS = frozenset(
    "watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts".split()
)
PREFERRED = frozenset("selected chosen picked preferred win won victory lead triumph advantage".split())
"""After these "over" names who was beaten."""
OF_A_POINT = (("of", "a", "percentage", "point"), ("of", "one", "percentage", "point"))
A_POINT = (("a", "point"), ("a", "percentage"))
OF_A_PLAIN_POINT = (("of", "a", "point"), ("of", "one", "point"))
MOVING = frozenset(
    "rose went came edge edges edged crept is was are were up inched climbed jumped surged soared ticked moved pushed "
    "stepped picked nudged bumped raised lifted rounded topped leaped revised drifted rocketed shifted scaled hiked "
    "boosted warmed headed".split()
)
"""What goes "up to" an amount, which is then no limit."""
STARTERS = frozenset({*SMALL, *TENS, *CARDINALS, *VAGUE, *ORDINALS, *MULTIPLES, "half", "hundred"})
