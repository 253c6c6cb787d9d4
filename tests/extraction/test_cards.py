"""Cards of other articles behind the text of one, in markup that no class names."""

import pytest

from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.shell import URL, page

TEXT = (
    "Sáng 2/10, Liên hiệp Hội tỉnh tổng kết công tác tư vấn, phản biện và giám định xã hội với sự tham dự của mười hội thành viên.",
    "Trong năm, các hội đồng đã phản biện tám đề án; mười bốn kiến nghị được cơ quan soạn thảo tiếp thu một phần hoặc toàn bộ.",
)
CARDS = (
    ("Tập huấn kỹ thuật trồng nấm cho hội viên", "Lớp tập huấn kéo dài ba ngày với bốn mươi học viên là nông dân trong xã."),
    ("Trao giải hội thi sáng tạo kỹ thuật tỉnh", "Có mười bảy giải pháp được trao giải, trong đó hai giải nhất về cơ khí."),
    ("Ra mắt câu lạc bộ nhà khoa học trẻ", "Câu lạc bộ có ba mươi thành viên đầu tiên đang công tác tại các trường."),
)
MARKUPS = {
    "boxes": '<div><a href="{url}"><img src="/a.jpg"></a><h3><a href="{url}">{title}</a></h3><p>{lead}</p></div>',
    "pictured links": '<div><a href="{url}"><img src="/a.jpg"><div>{title}</div></a></div>',
    "dated titles": '<div><a href="{url}">{title}</a><br>04/09/2023</div>',
    "rows of a table": '<tr><td><a href="{url}"><img src="/a.jpg"></a></td><td><a href="{url}">{title}</a><br>{lead}</td></tr>',
    "leads beside": '<p><a href="{url}">{title}</a> (04/09/2023)</p><p>{lead}</p>',
}

UNPICTURED = '<tr><td><a href="{url}">{title}</a></td><td><p>{lead}</p></td></tr>'


def read(behind):
    body = f"<div>{''.join(f'<p>{paragraph}</p>' for paragraph in TEXT)}{behind}</div>"
    return extract(read_page(page(body), URL, "text/html"), anonymous(URL))


def written(markup, cards=CARDS, addresses="/tin-tuc/{number}.html"):
    return "".join(
        markup.format(title=title, lead=lead, url=addresses.format(number=number)) for number, (title, lead) in enumerate(cards)
    )


@pytest.mark.parametrize("markup", MARKUPS.values(), ids=list(MARKUPS))
def test_cards_behind_the_text_are_no_part_of_it(markup):
    row = "table" if "<tr" in markup else "div"
    article = read(f"<{row}>{written(markup)}</{row}>")
    assert article.article_body.split("\n\n") == list(TEXT)
    assert article.images == ()


def test_two_pictures_that_lead_where_their_titles_do_are_cards():
    assert read(f"<div>{written(MARKUPS['boxes'], CARDS[:2])}</div>").images == ()


def test_a_table_of_files_is_no_row_of_cards():
    article = read(f"<table>{written(UNPICTURED, addresses='/van-ban/{number}.pdf')}</table>")
    assert [attachment.url.rsplit("/", 1)[1] for attachment in article.attachments] == ["0.pdf", "1.pdf", "2.pdf"]
    assert CARDS[0][1] in article.article_body


def test_parts_of_the_page_itself_are_no_cards():
    assert CARDS[0][1] in read(f"<table>{written(UNPICTURED, addresses='#phan-{number}')}</table>").article_body


def test_titles_of_other_sites_are_no_cards():
    row = written(UNPICTURED, addresses="https://kyyeu.example/{number}.html")
    assert CARDS[0][1] in read(f"<table>{row}</table>").article_body
