"""Things of one sort that are never each other, in English: sorts parted by ";", things by "|".

Only what has few other names and is no part or kind of another in its row: no "car" beside a "taxi".
"""

from __future__ import annotations

SIBLINGS = """
cocaine | heroin | cannabis marijuana hashish | amphetamine amphetamines methamphetamine | fentanyl | opium | ecstasy
    ;
plastic | glass | wood wooden timber | concrete | brick | stone marble granite | rubber | leather | cotton | wool
    woollen | silk | paper | cardboard | ceramic porcelain clay | steel iron metal copper bronze brass aluminium
    aluminum gold silver lead zinc ;
gold golden | silver | bronze ;
copper | lithium | nickel | cobalt | zinc | uranium | tin | gold | silver | aluminium aluminum | platinum ;
bee bees honeybee honeybees bumblebee bumblebees | wasp wasps hornet hornets | ant ants | butterfly butterflies moth
    moths | beetle beetles | mosquito mosquitoes | spider spiders | locust locusts grasshopper grasshoppers ;
honeybee honeybees | bumblebee bumblebees ;
dog dogs puppy puppies | cat cats kitten kittens | horse horses pony ponies mare stallion | cow cows cattle bull bulls
    calf calves | sheep lamb lambs ewe ewes | pig pigs boar boars | goat goats | donkey donkeys | camel camels |
    rabbit rabbits hare hares | chicken chickens hen hens rooster | duck ducks | goose geese | turkeys | wolf wolves |
    bear bears | fox foxes | deer elk moose reindeer | lion lions | tiger tigers | leopard leopards | elephant
    elephants | monkey monkeys ape apes gorilla gorillas chimpanzee chimpanzees | rat rats mouse mice | bat bats |
    beaver beavers | otter otters | badger badgers | lynx | snake snakes | crocodile crocodiles ;
cod | herring | salmon | tuna | mackerel | trout | sardine sardines | eel eels | shark sharks | whale whales | dolphin
    dolphins | seal seals | squid octopus ;
eagle eagles | owl owls | stork storks | crow crows raven ravens | gull gulls seagull seagulls | pigeon pigeons |
    sparrow sparrows | swan swans | heron herons | vulture vultures ;
bus buses coach coaches | train trains | tram trams | lorry lorries truck trucks | bicycle bicycles bike bikes |
    motorcycle motorcycles motorbike motorbikes | helicopter helicopters | plane planes aeroplane airplane jet
    airliner | ferry ferries | tanker tankers | submarine submarines | tractor tractors | ambulance ambulances | canoe
    kayak | balloon balloons ;
butter | cheese | milk | yoghurt yoghurts yogurt yogurts | cream | bread | rice | beef | pork ham bacon | poultry |
    lamb mutton | eggs | sugar | salt | chocolate | honey | jam | flour | pasta ;
wheat | maize corn | barley | rye | oats | rice | soy soya soybeans | potato potatoes | tomato tomatoes | onion onions
    | apple apples | pear pears | cherry cherries | grape grapes | olive olives | orange oranges | lemon lemons |
    banana bananas | strawberry strawberries | coffee | tea | cocoa | cotton | tobacco ;
beer lager ale | wine wines | whisky whiskey | vodka | gin | rum | cider | coffee | tea | juice | lemonade ;
knife knives | gun guns pistol pistols rifle rifles revolver shotgun shotguns firearm firearms | axe axes | hammer
    hammers | sword swords | grenade grenades ;
arm arms | leg legs | shoulder shoulders | knee knees | ankle ankles | hip hips | wrist wrists | neck | elbow ;
measles | flu influenza | cholera | malaria | polio | mumps | tuberculosis | ebola | dengue | diphtheria | smallpox |
    diabetes | cancer | pneumonia | dementia | asthma | typhoid | hepatitis | rabies ;
murder | fraud embezzling embezzlement embezzled | rape | bribery | arson | kidnapping | perjury | treason | burglary
    | blackmail extortion | smuggling trafficking | stalking | poaching | espionage spying ;
solar | wind | coal | gas | nuclear | hydroelectric | geothermal | biomass ;
football soccer | rugby | cricket | tennis | basketball | volleyball | handball | hockey | baseball | golf | boxing |
    swimming | cycling | rowing | athletics | fencing | judo | wrestling | gymnastics | badminton ;
pianist pianists | violinist violinists | cellist cellists | flautist flutist | guitarist guitarists | drummer
    drummers | trumpeter | organist | harpist ;
pianist violinist cellist guitarist drummer | actor actress | painter sculptor | photographer | novelist poet
    playwright | director film-maker filmmaker | architect | dancer ballerina choreographer | singer soprano tenor
    baritone ;
primary elementary | secondary | nursery kindergarten ;
church churches cathedral chapel | mosque mosques | synagogue synagogues ;
hospital hospitals clinic | school schools | library libraries | museum museums | theatre theatres theater theaters |
    prison prisons jail jails | airport airports | supermarket supermarkets | factory factories plant plants | hotel
    hotels hostel | stadium stadiums arena | zoo | cinema cinemas ;
teachers | nurses | doctors physicians | firefighters firemen | farmers | miners | pilots | fishermen fishers |
    students pupils | pensioners retirees | soldiers troops | journalists reporters | lawyers ;
earthquake quake | flood floods flooding | drought | hurricane typhoon cyclone | tornado tornadoes | avalanche |
    landslide mudslide | wildfire wildfires | tsunami | war wars | famine ;
oxygen | hydrogen | nitrogen | helium | methane | carbon | ammonia | chlorine ;
catholic catholics | protestant protestants | muslim muslims | jewish jews | hindu hindus | buddhist buddhists ;
army | navy ;
boy boys | girl girls ;
red | blue | green | yellow | purple | brown | pink ;
lake | river | canal ;
euros | dollars | pounds ;
"""
