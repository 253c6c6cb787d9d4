"""Download handler that answers from recordings and never touches the network."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from scraper.captures import Recording

NOT_RECORDED = "not recorded"
"""Flag on the answer to what the recordings do not hold."""


class ReplayHandler:
    """Answers http and https requests from the recording of the crawl; what it does not hold is 404."""

    lazy = False

    def __init__(self, recording: Recording) -> None:
        self.recording = recording

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return a handler for the recording that the spider's crawl carries."""
        return cls(crawler.spider.crawl.recording)  # type: ignore[union-attr]  # a SiteSpider by now

    async def download_request(self, request: Request) -> Response:
        """Return the recorded response to ``request``, fetched when it was recorded."""
        found = self.recording.lookup(request.url, request.method, request.body)
        if found is None:
            return Response(request.url, status=404, flags=[NOT_RECORDED])
        request.meta["recorded"] = found.capture.date
        return Response(request.url, status=found.status, headers=found.headers, body=found.body)

    async def close(self) -> None:
        """Nothing is held open."""
