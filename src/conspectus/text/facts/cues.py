# ruff: noqa: SIM905 — a word list reads best as words
"""The cues of negation, modality, hedging and attribution in English."""

from __future__ import annotations

_TABLE = {
    "negation": (
        "for want of|not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|no longer|no one|"
        "not any|not yet|hardly|barely|scarcely|rarely|seldom|lack|lacks|lacked|lacking|declined to|"
        "declines to|declining to|decline to|refused to|refuses to|refusing to|refuse to|refused|"
        "refuses|failed to|fails to|failing to|fail to|unable to|unwilling to|yet to|"
        "stopped short of|denied|denies|deny|denying|dismissed claims|dismissed suggestions|"
        "rejected claims|rejected suggestions|rejected allegations|ruled out|rules out|rule out|"
        "ruling out|no plans to|no evidence|no sign|prevented|prevents|avoided|avoids|avoid|avoiding|"
        "too early to|too soon to|too late to|"
        "unaffected|unchanged|rather than|instead of|far from"
    ),
    "possibility": (
        "may|might|could|may be|possibly|perhaps|maybe|potentially|may have|might have|could have|"
        "possible|a possibility|considering|consider|considers|weighing|mulling|exploring|"
        "is thinking of|looking at|under consideration|"
        "one possibility is|possibility|in talks to|in talks over|in talks about|risk of|risks|at risk of|conceivably|"
        "can lead|can cause|can result|can trigger|"
        "considered|had considered"
    ),
    "expectation": (
        "plans to|plan to|planned to|planning to|plans for|plans|intends to|intend to|intended to|"
        "aims to|aim to|aiming to|aimed to|hopes to|hope to|hoped to|hoping to|wants to|wanted to|"
        "seeks to|seeking to|sought to|is seeking|expects to|expect to|expected to|is expected|expect|"
        "are expected|was expected|were expected|expects|expected|likely to|likely|probably|"
        "projected to|projected|forecast to|forecasts|forecast|predicted to|anticipates|anticipated|"
        "anticipated to|proposed|proposes|propose|proposing|proposal to|proposes to|"
        "considered likely|estimated to|tries to|trying to|tried to|attempted to|attempts to|"
        "attempting to|preparing to|prepares to|threatened to|threatens to|threatening to|"
        "promised to|promises to|pledged to|pledges to|vowed to|vows to|promised|pledged|vowed|offered to|unlikely to|"
        "unlikely|demanding|demanded|calling for|called for"
    ),
    "future": (
        "was to be|were to be|will|would|would have|shall|'ll|is to|"
        "are to|agreed to|agrees to|agree to|poised to|on course to|on track to|"
        "set to|due to be|due to open|due to start|due to begin|scheduled to|going to|about to|"
        "scheduled for|it'll|they'll|we'll|he'll|she'll"
    ),
    "obligation": (
        "should|must|ought to|has to|have to|had to|needs to|need to|required to|urged to|ordered to|"
        "called on|calls on|urged|urges|recommended|recommends|asked to|told to|advised to"
    ),
    "condition": (
        "if|unless|provided that|as long as|in case|subject to|depending on|conditional on|pending|were to"
    ),
    "hedge": (
        "probable|whether|reportedly|allegedly|apparently|seemingly|supposedly|purportedly|presumably|ostensibly|"
        "arguably|alleged|suspected|unconfirmed|rumoured|rumored|preliminary|provisional|tentative|"
        "tentatively|appears to|appear to|appeared to|seems to|seem to|seemed to|appears|seems|"
        "seemed|is believed to|are believed to|was believed to|were believed to|believed to|"
        "is thought to|are thought to|was thought to|were thought to|thought to|said to be|"
        "is said to|are said to|was said to|were said to|reported to|understood to|suggests|suggest|"
        "suggesting|suggested|indicates|indicate|in part|partly|partially|mainly|mostly|largely|"
        "primarily|generally|typically|usually|often|sometimes|in some cases|to some extent|"
        "it is alleged|it was alleged|it is claimed|it was claimed|it is believed|it was believed|it is thought|"
        "it is understood|it is reported|it was reported|it is feared|it was feared|it is rumoured|it is suspected|"
        "as far as is known|it is unclear|unclear|not known|not clear|not certain|unknown|yet known|remains to be seen"
    ),
    "attribution": (
        "according to|citing|cited by|in the words of|in the view of|in the opinion of|"
        "as reported by|reported by|accused of|"
        "accused|accuses|alleging"
    ),
}

CUES: dict[str, str] = {cue: kind for kind, row in _TABLE.items() for cue in row.split("|")}


def _lengths() -> dict[str, dict[str, tuple[int, ...]]]:
    lengths: dict[str, dict[str, tuple[int, ...]]] = {}
    for words in sorted((cue.split() for cue in CUES), key=len, reverse=True):
        following = lengths.setdefault(words[0], {})
        for second in words[1:2]:
            following[second] = tuple(dict.fromkeys((*following.get(second, ()), len(words))))
    return lengths


LENGTHS = _lengths()
"""For the first word of each cue, and for its second where it has one, the lengths in words of the cues that begin
with the two, longest first."""

SPEECH_VERBS = frozenset(
    """
    fear fears feared hope hopes hoped worry worries worried suspect suspects concluded said says
    say saying told tells tell telling claimed claims claiming argued argues argue arguing believes
    believed believe thinks think thought estimates estimated estimate warned warns warning warn
    insisted insists insist predicted predicts contends contended maintained maintains asserted
    asserts speculated speculates complained complains suggested stated states added adds explained
    explains commented remarked described describes called calls wrote tweeted testified alleges
    alleged contend assert add blamed blames blaming blame
    """.split()
)
"""Verbs whose content is the speaker's word, not an established fact; "announced" and "found" are not among them."""
AMBIGUOUS_SPEECH = frozenset(
    """
    fear fears feared hope hopes hoped worry worries worried suspect suspects concluded added adds
    called calls described describes maintained maintains states estimated estimate estimates
    warning wrote thought complained explains explained alleged telling tell believed claim claims
    claimed think stated asserted assert add
    """.split()
)
SPEAKER_FOLLOWS = frozenset(
    ("according to", "citing", "cited by", "in the words of", "in the view of", "in the opinion of",
     "as reported by", "reported by")
)  # fmt: skip
BACKWARD_TOO = frozenset("none nobody nothing neither unaffected unchanged denied".split()) | {"ruled out"}
"""Cues whose subject may be what they speak of: "an accident was ruled out"."""
CONDITIONS = frozenset(
    (
        "if",
        "unless",
        "provided that",
        "as long as",
        "in case",
        "subject to",
        "depending on",
        "conditional on",
        "pending",
    )
)
"""Conditions: they speak of their whole sentence."""
SENTENCE_HEDGES = frozenset(
    """
    reportedly allegedly apparently seemingly supposedly purportedly presumably ostensibly arguably
    """.split()
) | {"as far as is known"}
IMPERSONAL = frozenset(cue for cue in CUES if cue.startswith("it ") and cue.endswith("ed"))
"""Hedges that open what they speak of, or close it behind a comma: "…, it is alleged"."""
CLAUSE_WORDS = frozenset(
    """
    but although though while whereas because which who until unless however since whose once
    """.split()
)
ASKS = frozenset("say tell know disclose reveal explain clear determine establish identify".split())
QUESTION_WORDS = frozenset(("who", "which", "whose"))
"""After a verb in `ASKS` they open what the verb is about, not another clause."""
BREAKS = frozenset(["but", "although", "though", "while", "whereas", "because", "however"])
OPENS_ASIDE = frozenset(("who", "which", "whose", "a", "an", "the", "its", "his", "her", "their"))
"""What may begin an aside between a speaker and the verb: ", who runs it, said", ", the mayor, said"."""
AFTER_PAUSE = frozenset(
    ('"', "and", "who", "which", "but", "although", "though", "while", "whereas", "because")
)
"""What goes on in the narrator's voice after "…, he said,"."""
WHOM = frozenset(("who", "whom", "which", "how"))
CONSIDERED = frozenset(("whether", "a", "an", "options", "plans", "legal", "further", "other", "more"))
"""What may be considered before it is done; to consider something the cause is to think it is."""
PARTICIPLES = frozenset(("saying", "telling", "claiming", "arguing", "warning"))
GIVES_UP = frozenset(
    "gave give gives giving given drop dropped drops scrapped scrap abandoned shelved ditched".split()
)
"""What is done to a plan that is one no longer."""
TURNS_DOWN = frozenset(
    """
    reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted refuting rebut
    rebuts rebutted rebutting dispute disputes disputed disputing contest contests contested contesting contradict
    contradicts contradicted contradicting rebuff rebuffs rebuffed rebuffing scotch scotches scotched quash quashes
    quashed rubbish rubbishes rubbished brush brushes brushed brushing wave waves waved waving shrug shrugs shrugged
    shrugging swat swats swatted laugh laughs laughed throw throws threw throwing thrown
    """.split()
)
"""What somebody does who denies what is said; some of them with "aside", "off" or "away" behind them."""
ASIDE = frozenset(("aside", "off", "away", "out"))
PHRASAL = frozenset(
    "brush brushes brushed brushing wave waves waved waving shrug shrugs shrugged shrugging swat swats swatted laugh "
    "laughs laughed throw throws threw throwing thrown".split()
)
"""Those of `TURNS_DOWN` that say it with `ASIDE` only."""
SAYINGS = frozenset(
    """
    claim claims allegation allegations accusation accusations suggestion suggestions complaint complaints report
    reports rumour rumours rumor rumors charge charges assertion assertions insinuation insinuations argument
    arguments notion idea speculation talk contention theory criticism fears
    """.split()
)
"""What is said, and may be turned down: of "that" or "of" behind it nothing is told as true."""
NO_TRUTH = frozenset(
    "false untrue baseless unfounded groundless nonsense nonsensical fabricated fiction rubbish".split()
)
CALLS = frozenset("call calls called calling brand brands branded label labels labelled labeled".split())
FINITE = frozenset(
    "was were is are had has have will would could can may might did does do became been be".split()
)
"""Verbs by which a "that" has told something before another verb comes."""
BEGINNINGS = LENGTHS.keys() | SPEECH_VERBS | GIVES_UP | TURNS_DOWN | SAYINGS
"""The words with which any cue begins, contractions of "not" aside."""
AFTER_STATEMENT = frozenset(
    """
    . , ; – ! ? " ) on in at after during late early last this yesterday today to when as while
    monday tuesday wednesday thursday friday saturday sunday by through via following before
    """.split()
)
"""What may follow a speech verb when the words it reports stand before it."""
NEAR_ONLY = frozenset(("without", "lack", "lacks", "lacked", "lacking"))
ENDS_NEAR = frozenset(("and", "on", "in", "at", "by", "after", "for", "from", "until"))
"""What ends the short scope of the cues in `NEAR_ONLY`: "without electricity on Sunday and forced …"."""
SUBJECTS = frozenset(("i", "we", "he", "she", "they"))
"""Pronouns that can only be subjects: where one follows ", and", another clause begins."""
