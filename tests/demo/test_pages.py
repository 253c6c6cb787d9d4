"""The recorded pages: whole sites, whose links lead somewhere, with what real pages print around their articles."""

import unicodedata
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from scraper.demo.record import SITES
from scraper.site import Kind

HOSTS = {host: site for site, (host, _, _) in SITES.items()}
DEAD = "https://lienhiephoi-songhong.example/vi/thu-vien-anh/"


def pages(answers):
    return [answer for answer in answers.values() if (answer.content_type or "").startswith("text/html")]


def links(answer):
    # Read as UTF-8 throughout: addresses are ASCII in either encoding.
    root = html.fromstring(answer.body.decode("utf-8", "replace"))
    for link in root.iter("a", "img"):
        address = link.get("data-src") or link.get("src") or link.get("href")
        yield urljoin(answer.url, address).partition("#")[0]


def test_links_lead_to_recorded_answers_but_for_one_dead_one(answers):
    inside = {link for answer in pages(answers) for link in links(answer) if urlsplit(link).hostname in HOSTS}
    assert inside - set(answers) == {DEAD}


def test_some_links_lead_off_the_sites(answers):
    assert {urlsplit(link).hostname for answer in pages(answers) for link in links(answer)} - set(HOSTS)


@pytest.mark.parametrize("site", SITES)
def test_the_definition_tells_articles_listings_and_doors_apart(answers, sites, site):
    kinds = {}
    for answer in pages(answers):
        if HOSTS[urlsplit(answer.url).hostname] == site:
            kinds.setdefault(sites[site].kind_of(answer.url), []).append(answer.url)
    assert len(kinds[Kind.ARTICLE]) >= 14
    assert len(kinds[Kind.LISTING]) >= 4
    doors = [url for url in kinds[Kind.SKIPPED] if any(word in url.lower() for word in ("login", "dangnhap"))]
    assert doors or site == "cuulong"


@pytest.mark.parametrize("site", SITES)
def test_every_site_has_robots_and_an_answer_for_what_is_not_there(answers, site):
    home = f"https://{SITES[site][0]}"
    assert answers[f"{home}/robots.txt"].content_type == "text/plain"
    assert answers[f"{home}/khong-co-trang-nay"].status == 404


@pytest.mark.parametrize(
    ("site", "path", "word"),
    [
        ("songhong", "/", "Thứ tư, 25/11/2020, 08:15"),
        ("songhong", "/", 'alt="Logo Hoi thi STKT - web"'),
        ("songhong", "/vi/news/tin-hoat-dong/page-2/", '<div class="pages">'),
        ("songhong", "/vi/seek/?q=hoi+thi", "Tìm kiếm"),
        ("songhong", "/vi/users/login/", 'type="password"'),
        ("truongson", "/category/tin-tuc/page/2/", "entry-title"),
        ("truongson", "/?s=hoi+thao", "Kết quả tìm kiếm"),
        ("truongson", "/wp-login.php", 'type="password"'),
        ("truongson", "/feed/", "<rss"),
        ("truongson", "/sitemap.xml", "<urlset"),
        ("truongson", "/tag/giao-ban/", "entry-title"),
        ("cuulong", "/News.aspx?cate=1&page=2", "__VIEWSTATE"),
        ("cuulong", "/NewsDetail.aspx?id=999&cate=1", "Bài viết không tồn tại"),
        ("cuulong", "/TimKiem.aspx?keyword=man", "Tìm kiếm"),
        ("cuulong", "/DangNhap.aspx", 'type="password"'),
    ],
)
def test_the_pages_around_the_articles_are_there(answers, site, path, word):
    answer = answers[f"https://{SITES[site][0]}{path}"]
    assert answer.status == 200
    assert word in answer.body.decode()


def article_page(answers, word):
    return next(answer.body for answer in pages(answers) if word.encode() in answer.body)


def test_the_portal_states_two_false_moments(answers):
    page = article_page(answers, "Thứ hai - 14/08/2017 09:25").decode()
    assert 'itemprop="datePublished">2017-08-23T09:25:00+07:00' in page
    assert 'content="2017-08-14ICT09:25:00"' in page
    assert "Thứ hai - 14/08/2017 09:25" in page


def test_names_of_files_stand_in_the_portals_pages(answers):
    assert '<td style="text-align:center">Hoi-nghi-GBTQ-2017-1-bis</td>' in article_page(answers, "GBTQ-2017-1.jpg").decode()


def test_one_page_is_in_windows_1258_and_says_so_only_itself(answers):
    (page,) = [answer for answer in pages(answers) if b"charset=windows-1258" in answer.body]
    assert page.content_type == "text/html"
    assert "Giống lúa chịu phèn" in unicodedata.normalize("NFC", page.body.decode("cp1258"))


def test_the_handmade_site_decomposes_its_letters_and_wears_them(answers):
    page = article_page(answers, "nƣớc"[:2]).decode()
    assert not unicodedata.is_normalized("NFC", page)
    assert "\N{NO-BREAK SPACE}" in page
    assert "ð" in page


def test_the_blog_tells_machines_when_an_article_was_brought_up_to_date(answers):
    page = article_page(answers, "Cập nhật: ").decode()
    assert '"dateModified": "2020-08-29T08:15:00+07:00"' in page
    assert "29/08/2020 08:15" in page
