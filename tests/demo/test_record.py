"""The shipped recordings are what their content gives, and hold what the demo is to show."""

from datetime import datetime

import pytest

from scraper import demo as demonstration
from scraper.captures import read_captures
from scraper.demo.content import articles_of
from scraper.demo.record import SITES, recording_of

EVERY = [article for site in SITES for article in articles_of(site)]


@pytest.mark.parametrize("site", SITES)
def test_the_shipped_recording_is_what_the_content_gives(site):
    path = next(path for path in demonstration.recordings() if path.name.startswith(site))
    assert path.read_bytes() == recording_of(site)


def test_there_are_three_sites_and_forty_articles():
    assert len(SITES) == 3
    assert len(EVERY) >= 40
    assert len({article.slug for article in EVERY}) == len(EVERY)


def test_the_traps_are_there():
    kinds = [block.kind for article in EVERY for block in article.blocks]
    assert {"p", "h", "li", "q", "img", "table"} <= set(kinds)
    assert any(article.date is None for article in EVERY)
    assert any(article.attachments for article in EVERY)
    assert any(article.source for article in EVERY)
    assert any(isinstance(article.date, datetime) for article in EVERY)
    pages = b"".join(captured.body for path in demonstration.recordings() for captured in read_captures(path))
    for trap in ("Hoi-nghi-GBTQ-2017-1-bis", "Logo Hoi thi STKT - web", "Thứ tư, 25/11/2020, 08:15"):
        assert trap.encode() in pages
