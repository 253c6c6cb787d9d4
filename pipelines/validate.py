"""First pipeline: what is no sound record, or not asked for, goes no further."""

from dataclasses import replace

from pipelines.doorway import Doorway
from scraper.article import Article
from scraper.crawling.site_crawl import Limits, Reading
from scraper.dates import day_of


class ValidatePipeline(Doorway):
    """Takes out of a reading an article without text or older than asked for, and counts it."""

    def process_item(self, item: Reading) -> Reading:
        """Return the reading, without its article where that goes no further."""
        reason = item.article and refusal(item.article, self.crawl.limits)
        if not reason:
            return item
        self.count(reason)
        return replace(item, article=None)


def refusal(article: Article, limits: Limits) -> str | None:
    """Return why ``article`` is not kept, None where it is."""
    if not article.headline or not (article.blocks or article.attachments):
        return "without_text"
    if limits.since and article.date_published and day_of(article.date_published) < limits.since:
        return "too_old"
    return None
