"""PostgreSQL is to hold the same tables: what databases spell differently is spelled out for it."""

from types import SimpleNamespace

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from scraper.catalogue.answers import Offer, write_offers
from scraper.catalogue.tables import metadata


def spelled(statement):
    return " ".join(str(statement.compile(dialect=postgresql.dialect())).split())


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_there(table):
    assert spelled(CreateTable(table)).startswith(f"CREATE TABLE {table.name}")


def test_keys_that_count_up_are_wide_enough_there():
    assert "id BIGSERIAL NOT NULL" in spelled(CreateTable(metadata.tables["addresses"]))
    assert "seq BIGINT NOT NULL" in spelled(CreateTable(metadata.tables["changes"]))


def test_moments_keep_their_zone_there():
    assert "started TIMESTAMP WITH TIME ZONE NOT NULL" in spelled(CreateTable(metadata.tables["runs"]))


def test_a_site_has_one_open_run_there_too():
    (index,) = (index for index in metadata.tables["runs"].indexes if index.unique)
    assert spelled(CreateIndex(index)) == "CREATE UNIQUE INDEX one_open_run ON runs (site) WHERE finished IS NULL"


def test_addresses_that_are_known_are_merged_there_too(make_found, now):
    written = []
    connection = SimpleNamespace(
        dialect=postgresql.dialect(), execute=lambda statement, rows: written.append((statement, rows))
    )
    write_offers(connection, [Offer("lam_giang", make_found(1), "lam_giang-1", now)])
    ((statement, rows),) = written
    assert "ON CONFLICT (site, canonical) DO UPDATE SET" in spelled(statement)
    assert "addresses.offered_in IS DISTINCT FROM excluded.offered_in" in spelled(statement)
    assert [row["canonical"] for row in rows] == [make_found(1).canonical]
