"""Pages without an article of their own are refused, and say what they are."""

import re
from pathlib import Path

import pytest

from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.shell import page

HOST = "http://lienhiephoi.example.vn"
TEXT = (
    "Hội nghị đã nghe báo cáo kết quả hoạt động của các hội thành viên trong sáu tháng đầu năm và bàn nhiệm vụ thời gian tới. "
)

PAGES = Path(__file__).parent / "kinds"
"""One small page a file, in the folder of what it is; its first line gives its path, and all but whole pages stand in a frame."""

FRAME = (PAGES / "frame.html").read_text()
NAMES = re.compile(r"\s(?:class|id)=\"[^\"]*\"")
BY_CLASS = frozenset({"wordpress-page"})
"""Pages that nothing but a class tells from articles."""


def path_and_page(file: Path) -> tuple[str, str]:
    """Return the path of the page in ``file`` and the whole page, its title in the head."""
    first, _, content = file.read_text().partition("\n")
    path = first.removeprefix("<!-- ").removesuffix(" -->")
    if content.lower().startswith(("<!doctype", "<html", "<br")):
        return path, content
    title = re.match(r"<title>.*?</title>", content)
    inside = content[title.end() :] if title else content
    frame = re.sub(r"<title>.*?</title>", title[0], FRAME) if title else FRAME
    return path, frame.replace("<!-- page -->", inside)


def kind_of(path: str, content: str) -> str:
    """Return the reason a page is refused for, ``article`` where it is none."""
    try:
        extract(read_page(content.encode(), HOST + path), anonymous(HOST))
    except NotAnArticle as refusal:
        return refusal.reason
    return "article"


@pytest.mark.parametrize("file", sorted(PAGES.glob("*/*.html")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_page_is_taken_for_what_it_is(file: Path) -> None:
    path, content = path_and_page(file)
    assert kind_of(path, content) == file.parent.name


@pytest.mark.parametrize("file", sorted(PAGES.glob("*/*.html")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_page_is_taken_for_what_it_is_without_classes(file: Path) -> None:
    path, content = path_and_page(file)
    assert kind_of(path, NAMES.sub("", content)) == ("article" if file.stem in BY_CLASS else file.parent.name)


def reason(body: str | bytes, path: str = "/noi-dung-trang") -> str:
    content = body.encode() if isinstance(body, str) else body
    with pytest.raises(NotAnArticle) as refusal:
        extract(read_page(content, HOST + path), anonymous(HOST))
    return refusal.value.reason


def item(number: int, text: str = TEXT) -> str:
    title = f"<h3><a href='/tin-{number}.html'>Hội nghị giao ban các hội lần thứ {number}</a></h3>"
    return f"<div class='item'>{title}<p>{text}</p></div>"


def test_a_list_of_titles_with_leads_is_a_listing() -> None:
    items = "".join(map(item, range(1, 9)))
    assert reason(f"<title>Tin tức</title><body><h1>Tin tức</h1><div>{items}</div>") == "listing"


def test_a_list_with_several_full_texts_is_a_listing() -> None:
    items = "".join(item(number, TEXT * 6) for number in range(1, 4))
    assert reason(f"<title>Tin tức</title><body><h1>Chuyên mục: Tin tức</h1><div>{items}</div>") == "listing"


@pytest.mark.parametrize("path", ["/", "", "/chuyen-muc/tin-tuc/", "/tin-tuc/page/2/", "/tu-khoa/thuy-loi/", "/2023/05/"])
def test_the_address_of_a_list_is_enough(path: str) -> None:
    assert reason(page(f"<p>{TEXT * 5}</p>"), path) in {"home", "listing"}


def test_a_search_is_refused() -> None:
    assert reason(page(f"<p>{TEXT * 5}</p>"), "/?s=thuy+loi") == "search"


def test_the_print_twin_is_refused() -> None:
    assert reason(page(f"<p>{TEXT * 5}</p>"), "/print/tin-tuc/hoi-nghi-7.html") == "print"


def test_an_error_page_with_status_200_is_refused() -> None:
    assert (
        reason("<title>404 Not Found</title><body><h1>404 - Không tìm thấy trang</h1><p>Trang bạn yêu cầu không tồn tại.</p>")
        == "error"
    )


def test_numbers_in_a_title_are_no_error(read: object) -> None:
    content = page(f"<p>{TEXT}</p><p>{TEXT}</p>", "Quy hoạch chi tiết tỷ lệ 1/500 khu dân cư số 2")
    assert extract(read_page(content, f"{HOST}/quy-hoach"), anonymous(HOST)).headline.startswith("Quy hoạch")


def test_a_login_page_is_refused() -> None:
    assert reason("<title>Hệ thống</title><body><h1>Thành viên</h1><form><input name=u><input type=password></form>") == "login"


def test_a_guard_is_refused() -> None:
    assert (
        reason("<title>Just a moment...</title><body><h1>Checking your browser before accessing</h1><p>Vui lòng chờ.</p>")
        == "challenge"
    )


def test_a_parked_domain_is_refused() -> None:
    assert (
        reason("<title>lienhiephoi.example.vn</title><body><h1>Thông báo</h1><p>This domain may be for sale.</p>") == "parked"
    )


def test_a_program_without_text_is_refused() -> None:
    assert reason("<title>Tin tức</title><body><div id=root></div><script src=/app.js></script>") == "shell"


def test_a_page_with_nothing_under_its_headline_is_refused() -> None:
    assert reason(page("")) == "empty"


def test_a_notice_with_nothing_but_a_file_is_an_article() -> None:
    content = page(
        "<p><a href='/tep/ke-hoach-12.pdf'>Kế hoạch 12</a></p>", "Kế hoạch tổ chức hội thi sáng tạo kỹ thuật năm nay"
    )
    article = extract(read_page(content, f"{HOST}/ke-hoach"), anonymous(HOST))
    assert [file.url for file in article.attachments] == [f"{HOST}/tep/ke-hoach-12.pdf"]


def test_titles_of_other_articles_are_never_the_text_of_a_notice() -> None:
    others = "".join(
        f"<li>Thông báo số {n} về việc tổ chức hội thi của các hội thành viên (0{n}/08/2023)</li>" for n in range(1, 7)
    )
    content = page(f"<p><a href='/tep/ke-hoach-12.pdf'>Kế hoạch 12</a></p><div><ul>{others}</ul></div>")
    assert extract(read_page(content, f"{HOST}/ke-hoach"), anonymous(HOST)).article_body == ""


def test_a_notice_is_read_though_all_of_the_page_stands_in_a_widget() -> None:
    inside = (
        "<h1>Lịch tiếp công dân quý ba của Liên hiệp Hội</h1><p>Xem lịch kèm theo</p><p><a href='/tep/lich.pdf'>Lịch</a></p>"
    )
    content = f"<title>Lịch tiếp công dân</title><body><div class='main-widget'>{inside}</div>".encode()
    article = extract(read_page(content, f"{HOST}/lich-tiep"), anonymous(HOST))
    assert article.article_body == "Xem lịch kèm theo"


def test_the_foot_of_the_page_is_never_the_text() -> None:
    content = page("<p><img src='/anh/hoi-thi.jpg' width=600 height=400></p>", "Chùm ảnh hội thi sáng tạo kỹ thuật của tỉnh")
    article = extract(read_page(content, f"{HOST}/chum-anh"), anonymous(HOST))
    assert (article.article_body, len(article.images)) == ("", 1)
