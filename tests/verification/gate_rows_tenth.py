# ruff: noqa: E501 — a row of the table is a line
"""A tenth set in the notation of `gate_rows`: who said it, who did it to whom, and what came of what."""

from __future__ import annotations

TABLE = """
= The mayor, Orla Finch, said on Monday that 12 houses were empty. "The count will rise," she told the council. The surveyor, Bram Oake, said that nobody had asked him.
+ Orla Finch said that the count would rise.
+ According to the mayor, Orla Finch, the count will rise.
attribution Bram Oake said that the count would rise.

= Orla Finch, the mayor, denied that: she said the surveyor had known of the cracks since May. Bram Oake said he had not.
+ Orla Finch said that the surveyor had known of the cracks since May.
attribution Bram Oake said that the surveyor had known of the cracks since May.

= Orla Finch said that Bram Oake had called her on Sunday. "The wall will hold," he said.
+ Bram Oake said that the wall would hold.

= Ines Vold met Bram Oake on Friday. She said the pier was safe.
+ Ines Vold said that the pier was safe.

= The mayor, Orla Finch, said that 12 houses were empty, and she said that the count would rise. The count will rise, said Bram Oake.
+ Bram Oake said that the count would rise.
+ Orla Finch said that the count would rise.

= Nordal Glass has 40 workers. Production ends in May, it said.
+ Nordal Glass said that production would end in May.

= "We only ever borrowed it," said the museum's director, Professor Ida Marl. Bram Oake, who leads the council, said that the bell would hang in the chapel.
+ "We only ever borrowed it," said Ida Marl.
+ "We only ever borrowed it," Professor Marl said.
attribution "We only ever borrowed it," said Bram Oake.

= The engineer on call, Bram Oake, drained the old pump, and Ida Marl, an electrician from Corbin, checked the new one.
+ Bram Oake, the engineer on call, drained the old pump.
+ The new pump was checked by Ida Marl.
+ The old pump was drained by the engineer on call.
role Ida Marl drained the old pump.

= The club is chasing Tane Rudd, 23, who beat Oake in two of their five sprints.
+ Oake was beaten by Tane Rudd in two of their five sprints.
+ Rudd beat Oake twice.
role Oake beat Tane Rudd in two of their five sprints.

= Two satellites owned by Ravell Telecom were lost when a rocket of Meridia Launch broke up.
+ Ravell Telecom owned two satellites, which were lost.
+ Two satellites owned by Ravell were lost.
role Two satellites owned by Meridia Launch were lost.

= The supplier admits that the foundry, Toma Castings, shortened the pin without asking.
+ The supplier's foundry, Toma Castings, shortened the pin without asking, the supplier admits.
+ The pin was shortened by the foundry Toma Castings, the supplier admits.

= The board says that Dr Lena Vass, previously vice president of research at Quill Energy, will succeed Peter Amad as head of technology.
+ Lena Vass will succeed Peter Amad, the board says.
+ Peter Amad will be succeeded by Lena Vass, the board says.
role Peter Amad will succeed Lena Vass.
role Lena Vass will be succeeded by Peter Amad.

= Ida Marl, an auditor, told the court that Tolley had asked her to wait until the summer.
+ Ida Marl told the court that she had been asked by Tolley to wait.
+ Tolley asked Ida Marl to wait until the summer, she told the court.
role Ida Marl told the court that she had asked Tolley to wait until the summer.

= Piet Roos says Brandt told him a week ago that he was staying. He told Oake that he was not.
+ Brandt told Piet Roos a week ago that he was staying, Roos says.
+ Piet Roos says he told Oake that Brandt was not staying.
role Piet Roos says he told Brandt a week ago that he was staying.

= A colleague, Stefan Mor, whose leg was hurt, said that Mr Strack had pushed him clear. She married Strack in 2019, and Vold has heard her house was sold.
+ Stefan Mor said that Mr Strack pushed him clear.
+ Stefan Mor was pushed clear by Mr Strack, Mor said.
+ Strack married her in 2019.
role Mr Strack was pushed clear by a colleague, Stefan Mor, who hurt his leg.

= Gifts to the hospice fell by a third in May, and it closed eight of its beds as a result.
+ The hospice closed eight of its beds because gifts fell by a third.
role Gifts to the hospice fell because it closed eight of its beds.

= Vold limped off shortly after the break. As a result of that, Rovers lost control of midfield.
+ Rovers lost control of midfield because Vold limped off.

= The bank expects weaker exports, which it attributed mainly to new tariffs in Osterland.
+ The bank expects weaker exports, mainly because of new tariffs in Osterland.
role Weaker exports were the main reason for new tariffs in Osterland, the bank said.

= The library service gave up its old bus when the mobile library was cut.
+ The library service gave up its old bus because the mobile library was cut.
role The mobile library was cut because the library service gave up its old bus.

= The Greens voted for the water bill, although their leader disliked the plan for the wells.
+ The Greens voted for the water bill.
role The Greens voted for the water bill because their leader disliked the plan for the wells.

= The Greens voted for the water bill, although their leader disliked it, because it protects the wells.
+ The Greens voted for the water bill because it protects the wells.

= About 2,900 eels were caught in March, more than four times as many as a year earlier, and half as many as in 2019.
+ About 2,900 eels were caught in March, many more than a year earlier.
+ Fewer eels were caught in March than in 2019.
comparative About 2,900 eels were caught in March, fewer than a year earlier.
comparative More eels were caught in March than in 2019.

= Some 97,000 cookers were sold in Norrey, more than in any other region but Aldmoor.
+ More cookers were sold in Norrey than in any other region except Aldmoor.
+ Apart from Aldmoor, more cookers were sold in Norrey than in any other region.
comparative More of the cookers were sold in Norrey than in any other region.

= Net debt was $2.1 billion at quarter end, compared with $2.4 billion at March 31, and sales rose.
> 2026-07-20
+ Net debt was smaller at the end of the quarter than at March 31.
comparative Net debt was larger at the end of the quarter than at March 31.

= Her lead over Victor Hase, the incumbent, shrank by 37 votes from the first count, and turnout was up.
+ Her lead over Victor Hase was smaller than in the first count.
comparative Her lead over Victor Hase was larger in the recount than in the first count.

= Petra Hovd, an analyst, said that the market had feared worse. The mill lost share in the north, its director, Olav Strand, said.
+ Petra Hovd, an analyst, said the market had feared worse.
attribution Olav Strand, the director, said the market had feared worse.

= Transport Minister Asa Lind ordered an inquiry and defended Sundt, who was arrested and charged by Vold.
+ Asa Lind defended Sundt and ordered an inquiry.
+ Vold charged Sundt.
role Sundt defended Transport Minister Asa Lind.

= Haddon, she said, had apologised to her in the hall, and Korsgard, who said so, left.
+ Korsgard said that Haddon had apologised to her in the hall.
role Korsgard said that she had apologised to Haddon in the hall.

= The mill cut 340 of 1,200 jobs at its resin works in April after it had moved part of production to Romania.
+ The move of part of production to Romania led the mill to cut 340 jobs at its resin works in April.
role The loss of 340 jobs at its resin works in April led the mill to move part of production to Romania.

= The judge was ahead of the banker by 50.8 to 49.2 per cent on Tuesday.
+ The jurist from the south led the banker by 50.8 to 49.2 per cent on Tuesday.
"""
