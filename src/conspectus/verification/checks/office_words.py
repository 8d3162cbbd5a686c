# ruff: noqa: SIM905 — a word list reads best as words
"""How English names offices and roles, and where a text does."""

from __future__ import annotations

import re

from conspectus.caching import WHILE_RUNNING
from conspectus.verification.checks.case import analyse

_TABLE = """
chief executive: ceo|chief executive officer|chief executive
finance chief: cfo|chief financial officer|finance chief|chief finance officer
operations chief: coo|chief operating officer
technology chief: cto|chief technology officer
chair: chairman|chairwoman|chairperson|chair
deputy chair: vice chairman|vice-chairman|deputy chairman|vice chair
president: president
vice president: vice president|vice-president
prime minister: prime minister|premier
deputy prime minister: deputy prime minister
finance minister: finance minister|chancellor
foreign minister: foreign minister|foreign secretary
minister: minister
secretary: secretary
mayor: mayor
deputy mayor: deputy mayor
governor: governor
senator: senator
ambassador: ambassador
spokesperson: spokesman|spokeswoman|spokesperson|press secretary
founder: founder|co-founder|cofounder
director: director|managing director
deputy director: deputy director
manager: manager
head: head
analyst: analyst
economist: economist
professor: professor
researcher: researcher|scientist
lawyer: lawyer|attorney|solicitor|barrister
prosecutor: prosecutor
judge: judge|justice
coach: coach
captain: captain|skipper
goalkeeper: goalkeeper
striker: striker
engineer: engineer|chief engineer
surgeon: surgeon
doctor: doctor|physician
nurse: nurse
teacher: teacher
headteacher: headteacher|head teacher|principal
detective: detective|inspector|superintendent
conductor: conductor
curator: curator
editor: editor
archaeologist: archaeologist
biologist: biologist
geologist: geologist
author: author|novelist
treasurer: treasurer
sheriff: sheriff
assessor: assessor
commissioner: commissioner
commander: commander
coroner: coroner
bishop: bishop
wife: wife|widow
husband: husband|widower
mother: mother
father: father
daughter: daughter
son: son
sister: sister
brother: brother
uncle: uncle
aunt: aunt
nephew: nephew
niece: niece
""".strip()
_OFFICE = {
    phrase: line.partition(":")[0]
    for line in _TABLE.splitlines()
    for phrase in line.partition(": ")[2].split("|")
}
_PATTERN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _OFFICE), key=len, reverse=True)) + r")(?=s?\b)", re.IGNORECASE
)
OFFICE_WORDS = frozenset(word for phrase in _OFFICE for word in re.split(r"[ -]", phrase)) | frozenset(
    "mr mrs ms dr sir dame lord lady sen gov rep capt sgt col gen prof interim acting former".split()
)
"""Words of offices: they are no part of a name, and are checked as offices."""
_BEGINNINGS = frozenset(
    form for phrase in _OFFICE for form in (re.split(r"[ -]", phrase)[0], f"{re.split('[ -]', phrase)[0]}s")
)


@WHILE_RUNNING.keep(most=4096)
def offices_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """The offices a text names: first and last token, and the office."""
    reading = analyse(text).reading
    if _BEGINNINGS.isdisjoint(reading.lows):
        return ()
    found = []
    for match in _PATTERN.finditer(reading.text):
        inside = [i for i, start in enumerate(reading.starts) if match.start() <= start < match.end()]
        if inside:
            found.append((inside[0], inside[-1], _OFFICE[match[0].lower()]))
    return tuple(found)


IMPLIED_BY = {
    office: frozenset(words.split())
    for office, words in {
        "head": "boss bosses chief chiefs lead leads led leading leader leaders run runs ran running heads headed",
        "spokesperson": "speaks spoke speaking",
        "lawyer": "kc qc counsel defending represents represented representing",
        "doctor": "gp dr medic medics",
        "mother": "mum son sons daughter daughters child children baby",
        "father": "dad son sons daughter daughters child children baby",
        "son": "mother father parents mum dad",
        "daughter": "mother father parents mum dad",
        "sister": "brother brothers sibling siblings",
        "brother": "sister sisters sibling siblings",
        "wife": "husband married",
        "husband": "wife married",
        "uncle": "nephew nephews niece nieces",
        "aunt": "nephew nephews niece nieces",
        "nephew": "uncle aunt",
        "niece": "uncle aunt",
    }.items()
}
"""By office the words that tell of its holder by what they do, or of a relation by the other side of it."""
