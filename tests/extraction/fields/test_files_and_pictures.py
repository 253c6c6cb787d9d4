"""Files and pictures as systems offer and show them, and pictures shown twice."""

import pytest

from scraper.article import Article
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.fields.pages import P1, P2, TEXT, URL, page


def read(markup: bytes) -> Article:
    return extract(read_page(markup, URL), anonymous(URL))


FILES = {
    '<a href="https://drive.google.com/file/d/1AbC/view">Toàn văn</a>': ("https://drive.google.com/file/d/1AbC/view", "Toàn văn"),
    '<iframe src="https://drive.google.com/file/d/1AbC/preview"></iframe><a href="https://drive.google.com/file/d/1AbC/view">Tệp</a>': (
        "https://drive.google.com/file/d/1AbC/view",
        "drive.google.com",
    ),
    '<a href="/vb/view?id=77">KH_15_2020.pdf</a>': ("https://lienhiephoi.example.vn/vb/view?id=77", "KH_15_2020.pdf"),
    "<a onclick=\"downloadFile('60dc','../../f/592.pdf')\">Tải xuống</a>": ("https://lienhiephoi.example.vn/f/592.pdf", "592.pdf"),
}  # fmt: skip


@pytest.mark.parametrize(("link", "file"), FILES.items())
def test_files_are_told_by_their_host_their_printed_name_or_a_script(link, file):
    (found,) = read(page(text=f"{TEXT}<p>{link}</p>")).attachments
    assert (found.url, found.name) == file


@pytest.mark.parametrize("beside", ['<div class="right"><a href="/up/lich.pdf">Lịch công tác</a></div>'])
def test_a_file_in_the_column_beside_the_text_is_not_the_articles(beside):
    assert read(page(beside=beside)).attachments == ()


NEWS = (
    "Hội nghị tổng kết phong trào thi đua khối các hội thành viên",
    "Lễ trao giải hội thi sáng tạo kỹ thuật toàn tỉnh lần thứ chín",
)
LISTS = {
    "li": "<li><a href='/t'>{}</a> <span>(05/08/2019)</span></li>",
    "dash": "<li><a href='/t'>{}</a> - 05/08/2019</li>",
    "day first": "<li>05/08/2019: <a href='/t'>{}</a></li>",
    "square brackets": "<li>[05/08/2019] <a href='/t'>{}</a></li>",
    "table": "<tr><td><a href='/t'>{}</a></td><td>05/08/2019</td></tr>",
    "lines": "<div><a href='/t'>{}</a></div><div>05/08/2019</div>",
}


@pytest.mark.parametrize("entry", LISTS.values(), ids=LISTS)
def test_a_list_of_other_news_is_not_the_text_of_an_article_that_is_a_file(entry):
    entries = "".join(entry.format(title) for title in NEWS)
    listed = f"<table>{entries}</table>" if "<tr>" in entry else f"<ul>{entries}</ul>"
    article = read(page(text="<p><a href='/up/KH-4.pdf'>KH-4.pdf</a></p>", below=listed))
    assert (article.article_body, [file.name for file in article.attachments]) == ("", ["KH-4.pdf"])


SOURCES = {
    "noscript": '<img src="data:image/gif;base64,R0lGODlhAQAB"><noscript><img src="/u/a.jpg"></noscript>',
    "picture": '<picture><source srcset="/u/a-300.jpg 300w, /u/a.jpg 900w"><img src="/images/blank.gif"></picture>',
    "srcset": '<img src="data:image/gif;base64,R0lGODlhAQAB" data-srcset="/u/a-480.jpg 480w, /u/a.jpg 1200w">',
    "one script's own": '<img src="/images/loading.gif" data-ezsrc="/u/a.jpg">',
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_the_address_of_a_picture_that_a_script_fetches(source):
    (image,) = read(page(text=f"<p>{P1}</p><p>{source}</p><p>{P2}</p>")).images
    assert image.url == "https://lienhiephoi.example.vn/u/a.jpg"


def shown(url: str, caption: str = "") -> str:
    return f'<p align="center"><img src="/u/{url}" width="400"></p>' + (
        f'<p align="center"><i>{caption}</i></p>' if caption else ""
    )


TWICE = {
    "the caption comes second": (shown("a.jpg"), shown("a.jpg", "Chủ tọa"), [("a.jpg", "Chủ tọa")]),
    "the same caption twice": (shown("a.jpg", "Chủ tọa"), shown("a.jpg", "Chủ tọa"), [("a.jpg", "Chủ tọa")]),
    "two captions": (shown("a.jpg", "Chủ tọa"), shown("a.jpg", "Quang cảnh"), [("a.jpg", "Chủ tọa"), ("a.jpg", "Quang cảnh")]),
}


@pytest.mark.parametrize(("first", "second", "pictures"), TWICE.values(), ids=TWICE)
def test_a_picture_shown_twice_keeps_its_captions(first, second, pictures):
    images = read(page(text=f"<p>{P1}</p>{first}<p>{P2}</p>{second}<p>{P1} Hội thảo kết thúc.</p>")).images
    assert [(image.url.rsplit("/", 1)[-1], image.caption) for image in images] == pictures


def test_a_picture_over_the_text_takes_the_caption_it_has_in_the_text():
    (image,) = read(
        page(under='<div><img src="/u/a.jpg"></div>', text=f"<p>{P1}</p>{shown('a.jpg', 'Chủ tọa')}<p>{P2}</p>")
    ).images
    assert image.caption == "Chủ tọa"


SHARED = {
    "a row": "<table><tr><td><img src='/u/a.jpg'></td><td><img src='/u/b.jpg'></td></tr><tr><td colspan=2>Hai tổ thảo luận</td></tr></table>",
    "a block": "<p align='center'><img src='/u/a.jpg'><br><img src='/u/b.jpg'></p><p align='center'><em>Hai tổ thảo luận</em></p>",
}


@pytest.mark.parametrize("pair", SHARED.values(), ids=SHARED)
def test_pictures_side_by_side_share_their_caption(pair):
    images = read(page(text=f"<p>{P1}</p>{pair}<p>{P2}</p>")).images
    assert [image.caption for image in images] == ["Hai tổ thảo luận"] * 2


def test_a_marked_caption_may_stand_before_the_picture_in_its_box():
    box = '<div><p class="image-caption">Nông dân thu gom rơm</p><img src="/u/a.jpg"></div>'
    (image,) = read(page(text=f"<p>{P1}</p>{box}<p>{P2}</p>")).images
    assert image.caption == "Nông dân thu gom rơm"


def test_the_code_of_another_system_around_a_picture_is_no_text():
    code = '<p>[caption id="a_5" align="center"]<img src="/u/a.jpg" width="600"> Nông dân thu gom rơm[/caption]</p>'
    article = read(page(text=f"<p>{P1}</p>{code}<p>{P2}</p>"))
    assert ([image.caption for image in article.images], article.article_body) == (["Nông dân thu gom rơm"], f"{P1}\n\n{P2}")


def test_a_rule_is_no_picture():
    assert read(page(text=f'<p>{P1}</p><p><img src="/u/ke.gif" width="500" height="2"></p><p>{P2}</p>')).images == ()
