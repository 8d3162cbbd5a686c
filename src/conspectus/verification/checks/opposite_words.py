"""Words and their opposites in English: sides parted by "|", pairs by ";"."""

from __future__ import annotations

DIRECTIONS = """
rise rises rose risen rising increase increased increases increasing grow grew grown grows growing growth climb
climbed climbs jump jumped jumps surge surged surges surging soar soared gain gained gains up higher raise raised
raises expand expanded expansion boost boosted boosts upgrade upgraded improve improved improves improvement
accelerate accelerated rebound rebounded recover recovered strengthen strengthened intensify intensified intensifies
escalate escalated double doubled triple tripled add added upward rally rallied swell swelled widen widened advance
advanced more create creates created | fall falls fell fallen falling decrease decreased decreases decreasing decline
declined declines declining drop dropped drops dropping shrink shrank shrunk plunge plunged plunges slump slumped
tumble tumbled slide slid lose lost loses loss down lower lowered reduce reduced reduces reducing reduction cut cuts
cutting halve halved contract contracted contraction downgrade downgraded worsen worsened slow slowed slows slowing
weaken weakened dip dipped sink sank collapse collapsed downward ease eased narrow narrowed retreat retreated less
fewer
"""
OPPOSITES = """
high | low ;
more greater bigger larger higher | less fewer smaller lower ;
above over exceed exceeds exceeded exceeding beat beats topped surpassed surpass | below under short
missed missing misses miss undershot ;
faster quicker sooner quickly rapidly | slower later slowly gradually ;
better best improved | worse worst worsened ;
stronger strong strongest | weaker weak weakest ;
longer longest | shorter shortest ;
older oldest elder | younger youngest ;
newest newer latest | oldest older ;
largest biggest highest most maximum | smallest lowest least minimum fewest ;
hotter warmer warmest hottest | colder cooler coldest coolest ;
cheaper cheapest | dearer costlier pricier ;
earlier earliest | later latest ;
win won wins winning victory victories beat defeated | lose lost loses losing defeat defeats ;
approve approved approves approval accept accepted accepts backed passed endorsed adopted for | reject
rejected rejects rejection refused vetoed blocked declined turned-down threw against ;
open opened opens opening reopen reopened | close closed closes closing closure shut shuts ;
start started starts begin began begun begins launch launched launches resume resumed | end ended
ends finish finished complete completed completes stop stopped stops halt halted suspend suspended cease ceased ;
hire hired hires hiring recruit recruited recruiting | fire fired fires dismiss dismissed dismisses
layoff layoffs sack sacked redundant redundancies laid ;
buy bought buys buying purchase purchased purchases acquire acquired acquires acquisition | sell
sold sells selling sale divest divested ;
import imported imports | export exported exports ;
support supported supports back backed backs favour favoured favor favored for | oppose opposed opposes
criticise criticised criticize criticized condemn condemned against ;
guilty convicted convict conviction | innocent acquitted acquittal cleared exonerated ;
profit profits profitable | loss losses loss-making ;
legal lawful | illegal unlawful ;
success successful successfully succeeded succeed | failure failed unsuccessful unsuccessfully fails
fail ;
allow allowed allows permit permitted legalise legalised | ban banned bans prohibit prohibited
forbid forbade outlaw outlawed ;
hurt injured injuring injures wounded | killed dead died death deaths kills killing ;
confirm confirmed confirms admit admits admitted | deny denied denies contradict
contradicts contradicted contradicting ;
arrive arrived arrives arrival | depart departed departure leave left leaves ;
enter entered joined join joins | exit exited quit quits withdrew withdraw ;
north northern northeast northwest | south southern southeast southwest ;
east eastern | west western ;
male men man boys boy | female women woman girls girl ;
public state-owned | private privately ;
surplus | deficit ;
partly partially | fully entirely completely wholly ;
agree agrees agreed | disagree disagrees disagreed dispute disputes disputed ;
minor mild slight slightly light | major serious seriously severe severely heavy critical critically
;
cancelled canceled cancels cancel scrapped abandoned axed | held proceed proceeded staged ;
halted halt halts stopped stop stops suspended suspend | continue continued continues resume resumed
resumes ;
majority | minority ;
optimistic optimism hopeful | pessimistic pessimism gloomy ;
survive survived survivors alive | die died dead killed death deaths kill kills ;
lift lifted lifts ease eased relax relaxed | impose imposed imposes tighten tightened ;
appoint appointed named hired | resign resigned resigns dismissed ousted sacked stepped ;
safe safely | unsafe dangerous ;
temporary temporarily interim | permanent permanently ;
voluntary voluntarily | compulsory mandatory forced ;
mandatory compulsory obligatory required | optional voluntary ;
unanimous unanimously | narrowly split divided ;
urban city | rural countryside ;
domestic | foreign overseas ;
first | last final ;
indoor indoors | outdoor outdoors ;
maximum | minimum ;
national nationwide nationally | local locally ;
day daytime daily | night overnight nightly ;
weekly | monthly yearly annual annually daily ;
upheld uphold upholds | overturned overturn overturns quashed struck ;
increase increased rise rises rose grew climbed jumped fell dropped declined decreased shrank | maintained unchanged
held flat steady stable ;
ahead | behind ;
inside | outside ;
morning | afternoon evening night ;
spring | autumn fall ;
summer | winter ;
many | few ;
welcome welcomed welcomes praise praised praises | reject rejected rejects criticise criticised criticises criticize
criticized condemn condemned condemns denounce denounced ;
accept accepted accepts | challenge challenged challenges contest contested appeal appealed ;
rich richer richest wealthy | poor poorer poorest ;
dry drier driest | wet wetter wettest ;
easy easier easiest | difficult harder hardest ;
civilian civilians | military ;
amateur amateurs | professional professionals ;
often frequently always | rarely seldom ;
"""
