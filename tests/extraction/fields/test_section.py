"""Category and tags, and the words that are neither."""

import pytest

from scraper.extraction.fields.section import read_keywords, read_section

TITLE = "Hội nghị giao ban công tác sáu tháng đầu năm"
MENU = "<ul class='menu'><li><a href='/'>Trang chủ</a></li><li><a href='/gt'>Giới thiệu</a></li></ul>"


def page(above="", under="", text="", below="", head=""):
    return f"""<html><head><title>{TITLE}</title>{head}</head><body>{MENU}
      <div id="left"><p>Thông tin cần biết</p><p>Lịch công tác tuần</p><p>Danh bạ</p><p>Thư viện ảnh tư liệu</p></div>
      <div id="main">{above}<h1>{TITLE}</h1>{under}<div id="text">{text}</div>{below}</div></body></html>"""


SECTIONS = {
    "<p class='breadcrumb'>Trang chủ » <a href='/t'>Tin tức</a> » <a href='/h'>Tin hoạt động</a></p>": "breadcrumb",
    f"<div class='breadcrumb'><a href='/'>Trang chủ</a> / <a href='/h'>Tin hoạt động</a> / {TITLE}</div>": "breadcrumb",
    f"<ol class='breadcrumb'><li>Trang chủ</li><li>Tin hoạt động</li><li>{TITLE[:30]}...</li></ol>": "breadcrumb",
    "<p>Trang chủ &gt; Tin tức &gt; Tin hoạt động</p>": "breadcrumb",
    "<td class='FolderTitle'>Tin hoạt động</td>": "class",
    "<p><a href='/t'>Tin tức</a></p><p><a href='/t/h'>Tin hoạt động</a></p><p class='date'>14/8/2017</p>": "links",
    "<div>Tin hoạt động</div>": "box-title",
}


@pytest.mark.parametrize(("above", "reader"), SECTIONS.items())
def test_the_category_stands_above_the_headline(surround, prose, above, reader):
    found = read_section(surround(page(text=prose, above=above)))
    assert (found.value, found.reader) == ("Tin hoạt động", reader)


@pytest.mark.parametrize(
    ("parts", "reader"),
    [
        ({"under": "<dd class='category-name'>Chuyên mục: <a href='/h'>Tin hoạt động</a></dd>"}, "label"),
        ({"below": "<footer><span class='cat-links'><a rel='category tag' href='/h'>Tin hoạt động</a></span></footer>"}, "rel"),
        ({"under": "<p><a href='/h'>Tin hoạt động</a></p>"}, "links"),
        ({"head": "<meta property='article:section' content='Tin hoạt động'>"}, "meta"),
    ],
)
def test_the_category_stands_elsewhere(surround, prose, parts, reader):
    found = read_section(surround(page(text=prose, **parts)))
    assert (found.value, found.reader) == ("Tin hoạt động", reader)


def test_of_several_categories_the_one_in_the_address_is_taken(surround, prose):
    links = "".join(
        f"<a rel='category tag' href='/category/{slug}/'>{name}</a>"
        for slug, name in (("tw", "Tin Trung ương"), ("hd", "Tin hoạt động"))
    )
    around = surround(page(text=prose, below=f"<p>{links}</p>"), url="https://hoi.example.vn/tin/tw/hoi-nghi/")
    assert read_section(around).value == "Tin Trung ương"


@pytest.mark.parametrize(
    "parts",
    [
        {"above": "<div class='breadcrumb'><a href='/'>Trang chủ</a></div>"},
        {"above": "<div class='category'>Root</div>"},
        {"above": "<p><a href='/in'>Bản in</a></p>"},
        {"under": "<p><a href='/tac-gia/mai-lan'>Mai Lan</a></p>"},
        {"head": "<meta property='article:section' content='Uncategorized'>"},
        {},
    ],
)
def test_placeholders_buttons_and_names_are_no_category(surround, prose, parts):
    assert read_section(surround(page(text=prose, **parts))) is None


@pytest.mark.parametrize(
    ("below", "reader"),
    [
        ("<p><a rel='tag' href='/t/1'>giao ban</a>, <a rel='tag' href='/t/2'>trí thức</a></p>", "rel"),
        ("<div class='tags'>Tags: <a href='/t/1'>giao ban</a> <a href='/t/2'>trí thức</a></div>", "class"),
        ("<p>Từ khóa: giao ban, trí thức.</p>", "label"),
    ],
)
def test_printed_tags_are_the_keywords(surround, prose, below, reader):
    head = "<meta name='keywords' content='Hà Giang, giao ban'>"
    found = read_keywords(surround(page(text=prose, below=below, head=head)))
    assert (found.value, found.reader) == (("giao ban", "trí thức"), reader)


def test_declared_keywords_are_taken_where_none_are_printed(surround, prose):
    found = read_keywords(surround(page(text=prose, head="<meta name='keywords' content='giao ban, Hà Giang, tin nóng'>")))
    assert (found.value, found.reader) == (("giao ban", "Hà Giang", "tin nóng"), "meta")


@pytest.mark.parametrize("words", ["cổng thông tin, website, khoa học tỉnh nhà", "Liên hiệp hội"])
def test_words_about_the_site_are_no_keywords(surround, prose, words):
    head = f"<meta property='og:site_name' content='Liên hiệp hội'><meta name='keywords' content='{words}'>"
    assert read_keywords(surround(page(text=prose, head=head))) is None


def test_links_to_categories_are_no_tags(surround, prose):
    below = "<footer class='cat-tags-links'><a rel='category tag' href='/h'>Tin hoạt động</a></footer>"
    assert read_keywords(surround(page(text=prose, below=below))) is None


def test_the_selectors_of_the_definition_win(surround, prose):
    around = surround(
        page(text=prose, below="<p class='s'>Tin vắn</p><b class='k'>một</b><b class='k'>hai</b>"), section=".s", keywords=".k"
    )
    assert (read_section(around).value, read_keywords(around).value) == ("Tin vắn", ("một", "hai"))
