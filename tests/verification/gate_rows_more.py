# ruff: noqa: E501 — a row of the table is a line
"""More rows in the notation of `gate_rows`: heavier paraphrase, and errors that hide in it."""

from __future__ import annotations

TABLE = """
= Harbour officials have suspended all ferry crossings to Skarvøy until at least Sunday after a cargo ship lost 14 containers in heavy seas.
> 2024-01-18
+ All ferries to Skarvøy are suspended until at least Sunday.
+ A cargo ship lost fourteen containers in rough seas.
+ Ferry services to Skarvøy will not resume before Sunday 21 January.
+ After a freighter lost 14 containers, harbour officials halted ferry crossings to Skarvøy.
number A cargo ship lost 40 containers in heavy seas.
hedge Ferry crossings to Skarvøy are suspended until Sunday.
date All ferry crossings to Skarvøy are suspended until at least Saturday.
name All ferry crossings to Hitra are suspended until at least Sunday.
content Harbour officials have resumed all ferry crossings to Skarvøy.

= Dr. Hanne Vik, who led the study, cautioned that the results were preliminary and had not been peer reviewed.
+ The study's leader, Hanne Vik, cautioned that its results were preliminary.
+ The results have not been peer reviewed, Hanne Vik said.
+ Hanne Vik, the study leader, stressed that the findings were preliminary and not yet peer reviewed.
negation The results had been peer reviewed, Hanne Vik said.
name Dr. Hanne Moe, who led the study, cautioned that the results were preliminary.

= Between 200 and 250 homes lost power overnight, according to grid operator Elvia, which expects to reconnect all of them by noon.
+ According to grid operator Elvia, 200 to 250 homes lost power overnight.
+ Elvia expects all of the homes to be reconnected by noon.
+ Grid operator Elvia said between 200 and 250 homes were left without electricity overnight.
number According to Elvia, 250 homes lost power overnight.
attribution Between 200 and 250 homes lost power overnight.
number According to Elvia, between 200 and 350 homes lost power overnight.
modality Elvia reconnected all of the homes by noon.

= The euro zone's unemployment rate edged down to 6.4% in February from 6.5% in January, Eurostat reported.
+ Unemployment in the euro zone fell to 6.4 percent in February, down from 6.5 percent a month earlier, Eurostat reported.
+ Eurostat reported that the euro zone's jobless rate was 6.4% in February.
number Unemployment in the euro zone fell to 6.5% in February, from 6.4% in January.
comparative The euro zone's unemployment rate edged up to 6.4% in February.
date The euro zone's unemployment rate edged down to 6.4% in March.

= Judge Maria Okafor sentenced the former treasurer, Tom Reilly, to three and a half years in prison for stealing £1.2 million from the charity.
+ Tom Reilly, a former treasurer, was sentenced to three and a half years in prison.
+ The former treasurer was jailed for three and a half years for stealing £1.2m from the charity.
+ Judge Maria Okafor jailed Tom Reilly for 3.5 years.
+ Reilly stole 1.2 million pounds from the charity.
number Tom Reilly was sentenced to three years in prison.
number Tom Reilly stole £2.1 million from the charity.
number Tom Reilly stole £1.2 billion from the charity.
role Judge Tom Reilly sentenced the former treasurer, Maria Okafor, to three and a half years in prison.
name Judge Maria Okoro sentenced the former treasurer to three and a half years.

= None of the 212 passengers aboard the train was hurt, but the driver was taken to hospital with minor injuries.
+ The 212 passengers on the train were unhurt.
+ All 212 passengers escaped unharmed.
+ The driver was taken to hospital with minor injuries.
+ No passengers were hurt.
negation Some of the 212 passengers aboard the train were hurt.
negation The driver was not taken to hospital.
number None of the 122 passengers aboard the train was hurt.
content The driver was taken to hospital with major injuries.

= Apple orchards in Hardanger produced 9,400 tonnes of fruit last year, the smallest harvest since 1986.
> 2025-02-10
+ Apple orchards in Hardanger produced 9,400 tonnes of fruit in 2024.
+ Last year's harvest in Hardanger was the smallest since 1986.
+ Hardanger's orchards yielded 9.4 thousand tonnes of fruit last year.
date Apple orchards in Hardanger produced 9,400 tonnes of fruit in 2023.
date Last year's harvest was the smallest since 1968.
number Apple orchards in Hardanger produced 9,400 kilograms of fruit last year.
comparative Last year's harvest in Hardanger was the largest since 1986.

= SpaceX's Starship exploded eight minutes after liftoff on Thursday, scattering debris over the Turks and Caicos Islands; no injuries were reported.
> 2025-01-18
+ Starship blew up eight minutes after liftoff on Thursday.
+ Debris from the SpaceX rocket fell over the Turks and Caicos Islands.
+ There were no reports of injuries.
+ On 16 January 2025, SpaceX's Starship exploded eight minutes after launch.
negation Injuries were reported after Starship exploded.
number Starship exploded eighteen minutes after liftoff on Thursday.
number Starship exploded eight hours after liftoff on Thursday.
name Debris fell over the Cayman Islands.
name Blue Origin's Starship exploded eight minutes after liftoff.

= Campaigners fear that as many as one in five village schools will shut within a decade.
+ Campaigners fear that up to a fifth of village schools will close within ten years.
+ As many as 20% of village schools will shut within a decade, campaigners fear.
number Campaigners fear that one in three village schools will shut within a decade.
attribution As many as one in five village schools will shut within a decade.
quantifier Campaigners fear that all village schools will shut within a decade.

= The airline denied that it had ignored warnings about the engine.
+ The airline denied having ignored warnings about the engine.
+ The airline denied it ignored engine warnings.
negation The airline had ignored warnings about the engine.
negation The airline admitted that it had ignored warnings about the engine.

= Voters in Basel approved the tax cut with 52.8 percent in favour; turnout was 44 percent.
+ 52.8% of voters in Basel backed the tax cut.
+ The tax cut was approved by Basel's voters.
+ Turnout was 44%.
+ More than half of voters backed the tax cut.
number Turnout was 52.8 percent.
number 58.2% of voters in Basel backed the tax cut.
content Voters in Basel rejected the tax cut.
name Voters in Bern approved the tax cut.

= Inflation slowed to 2.1 percent in the third quarter, economist Leila Haddad of Nordbank said, "but it is too early to celebrate".
+ Economist Leila Haddad of Nordbank said inflation slowed to 2.1% in the third quarter.
+ It is too early to celebrate, said Leila Haddad, an economist at Nordbank.
attribution Inflation slowed to 2.1 percent in the third quarter.
date Economist Leila Haddad said inflation slowed to 2.1 percent in the fourth quarter.
role Nordbank chairman Leila Haddad said inflation slowed to 2.1 percent.
comparative Inflation accelerated to 2.1 percent in the third quarter, Leila Haddad said.

= The two-hour concert will be broadcast live on Radio 3 from 7:30 p.m. on 12 December.
+ The concert will be broadcast live on Radio 3 at 7:30 pm on December 12.
+ The concert, which lasts two hours, will go out live on Radio 3.
number The three-hour concert will be broadcast live on Radio 3.
number The concert will be broadcast live on Radio 4.
number The concert will be broadcast live at 8:30 p.m. on 12 December.
date The concert will be broadcast live on Radio 3 on 21 December.

= Nearly 3 million people visited the park in 2023, compared with 2.4 million in 2022.
+ Nearly three million people visited the park in 2023.
+ In 2022, 2.4 million people visited the park.
+ Visitor numbers rose from 2.4 million in 2022 to almost 3 million in 2023.
hedge Three million people visited the park in 2023.
number Nearly 3 million people visited the park in 2022.
number Nearly 2.4 million people visited the park in 2023.
number More than 3 million people visited the park in 2023.

= Tesla's finance chief, Vaibhav Taneja, said the company expects to begin volume production of the Semi by the end of 2025, Reuters reported.
+ Tesla expects to start volume production of the Semi by the end of 2025, its CFO Vaibhav Taneja said.
+ According to Reuters, Tesla's finance chief said it expected to begin volume production of the Semi by the end of 2025.
modality Tesla began volume production of the Semi by the end of 2025, Vaibhav Taneja said.
role Tesla's chief executive, Vaibhav Taneja, said the company expects to begin volume production of the Semi.
name Elon Musk said Tesla expects to begin volume production of the Semi by the end of 2025.

= The council voted to demolish the tower block, although several councillors argued that it could be repaired.
+ The council voted to demolish the tower block.
+ Several councillors argued that the tower block could be repaired.
+ The council voted for the demolition of the tower block.
negation The council voted not to demolish the tower block.
attribution The tower block could be repaired.

= Some 70 percent of the 1,300 nurses surveyed said they had considered leaving the profession.
+ About 70% of the 1,300 nurses surveyed said they had considered leaving the profession.
+ Roughly seven in ten of the nurses surveyed said they had considered quitting the profession.
+ Some 1,300 nurses were surveyed.
number Some 17 percent of the 1,300 nurses surveyed said they had considered leaving the profession.
number About 70% of the 13,000 nurses surveyed said they had considered leaving the profession.
modality About 70% of the nurses surveyed left the profession.

= Production at the Gdansk yard stopped for three weeks in June, costing the company 45 million zlotys.
+ The Gdansk yard halted production for three weeks in June.
+ The three-week stoppage cost the company 45 million zlotys.
number The Gdansk yard halted production for five weeks in June.
number The stoppage cost the company 54 million zlotys.
date Production at the Gdansk yard stopped for three weeks in July.
name Production at the Gdynia yard stopped for three weeks in June.

= The minister did not say when the new rules would take effect.
+ The minister declined to say when the new rules would take effect.
+ It was not stated when the new rules would come into force.
+ The minister gave no date for the new rules to take effect.
negation The minister said when the new rules would take effect.

= More women than men applied for the course for the first time this year.
+ For the first time, more women than men applied for the course.
+ This year more women than men applied for the course.
comparative Fewer women than men applied for the course this year.
quantifier More women than men applied for the course for the second time.

= Researchers found that children who slept less than eight hours were twice as likely to catch a cold.
+ Children who slept less than eight hours were twice as likely to catch a cold, researchers found.
+ Sleeping under eight hours doubled the likelihood of children catching a cold.
number Children who slept less than six hours were twice as likely to catch a cold, researchers found.
number Children who slept more than eight hours were twice as likely to catch a cold, researchers found.
number Children who slept less than eight hours were three times as likely to catch a cold.

= Grain exports from Odesa were halted for a second day on 3 March after drone attacks damaged two silos, Ukraine's agriculture ministry said.
+ Ukraine's agriculture ministry said grain exports from Odesa were halted for a second day.
+ Two silos were damaged by drone attacks, the Ukrainian agriculture ministry said.
+ On March 3, grain exports from Odesa remained halted, according to the ministry of agriculture.
quantifier Grain exports from Odesa were halted for a third day, Ukraine's agriculture ministry said.
attribution Grain exports from Odesa were halted for a second day.
name Grain exports from Mykolaiv were halted for a second day, the ministry said.
date Grain exports from Odesa were halted on 5 March, the ministry said.

= The hotel chain, founded in 1952, employs 8,000 people in 14 countries and is owned by the Brandt family.
+ The hotel chain employs 8,000 people across 14 countries.
+ The chain was founded in 1952.
+ The Brandt family owns the hotel chain.
+ Employing 8,000 people, the hotel chain belongs to the Brandt family.
number The hotel chain employs 14 people in 8,000 countries.
date The chain was founded in 1925.
name The Braun family owns the hotel chain.
role The hotel chain owns the Brandt family.

= It is unclear whether the hackers obtained passwords, the bank said.
+ The bank said it was unclear whether the hackers had obtained passwords.
+ According to the bank, it is not known whether hackers obtained passwords.
hedge The hackers obtained passwords, the bank said.
"""
