"""Sites that a probe describes wrongly if it looks too quickly."""

import tomllib

import pytest

from scraper.definitions import merge
from scraper.errors import UsageError
from scraper.probing import Answer
from scraper.site import Kind, Site
from tests.probing.sites import MOMENT, article, listing, moved, page, probed, site_of


def defined(found):
    """Return the site as the probe wrote it; no platform is in play here."""
    return Site.model_validate(merge({"name": "probed"}, tomllib.loads(found.text)))


def keys(site, addresses):
    return [site.article_key(address) for address in addresses]


@pytest.mark.parametrize("target", ["http://a.vn/vi/trang-chu", "http://a.vn/Pages/default.aspx", "http://a.vn/web/guest/home"])
def test_the_folder_that_a_home_page_redirects_to_means_nothing(target):
    addresses = [f"http://a.vn/tin/hop-bao-{number}.html" for number in range(12)]
    pages = site_of(addresses) | {"http://a.vn/": moved(target), target: listing(addresses, "Trang chủ")}
    found = probed(pages)
    assert found.problems == []
    assert defined(found).hosts == ("http://a.vn",)


def test_a_union_on_a_portal_lives_in_the_folder_that_was_named():
    own = [f"http://portal.vn/bannganh/hoi/tin/hop-bao-{number}.html" for number in range(8)]
    foreign = [f"http://portal.vn/bannganh/so/tin/hop-bao-{number}.html" for number in range(40, 60)]
    home = "http://portal.vn/bannganh/hoi"
    site = defined(probed(site_of(own + foreign, home), home))
    assert site.hosts == (home,)
    assert not any(site.holds(address) for address in foreign)


def test_the_number_of_a_section_is_no_key():
    addresses = [f"http://a.vn/chi-tiet.aspx?catid={number}&newsid={100 + number}" for number in range(12)]
    assert keys(defined(probed(site_of(addresses))), addresses[:2]) == ["100", "101"]


def test_editions_that_count_by_themselves_keep_their_articles_apart():
    addresses = [f"http://a.vn/{language}/tin/hop-bao-{number}.html" for language in ("vi", "en") for number in range(8)]
    site = defined(probed(site_of(addresses)))
    assert len(set(keys(site, addresses))) == len(addresses)


def test_a_year_behind_a_title_is_no_key():
    addresses = [f"http://a.vn/tin/tong-ket-{word}-{year}" for word in ("hoi", "doan", "to") for year in range(2015, 2019)]
    site = defined(probed(site_of(addresses)))
    assert len(set(keys(site, addresses))) == len(addresses)


def test_words_may_be_parted_by_underscores():
    addresses = [f"http://a.vn/hoi_nghi_giao_ban_lan_{word}" for word in ("mot", "hai", "ba", "bon", "nam", "sau")]
    assert keys(defined(probed(site_of(addresses))), addresses[:1]) == ["hoi_nghi_giao_ban_lan_mot"]


def test_long_and_short_titles_beside_a_number_are_one_kind_of_address():
    titles = ("hop-bao", "dai-hoi", "hoi-nghi-giao-ban-lan-thu-ba", "tong-ket-cong-tac-tu-van-phan-bien")
    addresses = [f"http://a.vn/tin/{890 + number}/{title}" for number, title in enumerate(titles * 2)]
    assert keys(defined(probed(site_of(addresses))), addresses[:3]) == ["890", "891", "892"]


def test_a_parameter_is_useless_only_on_the_page_it_was_seen_with():
    addresses = [f"http://a.vn/tin/hop-bao-{number}.html" for number in range(8)]
    prints = {
        f"http://a.vn/in.aspx?id={number}": page("In", f"<body onload='window.print()'><h1>Họp</h1><p>Chữ {number}</p>")
        for number in range(6)
    }
    home = {"http://a.vn/": listing([*addresses, *prints], "Trang chủ")}
    site = defined(probed(site_of(addresses) | prints | home))
    assert site.kind_of("http://a.vn/in.aspx?id=99") is Kind.SKIPPED
    assert site.kind_of("http://a.vn/news.aspx?id=99") is not Kind.SKIPPED


def test_a_home_page_that_sends_its_reader_on_is_followed():
    addresses = [f"http://a.vn/tin/hop-bao-{number}.html" for number in range(8)]
    start = "<html><head><meta http-equiv='refresh' content='0; url=/trang-chu'></head><body></body></html>"
    found = probed(site_of(addresses, "http://a.vn/trang-chu") | {"http://a.vn/": start})
    assert len(found.articles) == 8


def test_a_site_that_stops_answering_is_left_alone():
    addresses = [f"http://a.vn/tin/hop-bao-{number}.html" for number in range(40)]
    silent = {address: Answer(address, MOMENT, failure="no answer in time") for address in addresses[1:]}
    found = probed(site_of(addresses) | silent)
    assert found.proposal.seen.asked < 15
    assert any("requests were not answered" in problem for problem in found.problems)


@pytest.mark.parametrize("location", ["ftp://a.vn/", "javascript:void(0)", "http://exa mple.vn:99999/", "http://[x/"])
def test_redirects_to_nowhere_are_no_page(location):
    with pytest.raises(UsageError, match="redirects to no http address"):
        probed({"http://a.vn/": moved(location)})


def test_redirects_in_a_circle_end():
    with pytest.raises(UsageError, match="redirects without end"):
        probed({"http://a.vn/": moved("/b"), "http://a.vn/b": moved("/")})


def test_what_a_page_calls_itself_cannot_break_the_definition():
    addresses = [f"http://a.vn/tin/hop-bao-{number}.html" for number in range(8)]
    pages = {address: article(number).replace("<div>", "<div class='a\x7fb\nc'>") for number, address in enumerate(addresses)}
    assert defined(probed(site_of(addresses) | pages)).hosts == ("http://a.vn",)
