"""Mishaps, and what they come of in kinds that exclude each other: brakes, lightning, a cigarette, a swan on the wires.

General English, one kind a line. The first line of a group of causes is what may be said of any of its kinds ("a
fault", "human error"), so that it contradicts none of them; `*` stands for any ending.
"""

from __future__ import annotations

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.text.caseless import Caseless

_HAPPENED = """
    fire fires blaze* inferno flames ablaze burn* gutted
    crash* collision* collid* accident pile-up ploughed ran-into hit hits struck derail* overturned skidded
    aground grounding rocks reef ashore stuck-fast
    sank sink* sunk* capsiz* went-down overturn*
    collapse* caved sinkhole hole came-down fell toppled gave-way
    explosion* exploded blast* blew-up
    gas fume* cloud release* leak* escape* spill*
    outage* blackout* power-cut power-failure failure failed supply electricity power
    ill illness* sick* outbreak* poison* listeria salmonella bacteria bug infect* e-coli
    dead die died dying death* killed carcasses
    flood* under-water burst
    delay* week-late days-late hours-late halt* stranded stuck standstill stopped stationary trapped abandoned
    breakdown broke-down
    diverted turn*-back turned-round abort* emergency-landing returned landed
    landslide* landslip* avalanche* rockfall
    alarm* evacuat*
    smoke
    pollut* contaminat*
    cancel* called-off postpone* abandoned scrapped
    resign* quit quits stepped-down stepping-down steps-down stood-down
    close closes closing closure shuts shutting giving-up
"""
_GROUPS = (
    """
    fault* defect* malfunction* technical mechanical breakdown broken faulty failure equipment machine* component*
    brake*
    steering rudder
    floodlight* lights lighting
    ventilat* vent vents
    engine* motor propeller gearbox
    valve* seal gasket
    tyre* tire puncture* blowout axle wheel bearing*
    electric* wiring wire wires short-circuit* fuse* socket* plug* overload* transformer* switchgear
    charger* battery batteries lithium
    signal* points-failure
    toaster* oven* cooker* heater* dryer* drier* generator* stove* fridge* freezer* boiler* pan chimney
    software computer* update glitch* server* program*
    crack* rust* corro* metal-fatigue rotten rotted joist* beam* bolt* rivet* weld sheared woodworm termites
    fuel
    cable hawser chain coupling*
    gate* hatch* door
    drain* sewer* culvert* gully gutter*
    pipe* hose* main mains
    """,
    """
    error* mistake* mistaken* wrong* careless* negligen* oversight forg[eo]t* unattended mishandl* inexperience* human
    asleep nodded-off dozed dozing tired tiredness fatigue drowsy
    speed* too-fast
    phone texting distract*
    drunk alcohol drink drinking drugs
    pan chip-pan cooking bread toaster* oven*
    cigar* smoker* smoking match matches
    candle* lantern* incense
    spontaneous hay straw compost
    bonfire* firework* barbecue* flare* sparkler* campfire
    digger* excavator* contractor* workmen drill* digging
    welding welder* blowtorch roofers torch grinder soldering
    pumped acid mixed mixing chemicals
    overload* overcrowd* overweight
    red-light red-signal wrong-way wrong-side
    """,
    """
    arson* deliberate* petrol vandal* youths teenagers sabotage* set-alight accelerant
    bonfire*
    """,
    """
    weather storm conditions
    wind winds gust* gale* blown blew
    lightning thunderbolt
    flood* rain* downpour* cloudburst
    ice icy frost froz* snow* freez*
    heat heatwave hot sun drought
    fog mist
    wave waves swell
    tree* branch* wind winds gust* gale* blown blew
    """,
    """
    animal* wildlife
    swan* bird* gull* goose geese pigeon*
    deer stag
    cow cows cattle bullock* herd
    dog dogs
    rat rats mouse mice squirrel* fox marten*
    """,
    """
    hack* cyber* ransomware malware
    """,
    """
    thieves theft stolen
    """,
    """
    collision
    car lorry truck van tractor* bus motorist* trailer fork-lift* forklift*
    container driftwood
    drone* kite* balloon* trampoline* tarpaulin*
    trawler anchor
    """,
    """
    safety staff volunteers crews lifeguards
    """,
    """
    ticket-sales entries demand
    """,
    """
    fans spectators crowd
    """,
    """
    disease poison* toxin*
    botulism
    lead-poisoning lead
    """,
    """
    family personal mother father
    """,
    """
    row scandal affair deaths death criticism allegations
    """,
    """
    illness ill health
    heart stroke seizure fainted blacked-out epilep*
    """,
    """
    ground-movement
    subsidence sinkhole landsl* mineshaft shaft mine erosion undermined
    vibration*
    """,
    """
    gas-leak leaking-gas gas-tap gas-pipe gas-main gas-bottle gas-cylinder
    """,
    """
    undercooked kitchen hygiene food
    milk dairy
    chicken poultry turkey
    egg eggs mayonnaise
    beef burger* meat pork sausage*
    salad* lettuce sprouts spinach
    oyster* mussel* shellfish prawn*
    rice
    cream cake*
    """,
    """
    virus norovirus
    """,
    """
    pollution chemical*
    slurry manure
    sewage
    pesticide* fertilis*
    oil diesel
    alga* oxygen heat hot
    """,
)
_WIDE = 0
"""The place in its group of what contradicts no kind of the group."""

Kinds = frozenset[tuple[int, int]]


def any_of(words: str) -> Caseless:
    """Any of the words; `*` is any ending, a hyphen a space as well."""
    told = (word.replace("-", "[ -]").replace("*", r"\w*") for word in words.split())
    return Caseless(rf"\b(?:{'|'.join(told)})\b")


_TYPES = tuple(map(any_of, _HAPPENED.strip().splitlines()))
_KINDS = tuple(
    ((group, place), any_of(line))
    for group, lines in enumerate(_GROUPS)
    for place, line in enumerate(lines.strip().splitlines())
)


@WHILE_COMPARED.keep(most=4096)
def mishaps(text: str) -> frozenset[int]:
    """The kinds of mishap that the text names."""
    return kept(kind for kind, pattern in enumerate(_TYPES) if pattern.stands_in(text))


@WHILE_COMPARED.keep(most=4096)
def culprits(text: str) -> Kinds:
    """The kinds of what may have brought a mishap about that the text names."""
    return kept(kind for kind, pattern in _KINDS if pattern.stands_in(text))


def apart(first: Kinds, second: Kinds) -> bool:
    """True where both name kinds, and none of the one is among the other's or is said of any of them."""
    if not first or not second or first & second:
        return False
    return not _wide(first, second) and not _wide(second, first)


def _wide(wide: Kinds, other: Kinds) -> bool:
    """True where all that the one names may be said of what the other names: "an electrical fault", "a fuse"."""
    groups = {group for group, place in wide if place == _WIDE}
    narrow = {group for group, place in wide if place != _WIDE}
    return bool(groups - narrow) and any(group in groups for group, _ in other)
