"""A picture between headline and text has the caption under it, and what else may stand there stays what it is."""

import pytest

from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.fields.pages import LEAD, P1, P2, TEXT, URL, page

CAPTION = "Đại biểu thăm mô hình ủ phân vi sinh từ rơm rạ"
PICTURE = '<img src="/u/a.jpg" width="600" height="400">'
CAPTIONED = {
    "one box": f"<div>{PICTURE}<p>{CAPTION}.</p></div>",
    "two boxes": f"<div>{PICTURE}</div><div>{CAPTION}</div>",
    "by class": f'<div>{PICTURE}</div><div class="img-caption">{CAPTION}.</div>',
    "behind a break": f"<div>{PICTURE}<br>{CAPTION}</div>",
    "rows of a table": f"<table><tr><td>{PICTURE}</td></tr><tr><td>{CAPTION}.</td></tr></table>",
    "repeats the alternative text": f"<div>{PICTURE.replace('>', f' alt={CAPTION!r}>')}</div><p>{CAPTION}.</p>",
    "behind the lead": f'<p class="sapo">{LEAD}</p><div>{PICTURE}</div><div>{CAPTION}</div>',
    "figure without figcaption": f"<figure>{PICTURE}<p>{CAPTION}.</p></figure>",
}
OTHERS = {
    "lead beside it": f"<div>{PICTURE}<div>{LEAD}</div></div>",
    "date": f"<div>{PICTURE}</div><div>Ngày đăng: 12/09/2023 | Lượt xem: 12</div>",
    "author": f"<div>{PICTURE}</div><div>Nguyễn Thu Hà</div>",
    "link": f'<div>{PICTURE}</div><div><a href="/tin">{CAPTION}</a></div>',
}


def read(under: str):
    return extract(read_page(page(under=under, text=TEXT), URL), anonymous(URL))


@pytest.mark.parametrize("under", CAPTIONED.values(), ids=CAPTIONED)
def test_the_caption_under_a_picture_before_the_text_is_its_own(under):
    article = read(under)
    assert [image.caption.rstrip(".") for image in article.images] == [CAPTION]
    assert [part for part in article.article_body.split("\n\n") if part != LEAD] == [P1, P2]


@pytest.mark.parametrize("under", OTHERS.values(), ids=OTHERS)
def test_what_else_stands_under_a_picture_before_the_text_is_no_caption(under):
    assert [image.caption for image in read(under).images] == [""]


IN_TEXT = f'<p>{P1}</p><p align="center"><img src="/u/a.jpg" width="600"></p><p align="center"><i>{CAPTION}</i></p><p>{P2}</p>'
AGAIN = {
    "featured, under the headline": {"under": f'<div class="post-thumbnail featured">{PICTURE}</div>'},
    "named by the head, above the headline": {"above": PICTURE, "head": '<meta property="og:image" content="/u/a.jpg">'},
}


@pytest.mark.parametrize("shown", AGAIN.values(), ids=AGAIN)
def test_a_picture_before_the_text_and_in_it_stands_once_with_its_caption(shown):
    article = extract(read_page(page(text=IN_TEXT, **shown), URL), anonymous(URL))
    assert [image.caption for image in article.images] == [CAPTION]
    assert article.article_body.split("\n\n") == [P1, P2]
