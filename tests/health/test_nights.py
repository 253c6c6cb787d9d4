"""Nights as they are read from the catalogue, and what a crawl leaves there for them."""

from datetime import UTC, datetime, timedelta

import pytest

from scraper.catalogue import open_catalogue, read_catalogue
from scraper.crawling.counts import whole_counts
from scraper.health import last_night, read_nights
from scraper.site import Site

EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
"""01:00 of the 24th in Vietnam."""
DAY = EVENING.date() + timedelta(days=1)


@pytest.fixture
def catalogue(tmp_path):
    with open_catalogue(tmp_path) as opened:
        yield opened


def run(catalogue, moment, outcome="finished", **counts):
    begun = catalogue.begin_run("cao_bang", moment)
    if outcome:
        told = {name.replace("__", "/"): number for name, number in counts.items()}
        catalogue.finish_run(begun, moment + timedelta(hours=1), outcome, told)


def test_a_night_is_the_day_in_vietnam_on_which_it_began(catalogue):
    run(catalogue, EVENING)
    assert last_night(catalogue) == DAY
    (night,) = read_nights(catalogue, DAY)["cao_bang"]
    assert (night.started, night.ended, night.seconds) == (EVENING, EVENING + timedelta(hours=1), 3600)
    assert read_nights(catalogue, DAY - timedelta(days=1)) == {}


def test_nothing_was_ever_read(catalogue):
    assert last_night(catalogue) is None
    assert read_nights(catalogue, DAY) == {}


def test_an_open_run_is_a_night_too(catalogue):
    run(catalogue, EVENING, outcome=None)
    (night,) = read_nights(catalogue, DAY)["cao_bang"]
    assert (night.outcome, night.ended, night.counts) == (None, None, {})


def test_of_several_runs_in_a_day_the_last_whole_one_counts(catalogue):
    run(catalogue, EVENING, page__2xx=10)
    run(catalogue, EVENING + timedelta(hours=2), page__2xx=20)
    run(catalogue, EVENING + timedelta(hours=4), page__2xx=3, crawl__limited=1)
    run(catalogue, EVENING + timedelta(hours=6), "out of time", page__2xx=4)
    assert [night.pages for night in read_nights(catalogue, DAY)["cao_bang"]] == [20]


def test_nights_before_the_day_are_its_past_and_later_ones_are_not(catalogue):
    for back in (61, 2, 1, 0, -1):
        run(catalogue, EVENING - timedelta(days=back), page__2xx=back + 100)
    assert [night.pages for night in read_nights(catalogue, DAY)["cao_bang"]] == [102, 101, 100]


def test_what_a_stopped_run_counted_stays_with_it(catalogue):
    begun = catalogue.begin_run("cao_bang", EVENING)
    catalogue.note_run(begun, {"page/2xx": 7})
    resumed = catalogue.begin_run("cao_bang", EVENING + timedelta(hours=1))
    assert (resumed.resumed, resumed.counts) == (True, {"page/2xx": 7})
    catalogue.begin_run("cao_bang", EVENING + timedelta(days=2))
    (night,) = read_nights(catalogue, DAY)["cao_bang"]
    assert (night.outcome, night.pages) == ("broken off", 7)


def test_counts_of_a_stopped_process_are_added_and_those_of_a_killed_one_missed(catalogue):
    site = Site(name="cao_bang", organisation="A", hosts=("http://a.vn",), article_url=r"/tin/(?P<key>\d+)")
    catalogue.begin_run("cao_bang", EVENING)
    killed = catalogue.begin_run("cao_bang", EVENING)
    first = whole_counts(catalogue, site, killed, {"page/2xx": 5}, is_full=False)
    assert first == {"page/2xx": 5, "crawl/uncounted": 1, "named/article": 0, "named/listing": 0}
    catalogue.note_run(killed, {**first, "address/waiting": 9})
    stopped = catalogue.begin_run("cao_bang", EVENING)
    second = whole_counts(catalogue, site, stopped, {"page/2xx": 2}, is_full=True)
    assert second == {**first, "page/2xx": 7, "crawl/limited": 1}


def test_a_crawl_leaves_what_nights_are_judged_by(demo):
    output, _ = demo
    with read_catalogue(output) as catalogue:
        day = last_night(catalogue)
        found = {site: nights[-1] for site, nights in read_nights(catalogue, day).items()}
        articles = list(catalogue.articles("songhong"))
    night = found["songhong"]
    assert night.is_whole
    assert (night.seen, night.count("filled/date")) == (
        len(articles),
        sum(article.date_published is not None for article in articles),
    )
    assert night.count("filled/text") == sum(bool(article.article_body) for article in articles)
    assert night.count("named/article") >= len(articles)
    assert night.count("fetched/listing") > 0
    assert night.count("address/done") > night.count("fetched/article") > 0
    assert night.answers >= night.pages > 0
