"""Series of pages are told by their addresses, and end where they show nothing more."""

from collections import Counter

import pytest

from scraper.catalogue import FoundAddress
from scraper.extraction import read_page
from scraper.site import Kind, Site
from spiders.discovery import discover
from spiders.discovery.jsonlinks import hrefs_in, is_json, pages_in
from spiders.discovery.pagers import PATIENCE, Pagers, Place, next_counted, place_of
from tests.crawling.shapes import address

SITE = Site(
    name="a",
    organisation="Liên hiệp hội A",
    hosts=("http://a.vn",),
    article_url=r"/bai-(?P<key>\d+)$",
    counted=("/ajax?trang={page}",),
)


@pytest.mark.parametrize(
    ("path", "series", "number"),
    [
        ("tin?page=3", "tin", 3),
        ("tin?id=5&page=3&z=1", "tin?id=5&z=1", 3),
        ("tin?paged=3", "tin", 3),
        ("tin?trang=3", "tin", 3),
        ("tin?PageIndex=3", "tin", 3),
        ("tin?start=20", "tin", 20),
        ("tin?limitstart=20", "tin", 20),
        ("tin?_tin_WAR_portlet_INSTANCE_x_cur=3&p_p_id=1", "tin?p_p_id=1", 3),
        ("tin/page-3", "tin", 3),
        ("tin/page/3", "tin", 3),
        ("tin/trang-3.html", "tin", 3),
        ("tabid/5/currentpage/3/default.aspx", "tabid/5/default.aspx", 3),
        ("page/3", "", 3),
        ("tin", "tin", None),
        ("tin?page=gioi-thieu", "tin?page=gioi-thieu", None),
        ("homepage-3", "homepage-3", None),
        ("tin?subpage=3", "tin?subpage=3", None),
        ("front-page-3", "front-page-3", None),
        ("tin/page-3-nam-hoat-dong", "tin/page-3-nam-hoat-dong", None),
        ("tin?page=" + "9" * 30, "tin?page=" + "9" * 30, None),
    ],
)
def test_a_page_is_told_from_its_address(path, series, number):
    assert place_of(f"https://a.vn/{path}") == Place(f"https://a.vn/{series}".rstrip("/"), number)


def crawled(*pages, kind=Kind.LISTING):
    """Return the numbers that are followed from each page of a list, (number, articles, next numbers), and what was counted."""
    counts = Counter()
    pagers = Pagers(SITE, lambda thing, outcome: counts.update([f"{thing}/{outcome}"]))
    followed = []
    for number, articles, others in pages:
        bodies = [FoundAddress(f"https://a.vn/bai-{one}", f"http://a.vn/bai-{one}", Kind.ARTICLE) for one in articles]
        links = [FoundAddress(f"https://a.vn/tin?page={one}", f"http://a.vn/tin?page={one}", kind) for one in others]
        found = pagers.followed(address(f"http://a.vn/tin?page={number}", kind), [*bodies, *links])
        followed.append([place_of(one.canonical).number for one in found if one.kind is kind])
        assert {one.canonical for one in found if one.kind is Kind.ARTICLE} == {one.canonical for one in bodies}
    return followed, dict(counts)


@pytest.mark.parametrize("kind", [Kind.LISTING, Kind.OTHER])
def test_a_page_that_repeats_another_ends_its_series(kind):
    assert crawled((2, [1, 2], [3]), (3, [3, 4], [2, 4]), (4, [1, 2], [3, 5]), kind=kind) == (
        [[3], [2, 4], []],
        {"pager/ended": 1},
    )


def test_an_empty_page_ends_its_series_and_one_without_further_links_is_not_counted():
    assert crawled((2, [1], [3]), (3, [], [4])) == ([[3], []], {"pager/ended": 1})
    assert crawled((2, [1], [3]), (3, [], [])) == ([[3], []], {})


def test_a_box_of_the_latest_titles_does_not_end_the_list_beside_it():
    box = list(range(4 * 3))
    pages = [(number, [*box, *range(4 * number - 4, 4 * number)], [number + 1]) for number in range(1, 7)]
    assert crawled(*pages)[0] == [[2], [3], [4], [5], [6], [7]]


def test_pages_that_only_shuffle_what_is_known_are_followed_for_a_while():
    pages = [(number, [number % 7, (number + 1) % 7, *range(7)], [number + 1]) for number in range(2, 20)]
    assert [number for number, followed in zip(range(2, 20), crawled(*pages)[0], strict=True) if followed] == list(range(2, 7))
    assert PATIENCE == 4


def test_series_do_not_disturb_each_other_and_first_pages_end_nothing():
    pagers = Pagers(SITE, lambda thing, outcome: None)
    article = FoundAddress("https://a.vn/bai-1", "http://a.vn/bai-1", Kind.ARTICLE)
    onward = FoundAddress("https://a.vn/x?page=3", "http://a.vn/x?page=3", Kind.LISTING)
    for url in ("http://a.vn/x", "http://a.vn/tin?page=2", "http://a.vn/van-ban?page=2", "http://a.vn/x?page=2"):
        assert pagers.followed(address(url), [article, onward]) == [article, onward]


def test_an_address_found_twice_is_asked_for_once():
    article = FoundAddress("https://a.vn/bai-1", "http://a.vn/bai-1", Kind.ARTICLE)
    assert Pagers(SITE, lambda thing, outcome: None).followed(address("http://a.vn/tin"), [article, article]) == [article]


def test_a_counted_listing_links_to_its_next_page():
    assert next_counted(SITE, address("http://a.vn/ajax?trang=9")) == ["http://a.vn/ajax?trang=10"]
    assert next_counted(SITE, address("http://a.vn/ajax?trang=")) == []


@pytest.mark.parametrize(
    ("depth", "href", "is_followed"),
    [(12, "/x", False), (11, "/x", True), (12, "/x?page=2", True), (400, "/x?page=2", False)],
)
def test_a_page_of_a_series_may_be_further_away_than_another(depth, href, is_followed):
    assert bool(list(discover.found([href], "http://a.vn", address("http://a.vn/tin", depth=depth), SITE))) is is_followed


@pytest.mark.parametrize(
    ("button", "hrefs"),
    [
        ('<button data-url="/tai?p=2">Xem thêm</button>', ["/tai?p=2"]),
        ('<div data-href="/tai?p=2"><span> Tải  thêm tin </span></div>', ["/tai?p=2"]),
        ('<a href="#" data-next="/tai?p=2">» Load more »</a>', ["#", "/tai?p=2"]),
        ('<input type="button" data-link="/tai?p=2" value="XEM THÊM">', ["/tai?p=2"]),
        ('<button data-url="/chia-se">Chia sẻ</button>', []),
        ('<button data-url="">Xem thêm</button>', []),
        (f'<div data-url="/tat-ca">Xem thêm <p>{"về hội thảo " * 9}</p></div>', []),
    ],
)
def test_a_button_that_loads_more_is_a_link(button, hrefs):
    page = read_page(f"<html><body><p>Tin tức</p>{button}</body></html>".encode(), "http://a.vn/")
    assert list(discover.hrefs_on(page)) == hrefs


@pytest.mark.parametrize(
    ("body", "hrefs"),
    [
        (b'[{"link": "http:\\/\\/a.vn\\/bai-1"}, {"link": {"rendered": "/bai-2"}}]', ["http://a.vn/bai-1", "/bai-2"]),
        (b'\xef\xbb\xbf {"d": ["//b.vn/x", "/Date(12)/", "/ hai", "tin/5", 5, null, true, ""]}', ["//b.vn/x"]),
        (b'{"html": "<a href=\\"/bai-3\\">x</a>"}', []),
        (b"[object Object]", []),
        (b"[" * 100_000, []),
        (b'{"x": "\xff/"}', []),
    ],
)
def test_addresses_in_json_are_its_strings(body, hrefs):
    assert is_json(body)
    assert list(hrefs_in(body)) == hrefs


def test_html_in_json_is_searched_for_links():
    body = '{"html": "<ul><li><a href=\\"/bai-3\\">Hội nghị</a></li></ul>", "x": "1 < 2", "y": "<b>đậm</b>"}'.encode()
    assert [list(discover.hrefs_on(page)) for page in pages_in(body, "http://a.vn/ajax")] == [["/bai-3"]]
