"""A sixth set in the notation of `gate_rows`: causes, exchanged places, and other ways to say a number."""

from __future__ import annotations

TABLE = """
= The red model is not affected because its handle comes from another supplier.
+ Another supplier makes its handle, so the red model is not affected.
role The handle comes from another supplier because the red model is not affected.

= A test on May 3 was put off because of a broken pump, and a test on May 9 because of high winds.
+ High winds were why the test on May 9 was put off.
role The test on May 3 was put off because of high winds.

= The library in Orle closed in June.
content The library in Orle closed in June because its roof had leaked.
content The library in Orle closed in June for reasons of safety.

= Rye costs less than wheat, so bakers have had little reason to complain.
role Rye costs less than wheat because bakers have had little reason to complain.

= The trust will pay for the roof, and the council for the windows.
+ The roof will be paid for by the trust, the windows by the council.
role The council will pay for the roof, and the trust for the windows.

= A fire closed the Tarn mill on Saturday.
+ The Tarn mill closed after a fire on Saturday.

= Dalby, who had beaten Ormond twice this season, led at half-time.
role Ormond, who had beaten Dalby twice this season, led at half-time.

= The barge was bought from the harbour service in March.
+ The barge was bought in March from the harbour service.
role The harbour service bought the barge in March.

= On July 14 Kelder agreed to acquire Bexwell, a competitor, for $410 million.
+ Bexwell is to be acquired by Kelder for $410 million, it was agreed on July 14.
role Bexwell, a competitor, agreed on July 14 to acquire Kelder for $410 million.

= The fund denies the claim and has not set money aside.
+ The fund denies the claim and has set no money aside.
negation The fund denies the claim but has set money aside.

= One of the two boosters sank on Friday.
quantifier Both boosters sank on Friday.

= The second loan, of $60 million, was fully repaid in June.
content The second loan, of $60 million, was partly repaid in June.

= "The dam held; the gates did not," said the engineer, Ina Dorsey. The mayor, Karl Meier, called it a lie.
+ The dam held and the gates did not, according to Ina Dorsey.
attribution Karl Meier said the dam held but the gates did not.

= The bus stops here from nine till three.
+ Between 9am and 3pm the bus stops here.
number Between 8am and 3pm the bus stops here.

= The median fell from 30 to 21.
+ The median fell by 30%.
number The median fell by 40%.

= Net income was $0.64 a share, compared with $0.87.
+ Net income was 23 cents a share lower.
number Net income was 33 cents a share lower.

= The campaign costs 210,000 pounds and could save three times that, the board thinks.
+ The campaign could save 630,000 pounds, the board thinks.
number The campaign could save 840,000 pounds, the board thinks.

= He was found at 7.52am, 26 minutes after the call.
+ The call came at 7.26am.
number The call came at 7.36am.

= One in ten people get a sore arm; serious reactions are fewer than one in a hundred thousand.
+ One person in ten gets a sore arm.
+ Serious reactions occur in less than 0.001% of people.
number One person in twenty gets a sore arm.
number Serious reactions occur in less than 0.01% of people.

= The trial will last 18 months.
+ The trial will last a year and a half.
number The trial will last two years.

= The adults took the drug for 12 weeks.
+ For nearly three months the adults took the drug.
number For nearly four months the adults took the drug.

= Last winter 61 per cent of them came, and she wants at least 65 this time.
+ She wants at least 65 per cent of them this time.
number She wants at least 75 per cent of them this time.

= The launch was the firm's fourth of this year.
+ The firm has launched four times this year.
number The firm has launched five times this year.

= The jab is free if you're over 60, pregnant or ill.
+ Those over 60 pay nothing for the jab.

= The board is looking at sending a minibus.
+ The board is considering sending a minibus.
modality The board will send a minibus.

= The Institute, owner of both ships, says that one could sink.
+ One of the ships could sink, according to the Institute.

= Mr Pell stumbled on Monday and again on Thursday, then won by five metres.
+ Mr Pell stumbled twice and won by five metres.
number Mr Pell stumbled twice on Monday, once on Thursday and three times in all, then won by five metres.
number Mr Pell won by seven metres.

= A lorry burned on the bridge on Monday.
number A lorry burned on the bridge on Monday, and twelve people were hurt.
number A lorry burned on the bridge on Monday, and 3 people were hurt.
number Half of the bridge burned on Monday, with a lorry.

= A third reader of the column wrote in May.
quantifier A fifth reader of the column wrote in May.

= Brackwell tells me that the stallholders will seek a review.
+ Orla Brackwell says that the stallholders will seek a review.
name Orla Brackmoor says that the stallholders will seek a review.

= Ida Brackwell tells me that the stallholders will seek a review.
name Orla Brackwell says that the stallholders will seek a review.

= The ferry vanished from the timetable a fortnight before sailing.
+ The ferry vanished from the timetable two weeks before sailing.
date The ferry vanished from the timetable three weeks before sailing.

= In 2025 the pumps saved four fields.
+ The pumps saved four fields the previous year.

= The office cannot order a refund: it can only publish its view.
+ All it can do is publish its view; it has no power to order a refund.

= The engineer suspected the valve and lost an hour.
+ Because the engineer thought it was the valve, an hour was lost.
hedge It was the valve, and the engineer lost an hour.

= Some 27 sailings were offered that were never meant to run.
+ Some 27 sailings were offered that were not intended to run.

= A spokeswoman of the line Norfjord, Edda Kroll, said that nobody had been turned away.
+ A Norfjord spokeswoman said that nobody had been turned away.
"""
