"""Behind "Ảnh:" stands who took a picture or what it shows; only the first is a credit."""

import pytest

from tests.extraction.test_captions import FIRST, PICTURE, SECOND, Reader

NAMES = ("Trần Quốc Tuấn", "TTXVN", "internet", "Minh Khôi - Thu Hà", "VGP/Nhật Bắc", "Nhân vật cung cấp", "Chụp từ màn hình")
SCENES = (
    "Ảnh: Quang cảnh hội nghị giao ban",
    "Ảnh: Nông dân xã An Lạc gặt lúa bằng máy",
    "Ảnh: Chủ tịch UBND tỉnh Lê Văn An trao Bằng khen",
    "Hình: Gian hàng sản phẩm của huyện thu hút đông đảo khách tham quan trong ngày khai mạc.",
    "Trong ảnh: Bác sĩ Lê Thị Na.",
)


def shown(read: Reader, line: str) -> tuple[str, str]:
    article = read(f'<div><p>{FIRST}</p><p align="center">{PICTURE}</p><p align="center">{line}</p><p>{SECOND}</p></div>')
    assert article.article_body.split("\n\n") == [FIRST, SECOND]
    return article.images[0].caption, article.images[0].credit


@pytest.mark.parametrize("name", NAMES)
def test_a_name_behind_the_label_is_the_credit(read: Reader, name: str) -> None:
    assert shown(read, f"Ảnh: {name}") == ("", name)


@pytest.mark.parametrize("line", SCENES)
def test_a_sentence_behind_the_label_is_the_caption(read: Reader, line: str) -> None:
    assert shown(read, line) == (line, "")


def test_a_caption_may_begin_with_a_label_and_end_with_the_credit(read: Reader) -> None:
    line = "Trong ảnh: Đoạn kênh đã nạo vét. Ảnh: Minh Tâm – TTXVN"
    assert shown(read, line) == (line, "Minh Tâm – TTXVN")
