"""Nights that are made up, one by one and as a catalogue of 64 sites over 30 of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from scraper.catalogue import open_catalogue
from scraper.health import Night

START = datetime(2026, 10, 25, 19, 0, tzinfo=UTC)
"""02:00 of 26 October in Vietnam."""

NIGHTS = 30
DAY = date(2026, 11, 24)
"""The day of the last of them."""

SITES = [f"union_{number:02}" for number in range(64)]

USUAL = {
    "page/2xx": 60,
    "status/200": 61,
    "article/new": 4,
    "article/changed": 1,
    "article/unchanged": 45,
    "named/article": 120,
    "named/listing": 10,
    "fetched/article": 50,
    "fetched/listing": 10,
    "filled/date": 48,
    "filled/authors": 30,
    "filled/section": 50,
    "filled/text": 50,
    "address/done": 170,
    "fetch/timed": 61,
    "fetch/milliseconds": 6100,
}

TROUBLE = {
    "union_03": {"page/failed": 4, "failure/dns": 4},
    "union_07": {"page/2xx": 9, "page/4xx": 51, "status/200": 9, "status/403": 51, "named/article": 30},
    "union_11": {**USUAL, "template/lost": 1, "template/used": 2, "template/missed": 48},
    "union_19": {**USUAL, "named/article": 20, "article/unchanged": 3, "fetched/article": 8, "filled/date": 8},
    "union_23": {**USUAL, "page/failed": 20, "failure/timeout": 20},
}
"""Counts of the last night where something is wrong."""


def night(counts=USUAL, outcome="finished", number=NIGHTS, site="cao_bang", **more):
    """Return night ``number`` of a site, with ``more`` counts, ``/`` written as ``__``."""
    started = START + timedelta(days=number - 1)
    told = {**counts, **{name.replace("__", "/"): value for name, value in more.items()}}
    return Night(site, started, started + timedelta(hours=1) if outcome else None, outcome, told)


def nights(number=10, counts=USUAL, **more):
    """Return as many nights in a row that end before night ``NIGHTS``."""
    return [night(counts, number=NIGHTS - back, **more) for back in range(number, 0, -1)]


@pytest.fixture(scope="session")
def output(tmp_path_factory):
    """The output folder of 64 sites over 30 nights; one more was read until five nights ago."""
    folder = tmp_path_factory.mktemp("nights")
    with open_catalogue(folder) as catalogue:
        for number in range(NIGHTS):
            for place, site in enumerate(SITES):
                last = number == NIGHTS - 1
                keep(catalogue, site, number, place, TROUBLE.get(site, USUAL) if last else USUAL)
            if number < NIGHTS - 5:
                keep(catalogue, "lost_union", number, 64, USUAL)
    return folder


def keep(catalogue, site, number, place, counts):
    """Write one run into the catalogue."""
    started = START + timedelta(days=number, seconds=place)
    run = catalogue.begin_run(site, started)
    catalogue.finish_run(run, started + timedelta(minutes=30), "finished", counts)
