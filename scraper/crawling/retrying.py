"""Downloader middleware: what may pass is asked for again, later; what a busy site wishes is kept."""

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from scraper.crawling.backoff import LONGEST_WAIT, read_retry_after
from scraper.crawling.failures import BUSY, failure_of, may_pass
from scraper.crawling.scheduler import WAIT
from scraper.crawling.site_crawl import SiteCrawl

SENT = "sent"
"""Key of a request's moment in its meta, on the clock of the weather."""

LATENCY = "download_latency"
"""Key under which Scrapy notes that the answer has begun to come."""

PUT_OFF = "put_off"
"""Key of the moment, UTC, before which the address is not to be asked for again."""

LONGEST_PUT_OFF = timedelta(days=7)


class RetryMiddleware:
    """Takes the place of Scrapy's, which asks again at once and hears no Retry-After. Requests without an address pass."""

    def __init__(self, crawl: SiteCrawl, retries: int) -> None:
        self.crawl = crawl
        self.retries = retries

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of the crawl that the spider carries, unless nothing is asked for again."""
        if not crawler.settings.getbool("RETRY_ENABLED"):
            raise NotConfigured("nothing is asked for again")
        return cls(crawler.spider.crawl, crawler.settings.getint("RETRY_TIMES"))  # type: ignore[union-attr]  # set by now

    def process_request(self, request: Request) -> None:
        """Note when ``request`` was sent; what an earlier try left goes."""
        request.meta[SENT] = monotonic()
        request.meta.pop(LATENCY, None)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return ``response``, or the request for the next try."""
        failure = failure_of(response)
        if failure is None or "address" not in request.meta:
            return response
        wish = wish_of(response) or 0.0
        if response.status in BUSY:
            self.crawl.weather.pace.slower(request.meta[SENT])
            self.crawl.weather.hold(wish)
        if wish > LONGEST_WAIT:
            request.meta[PUT_OFF] = datetime.now(UTC) + min(timedelta(seconds=wish), LONGEST_PUT_OFF)
            return response
        again = self.next_try(request, wish) if may_pass(response) else None
        if again:
            self.crawl.note(failure, responded=True)
        return again or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Return the request for the next try, None where there is none."""
        again = self.next_try(request, 0.0) if "address" in request.meta and may_pass(exception) else None
        if again:
            self.crawl.note(failure_of(exception, begun=LATENCY in request.meta), responded=False)
        return again

    def next_try(self, request: Request, wish: float) -> Request | None:
        """Return ``request`` with the seconds that it is to wait, None after the last try."""
        tries: int = request.meta.get("tries", 0) + 1
        if tries > self.retries:
            return None
        wait = max(wish, self.crawl.weather.backoff.wait(tries))
        return request.replace(meta={**request.meta, "tries": tries, WAIT: wait})


def wish_of(response: Response) -> float | None:
    """Return the seconds that ``response`` asks to wait, None where it does not."""
    header = response.headers.get("Retry-After")
    return read_retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))
