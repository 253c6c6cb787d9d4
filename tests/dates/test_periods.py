from datetime import date, datetime

import pytest

from scraper.dates import VIETNAM, Period, read_period

NOW = datetime(2019, 3, 27, 16, 0, tzinfo=VIETNAM)


def read(line, now=NOW):
    found = read_period(line, now=now)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Từ ngày 29 đến ngày 31/7 /2018", "2018-07-29/2018-07-31"),
        ("Từ ngày 10/8 đến ngày 12/9/2018", "2018-08-10/2018-09-12"),
        ("trong hai ngày 06-07/06/2018", "2018-06-06/2018-06-07"),
        ("từ ngày 18 đến 21/4", "2019-04-18/2019-04-21"),
        ("20/01/1950-20/01/2018", "1950-01-20/2018-01-20"),
        ("29 tháng 1 đến 21 tháng 8 năm 2018", "2018-01-29/2018-08-21"),
        ("10/08/2018 - 12/08/2018", "2018-08-10/2018-08-12"),
        ("Chiều ngày 15 và sáng 16/4/2018", "2018-04-15/2018-04-16"),
        ("10 - 12 tháng 8 năm 2018", "2018-08-10/2018-08-12"),
        ("25/12 - 3/1/2018", "2017-12-25/2018-01-03"),
        ("các ngày 5, 6, 7/9/2018", "2018-09-05/2018-09-07"),
    ],
)
def test_days_from_one_to_another_are_read(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tháng 8 năm 2018", "2018-08"),
        ("Tháng 11/2018", "2018-11"),
        ("Số 15 Tháng 3 2018", "2018-03"),
        ("Tháng Tám 2018", "2018-08"),
        ("giữa tháng 8/2018", "2018-08"),
        ("từ tháng 7-9", "2019-07/2019-09"),
        ("tháng 7 đến tháng 9 năm 2018", "2018-07/2018-09"),
        ("Quý III/2018", "2018-07/2018-09"),
        ("quý 4 năm 2018", "2018-10/2018-12"),
        ("năm 2018", "2018"),
        ("năm 2017-2018", "2017/2018"),
        ("năm học 2017 - 2018", "2017/2018"),
    ],
)
def test_months_and_years_stay_as_coarse_as_told(line, expected):
    assert read(line) == expected


def test_one_day_is_a_period_of_one_day():
    assert read_period("chiều ngày 27/3/2019") == Period(date(2019, 3, 27), date(2019, 3, 27), "day")


def test_a_month_ends_with_its_last_day():
    assert read_period("tháng 2 năm 2016") == Period(date(2016, 2, 1), date(2016, 2, 29), "month")


@pytest.mark.parametrize(
    "line",
    [
        "nhiệm kỳ 2020 - 2025",
        "Tỷ số 2-1",
        "Trang 1/12",
        "tháng 13/2018",
        "tháng 3",
        "",
        "quý khách 2018",
    ],
)
def test_other_lines_tell_no_period(line):
    assert read(line, now=None) is None


def test_without_a_year_and_the_capture_there_is_no_period():
    assert read("từ ngày 18 đến 21/4", now=None) is None
