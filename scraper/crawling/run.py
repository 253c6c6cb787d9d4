"""Crawling several sites in one process, one crawler each."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from scraper import settings as defaults
from scraper.captures import Recording, repair_open_files
from scraper.catalogue import open_catalogue
from scraper.catalogue.outcomes import FINISHED
from scraper.crawling.site_crawl import CAPTURES, TEMPLATE_LOST, Limits, SiteCrawl, begin_crawl

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
"""Sites crawled at a time in one process."""

REPLAY: Mapping[str, Any] = {
    "DOWNLOAD_HANDLERS": {
        **defaults.DOWNLOAD_HANDLERS,
        "http": "scraper.crawling.replay.ReplayHandler",
        "https": "scraper.crawling.replay.ReplayHandler",
    },
    "ALLOW_PRIVATE_HOSTS": True,
    "RETRY_ENABLED": False,
    "POLITE": False,
    "RENDER": False,
}
"""Settings of a crawl from recordings: nobody to be polite to."""


@dataclass(frozen=True, slots=True)
class SiteResult:
    """How the crawl over one site stands or ended."""

    site: str
    outcome: str
    """``waiting``, ``running``, ``finished``, or why it stopped."""
    counts: dict[str, int]
    """``thing/outcome`` to number."""
    resumed: bool
    """Whether it went on with one that had been stopped."""

    @property
    def is_sound(self) -> bool:
        """Whether the site was read to its end, answered more often than it failed, and no page broke the reader."""
        answered, failed = self.counts.get("page/2xx", 0), self.failed
        return self.outcome == FINISHED and answered > failed and not self.counts.get("spider_exceptions/count")

    @property
    def state(self) -> str:
        """The outcome, and what somebody should know about it.

        >>> SiteResult("cao_bang", "finished", {"template/lost": 1}, resumed=True).state
        'finished (resumed, template lost)'
        """
        notes = ["resumed"] * self.resumed + ["template lost"] * bool(self.counts.get(TEMPLATE_LOST))
        return self.outcome + (f" ({', '.join(notes)})" if notes else "")

    @property
    def failed(self) -> int:
        """Pages that gave no answer, one that says the server is unwell, or that broke the reader."""
        return sum(
            self.counts.get(name, 0) for name in ("page/failed", "page/5xx", "failure/challenge", "spider_exceptions/count")
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One site's crawler and what it works on."""

    crawler: Crawler
    crawl: SiteCrawl

    def result(self) -> SiteResult:
        """Return how it stands."""
        crawl = self.crawl
        return SiteResult(crawl.site.name, crawl.outcome, crawl.counts, crawl.run.resumed)


Watch = Callable[[Sequence[Job]], AbstractContextManager[object]]
"""Shows the progress of jobs while its context is open."""


def crawl_sites(
    spiders: Iterable[type[Spider]],
    output: Path,
    recording: Recording | None = None,
    limits: Limits | None = None,
    watch: Watch = nullcontext,
) -> list[SiteResult]:
    """Crawl the sites of ``spiders`` side by side into ``output``; return how each ended. Once a process: Twisted's rule.

    Raises OutputError where ``output`` cannot be used, before anything is fetched if that can be known, and UsageError where a
    site needs a browser that is not there.
    """
    settings = Settings()
    settings.setmodule(defaults)
    settings.update({"LOG_INSTALL_ROOT_HANDLER": False, **(REPLAY if recording is not None else {})}, priority="cmdline")
    with open_catalogue(output) as catalogue:
        for repaired in repair_open_files(output / CAPTURES):
            log.info("%s: finished after a stop, %d bytes of a torn record cut off", repaired.path.name, repaired.cut)
        process = AsyncCrawlerProcess(settings)
        crawlers = [process.create_crawler(spider) for spider in spiders]
        jobs = [
            Job(crawler, begin_crawl(catalogue, output, crawler.spidercls.site, recording, limits))  # type: ignore[attr-defined]  # a SiteSpider
            for crawler in crawlers
        ]
        with watch(jobs):
            _run(process, jobs)
        return [job.result() for job in jobs]


def _run(process: AsyncCrawlerProcess, jobs: Sequence[Job]) -> None:
    """Run ``jobs`` side by side; raises the first error that stopped one."""
    run_side_by_side(process, [partial(process.crawl, job.crawler, crawl=job.crawl) for job in jobs])
    for job in jobs:
        if job.crawl.failure:
            raise job.crawl.failure


def run_side_by_side(process: AsyncCrawlerProcess, starts: Sequence[Callable[[], asyncio.Future[None]]]) -> None:
    """Run what ``starts`` begin, the next one beginning when one ends; returns when all have ended. Once a process."""
    waiting = list(reversed(starts))
    tasks: list[asyncio.Future[None]] = []

    def begin(_: object = None) -> None:
        if waiting:
            task = waiting.pop()()
            task.add_done_callback(begin)
            tasks.append(task)

    for _ in range(SIDE_BY_SIDE):
        begin()
    process.start()
    for task in tasks:
        if task.done():  # one that the user stopped may not be
            task.result()
