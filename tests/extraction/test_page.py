"""Bytes become a page that can be read to its end."""

import pytest

from scraper.errors import NotAnArticle
from scraper.extraction import read_page

URL = "http://lienhiephoi.example.vn/tin/1.html"


def text(body: bytes, content_type: str | None = None, encoding: str | None = None) -> str:
    return " ".join(read_page(body, URL, content_type, encoding).root.text_content().split())


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><div><p>Mở đầu</p></body></html><p>Kết thúc</p></div>",
        "<html><body><p>Mở đầu</p></html><div><p>Kết thúc</p></div></html></body></html>",
        "<html><body><p>Mở đầu</p></BODY></HTML >\n<p>Kết thúc</p>",
        "<html><body><p>Mở đầu\0</p><p>Kết thúc</p>",
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>Mở đầu</p><p>Kết thúc</p></body></html>",
        "<body><p>Mở đầu<![if !supportEmptyParas]><![endif]><o:p></o:p></p><p>Kết thúc",
    ],
)
def test_nothing_is_lost_behind_a_stray_tag(markup: str) -> None:
    assert text(markup.encode()).replace(" ", "") == "MởđầuKếtthúc"


def test_a_page_nested_thousands_deep_is_read_to_its_end() -> None:
    assert text(("<body>" + "<span>a" * 3000 + "<p>Kết thúc</p>").encode()).endswith("Kết thúc")


def test_the_definition_overrules_the_page_about_the_encoding() -> None:
    assert text('<meta charset="iso-8859-1"><p>caf\xe9</p>'.encode("cp1252"), encoding="cp1252") == "café"


def test_relative_links_start_from_the_base() -> None:
    page = read_page(b'<base href="/goc/"><p>a</p>', URL)
    assert page.absolute("anh.jpg") == "http://lienhiephoi.example.vn/goc/anh.jpg"
    assert page.link("javascript:void(0)") is None


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"%PDF-1.4 ...", "text/html", "document"),
        (b"<html><body>x</body></html>", "application/pdf", "document"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "text/html", "document"),
        (b'{"id": 7}', "text/html", "document"),
        (b"", "text/html", "empty"),
        (b"  \n ", None, "empty"),
    ],
)
def test_what_is_no_page_is_refused(body: bytes, content_type: str | None, reason: str) -> None:
    with pytest.raises(NotAnArticle) as refusal:
        read_page(body, URL, content_type)
    assert refusal.value.reason == reason
