# ruff: noqa: E501 — a row of the table is a line
"""A third set in the notation of `gate_rows`: paraphrases as newsrooms write them, and single planted errors."""

from __future__ import annotations

TABLE = """
= Amid falling demand, furniture maker Holmgren said it would cut 350 of its 2,100 jobs and shut its oldest plant, in Växjö, by April.
> 2024-11-05
+ Holmgren will cut 350 jobs, the furniture maker said.
+ Furniture maker Holmgren says it will close its Växjö plant by April.
+ The company said it would cut 350 of 2,100 jobs because of falling demand.
+ Holmgren said one in six jobs would go.
number Holmgren said it would cut 530 jobs.
attribution Holmgren will shut its oldest plant by April.
comparative Amid rising demand, Holmgren said it would cut 350 jobs.
name Holmgren said it would shut its plant in Malmö by April.
comparative Holmgren said it would shut its newest plant by April.

= The orbiter, launched in July 2020, has sent back more than 6,000 images and will keep working until at least 2028, ESA announced.
+ Launched in July 2020, the orbiter has returned over 6,000 images.
+ ESA announced that the orbiter will operate until at least 2028.
+ The orbiter has sent home more than 6,000 pictures since its launch in July 2020.
hedge The orbiter has sent back 6,000 images.
hedge The orbiter will keep working until 2028, ESA announced.
date The orbiter, launched in June 2020, has sent back more than 6,000 images.
number The orbiter has sent back more than 60,000 images.

= Manuel Ortega, 29, won the men's marathon in 2:07:14, with Kenya's Daniel Kirui second, 11 seconds behind.
+ Manuel Ortega won the men's marathon.
+ Daniel Kirui of Kenya came second, 11 seconds behind Ortega.
+ Ortega, who is 29, won the marathon in 2:07:14.
+ Kenyan Daniel Kirui finished second.
role Daniel Kirui won the men's marathon in 2:07:14.
number Daniel Kirui came second, 17 seconds behind.
name Ethiopia's Daniel Kirui was second.
content Manuel Ortega won the women's marathon.

= Hospital managers admitted that 19 patients had been given the wrong dose, and apologised to their families.
+ Nineteen patients were given the wrong dose, hospital managers admitted.
+ Hospital managers apologised to the families of 19 patients who were given the wrong dose.
+ The hospital's managers have apologised to the patients' families.
number Hospital managers admitted that 90 patients had been given the wrong dose.
negation Hospital managers did not apologise to the families.

= Under the deal, Iceland will lend the manuscript to Denmark for ten years; it will be shown in Copenhagen from 2026.
+ Iceland will lend Denmark the manuscript for a decade.
+ The manuscript will go on show in Copenhagen in 2026.
+ Under the agreement Denmark will borrow the manuscript for ten years.
+ From 2026 the manuscript will be shown in Copenhagen.
role Denmark will lend the manuscript to Iceland for ten years.
number Iceland will lend the manuscript for two years.
date The manuscript will be shown in Copenhagen from 2028.
name The manuscript will be shown in Aarhus from 2026.

= Only 12 of the 40 lifeboats passed the inspection, the accident board wrote in its report published on 3 May.
> 2024-05-04
+ Twelve of the 40 lifeboats passed inspection, the accident board wrote.
+ The accident board's report was published on May 3, 2024.
+ Just 12 out of 40 lifeboats passed, according to the accident board.
+ The accident board found that only 12 of the 40 lifeboats passed the inspection.
number Only 20 of the 40 lifeboats passed the inspection, the accident board wrote.
negation Twelve of the 40 lifeboats did not pass the inspection, the accident board wrote.
date The report was published on 5 May.

= Demand for heat pumps is likely to slow next year, said Greta Winkler, head of the industry association.
> 2024-10-02
+ Greta Winkler, who heads the industry association, said demand for heat pumps was likely to slow next year.
+ Heat pump demand will probably slow in 2025, according to Greta Winkler.
+ The head of the industry association, Greta Winkler, expects heat pump demand to slow in 2025.
modality Demand for heat pumps will slow next year, said Greta Winkler.
modality Demand for heat pumps has slowed, said Greta Winkler.
comparative Demand for heat pumps is likely to accelerate next year, said Greta Winkler.
date Demand for heat pumps is likely to slow this year, said Greta Winkler.
attribution Demand for heat pumps is likely to slow next year.

= The vaccine was 91% effective in adults under 65 and 74% effective in those older, with mild side effects in about a tenth of cases.
+ The vaccine was 91% effective in adults under 65.
+ In older people the vaccine was 74 percent effective.
+ About 10% of cases had mild side effects.
+ Side effects were mild and occurred in roughly one in ten cases.
number The vaccine was 74% effective in adults under 65.
number The vaccine was 94% effective in adults under 65.
content The vaccine had severe side effects in about a tenth of cases.

= Divers recovered the flight recorder on Tuesday night, two days after the helicopter went down with nine people on board.
> 2025-08-07
+ The flight recorder was recovered by divers on Tuesday night.
+ Nine people were on board the helicopter.
+ Two days after the helicopter crashed, divers recovered its flight recorder.
+ Divers retrieved the flight recorder on 5 August 2025.
number Divers recovered the flight recorder three days after the helicopter went down.
number Six people were on board the helicopter.
date Divers recovered the flight recorder on Thursday night.

= Rents in Lisbon have more than doubled since 2015 and now average €1,450 a month, a study by the Nova School found.
+ Rents in Lisbon have more than doubled since 2015, a study found.
+ The average rent in Lisbon is now 1,450 euros a month, according to a study by the Nova School.
+ Lisbon rents average €1,450 per month.
hedge Rents in Lisbon have doubled since 2015, a study found.
number Rents in Lisbon now average €1,540 a month.
number Rents in Lisbon now average €1,450 a week.
name Rents in Porto have more than doubled since 2015.
date Rents in Lisbon have more than doubled since 2005.

= Neither the club nor the player would comment on reports that he had asked for a transfer.
+ The club and the player declined to comment on the reports.
+ Neither the club nor the player commented on the transfer reports.
negation The player had asked for a transfer.
negation The club commented on reports that he had asked for a transfer.

= The government has not ruled out raising the retirement age, Labour Minister Jonas Frey told parliament.
+ Labour Minister Jonas Frey told parliament that raising the retirement age has not been ruled out.
+ The government did not rule out a higher retirement age, Labour Minister Jonas Frey told parliament.
negation The government has ruled out raising the retirement age, Labour Minister Jonas Frey told parliament.
negation The government has raised the retirement age, Jonas Frey told parliament.

= Solar power supplied 18.4% of the country's electricity in May, overtaking coal, which fell to 15.9%.
+ Solar overtook coal in May, supplying 18.4% of electricity.
+ Coal's share fell to 15.9 percent.
+ In May, 18.4 percent of the country's electricity came from solar power.
comparative Coal's share rose to 15.9%.

= The orchestra's tour of Japan was called off after its principal conductor, Emil Brandt, fell ill.
+ The orchestra cancelled its tour of Japan after Emil Brandt fell ill.
+ The tour of Japan was cancelled because conductor Emil Brandt was ill.
+ Emil Brandt, the principal conductor, fell ill.
name The orchestra's tour of China was called off after Emil Brandt fell ill.
name The tour was called off after conductor Emil Brenner fell ill.

= Detectives believe the painting was stolen to order, although no arrests have been made.
+ Detectives believe the painting was stolen to order.
+ No one has been arrested, although detectives believe the painting was stolen to order.
+ No arrests have been made.
attribution The painting was stolen to order.
negation Arrests have been made.

= Shares in Tallis Group closed down 4.7 percent at 212 pence after it issued its second profit warning in three months.
+ Tallis Group shares fell 4.7% to 212 pence.
+ It was the group's second profit warning in three months.
+ Tallis Group issued a second profit warning within three months, and its shares dropped 4.7 percent.
comparative Tallis Group shares rose 4.7 percent.
number Tallis Group shares fell 7.4 percent.
quantifier It was the group's third profit warning in three months.
number It was the group's second profit warning in five months.

= More than 40 countries, including Brazil and India, signed the declaration; China and Russia did not.
+ Brazil and India were among more than 40 countries that signed the declaration.
+ China and Russia did not sign the declaration.
+ Over 40 countries signed the declaration.
hedge Some countries did sign: 40 countries, including Brazil and India, signed the declaration.
name Mexico and India were among the signatories of the declaration.

= Every pupil at the school will get a tablet by 2026 under plans that the council approved on Monday night.
> 2024-02-08
+ All pupils at the school will get a tablet by 2026.
+ The council approved the plans on Monday.
+ On 5 February 2024 the council approved plans to give each pupil a tablet.
quantifier Some pupils at the school will get a tablet by 2026.
content The council rejected the plans on Monday night.
date Every pupil at the school will get a tablet by 2025.
"""
