"""Whatever a server sends ends as a record or as NotAnArticle, and a record keeps its promises."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations import MUTATIONS
from scraper.article import Article, plain_text
from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.conftest import ROOT

URL = "http://lienhiephoi.example.vn/tin-tuc/hoi-nghi-giao-ban-12.html"
PAGES = [path.read_bytes() for path in sorted((ROOT / "tests" / "pages").glob("*.html"))]
TAGS = ("div", "p", "span", "table", "tr", "td", "b", "h1", "ul", "li", "a", "img", "figure", "figcaption", "br", "blockquote")
TEXTS = (
    "Hội nghị giao ban quý III các hội thành viên.", "Tin, ảnh: Nguyễn Văn An", "Nguồn: vusta.vn", "12/3/2019 08:30", "\0", " ",
    "Ảnh: Trần Thị Bình", "Các tin khác", "&amp;#x1F600;", "Ã¡Â»\x9d", "\u0300\u0301", "(Theo TTXVN)", "Từ khóa:", "ạ" * 300,
)  # fmt: skip

trees = st.recursive(
    st.sampled_from(TEXTS) | st.text(max_size=40),
    lambda inner: st.builds(
        "<{0} class='{2}'>{1}</{0}>".format,
        st.sampled_from(TAGS),
        st.lists(inner, max_size=5).map("".join),
        st.sampled_from(("", "title", "content", "caption", "related", "date", "\x01")),
    ),
    max_leaves=40,
)


def read(body: bytes) -> Article | None:
    """Return the record of ``body``, None where it holds no article; any other exception fails the test."""
    try:
        return extract(read_page(body, URL), anonymous(URL))
    except NotAnArticle:
        return None


def check(article: Article) -> None:
    """Hold that the record says what records say, in the letters they say it in."""
    assert article.article_body == plain_text(article.blocks)
    for text in (article.headline, article.article_body, *article.authors, *(image.caption for image in article.images)):
        assert unicodedata.is_normalized("NFC", text)
        assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text if letter != "\n")
    for address in (*(image.url for image in article.images), *(file.url for file in article.attachments)):
        assert address.startswith(("http://", "https://", "data:image/"))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_broken_page_is_a_record_or_no_article(mutation) -> None:
    for number in range(12):
        chance = random.Random(number)
        body = mutation(chance.choice(PAGES), chance)
        if article := read(body):
            check(article)


@settings(max_examples=150, deadline=None)
@given(trees)
def test_any_tree_is_a_record_or_no_article(tree: str) -> None:
    whole = f"<h1>Hội nghị giao ban quý III năm 2019</h1><p>12/3/2019</p><p>{TEXTS[0] * 6}</p>{tree}"
    body = whole.encode("utf-8", "surrogatepass")
    first = read(body)
    assert read(body) == first
    if first:
        check(first)


@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "ul><li", "p", "a href='/x'", "form"])
def test_the_text_of_a_page_nested_ten_thousand_deep_is_read(tag: str) -> None:
    body = f"<h1>Hội nghị giao ban quý III năm 2019</h1><p>12/3/2019</p><p>{TEXTS[0] * 6}</p>{f'<{tag}>' * 10_000}chữ cuối"
    article = read(body.encode())
    assert article is not None
    assert TEXTS[0] in article.article_body


def test_a_page_without_end_is_read_as_far_as_a_text_may_reach() -> None:
    article = read(f"<h1>Hội nghị giao ban</h1><p>12/3/2019</p><p>{TEXTS[0] * 1_000_000}".encode())
    assert article is not None
    assert 1_000_000 < len(article.article_body) < 2_000_000
