"""Viewers that stand beside the text show files of the article; those in other columns do not."""

import pytest

from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.fields.pages import URL, page

FILE = "https://lienhiephoi.example.vn/f/cv-12.pdf"
VIEWERS = {
    "google": f'<iframe src="https://docs.google.com/viewer?url={FILE}&amp;embedded=true"></iframe>',
    "google, no scheme": '<iframe src="//docs.google.com/gview?embedded=true&amp;url=lienhiephoi.example.vn/f/cv-12.pdf"></iframe>',
    "the file itself": '<iframe src="/f/cv-12.pdf"></iframe>',
    "fetched by a script": '<iframe src="about:blank" data-src="/f/cv-12.pdf"></iframe>',
    "embed": '<embed src="/f/cv-12.pdf" type="application/pdf">',
    "object": '<object data="/f/cv-12.pdf" type="application/pdf"><p>Không xem được</p></object>',
    "object with parameters": '<object type="application/pdf"><param name="src" value="/f/cv-12.pdf"></object>',
    "pdf.js": '<iframe src="/lib/web/viewer.html?file=../../f/cv-12.pdf#page=1"></iframe>',
    "ViewerJS": '<iframe src="/ViewerJS/#../f/cv-12.pdf"></iframe>',
    "link to a viewer": '<p><a href="/pdfjs/web/viewer.html?file=%2Ff%2Fcv-12.pdf">Xem trực tuyến</a></p>',
}


def files(**parts):
    article = extract(read_page(page(**parts), URL), anonymous(URL))
    return [(file.url.replace("http:", "https:"), file.name) for file in article.attachments]


@pytest.mark.parametrize("place", ["below", "under"])
@pytest.mark.parametrize("viewer", VIEWERS.values(), ids=VIEWERS)
def test_a_viewer_between_headline_and_text_or_behind_it_shows_an_attachment(viewer, place):
    assert files(**{place: f"<div class='xem'>{viewer}</div>"}) == [(FILE, "cv-12.pdf")]


@pytest.mark.parametrize("around", ['<div class="right">{}</div>', "<h3>Tin liên quan</h3><div>{}</div>", "<aside>{}</aside>"])
def test_a_viewer_in_another_column_or_among_other_articles_does_not(around):
    assert files(beside=around.format(VIEWERS["embed"])) == []


def test_a_video_is_no_file():
    assert files(below='<div><iframe src="https://www.youtube.com/embed/a1"></iframe></div>') == []
