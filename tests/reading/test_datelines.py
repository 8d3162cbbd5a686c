"""The place, the day and the agency with which reports begin."""

from __future__ import annotations

import pytest

from conspectus.reading.datelines import dateline, names_agency


@pytest.mark.parametrize(
    ("line", "prefix", "agency"),
    [
        ("LONDON, March 3 (Reuters) — The ship sank.", "LONDON, March 3 (Reuters) —", True),
        ("NEW YORK (AP) — “It is over,” he said.", "NEW YORK (AP) —", True),
        ("ST. PETERSBURG, Fla. (AP) -- It rained.", "ST. PETERSBURG, Fla. (AP) --", True),
        (
            "SEATTLE, July 17, 2025 /PRNewswire/ -- Acme grows.",
            "SEATTLE, July 17, 2025 /PRNewswire/ --",
            True,
        ),
        ("(Reuters) - Acme grows.", "(Reuters) -", True),
        ("July 17 (Reuters) - Acme grows.", "July 17 (Reuters) -", True),
        (
            "DENVER, July 24, 2025 (Meridian Wire) — It rained.",
            "DENVER, July 24, 2025 (Meridian Wire) —",
            True,
        ),
        ("Denver, July 24 (Meridian Wire) — It rained.", "Denver, July 24 (Meridian Wire) —", True),
        ("DENVER (Meridian Wire) – It rained.", "DENVER (Meridian Wire) –", True),
        ("Jane Doe (Leeds) — It rained.", None, False),
        ("Paris, 3 March — A man fell.", "Paris, 3 March —", False),
        ("WASHINGTON — The Senate met.", "WASHINGTON —", False),
        ("CARROW, May 12, 2025 /MarketLine/ -- Acme grows.", "CARROW, May 12, 2025 /MarketLine/ --", True),
        ("Villanoria, 17 may 2025 (Agencia Sur) - Llueve.", "Villanoria, 17 may 2025 (Agencia Sur) -", True),
        ("MADRID, 17 de mayo de 2025 (EFE).- Llueve.", "MADRID, 17 de mayo de 2025 (EFE).-", True),
        ("Goldhort, 17. Mai 2025 (dpa) – Es regnet.", "Goldhort, 17. Mai 2025 (dpa) –", True),
        ("VALMONT, le 1er mai 2025 – Il pleut.", "VALMONT, le 1er mai 2025 –", False),
        ("新华社卡罗2025年5月17日电 下雨了。", "新华社卡罗2025年5月17日电", True),
        ("كارو، ١٧ مايو/أيار ٢٠٢٥ (رويترز) - هطل المطر.", "كارو، ١٧ مايو/أيار ٢٠٢٥ (رويترز) -", True),
        ("Since May 3 — Founders’ Day — it has rained.", None, False),
        ("Carrow, May 12, 2025 /MarketLine/ grows.", None, False),
        ("NASA — which launched it — said so.", None, False),
        ("Acme - the company - said so.", None, False),
        ("Jane Doe (Reuters) said so.", None, False),
    ],
)
def test_datelines_stand_in_front_of_a_sentence(line: str, prefix: str | None, agency: bool) -> None:
    """Place, day and agency up to the dash, and whether an agency is named."""
    found = dateline(line)
    assert (found and found[0].rstrip()) == prefix
    assert (found is not None and names_agency(found)) == agency
