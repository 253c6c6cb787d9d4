"""The probe: survey, proposal, and whether that is good enough to crawl with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from scraper.article import Article
from scraper.definitions import merge
from scraper.errors import UsageError
from scraper.probing.answers import Answer, Ask, follow
from scraper.probing.proposal import Proposal
from scraper.probing.survey import look, survey
from scraper.probing.visits import Visit
from scraper.probing.written import definition_text
from scraper.site import Generation, Site

FEWEST_ARTICLES = 5
"""Articles that must have been read."""

LEAST_DATED, MOST_DOUBTED, MOST_OF_TODAY = 0.7, 0.5, 0.5
"""Share of them that must be dated, may be doubted, and may be dated as of the day they were asked for."""

MOST_UNANSWERED = 0.1
"""Share of the requests that may fail."""

MOST_SHOWN = 12
"""Articles shown as samples."""

MOST_DOUBTFUL = 8
"""Addresses asked for because their key was that of others."""


@dataclass(frozen=True)
class Probe:
    """What came of probing a site."""

    proposal: Proposal

    @property
    def articles(self) -> list[Visit]:
        """The articles that were read."""
        return self.proposal.seen.articles

    @cached_property
    def problems(self) -> list[str]:
        """What makes the definition not good enough to crawl with, one line each."""
        return list(self._problems())

    def _problems(self) -> Iterator[str]:
        """Yield what is wrong."""
        number = len(self.articles)
        seen = self.proposal.seen
        if seen.failed > MOST_UNANSWERED * seen.asked:
            yield f"{seen.failed} of {seen.asked} requests were not answered"
        if number < FEWEST_ARTICLES:
            yield f"only {number} articles were found on {self.proposal.seen.asked} pages; {FEWEST_ARTICLES} are needed"
        if number and self.dated < LEAST_DATED * number:
            yield f"only {self.dated} of {number} articles have a date"
        if number and self.doubted > MOST_DOUBTED * number:
            yield f"{self.doubted} of {number} articles are doubtful"
        if number and self.of_today > MOST_OF_TODAY * number:
            yield f"{self.of_today} of {number} articles bear the day they were asked for: most likely the site's clock"
        if self.proposal.article_url is None:
            yield "no pattern tells its articles; their keys would be whole addresses"

    @property
    def dated(self) -> int:
        """How many articles have a date."""
        return sum(one.article is not None and one.article.date_published is not None for one in self.articles)

    @property
    def doubted(self) -> int:
        """How many articles are doubtful."""
        return sum(one.article is not None and bool(one.article.read_by.doubts) for one in self.articles)

    @property
    def of_today(self) -> int:
        """How many articles are dated within a day of being asked for."""
        return sum(abs(day - one.answer.moment.date()) <= timedelta(days=1) for one in self.articles if (day := _day(one)))

    @property
    def samples(self) -> list[tuple[Article, str]]:
        """The first articles that were read, each with the key that it would have."""
        told = Generation(article_url=self.proposal.article_url)
        shown = self.articles[:MOST_SHOWN]
        return [(one.article, told.article_key(one.address) or "its whole address") for one in shown if one.article]

    @property
    def text(self) -> str:
        """The definition as TOML, with the evidence in comments."""
        return definition_text(self.heading(), self.proposal.keys())

    def heading(self) -> Iterator[str]:
        """Yield what the definition says of itself."""
        seen, number = self.proposal.seen, len(self.articles)
        day = seen.home.moment.date()
        read = f"{number} articles read, {self.dated} dated, {self.doubted} doubtful"
        yield f"Probed on {day} with {seen.asked} requests: {read}."
        encodings = sorted({one.encoding for one in self.articles})
        containers = self.proposal.learner.containers.most_common(1)
        if containers:
            yield f"Encoding {', '.join(encodings)}; the text of {containers[0][1]} of them stands in {containers[0][0]}."
        yield f"robots.txt: {seen.robots.outcome if seen.robots else 'not asked for'}."
        if self.of_today:
            yield f"{self.of_today} articles are dated as of that day: look for a clock that was taken for their date."


async def probe(
    url: str,
    ask: Ask,
    platforms: Mapping[str, Mapping[str, Any]],
    signs: Mapping[str, tuple[re.Pattern[str], ...]],
    known: Mapping[str, str | tuple[str, ...]] | None = None,
) -> Probe:
    """Return what a probe of the site at ``url`` finds; raises UsageError where its home page does not answer.

    ``platforms`` are the defaults of the platforms, ``signs`` what gives each away, ``known`` the keys that say
    whose site it is.
    """
    home = await follow(ask, url)
    if not home.is_page:
        raise UsageError(f"{url}: {home.outcome}")
    platform = platform_of(home, signs)
    site = _assumed(place_of(url, home), platforms[platform] if platform else {})
    seen = await survey(home, site, ask)
    for address in Proposal(seen, platform).patterns.doubtful[:MOST_DOUBTFUL]:
        await look(address, seen, ask)
    return Probe(Proposal(seen, platform, known or {}))


def place_of(url: str, home: Answer) -> str:
    """Return where the site at ``url`` lives: the host that its home page is on, with the folder that ``url`` names.

    The page that a home page redirects to lies in folders that mean nothing. A last segment with an ending is a page.

    >>> from datetime import UTC, datetime
    >>> home = Answer("https://www.a.vn/vi/trang-chu", datetime.now(UTC))
    >>> place_of("http://a.vn/", home), place_of("http://a.vn/bannganh/hoi", home), place_of("http://a.vn/index.php", home)
    ('https://www.a.vn', 'https://www.a.vn/bannganh/hoi', 'https://www.a.vn')
    """
    asked, arrived = urlsplit(url), urlsplit(home.url)
    same = asked.netloc.lower().removeprefix("www.") == arrived.netloc.lower().removeprefix("www.")
    folder = asked.path.rstrip("/") if same else ""
    if "." in folder.rpartition("/")[2]:
        folder = folder.rpartition("/")[0]
    return f"{arrived.scheme}://{arrived.netloc}{folder}"


def platform_of(home: Answer, signs: Mapping[str, tuple[re.Pattern[str], ...]]) -> str | None:
    """Return the platform that most signs on the home page speak of, None where none does."""
    text = home.body.decode("utf-8", "replace")
    counts = {platform: sum(bool(sign.search(text)) for sign in known) for platform, known in signs.items()}
    best = max(counts, key=lambda platform: (counts[platform], len(signs[platform])), default=None)
    return best if best and counts[best] else None


def name_of(url: str) -> str:
    """Return a name for the site at ``url``.

    >>> name_of("https://www.lienhiephoi.caobang.gov.vn/vi/")
    'lienhiephoi_caobang_gov_vn'
    """
    host = urlsplit(url).netloc.lower().partition(":")[0].removeprefix("www.")
    return re.sub(r"\W+", "_", host).strip("_")


def _assumed(place: str, defaults: Mapping[str, Any]) -> Site:
    """Return the definition that the survey goes by: where the site lives, and the platform's defaults."""
    table = {"name": "probed", "organisation": "probed", "status": "seen", "hosts": [place]}
    return Site.model_validate(merge(dict(defaults), table))


def _day(one: Visit) -> date | None:
    """Return the day an article is dated."""
    moment = one.article.date_published if one.article else None
    return moment.date() if isinstance(moment, datetime) else moment
