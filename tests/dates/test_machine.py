from datetime import date

import pytest

from scraper.dates import read_machine_date

MOMENT = "2019-03-27T08:15:00+07:00"


@pytest.mark.parametrize(
    "value",
    [
        "2019-03-27T08:15:00+07:00",
        "2019-03-27T08:15:00+0700",
        "2019-03-27T08:15:00+07",
        "2019-03-27T08:15:00+7:00",
        "2019-03-27T08:15:00 07:00",
        "2019-03-27T08:15:00 +0700",
        "2019-03-27T08:15:00.123+07:00",
        "2019-03-27T01:15:00.1234567Z",
        "2019-03-27T01:15Z",
        "2019-03-26T20:15:00-05:00",
        "2019-03-27T08:15",
        "2019-03-27 08:15:00.0",
        "2019-03-27 01:15:00 UTC",
        "2019/03/27 08:15",
        "20190327T081500",
        "20190327T011500Z",
        "2019-03-27T08:15:00+07:00[Asia/Ho_Chi_Minh]",
        " 2019-03-27t08:15:00+07:00\n",
        "2019-03-27ICT08:15:00",
        "2019-03-27+0708:15:00",
        "2019-03-27UTC01:15:00",
        "1553649300",
        "1553649300000",
        "1553649300.25",
        "/Date(1553649300000)/",
        "/Date(1553649300000+0700)/",
        "Wed, 27 Mar 2019 08:15:00 +0700",
        "Wed, 27 Mar 2019 01:15:00 GMT",
        "Wed, 27 Mar 2019 01:15:00 -0000",
        "Wed, 27 Mar 2019 08:15:00 ICT",
        "27 Mar 2019 08:15 +0700",
        "Wednesday, 27-Mar-19 01:15:00 GMT",
        "Wed Mar 27 08:15:00 2019",
        "Wed, 27/03/2019 - 08:15",
        "27/03/2019 8:15:00 SA",
        "3/27/2019 8:15:00 AM",
    ],
)
def test_every_spelling_of_a_moment_is_read(value):
    found = read_machine_date(value)
    assert found is not None
    assert found.isoformat() == MOMENT


@pytest.mark.parametrize(
    "value",
    [
        "2019-03-27",
        "2019-3-27",
        "20190327",
        "27/03/2019",
        "Wed, 27 Mar 2019",
        "2019-03-27T00:00:00",
        "2019-03-27T00:00:00+07:00",
        "2019-03-27T00:00:00Z",
        "2019-03-26T17:00:00Z",
        "2019-03-26T24:00:00",
        "2019-03-27T25:00:00",
    ],
)
def test_a_midnight_is_the_day_alone(value):
    assert read_machine_date(value) == date(2019, 3, 27)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "0",
        "2019",
        "2019-03",
        "2019-13-45",
        "0001-01-01T00:00:00",
        "0000-00-00 00:00:00",
        "-0001-11-30T00:00:00+07:00",
        "1900-01-01",
        "1970-01-01T00:00:00Z",
        "1970-01-01T07:00:00+07:00",
        "0000000000",
        "99999999999999999999",
        "Wed, 99 Mar 2019 08:15:00 GMT",
        "{{ date }}",
        "2 giờ trước",
        "x" * 10_000,
    ],
)
def test_what_stands_for_no_date_is_none(value):
    assert read_machine_date(value) is None


def test_dates_printed_as_for_people_follow_the_order_of_the_site():
    assert read_machine_date("03/08/2019") == date(2019, 8, 3)
    assert read_machine_date("03/08/2019", order="mdy") == date(2019, 3, 8)
