from datetime import date

import pytest

from scraper.checks import check_sites
from scraper.site import Generation, Site


def site(name="a", **keys):
    return Site(**{"name": name, "organisation": "Liên hiệp hội A", "hosts": ("http://a.vn",), **keys})


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"article_url": r"-p\d+\.html$"}, "a: article_url has no group 'key'"),
        ({"generations": (Generation(name="old", article_url="/x$"),)}, "a: generation 'old': article_url has no group 'key'"),
        ({"article_url": r"^http://a\.vn/(?P<key>\d+)$"}, "never matches"),
        ({"listing_url": (r"^https://www\.a\.vn/tin$",)}, "never matches"),
        ({"skip_url": ("/print/$",)}, "never matches"),
        ({"start": ("https://b.vn/tin",)}, "a: start: https://b.vn/tin lies outside the hosts"),
        ({"start": ("/tin-5",), "article_url": r"-(?P<key>\d+)$"}, "a: start: /tin-5 is an article by its address"),
        ({"start": ("/rss",), "feeds": ("/rss",)}, "a: start: /rss is named among the feeds or sitemaps too"),
        ({"counted": ("https://b.vn/{page}",)}, "a: counted: https://b.vn/{page} lies outside the hosts"),
        ({"counted": ("/tin?trang={page}",), "id_parameters": ("id",)}, "a: counted: /tin?trang={page} loses its number"),
        ({"generations": (Generation(name="x"), Generation(name="x"))}, "2 of them are called 'x'"),
        ({"generations": (Generation(),)}, "2 of them are called ''"),
        (
            {"generations": (Generation(name="x", until=date(2010, 1, 1)), Generation(name="y", until=date(2015, 1, 1)))},
            "a: generations: the newest must stand first",
        ),
        ({"unseen": ("feeds",)}, "a: unseen names 'feeds', which is not given"),
        ({"generations": (Generation(name="x", unseen=("article_url",)),)}, "a: generation 'x': unseen names 'article_url'"),
        ({"predecessors": ("b",)}, "a: predecessors: there is no site 'b'"),
        ({"province": "Hà Nội"}, "a: province_2025 is missing beside the other"),
    ],
)
def test_a_problem_beyond_the_schema_is_told_in_one_line(keys, problem):
    (told,) = check_sites([site(**keys)])
    assert problem in told
    assert "\n" not in told


def test_two_sites_cannot_live_at_one_place():
    sites = [site("a"), site("b", hosts=("https://www.a.vn/",)), site("c", hosts=("http://a.vn/hoi",))]
    assert check_sites(sites) == ["a, b: all claim https://a.vn/"]


def test_unions_merge_within_a_province_of_today():
    long_an = site("long_an", province="Long An", province_2025="Tây Ninh", hosts=("http://b.vn",))
    tay_ninh = site("tay_ninh", province="Tây Ninh", province_2025="Tây Ninh", predecessors=("long_an",))
    assert check_sites([long_an, tay_ninh]) == []
    moved = long_an.model_copy(update={"province_2025": "Vĩnh Long"})
    assert check_sites([moved, tay_ninh]) == ["tay_ninh: predecessors: long_an lies in Vĩnh Long, not in Tây Ninh"]


def test_a_sound_definition_has_no_problems():
    sound = site(
        start=("/tin/",),
        article_url=r"^https?://(?:www\.)?a\.vn/[^/?]+-(?P<key>\d+)$",
        listing_url=(r"/tin$",),
        generations=(Generation(name="en"), Generation(name="x", until=date(2015, 1, 1))),
        province="Long An",
        province_2025="Tây Ninh",
    )
    assert check_sites([sound]) == []
