from datetime import date

import pytest

from scraper.dates import order_votes, read_date


@pytest.mark.parametrize(
    "lines",
    [
        ["2/27/2019 2:29:58 PM"],
        ["2/27/2019 2:29:58 PM", "3/1/2019 9:00:01 AM"],
        ["Thứ tư, 03/06/2019", "Thứ năm, 03/07/2019"],
        ["8/10/2019 2:30:00 PM"],
        ["3/8/2019 2:30:00 PM", "Sáng ngày 27/2/2019, Liên hiệp hội tổ chức", "ngày 28/2/2019"],
    ],
)
def test_month_first_is_proved_by_the_lines_of_programs(lines):
    assert order_votes(lines).balance < 0


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Lượt xem: 12"],
        ["03/08/2019"],
        ["27/03/2019 2:29:58 PM"],
        ["13/10/2019 9:00:01 AM", "8/10/2019 2:29:58 PM", "9/10/2019 2:29:58 PM"],
        ["Thứ tư, 06/03/2019", "3/27/2019 1:00:00 PM", "28/03/2019 1:00:00 CH", "29/03/2019 1:00:00 CH"],
    ],
)
def test_the_day_is_first_unless_proved_otherwise(lines):
    assert order_votes(lines).balance >= 0


def test_the_order_of_the_site_decides_over_the_looks_of_a_line():
    assert read_date("8/10/2019 12:00:00 AM") == date(2019, 8, 10)
    assert read_date("8/10/2019 12:00:00 AM", order="dmy") == date(2019, 10, 8)
    assert read_date("08/10/2019", order="mdy") == date(2019, 8, 10)


def test_the_weekday_tells_the_order_of_a_lone_line():
    assert read_date("Thứ sáu, 03/08/2019") == date(2019, 3, 8)
    assert read_date("Thứ bảy, 03/08/2019") == date(2019, 8, 3)


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_a_month_past_twelve_is_a_day_in_any_order(order):
    assert read_date("03/27/2019", order=order) == date(2019, 3, 27)
    assert read_date("27/03/2019", order=order) == date(2019, 3, 27)
