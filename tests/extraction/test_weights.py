"""What counts as running text."""

import pytest

from scraper.extraction.outline import Line, read_outline
from scraper.extraction.page import read_page
from scraper.extraction.weights import is_sentence


def line(markup: str) -> Line:
    return read_outline(read_page(f"<body>{markup}".encode(), "http://a.example.vn/").root).lines[0]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Hội nghị đã nghe báo cáo kết quả hoạt động trong sáu tháng đầu năm.</p>",
        "<p>Hội nghị kết thúc trong không khí thân mật, các đại biểu chụp ảnh lưu niệm và hẹn gặp lại ở kỳ họp sau tại thành phố bên "
        "sông Hậu</p>",
    ],
)
def test_running_text_is_long_or_ends_like_a_sentence(markup: str) -> None:
    assert is_sentence(line(markup))


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Thông báo</p>",
        "<p>Hội thảo về ứng dụng công nghệ sinh học trong nuôi trồng thủy sản của tỉnh (05/11/2018)</p>",
        "<p><a href='/a'>Hội nghị đã nghe báo cáo kết quả hoạt động trong sáu tháng đầu năm.</a></p>",
    ],
)
def test_labels_links_and_dated_titles_are_no_running_text(markup: str) -> None:
    assert not is_sentence(line(markup))
