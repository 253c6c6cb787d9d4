from datetime import UTC, datetime

import pytest

from scraper.dates import VIETNAM, find_dates, read_date

NOW = datetime(2019, 3, 27, 16, 0, tzinfo=VIETNAM)  # a Wednesday


def read(line, now=NOW):
    found = read_date(line, now=now)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vừa xong", "2019-03-27T16:00:00+07:00"),
        ("vài giây trước", "2019-03-27T16:00:00+07:00"),
        ("5 phút trước", "2019-03-27T15:55:00+07:00"),
        ("một giờ trước", "2019-03-27T15:00:00+07:00"),
        ("2h trước", "2019-03-27T14:00:00+07:00"),
        ("2 giờ 5 phút trước", "2019-03-27T13:55:00+07:00"),
        ("Cách đây khoảng 2 tiếng", "2019-03-27T14:00:00+07:00"),
        ("Đã đăng 19 giờ trước", "2019-03-26T21:00:00+07:00"),
        ("3 ngày trước", "2019-03-24"),
        ("2 tuần trước", "2019-03-13"),
        ("1 tháng trước", "2019-02-27"),
        ("3 năm trước", "2016-03-27"),
        ("an hour ago", "2019-03-27T15:00:00+07:00"),
        ("5 days ago", "2019-03-22"),
        ("Hôm nay, 14:30", "2019-03-27T14:30:00+07:00"),
        ("Hôm qua lúc 15:20", "2019-03-26T15:20:00+07:00"),
        ("Hôm qua", "2019-03-26"),
        ("hôm kia", "2019-03-25"),
        ("thứ hai tuần trước lúc 9:05", "2019-03-25T09:05:00+07:00"),
        ("thứ tư tuần trước", "2019-03-20"),
    ],
)
def test_a_date_told_from_the_capture_is_read(line, expected):
    assert read(line) == expected
    assert [match.form for match in find_dates(line, now=NOW)] == ["relative"]


def test_without_the_moment_of_capture_nothing_is_told():
    assert find_dates("2 giờ trước") == find_dates("Hôm qua, 15:20") == find_dates("Sáng 14/8") == []


def test_the_moment_of_capture_may_be_in_any_zone():
    assert read("Hôm nay", now=datetime(2019, 3, 26, 23, 0, tzinfo=UTC)) == "2019-03-27"


def test_ages_before_all_dates_are_none():
    assert read("999 năm 999 năm 999 năm trước") is None


def test_a_long_sentence_tells_no_date():
    assert read("Cách nay hai năm, tức 2 năm trước, các hội thành viên đã cùng ký kết chương trình phối hợp hoạt động") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("27/3", "2019-03-27"),
        ("(28/1)", "2019-01-28"),
        ("Ngày 20-1", "2019-01-20"),
        ("20/03, 14:30", "2019-03-20T14:30:00+07:00"),
        ("10 tháng 2", "2019-02-10"),
        ("Sáng 2.4, Liên hiệp các Hội tổ chức", "2019-04-02"),
        ("(LHH) – Chiều ngày 14/3, tại hội trường", "2019-03-14"),
        ("Thứ năm, 27/12", "2018-12-27"),
        ("Thứ tư, 28/3", "2018-03-28"),
        ("Ngày 29/2", None),
        ("lễ giỗ (tức ngày 23/2)", None),
    ],
)
def test_a_day_without_year_is_near_the_capture(line, expected):
    assert read(line) == expected


def test_december_told_in_january_is_past():
    assert read("Ngày 28/12, hội nghị", now=datetime(2019, 1, 5, tzinfo=VIETNAM)) == "2018-12-28"


def test_a_full_date_goes_before_all_others():
    assert read("Hôm qua 26/3, tin đăng 25/03/2019") == "2019-03-25"
