"""A fifth set in the notation of `gate_rows`: other words for the same thing, and errors that look like them."""

from __future__ import annotations

TABLE = """
= The bridge closed on Friday.
negation The bridge did not close on Friday.

= Prices rose before the election.
content Prices rose after the election.

= Ruiz left the club before moving to Spain.
+ After leaving the club, Ruiz moved to Spain.

= His family identified the man as Jan Pell.
+ Relatives identified the man as Jan Pell.
name Okoro identified the man as Jan Pell.

= The fire spread to the roof within minutes.
+ Flames spread to the roof within minutes.

= The wreck was found by a team at a depth of 40 metres.
+ Divers found the wreck at a depth of 40 metres.

= The company is abandoning its plan to expand, as sales fell.
+ The company is giving up its plan to expand.

= Up to 300 jobs will go as the firm cuts costs after profits fell.
+ Up to 300 jobs will go.

= The council scrapped its plans to build homes.
negation The council plans to build homes.
negation The council will build homes.

= The council may close the pool only if the vote passes.
+ The council may close the pool.
modality The council will close the pool.

= The plant opened in 2024.
date The plant opened in early 2024.

= The plant opened in late 2024.
+ The plant opened in 2024.
date The plant opened in early 2024.

= The plant opened on 27 March 2024.
+ The plant opened in late March 2024.
date The plant opened in mid-March 2024.

= The plant opened in June 2023.
+ The plant opened in mid-2023.

= The plant opened on 17.07.2025.
+ The plant opened on 17 July 2025.
date The plant opened on 18 July 2025.

= The firm will cut 400 jobs by 31 December.
> 2025-07-18
+ The firm will cut 400 jobs by the end of 2025.
date The firm will cut 400 jobs by 30 November.

= Bookings until the end of the month will be refunded.
> 2025-07-18
+ Bookings up to 31 July 2025 will be refunded.
date Bookings up to 31 August 2025 will be refunded.

= The city has counted 63 cases since the outbreak began on March 3.
+ The city has counted 63 cases since March 3.
date The city has counted 63 cases since March 13.

= Rents rose 4% in March from a year earlier.
> 2025-04-18
+ Rents were 4% higher in March 2025 than in March 2024.
date Rents were 4% higher in March 2025 than in March 2023.

= The museum reopens next month, and a fair opens on Tuesday.
> 2025-05-26
date The museum reopens this month, and a fair opens on Tuesday.

= The law takes effect on 1 January.
> 2025-07-18
+ The law is to take effect on 1 January 2026.
date The law is to take effect on 1 January 2028.

= The project will last two years and end in 2027.
+ The two-year project ends in 2027.

= A man, 34, was arrested.
+ A 34-year-old man was arrested.
number A 43-year-old man was arrested.

= Police arrested 19 people.
number A 19-year-old was arrested.

= The vote passed by 52 votes to 48 late on Wednesday.
+ The vote passed late on Wednesday by 52 votes to 48.
+ By 52 votes to 48, the vote passed late on Wednesday.

= Sales fell from $5m to $4m.
+ Sales fell to $4m from $5m.
number Sales fell from $4m to $5m.

= The park is open to people under 30.
+ The park is open to people younger than 30.
+ The park is open to the under-30s.
number The park is open to people older than 30.
hedge The park is open to people of 30.

= The tank holds 6,000 litres and the bottle costs 71 cents.
+ The tank holds six cubic metres.
+ The bottle costs $0.71.
number The tank holds nine cubic metres.
number The bottle costs $0.17.

= The margin was under 0.25 points.
+ The margin was less than a quarter of a point.

= The traffic was more than three times the limit.
+ The traffic was over three times the limit.
hedge The traffic was three times the limit.

= The bank raised its rate, saying inflation was too high.
+ The bank raised its rate.
attribution Inflation is too high.

= The driver, reportedly drunk, was arrested.
+ The driver was arrested.
hedge The driver was drunk.

= It was too early to say who was to blame, the minister said.
+ The minister said it was too early to say who was to blame.
negation The minister said who was to blame.

= A delay can lead to a fine.
+ A delay may lead to a fine.
modality A delay leads to a fine.

= The ship may sail on Sunday if the wind drops.
+ If the wind drops, the ship may sail on Sunday.
modality The ship will sail on Sunday if the wind drops.

= The council will vote on Friday.
+ The council has not yet voted.

= The council postponed the vote.
+ The council did not vote.

= She denied taking the money.
content She admitted taking the money.

= Two workers were hurt and one of them was killed.
+ One of the workers was killed.

= The mayor, Ana Ruiz of Porto, resigned.
name The mayor, Ana Ruiz of Lisbon, resigned.

= Ana Ruiz of Porto spoke after Eva Holt of Lisbon.
+ Ana Ruiz of Porto spoke.
name Ana Ruiz of Lisbon spoke.

= Ana Ruiz of the Norsund Ferry Union resigned.
+ Ana Ruiz of the NFU resigned.
name Ana Ruiz of the Kestrel Bank resigned.

= Lund limped off shortly after the break.
name Winter limped off shortly after the break.

= A group of parents plans to sue the school.
+ Parents plan to sue the school.
modality A group of parents has sued the school.

= The harbour spokeswoman, Ada Lind, said in May that the pier was safe; a union official said it was not.
+ Harbour spokeswoman Ada Lind said the pier was safe.
"""
