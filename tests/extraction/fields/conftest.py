"""Pages written for the tests, and the surroundings the field readers look at."""

from collections.abc import Callable

import pytest
from lxml import html

from scraper.extraction.headline import read_headline
from scraper.extraction.metadata import read_metadata
from scraper.extraction.outline import read_outline
from scraper.extraction.page import Page
from scraper.extraction.surroundings import Surroundings, select
from scraper.site import Selectors

PROSE = (
    "Sáng 14/8/2017, tại thành phố Hà Giang, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh đã tổ chức hội nghị giao ban với sự"
    " tham dự của đại diện các hội thành viên, các sở ngành liên quan và đông đảo trí thức khoa học và công nghệ."
)
"""A paragraph as articles begin with, an event's date in it."""

MORE = (
    "Phát biểu tại hội nghị, đồng chí Chủ tịch Liên hiệp hội ghi nhận những kết quả mà các hội thành viên đã đạt được trong"
    " sáu tháng đầu năm và đề nghị tiếp tục đổi mới nội dung, phương thức hoạt động trong thời gian tới."
)

Reading = Callable[..., Surroundings]


@pytest.fixture
def prose() -> str:
    return f"<p>{PROSE}</p><p>{MORE}</p>"


@pytest.fixture
def surround() -> Reading:
    """Return a function from a page's markup, and a selector of its body, to the surroundings of its article."""

    def surroundings(
        markup: str, body: str = "#text", url: str = "https://hoi.example.vn/tin/12.html", **selectors: str
    ) -> Surroundings:
        page = Page(url, html.document_fromstring(markup), "utf-8")
        outline, metadata, chosen = read_outline(page.root), read_metadata(page), Selectors(**selectors)
        headline = read_headline(page, outline, chosen, metadata)
        found = select(page.root, body)
        return Surroundings(
            page, outline, metadata, chosen, headline.element if headline else None, found[0] if found else None
        )

    return surroundings
