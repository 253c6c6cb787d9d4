"""One night of one site, as far as the run that read it has told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from scraper.catalogue.outcomes import FINISHED

ARTICLE_OUTCOMES = ("new", "changed", "unchanged", "restored", "twin")
"""What putting an article comes to; each is an article seen."""

FIELDS = ("date", "authors", "section", "text")
"""Fields whose fill rates are watched."""

FAILURES = {
    "failure/dns": "no such host",
    "failure/refused": "connection refused",
    "failure/timeout": "no answer in time",
    "failure/slow": "answer too slow",
    "failure/reset": "connection broken",
    "failure/tls": "no secure connection",
    "failure/too_large": "answer too large",
    "failure/no_http": "no http address",
    "failure/other": "other failure",
    "page/5xx": "server error (5xx)",
    "status/429": "asked to slow down (429)",
    "status/403": "forbidden (403)",
    "not_article/challenge": "challenge page",
    "page/refused": "not allowed: robots.txt, or no public host",
    "spider_exceptions/count": "page broke the reader",
}
"""Counts of what went wrong, in words."""

UNTOLD = "no answer"
"""What is said of addresses that failed and whose failures were not counted by kind."""


@dataclass(frozen=True, slots=True)
class Night:
    """One run over one site. Moments are UTC."""

    site: str
    started: datetime
    ended: datetime | None
    """Null while it is open: under way, or stopped."""
    outcome: str | None
    """``finished``, or why it ended before its site did; null while it is open."""
    counts: Mapping[str, int]
    """``thing/outcome`` to number; empty where the process was killed."""

    def count(self, name: str) -> int:
        """Return a count, 0 where nothing was counted under ``name``."""
        return self.counts.get(name, 0)

    def known(self, name: str) -> int | None:
        """Return a count, null where nothing was counted under ``name``."""
        return self.counts.get(name)

    def under(self, thing: str) -> dict[str, int]:
        """Return the counts of ``thing`` by outcome.

        >>> moment = datetime(2026, 11, 24)
        >>> Night("cao_bang", moment, moment, "finished", {"page/2xx": 40, "page/5xx": 2, "article/new": 31}).under("page")
        {'2xx': 40, '5xx': 2}
        """
        return {name.partition("/")[2]: number for name, number in self.counts.items() if name.startswith(f"{thing}/")}

    @property
    def is_whole(self) -> bool:
        """Whether the run came to the end of its site, and to no limit before."""
        return self.outcome == FINISHED and not self.count("crawl/limited")

    @property
    def seen(self) -> int:
        """Articles read, known ones too."""
        return sum(self.count(f"article/{outcome}") for outcome in ARTICLE_OUTCOMES)

    @property
    def pages(self) -> int:
        """Addresses that answered, with whatever status."""
        return sum(self.count(f"page/{number}xx") for number in range(1, 6))

    @property
    def answers(self) -> int:
        """Answers of any kind, repeated ones and robots.txt included; pages where they were not counted."""
        return sum(self.under("status").values()) or self.pages

    @property
    def failed(self) -> int:
        """Addresses that gave no answer, one that says the server is unwell, or that broke the reader."""
        return self.count("page/failed") + self.count("page/5xx") + self.count("spider_exceptions/count")

    @property
    def asked(self) -> int:
        """Addresses asked for."""
        return self.pages + self.count("page/failed")

    @property
    def failures(self) -> dict[str, int]:
        """What went wrong, in words, to the number of times it did, most frequent first."""
        found = {words: self.count(name) for name, words in FAILURES.items() if self.count(name)}
        if self.count("page/failed") and not any(self.under("failure").values()):
            found[UNTOLD] = self.count("page/failed")
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    @property
    def fill(self) -> dict[str, float]:
        """The part of the articles seen that has each watched field, 0 to 1; empty where none was seen or nothing counted."""
        filled = self.under("filled")
        return {field: filled.get(field, 0) / self.seen for field in FIELDS} if filled and self.seen else {}

    @property
    def milliseconds(self) -> float | None:
        """Mean time of an answer, our own delay left out; null where it is unknown."""
        timed = self.count("fetch/timed")
        return self.count("fetch/milliseconds") / timed if timed else None

    @property
    def seconds(self) -> float | None:
        """How long the run took; null while it is open."""
        return (self.ended - self.started).total_seconds() if self.ended else None
