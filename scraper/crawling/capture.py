"""Downloader middleware: every response goes into a WARC before anything reads it."""

from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from scraper.captures import Exchange
from scraper.crawling.replay import NOT_RECORDED
from scraper.crawling.site_crawl import SiteCrawl


class CaptureMiddleware:
    """Writes request and response, and leaves where they stand in ``request.meta["capture"]``.

    Sits behind HttpCompressionMiddleware, so that bodies are stored decoded.
    """

    def __init__(self, crawl: SiteCrawl) -> None:
        self.crawl = crawl

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of the crawl that the spider carries."""
        return cls(crawler.spider.crawl)  # type: ignore[union-attr]  # a SiteSpider by now

    def process_response(self, request: Request, response: Response) -> Response:
        """Capture ``response``; what a recording does not hold is no response and is not captured."""
        request.meta["fetched"] = request.meta.pop("recorded", None) or datetime.now(UTC)
        if NOT_RECORDED not in response.flags:
            request.meta["capture"] = self.crawl.captures.write(exchange(request, response))
        return response


def exchange(request: Request, response: Response) -> Exchange:
    """Return ``request`` and ``response`` as the captures take them."""
    return Exchange(
        url=response.url,
        status=response.status,
        body=response.body,
        fetched=request.meta["fetched"],
        method=request.method,
        request_headers=header_lines(request.headers),
        request_body=request.body,
        response_headers=header_lines(response.headers),
    )


def header_lines(headers: Headers) -> tuple[tuple[str, str], ...]:
    """Return ``headers`` as pairs, a repeated one as several pairs."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name))
