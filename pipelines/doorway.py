"""What every pipeline here has: the crawl it belongs to, and a place to count."""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from scraper.article import Article
from scraper.crawling.site_crawl import SiteCrawl


class Doorway:
    """A pipeline of one crawl."""

    def __init__(self, crawl: SiteCrawl, stats: StatsCollector) -> None:
        self.crawl = crawl
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of the crawl that the spider carries."""
        return cls(crawler.spider.crawl, crawler.stats)  # type: ignore[union-attr]  # set by now

    def count(self, outcome: str) -> None:
        """Count ``article/outcome``."""
        self.stats.inc_value(f"article/{outcome}")

    def count_doubts(self, article: Article) -> None:
        """Count ``doubt/word`` for each doubt about the record."""
        for doubt in article.read_by.doubts:
            self.stats.inc_value(f"doubt/{doubt.replace(' ', '-')}")

    def count_filled(self, article: Article) -> None:
        """Count ``filled/field`` for each field that rebuilt sites are apt to lose and that the record has."""
        filled = {
            "date": article.date_published,
            "authors": article.authors,
            "section": article.section,
            "text": article.article_body,
        }
        for field, value in filled.items():
            if value:
                self.stats.inc_value(f"filled/{field}")
