# ruff: noqa: E501 — a row of the table is a line
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

= At 2-2 in the last half the keeper of Skerry was sent off; half of the crowd had left.
+ The Skerry keeper was sent off at two all.
+ It stood at two-all when the keeper of Skerry was sent off.
number The Skerry keeper was sent off at three all.
quantifier All of the crowd had left.
quantifier At 2-2 all of the crowd had left.

= In Vold, its biggest harbour, the line lost passengers to the bus.
+ In Vold, the harbour that the line uses most, it lost passengers to the bus.
+ The line lost passengers to the bus where it matters most, in Vold.
quantifier Most of the line's passengers were lost to the bus.
quantifier The bus took most passengers from the line.

= It is Vold's first win on clay, and her second of the season.
+ Vold had not won on clay before.
+ Vold had never won on clay before.
+ Until then Vold had never won on clay.
negation Vold did not win on clay.
negation Vold has not won this season.

= No Skerry crew had ever won the cup before Sunday.
+ On Sunday a Skerry crew won the cup for the first time.
+ A crew from Skerry won its first cup on Sunday.
negation A Skerry crew had won the cup before Sunday.

= The quay had not been closed since 2014, and no boat was lost.
+ The quay was closed for the first time since 2014.
quantifier It was the second time since 2014 that the quay was closed.

= After the ferry came we could leave, and in the end I sold the boat and my brother sold the nets.
+ In the end the boat and the nets were sold.
+ He sold the boat, and his brother the nets.

= They may close the quay, and on Monday she left for Vold.
+ She left for Vold on Monday.
modality They closed the quay.

= The town might sell the boats, the barn, and the nets in Vold.
modality The town sold the nets in Vold.
modality The town has sold the barn.

= The crossing is short: the ferry left Skerry Bay at 9.40 a.m. and reached Vold at 11.25 a.m.
+ The crossing took an hour and three quarters.
+ The crossing took one and three-quarter hours.
+ The crossing took an hour and 45 minutes.
+ The crossing took 105 minutes.
number The crossing took an hour and a quarter.
number The crossing took two and three-quarter hours.
number The crossing took an hour and 35 minutes.

= Tarn needed four hours and 20 minutes for the course, Moor three hours and 5.
+ Tarn needed an hour and a quarter more than Moor.
+ Tarn was an hour and 15 minutes slower than Moor.
+ Tarn needed 260 minutes for the course.
+ Moor was 75 minutes faster than Tarn.
+ Moor needed just over three hours.
number Tarn needed an hour and three quarters more than Moor.
number Moor was 85 minutes faster than Tarn.
number Tarn needed 280 minutes for the course.
number Moor needed just over two hours.

= The film runs for two hours and 30 minutes, the play for an hour and a half; both took a year and four months to make.
+ The film runs for two and a half hours.
+ The film lasts an hour longer than the play.
+ The play runs for 90 minutes.
+ Making both took 16 months.
number The play runs for 80 minutes.
number The film runs for two and a quarter hours.
number Making both took 18 months.

= The track is two and a quarter miles long, and the second one a mile and three quarters.
+ One of the tracks is 2.25 miles long.
+ The second track is 1.75 miles long.
number The second track is 1.25 miles long.
number One of the tracks is 2.75 miles long.

= The grant was cut by a fifth, to 8 million crowns.
+ Before it was cut the grant had been 10 million crowns.
+ The grant fell from 10 million to 8 million crowns.
number Before it was cut the grant had been 9.6 million crowns.
number Before it was cut the grant had been 12 million crowns.

= Fares rise by 10 per cent in May, from 40 crowns a month.
+ From May a month costs 44 crowns.
+ In May fares go up from 40 to 44 crowns a month.
number From May a month costs 50 crowns.
number From May a month costs 36 crowns.

= Membership has grown by a quarter to 500 since 2019.
+ There were 400 members in 2019.
number There were 375 members in 2019.
number There were 625 members in 2019.
date There have been 500 members in 2019.

= The letter was posted on 3 November, four days before the office closed.
> 2025-11-20
+ The office closed on 7 November.
+ The letter had been posted on 3 November.
date The office closed on 8 November.
date The office closed on 30 October.

= The bridge was closed on 28 October and opened again nine days later.
+ The bridge opened again on 6 November.
date The bridge opened again on 5 November.
date The bridge opened again on 19 October.

= A diver found the anchor on 12 August. The next day it was brought up.
> 2025-11-20
+ The anchor was brought up on 13 August.
date The anchor was brought up on 14 August.
date The anchor was brought up on 11 August.

= On Tuesday Moor signed the lease; the day before, she had sold her flat.
> 2025-11-20
+ Moor sold her flat on Monday.
+ Moor sold her flat on 17 November.
date Moor sold her flat on Wednesday.

= The strike ended on 2 September, three weeks after it had begun.
> 2025-11-20
+ The strike began on 12 August.
date The strike began on 19 August.
date The strike began on 23 September.

= Two days after the fire of 3 May the mill opened again.
> 2025-11-20
+ The mill opened again on 5 May.
date The mill opened again on 6 May.

= Boats were counted on Tuesday in Vold, three days after the gale; in May there were more than two months before.
> 2025-08-07
+ The gale came on Saturday.
date The gale came on Friday.
date There were more boats in March.

= Tarn Brothers kept its full-year forecast of sales of 90 million crowns.
> 2025-08-05
+ Tarn Brothers still expects sales of 90 million crowns this year.
+ Sales should come to 90 million crowns this year, Tarn Brothers forecasts.
date Tarn Brothers still expects sales of 90 million crowns next year.
date Tarn Brothers forecasts sales of 90 million crowns this quarter.

= The council raised its budget for the year to 12 million crowns, from 11 million in the year to June.
> 2025-08-05
+ The council's budget this year has been raised to 12 million crowns.
date The council's budget last year was raised to 12 million crowns.
date The council's budget this month was raised to 12 million crowns.

= It was the third storm of the quarter.
+ This quarter there have been three storms.
date Last quarter there were three storms.

= Olve Tarn led the boats out, and Dora Lind of the harbour office counted them; Detective Sergeant Jon Moor watched.
+ Olve Tarn led the boats out, and Dora Lind counted them.
+ Detective Sergeant Moor watched.
+ Ms Lind of the harbour office counted the boats.
name Olve Lind led the boats out.
name Dora Tarn counted the boats.
name Detective Sergeant Jon Tarn watched.

= Dora Lind and her brother Olve have run Skerry Ferries since Vold Boats was sold.
+ Olve Lind and his sister have run Skerry Ferries since Vold Boats was sold.
name Vold Ferries has been run by Dora Lind.

= In the final Tarn beat the 2023 champion, Ines Vold. Some 4,000 people came, more than in 2024, when the budget was 3 million.
+ In the final Tarn beat Ines Vold, the champion of 2023.
+ In the final Tarn beat Ines Vold, who was champion in 2023.
date In the final Tarn beat Ines Vold, the champion of 2024.
date In the final Tarn beat the 2024 champion, Ines Vold.

= Per Moor, winner of the 2019 Skerry prize, read on Monday; in 2021 he had moved to Vold, and the budget of 2020 was spent in 2022.
+ Per Moor, who won the 2019 Skerry prize, read on Monday.
+ In 2022 the budget of 2020 was spent.
date Per Moor, winner of the 2021 Skerry prize, read on Monday.

= Trente-six bateaux sont rentrés dimanche après la tempête, et neuf d'entre eux étaient percés.
+ Dimanche, 36 bateaux sont rentrés après la tempête ; neuf étaient percés.
+ Après la tempête, 9 bateaux rentrés dimanche étaient percés.
number Dimanche, huit bateaux rentrés après la tempête étaient percés.
quantifier La plupart des bateaux rentrés dimanche après la tempête étaient percés.

= Von den vierundzwanzig Booten, die am Sonntag nach dem Sturm zurückkamen, waren sieben undicht und drei ohne Mast.
+ Sieben der 24 Boote, die am Sonntag nach dem Sturm zurückkamen, waren undicht.
number Neun der 24 Boote, die am Sonntag nach dem Sturm zurückkamen, waren undicht.

= De los treinta barcos que volvieron el domingo después de la tormenta, nueve estaban rotos.
+ El domingo volvieron 30 barcos después de la tormenta y nueve estaban rotos.
number El domingo volvieron 30 barcos después de la tormenta y ocho estaban rotos.
quantifier La mayoría de los barcos que volvieron el domingo después de la tormenta estaban rotos.

= Le quai est fermé depuis mars 2021, et la mairie a promis en juin 2022 de le rouvrir.
+ Depuis mars 2021, le quai est fermé.
+ En juin 2022, la mairie a promis de rouvrir le quai.
date Le quai est fermé depuis mars 2022.
date La mairie a promis en juin 2021 de rouvrir le quai.

= Der Kai ist seit März 2021 gesperrt, und im Juni 2022 versprach die Stadt, ihn wieder zu öffnen.
+ Seit März 2021 ist der Kai gesperrt.
date Der Kai ist seit März 2022 gesperrt.

= El muelle está cerrado desde marzo de 2021 y el pueblo prometió en junio de 2022 abrirlo de nuevo.
+ Desde marzo de 2021 el muelle está cerrado.
date El muelle está cerrado desde marzo de 2022.

= Les pompiers soupçonnent un court-circuit, l'installation électrique du hangar étant vieille, mais le rapport n'est pas encore là.
+ Selon les pompiers, un court-circuit dans l'installation électrique du hangar serait la cause ; le rapport n'est pas encore là.
+ Les pompiers penchent pour un court-circuit dans la vieille installation électrique du hangar.
modality Selon les pompiers, la cause est un court-circuit dans la vieille installation électrique du hangar.

= Die Polizei vermutet einen Kurzschluss in der alten elektrischen Anlage des Schuppens, aber der Bericht steht noch aus.
+ Nach Vermutung der Polizei war es ein Kurzschluss in der alten elektrischen Anlage des Schuppens.
+ Der Bericht steht noch aus.
modality Laut Polizei war die Ursache ein Kurzschluss in der alten elektrischen Anlage des Schuppens.

= La policía sospecha de un cortocircuito en la vieja instalación eléctrica del cobertizo, pero el informe no ha llegado.
+ Según las sospechas de la policía, fue un cortocircuito en la vieja instalación eléctrica del cobertizo.
modality Según la policía, la causa fue un cortocircuito en la vieja instalación eléctrica del cobertizo.
"""
