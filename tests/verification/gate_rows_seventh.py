"""A seventh set in the notation of `gate_rows`: times of day in words, and what was not read as English prose."""

from __future__ import annotations

TABLE = """
= Tarnwick's takings, which went down by nearly a third last year, are a worry.
+ Takings fell by nearly a third last year.
number Tarnwick's takings fell by nearly a fifth last year.

= Dora Lind, who fell on the Old Quarry Road in trying to reach the Hobbs' van, was 24.
name Dora Lind, 24, fell on the Old Mill Road on her way to the Hobbs' van.

= The bridge gave way at a quarter to ten and was reopened at twenty past four.
+ It was at 9.45 that the bridge gave way.
+ At 4:20 p.m. the bridge was reopened.
number The bridge gave way at 9.15.
number The bridge was reopened at 4:40 p.m.

= The siren went at eight minutes to five, and the last boat left at four o'clock.
+ The siren was heard at 4.52.
+ The last boat was gone by 4 p.m.
number The siren was heard at 5.08.

= The last train of the evening left at 17.20.
+ The last train left at 5.20 p.m.
number The last train left at 5.40 p.m.

= Two inspectors tell another story. Nothing had expired, they said, and the seal is sound.
+ No certificate had run out, the two inspectors say.

= The clinic said on Sunday that 14 of them were still there.
+ Fourteen of them had not been discharged by Sunday, according to the clinic.
negation The clinic did not say on Sunday that 14 of them were still there.

= The bursar has been on leave since Monday morning.
+ The bursar went on leave on Monday morning.

= The post will cost four hundred of the jobs, at most, and these in offices.
+ No more than 400 of the jobs will go.
hedge The post will cost four hundred of the jobs.

= The bill passed by 121 votes to 113.
+ The bill was passed with a majority of eight.
number The bill was passed with a majority of six.

= It was the clerk who noticed that only shops in the north were calling.
+ The clerk noticed that all the calls came from shops in the north.
quantifier The clerk noticed that every shop in the north was calling.

= Seven of the nine made for the gate beside the bay.
+ Two of the nine did not head for the gate beside the bay.
role The head of the school made for the gate beside the bay.

= The offer was recommended unanimously by the board, and all seven depots will be kept.
+ Nobody on the board opposed recommending the offer.
+ None of the seven depots is to be given up.
negation None of the seven depots will be kept.
negation The offer was not recommended by the board.

= The board met twice. It did not vote. The firm paid tax of 3 million, but no dividend.
negation The board never met.
negation The firm paid no tax.

= Police confirmed the theft on Monday. They did not give a name.
negation Police could not confirm the theft on Monday.

= Dr Sorel thinks the matter will be settled in May, when the records of all stations are there.
modality Dr Sorel has settled the matter, now that the records of all stations are there.

= The panel now counts 63 leaks, five more than a week ago.
+ A week ago the panel's count was 58.
number A week ago the panel's count was 56.

= The pipe had not leaked because its valve had been closed. She would not say by whom.
+ She left open who had closed the valve.

= It will get 31.50 crowns a share.
+ It will get thirty-one and a half crowns a share.
+ It will get 31 and a half crowns a share.
number It will get 32 and a half crowns a share.

= By Monday there were 61,000 claims, up from 20,000 in the first week, and four in five were for money.
number By Monday there were 16,000 claims.

= The first call came at 9:47 p.m. and the first boat was there 11 minutes later.
+ The first boat was there at two minutes to ten.
number The first boat was there at five minutes to ten.

= No more than 400 jobs will go.
+ Of the jobs 400 at most will go.

= Moorland has recalled approximately 412,000 Crisp 6 kettles. Owners may choose a new lid.
+ Moorland has recalled some 412,000 kettles, whose owners can choose a new lid.
number Moorland has recalled approximately 421,000 kettles.

= Most of the porters left the yard on Monday, when they say the rate is 4%, up from 3%.
quantifier The porters left the yard on Monday.
number The rate is 3%.
"""
