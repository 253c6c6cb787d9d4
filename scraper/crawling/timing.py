"""Extension: counts how long the server takes to answer."""

from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector


class Timing:
    """Adds up the time from request to answer: ``fetch/milliseconds`` over ``fetch/timed`` answers, our own delay left out."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension, listening to the downloader."""
        timing = cls(crawler.stats)
        crawler.signals.connect(timing.downloaded, signals.response_downloaded)
        return timing

    def downloaded(self, request: Request) -> None:
        """Count one answer; a recording gives none a time."""
        seconds = request.meta.get("download_latency")
        if seconds is not None:
            self.stats.inc_value("fetch/timed")
            self.stats.inc_value("fetch/milliseconds", round(seconds * 1000))
