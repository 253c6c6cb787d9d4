"""The delays that the sites have taught us: those that asked for less are asked less."""

from datetime import datetime

from sqlalchemy import delete, select

from scraper.catalogue.connection import Database, insert_into
from scraper.catalogue.tables import paces


class Paces:
    """One row for each site that was told to be slower with."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, site: str) -> float:
        """Return the seconds between two requests that ``site`` has taught us, 0 where it has not complained."""
        with self.database.reading() as connection:
            delay: float | None = connection.scalar(select(paces.c.delay).filter_by(site=site))
        return delay or 0.0

    def put(self, site: str, delay: float, now: datetime) -> None:
        """Keep what a crawl over ``site`` that ended at ``now`` has learned; 0 for nothing, which leaves no row."""
        with self.database.writing() as connection:
            if not delay:
                connection.execute(delete(paces).where(paces.c.site == site))
                return
            insert = insert_into(connection, paces).values(site=site, moment=now, delay=delay)
            newer = {"moment": insert.excluded.moment, "delay": insert.excluded.delay}
            connection.execute(insert.on_conflict_do_update(index_elements=[paces.c.site], set_=newer))
