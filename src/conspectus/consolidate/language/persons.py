"""Who somebody is, as a report calls them: a curator and a cleaner are two persons, a passer-by may be either."""

from __future__ import annotations

import re

from conspectus.sparely import WHILE_COMPARED, kept

# One calling a line: its words are said of one another.
_CALLINGS = """
    officer policeman policewoman constable sergeant patrolman
    firefighter fireman
    teacher lecturer tutor
    head headteacher headmaster headmistress principal
    student undergraduate pupil schoolgirl schoolboy schoolchild apprentice
    doctor gp surgeon physician
    nurse midwife carer paramedic
    cleaner caretaker janitor
    curator archivist librarian keeper
    guard watchman doorman bouncer
    postman postwoman postie courier
    driver chauffeur motorist lorry-driver
    pilot co-pilot captain skipper master helmsman
    mate watchkeeper
    fisherman angler
    farmer landowner farmhand shepherd
    gardener forester ranger gamekeeper
    walker rambler hiker jogger runner dog-walker
    cyclist rider
    neighbour
    landlady landlord innkeeper publican
    tenant lodger
    shopkeeper baker butcher barber hairdresser
    waiter waitress barman barmaid chef cook
    builder plumber electrician roofer carpenter contractor workman workmen digger
    turf-cutter quarryman miner
    engineer technician mechanic
    auditor accountant bookkeeper
    lawyer solicitor barrister
    judge magistrate coroner
    referee umpire linesman
    manager coach
    trainer jockey
    goalkeeper defender midfielder striker winger centre-half full-back substitute
    actor actress singer
    composer pianist violinist
    novelist author poet
    painter sculptor
    architect designer
    journalist reporter
    priest vicar rector bishop imam rabbi
    mayor lord-mayor
    minister secretary
    premier taoiseach chancellor
    president chairman chairwoman chair
    director
    chief-executive
    treasurer
    deputy
    leader
    councillor alderman
    duchess duke prince princess king queen
    wife husband
    mother father parent
    son daughter
    sister brother
    uncle aunt
    grandfather grandmother
    widow widower
    collector treasure-hunter detectorist
    scientist researcher biologist geologist archaeologist
    board
    government
    parliament
"""
_CALLING = {
    word.replace("-", " "): line.split()[0]
    for line in _CALLINGS.strip().splitlines()
    for word in line.split()
}
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(map(re.escape, _CALLING), key=len, reverse=True))})(?:e?s)?\b(?![’']s\b)",
    re.IGNORECASE,
)


@WHILE_COMPARED.keep(most=4096)
def callings(text: str) -> frozenset[str]:
    """What the text calls somebody, words for one calling counted as one; "the owner's son" is a son."""
    return kept(_CALLING[found["word"].lower()] for found in _WORD.finditer(text))
