"""Last pipeline: article, change and address row go into the catalogue together."""

from pipelines.doorway import Doorway
from scraper.crawling.site_crawl import Reading


class StorePipeline(Doorway):
    """Puts every article into the catalogue, counts what came of it, its doubts and its fields, and settles its address."""

    def process_item(self, item: Reading) -> Reading:
        """Return the reading as it came."""
        if item.article:
            self.count(self.crawl.put(item.article, item.fetch.moment))
            self.count_doubts(item.article)
            self.count_filled(item.article)
        article_id = item.article.id if item.article else item.twin_of
        self.crawl.frontier.done(item.address, item.fetch, article_id)
        return item
