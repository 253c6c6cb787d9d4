"""What a probe makes of the addresses of a site's articles."""

from datetime import UTC, datetime

import pytest

from scraper.article import Article
from scraper.probing.answers import Answer
from scraper.probing.leaves import doubles, groups_in, pattern_for
from scraper.probing.survey import Survey
from scraper.probing.visits import Visit
from scraper.site import Generation, anonymous

HOME = "https://a.vn/"
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def article(headline):
    return Article.model_construct(headline=headline, article_body=headline)


def surveyed(pages, unseen=()):
    """Return a survey that saw ``pages``, a headline for each address; None for a listing."""
    seen = Survey(anonymous(HOME), Answer(HOME, MOMENT, 200))
    for address, headline in pages.items():
        answer = Answer(address, MOMENT, 200)
        verdict = "article" if headline else "listing"
        seen.visits[address] = Visit(address, answer, verdict, article(headline) if headline else None)
    seen.known = {address: address for address in (*pages, *unseen)}
    return seen


def keys(addresses, more=()):
    """Return the key that the pattern learned from ``addresses`` gives each; every one is another article."""
    seen = surveyed({f"https://a.vn{address}": f"Bài {number}" for number, address in enumerate(addresses)}, more)
    pattern = pattern_for(groups_in(seen)[0], r"a\.vn")
    return [Generation(article_url=pattern).article_key(f"https://a.vn{address}") for address in addresses]


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["/hop-giao-ban-quy-i-p12.html", "/tong-ket-nam-2019-p64.html"], ["12", "64"]),
        (["/tin/hop-bao-12.html", "/van-ban/quyet-dinh-7.html"], ["12", "7"]),
        (["/vi/news/tin/hop-bao-12.html", "/vi/news/su-kien/dai-hoi-7.html"], ["12", "7"]),
        (["/i164-hop-bao.aspx", "/i165-dai-hoi.aspx"], ["164", "165"]),
        (["/tin/8929/hop-bao/", "/tin/8930/dai-hoi/"], ["8929", "8930"]),
        (["/noi-dung.aspx?newsid=394&topicid=21", "/noi-dung.aspx?newsid=287&topicid=21"], ["394", "287"]),
        (["/?654=4&655=5&657=635&658=94", "/?654=4&655=5&657=644&658=94"], ["635", "644"]),
        (
            [f"/tin/dai-hoi-lan-thu-{word}-450{number}" for number, word in enumerate("abcdefgh")],
            [f"450{number}" for number in range(8)],
        ),
        (
            ["/2020/05/dai-hoi-dai-bieu-lan-thu-v/", "/2020/06/tong-ket-cong-tac-cua-hoi/"],
            ["dai-hoi-dai-bieu-lan-thu-v", "tong-ket-cong-tac-cua-hoi"],
        ),
    ],
)
def test_the_key_is_what_stays_and_tells_articles_apart(addresses, expected):
    assert keys([address.rstrip("/") for address in addresses]) == expected


def test_equal_ends_of_different_articles_are_no_keys():
    assert keys(["/tin/thong-bao-2019.html", "/van-ban/thong-bao-2019.html"]) == [
        "tin/thong-bao-2019.html",
        "van-ban/thong-bao-2019.html",
    ]


def test_addresses_of_equal_keys_are_worth_asking_for():
    pages = {"https://a.vn/tin/hop-bao-12.html": "Họp báo", "https://a.vn/tin/dai-hoi-13.html": "Đại hội"}
    twin = "https://a.vn/noi-bat/hop-bao-12.html"
    group = groups_in(surveyed(pages, [twin]))[0]
    assert doubles(group, pattern_for(group, r"a\.vn")) == [twin]
