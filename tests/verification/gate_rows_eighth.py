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
+ Every tenth window of the town has a lamp of his.
quantifier There is a lamp of his in every window of the town.

= Sales came to 140 million crowns last year, after 118 million the year before.
+ Sales rose to 140 million crowns last year.
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
"""
