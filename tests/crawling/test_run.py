"""When a crawl counts as sound."""

import pytest

from scraper.crawling.run import SiteResult


@pytest.mark.parametrize(
    ("outcome", "counts", "sound"),
    [
        ("finished", {"page/2xx": 20}, True),
        ("finished", {"page/2xx": 20, "page/5xx": 2}, True),
        ("finished", {}, False),
        ("finished", {"page/2xx": 1, "page/5xx": 30}, False),
        ("finished", {"page/2xx": 20, "spider_exceptions/count": 1}, False),
        ("shutdown", {"page/2xx": 20}, False),
    ],
)
def test_a_crawl_is_sound_if_read_to_its_end_with_few_failures(outcome, counts, sound):
    assert SiteResult("a", outcome, counts, resumed=False).is_sound is sound
