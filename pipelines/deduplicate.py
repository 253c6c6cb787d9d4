"""Second pipeline: an article reached under two addresses is read once a crawl; both addresses stay its own."""

from functools import cached_property

from pipelines.doorway import Doorway
from scraper.crawling.site_crawl import Reading


class DeduplicatePipeline(Doorway):
    """Counts an article that this crawl has read before; its second address is kept, its second reading is not."""

    @cached_property
    def read(self) -> set[str]:
        """Identifiers of the articles read in this crawl, those before a restart included."""
        return self.crawl.frontier.articles_read()

    def process_item(self, item: Reading) -> Reading:
        """Return the reading, marked as a twin where its article was read before."""
        if item.article is None:
            return item
        if item.article.id in self.read:
            self.count("twin")
            return Reading(item.address, item.fetch, article=None, twin_of=item.article.id)
        self.read.add(item.article.id)
        return item
