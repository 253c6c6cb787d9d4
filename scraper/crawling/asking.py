"""Single questions to sites, one after the other and as polite as a crawl: for the probe and the live check."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.settings import BaseSettings, Settings

from scraper import settings as defaults
from scraper.captures import Recording
from scraper.crawling.browser import use_browser
from scraper.crawling.failures import FAILURES, words_of
from scraper.crawling.pace import Pace
from scraper.crawling.run import REPLAY, run_side_by_side
from scraper.crawling.weather import Weather
from scraper.probing import Answer, Ask
from scraper.site import Site

Task = Callable[[Ask], Coroutine[Any, Any, None]]
"""Asks questions and keeps what it learns."""

ALONE: dict[str, Any] = {
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    "DOWNLOADER_MIDDLEWARES": {
        **defaults.DOWNLOADER_MIDDLEWARES,
        "scraper.crawling.capture.CaptureMiddleware": None,
        "scraper.crawling.retrying.RetryMiddleware": None,
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": 550,
    },
    "EXTENSIONS": {},
    "ITEM_PIPELINES": {},
    "LOG_INSTALL_ROOT_HANDLER": False,
    "RETRY_TIMES": 1,
}
"""Settings of questions outside a crawl: no frontier, no archive."""


class _Inquiry:
    """Where the replay handler looks for the recording, and the middlewares for the weather."""

    def __init__(self, recording: Recording | None, site: Site | None) -> None:
        self.recording = recording
        self.weather = Weather(pace=Pace(least=site.delay if site else defaults.DOWNLOAD_DELAY))


class AskingSpider(Spider):
    """Runs one task, which asks through the engine."""

    name = "asking"
    site: Site | None = None
    crawl: _Inquiry
    task: Task

    @classmethod
    def for_site(cls, site: Site | None) -> "type[AskingSpider]":
        """Return the spider that asks as politely as the definition of ``site`` says."""
        own: dict[str, Any] = (
            {"DOWNLOAD_DELAY": site.delay, "DOWNLOAD_VERIFY_CERTIFICATES": site.verify_certificate} if site else {}
        )
        return type("SiteAskingSpider", (cls,), {"custom_settings": own, "site": site})

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Leave out the delay where nobody is to be polite to; show pages in a browser where the site asks for that."""
        super().update_settings(settings)
        if cls.site:
            use_browser(settings, cls.site)
        if not settings.getbool("POLITE"):
            settings.set("DOWNLOAD_DELAY", 0, priority="cmdline")

    async def start(self) -> AsyncIterator[Request]:
        """Run the task; there are no other requests."""
        await self.task(self.ask)
        no_requests: tuple[Request, ...] = ()
        for request in no_requests:
            yield request

    async def ask(self, url: str) -> Answer:
        """Return the answer of ``url``; what the server or the network does wrong is told in it."""
        request = Request(url, dont_filter=True, meta={"dont_redirect": True, "handle_httpstatus_all": True})
        if self.crawler.engine is None:
            raise RuntimeError("asked outside a running crawler")
        try:
            response = await self.crawler.engine.download_async(request)
        except IgnoreRequest as refusal:
            return Answer(url, datetime.now(UTC), failure=str(refusal).removeprefix(f"{url}: ") or "forbidden by robots.txt")
        except tuple(FAILURES) as error:
            return Answer(url, datetime.now(UTC), failure=words_of(error))
        return answer_of(request, response)


def answer_of(request: Request, response: Response) -> Answer:
    """Return ``response`` as the domain knows it."""
    headers = {
        name.decode("latin-1").lower(): values[-1].decode("utf-8", "replace") for name, values in response.headers.items()
    }
    moment = request.meta.get("recorded") or datetime.now(UTC)
    return Answer(response.url, moment, response.status, response.body, headers)


def inquire(tasks: Sequence[tuple[Site | None, Task]], recording: Recording | None = None) -> None:
    """Run ``tasks`` side by side, each with a crawler of its own that is as polite as its site asks for. Once a process.

    Raises whatever a task raises; where the user stopped it, tasks may be unfinished.
    """
    settings = Settings()
    settings.setmodule(defaults)
    settings.update({**ALONE, **(REPLAY if recording is not None else {})}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    works: list[asyncio.Future[None]] = []
    starts = [
        partial(
            process.crawl,
            process.create_crawler(AskingSpider.for_site(site)),
            crawl=_Inquiry(recording, site),
            task=_kept(task, works),
        )
        for site, task in tasks
    ]
    run_side_by_side(process, starts)
    for work in works:
        if work.done() and not work.cancelled():
            work.result()


def _kept(task: Task, works: list[asyncio.Future[None]]) -> Task:
    """Return ``task``, its outcome kept in ``works`` for the caller: Scrapy would only log an error."""

    async def run(ask: Ask) -> None:
        work = asyncio.ensure_future(task(ask))
        works.append(work)
        await asyncio.wait([work])

    return run
