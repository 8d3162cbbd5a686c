# ruff: noqa: E501 — a row of the table is a line
"""A fourth set in the notation of `gate_rows`: written after the gate, to see what it had not been told."""

from __future__ import annotations

TABLE = """
= Storm Ylva left 84,000 households without electricity on Sunday and forced the cancellation of 130 flights at Landvetter airport.
> 2024-12-02
+ Storm Ylva cut power to 84,000 households on Sunday.
+ At Landvetter airport, 130 flights were cancelled because of Storm Ylva.
+ On 1 December 2024, Storm Ylva left 84,000 homes without power.
+ The storm forced 130 flights to be cancelled.
number Storm Ylva cut power to 48,000 households on Sunday.
number Storm Ylva forced the cancellation of 113 flights.
name Storm Ylva forced the cancellation of 130 flights at Arlanda airport.
date Storm Ylva left 84,000 households without electricity on Saturday.

= The bank's net profit fell to 2.3 billion kronor from 2.9 billion a year earlier, missing analysts' expectations of 2.6 billion.
+ The bank's net profit fell to 2.3 billion kronor, from 2.9 billion a year earlier.
+ Net profit was 2.3 billion kronor, below the 2.6 billion analysts had expected.
+ Analysts had expected a net profit of 2.6 billion.
+ The bank missed analysts' expectations.
number The bank's net profit fell to 2.6 billion kronor.
comparative The bank's net profit rose to 2.3 billion kronor.
comparative The bank beat analysts' expectations of 2.6 billion.

= A spokeswoman for the ministry, Carla Nunes, said inspectors had visited 17 of the 23 farms and found no trace of the virus.
+ Inspectors visited 17 of the 23 farms and found no trace of the virus, spokeswoman Carla Nunes said.
+ According to ministry spokeswoman Carla Nunes, no trace of the virus was found.
+ The ministry said that inspectors had been to 17 of 23 farms.
negation Inspectors found traces of the virus, spokeswoman Carla Nunes said.
quantifier Inspectors visited all of the farms, spokeswoman Carla Nunes said.
attribution Inspectors found no trace of the virus.
role Minister Carla Nunes said inspectors had visited 17 of the 23 farms.

= Archaeologists digging near Vindolanda have unearthed a wooden toy sword believed to be about 1,800 years old.
+ Archaeologists have unearthed a wooden toy sword near Vindolanda.
+ The toy sword is thought to be roughly 1,800 years old.
+ A wooden toy sword, believed to date back some 1,800 years, was dug up near Vindolanda.
hedge The toy sword is 1,800 years old.
number The toy sword is believed to be about 18,000 years old.
name Archaeologists have unearthed a wooden toy sword near Housesteads.

= If parliament agrees, the voting age will be lowered from 18 to 16 before the 2029 election.
+ The voting age will be lowered from 18 to 16 before the 2029 election if parliament agrees.
+ Subject to parliament's approval, the voting age will drop to 16 before the election in 2029.
+ If parliament agrees, 16-year-olds will be able to vote in 2029.
modality The voting age has been lowered from 18 to 16.
number If parliament agrees, the voting age will be lowered from 18 to 15.
date If parliament agrees, the voting age will be lowered before the 2028 election.
comparative If parliament agrees, the voting age will be raised before the 2029 election.

= The tunnel boring machine, nicknamed Hilda, is advancing by 12 metres a day and is now 3.4 kilometres from the southern portal.
+ The tunnel boring machine is advancing 12 metres a day.
+ Hilda, the boring machine, is now 3.4 km from the southern portal.
+ The machine moves forward by 12 m per day.
+ The machine is now 3,400 metres from the southern portal.
number The machine is advancing by 21 metres a day.
number The machine is advancing by 12 metres a week.
number The machine is now 4.3 kilometres from the southern portal.
content The machine is now 3.4 kilometres from the northern portal.

= Health inspectors shut the restaurant on 9 May after 31 guests fell ill; its owner, Piero Galli, disputes that the food was to blame.
+ Health inspectors closed the restaurant on May 9 after 31 guests became ill.
+ Owner Piero Galli disputes that the food was to blame.
+ Thirty-one guests fell ill.
+ The restaurant's owner, Piero Galli, denies that its food was to blame.
number Health inspectors shut the restaurant after 13 guests fell ill.
date Health inspectors shut the restaurant on 19 May.
content Piero Galli agrees that the food was to blame.

= Passenger trains resumed between Turin and Lyon on Monday, 19 months after a landslide blocked the line.
+ Trains between Turin and Lyon resumed on Monday after 19 months.
+ Passenger trains are running again between Turin and Lyon, 19 months after a landslide.
+ A landslide had blocked the line between Turin and Lyon.
number Passenger trains resumed 9 months after a landslide blocked the line.
name Passenger trains resumed between Turin and Nice on Monday.
content Passenger trains between Turin and Lyon were suspended on Monday.

= Samples from 9 of 12 wells exceeded the limit for nitrate, the agency found; the highest reading was 84 milligrams per litre.
+ Nine of the 12 wells exceeded the nitrate limit, the agency found.
+ The highest nitrate reading was 84 milligrams per litre.
+ Three quarters of the wells exceeded the limit for nitrate, according to the agency.
number Samples from 7 of 12 wells exceeded the limit for nitrate.
comparative The lowest reading was 84 milligrams per litre.
quantifier All wells exceeded the limit for nitrate, the agency found.

= Coach Imke Bauer has been sacked after six straight defeats; her assistant Jan Pohl takes over until the end of the season.
+ Imke Bauer was dismissed as coach after six straight defeats.
+ Jan Pohl, her assistant, will take over until the end of the season.
+ After six defeats in a row, coach Imke Bauer has been fired.
number Imke Bauer was sacked after seven straight defeats.
role Coach Jan Pohl has been sacked after six straight defeats.
content Imke Bauer was sacked after six straight victories.
content Coach Imke Bauer has been hired after six straight defeats.

= The film grossed $212 million worldwide, of which $74 million came from North America, against a budget of $90 million.
+ The film grossed $212 million worldwide.
+ North America accounted for $74 million of the film's takings.
+ The film's budget was $90 million.
+ Made for $90 million, the film took in $212 million around the world.
number The film grossed $221 million worldwide.
number The film grossed $74 million worldwide.
number The film's budget was $19 million.

= Teachers at 48 schools walked out for two days, demanding a pay rise of at least 8 percent.
+ Teachers walked out at 48 schools for two days.
+ The teachers want a pay rise of at least 8%.
+ Striking teachers at 48 schools demanded at least 8 percent more pay.
hedge The teachers demanded a pay rise of 8 percent.
number The teachers demanded a pay rise of at most 8 percent.
number Teachers walked out for two weeks.
modality Teachers at 48 schools received a pay rise of at least 8 percent.

= The vessel was built in Gdynia in 1978 and has sailed under the Panamanian flag since 2011.
+ Built in Gdynia in 1978, the vessel has sailed under the Panamanian flag since 2011.
+ The ship has flown Panama's flag since 2011.
+ The vessel was built in 1978.
date The vessel was built in Gdynia in 1987.
date The vessel sailed under the Panamanian flag until 2011.
name The vessel was built in Gdansk in 1978.
name The vessel has sailed under the Liberian flag since 2011.

= Residents were told to boil tap water for at least a week, although the utility said the risk was low.
+ Residents were told to boil their tap water for at least a week.
+ The utility said the risk was low.
+ Although the utility said the risk was low, residents must boil tap water for at least a week.
hedge Residents were told to boil tap water for a week.
attribution The risk was low.
comparative The utility said the risk was high.
negation Residents were told not to boil tap water.
"""
