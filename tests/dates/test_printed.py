import unicodedata
from datetime import date

import pytest

from scraper.dates import find_dates, read_date


def read(line, **arguments):
    found = read_date(line, **arguments)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thứ tư, 27/03/2019 08:15 (GMT+7)", "2019-03-27T08:15:00+07:00"),
        ("Thứ Tư, 27-03-2019 | 08:15:09", "2019-03-27T08:15:09+07:00"),
        ("THỨ TƯ, 27.3.2019 - 8:15", "2019-03-27T08:15:00+07:00"),
        ("Chủ nhật - 31/03/2019 20:05", "2019-03-31T20:05:00+07:00"),
        ("CN, 31/03/2019 - 20:05", "2019-03-31T20:05:00+07:00"),
        ("T4, 27/03/2019", "2019-03-27"),
        ("20:05 - Thứ Tư, 27/3/2019", "2019-03-27T20:05:00+07:00"),
        ("Thứ Tư, 20:05, 27/03/2019", "2019-03-27T20:05:00+07:00"),
        ("20:05:01 Giờ Đông Dương Thứ Tư, 27 tháng 3, 2019", "2019-03-27T20:05:01+07:00"),
        ("20h05' ngày 27/3/2019", "2019-03-27T20:05:00+07:00"),
        ("7g30 ngày 27/3/2019", "2019-03-27T07:30:00+07:00"),
        ("8 giờ 5 phút, ngày 27 tháng 3 năm 2019", "2019-03-27T08:05:00+07:00"),
        ("từ 7h30 đến 11h ngày 27/3/2019", "2019-03-27T07:30:00+07:00"),
        ("27.03.2019 @ 8:15", "2019-03-27T08:15:00+07:00"),
        ("15:05:57 -27/03/2019 Số lượt xem: 12", "2019-03-27T15:05:57+07:00"),
        ("15:05-27/03/2019", "2019-03-27T15:05:00+07:00"),
        ("2019-03-27 08:15", "2019-03-27T08:15:00+07:00"),
        ("2019/03/27", "2019-03-27"),
        ("27 03 2019 08:15", "2019-03-27T08:15:00+07:00"),
        ("Ngày 27 tháng 3 năm 2019", "2019-03-27"),
        ("27/tháng 3/năm 2019", "2019-03-27"),
        ("27/3 năm 2019", "2019-03-27"),
        ("Tháng Ba 27, 2019", "2019-03-27"),
        ("Tháng Năm 5, 2019", "2019-05-05"),
        ("Tháng Mười Một 20, 2019", "2019-11-20"),
        ("20 Tháng M. hai 2019", "2019-12-20"),
        ("27 Th3, 2019", "2019-03-27"),
        ("Th3 27, 2019", "2019-03-27"),
        ("10 tháng Giêng 2019", "2019-01-10"),
        ("mùng 2 tháng 9 năm 2019", "2019-09-02"),
        ("ngày hai mươi bảy tháng ba năm 2019", "2019-03-27"),
        ("March 27th, 2019 8:15 pm", "2019-03-27T20:15:00+07:00"),
        ("27 Mar 2019", "2019-03-27"),
        ("Wed Mar 27 08:15:00 ICT 2019", "2019-03-27T08:15:00+07:00"),
        ("2019-03-27T01:15:00Z", "2019-03-27T08:15:00+07:00"),
        ("27/3/19", "2019-03-27"),
        ("(27-03-19)", "2019-03-27"),
        ("Ngay 27 thang 3 nam 2019", "2019-03-27"),
        ("Ng\ufffdy 27 th\ufffdng 3 n\ufffdm 2019", "2019-03-27"),
    ],
)
def test_a_printed_date_is_read(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("27/03/2019 1:49:10 CH", "2019-03-27T13:49:10+07:00"),
        ("27/03/2019 12:05 SA", "2019-03-27T00:05:00+07:00"),
        ("27/03/2019 12:30 CH", "2019-03-27T12:30:00+07:00"),
        ("27/03/2019 14:30 PM", "2019-03-27T14:30:00+07:00"),
        ("27/03/2019, 02:30 [CH]", "2019-03-27T14:30:00+07:00"),
        ("27/03/2019 2:30 p.m.", "2019-03-27T14:30:00+07:00"),
        ("2:30 chiều 27/03/2019", "2019-03-27T14:30:00+07:00"),
        ("8 giờ tối ngày 27/3/2019", "2019-03-27T20:00:00+07:00"),
        ("11 giờ đêm ngày 27/3/2019", "2019-03-27T23:00:00+07:00"),
        ("2 giờ đêm ngày 27/3/2019", "2019-03-27T02:00:00+07:00"),
        ("1 giờ trưa ngày 27/3/2019", "2019-03-27T13:00:00+07:00"),
        ("từ 8h30 tới 11h00 ngày 27/3/2019", "2019-03-27T08:30:00+07:00"),
    ],
)
def test_the_half_of_the_day_is_reckoned_with(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize("time", ["00:00", "0:00:00", "12:00:00 AM", "12:00 SA"])
def test_midnight_is_no_time(time):
    assert read_date(f"27/03/2019 {time}") == date(2019, 3, 27)


def test_hour_24_is_the_next_day():
    assert read_date("31/12/2019 24:00") == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Triển khai Kết luận số 12-KL/TW ngày 5-3-201927/03/2019", "2019-03-27"),
        ("27/03/2019Thông báo của Thường trực", "2019-03-27"),
        ("27/03/201908:15", "2019-03-27T08:15:00+07:00"),
        ("Đăng ngày:27/03/ 2019", "2019-03-27"),
        ("27 / 3 / 2019 8 : 15", "2019-03-27T08:15:00+07:00"),
        ("Thứ tư\r\n\t\t 27/03/2019  \r\n 08:15", "2019-03-27T08:15:00+07:00"),
        ("27/03/2019\N{NO-BREAK SPACE}08:15", "2019-03-27T08:15:00+07:00"),
        ("27\N{SOFT HYPHEN}/03/2019", "2019-03-27"),
        ("27–03–2019", "2019-03-27"),
        ("27\N{MINUS SIGN}03\N{MINUS SIGN}2019", "2019-03-27"),
        ("２７／０３／２０１９", "2019-03-27"),
        ("27/03/2019 04:56 133 0", "2019-03-27T04:56:00+07:00"),
        ("26/04/2021 | 970", "2021-04-26"),
        ("27/03/2019 15 lượt xem", "2019-03-27"),
    ],
)
def test_a_date_run_into_other_text_is_read(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_the_unicode_form_does_not_matter(form):
    line = unicodedata.normalize(form, "Cập nhật lúc 20h05 ngày 27 tháng 3 năm 2019, trời đẹp")
    (found,) = find_dates(line)
    assert found.value.isoformat() == "2019-03-27T20:05:00+07:00"
    assert unicodedata.normalize("NFC", found.text) == unicodedata.normalize("NFC", "20h05 ngày 27 tháng 3 năm 2019")
    assert found.before + found.text + found.after == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ngày đăng: 27/03/2019 08:15 | Cập nhật: 28/03/2019 09:00", "2019-03-27T08:15:00+07:00"),
        ("08:15 27/03/2019 - 09:00 28/03/2019", "2019-03-27T08:15:00+07:00"),
        ("Cập nhật: 28/03/2019. Ngày đăng: 27/03/2019", "2019-03-27"),
        ("Thứ 6, ngày 05/11/2021 - Ngày đăng: 27/03/2019", "2019-03-27"),
        ("Thứ 6, ngày 05/11/2021 - Cập nhật: 27/03/2019", "2019-03-27"),
        ("Ngày đăng: 27/03/2019 Hiệu lực: 01/01/2018", "2019-03-27"),
        ("Hội thảo ngày 20/3/2019 về cây chè 27/03/2019", "2019-03-27"),
    ],
)
def test_of_several_dates_the_publication_is_chosen(line, expected):
    assert read(line) == expected


def test_each_date_keeps_its_own_time():
    found = find_dates("08:15 27/03/2019 | 09:00 28/03/2019 | 29/03/2019 10:30 | 30/03/2019")
    assert [str(match.value) for match in found] == [
        "2019-03-27 08:15:00+07:00",
        "2019-03-28 09:00:00+07:00",
        "2019-03-29 10:30:00+07:00",
        "2019-03-30",
    ]


def test_a_match_says_where_it_stands_and_what_was_printed():
    (found,) = find_dates("Chuyên mục: Tin hội - Thứ tư, 27/03/2019 08:15 (GMT+7) - In trang")
    assert found.before == "Chuyên mục: Tin hội - "
    assert found.text == "Thứ tư, 27/03/2019 08:15 (GMT+7)"
    assert found.after == " - In trang"
    assert (found.weekday, found.timed, found.form, found.label) == (True, True, "full", None)


def test_an_ordinal_is_no_day_of_the_week():
    (found,) = find_dates("Đại hội lần thứ hai, 27/03/2019")
    assert (found.text, found.weekday) == ("27/03/2019", False)


def test_an_hour_does_not_reach_into_the_next_date():
    assert [str(match.value) for match in find_dates("27/03/2019 8h 20.4.2019")] == ["2019-03-27 08:00:00+07:00", "2019-04-20"]


def test_brackets_around_a_date_are_not_part_of_it():
    (found,) = find_dates("(Đăng lúc: 27/03/2019 03:17:48 PM)")
    assert found.text == "27/03/2019 03:17:48 PM"


def test_dates_far_into_a_text_are_left_alone():
    assert find_dates("x " * 5000 + "27/03/2019") == []
