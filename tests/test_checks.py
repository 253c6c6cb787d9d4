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
        ({"generations": (Generation(name="x"), Generation(name="x"))}, "2 of them are called 'x'"),
        ({"generations": (Generation(),)}, "2 of them are called ''"),
        (
            {"generations": (Generation(name="x", until=date(2010, 1, 1)), Generation(name="y", until=date(2015, 1, 1)))},
            "a: generations: the newest must stand first",
        ),
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
