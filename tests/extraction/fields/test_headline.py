"""The headline in the places and shapes that systems print it in."""

import pytest

from scraper.extraction.headline import read_headline
from scraper.extraction.titles import stated_title

TITLE = "Tổng kết Hội thi Sáng tạo kỹ thuật lần thứ IX"
SITE = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"
URL = "https://hoi.example.vn/tin/12.html"
MENU = "<ul class='menu'><li><a href='/'>Trang chủ</a></li><li><a href='/hd'>Tin hoạt động</a></li></ul>"


def page(printed, prose, title=TITLE, head=""):
    return f"""<html><head><title>{title}</title>{head}</head><body><div id="logo"><h1><a href="/">{SITE}</a></h1></div>{MENU}
      <div class="main">{printed}<div id="text">{prose}</div></div>
      <div class="other-news"><h3>Các tin khác</h3><ul><li><a href="/13">Hội nghị cộng tác viên năm 2017</a></li></ul></div>
      </body></html>"""


@pytest.fixture
def headline(surround):
    def read(markup, url=URL, **selectors):
        around = surround(markup, url=url, **selectors)
        return read_headline(around.page, around.outline, around.selectors, around.metadata)

    return read


PRINTED = [
    f"<h2 class='title'>{TITLE}</h2>",
    f"<h1 class='entry-title'>{TITLE}</h1>",
    f"<table><tr><td class='contentheading' width='100%'>{TITLE}</td><td><a href='?print=1'>In</a></td></tr></table>",
    f"<p class='Title'>{TITLE}</p><span class='Time'>thứ ba, 01/08/2017 09:00</span>",
    f"<span id='ctl00_ctl33_lblTitle' class='Head'>{TITLE}</span><p>(Đăng lúc: 06/07/2017 03:17:48 PM)</p>",
    f"<div class='tieude_chitiet'>{TITLE}</div>",
    f"<h3>{TITLE}</h3><p class='ngay'>Ngày: 22/09/2017</p>",
    f"<div itemprop='headline'>{TITLE}</div>",
    f"<div class='breadcrumb'><a href='/'>Trang chủ</a> » <a href='/t'>Tin tức</a> » {TITLE}</div><h2>{TITLE}</h2>",
    f"<div class='box'><h2 class='box-title'>Tin hoạt động</h2></div><h4>{TITLE}</h4>",
]


@pytest.mark.parametrize(
    "title",
    [TITLE, f"{TITLE} - {SITE}", f"{SITE} | {TITLE}", "Tổng kết Hội thi Sáng tạo kỹ ...", SITE, f"Trang chủ - {SITE}", ""],
)
@pytest.mark.parametrize("printed", PRINTED)
def test_the_headline_is_found_whatever_the_title_element_says(headline, prose, printed, title):
    found = headline(page(printed, prose, title))
    assert found.value == TITLE
    assert found.element is not None


@pytest.mark.parametrize("title", [SITE, ""])
def test_a_bold_line_without_class_is_the_headline_where_nothing_else_is(headline, prose, title):
    markup = page(f"<b><font size='4'>{TITLE}</font></b><br><i>Thứ Ba, 30/06/2015</i><br>", prose, title)
    assert headline(markup).value == TITLE


def test_the_words_of_the_address_tell_the_headline_from_other_titles(headline, prose):
    printed = f"<h2>Chuyên trang khoa học và đời sống tỉnh</h2><p>Xin mời xem</p><h4>{TITLE}</h4><p class='x'>Bài viết</p>"
    url = "https://hoi.example.vn/tin-tuc/tong-ket-hoi-thi-sang-tao-ky-thuat-lan-thu-ix-113.html"
    assert headline(page(printed, prose, SITE), url).value == TITLE


def test_capitals_are_kept_as_printed(headline, prose):
    assert headline(page(f"<h2>{TITLE.upper()}</h2>", prose)).value == TITLE.upper()


def test_a_printed_headline_wins_over_another_wording_in_the_head(headline, prose):
    head = '<meta property="og:title" content="Tổng kết Hội thi Sáng tạo kỹ thuật năm 2017">'
    assert headline(page(f"<h1 class='detail-title'>{TITLE}</h1>", prose, "Tổng kết Hội thi năm 2017", head)).value == TITLE


def test_the_first_of_two_equal_titles_is_taken_when_the_text_repeats_it(headline, prose):
    found = headline(page(f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>{prose}"))
    assert (found.value, found.element.tag) == (TITLE, "h1")


@pytest.mark.parametrize(
    "printed", [f"<h1>{TITLE} (31/08/2016)</h1>", f"<h1>{TITLE} <span>25/12/2023</span></h1>", f"<h1>null {TITLE}</h1>"]
)
def test_what_systems_print_around_a_headline_is_cut_off(headline, prose, printed):
    assert headline(page(printed, prose)).value == TITLE


def test_a_date_that_belongs_to_the_wording_stays(headline, prose):
    title = "Thông báo lịch tiếp công dân ngày 12/3/2020"
    assert headline(page(f"<h1>{title}</h1>", prose, title)).value == title


def test_a_headline_in_two_lines_is_one(headline, prose):
    assert headline(page("<h1>Tổng kết Hội thi<br>Sáng tạo kỹ thuật lần thứ IX</h1>", prose)).value == TITLE


def test_what_is_not_printed_is_taken_from_the_head_without_the_name_of_the_site(headline):
    head = f"<title>{TITLE} - {SITE}</title><meta property='og:site_name' content='{SITE}'>"
    markup = f"<html><head>{head}</head><body><div id='text'>Ảnh</div></body></html>"
    found = headline(markup)
    assert (found.value, found.reader, found.element) == (TITLE, "title", None)


@pytest.mark.parametrize("title", ["Trang thông tin điện tử Huyện", "Cổng thông tin điện tử tỉnh", "Trang chủ"])
def test_the_name_of_the_site_is_no_headline(surround, title):
    assert (
        stated_title(surround(f"<html><head><title>{title}</title></head><body><div id='text'></div></body></html>").metadata)
        is None
    )


def test_the_selector_of_the_definition_wins(headline, prose):
    found = headline(page(f"<h1>Tin hoạt động của Liên hiệp hội</h1><p class='t'>{TITLE}</p>", prose), headline="p.t")
    assert (found.value, found.reader) == (TITLE, "selector")
