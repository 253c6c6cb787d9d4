"""Every paragraph that a page shows, and none of another: what careful reading of whole sites found wrong, in pages of our own."""

from collections.abc import Callable

import pytest

from scraper.article import Article, Paragraph
from scraper.extraction import extract, read_page
from scraper.extraction.body import body_in, find_body
from scraper.extraction.outline import read_outline
from scraper.site import anonymous
from tests.extraction.shell import HEADLINE, URL, page

Reader = Callable[[str], Article]

FIRST = "Ngày 14/6, đoàn công tác của Hội Thủy lợi đã khảo sát hệ thống kênh nội đồng tại ba xã vùng trũng ven sông."
SECOND = "Qua khảo sát, đoàn nhận thấy nhiều đoạn kênh bị bồi lấp, lượng nước tưới không đủ cho vụ hè thu năm nay."
LAST = "Hội kiến nghị huyện bố trí vốn nạo vét trước mùa mưa và giao các hợp tác xã trông coi từng tuyến kênh."
LEAD = "Ba xã ven sông thiếu nước tưới cho hơn bốn trăm hecta lúa"
OTHER = "Thực hiện kế hoạch năm, Hội đề nghị các đơn vị gửi danh sách hội viên nòng cốt về văn phòng trước ngày hẹn."
PICTURE = '<img src="file:///C:/Users/may1/clip_image002.jpg" width="400" height="300">'

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a short lead that its class names": (
        f'<div class="sapo">{LEAD}</div><div class="noi-dung"><p>{FIRST}</p><p>{SECOND}</p></div>',
        [LEAD, FIRST, SECOND],
    ),
    "acts that are links": (
        f"<div><p>{FIRST}</p><p>Căn cứ pháp lý</p><ul><li><a href='http://vb.example.vn/1'>Nghị định 14/2014/NĐ-CP</a></li>"
        f"<li><a href='http://vb.example.vn/2'>Thông tư 06/2015/TT-BKHCN</a></li></ul><p>{LAST}</p></div>",
        [FIRST, "Căn cứ pháp lý", "Nghị định 14/2014/NĐ-CP", "Thông tư 06/2015/TT-BKHCN", LAST],
    ),
    "the day of something told": (
        f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Kết quả: đã trả lời</p><p>Ngày xử lý: 24/7/2019</p></div>",
        [FIRST, SECOND, "Kết quả: đã trả lời", "Ngày xử lý: 24/7/2019"],
    ),
    "an address that a sentence announces": (
        f"<div><p>{FIRST}</p><p>Mời hội viên điền phiếu khảo sát tại trang</p>"
        "<p><a href='https://khaosat.example.vn/kenh'>https://khaosat.example.vn/kenh</a>.</p></div>",
        [FIRST, "Mời hội viên điền phiếu khảo sát tại trang", "https://khaosat.example.vn/kenh."],
    ),
    "items that are files amid others": (
        f"<div><p>{FIRST}</p><p>+ <a href='/f/don.doc'>Đơn đăng ký tham gia cuộc thi</a></p>"
        f"<p>+ Bản sao thẻ hội viên có chứng thực</p><p>{LAST}</p></div>",
        [FIRST, "+ Đơn đăng ký tham gia cuộc thi", "+ Bản sao thẻ hội viên có chứng thực", LAST],
    ),
    "titles that are links": (
        f"<div><p>{FIRST}</p><p>- <a href='/tin/1.html'>Hội Thủy lợi họp bàn về hồ chứa</a></p>"
        f"<p>- <a href='/tin/2.html'>Hội Thủy lợi tập huấn cho hợp tác xã</a></p><p>{LAST}</p></div>",
        [FIRST, LAST],
    ),
    "day and hour of an event": (
        f'<div><div class="day">19</div><div class="month">Tháng 05</div><h3>{HEADLINE}</h3><p>9:30am - 11:00am</p>'
        f"<p>{FIRST}</p><p>{SECOND}</p></div>",
        [FIRST, SECOND],
    ),
    "who put it there, and when": (
        f"<div><p>By <b>@bientap</b> | July 8, 2015</p><p>{FIRST}</p></div>",
        [FIRST],
    ),
    "a related document with a text of its own": (
        f"<div><table><tr><td>Mô tả</td><td colspan=3><p>{FIRST}</p></td></tr></table></div><div>Văn bản liên quan</div>"
        f'<div><div><a href="/vb/2.html">Công văn về việc gửi danh sách</a></div><div class="brief"><p>{OTHER}{OTHER}</p></div></div>',
        [FIRST],
    ),
    "captions of pictures that stayed at home": (
        f"<div><p>{FIRST}</p><p style='text-align:center'>{PICTURE}</p><p style='text-align:center'><em>Đoàn đo mực nước kênh</em>"
        f"</p><p>{SECOND}</p></div>",
        [FIRST, SECOND],
    ),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_text_is_whole_and_alone(read: Reader, body: str, expected: list[str]) -> None:
    article = read(body)
    assert article.article_body.split("\n\n") == expected
    assert article.images == ()


def test_what_a_picture_shows_is_its_caption_and_no_credit(read: Reader) -> None:
    shown = '<p><img src="/anh/kenh.jpg" width="400" height="300"></p><p>{}</p>'
    scene, credit = (
        read(f"<div><p>{FIRST}</p>{shown.format(line)}<p>{SECOND}</p></div>").images[0]
        for line in ("Hình ảnh: Quang cảnh toàn hội nghị", "Ảnh: Đ/c Lò Văn Hải")
    )
    assert (scene.caption, scene.credit) == ("Hình ảnh: Quang cảnh toàn hội nghị", "")
    assert (credit.caption, credit.credit) == ("", "Đ/c Lò Văn Hải")


def test_a_paragraph_set_as_a_heading_is_a_paragraph(read: Reader) -> None:
    article = read(f"<div><h2>{FIRST} {SECOND}</h2><h2>Kiến nghị của Hội</h2><p>{LAST}</p></div>")
    assert [isinstance(block, Paragraph) for block in article.blocks] == [True, False, True]


def test_properties_are_rows_though_the_headline_is_one() -> None:
    rows = [
        ("Số hiệu", "18/TB-LHH"),
        ("Cơ quan ban hành", "Liên hiệp Hội"),
        ("Người ký", "Trần Văn Lãm"),
        ("Số lượt xem", "1204"),
    ]
    cells = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    body = page("", "").replace(
        b'<h1></h1><div class="ngaydang">',
        f'<table class="vb"><tbody><tr><td>Tên</td><td class="title">{HEADLINE}</td></tr>{cells}</tbody></table><div>'.encode(),
    )
    found = extract(read_page(body.replace(b"<title>", f"<title>{HEADLINE}".encode()), URL), anonymous(URL))
    assert found.article_body.split("\n\n") == [" | ".join(row) for row in rows[:3]]


VERSES = "".join(
    f"<p>Dòng kênh thứ {name} xanh màu lúa</p>" for name in ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")
)


@pytest.mark.parametrize("behind", [VERSES, f"<p>{LAST}</p>"], ids=["verses", "a paragraph"])
def test_a_known_container_that_holds_only_the_lead_is_not_the_text(behind: str) -> None:
    body = f'<div class="bai"><div class="brief"><p>{FIRST} {SECOND}</p></div><div class="thong-tin">{behind}</div></div>'
    root = read_page(page(body), URL).root
    outline = read_outline(root)
    headline = next(root.iter("h1"))
    after = outline.span(headline)[1] + 1
    whole, brief, rest = (next(root.iterfind(f".//div[@class='{name}']")) for name in ("bai", "brief", "thong-tin"))
    found = find_body(outline, headline, after, [whole])
    known = body_in([brief, rest], found, outline, after)
    assert found is not None
    assert known is found


@pytest.mark.parametrize("label", ["Ngày nhận đơn", "Ngày tiếp"])
def test_the_day_of_something_told_is_not_the_day_of_publication(read: Reader, label: str) -> None:
    line = f"{label}: 24/5/2019"
    article = read(f"<div><p>1. Ông Lò Văn Hải</p><p>{line}</p><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert str(article.date_published) == "2023-10-02"
    assert line in article.article_body.split("\n\n")


def test_without_another_date_there_is_none() -> None:
    body = page(f"<div><p>1. Ông Lò Văn Hải</p><p>Ngày nhận đơn: 24/5/2019</p><p>{FIRST}</p><p>{SECOND}</p></div>")
    bare = body.replace('<div class="ngaydang">Ngày đăng: 02/10/2023</div>'.encode(), b"")
    assert extract(read_page(bare, URL), anonymous(URL)).date_published is None
