"""The evidence shows what the extraction did: its text is the record's, and no printed line is missing."""

from collections import Counter

import pytest

from scraper import demo as demonstration
from scraper.captures import read_captures
from scraper.cases import load_case
from scraper.errors import NotAnArticle
from scraper.evidence import Part, Zone, explain
from scraper.evidence.alignment import compact
from scraper.extraction import extract, read_page
from scraper.extraction.kinds.kind import READERS
from scraper.extraction.outline import read_outline
from scraper.site import anonymous
from tests.conftest import ROOT
from tests.extraction.shell import URL, page

TEXT = (
    "<p>Sáng ngày 30/9, tại hội trường trung tâm, Liên hiệp Hội tỉnh đã tổ chức hội nghị tổng kết công tác tư vấn năm qua.</p>"
)
MORE = "<p>Theo báo cáo, trong năm các hội thành viên đã góp ý cho mười hai dự thảo, trong đó có quy hoạch thủy lợi hạ lưu.</p>"
LAST = "<p>Phát biểu kết luận, chủ tịch Liên hiệp Hội đề nghị các hội chủ động đăng ký chuyên đề ngay từ quý đầu năm tới.</p>"


def pages_in(recordings):
    """The HTML pages of recordings that can be read at all."""
    for path in recordings:
        for captured in read_captures(path):
            if captured.status == 200 and "html" in (captured.content_type or ""):
                try:
                    yield read_page(captured.body, captured.url, captured.content_type)
                except NotAnArticle:
                    continue


def letters(texts):
    return Counter(compact("".join(texts)))


def check(found, record):
    evidence = explain(found, anonymous(found.url))
    if record is None:
        assert evidence.article is None, found.url
        return
    assert evidence.article == record, found.url
    assert evidence.text == record.article_body, found.url
    printed = letters(line.text for line in read_outline(found.root).lines)
    missing = printed - letters(entry.text for entry in evidence.entries if not entry.is_address)
    assert not missing, (found.url, missing)


def record_on(found):
    try:
        return extract(found, anonymous(found.url))
    except NotAnArticle:
        return None


def test_the_evidence_of_every_demo_page_is_its_record():
    for found in pages_in(demonstration.recordings()):
        check(found, record_on(found))


@pytest.mark.parametrize("path", sorted((ROOT / "tests/pages").glob("*.html")), ids=lambda path: path.stem)
def test_the_evidence_of_every_saved_page_is_its_record(path):
    case = load_case(path)
    found = read_page(path.read_bytes(), case.url, case.content_type)
    check(found, record_on(found))


def test_the_evidence_of_every_labelled_page_is_its_record(shared):
    for found in pages_in([shared / "gold" / "pages.warc.gz", shared / "gold" / "notice" / "notice.warc.gz"]):
        check(found, record_on(found))


@pytest.fixture
def became():
    """What became of the lines of a text: each line to its part, reason and zone."""

    def read(body):
        evidence = explain(read_page(page(body), URL), anonymous(URL))
        assert evidence.text == evidence.article.article_body
        return {entry.text: (entry.part, entry.why, entry.zone) for entry in evidence.entries}

    return read


LINES = {
    "<p><a href='/c-3.html'>Khai mạc triển lãm sản phẩm khoa học của tỉnh</a></p>": (Part.LEFT_OUT, "link to another page"),
    "<p>IMG_2924.JPG</p>": (Part.LEFT_OUT, "file name of a picture"),
    "<p>Lượt xem: 1.204</p>": (Part.LEFT_OUT, "button, counter or notice of the site"),
    "<form>Họ và tên của bạn</form>": (Part.LEFT_OUT, "in a control of the page: form"),
    "<div class='related'><a href='/b-2.html'>Trao giải cuộc thi sáng tạo</a></div>": (
        Part.LEFT_OUT,
        "in a box beside the text: div.related",
    ),
    "<h3>Kết quả tư vấn</h3>": (Part.HEADING, "body by density"),
    "<ul><li>Góp ý cho dự thảo quy hoạch.</li></ul>": (Part.ITEM, "body by density"),
    "<table border=1><tr><td>Giải</td><td>Số lượng</td></tr><tr><td>Nhất</td><td>2</td></tr></table>": (
        Part.TABLE,
        "body by density",
    ),
    "<p style='display:none'>Đoạn này không hiện ra.</p>": None,
}


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=range(len(LINES)))
def test_a_line_inside_the_text_says_what_it_was_taken_as(became, line, expected):
    plain = set(became(f"<div>{TEXT}{MORE}{LAST}</div>"))
    found = [entry[:2] for text, entry in became(f"<div>{TEXT}{line}{MORE}{LAST}</div>").items() if text not in plain]
    assert found == ([expected] if expected else [])


def test_captions_names_and_credits_are_told_apart(became):
    picture = "<figure><img src='/anh/hoi-nghi.jpg'><figcaption>Quang cảnh buổi làm việc</figcaption></figure>"
    found = became(f"<div>{TEXT}{picture}{MORE}{LAST}<p>Tin, ảnh: Trần Quốc Tuấn</p><p>Nguồn: vusta.vn</p></div>")
    assert found["Quang cảnh buổi làm việc"][:2] == (Part.CAPTION, "stands with its picture")
    assert found["Tin, ảnh: Trần Quốc Tuấn"][:2] == (Part.BYLINE, "authors by label")
    assert found["Nguồn: vusta.vn"][:2] == (Part.SOURCE, "source by label")
    assert found["Ngày đăng: 02/10/2023"][:2] == (Part.DATE, "date_published by label")
    assert found["http://lienhiephoi.example.vn/anh/hoi-nghi.jpg"][0] is Part.PICTURE
    assert found["http://lienhiephoi.example.vn/banner.png"][0] is Part.LEFT_OUT
    assert found["Trang chủ"][2] is Zone.ABOVE


def test_what_stands_behind_the_end_is_said_to(became):
    others = "".join(
        f"<li><a href='/d-{n}.html'>Hội viên tiêu biểu số {n} của tỉnh</a> (0{n}/09/2023)</li>" for n in range(1, 5)
    )
    found = became(f"<div>{TEXT}{MORE}{LAST}<p>Các tin khác</p><ul>{others}</ul></div>")
    assert found["Các tin khác"][:2] == (Part.LEFT_OUT, "heads a list of other articles")
    assert found["Hội viên tiêu biểu số 3 của tỉnh (03/09/2023)"][0] is Part.LEFT_OUT


def test_a_page_without_an_article_names_the_rule():
    address = "http://lienhiephoi.example.vn/tin-tuc/page/2/"
    found = explain(read_page(page(TEXT), address), anonymous(address))
    assert (found.verdict.reason, found.verdict.rule) == ("listing", "address")
    body = page(TEXT, headline="404 Not Found").replace(TEXT.encode(), b"<p>Kh\xc3\xb4ng c\xc3\xb3.</p>")
    found = explain(read_page(body, URL), anonymous(URL))
    assert found.verdict.reason == "error"
    assert found.verdict.rule == "stand_in"
    assert "404 Not Found" in [entry.text for entry in found.entries]


def test_every_rule_says_what_it_looks_for():
    assert all(reader.__doc__ for reader in READERS)
