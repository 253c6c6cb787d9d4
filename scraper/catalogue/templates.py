"""The templates of the sites, as the crawls learn them."""

from datetime import datetime

from sqlalchemy import select

from scraper.catalogue.connection import Database, insert_into
from scraper.catalogue.tables import templates
from scraper.extraction import Learned


class Templates:
    """What is known of the pages of each site: one row a site, replaced by each crawl that learned something."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, site: str) -> Learned:
        """Return what is known of the pages of ``site``; a template that says nothing where no crawl has learned any."""
        with self.database.reading() as connection:
            data = connection.scalar(select(templates.c.data).filter_by(site=site))
        return Learned.from_json(data) if data else Learned()

    def put(self, site: str, learned: Learned, now: datetime) -> None:
        """Keep what a crawl over ``site`` that ended at ``now`` has learned, in place of what was known."""
        with self.database.writing() as connection:
            insert = insert_into(connection, templates).values(site=site, moment=now, data=learned.to_json())
            newer = {"moment": insert.excluded.moment, "data": insert.excluded.data}
            connection.execute(insert.on_conflict_do_update(index_elements=[templates.c.site], set_=newer))
