"""Sites of our own making, each with what makes its kind hard, crawled whole over the network."""

import pytest

from tests.crawling.servers.local import crawled
from tests.crawling.servers.generations import Generations
from tests.crawling.servers.numbers import Numbers
from tests.crawling.servers.portal import Portal
from tests.crawling.servers.portlets import GROUP, INSTANCES, NUMBERS, SHOWN_AT_HOME, Portlets

SITES = (Portlets, Numbers, Generations, Portal)


@pytest.fixture(scope="module")
def crawls(tmp_path_factory, vusta):
    """Every site after its crawl."""
    return {site: crawled(site(), tmp_path_factory.mktemp("local"), vusta) for site in SITES}


@pytest.fixture(params=SITES, ids=lambda site: site.name)
def crawl(crawls, request):
    """One of them after the other."""
    return crawls[request.param]


def test_every_article_is_kept_once_under_its_key_and_nothing_else_is(crawl):
    assert crawl.stored == crawl.expected


def test_nothing_is_asked_for_twice(crawl):
    assert crawl.asked_twice == {}
