"""A doubt stands where a reading is likely wrong, and on no page that was read well."""

import pytest

from scraper import demo as demonstration
from scraper.article import ReadBy
from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.extraction.doubts import DOUBTS
from scraper.site import anonymous
from tests.evidence.test_evidence import LAST, MORE, TEXT, pages_in
from tests.extraction.shell import HEADLINE, URL, page

NUMBERED = "http://lienhiephoi.example.vn/tin.aspx?id=127"
H1 = f"<h1>{HEADLINE}</h1>"
BODY = f"<div>{TEXT}{MORE}{LAST}{TEXT.replace('30/9', '1/10')}{MORE.replace('mười', 'hai mươi')}</div>"


def doubts(body=BODY, headline=HEADLINE, url=URL, **replaced):
    text = page(body, headline).decode()
    for old, new in replaced.get("swap", {}).items():
        assert old in text
        text = text.replace(old, new)
    return extract(read_page(text.encode(), url), anonymous(url)).read_by.doubts


def test_a_page_that_is_read_well_has_none():
    assert doubts() == ()
    assert doubts(url=NUMBERED) == ()


def test_a_headline_that_is_not_printed():
    assert doubts(BODY * 2, swap={H1: ""}) == ("headline-unprinted",)


def test_a_headline_that_nothing_marks():
    bare = {H1: f"<div>{HEADLINE}</div>", f"<title>{HEADLINE} - Liên hiệp Hội</title>": ""}
    assert "headline-guessed" in doubts(swap=bare, url=NUMBERED)


STRANGE = "Đại biểu thăm gian hàng nông sản sạch"


@pytest.mark.parametrize(
    ("headline", "url", "expected"),
    [
        (STRANGE, URL, ("headline-unlike",)),
        (STRANGE, NUMBERED, ()),
        (STRANGE, "http://lienhiephoi.example.vn/Pages/tin-tuc-chi-tiet-cua-hoi.aspx?ItemID=355", ()),
        (STRANGE, "http://lienhiephoi.example.vn/chi-tiet-tin-tuc/355", ()),
        (f"{STRANGE}.", NUMBERED, ("headline-sentence",)),
        (f"{STRANGE}.", URL, ("headline-sentence", "headline-unlike")),
        (f"{HEADLINE}.", URL, ()),
        (f"{STRANGE}...", NUMBERED, ()),
    ],
)
def test_a_headline_that_the_page_states_otherwise(headline, url, expected):
    assert doubts(swap={H1: f"<h1>{headline}</h1>"}, url=url) == expected


@pytest.mark.parametrize("line", ["Nguồn: Báo Nhân Dân", "Ý kiến bạn đọc", "Tin, ảnh: Trần Quốc Tuấn", "Ảnh: Thu Hà"])
def test_a_line_in_the_text_that_stands_beside_texts(line):
    assert doubts(BODY.replace(MORE, f"{MORE}<p>{line}</p>")) == ("label-in-text",)


def test_a_telephone_number_in_a_notice_is_none():
    assert doubts(f"<div>{TEXT}{MORE}<p>Điện thoại: 0123 456 789</p>{LAST}</div>") == ()


LONG = TEXT.replace("năm qua.", "năm qua, có góp ý cho mười hai dự thảo về quy hoạch.")
DATE = '<div class="ngaydang">Ngày đăng: 02/10/2023</div>'


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("", ()), ("<p>02/10/2023 09:12</p>", ("date-unread",)), ("<p>Ngày ban hành: 02/10/2023</p>", ())],
)
def test_a_date_that_stands_near_and_was_not_read(behind, expected):
    body = f"<div>{LONG}{LONG.replace('30', '29')}{LONG.replace('mười', 'hai mươi')}</div>{behind}"
    assert doubts(body, swap={DATE: ""}) == expected


def test_hardly_any_page_of_the_demo_is_doubtful():
    found = []
    for one in pages_in(demonstration.recordings()):
        try:
            found.append(extract(one, anonymous(one.url)).read_by.doubts)
        except NotAnArticle:
            continue
    assert len(found) > 50
    assert not any(found)


def test_every_doubt_is_described_with_the_field():
    said = ReadBy.model_fields["doubts"].description
    assert [doubt for doubt in DOUBTS if f"``{doubt}``" not in said] == []
    assert all(meaning for _, meaning in DOUBTS.values())
