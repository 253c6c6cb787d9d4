import pytest

from scraper.dates import Label, find_dates


def label_of(line):
    (found,) = find_dates(line)
    return found.label


@pytest.mark.parametrize(
    "line",
    [
        "Ngày đăng: 27/03/2019",
        "Ngày đăng tin : 27/03/2019",
        "Đăng lúc: Thứ tư - 27/03/2019 08:15",
        "ĐĂNG NGÀY 27/03/2019",
        "Ngay dang: 27/03/2019",
        "Được đăng ngày Thứ tư, 27 Tháng 3 2019 08:15",
        "Đăng bởi: Ban Biên tập lúc 08:15 27/03/2019",
        "Gửi bởi quantri vào Thứ tư, 27/03/2019 - 08:15",
        "Ngày xuất bản: 27/03/2019 1:49:10 CH",
        "Thời gian đăng: 27/03/2019",
        "Ngày tạo: 27/03/2019",
        "Ngày: 27/03/2019",
        "Posted on 27/03/2019",
        "Posted by admin on March 27, 2019",
        "Published: 2019-03-27",
        "Date: 27/03/2019",
    ],
)
def test_words_of_publication_are_known(line):
    assert label_of(line) is Label.PUBLISHED


@pytest.mark.parametrize(
    "line",
    [
        "Cập nhật: 27/03/2019",
        "(Cập nhật ngày: 27/3/2019)",
        "Cập nhật lúc 20h05 ngày 27/3/2019",
        "Lần cập nhật cuối lúc Thứ tư, 27 Tháng 3 2019",
        "Ngày sửa: 27/03/2019",
        "Chỉnh sửa lần cuối 27/03/2019",
        "Last Updated on Wednesday, 27 March 2019",
    ],
)
def test_words_of_change_are_known(line):
    assert label_of(line) is Label.MODIFIED


@pytest.mark.parametrize(
    "line",
    [
        "Sáng ngày 27/3/2019, tại hội trường",
        "đến hết ngày 27/3/2019",
        "Từ 27/3/2019",
        "Khai mạc ngày 27/3/2019",
        "Ngày ban hành: 27/03/2019",
        "Ngày có hiệu lực: 27/03/2019",
        "Hạn nộp: 27/03/2019",
        "Hạn nộp hồ sơ dự tuyển: 27/03/2019",
        "Nghị quyết số 27-NQ/TW ngày 06/8/2008 của Ban Chấp hành",
        "Giấy phép số 12/GP-TTĐT do Sở cấp ngày 27/03/2019",
        "Đăng ký ngày 27/3/2019",
        "sinh ngày 27/3/1959",
    ],
)
def test_the_date_of_something_else_is_told_apart(line):
    assert label_of(line) is Label.EVENT


@pytest.mark.parametrize("line", ["Hôm nay: Thứ tư, 27/03/2019", "Bây giờ là 08:15, Thứ tư 27/03/2019"])
def test_the_clock_of_the_site_is_told_apart(line):
    assert label_of(line) is Label.CLOCK


@pytest.mark.parametrize(
    "line",
    [
        "27/03/2019",
        "Thứ tư, 27/03/2019",
        "Thời gian: 27/03/2019",
        "Ngày 27/03/2019",
        "Tư liệu 27/03/2019",
        "Hội nghị giao ban các cấp 27/03/2019",
        "Tiếp công dân định kỳ 27/03/2019",
        "Một số hình ảnh về hội thi 27/03/2019",
        "vào Đảng ngày 27/03/2019",
        "Đào tạo ngày 27/03/2019",
        "Kết quả chăn nuôi bò sữa 27/03/2019",
    ],
)
def test_other_words_are_no_label(line):
    assert label_of(line) is None


def test_a_label_does_not_reach_past_another_date():
    first, second = find_dates("Ngày đăng: 27/03/2019 28/03/2019")
    assert (first.label, second.label) == (Label.PUBLISHED, None)
