# ruff: noqa: SIM905 — a word list reads best as words
"""Word lists that tell a name from a word that merely opens a sentence, and one place's many names."""

from __future__ import annotations

NEVER_NAMES = frozenset(
    """
    mr mrs ms dr prof sir lord lady dame rev st am pm a.m. p.m. ok celsius fahrenheit
    """.split()
)

OPENING_WORDS = frozenset(
    """
    according after all almost also although among an and another any anybody anyone anything around as at back because
    before behind being below besides between beyond both but by compared concerning considering contrary
    currently despite due during each earlier early either elsewhere especially even eventually
    every everyone everything except few fewer finally first following for former formerly from
    further furthermore generally given half hardly he hence her here his how however i if in
    including increasingly indeed initially inside instead internally it its just last lastly late
    later least less let like likewise made many meanwhile more moreover most mostly much nearly
    neither never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off
    often on once one only or other others otherwise our out over overall part particularly perhaps
    possibly previously prior probably rather recently regarding second separately several she
    should similarly since so some somebody someone something sometimes soon still such than that
    the their then there therefore these they third this those though through throughout thus to
    today together tomorrow too toward towards under unless unlike until up upon usually very was we
    well were what when where whereas whether which while who whoever whose why will with within
    without yes yesterday yet you your asked speaking sources officials police people residents
    workers employees staff investors analysts experts critics supporters opponents researchers
    scientists doctors students teachers voters lawmakers
    """.split()
)

COMMON_NOUNS = frozenset(
    """
    ability access accident account act action activity actor addition address administration
    admission adult advance advice affair age agency agent agreement aid aim air aircraft airline
    airport album alarm alliance amount animal announcement answer apartment appeal application
    approach approval archive area argument army arrest arrival art article artist aspect asset
    assistance association athlete atmosphere attack attempt attendance attention auction audience
    audit author authority average award baby back bacteria ban band bank bar base basis battery
    battle beach bear bed beer belief benefit bid bike bill bird birth blaze block blood board boat
    body bomb bond book border boss bottle box boy branch brand bread bridge brother budget build
    builder building bus bush business buyer cabinet cafe call camera camp campaign canal cancer
    candidate capacity capital captain car carbon care career cargo case cash castle cat cathedral
    cattle cause ceasefire cell center centre century ceremony chain chair chairman challenge chance
    change channel chapter character charge charity chemical chief child childcare church cinema
    circulation city citizen claim class classroom climate clinic closure cloud club coach coal
    coast code coffee cold collapse collection college colony comet commission committee community
    company competition complaint concern concert condition conference confidence conflict congress
    construction consumer consumption contact contest contract control copper copy corn coroner
    corruption cost cottage council counsel count country county couple course court cover crash
    crew crime crisis critic crop crossing crowd cultivation culture currency customer cyclist dam
    damage data date daughter day deadline deal death debate debt decade decision decline defeat
    defence defendant defense deficit degree delay delegate delivery demand department departure
    deposit depot depth design despite detail development device dinner diplomat director disaster
    discovery disease dispute distance district dividend division doctor document dog donation door
    draft drama driver drop drought drug dust duty earthquake economy edition editor education
    effect effort egg election electricity email embassy emergency emission employee employer
    employment encryption energy engine engineer engineering enrolment enrollment enterprise entry
    environment episode equipment era error eruption estate estimate euro event evidence exam
    example exchange excavation exhibit exhibition expansion expenditure expense experience
    experiment expert export exposure extension extinction fabric face facility fact factory failure
    faith fall family fan fare farm farmer father fault fear feature federation fee feedback ferry
    festival field fight figure file film finance finding fire firefighter firm fish fisherman
    fishing fleet flight flood floor flour flow flu focus food football force forecast forest form
    fossil founder freight fuel fund funding funeral future gain gallery game gap garage garden gas
    gathering gender generation girl glacier glass goal gold good government governor grain grant
    grape grass grid ground group grower growth guard guest guide guidance gun habitat hail hall
    handling harbour harbor harm harvest head health hearing heart heat heating height help heritage
    highway hiring history holder holiday home hope horse hospital host hotel hour house household
    housing hundred hunger hunting hurricane ice idea image immigration impact import improvement
    income increase independence index individual industry inflation influence information
    infrastructure inflow initiative injury innovation inquest inquiry insect inspection inspector
    installation institute institution insulation insurance insurer intelligence intention interest
    internet interpretation interview introduction inventory investigation investigator investment
    investor invoice iron island issue item job journalist journey judge judgment jury justice key
    kid kitchen knowledge label labour labor laboratory lack lake lamb land landlord landslide
    language laptop laser launch law lawmaker lawsuit lawyer layoff lead leader leadership league
    lease legislation length letter level liability library licence license life light lightning
    limit line link liquidity list literature litigation livestock load loan lobby lorry loss lot
    love low lunch luxury machine magazine magistrate mail maintenance majority maker man management
    manager mandate manufacturer manufacturing map margin market marketing marriage mass match
    material matter mayor meal measure measurement meat mechanic media medicine meeting member
    membership memo memory merger message metal meteorite method migration milk mill mine miner
    mining minister ministry minority minute mission mistake mixture mob model moment money month
    monument mood morning mortgage mother motion motor motorist mountain mouse move movement movie
    multiple murder museum music name nation nature navy negotiation neighbor neighbour nest network
    news newspaper night noise notice novel number nurse nursing object objection obligation
    observation observer occupancy ocean offer offering office officer official oil operation
    operator opinion opponent opportunity opposition option orbit orchestra order organisation
    organization origin outage outbreak outcome outlet outlook output oven owner ownership oxygen
    package page paint painting panel panic paper parade parent park parliament part participant
    participation partner partnership party passage passenger passport past pastor path patient
    patrol pattern pay payment payroll peace peak pedestrian peer penalty pension performance
    performer period permission permit person personnel petition petrol phase phone photo photograph
    picture piece pilot pipe pipeline place plan plane planet planner planning plant planting
    plastic platform play player pledge plot poem point poison police policy poll pollution pool
    population port position possession post potato poverty power practice prediction premiere
    premium preparation presence presentation president press pressure price printing prison
    prisoner privacy prize probability probe problem procedure proceeds process processing producer
    product production productivity profession professor profit program programme progress project
    proof property proposal prosecution prosecutor protection protein protest protester province
    provision publication publisher pump pupil purchase purpose quake quality quantity quarantine
    quarter question queue race radar radiation radio rail railway rain rainfall rally range rate
    ratio reaction reactor reader reading reason rebel rebuilding recall receipt reception recession
    record recovery recruitment recycling reduction referee referendum reform refugee refund refusal
    region register regulation regulator relation release relief religion removal renovation rent
    repair replacement report reporter representative republic request requirement rescue rescuer
    research researcher reservation reservoir residence resident resignation resistance resolution
    resort resource respondent response responsibility restaurant restoration restriction result
    retailer retail retirement return revenue review revision revolution reward rice ride rider
    right ring riot rise risk rival river road robot rock rocket role roof room root route row rule
    ruling runner runway safety sailor salary sale salmon sample sanction satellite saving scheme
    scholar school science scientist scope score screen script sculpture sea search season seat
    secretary section sector security seed senate senator sensor sentence series servant server
    service session settlement sewage sex shape share shareholder sheep shelter shift ship shipment
    shipping shop shopper shopping shortage show shower shuttle side sign signal silence silver
    singer site situation size skill sky smartphone smoke snow society software soil soldier
    solution son song sound source space speaker specialist species spectator speech speed spending
    spokesman spokesperson spokeswoman sponsor sport spring square stadium staff stage stake
    standard star start startup state statement station statue status steel step stock stone storage
    store storm story strategy stream street stress strike structure student studio study style
    subject subscriber subscription subsidy success sugar suit summer summit sun supermarket
    supplier supply support supporter surface surge surgeon surgery surplus survey survival survivor
    suspect suspension system tax taxpayer teacher teaching team technician technology teenager
    telescope television temperature tenant tender term terminal territory test testimony testing
    text theatre theater theft theory therapy thief thing threat ticket tide timber time timetable
    tip title tobacco toll tonne tool top total tour tourism tourist tower town toy track trade
    trader trading tradition traffic trail train trainer training transaction transfer transition
    transmission transport transportation travel traveller traveler treasury treatment treaty tree
    trial tribunal trip troop truck trust truth tunnel turbine turnover turnout twin type umpire
    unemployment union unit university update upgrade use user usage vacancy vaccine vaccination
    value van variety vehicle vendor venue verdict version vessel veteran victim victory video view
    viewer village villager violation violence virus visibility visit visitor voice volcano volume
    volunteer vote voter voting wage wait walk wall war warehouse warming warning waste watchdog
    water wave way wealth weapon weather website wedding week weekend weight welfare west whale
    wheat wheel wife wildfire wildlife wind window wine winner winter witness wolf woman wood word
    work worker workforce working world worth wreck writer writing year yield youth zone zoo men
    women children people mice geese criteria new old young big small
    large major minor local national international global regional federal public private political
    economic financial social medical legal military civil foreign domestic annual monthly weekly
    daily current recent previous additional net gross high higher lower strong weak heavy
    severe extra free full empty final initial early late rising falling growing declining
    nearby leading senior junior main central eastern western northern southern
    european african asian american organic electric solar nuclear digital online mobile artificial
    human natural industrial commercial residential rural urban coastal marine independent
    accountant activist adolescent adviser advisor affected aftershock aide angry archaeologist artefact
    artifact ash assailant astronomer attacker auditor aunt avalanche banner bicycle bidder biologist
    blast blizzard bondholder bone bookmaker borrower botanist broker bullet burglar bystander campaigner
    chemist claimant classmate climber clinician colleague common commuter complainant congestion
    conservationist contractor councillor cousin creditor custody cyclone debris debtor demonstrator dense
    dentist depositor deputy detective different disabled displaced diver drone dry ecologist economist
    elderly electrician ember environmentalist envoy escalator explosion fierce flame floodwater flyer foggy
    footage forecaster fragment fraudster freezing frequent friend frightened fungus gale gambler geologist
    goalkeeper grandfather grandmother grandparent gridlock grenade gunman gust hacker happy healthy
    heatwave herring hiker historian holidaymaker homeless icy identical ill infant infected injured
    inscription intruder jobless jogger joint juror kayaker lava leaflet leak legislator lender lichen lift
    mathematician mediator medic meteorologist midfielder midwife militant missile missing moss motorbike
    mourner mud mushroom mussel mutual negotiator nephew newborn niece normal oceanographer onlooker oyster
    paramedic pathologist pensioner pharmacist physicist picket pilgrim placard plaintiff plumber poor poster
    pregnant psychologist punter rare regular relative relic repeated retiree rich robber routine rubble
    runoff schoolchild schoolchildren scooter sediment sibling sick similar skeleton skier skipper smuggler
    snowy spark spill spouse statistician stormy stranded striker subcontractor substitute sunny supervisor
    swimmer teen thick thunderstorm toddler tornado torrential trafficker tram trapped tremor typhoon
    uncle unemployed unusual vulnerable warm wasp wealthy wet widow windy worshipper wounded wreckage
    """.split()
)

COMMON_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ies", "ers", "ors", "ists", "ees", "ings", "ing", "ed", "ly", "ance",
    "ence", "ism", "ship", "ures", "ches", "shes", "sses", "ants", "ents", "als", "ages", "ives", "ous", "able", "ible",
    "ful", "less", "cies",
)  # fmt: skip

_PLACES = """
us usa america american americans united-states
uk britain british briton britons united-kingdom great-britain
eu european-union
un united-nations
france french
germany german germans
italy italian italians
spain spanish spaniard spaniards
portugal portuguese
netherlands dutch holland
belgium belgian belgians
switzerland swiss
austria austrian austrians
sweden swedish swede swedes
norway norwegian norwegians
denmark danish dane danes
finland finnish finn finns
iceland icelandic icelander icelanders
ireland irish
scotland scottish scots
wales welsh
england english
poland polish pole poles
czechia czech czechs
hungary hungarian hungarians
greece greek greeks
turkey turkish turk turks turkiye
russia russian russians
ukraine ukrainian ukrainians
china chinese
japan japanese
korea korean koreans
taiwan taiwanese
india indian indians
pakistan pakistani pakistanis
bangladesh bangladeshi
indonesia indonesian indonesians
malaysia malaysian
thailand thai
vietnam vietnamese
philippines filipino filipinos philippine
australia australian australians
canada canadian canadians
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian
chile chilean chileans
colombia colombian
peru peruvian
egypt egyptian egyptians
israel israeli israelis
iran iranian iranians
iraq iraqi iraqis
syria syrian syrians
lebanon lebanese
morocco moroccan
nigeria nigerian nigerians
kenya kenyan kenyans
ethiopia ethiopian
ghana ghanaian
africa african africans
europe european europeans
asia asian asians
"""
PLACE_OF = {
    word.replace("-", " "): line.split()[0] for line in _PLACES.strip().splitlines() for word in line.split()
}
"""From a country's or continent's name, adjective or people to one name for it."""
