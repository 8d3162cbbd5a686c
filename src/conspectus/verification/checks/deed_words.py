"""Deeds that no text tells without a word for them, and the beginnings of the words that can tell them, in English.

A row is "forms in a claim | beginnings in evidence"; of up to two letters, a beginning is the whole word. The forms
are the plain ones, which mean nothing else; the beginnings are many, because to refuse a true claim is worse here than
to let a false one pass. Forms of two words are joined with "_".
"""

from __future__ import annotations

DEEDS = """
died dies deceased killed kills fatally passed_away | abandon ashes assassin autops away axe bereave bod
    breath buri casualt condol coroner corpse cremat dea die drop drown dying executed execution fatal funeral
    grave homicid inquest kill lethal life live loses lost massacr morgue mortu mourn murder obitu outliv
    perish post-mortem reject remains scrap shot slain slay stab succumb suicid surviv toll victim vot wake
    widow woke ;
murdered murder murders assassinated | assassin body corpse dea die homicid kill lifeless manslaughter murder
    shot slain slay stab strangl victim ;
drowned drowns | bodies body dea die drown lake lost pool river sank sea sunk swept water ;
injured injures wounded hospitalised hospitalized | ambulanc ankle bandag bit bled bleed blood bone brok bruis
    burn casualt clinic concuss crush crutch cut fractur harm hospital hurt injur knee knock limp maim
    paramedic rib scald shot sling sore sprain stab stitch stretcher struck surger tore torn treat twist
    unconscious ward wound wrist ;
arrested arrests detained apprehended | arrest bail behind book capture caught cell charg collar cuffs custod
    detain detention handcuff held hold interrogat jail led nab nick picked police prison pulled questioned
    remand rounded run seiz station suspect taken ;
jailed imprisoned | bars behind cell convict court custod detain guilt incarcerat inside jail judg jur lock
    prison serv ;
convicted | condemn convict court found guilt jail juror jury plead prison sentenc verdict ;
acquitted exonerated | acquit clear exonerat free guilt innocen juror jury verdict ;
sentenced | community convict court custod fine gave gets given got guilt handed jail judg jur prison sent
    serv term ;
sued sues suing | action barrister case challeng claim compensat complaint court damages judge law legal litig
    lodg proceed solicitor sue suing suit taken takes tribunal writ ;
prosecuted indicted | accus charg court dock indict prosecut trial ;
fined | charg cost fine levy pay penal punish sanction ;
resigned resigns resignation quits quitting stepped_down stepping_down stood_down steps_down | aside bow
    depart exit farewell former gave give hand leav left oust quit relinquish replac resign retir step stood
    succeed tender towel vacat walk ;
sacked fired_by laid_off | axe cut dismiss door drop employ fire firing job laid lay let march oust part
    positions post push redundan remov replac sack shed terminat ;
retired retires retiring | bow career end farewell final hang hung last leav left pension quit retir stand
    step stop years ;
married marries wed | bride couple groom honeymoon husband knot marr partner spouse vows wed widow wife yes ;
divorced divorces | divorc ex former husband marriage separat split wife ;
exploded explodes explosion detonated | bang blast blew blow bomb boom burst deton eruption explo rip shatter
    went ;
bankrupt bankruptcy insolvent insolvency | administrat bankrupt broke bust chapter closed closure collaps
    creditor debt fail insolv liquidat money protection receiv under wound ;
evacuated evacuates | clear displac empti empty evacu fled flee home leave left move ordered out refuge safe
    shelter ;
rescued rescues | aliv ashore bring brought carried carry dug found free haul helicopter ladder lifeboat lift
    out pick pluck pull reach recover rescu safe sav surviv winch ;
kidnapped kidnaps abducted | abduct bundl captiv captor held hostage kidnap ransom seiz snatch taken took ;
stabbed stabs | blade knife knives stab ;
shot_dead gunned_down | bullet fire gun kill shoot shot ;
raped assaulted | abus assault attack beat hit hurt kick punch rap sexual strik struck ;
robbed robbers robbery burgled burglary stole stolen steals | break broke burgl disappear divert embezzl
    emptied gone haul heist help hijack loot made make missing pinch pocket raid rob safe siphon snatch steal
    stole swip taken thef thie took vanish walk ;
bribed bribes bribery bribe | brib cash corrupt envelope kickback paid pay ;
smuggled smuggles smuggling | boot border cargo contraband crate custom hid luggage smuggl traffick ;
forged forges forgery | alter counterfeit doctor fak false falsif forg ;
apologised apologized apologises apologizes apology | apolog asham forgiv mistake owe pardon regret shame
    sorry wrong ;
wept weeps cried cries sobbed sobs | break broke cri cry eyes handkerchief lump sniff sob tear weep wept ;
sold sells selling | acqui auction belong bid bought buy cash commerc cost custom deal deliver dispos divest
    export fetch hammer hand market offer offload order owner paid pay pric purchas raise retail revenue sale
    sell shift ship shop sold stake store suppl takeover ticket trad turnover vend went worth ;
bought buys buying purchased purchases | acqui auction belong bid bought buy cost deal fork got hand invest
    land order owner paid pay pick price purchas sale sell shell shop snap sold spend spent splash stump
    takeover took ;
donated donates donation donations | bequ charit check cheque chip contribut donat fund gave gift giv grant
    handed left money paid pay philanthrop pledg present rais send sent ;
appointed appoints appointment | appoint became becom boss chair charge choos chos elect gets got head helm
    hire install job join lead made move name naming nominat pick post promot recruit rein replac select step
    succeed take took top ;
elected elects re-elected reelected | ballot choos chos councillor deputy elect majority mandate mayor member
    office poll popular presiden return seat victor vot win won ;
voted votes | mp adopt against agree approv assembly ayes back ballot carri councillor decid defeat deput
    elect endors favor favour hand house lawmakers majorit member motion oppos parliament pass poll referend
    reject scrap senate support threw thrown turned unanim vot ;
evicted evicts eviction | bailiff evict home landlord leave left notice remov tenan throw turf ;
deported deports expelled expels | ban border deport expel expul flown leav left order out plane remov send
    sent ;
hacked hackers | access attack breach break broke cyber hack intru leak login malware password phish ransom
    stol ;
vaccinated | dose immuni inocul jab shot vaccin ;
plagiarised plagiarized | borrow copi copy lift own plagiar words ;
boycotted boycotts boycott | absent away boycott empty miss pull refus shun stay walk withdr ;
hospitalisation hospitalization | ambulanc hospital treat ward ;
strangled | chok strangl throttl ;
vandalised vandalized | brok damag daub deface destroy graffiti paint ruin scratch slash smash spray vandal
    window ;
demolished demolishes bulldozed | bulldoz came clear come demoli destroy down flatten gone knock level pull
    raze rip rubble tear tore torn way wreck ;
unanimous unanimously unanimity | all dissent each every everybody everyone nobody no none nil one unanim voice without
    zero ;
cancer | cancer carcinom leuk lymphom malignan melanom oncolog tumo ;
helicopter helicopters | air chopper fly flew flown heli winch ;
earthquake earthquakes | epicent magnitud quak richter seism shak shook temblor tremor tsunami ;
confessed confesses confession | acknowledg admiss admit conced confess guilt own plead ;
"""
