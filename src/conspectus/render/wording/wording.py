"""One language's words: dates, amounts, headings, marks, reasons."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from itertools import groupby
from typing import Final

from conspectus.model.usage import Usage
from conspectus.render.wording import de, en, es, fr
from conspectus.text.language import language_name

_CATALOGUES: Final = {"en": en, "de": de, "fr": fr, "es": es}
LANGUAGES: Final = tuple(_CATALOGUES)
"""The languages that have a catalogue, by ISO 639-1 code."""

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")
_MONTHS = {name: number for number, name in enumerate(en.MESSAGES["months"].split(), start=1)}
_NAMED_MONTH = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
_NAMED = re.compile(r"(?P<asked>[^()]+) \((?P<name>[^()]+)\)\?")
_PART = re.compile(r"\{(\w+)\}")


def _zone(moment: datetime) -> str:
    ahead = moment.utcoffset() or timedelta(0)
    hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
    sign = "−" if ahead < timedelta(0) else "+"
    return f"UTC{sign}{hours}{f':{minutes:02}' if minutes else ''}" if ahead else "UTC"


class Wording:
    """The catalogue of one language, whatever the machine's locale is: the same briefing, the same bytes."""

    def __init__(self, language: str, messages: Mapping[str, str], told: Mapping[str, str]) -> None:
        self.language = language
        self._messages = messages
        self._told = told

    def __call__(self, key: str, /, **parts: object) -> str:
        """The message of that key with its parts filled in; KeyError where there is none."""
        return self._messages[key].format_map(parts)

    def has(self, key: str) -> bool:
        """True where the catalogue has a message of that key."""
        return key in self._messages

    def language_name(self, code: str) -> str:
        """What the language of that ISO 639-1 code is called in this one; the code where nobody knows."""
        if self.language == "en":
            return language_name(code)
        from babel import Locale  # noqa: PLC0415 - a quarter of a second that English never needs

        return str(Locale(self.language).languages.get(code, code))

    def day(self, value: date) -> str:
        """The date in words: 4 March 2025."""
        return self("day", day=value.day, month=self._month(value.month), year=value.year)

    def moment(self, value: datetime) -> str:
        """The date in words with the time of day and the zone that it is of: 4 March 2025, 16:40 UTC+1."""
        hour, minute = f"{value:%H}", f"{value:%M}"
        return self("moment", day=self.day(value), hour=hour, minute=minute, zone=_zone(value))

    def day_of_month(self, value: date) -> str:
        """The date without its year: 4 March."""
        return self("day_of_month", day=value.day, month=self._month(value.month))

    def month(self, value: date, *, short: bool = False) -> str:
        """The month with its year: March 2025, or as a label on a scale, Mar 2025."""
        names = "months_short" if short else "months"
        return self("month", month=self(names).split()[value.month - 1], year=value.year)

    def _month(self, number: int) -> str:
        return self("months").split()[number - 1]

    def period(self, text: str) -> str:
        """A date, month or interval of ISO 8601, or an English month, in words; anything else as it stands."""
        try:
            return self._period(*(date.fromisoformat(part) for part in text.split("/", 1)))
        except ValueError:
            named = _NAMED_MONTH.fullmatch(text)
            number = _MONTHS.get(named["month"]) if named else None
            if named and number:
                return self.month(date(int(named["year"]), number, 1))
            month = _MONTH.fullmatch(text)
            return self.month(date(int(month["year"]), int(month["month"]), 1)) if month else text

    def _period(self, start: date, end: date | None = None) -> str:
        if end is None or start == end:
            return self.day(start)
        whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
        if whole_months and (start.month, end.month) == (1, 12):
            return str(start.year) if start.year == end.year else f"{start.year} – {end.year}"
        if (start.year, start.month) == (end.year, end.month):
            within = self("days_of_month", first=start.day, last=self.day(end))
            return self.month(end) if whole_months else within
        if whole_months:
            first = self._month(start.month) if start.year == end.year else self.month(start)
            return f"{first} – {self.month(end)}"
        first = self.day_of_month(start) if start.year == end.year else self.day(start)
        return f"{first} – {self.day(end)}"

    def number(self, value: int) -> str:
        """The number with its thousands apart: 1,200."""
        return f"{value:,}".replace(",", self("thousands"))

    def count(self, number: int, noun: str) -> str:
        """The number with its noun: 1 article, 1,200 articles."""
        one, several = self(f"n.{noun}").split("|")
        return f"{self.number(number)} {one if number in self._singular else several}"

    @cached_property
    def _singular(self) -> frozenset[int]:
        return frozenset(map(int, self("singular").split()))

    def certainty(self, value: float) -> str:
        """How sure the grouping of articles into an event is, on its scale: it is no probability."""
        return self("certainty", value=self._decimal(f"{value:.2f}"))

    def _decimal(self, digits: str) -> str:
        return digits.replace(".", self("decimal"))

    def seconds(self, value: float) -> str:
        """The duration as a person says it: 0.3 s, 6 min 12 s, 1 h 5 min."""
        if value < 10:
            return self._decimal(f"{value:.1f} s")
        whole = round(value)
        if whole < 60:
            return f"{whole} s"
        if whole < 3600:
            return f"{whole // 60} min {whole % 60} s"
        return f"{whole // 3600} h {whole % 3600 // 60} min"

    def numbers(self, values: Sequence[int]) -> str:
        """The numbers in order, with runs folded: 2, 4–7, 9."""
        runs = groupby(enumerate(sorted(set(values))), key=lambda pair: pair[1] - pair[0])
        folded = [[number for _, number in run] for _, run in runs]
        return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in folded)

    def calls(self, usage: Usage) -> str:
        """How many calls were made, and what became of them."""
        parts = [self.count(usage.calls, "call")]
        if usage.cached:
            parts.append(self("from_cache", answers=self.count(usage.cached, "answer")))
        if usage.reasks:
            parts.append(self.count(usage.reasks, "reask"))
        if usage.retries:
            parts.append(self.count(usage.retries, "retry"))
        return ", ".join(parts)

    def tokens(self, usage: Usage) -> str:
        """How many tokens went in and came out."""
        cached = usage.cached_input_tokens
        return self(
            "tokens",
            given=self.number(usage.input_tokens),
            cached=self("tokens_cached", number=self.number(cached)) if cached else "",
            made=self.number(usage.output_tokens),
        )

    def cost(self, usage: Usage) -> str:
        """The cost in US dollars; "unknown" where a price is not known, never zero."""
        if usage.cost_usd is None:
            return self("cost_unknown")
        if usage.cost_usd == 0:
            return "$0"
        return f"${usage.cost_usd:,.2f}" if usage.cost_usd >= 0.01 else f"${usage.cost_usd:.4f}"

    def quoted(self, text: str) -> str:
        """The text in this language's quotation marks, or in its inner ones where the text has marks."""
        outer, inner = self("quotes").split("|")
        before, after = (inner if any(mark in text for mark in '“”„«»"') else outer).split("…")
        return f"{before}{text}{after}"

    def told(self, sentence: str) -> str:
        """A question or reason that another room wrote in English, in this language; as it stands where unknown."""
        if not self._told or sentence in self._told:
            return self._told.get(sentence, sentence)
        if (named := _NAMED.fullmatch(sentence)) and (plain := self._told.get(f"{named['asked']}?")):
            # "How many jobs (Austin)?" is the question without the name, with it.
            bare = plain.rstrip("?\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE} ")
            return f"{bare} ({named['name']}){plain[len(bare) :]}"
        for pattern, fill in self._patterns:
            found = pattern.fullmatch(sentence)
            if found:
                return fill({name: self._part(name, part) for name, part in found.groupdict().items()})
        return sentence

    def _part(self, name: str, part: str) -> str:
        """What fills a hole; one called `why` is a sentence, or several, of the same sort."""
        if name != "why":
            return part
        whole = self.told(part)
        return whole if whole != part else "; ".join(map(self.told, part.split("; ")))

    @cached_property
    def _patterns(self) -> Sequence[tuple[re.Pattern[str], Callable[[Mapping[str, str]], str]]]:
        return [
            (_matching(english), said.format_map) for english, said in self._told.items() if "{" in english
        ]


def _matching(template: str) -> re.Pattern[str]:
    return re.compile("".join(_pieces(template)), re.DOTALL)


def _pieces(template: str) -> Iterator[str]:
    for number, piece in enumerate(_PART.split(template)):
        yield f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece)


@cache
def wording(language: str | None) -> Wording:
    """The words of that language, English where it has no catalogue or is None."""
    code = (language or "en").lower().replace("_", "-").partition("-")[0]
    code = code if code in _CATALOGUES else "en"
    return Wording(code, _CATALOGUES[code].MESSAGES, _CATALOGUES[code].TOLD)


ENGLISH: Final = wording("en")
