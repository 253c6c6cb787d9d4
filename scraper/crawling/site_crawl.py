"""One crawl over one site: everything its Scrapy parts share."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from scrapy.statscollectors import StatsCollector

from scraper.article import Article
from scraper.captures import CaptureWriter, Recording
from scraper.catalogue import Address, Catalogue, Fetch, Frontier, Outcome, Run
from scraper.catalogue.outcomes import FINISHED, OUT_OF_PAGES, OUT_OF_TIME
from scraper.crawling.counts import counts_in, whole_counts
from scraper.crawling.news import as_known
from scraper.crawling.templates import TemplateInUse
from scraper.crawling.weather import WEATHER, Weather
from scraper.errors import VustaError
from scraper.site import Site

CAPTURES = "captures"
"""Folder of the captures inside the output folder."""

READ = {FINISHED, OUT_OF_TIME, OUT_OF_PAGES}
"""Outcomes of crawls that read enough of a site to learn from it."""

TEMPLATE_LOST = "template/lost"
"""Count that says the site was rebuilt; ``template/used`` and ``template/missed`` are the articles this rests on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one address: the item that goes through the pipelines."""

    address: Address
    """Address that was asked for."""
    fetch: Fetch
    """What came of asking."""
    article: Article | None = None
    """The article it holds, None where it holds none."""
    twin_of: str | None = None
    """Identifier of the article it holds where this crawl has read that under another address."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a crawl goes."""

    articles: int | None = None
    """Stop after this many articles; None for all."""
    since: date | None = None
    """Keep only articles published on this day or later, and those without a date; None for all."""
    everything: bool = False
    """Ask for every known address again, due or not."""


@dataclass(slots=True)
class SiteCrawl:
    """The catalogue, captures and recordings that the parts of one crawler work on."""

    site: Site
    run: Run
    catalogue: Catalogue
    frontier: Frontier
    captures: CaptureWriter
    templates: TemplateInUse
    recording: Recording | None = None
    limits: Limits = field(default_factory=Limits)
    weather: Weather = field(default_factory=Weather)
    """How the site does; set with the crawler's settings."""
    stored: int = 0
    """Articles put into the catalogue so far."""
    failure: VustaError | None = None
    """What stopped it from writing, None while it can."""
    outcome: str = "waiting"
    """``waiting``, ``running``, ``finished``, or why it stopped."""
    stats: StatsCollector | None = None
    """What its parts count; None while it waits."""

    @property
    def counts(self) -> dict[str, int]:
        """What was counted so far, as ``thing/outcome``."""
        return counts_in(self.stats.get_stats()) if self.stats else {}

    @property
    def whole_counts(self) -> dict[str, int]:
        """What is kept with the run, once everything is committed."""
        return whole_counts(self.catalogue, self.site, self.run, self.counts, self.is_full)

    @property
    def is_full(self) -> bool:
        """Whether as many articles are stored as were asked for."""
        return self.limits.articles is not None and self.stored >= self.limits.articles

    def put(self, article: Article, moment: datetime) -> Outcome:
        """Keep ``article`` as read at ``moment``; the same page read otherwise than before is no news."""
        known = as_known(article, self.site, self.templates.template, self.catalogue, self.captures.folder)
        self.stored += 1
        return self.catalogue.put(known, moment)

    def note(self, failure: str | None, *, responded: bool) -> None:
        """Take note of what came of a request: a kind of ``failure`` or none, and whether the site ``responded`` at all."""
        if failure and self.stats:
            self.stats.inc_value(f"failure/{failure}")
        self.weather.outcome(failure, responded=responded)

    def finish(self) -> None:
        """End the crawl and keep what it learned; one that was stopped stays open, so that the next start goes on with it."""
        self.catalogue.commit()
        now = datetime.now(UTC)
        if self.recording is None:
            self.catalogue.put_pace(self.site.name, self.weather.pace.after(self.outcome in READ), now)
        if self.outcome in READ:
            if self.templates.is_lost and self.stats:
                self.stats.set_value(TEMPLATE_LOST, 1)
            self.catalogue.put_template(self.site.name, self.templates.outcome, now)
        if self.outcome == FINISHED or self.outcome in WEATHER:
            self.catalogue.finish_run(self.run, now, self.outcome, self.whole_counts)
        else:
            self.catalogue.note_run(self.run, self.whole_counts)
        self.catalogue.commit()
        self.catalogue.before_commit.remove(self.captures.sync)
        self.captures.close()


def begin_crawl(
    catalogue: Catalogue, output: Path, site: Site, recording: Recording | None = None, limits: Limits | None = None
) -> SiteCrawl:
    """Return the crawl over ``site``: the unfinished one where there is one, else a new one.

    Raises OutputError where another process is crawling the site or the output folder cannot be written.
    """
    now = datetime.now(UTC)
    run = catalogue.begin_run(site.name, now)
    captures = CaptureWriter(output / CAPTURES, site.name, run.id, now)
    catalogue.before_commit.append(captures.sync)
    templates = TemplateInUse(catalogue.template(site.name))
    crawl = SiteCrawl(site, run, catalogue, catalogue.frontier(run), captures, templates, recording, limits or Limits())
    if crawl.limits.everything:
        crawl.frontier.ask_all(now)
    return crawl
