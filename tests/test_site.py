from datetime import date

import pytest

from scraper.site import Generation, Kind, Site, anonymous, site_of


def site(**keys):
    return Site(**{"name": "a", "organisation": "Liên hiệp hội A", "hosts": ("http://www.a.vn",), **keys})


UNION = site(
    start=("/tin/",),
    feeds=("/rss.xml",),
    sitemaps=("/ban-do.xml",),
    listing_url=(r"/page-\d+$",),
    skip_url=("/print/", r"[?&]mode=pdf"),
    twin_url=(("/print/", "/"), ("/mobile/", "/")),
    article_url=r"^https://a\.vn/[^/?]+/[^/?]+-(?P<key>\d+)\.html$",
)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://a.vn/", Kind.LISTING),
        ("https://www.a.vn/index.php", Kind.LISTING),
        ("http://a.vn/tin", Kind.LISTING),
        ("http://a.vn/tin/page-2/", Kind.LISTING),
        ("http://a.vn/rss.xml", Kind.FEED),
        ("http://a.vn/ban-do.xml", Kind.SITEMAP),
        ("http://a.vn/sitemap-tin.xml", Kind.SITEMAP),
        ("http://a.vn/tin/hop-mat-5.html?utm_source=zalo", Kind.ARTICLE),
        ("http://a.vn/mobile/tin/hop-mat-5.html", Kind.ARTICLE),
        ("http://a.vn/print/tin/hop-mat-5.html", Kind.SKIPPED),
        ("http://a.vn/print/tin", Kind.SKIPPED),
        ("http://a.vn/tin?sort=ngay", Kind.SKIPPED),
        ("http://a.vn/tin/hop-mat-5.html?mode=pdf", Kind.SKIPPED),
        ("http://a.vn/uploads/hop-mat-5.PDF", Kind.FILE),
        ("http://a.vn/gioi-thieu.html", Kind.OTHER),
        ("http://b.vn/tin/hop-mat-5.html", Kind.OFFSITE),
        ("http://a.vn.b.vn/tin/hop-mat-5.html", Kind.OFFSITE),
    ],
)
def test_an_address_is_told_without_being_fetched(url, kind):
    assert UNION.kind_of(url) is kind


def test_what_is_named_outright_is_no_matter_of_patterns():
    tagged = site(start=("/tag/",), skip_url=("/tag",), article_url=r"/(?P<key>[^/?]+)$")
    assert [tagged.kind_of(f"http://a.vn/{path}") for path in ("tag", "tag/x", "")] == [
        Kind.LISTING,
        Kind.SKIPPED,
        Kind.LISTING,
    ]


def test_a_page_of_a_counted_listing_is_a_listing_whatever_the_patterns_say():
    wordpress = site(counted=("/wp-json/posts?page={page}&n=9", "/ds/{page}.json"), skip_url=("/wp-json",), ignore_case=True)
    paths = ("wp-json/posts?n=9&page=12", "WP-JSON/posts/?page=1&n=9", "ds/3.json", "ds/x.json", "wp-json/posts?n=8&page=12")
    kinds = [Kind.LISTING, Kind.LISTING, Kind.LISTING, Kind.FILE, Kind.SKIPPED]
    assert [wordpress.kind_of(f"http://a.vn/{path}") for path in paths] == kinds
    assert wordpress.counted_page("https://a.vn/wp-json/posts?n=9&page=12") == (
        "http://www.a.vn/wp-json/posts?page={page}&n=9",
        12,
    )
    assert site().counted_page("http://a.vn/ds/3.json") is None


def test_an_article_named_by_a_pattern_is_no_trap():
    ordered = site(article_url=r"\?order=(?P<key>\d+)$")
    assert ordered.kind_of("http://a.vn/?order=7") is Kind.ARTICLE


def test_a_print_twin_has_the_identity_of_its_article():
    assert UNION.canonical("http://a.vn/print/tin/hop-mat-5.html") == "https://a.vn/tin/hop-mat-5.html"
    assert UNION.article_key("http://a.vn/print/tin/hop-mat-5.html") == "5"


def test_a_page_without_pattern_is_keyed_by_its_address_and_its_second_host():
    both = site(hosts=("http://a.vn", "http://en.a.vn"))
    assert [both.article_key(url) for url in ("http://www.a.vn/x/?b=1", "http://en.a.vn/x?b=1", "http://a.vn/")] == [
        "/x?b=1",
        "https://en.a.vn/x?b=1",
        "/",
    ]


def test_a_pattern_without_key_is_keyed_by_the_path():
    assert site(article_url=r"\.html$").article_key("http://a.vn/tin/x.html") == "/tin/x.html"


def test_counters_that_run_side_by_side_do_not_meet():
    modules = site(article_url=r"^https://a\.vn/(?:news/|(?P<part>[^/?]+)/)?[^/?]+/[^/?]+-(?P<key>\d+)\.html$")
    paths = ("tin/x-5.html", "news/tin/x-5.html", "su-kien/tin/x-5.html")
    assert [modules.article_key(f"http://a.vn/{path}") for path in paths] == ["5", "5", "su-kien/5"]


REBUILT = site(
    article_url=r"/(?P<key>\d+)\.html$",
    generations=(
        Generation(name="en", in_language="en", article_url=r"/en/(?P<key>\d+)$"),
        Generation(name="new", until=date(2020, 12, 31), article_url=r"/(?P<key>\d+)\.html$"),
        Generation(name="old", until=date(2015, 12, 31), article_url=r"/(?P<key>\d+)\.(?:html|aspx)$"),
    ),
)


@pytest.mark.parametrize(
    ("path", "day", "key"),
    [
        ("5.html", None, "5"),
        ("5.html", date(2021, 1, 1), "5"),
        ("5.html", date(2020, 12, 31), "new/5"),
        ("5.html", date(2012, 3, 1), "old/5"),
        ("5.aspx", date(2021, 1, 1), "old/5"),
        ("en/5", date(2012, 3, 1), "en/5"),
    ],
)
def test_the_generation_is_told_by_address_and_day(path, day, key):
    found = REBUILT.generation_of(f"https://a.vn/{path}", day)
    assert found is not None
    assert found[1] == key


def test_every_generation_tells_articles_of_today():
    assert REBUILT.kind_of("http://a.vn/7.aspx") is Kind.ARTICLE
    assert REBUILT.generation_of("https://a.vn/7.php") is None


def test_a_site_in_a_folder_of_a_portal_ends_there():
    guest = site(hosts=("https://www.tinh.gov.vn/lienhiephoi/",))
    urls = (
        "http://tinh.gov.vn/lienhiephoi",
        "http://tinh.gov.vn/lienhiephoi/x",
        "http://tinh.gov.vn/lienhiephoi2",
        "http://tinh.gov.vn/",
    )
    assert [guest.holds(url) for url in urls] == [True, True, False, False]


def test_a_server_that_does_not_tell_capitals_apart_has_one_spelling():
    microsoft = site(ignore_case=True, article_url=r"/Pages/tin\.aspx\?NewsID=(?P<key>\d+)$", hosts=("http://a.vn/Hoi",))
    assert microsoft.canonical("http://a.vn/hoi/Pages/Tin.aspx?newsID=5") == "https://a.vn/hoi/pages/tin.aspx?newsid=5"
    assert microsoft.kind_of("http://a.vn/HOI/pages/TIN.aspx?NEWSID=5") is Kind.ARTICLE


def test_start_pages_are_made_absolute_and_default_to_the_home_page():
    assert UNION.start_urls == ("http://www.a.vn/tin/",)
    assert site().start_urls == ("http://www.a.vn",)
    assert site(hosts=(), status="unknown").start_urls == ()


def test_a_site_of_unknown_address_holds_nothing():
    unknown = site(hosts=(), status="unknown")
    assert unknown.kind_of("http://a.vn/") is Kind.OFFSITE
    assert unknown.article_key("http://a.vn/x") == "https://a.vn/x"


def test_the_site_of_an_address_is_the_one_with_the_longest_folder():
    portal, guest = site(name="portal"), site(name="guest", hosts=("https://a.vn/hoi",))
    found = [site_of(f"http://a.vn/{path}", (portal, guest)) for path in ("hoi/x", "hoi", "x")]
    assert [one and one.name for one in found] == ["guest", "guest", "portal"]
    assert site_of("http://b.vn/", (portal, guest)) is None
    assert site_of("http://b.vn/", ()) is None


@pytest.mark.parametrize(
    ("url", "name", "hosts"),
    [
        ("http://www.a-b.vn:8080/tin/1.html", "a_b_vn", ("http://www.a-b.vn:8080/",)),
        ("file:///tin.html", "unknown", ()),
        ("", "unknown", ()),
    ],
)
def test_a_page_of_nobodys_site_has_a_definition_that_says_where_it_stands(url, name, hosts):
    assert (anonymous(url).name, anonymous(url).hosts) == (name, hosts)


def test_an_anonymous_site_leaves_the_decision_to_the_page():
    assert anonymous("http://a.vn/x").kind_of("http://a.vn/tin/5.html") is Kind.OTHER
