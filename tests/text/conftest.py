"""Sentences, and the means to spoil them as the web does."""

import pytest

from scraper.text import legacy
from scraper.text.characters import CP1252

SENTENCES = (
    "Sáng nay, hơn một trăm đại biểu đã về dự lễ tổng kết phong trào sáng tạo trẻ của tỉnh.",
    "Liên hiệp hội vừa phối hợp với sở tổ chức lớp tập huấn về quyền sở hữu trí tuệ cho hội viên.",
    "Theo báo cáo, trong năm qua các hội thành viên đã tư vấn và phản biện mười hai đề án quan trọng.",
    "Ông Nguyễn Hữu Phước cho rằng cần sớm đưa kết quả nghiên cứu vào sản xuất nông nghiệp.",
    "Mưa lớn kéo dài khiến nhiều tuyến đường ở vùng núi bị sạt lở, giao thông chia cắt suốt hai ngày.",
    "Ban giám khảo chọn ra năm giải nhất, tám giải nhì và mười giải khuyến khích để trao thưởng.",
    "Những chiếc máy gặt nhỏ do nông dân tự chế giúp bà con giảm bớt công sức và thời gian.",
    "Khuya qua, nước sông dâng cao nhưng đê bao vẫn giữ được nhờ lực lượng xung kích túc trực.",
    "Các đại biểu thảo luận sôi nổi về quỹ phát triển khoa học và việc đào tạo cán bộ trẻ.",
    "Trường đã xây thêm phòng thí nghiệm, mua kính hiển vi và tuyển ba giảng viên trình độ tiến sĩ.",
    "Hội nghề cá khuyến cáo ngư dân thả giống đúng vụ, theo dõi độ mặn và oxy hòa tan mỗi buổi sáng.",
    "Cuộc thi dành cho học sinh trung học, nhận bài dự thi đến hết ngày cuối cùng của tháng chín.",
)
"""Written for these tests."""

CODES = {
    "tcvn3": {letter: chr(code) for code, letter in legacy.TCVN3_TABLE.items()},
    "vni": {letter: code for code, letter in legacy.VNI_TABLE.items()},
    "viscii": {letter: chr(code) for code, letter in legacy.VISCII_TABLE.items()},
    "vps": {letter: chr(code) for code, letter in legacy.VPS_TABLE.items()},
}


@pytest.fixture(params=SENTENCES, ids=lambda sentence: sentence.split(" ")[0])
def sentence(request):
    return request.param


@pytest.fixture
def sentences():
    return SENTENCES


@pytest.fixture
def typed():
    """Return a text as it looks when it was typed in an 8-bit set and read as cp1252."""

    def type_in(text, name):
        return "".join(CODES[name].get(letter, letter) for letter in text).translate(CP1252)

    return type_in


@pytest.fixture
def misread():
    """Return a text whose UTF-8 was read in another encoding, the bytes that it lacks as controls."""

    def read(text, encoding):
        return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())

    return read
