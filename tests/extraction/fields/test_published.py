"""The date of publication as the systems of the unions print it, and the dates that are something else."""

from datetime import date, datetime

import pytest

from scraper.dates import VIETNAM
from scraper.extraction.fields.published import read_modified, read_published

TITLE = "Hội nghị giao ban công tác sáu tháng đầu năm"


def at(*parts):
    return datetime(*parts, tzinfo=VIETNAM)


def page(above="", under="", text="", below="", head="", top=""):
    return f"""<html><head><title>{TITLE}</title>{head}</head><body>
      <div id="header">{top}<ul class="menu"><li><a href="/gt">Giới thiệu</a></li><li><a href="/tin">Tin tức</a></li></ul></div>
      <div id="main"><div class="article">{above}<h1>{TITLE}</h1>{under}<div id="text">{text}</div>{below}</div></div>
      <div id="footer"><p>Địa chỉ: số 12 đường Trần Phú</p><p>Điện thoại: 0219 3866 123</p></div></body></html>"""


PRINTED = {
    "Thứ tư, 14/04/2010 07:00 (GMT+7)": at(2010, 4, 14, 7),
    "30/12/2019 9:12 SA 278 lượt xem": at(2019, 12, 30, 9, 12),
    "Posted at: TUEsday - 31/07/2018 10:23 - post name: Mai Lan": at(2018, 7, 31, 10, 23),
    "29/10/2021 15:28:11 GMT+7": at(2021, 10, 29, 15, 28, 11),
    "Thứ Ba, 30/06/2015": date(2015, 6, 30),
    "(31/08/2016)": date(2016, 8, 31),
    "Danh mục: Tin tức Ngày đăng: 28 tháng 12 năm 2023": date(2023, 12, 28),
    "2023-06-30 12:04": at(2023, 6, 30, 12, 4),
    "26/04/2021 | 970": date(2021, 4, 26),
    "Thứ tư - 21/02/2024 04:56 133 0": at(2024, 2, 21, 4, 56),
    "Đăng lúc: Thứ hai - 20/04/2015 12:58 - Người đăng bài viết: Thu Trang": at(2015, 4, 20, 12, 58),
    "(Đăng lúc: 06/07/2020 03:17:48 PM)": at(2020, 7, 6, 15, 17, 48),
    "Ngày xuất bản: 20/02/2023 1:49:10 CH": at(2023, 2, 20, 13, 49, 10),
    "Cập nhật lúc: 15:05:57 - 22/04/2020 Số lượt xem: 61 Người đăng: Mai Lan": at(2020, 4, 22, 15, 5, 57),
    "16:05 30/12/2019": at(2019, 12, 30, 16, 5),
    "Ngày: 22/09/2023": date(2023, 9, 22),
    "16/01/2019 In trang": date(2019, 1, 16),
    "thứ năm, 08 08 2019 08:51": at(2019, 8, 8, 8, 51),
    "Được đăng: Thứ hai, 14 Tháng 8 2017 09:02": at(2017, 8, 14, 9, 2),
}


@pytest.mark.parametrize(("line", "moment"), PRINTED.items())
@pytest.mark.parametrize("where", ["above", "under"])
def test_a_date_line_beside_the_headline_is_the_publication(surround, prose, line, moment, where):
    around = surround(page(text=prose, **{where: f'<div class="date">{line}</div>'}))
    assert read_published(around).value.moment == moment


@pytest.mark.parametrize("line", ["Ngày đăng: 05/09/2018", "Đăng ngày 05/09/2018", "(Cập nhật: 05/09/2018)"])
def test_a_labelled_date_may_stand_behind_the_text(surround, prose, line):
    found = read_published(surround(page(text=prose, below=f"<p>{line}</p>")))
    assert found.value.moment == date(2018, 9, 5)
    assert found.reader == "label"


def test_the_line_is_kept_as_printed(surround, prose):
    around = surround(page(text=prose, under="<p>Đăng lúc: Thứ hai - 20/04/2015 12:58 | Lượt xem: 61</p>"))
    assert read_published(around).value.raw == "Đăng lúc: Thứ hai - 20/04/2015 12:58"


@pytest.mark.parametrize(
    "parts",
    [
        {"top": "<div class='clock'>Thứ Ba, 28/03/2023 06:52</div>"},
        {"top": "<span>Thứ Năm, 18/04/2024 13:32 Chào mừng bạn đến với trang tin</span>"},
        {"top": "<span>Thái Bình, ngày 4 tháng 10 năm 2024</span>"},
        {"above": "<div id='timeNow'>Thứ tư, 22/10/2025</div>"},
        {"below": "<ul class='other-news'><li><a href='/1'>Tin khác</a> (17/11/2022)</li></ul>"},
        {"below": "<h3>Các tin khác</h3><ul><li><a href='/1'>Lễ trao giải hội thi</a> (17/11/2022)</li></ul>"},
        {"below": "<p>Ý kiến bạn đọc</p><div>Mai Lan - 12/10/2022: Bài viết hay</div>"},
        {"under": "<p>Hà Giang, ngày 12 tháng 7 năm 2017</p>"},
        {"under": "<p>Ngày ban hành: 12/07/2017</p>"},
        {"below": "<p>Copyright 2017-2023, giấy phép số 12/GP cấp ngày 01/02/2015</p>"},
    ],
)
def test_no_date_is_better_than_another_date(surround, prose, parts):
    assert read_published(surround(page(text=prose, **parts))) is None


def test_the_date_of_the_event_in_the_text_is_not_the_publication(surround, prose):
    assert read_published(surround(page(text=f"<p>Ngày 10/8/2017, hội nghị khai mạc.</p>{prose}"))) is None


def test_a_date_set_apart_behind_the_headline_is_the_publication(surround, prose):
    markup = page(text=prose).replace(f"<h1>{TITLE}</h1>", f"<h1>{TITLE} <span>(29/3/2013)</span></h1>")
    assert read_published(surround(markup)).value.moment == date(2013, 3, 29)


def test_a_date_in_the_wording_of_the_headline_is_not(surround, prose):
    markup = page(text=prose).replace(TITLE, "Lịch tiếp công dân từ ngày 16/02/2021")
    assert read_published(surround(markup)) is None


def test_the_printed_date_wins_over_the_moment_of_the_last_edit(surround, prose):
    """NukeViet: the visible line is the publication, microdata and ``article:published_time`` go by the edit."""
    head = '<meta property="article:published_time" content="2017-08-14ICT09:25:00">'
    under = (
        '<span class="hidden" itemprop="datePublished">2017-09-01T10:00:00+07:00</span>'
        '<span itemprop="dateModified" content="2017-09-01T10:00:00+07:00"></span>'
        '<span class="h5">Thứ hai - 14/08/2017 09:25</span>'
    )
    around = surround(page(text=prose, head=head, under=under))
    published = read_published(around)
    assert published.value.moment == at(2017, 8, 14, 9, 25)
    assert read_modified(around, published.value).value.moment == at(2017, 9, 1, 10)


def test_a_day_without_time_is_completed_from_the_metadata(surround, prose):
    above = (
        '<div class="entry-meta"><span>Posted on</span> <a href="#"><time class="entry-date published" '
        'datetime="2026-03-08T07:39:00+07:00">08/03/2026</time><time class="updated" datetime="2026-04-07T07:39:00+07:00">'
        '07/04/2026</time></a> <span class="byline">by <a class="url fn">Thu Hà</a></span></div>'
    )
    around = surround(page(text=prose, above=above))
    published = read_published(around)
    assert published.value.moment == at(2026, 3, 8, 7, 39)
    assert read_modified(around, published.value).value.moment == at(2026, 4, 7, 7, 39)


def test_a_theme_that_calls_the_publication_updated_is_understood(surround, prose):
    under = '<time class="entry-date updated td-module-date" datetime="2019-05-06T10:00:00+07:00">06/05/2019</time>'
    assert read_published(surround(page(text=prose, under=under))).value.moment == at(2019, 5, 6, 10)


@pytest.mark.parametrize(
    ("head", "moment", "reader"),
    [
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-02-03T01:30:00Z",}</script>',
            at(2020, 2, 3, 8, 30),
            "json-ld",
        ),
        ('<meta property="article:published_time" content="2017-08-10+0714:30:00">', at(2017, 8, 10, 14, 30), "meta"),
    ],
)
def test_what_is_not_printed_is_taken_from_the_head(surround, prose, head, moment, reader):
    found = read_published(surround(page(text=prose, head=head)))
    assert (found.value.moment, found.reader) == (moment, reader)


def test_an_unlabelled_date_that_the_metadata_contradicts_is_a_clock(surround, prose):
    head = '<meta property="article:published_time" content="2017-08-10T14:30:00+07:00">'
    around = surround(page(text=prose, head=head, above="<div>Thứ Ba, 28/03/2023</div>"))
    assert read_published(around).value.moment == at(2017, 8, 10, 14, 30)


def test_a_printed_date_before_the_stated_one_is_no_clock(surround, prose):
    head = '<meta property="article:published_time" content="2017-08-10T14:30:00+07:00">'
    around = surround(page(text=prose, head=head, above='<div class="date">08/08/2017</div>'))
    assert read_published(around).value.moment == date(2017, 8, 8)


def test_an_update_before_the_stated_day_is_nearer_to_the_publication(surround, prose):
    head = '<meta property="article:published_time" content="2017-08-10T14:30:00+07:00">'
    around = surround(page(text=prose, head=head, under="<p>Cập nhật: 08/08/2017</p>"))
    assert read_published(around).value.moment == date(2017, 8, 8)


@pytest.mark.parametrize("label", ["Cập nhật lúc: 08/08/2017", "Ngày đăng: 08/08/2017", "Đăng lúc 08/08/2017"])
@pytest.mark.parametrize("where", ["under", "below"])
def test_a_clock_above_the_headline_does_not_win_over_a_label(surround, prose, label, where):
    around = surround(page(text=prose, above='<div class="date">Thứ Ba, 28/03/2023</div>', **{where: f"<p>{label}</p>"}))
    assert read_published(around).value.moment == date(2017, 8, 8)


def test_the_day_in_the_title_of_another_article_is_no_update(surround, prose):
    link = '<p><a href="/9">Cập nhật 16h00 ngày 30/6/2017 danh sách thí sinh đăng ký xét tuyển đợt hai</a></p>'
    around = surround(page(text=prose, above='<div class="date">08/08/2017</div>', under=link))
    assert read_published(around).value.moment == date(2017, 8, 8)


def test_a_date_over_the_breadcrumb_is_a_clock(surround, prose):
    trail = '<div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/tin">Tin tức</a></div>'
    day = '<div class="date">Thứ Ba, 08/08/2017</div>'
    assert read_published(surround(page(text=prose, above=day + trail))) is None
    assert read_published(surround(page(text=prose, above=trail + day))).value.moment == date(2017, 8, 8)


@pytest.mark.parametrize(
    "under",
    [
        "<p>10/08/2017 | 08/08/2017</p>",
        "<p>10/08/2017</p><p>08/08/2017</p>",
        "<p><span class='date'>08/08/2017</span> <span class='date'>10/08/2017</span></p>",
    ],
)
def test_of_two_dates_beside_each_other_the_earlier_is_the_publication(surround, prose, under):
    found = read_published(surround(page(text=prose, under=under)))
    assert (found.value.moment, found.value.raw) == (date(2017, 8, 8), "08/08/2017")


@pytest.mark.parametrize("title", ["20/11 - Ngày nhà giáo Việt Nam", "20/11/2017 - Ngày nhà giáo Việt Nam"])
def test_a_headline_that_begins_with_a_day_is_no_date_line(surround, prose, title):
    markup = page(text=prose, under="<h2>20/11/2017 - Ngày nhà giáo Việt Nam</h2>").replace(TITLE, title)
    assert read_published(surround(markup)) is None


def test_the_name_beside_a_date_is_no_part_of_it(surround, prose):
    assert read_published(surround(page(text=prose, under="<p>Văn An - 08/08/2017</p>"))).value.raw == "08/08/2017"


def test_an_update_that_is_no_later_is_none(surround, prose):
    around = surround(page(text=prose, under="<p>Ngày đăng: 05/09/2018 08:00</p><p>Cập nhật: 05/09/2018 08:00</p>"))
    assert read_modified(around, read_published(around).value) is None


def test_a_labelled_update_is_the_modification(surround, prose):
    around = surround(page(text=prose, under="<p>Ngày đăng: 05/09/2018 08:00</p><p>Cập nhật lần cuối: 07/09/2018 15:30</p>"))
    published = read_published(around)
    assert published.value.moment == at(2018, 9, 5, 8)
    assert read_modified(around, published.value).value.moment == at(2018, 9, 7, 15, 30)


def test_the_order_of_the_site_decides_on_ambiguous_days(surround, prose):
    around = surround(page(text=prose, under="<p>Ngày đăng: 3/4/2017</p>"))
    assert read_published(around, "mdy").value.moment == date(2017, 3, 4)
    assert read_published(around, "dmy").value.moment == date(2017, 4, 3)


def test_the_selector_of_the_definition_wins(surround, prose):
    around = surround(page(text=prose, under="<p>Ngày đăng: 05/09/2018</p><em class='x'>01/02/2018</em>"), date=".x")
    found = read_published(around)
    assert (found.value.moment, found.reader) == (date(2018, 2, 1), "selector")
