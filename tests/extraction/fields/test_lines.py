"""Lines that are not text, told by their words alone; and the text that looks like them."""

import pytest

from scraper.extraction.lines.classify import LineKind, classify_line, value_of

K = LineKind

LINES = {
    K.AUTHOR: [
        "Tác giả bài viết: Lê Minh Toàn",
        "Người viết: Mai Lan",
        "Bài: Nguyễn Văn A",
        "Tin bài: Thu Hà",
        "Thực hiện: Nhóm PV",
    ],
    K.AUTHOR_AND_PHOTO_CREDIT: [
        "Tin, ảnh: Mai Lan",
        "TIN VÀ ẢNH: VŨ HỮU CHÍNH",
        "Bài - Ảnh: Hồng Tuyến",
        "Bài & hình Mai Lan",
        "Tin, bài, ảnh: PV",
    ],
    K.POSTER: [
        "Viết bởi Administrator",
        "Đăng bởi: Thu Trang",
        "Người đăng bài viết: Thu Trang",
        "By JVN",
        "Posted by Mai Lan",
    ],
    K.CONTRIBUTOR: ["Biên tập: Ban TT&PBKT", "Lược dịch: Mai Lan", "Sưu tầm: Nguyễn Văn A"],
    K.NAME: ["Hồng Tuyến", "(TTV)", "MTG", "P.V", "Hải Yến- Khánh Lộc", "Ban Biên tập"],
    K.SOURCE: [
        "Nguồn tin: Báo Khoa học và Đời sống",
        "(Nguồn: vusta.vn)./.",
        "Theo TTXVN",
        "Theo: hoi.hagiang.gov.vn",
        "Nguồn Cổng TTĐT tỉnh",
    ],
    K.SOURCE_URL: ["http://www.laodong.com.vn/Home/xahoi/2008/4/84275.laodong", "Xem bài gốc tại đây"],
    K.PHOTO_CREDIT: ["Ảnh: PV", "(Minh họa: Ngọc Diệp)", "Nguồn ảnh: Internet", "Photo: Mai Lan"],
    K.CAPTION: [
        "Ảnh minh họa",
        "Hình 1",
        "Quang cảnh Hội nghị",
        "Quang cảnh đại hội. Ảnh: X.P",
        "Tự chủ đại học: Lối mở - Hình 1",
    ],
    K.DATELINE: ["(LHH-TPHCM) – Ngày 17-5, hội nghị khai mạc", "GD&TĐ - Liên hiệp các Hội", "(Dân trí) - Giá vàng giảm"],
    K.DATE: [
        "Thứ Ba, ngày 14/01/2020",
        "Ngày đăng: 05-05-2021",
        "Cập nhật lúc 15:05, 22/04/2020",
        "14/8/2017 09:02",
        "(26.07.2019 14:14)",
    ],
    K.ATTACHMENTS: ["File đính kèm", "Tệp đính kèm: KH-12.pdf", "Tải về", "Tải file đính kèm tại đây", "Download"],
    K.KEYWORDS: ["Từ khóa: phản biện, giám định", "Tags: hội thi, sáng tạo", "Tags:"],
    K.CATEGORY: ["Chuyên mục: Tin hoạt động", "Danh mục: Thông báo"],
    K.CONTACT: ["Điện thoại: 034 39429756", "Địa chỉ: số 5 đường Hùng Vương", "Email: lhh@hoi.example.vn"],
    K.RELATED_ITEM: [
        "Lễ trao giải Hội thi Sáng tạo kỹ thuật tỉnh (05/11/2018)",
        ">> Công bố danh sách đoạt giải hội thi",
        "Xem thêm: Thể lệ hội thi",
    ],
    K.RELATED: [
        "Tin liên quan",
        "CÁC TIN KHÁC",
        "Những tin mới hơn",
        "Tin đã đưa:",
        "Có thể bạn quan tâm",
        "Bài viết cùng chuyên mục",
        "Đọc nhiều nhất",
    ],
    K.COMMENTS: ["Ý kiến bạn đọc", "Gửi bình luận của bạn", "Leave a Reply", "Bình luận (3)", "Mã an toàn"],
    K.END_MARK: ["./.", "/."],
    K.NOISE: [
        "Lượt xem: 1.234",
        "278 lượt xem",
        "(Đã xem: 12)",
        "Hits: 1234",
        "612",
        "(0) Bình luận",
        "Thích 6 Chia sẻ",
        "Bản in",
        "Quay lại | Bản In",
        "Số lượt người xem: 13 Bản in Quay lại",
        "Chia sẻ: Facebook Zalo",
        "A- A A+",
        "Xem chi tiết tại đây",
        "IMG_1234",
        "thu.jpg",
        "Hoi-nghi-GBTQ-2017-1-bis",
        "Logo VUSTA",
        "Tổng số điểm của bài viết là: 5 trong 1 đánh giá",
        "Trang chủ » Tin tức » Thông báo",
        "© 2017 Liên hiệp hội",
        'Ghi rõ nguồn "vusta.vn" khi phát hành lại thông tin từ website này',
        "Chú ý: Việc đăng lại bài viết trên website khác mà không ghi rõ nguồn là vi phạm bản quyền",
        "Đang truy cập: 15",
        "[Quảng cáo]",
        "----------",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_a_line_is_told_from_text(kind, line):
    assert classify_line(line) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Tin vui đến với bà con: lúa được mùa.",
        "Tin: hội nghị sẽ khai mạc vào sáng mai",
        "Bài học kinh nghiệm: phải sát dân",
        "Nội dung: Hội thảo về phát triển kinh tế tập thể",
        "Nội dung:",
        "Trả lời:",
        "Chủ đề: Khoa học với phát triển bền vững",
        "Nguồn lực con người là quyết định.",
        "Theo kế hoạch, hội nghị diễn ra trong hai ngày.",
        "Theo Nghị định 34/2021/NĐ-CP của Chính phủ",
        "Ngày 10/8/2017, tại Đồ Sơn, Liên hiệp hội tổ chức hội nghị.",
        "Thứ ba, cần đổi mới công tác tuyên truyền.",
        "Về số liệu: cập nhật đến hết năm 2022, ghi rõ nguồn trích dẫn.",
        "+ Xây dựng: mộc - cốt thép.",
        "c) Cơ quan chủ quản phía Việt Nam cho ý kiến;",
        "Các đại biểu tham dự hội nghị.",
        "Ảnh hưởng của biến đổi khí hậu",
        "Hình thức: trực tuyến",
        "Tải trọng cầu được nâng lên 30 tấn",
        "Xem xét, cho ý kiến về dự thảo",
        "Tăng cường công tác giám sát",
        "Giấy phép xây dựng được cấp trong 15 ngày",
        "2. Phương thức thi",
        "100 đại biểu đã tham dự",
        "Kết quả và thảo luận",
    ],
)
def test_text_that_looks_like_a_line_of_another_kind_stays_text(text):
    assert classify_line(text) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Tác giả bài viết: Lê Minh Toàn", "Lê Minh Toàn"),
        ("(Nguồn: theo Báo Nhân Dân)./.", "Báo Nhân Dân"),
        ("Theo “Đắk Nông Điện tử”", "Đắk Nông Điện tử"),
        ("Bài và ảnh Mai Lan", "Mai Lan"),
        ("Từ khóa: phản biện, giám định", "phản biện, giám định"),
        ("Chuyên mục:  Tin hoạt động", "Tin hoạt động"),
        ("(LHH-TPHCM) – Ngày 17-5", "LHH-TPHCM"),
        ("Hồng Tuyến", "Hồng Tuyến"),
    ],
)
def test_the_value_is_what_stands_behind_the_label(line, value):
    kind = classify_line(line)
    assert kind is not None
    assert value_of(kind, line) == value


def test_an_empty_line_is_nothing():
    assert classify_line("") is None


def test_a_long_paragraph_is_text_or_begins_with_a_dateline():
    assert classify_line("Nguồn: " + "hội nghị bàn giải pháp " * 30) is None
    assert classify_line("(VUSTA) - " + "hội nghị bàn giải pháp " * 30) is K.DATELINE
