"""Sites of our own making, each with what makes its kind hard, crawled whole over the network."""

import pytest

from tests.crawling.servers.generations import Generations
from tests.crawling.servers.local import ROBOTS, crawled
from tests.crawling.servers.numbers import BY_NUMBER, SECTIONS, Numbers
from tests.crawling.servers.portal import FOLDER, HOST, MOVED, Portal
from tests.crawling.servers.portlets import GROUP, INSTANCES, NUMBERS, SHOWN_AT_HOME, Portlets

SITES = (Portlets, Numbers, Generations, Portal)


@pytest.fixture(scope="module", params=SITES, ids=lambda site: site.name)
def crawl(request, crawls):
    """One site after the other."""
    return crawls(request.param)


@pytest.fixture(scope="module")
def crawls(tmp_path_factory, vusta):
    """Gives a site after its crawl."""
    done = {}

    def crawl_of(site):
        if site not in done:
            done[site] = crawled(site(), tmp_path_factory.mktemp(site.name), vusta)
        return done[site]

    return crawl_of


def addresses_of(crawl, key):
    return sorted(address.canonical.partition("://")[2] for address in crawl.addresses(key))


def test_every_article_is_kept_once_under_its_key_and_nothing_else_is(crawl):
    assert crawl.stored == crawl.expected


def test_nothing_is_asked_for_twice(crawl):
    assert crawl.asked_twice == {}


def test_portlets_are_met_in_many_spellings(crawls):
    """What the other tests rest on: group and frame differ, and no token is given out twice."""
    asked = crawls(Portlets).asked
    articles = [one for one in asked if "/content/id/" in one.path]
    assert {one.path.startswith(GROUP) for one in articles} == {True, False}
    assert len({one.query["plidlayout"] for one in articles}) > 1
    assert len([one for one in asked if "p_p_auth" in one.query]) > len(SECTIONS)


def test_portlets_doors_stay_closed(crawls):
    paths = [one.path for one in crawls(Portlets).asked]
    assert [path for path in paths if "p_p_state=pop_up" in path or "p_p_lifecycle=1" in path or "/c/portal" in path] == []


def test_an_article_of_two_publishers_is_one_record_with_both_addresses(crawls, vusta):
    crawl = crawls(Portlets)
    for article in SHOWN_AT_HOME:
        key = str(NUMBERS[article.headline])
        both = [f"lhh.xuanlam.example/chi-tiet/-/asset_publisher/{instance}/content/id/{key}" for instance in INSTANCES]
        assert addresses_of(crawl, key) == sorted(both)
        assert crawl.article(key).version == 1
        shown = vusta("show", crawl.article(key).id, "--output", crawl.output).stdout
        assert [instance for instance in INSTANCES if instance in shown] == list(INSTANCES)


def test_a_number_without_trackers_sessions_and_lists_is_the_only_address(crawls):
    crawl = crawls(Numbers)
    assert any("utm_source" in one.path for one in crawl.asked)
    assert any("sid=" in one.path or "/(S(" in one.path for one in crawl.asked)
    assert all(addresses_of(crawl, f"657/{number}") == [f"lhhbenda.example/?657={number}"] for number in BY_NUMBER)


def test_equal_numbers_of_three_counters_are_three_articles(crawls):
    crawl = crawls(Generations)
    articles = [crawl.article(f"{part}/101") for part in ("type_detail", "aspx/MNID", "aspx/AID")]
    assert len({article.headline for article in articles}) == len({article.article_body for article in articles}) == 3


def test_one_number_under_several_tasks_and_tabs_is_one_article(crawls):
    crawl = crawls(Generations)
    folder = "lienhiephoitayson.example/tin-tuc/hoat-dong/type/detail/id/101/task"
    assert addresses_of(crawl, "type_detail/101") == [f"{folder}/23", f"{folder}/3"]
    tabs = [f"lienhiephoitayson.example/Default.aspx?MNID=101&tab={tab}" for tab in (4, 9)]
    assert addresses_of(crawl, "aspx/MNID/101") == tabs


def test_the_end_of_a_generation_keeps_nothing_of_it_out_and_takes_nothing_of_todays(crawls):
    crawl = crawls(Generations)
    younger = crawl.article("aspx/AID/101").date_published
    assert younger.year > 2017
    assert addresses_of(crawl, "tin-104") == ["lienhiephoitayson.example/tin-104.html"]
    assert crawl.article("tin-104").headline != crawl.article("type_detail/104").headline


def test_of_a_portal_only_the_unions_folder_is_asked_for(crawls):
    asked = crawls(Portal).asked
    outside = [one for one in asked if one.host != HOST or not f"{one.folder.lower()}/".startswith(f"{FOLDER}/")]
    assert [(one.host, one.path) for one in outside] == [(HOST, ROBOTS)]


def test_a_redirect_out_of_the_folder_is_not_followed(crawls):
    assert [one.path for one in crawls(Portal).asked if one.folder == MOVED] == [MOVED]


def test_a_platforms_feeds_are_not_sought_at_the_portals_root(tmp_path, vusta):
    site = Portal()
    site.definition = Portal.definition.replace('"sharepoint"', '"wordpress"\nignore_case = true')
    crawl = crawled(site, tmp_path, vusta)
    assert [one.path for one in crawl.asked if FOLDER not in one.path.lower()] == [ROBOTS]
    assert crawl.stored == crawl.expected


def test_new_tokens_and_frames_are_no_news_the_next_night(tmp_path, vusta):
    site = Portlets()
    first, second = crawled(site, tmp_path, vusta), crawled(site, tmp_path, vusta)
    assert first.stored == second.stored == second.expected
    assert {article.version for article in second.records} == {1}
    assert second.asked_twice == {}
