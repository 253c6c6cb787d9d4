"""Fields as very different systems print them around the same text, and what stands there that is something else."""

import pytest

from scraper.article import Article
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.fields.pages import LEAD, P1, P2, TEXT, TITLE, URL, bare, page


def read(markup: bytes) -> Article:
    return extract(read_page(markup, URL), anonymous(URL))


def signed(line: str) -> bytes:
    return page(text=f'{TEXT}<p align="right">{line}</p>')


SECTIONS = {
    "arrows are pictures": page(
        above='<span class="pathway"><a href="/">Trang chủ</a> <img src="/arrow.png"> <a href="/t">Tin hội</a> '
        f'<img src="/arrow.png"> {TITLE}</span>'
    ),
    "links parted by icons, the headline cut": page(
        above='<div class="entry-crumbs"><span><a href="/">Home</a></span> <i></i> <span><a href="/t">Tin hội</a></span> <i></i>'
        f" <span>{TITLE[:30]}...</span></div>"
    ),
    "an icon leads home": page(
        above='<div class="bc"><a href="/"><i class="fa"></i></a><span>/</span><a href="/t">Tin tức</a><span>/</span>'
        '<a href="/t/h">Tin hội</a></div>'
    ),
    "loose in the cell of article and related titles": bare(
        f"<table><tr><td>Trang chủ &gt; Tin hội<br><b><font size=4>{TITLE}</font></b><br>(Ngày 14/09/2013)<br>{P1}<br>{P2}<hr>"
        'Các tin khác<br>&raquo; <a href="?id=43">Trao tặng tủ sách</a> (05/08/2013)<br></td></tr></table>'
    ),
    "under the headline": page(under='<div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/t">Tin hội</a></div>'),
    "with the date on its line": page(under='<p>Chuyên mục : <a href="/c">Tin hội</a> | Ngày đăng : 14/09/2020</p>'),
}


@pytest.mark.parametrize("markup", SECTIONS.values(), ids=SECTIONS)
def test_the_section_is_the_last_step_of_the_breadcrumb_however_it_is_parted(markup):
    assert read(markup).section == "Tin hội"


@pytest.mark.parametrize(
    "markup",
    [
        page(above='<h1><a href="/">Hội Sinh vật cảnh Sơn Bình</a></h1>'),
        page(above="<p>Trang chủ | Giới thiệu | Tin tức | Hội viên | Văn bản | Thư viện | Liên hệ</p>"),
    ],
    ids=["the name of the site", "a menu on one line"],
)
def test_what_only_begins_like_a_breadcrumb_is_none(markup):
    assert read(markup).section not in ("Hội Sinh vật cảnh Sơn Bình", "Liên hệ")


def test_a_class_of_the_whole_page_is_no_breadcrumb():
    markup = page(above='<nav class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/t">Tin hội</a></nav>')
    assert read(markup.replace(b"<body>", b'<body class="path-node">')).section == "Tin hội"


AUTHORS = {
    "Tác giả: Nguyễn Hữu Phước</p><p>Tác giả: Lò Thị Mai": ("Nguyễn Hữu Phước", "Lò Thị Mai"),
    "<b>Nguyễn Thị Bích Ngọc</b></p><p>Phó Chủ tịch Liên hiệp hội": ("Nguyễn Thị Bích Ngọc",),
    "PGS.TS. Ngô Quang Khải</p><p><i>Nguyên Viện trưởng Viện Thổ nhưỡng</i>": ("PGS.TS. Ngô Quang Khải",),
    "ThS. Đinh Thị Lan<br><em>Trung tâm Ứng dụng tiến bộ KH&amp;CN</em>": ("ThS. Đinh Thị Lan",),
    "Bài: Đỗ Văn Chung</p><p>Ảnh: Hải Nam": ("Đỗ Văn Chung",),
    "(Lược ghi: Tạ Quang Minh)": ("Tạ Quang Minh",),
}


@pytest.mark.parametrize(("line", "names"), AUTHORS.items())
def test_lines_at_the_end_name_the_authors_and_are_no_text(line, names):
    article = read(signed(line))
    assert (article.authors, article.article_body) == (names, f"{P1}\n\n{P2}")


@pytest.mark.parametrize(
    "end",
    [
        ["Giải Nhất:", "Nguyễn Thị Hòa", "Trường THPT Lê Lợi", "Giải Nhì:", "Trần Văn Bắc", "Trường THPT Sơn Bình"],
        ["Nguyễn Thị Hòa", "Trường THPT Lê Lợi", "Trần Văn Bắc", "Trường THPT Sơn Bình"],
    ],
)
def test_a_list_of_winners_at_the_end_is_text(end):
    article = read(page(text=TEXT + "".join(f"<p>{line}</p>" for line in end)))
    assert (article.authors, article.article_body.split("\n\n")[2:]) == ((), end)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (page(below='<table><tr><td align="right"><b>Vàng A Sử</b></td></tr></table>'), ("Vàng A Sử",)),
        (
            page(under='<div class="td-name"><div>By</div> <a href="/author/lan/">Vàng A Sử</a><div>-</div></div>'),
            ("Vàng A Sử",),
        ),
        (page(under='<span class="lbTacGia">Vàng A Sử</span>'), ("Vàng A Sử",)),
        (page(under="<p>Người đăng: Vàng A Sử - Ngày đăng: 14/09/2020 07:15 - Lượt xem: 9</p>"), ("Vàng A Sử",)),
        (page(under='<span class="byline">by <a class="vcard" href="/author/lhhsonbinh/">lhhsonbinh</a></span>'), ()),
    ],
    ids=["row of its own", "link to the author's articles", "class in capitals", "poster beside the date", "account"],
)
def test_the_author_stands_elsewhere(markup, names):
    assert read(markup).authors == names


@pytest.mark.parametrize("where", ["Nguồn: khoahoc.vn Copy link", "Nguồn: <span>khoahoc.vn</span> <a href='#'>Copy link</a>"])
def test_buttons_behind_the_source_are_no_part_of_it(where):
    assert read(signed(where)).source == "khoahoc.vn"


DATES = {
    '<p>Thứ hai, 14/09/2020 08:30 In ra</p>': ("2020-09-14T08:30:00+07:00", "Thứ hai, 14/09/2020 08:30"),
    '<p>14/09/2020 | Lượt xem: 12</p>': ("2020-09-14", "14/09/2020"),
    '<p>14/09/2020 15:00 - Thu Hà</p>': ("2020-09-14T15:00:00+07:00", "14/09/2020 15:00"),
    '<p>Người đăng: Trần Hà My - Ngày đăng: 14/09/2020 - Lượt xem: 9</p>': ("2020-09-14", "Ngày đăng: 14/09/2020"),
    '<p>Danh mục: Tin tức Ngày đăng: 14/09/2020</p>': ("2020-09-14", "Ngày đăng: 14/09/2020"),
    '<div class="info"><div>14/09/2020</div><div>08:15</div></div>': ("2020-09-14T08:15:00+07:00", "14/09/2020 08:15"),
    '<footer>By <span class="created">14 September, 2022</span></footer>': ("2022-09-14", "14 September, 2022"),
}  # fmt: skip


@pytest.mark.parametrize(("under", "date"), DATES.items())
def test_the_date_is_kept_as_printed_without_what_stands_beside_it(under, date):
    article = read(page(under=under))
    assert article.date_published is not None
    assert (article.date_published.isoformat(), article.date_published_raw) == date


@pytest.mark.parametrize(
    "badge",
    [
        '<div class="datebox"><div>15</div><div>Tháng 6</div><div>2021</div></div>',
        '<div class="post-date"><span class="d">15</span><span class="m">06/2021</span></div>',
    ],
)
def test_a_date_may_be_printed_in_boxes(badge):
    article = read(page(above=badge))
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2021-06-15"


def test_a_date_may_begin_the_line_of_the_text_that_runs_around_a_picture():
    body = f'<div><h3>{TITLE}</h3><span class="news-date-time">14.09.2020 10:20</span><img src="/a1.jpg" width="500">{P1}<br>{P2}</div>'
    article = read(bare(body))
    assert (article.date_published_raw, article.article_body) == ("14.09.2020 10:20", f"{P1}\n\n{P2}")


@pytest.mark.parametrize(
    "under",
    [
        '<div class="datebox"><span>15</span><span>Th6</span></div>',
        "<p>Ngày sự kiện: 20/09/2020</p>",
        "<table><tr><td>Ngày ban hành</td><td>20/09/2020</td></tr></table>",
        "<p>3 ngày trước</p>",
    ],
)
def test_other_days_near_the_headline_are_not_the_publication(under):
    assert read(page(under=under)).date_published is None


def test_the_hour_of_an_old_blog_completes_its_day():
    markup = page(under="<p>14/9/2011</p>", below='<abbr class="published" title="2011-09-14T20:15:00+07:00">20:15</abbr>')
    assert str(read(markup).date_published) == "2011-09-14 20:15:00+07:00"


@pytest.mark.parametrize(
    "lead", [f"<p><em>{LEAD}</em></p>", f'<p class="BriefDetail">{LEAD}</p>', f'<p class="itemIntroText">{LEAD}</p>']
)
def test_a_lead_is_set_apart_by_italics_or_class(lead):
    assert read(page(text=lead + TEXT)).description == LEAD


@pytest.mark.parametrize(
    "text", [f"<p><em>Ông Tùng phát biểu tại hội thảo góp ý đề án kinh tế tuần hoàn trong nông nghiệp của tỉnh Sơn Bình</em></p>{TEXT}",
             f'<div class="text-with-summary">{TEXT}</div>']
)  # fmt: skip
def test_a_caption_or_the_whole_text_is_no_lead(text):
    assert read(page(text=text)).description is None


def test_a_date_may_stand_under_the_lead_or_in_the_breadcrumb():
    under = page(under=f'<p class="sapo">{LEAD}</p><p class="ngaydang">Ngày đăng: 14/09/2020</p>')
    crumbs = page(
        above='<div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/t">Tin hội</a> <span class="time">14/09/2020</span></div>'
    )
    assert [str(read(markup).date_published) for markup in (under, crumbs)] == ["2020-09-14"] * 2


@pytest.mark.parametrize("author", ["VNPT Sơn Bình", "vanphong_lhh"])
def test_the_maker_of_the_site_and_its_accounts_are_no_authors(author):
    assert read(page(head=f'<meta name="author" content="{author}">')).authors == ()


def test_a_sentence_that_begins_like_a_credit_is_text():
    article = read(page(text=f"{TEXT}<p>Theo Sở Nông nghiệp, diện tích lúa hữu cơ đạt 500 ha.</p>"))
    assert (article.source, article.article_body.endswith("500 ha.")) == (None, True)


def test_a_cloud_of_tags_beside_the_text_holds_no_keywords_of_it():
    assert read(page(beside='<div class="tagcloud"><a href="/tag/a">sáng tạo</a></div>')).keywords == ()


def test_categories_marked_as_tags_are_no_keywords():
    assert read(page(under='<div><a href="/chuyen-muc/hoi-thao" rel="tag">Hội thảo</a></div>')).keywords == ()


def test_the_title_of_a_module_in_the_head_of_the_page_is_not_the_headline():
    body = f"""<span id="dnn_ctr402_dnnTITLE_titleLabel" class="Head">Tin hoạt động</span>
    <table><tr><td><span id="dnn_ctr402_lblTitle" class="titleNews">{TITLE}</span></td></tr><tr><td>{TEXT}</td></tr></table>"""
    assert read(bare(body, title="Tin hoạt động")).headline == TITLE
