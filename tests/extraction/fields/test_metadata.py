"""What pages state in their heads, well formed or not."""

import pytest
from lxml import html

from scraper.extraction.metadata import Metadata, read_metadata
from scraper.extraction.page import Page


def metadata(head: str, body: str = "") -> Metadata:
    root = html.document_fromstring(f"<html lang='vi'><head>{head}</head><body>{body}<p>Hội nghị</p></body></html>")
    return read_metadata(Page("https://hoi.example.vn/tin/12.html", root, "utf-8"))


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_title_opengraph_and_meta_elements_are_read():
    read = metadata(
        "<title> Hội nghị  giao ban </title><meta property='og:title' content='Hội nghị giao ban 2017'>"
        "<meta name='Description' content='Sáng 14/8'><meta property='og:site_name' content='Liên hiệp hội'>"
        "<meta name='keywords' content='hội nghị, giao ban; trí thức,'><meta name='generator' content='NukeViet v4.5'>"
        "<meta property='og:type' content='article'><link rel='canonical' href='https://hoi.example.vn/12'>"
        "<meta property='article:section' content='Tin hoạt động'>"
    )
    assert (read.title, read.titles) == ("Hội nghị giao ban", ("Hội nghị giao ban 2017",))
    assert (read.description, read.site_name, read.generator, read.type) == (
        "Sáng 14/8",
        "Liên hiệp hội",
        "NukeViet v4.5",
        "article",
    )
    assert read.keywords == ("hội nghị", "giao ban", "trí thức")
    assert (read.canonical, read.section, read.language) == ("https://hoi.example.vn/12", "Tin hoạt động", "vi")


def test_an_article_inside_a_graph_is_found():
    read = metadata(
        ld(
            '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Liên hiệp hội"},'
            '{"@type":["NewsArticle","Article"],"headline":"Hội nghị","datePublished":"2017-08-14T09:02:00+07:00",'
            '"dateModified":"2017-08-15","author":[{"@type":"Person","name":"Mai Lan"}],"publisher":{"name":"LHH"},'
            '"articleSection":["Tin tức","Tin hoạt động"],"keywords":["giao ban","trí thức"]},'
            '{"@type":"BreadcrumbList","itemListElement":[{"item":{"name":"Trang chủ"}},{"name":"Tin hoạt động"}]}]}'
        )
    )
    assert read.titles == ("Hội nghị",)
    assert [(stated.reader, stated.value) for stated in read.published] == [("json-ld", "2017-08-14T09:02:00+07:00")]
    assert [stated.value for stated in read.modified] == ["2017-08-15"]
    assert [stated.value for stated in read.authors] == ["Mai Lan"]
    assert (read.publisher, read.site_name, read.section) == ("LHH", "Liên hiệp hội", "Tin hoạt động")
    assert read.keywords == ("giao ban", "trí thức")
    assert read.breadcrumb == ("Trang chủ", "Tin hoạt động")


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Article","headline":"Hội\nnghị",}',
        '<!-- {"@type":"Article","headline":"Hội\tnghị"} -->',
        '[{"@type":"Article","headline":"Hội nghị"},]',
        '{"@type":"Article","headline":"Hội nghị"};',
        '//<![CDATA[\n{"@type":"Article","headline":"Hội nghị"}\n//]]>',
    ],
)
def test_json_that_is_broken_in_the_usual_ways_is_mended(text):
    assert metadata(ld(text)).titles == ("Hội nghị",)


@pytest.mark.parametrize("text", ["", "{", '{"@type": "Article", "headline": }', '"Article"', "null", "12", "[[1]]"])
def test_json_beyond_repair_is_passed_over(text):
    assert metadata(ld(text) + "<title>Hội nghị</title>").titles == ()


def test_values_of_another_type_than_expected_are_passed_over():
    read = metadata(
        ld('{"@type":"Article","headline":["Hội nghị"],"author":"Mai Lan","keywords":7,"datePublished":null,"publisher":[]}')
    )
    assert (read.titles, read.keywords, read.published, read.publisher) == (("Hội nghị",), (), (), "")
    assert [stated.value for stated in read.authors] == ["Mai Lan"]


def test_statements_are_ordered_by_trust():
    read = metadata(
        ld('{"@type":"Article","datePublished":"2017-08-14"}')
        + "<meta property='article:published_time' content='2017-08-13'>",
        "<time datetime='2017-08-12'>12/8</time><span itemprop='datePublished' content='2017-08-11'></span>",
    )
    assert [stated.reader for stated in read.published] == ["json-ld", "meta", "time", "microdata"]


def test_a_time_styled_as_an_update_is_a_modification():
    read = metadata(
        "",
        "<time class='entry-date published' datetime='2017-08-12'></time><time class='updated' datetime='2017-08-20'></time>",
    )
    assert [stated.value for stated in read.published] == ["2017-08-12"]
    assert [stated.value for stated in read.modified] == ["2017-08-20"]


def test_a_breadcrumb_in_microdata_is_read():
    item = "<li itemprop='itemListElement'><a itemprop='item' href='/x'><span itemprop='name'>{}</span></a></li>"
    assert metadata("", f"<ol>{item.format('Trang nhất')}{item.format('Tin hoạt động')}</ol>").breadcrumb == (
        "Trang nhất",
        "Tin hoạt động",
    )


def test_a_page_that_states_nothing_states_nothing():
    assert metadata("") == Metadata(language="vi")
