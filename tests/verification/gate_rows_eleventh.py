# ruff: noqa: E501 — a row of the table is a line
"""An eleventh set in the notation of `gate_rows`: what an amount is compared with, what is exempt, since when a thing is."""

from __future__ import annotations

TABLE = """
= The clinic sees 900 patients a week and has 14 doctors, five fewer than in 2022, and 30 beds, 12 more than then.
+ In 2022 the clinic had 19 doctors.
+ Since 2022 the clinic has lost five doctors.
+ In 2022 the clinic had 18 beds.
number In 2022 the clinic had 17 doctors.
number In 2022 the clinic had 9 doctors.
number The clinic has five doctors.
number In 2022 the clinic had 42 beds.

= The buoy weighs 450 kg, twice as much as the old one; its price doubled to 9,000 crowns.
+ The old buoy weighed 225 kg.
+ The buoy weighs just under half a tonne.
+ The price had been 4,500 crowns.
number The old buoy weighed 250 kg.
number The buoy weighs just over half a tonne.
number The buoy weighs just under two tonnes.
number The price had been 3,000 crowns.

= The ferry, with 212 people on board, ran aground at 6.10 p.m. off Skerry and was not free until 9.40.
+ The ferry was aground for three and a half hours.
+ The ferry was aground for 210 minutes.
+ People had to wait off Skerry for three hours and 30 minutes.
number The ferry was aground for two and a half hours.
number The ferry was aground for 190 minutes.

= The rule will not apply to boats under seven metres, and the fee of 40 crowns stays.
+ Boats under seven metres are exempt from the rule.
+ Boats that are shorter than seven metres are exempted.
negation The rule will apply to boats under seven metres.
number Boats under nine metres are exempt from the rule.

= The rain is expected to ease on Wednesday; the warning is the second in ten days.
+ Forecasters think that the rain will let up on Wednesday.
+ It is not the first warning in ten days.
quantifier It is the first warning in ten days.
comparative The rain will increase on Wednesday.

= The catch fell from 1,240 tonnes to 930, the lowest since counting began.
+ Never since counting began has so little been caught.
+ The catch has not been so low since counting began.
comparative The catch rose to 930 tonnes, the highest since counting began.
negation The catch did not fall.

= The wharf shut on 31 May after 114 years; its 2,300 tools went to three schools.
> 2025-06-04
+ The wharf, which opened in 1911, has shut.
+ The wharf had been there since 1911.
date The wharf, which opened in 1921, has shut.
date The wharf, which opened in 1910, has shut.

= Of the 80 berths, 52 are let, and the harbour expects the rest to be let by May.
+ Twenty-eight berths are still vacant.
number Thirty-eight berths are still vacant.
quantifier All of the 80 berths are let.

= The drug cut the number of cases of a second stroke by 40 per cent; the first lasts a second, no more.
+ Of those who took the drug 40% fewer had a second stroke.
+ The number of cases of a second stroke fell by 40%.
quantifier The number of cases of a third stroke fell by 40%.

= ORLE, Italy (Nordpunkt) — A court found on Tuesday that common vinegar had been sold as Aceto di Varnese, in bottles that Ludwig van Dorn designed.
+ A court found on Tuesday that common vinegar had been sold as Aceto di Varnese.
+ The bottles of the Aceto di Varnese were designed by Ludwig van Dorn.
name A court found on Tuesday that common vinegar had been sold as Aceto di Lendina.
name The bottles of the Aceto di Varnese were designed by Ludwig van Hest.
"""
