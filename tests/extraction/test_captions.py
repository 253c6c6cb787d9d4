"""Captions stand in every place that editors put them, and never in the text."""

from collections.abc import Callable

import pytest

from scraper.article import Article
from scraper.extraction.pictures.pictures import real_alt

Reader = Callable[[str], Article]

FIRST = "Ngày 14/6, đoàn công tác của Hội Thủy lợi đã khảo sát hệ thống kênh nội đồng tại ba xã vùng trũng ven sông."
SECOND = "Qua khảo sát, đoàn nhận thấy nhiều đoạn kênh bị bồi lấp, lượng nước tưới không đủ cho vụ hè thu năm nay."
CAPTION = "Đoàn công tác khảo sát tuyến kênh số 3"
PICTURE = '<img src="/anh/kenh-3.jpg" alt="kenh-3" width="500" height="333">'

PLACES = {
    "figure": f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>",
    "next paragraph": f'<p style="text-align:center">{PICTURE}</p><p style="text-align:center"><em>{CAPTION}</em></p>',
    "plain next paragraph": f"<p>{PICTURE}</p><p>{CAPTION}</p>",
    "next table row": f'<table align="center"><tr><td>{PICTURE}</td></tr><tr><td align="center">{CAPTION}</td></tr></table>',
    "same cell": f"<table><tr><td>{PICTURE}<br>{CAPTION}</td></tr></table>",
    "after a break": f"<p>{PICTURE}<br>{CAPTION}</p>",
    "italics": f"<p>{PICTURE}</p><p><i>{CAPTION}</i></p>",
    "wordpress": f'<div class="wp-caption aligncenter">{PICTURE}<p class="wp-caption-text">{CAPTION}</p></div>',
    "equal to alt": f'<div><img src="/anh/kenh-3.jpg" alt="{CAPTION}"></div><div>{CAPTION}</div>',
}


@pytest.mark.parametrize("markup", PLACES.values(), ids=PLACES)
def test_a_caption_is_found_in_every_place(read: Reader, markup: str) -> None:
    article = read(f"<div><p>{FIRST}</p>{markup}<p>{SECOND}</p></div>")
    assert article.article_body.split("\n\n") == [FIRST, SECOND]
    assert [(image.url, image.caption) for image in article.images] == [
        ("http://lienhiephoi.example.vn/anh/kenh-3.jpg", CAPTION)
    ]


def test_the_paragraph_behind_a_picture_without_caption_stays_text(read: Reader) -> None:
    article = read(f"<div><p>{FIRST}</p><p>{PICTURE}</p><p>{SECOND}</p></div>")
    assert article.article_body.split("\n\n") == [FIRST, SECOND]
    assert article.images[0].caption == ""


@pytest.mark.parametrize(
    "whole",
    [
        f"<div>{FIRST}<br>{PICTURE}<br>{SECOND}<br>{FIRST.lower()}</div>",
        f"<table><tr><td>{FIRST}<br>{PICTURE}<br>{SECOND}</td></tr></table>",
        f"<div>{PICTURE}<br>{SECOND}<br>{FIRST}<br>{FIRST.lower()}</div>",
        f"<table><tr><td><p>{FIRST}</p><p>{PICTURE}</p></td></tr><tr><td><p>{SECOND}</p></td></tr></table>",
    ],
)
def test_text_that_shares_its_block_or_table_with_a_picture_stays_text(read: Reader, whole: str) -> None:
    article = read(f"<div>{whole}</div>")
    assert SECOND in article.article_body
    assert article.images[0].caption == ""


def test_a_credit_inside_the_caption_is_named(read: Reader) -> None:
    article = read(f"<div><p>{FIRST}</p><p align=center>{PICTURE}</p><p align=center><i>{CAPTION}. Ảnh: Minh Tâm</i></p></div>")
    assert article.images[0].credit == "Minh Tâm"


def test_a_credit_on_its_own_line_is_apart_from_the_caption(read: Reader) -> None:
    article = read(f"<div><p>{FIRST}</p><figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure><p>Ảnh: Minh Tâm</p></div>")
    assert (article.images[0].caption, article.images[0].credit) == (CAPTION, "Minh Tâm")


def test_the_name_under_the_last_picture_is_the_author(read: Reader) -> None:
    article = read(f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{PICTURE}</p><p align=right><b>Phạm Minh Tâm</b></p></div>")
    assert article.authors == ("Phạm Minh Tâm",)
    assert article.images[0].caption == ""


def test_lazy_pictures_have_their_real_address(read: Reader) -> None:
    lazy = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/anh/that.jpg">'
    largest = '<img srcset="/anh/nho.jpg 300w, /anh/lon.jpg 1024w">'
    article = read(f"<div><p>{FIRST}</p>{lazy}<p>{SECOND}</p>{largest}</div>")
    assert [image.url.rpartition("/")[2] for image in article.images] == ["that.jpg", "lon.jpg"]


def test_icons_banners_and_logos_are_no_pictures_of_the_article(read: Reader) -> None:
    icons = '<img src="/images/icon_print.gif"><img src="/i/pixel.png" width="1" height="1"><img src="/i/logo.png" alt="Logo">'
    assert read(f"<div><p>{FIRST}</p>{icons}<p>{SECOND}</p></div>").images == ()


def test_a_file_name_is_no_caption_and_no_text(read: Reader) -> None:
    article = read(f"<div><p>{FIRST}</p><p>{PICTURE}</p><p>kenh-3</p><p>{SECOND}</p></div>")
    assert article.article_body.split("\n\n") == [FIRST, SECOND]
    assert (article.images[0].caption, article.images[0].alt) == ("", "")


@pytest.mark.parametrize(
    "alt", ["Hoi-nghi-GBTQ-2017-1-bis", "IMG 2924", "tm-img-alt", "DSC_0815.JPG", "image001", "20190814_083012", "anh-1"]
)
def test_an_alternative_text_that_is_a_file_name_counts_as_none(alt: str) -> None:
    assert real_alt(alt) == ""


@pytest.mark.parametrize(
    "alt",
    [
        "Toàn cảnh hội nghị",
        "Đại biểu dự Đại hội lần thứ 5",
        "5 giải pháp đạt giải nhất",
        "2 năm thực hiện đề án",
        "Ông Lê Văn An phát biểu",
    ],
)
def test_an_alternative_text_in_words_is_kept(alt: str) -> None:
    assert real_alt(alt) == alt


def test_a_line_that_begins_with_a_number_stays_text_behind_a_picture(read: Reader) -> None:
    line = "25 đại biểu của các hội thành viên dự hội nghị và thảo luận tại tổ trong buổi chiều cùng ngày."
    assert line in read(f"<div><p>{FIRST}</p><p>{PICTURE}</p><p>{line}</p><p>{SECOND}</p></div>").article_body


@pytest.mark.parametrize("name", ["encounter-2019.jpg", "hoi-nghi-ban-in.jpg", "starup-day-thanh-nien-2020.jpg"])
def test_a_photo_is_kept_though_its_name_holds_the_word_of_an_icon(read: Reader, name: str) -> None:
    article = read(f"<div><p>{FIRST}</p><p><img src='/anh/{name}' width=600 height=400></p><p>{SECOND}</p></div>")
    assert [image.url.rpartition("/")[2] for image in article.images] == [name]


def test_an_alternative_text_that_repeats_the_name_of_the_file_counts_as_none(read: Reader) -> None:
    article = read(
        f"<div><p>{FIRST}</p><p><img src='/anh/Hoi%20nghi%20TK%202022.jpg' alt='Hoi nghi TK 2022'></p><p>{SECOND}</p></div>"
    )
    assert article.images[0].alt == ""
