# ruff: noqa: E501 — a row of the table is a line
"""Claims with their evidence and what the mechanical gate must say: invented, on many subjects.

Each block is a piece of evidence, `>` and a publication date where one is needed, and below it claims: `+` for one
that the evidence supports, otherwise the kind of the mismatch that must be among the reasons.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.verification import (
    gate_rows_eighth,
    gate_rows_eleventh,
    gate_rows_fifth,
    gate_rows_fourth,
    gate_rows_more,
    gate_rows_ninth,
    gate_rows_seventh,
    gate_rows_sixth,
    gate_rows_tenth,
    gate_rows_third,
)


class Row(NamedTuple):
    """One claim; `expected` is a kind of mismatch, or None where the claim is supported."""

    evidence: str
    claim: str
    expected: str | None
    published: date | None


def rows() -> list[Row]:
    """All rows of all tables."""
    return (
        _read(TABLE)
        + _read(gate_rows_more.TABLE)
        + _read(gate_rows_third.TABLE)
        + _read(gate_rows_fourth.TABLE)
        + _read(gate_rows_fifth.TABLE)
        + _read(gate_rows_sixth.TABLE)
        + _read(gate_rows_seventh.TABLE)
        + _read(gate_rows_eighth.TABLE)
        + _read(gate_rows_ninth.TABLE)
        + _read(gate_rows_tenth.TABLE)
        + _read(gate_rows_eleventh.TABLE)
    )


def _read(table: str) -> list[Row]:
    found: list[Row] = []
    evidence, published = "", None
    for line in table.strip().splitlines():
        if not line.strip():
            continue
        head, _, rest = line.partition(" ")
        if head == "=":
            evidence, published = rest.strip(), None
        elif head == ">":
            published = date.fromisoformat(rest.strip())
        else:
            found.append(Row(evidence, rest.strip(), None if head == "+" else head, published))
    return found


TABLE = """
= Ferry operator Norsund Line carried 1.84 million passengers in 2024, up 6 percent from the year before.
+ Norsund Line carried 1.84 million passengers in 2024.
+ In 2024, 1,840,000 passengers travelled with the ferry operator Norsund Line.
+ Passenger numbers at Norsund Line rose 6% in 2024.
+ Norsund Line carried more than 1.8 million passengers in 2024.
number Norsund Line carried 1.48 million passengers in 2024.
number Norsund Line carried 1.84 billion passengers in 2024.
number Passenger numbers at Norsund Line rose 16% in 2024.
number Passenger numbers at Norsund Line rose 6 percentage points in 2024.
date Norsund Line carried 1.84 million passengers in 2023.
name Nordlys Line carried 1.84 million passengers in 2024.
comparative Passenger numbers at Norsund Line fell 6% in 2024.

= The central bank raised its key rate by 25 basis points to 4.5% on Wednesday, its third increase this year.
> 2024-06-13
+ The central bank raised its key interest rate by a quarter of a percentage point, to 4.5 percent.
+ On 12 June 2024 the central bank lifted its key rate to 4.5%.
+ The increase was the bank's third this year.
number The central bank raised its key rate by 25 percentage points to 4.5%.
number The central bank raised its key rate to 5.4%.
date The central bank raised its key rate to 4.5% on Tuesday.
comparative The central bank lowered its key rate to 4.5% on Wednesday.
quantifier The increase was the bank's second this year.

= Police said two men, aged 34 and 41, were arrested in Leeds on suspicion of arson. Neither has been charged.
+ Two men were arrested in Leeds on suspicion of arson, police said.
+ According to police, two men aged 34 and 41 were arrested in Leeds.
+ Neither of the two men has been charged, police said.
negation Both men have been charged, police said.
number Three men were arrested in Leeds on suspicion of arson, police said.
number Police said the men were aged 34 and 44.
name Two men were arrested in Bradford on suspicion of arson, police said.
attribution Two men were arrested in Leeds on suspicion of arson.

= The reactor at Halden will not restart before March 2026, the operator said, because inspectors found cracks in two of its four steam generators.
+ The operator said the Halden reactor will not restart before March 2026.
+ Inspectors found cracks in two of the reactor's four steam generators, according to the operator.
negation The operator said the Halden reactor will restart before March 2026.
date The operator said the Halden reactor will not restart before May 2026.
number Inspectors found cracks in three of its four steam generators, the operator said.
attribution The Halden reactor will not restart before March 2026.

= Scientists at the University of Bergen may have found the oldest known coral reef in the North Sea.
+ Scientists at the University of Bergen may have found the North Sea's oldest known coral reef.
+ Researchers at Bergen's university have possibly found the oldest known coral reef in the North Sea.
modality Scientists at the University of Bergen have found the oldest known coral reef in the North Sea.
name Scientists at the University of Oslo may have found the oldest known coral reef in the North Sea.
name Scientists at the University of Bergen may have found the oldest known coral reef in the Baltic Sea.
comparative Scientists at the University of Bergen may have found the youngest known coral reef in the North Sea.

= Mayor Lucia Ferrante opened the rebuilt Ponte Vecchio market hall on Saturday, alongside deputy mayor Carlo Bassi.
> 2023-09-18
+ Mayor Lucia Ferrante opened the rebuilt market hall on Saturday.
+ The rebuilt Ponte Vecchio market hall was opened on 16 September 2023.
+ Ferrante, the mayor, opened the rebuilt market hall.
role Deputy mayor Lucia Ferrante opened the rebuilt market hall on Saturday.
role Mayor Carlo Bassi opened the rebuilt market hall on Saturday.
name Mayor Lucia Ferrari opened the rebuilt market hall on Saturday.
date The rebuilt market hall was opened on 17 September 2023.
content Mayor Lucia Ferrante closed the rebuilt market hall on Saturday.

= Kestrel Energy plans to close its Aldwick refinery by the end of 2027, with the loss of about 400 jobs.
+ Kestrel Energy plans to shut its Aldwick refinery by the end of 2027.
+ About 400 jobs are expected to go when Kestrel Energy closes the Aldwick refinery.
+ Kestrel Energy intends to close its refinery at Aldwick by the end of 2027, with roughly 400 jobs lost.
modality Kestrel Energy has closed its Aldwick refinery, with the loss of about 400 jobs.
hedge Kestrel Energy plans to close its Aldwick refinery with the loss of 400 jobs.
number Kestrel Energy plans to close its Aldwick refinery with the loss of about 4,000 jobs.
number Kestrel Energy plans to close its Aldwick refinery with the loss of at least 400 jobs.
date Kestrel Energy plans to close its Aldwick refinery by the end of 2026.
date Kestrel Energy plans to close its Aldwick refinery after 2027.
name Falcon Energy plans to close its Aldwick refinery by the end of 2027.

= Most residents of the village were evacuated on Sunday night; some refused to leave their homes.
+ Most of the village's residents were evacuated on Sunday night.
+ Some residents refused to leave their homes.
quantifier All residents of the village were evacuated on Sunday night.
date Most residents of the village were evacuated on Monday night.
negation Some residents agreed to leave their homes.

= The museum's collection includes at least 12,000 beetles, of which roughly a third have never been described.
+ At least 12,000 beetles are in the museum's collection.
+ About a third of the museum's beetles have never been described.
+ The museum holds no fewer than 12,000 beetles.
hedge The museum's collection includes 12,000 beetles.
hedge A third of the museum's beetles have never been described.
number The museum's collection includes up to 12,000 beetles.
number About a quarter of the museum's beetles have never been described.
negation Roughly a third of the museum's beetles have been described.

= "We have lost a friend," Prime Minister Aino Salo told reporters in Tampere on Monday.
> 2022-11-30
+ Prime Minister Aino Salo told reporters in Tampere that they had lost a friend.
+ Salo spoke to reporters in Tampere on Monday.
+ On 28 November 2022, Aino Salo told reporters: “We have lost a friend”.
name Prime Minister Aino Salo told reporters in Turku that they had lost a friend.
role Foreign Minister Aino Salo told reporters that they had lost a friend.
date On 29 November 2022, Aino Salo told reporters they had lost a friend.

= The union sued the airline in May over unpaid overtime.
+ The airline was sued by the union in May over unpaid overtime.
+ The union sued the airline over overtime that was not paid.
role The airline sued the union in May over unpaid overtime.
role The union was sued by the airline in May over unpaid overtime.
date The union sued the airline in March over unpaid overtime.

= Vidar Robotics bought Lumen Optics for 310 million euros, beating a rival bid from Castor Group.
+ Lumen Optics was bought by Vidar Robotics for €310 million.
+ Vidar Robotics paid €310m for Lumen Optics.
+ Castor Group made a rival bid for Lumen Optics.
role Lumen Optics bought Vidar Robotics for 310 million euros.
number Vidar Robotics bought Lumen Optics for 310 million dollars.
number Vidar Robotics bought Lumen Optics for €301 million.
name Vidar Robotics bought Lumina Optics for €310 million.
content Vidar Robotics sold Lumen Optics for 310 million euros.

= The drug reportedly halved the number of migraine days, but the trial had only 48 patients.
+ The drug reportedly cut the number of migraine days by half.
+ The trial had just 48 patients.
+ There were only 48 patients in the trial.
hedge The drug halved the number of migraine days.
number The trial had only 84 patients.

= No one was injured in the fire, which destroyed three barns near Hexham early on Tuesday.
> 2025-02-05
+ The fire destroyed three barns near Hexham.
+ Nobody was hurt in the fire near Hexham.
+ Three barns near Hexham were destroyed by fire on 4 February 2025.
+ The fire near Hexham caused no injuries.
negation Several people were injured in the fire near Hexham.
negation One person was injured in the fire.
number The fire destroyed five barns near Hexham.
date The fire destroyed three barns near Hexham early on Thursday.

= Rainfall in July was 41 mm, less than half the long-term average of 90 mm.
+ July rainfall was 41 mm.
+ It rained 41 millimetres in July, against a long-term average of 90 millimetres.
+ Less than half of the average rain fell in July.
number Rainfall in July was 90 mm.
number July rainfall was more than half the long-term average.
date Rainfall in June was 41 mm.

= The committee rejected the proposal by 7 votes to 4.
+ By seven votes to four, the committee rejected the proposal.
+ The proposal was rejected by the committee, 7 to 4.
+ The committee turned down the proposal by seven votes to four.
content The committee approved the proposal by 7 votes to 4.
number The committee rejected the proposal by 8 votes to 4.
number The committee rejected the proposal by 7 votes to 3.

= The World Health Organization (WHO) declared the outbreak over on 14 January, 42 days after the last case.
> 2023-01-20
+ The WHO declared the outbreak over on January 14.
+ On 14 January 2023 the World Health Organization declared the outbreak over.
+ The outbreak was declared over 42 days after its last case.
name UNICEF declared the outbreak over on 14 January.
number The WHO declared the outbreak over 24 days after the last case.
date The WHO declared the outbreak over on 15 January.
date The WHO declared the outbreak over on 14 February.

= Chief executive Petra Lindqvist said sales would grow between 5 and 7 percent in the fiscal year.
+ Sales would grow between 5% and 7% in the fiscal year, CEO Petra Lindqvist said.
+ Lindqvist said she expected sales to grow 5-7%.
attribution Sales will grow between 5 and 7 percent in the fiscal year.
role Finance chief Petra Lindqvist said sales would grow between 5 and 7 percent.
number Petra Lindqvist said sales would grow by 7 percent.
number Petra Lindqvist said sales would grow between 5 and 9 percent.

= The bridge cost £46 million, twice the original estimate, and took six years to build.
+ The bridge cost £46m, double the original estimate.
+ It took six years to build the bridge.
+ At 46 million pounds, the bridge cost twice as much as first estimated.
number The bridge cost £64 million.
number The bridge cost three times the original estimate.
number It took nine years to build the bridge.
number The bridge took six months to build.
number The bridge cost €46 million.

= Unlike its neighbours, the island has no airport and no mobile phone network.
+ The island has no airport.
+ The island lacks an airport and a mobile phone network.
+ There is neither an airport nor a mobile phone network on the island.
negation The island has an airport.
negation The island has a mobile phone network.

= The Baltic Philharmonic appointed Ilona Kask as conductor; she succeeds Georg Adler, who retired in spring 2021.
+ Ilona Kask was appointed conductor of the Baltic Philharmonic.
+ Ilona Kask succeeds Georg Adler as conductor.
+ Georg Adler retired in 2021.
date Georg Adler retired in 2022.
date Georg Adler retired in autumn 2021.
name Ilona Kask was appointed conductor of the Nordic Philharmonic.

= Wheat prices rose 3.2% while maize fell 1.1% in Chicago trading.
+ Wheat prices rose 3.2%.
+ Maize prices fell 1.1 percent in Chicago.
+ In Chicago trading, wheat gained 3.2% and maize lost 1.1%.
comparative Maize prices rose in Chicago.
comparative Wheat prices fell in Chicago trading.
number Wheat prices rose 2.3%.

= The strike could begin as early as Friday if talks fail, union leader Marc Dupont warned.
> 2025-04-09
+ The strike could begin as early as Friday if talks fail, Marc Dupont warned.
+ Union leader Marc Dupont warned that a strike may begin on Friday.
modality The strike will begin on Friday, union leader Marc Dupont warned.
attribution The strike could begin as early as Friday if talks fail.
date Marc Dupont warned the strike could begin as early as Thursday.
name Marc Dumont warned that the strike could begin as early as Friday.

= Since 2019 the city has planted more than 60,000 trees, most of them oaks and limes.
+ The city has planted over 60,000 trees since 2019.
+ More than 60,000 trees have been planted by the city since 2019.
+ Most of the trees planted are oaks and limes.
hedge The city has planted 60,000 trees since 2019.
number The city has planted more than 600,000 trees since 2019.
number The city has planted nearly 60,000 trees since 2019.
date In 2019 the city planted more than 60,000 trees.
date The city has planted more than 60,000 trees since 2018.
quantifier All of the trees planted are oaks and limes.

= Analyst Rui Tavares of Banco Litoral estimates that the merger will save up to $120 million a year.
+ The merger will save up to $120 million a year, analyst Rui Tavares estimates.
+ Rui Tavares of Banco Litoral estimates savings of as much as $120m a year from the merger.
attribution The merger will save up to $120 million a year.
hedge The merger will save $120 million a year, analyst Rui Tavares estimates.
number The merger will save up to $120,000 a year, analyst Rui Tavares estimates.
number The merger will save at least $120 million a year, analyst Rui Tavares estimates.

= A 6.1-magnitude earthquake struck off the coast of Sumatra at 4:30 a.m. local time; no tsunami warning was issued.
+ An earthquake of magnitude 6.1 struck off Sumatra's coast.
+ No tsunami warning was issued after the quake off Sumatra.
+ The earthquake struck at 4:30 am local time.
number A 6.7-magnitude earthquake struck off the coast of Sumatra.
number The earthquake struck at 4:30 p.m. local time.
negation A tsunami warning was issued after the earthquake.
name A 6.1-magnitude earthquake struck off the coast of Java.

= Norway beat Denmark 2-1 in Oslo, with both Norwegian goals coming in the second half.
+ Norway beat Denmark 2-1 in Oslo.
+ Norway won 2-1 against Denmark in Oslo.
+ Both of Norway's goals came in the second half.
role Denmark beat Norway 2-1 in Oslo.
number Norway beat Denmark 3-1 in Oslo.
name Norway beat Sweden 2-1 in Oslo.
name Norway beat Denmark 2-1 in Bergen.
date Both Norwegian goals came in the first half.

= The company did not only cut costs but also opened 15 new shops in the first half of 2024.
+ The company opened 15 new shops in the first half of 2024.
+ The company cut costs.
+ Fifteen new shops were opened in H1 2024.
number The company opened 50 new shops in the first half of 2024.
date The company opened 15 new shops in the second half of 2024.
content The company closed 15 shops in the first half of 2024.

= Ministers agreed to consider a ban on single-use vapes.
+ Ministers agreed to consider banning single-use vapes.
+ A ban on single-use vapes will be considered by ministers.
modality Ministers banned single-use vapes.
"""
