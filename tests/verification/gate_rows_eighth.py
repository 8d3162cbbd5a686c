"""An eighth set in the notation of `gate_rows`: who is what, wholes and parts, speeches of several sentences."""

from __future__ import annotations

TABLE = """
= The harbour assessor, Ines Vold, counted 40 boats, 9 of them from Skerry Bay, and half of the pier is closed.
+ Ines Vold, the harbour's assessor, counted 40 boats.
role The harbour sheriff, Ines Vold, counted 40 boats.
role The deputy harbour assessor, Ines Vold, counted 40 boats.
quantifier Most of the 40 boats were from Skerry Bay.
quantifier None of the 40 boats were from Skerry Bay.
quantifier Most of the pier is closed.

= The head of research, Olve Tarn, and a spokeswoman for the county police, Dora Lind, met on Monday.
+ Olve Tarn, who is head of research, met Dora Lind of the police on Monday.
+ A police spokeswoman, Dora Lind, and Olve Tarn met on Monday.
role The head of marketing, Olve Tarn, met Dora Lind on Monday.
role A spokeswoman for the fire brigade, Dora Lind, met Olve Tarn on Monday.

= The coins came from a wallet of Marsh Lantern, which belongs to Tarn Brothers.
+ Tarn Brothers owns Marsh Lantern.
name The coins came from a wallet of Lantern Marsh.

= There is a lamp of his in every tenth window of the town.
+ One window in ten of the town has a lamp of his.
number One window in five of the town has a lamp of his.
+ Every tenth window of the town has a lamp of his.
quantifier There is a lamp of his in every window of the town.

= Sales came to 140 million crowns last year, after 118 million the year before.
+ Sales rose to 140 million crowns last year.
+ Sales rose by 22 million crowns last year.
number Sales rose by 32 million crowns last year.
comparative Sales fell to 140 million crowns last year.

= The road to Skerry Bay remains open. A statement that the bridge had burned through was in error.
+ The road to Skerry Bay is still open.
+ It was wrongly stated that the bridge had burned through.
negation The road to Skerry Bay is no longer open.
negation The bridge had burned through.

= "The council sent my boats off to guard the quay. I was told of it afterwards," harbour chief Lena Moor said.
+ The council sent the boats off to guard the quay, according to Lena Moor.
+ Lena Moor said that she had been told of it afterwards.
attribution The council sent the boats off to guard the quay.

= She had been told on Monday, and her office is looking into it.
+ The commissioner's office is looking into it.

= The county counted 412 ruined barns, 88 of them in Skerry. Some 690 buildings are gone.
+ Of the 412 ruined barns 324 stood outside Skerry.
number Of the 412 ruined barns 342 stood outside Skerry.

= Of 63 farms that were asked, 58 said that no call, no letter and no visit had come.
+ Fifty-eight of 63 farms said that no call, letter or visit had come.
+ Most of the farms said that nobody had called.
+ Nearly all of the 63 farms said that no call had come.
quantifier All 63 farms said that no call had come.

= The fire was seen at 2:54 p.m., and the boats left at 3:25.
+ It was shortly before three that the fire was seen.
+ The fire was seen just before 3 p.m.
+ The boats left twenty-five minutes after three.
number The fire was seen just after 3 p.m.
number The fire was seen shortly before 4 p.m.
number The boats left twenty minutes after three.

= The fee for a bag rises to $0.50 in June.
+ The fee for a bag rises to 50 cents in June.
number The fee for a bag rises to 60 cents in June.

= In all 37 of the region's 52 schools lost their pool.
+ In the region 37 schools lost their pool.
number In the region 42 schools lost their pool.
"""
