"""Files that come with an article, however a system hands them out."""

import pytest

from scraper.extraction.fields.attachments import media_type, read_attachments

WORD = "application/msword"
PDF = "application/pdf"


def page(text="", below="", beside=""):
    return f"""<html><body><h1>Thông báo tuyển chọn nhiệm vụ khoa học</h1><div id="text">{text}</div>{below}
      <div class="other-news"><h3>Các tin khác</h3><ul><li><a href="/van-ban/cu.pdf">Văn bản cũ</a></li></ul></div>
      {beside}</body></html>"""


@pytest.mark.parametrize(
    ("link", "url", "name", "kind"),
    [
        ("<a href='/upload/Mẫu số 1.doc'>Mẫu số 1</a>", "/upload/M%E1%BA%ABu%20s%E1%BB%91%201.doc", "Mẫu số 1", WORD),
        ("<a href='../files/TB-12.PDF?v=2'>TB-12.PDF</a>", "/files/TB-12.PDF?v=2", "TB-12.PDF", PDF),
        (
            "<a href='/tin/12.html?download=1&amp;id=0'>Tập tin 1: The-le.pdf</a>",
            "/tin/12.html?download=1&id=0",
            "The-le.pdf",
            PDF,
        ),
        (
            "<a href='/LinkClick.aspx?fileticket=Ab1&amp;tabid=3'>Thể lệ</a>",
            "/LinkClick.aspx?fileticket=Ab1&tabid=3",
            "Thể lệ",
            None,
        ),
        ("<a href='/documents/10180/2345/KH.pdf/9f1c'>Kế hoạch</a>", "/documents/10180/2345/KH.pdf/9f1c", "Kế hoạch", PDF),
        ("<a href='/download/the-le-hoi-thi'>Thể lệ hội thi</a>", "/download/the-le-hoi-thi", "Thể lệ hội thi", None),
        ("<a href='/f/CV-5.docx'>Tải về tại đây</a>", "/f/CV-5.docx", "CV-5.docx", media_type("a.docx")),
        (
            "<iframe src='https://docs.google.com/viewer?url=https%3A%2F%2Fhoi.example.vn%2Ff%2FQD.pdf&amp;embedded=true'></iframe>",
            "/f/QD.pdf",
            "QD.pdf",
            PDF,
        ),
        ("<a href='#' onclick=\"window.open('/f/QD-7.pdf')\">Xem văn bản</a>", "/f/QD-7.pdf", "QD-7.pdf", PDF),
        ("<embed src='/f/Lich.xls'>", "/f/Lich.xls", "Lich.xls", "application/vnd.ms-excel"),
        ("<a href='/f/anh.rar'>Ảnh hội nghị</a>", "/f/anh.rar", "Ảnh hội nghị", "application/vnd.rar"),
    ],
)
def test_a_file_in_the_text_is_an_attachment(surround, prose, link, url, name, kind):
    (found,) = read_attachments(surround(page(text=f"{prose}<p>{link}</p>"))).value
    assert (found.url, found.name, found.media_type) == ("https://hoi.example.vn" + url, name, kind)


def test_files_right_behind_the_text_come_with_it_once_each(surround, prose):
    links = (("/f/1.pdf", "Quyết định"), ("/f/2.xls", "Biểu"), ("/f/1.pdf", "Tải về"))
    items = "".join(f"<li><a href='{href}'>{name}</a></li>" for href, name in links)
    below = f"<p>File đính kèm:</p><ul class='files'>{items}</ul>"
    found = read_attachments(surround(page(text=prose, below=below))).value
    assert [(file.name, file.url) for file in found] == [
        ("Quyết định", "https://hoi.example.vn/f/1.pdf"),
        ("Biểu", "https://hoi.example.vn/f/2.xls"),
    ]


def test_a_name_given_by_a_second_link_to_the_file_wins_over_the_name_of_the_file(surround, prose):
    links = "<a href='/f/1.pdf'>Tải về</a> <a href='/f/1.pdf'>Quyết định khen thưởng</a>"
    assert [file.name for file in read_attachments(surround(page(text=prose + links))).value] == ["Quyết định khen thưởng"]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/tin/13.html'>Tin khác</a>",
        "<a href='/anh/1.jpg'>Ảnh</a>",
        "<a href='mailto:a@hoi.example.vn'>Thư</a>",
        "<a href='javascript:void(0)'>In</a>",
        "<a>Trống</a>",
    ],
)
def test_other_links_are_no_attachments(surround, prose, link):
    assert read_attachments(surround(page(text=f"{prose}<p>{link}</p>"))) is None


def test_files_of_other_articles_are_left_alone(surround, prose):
    assert (
        read_attachments(surround(page(text=prose, beside="<div class='footer'><a href='/huong-dan.pdf'>Hướng dẫn</a></div>")))
        is None
    )


def test_the_selector_of_the_definition_wins(surround, prose):
    around = surround(page(text=f"{prose}<a href='/f/1.pdf'>Một</a><a class='x' href='/f/2.pdf'>Hai</a>"), attachments=".x")
    found = read_attachments(around)
    assert ([file.name for file in found.value], found.reader) == (["Hai"], "selector")
