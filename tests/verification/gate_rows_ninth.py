"""A ninth set in the notation of `gate_rows`: what follows from the evidence in one more way, and what does not."""

from __future__ import annotations

TABLE = """
= A shipping boss denied it on Monday. Ines Vold, who has run the harbour museum since 2019, agreed with him.
+ The head of a shipping firm denied it on Monday.
+ Ines Vold has been at the head of the harbour museum since 2019.
role The deputy head of a shipping firm denied it on Monday.
role The treasurer of a shipping firm denied it on Monday.

= Lena Moor speaks for the fishermen, and Olve Tarn leads the union.
+ Lena Moor is a spokeswoman for the fishermen.
+ Olve Tarn is the head of the union.
role Olve Tarn is the treasurer of the union.
role Lena Moor is a lawyer for the fishermen.

= Dora Lind lives in Skerry with her son, Per, 12; her brother, Olve Lind, is a smith.
+ Dora Lind is the mother of Per, who is 12.
+ Olve Lind's sister lives in Skerry.
role Dora Lind is the aunt of Per, who is 12.
role Dora Lind is the wife of Olve Lind.
"""
