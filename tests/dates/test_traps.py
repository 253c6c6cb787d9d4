import time
from datetime import datetime

import pytest

from scraper.dates import VIETNAM, find_dates, order_votes, read_date, read_machine_date, read_period

NOW = datetime(2019, 3, 27, 16, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "line",
    [
        "Nghị định 34/2021/NĐ-CP",
        "Quyết định số 12/3/2019/QĐ-UBND",
        "Thông tư 10/2012/TT-BNV",
        "Luật số 29/2013/QH13",
        "QCVN 14:2008/BTNMT",
        "ISO 9001:2015",
        "ISO 9001: 2015",
        "Hỗ trợ 24/7",
        "24/7",
        "Điện thoại: 0912.345.678",
        "ĐT: 024.3943.9756 - Fax: 024-3943-9757",
        "Tel: 04.38.22.33.44 - (84-4) 39.42.92.92",
        "Hotline: 1900 1234",
        "192.168.1.20",
        "10.10.2019.15",
        "Mục 1.2.10",
        "Tỷ số 2-1",
        "đạt 77/86 đại biểu",
        "Kết quả 10/12 phiếu",
        "tăng 3/8 so với năm trước",
        "10.8 tỷ đồng",
        "Trang 1 / 31",
        "Trang 2/12 trong số",
        "nhiệm kỳ 2020 - 2025",
        "Đại hội lần thứ VII, nhiệm kỳ 2020-2025",
        "© 2010-2019",
        "Thứ năm",
        "lần thứ hai",
        "Hôm nay: 172",
        "Hôm qua 1.234 lượt",
        "Tổng số truy cập: 20190327",
        "3 năm trước khi thành lập",
        "Tức ngày 12 tháng 9 năm Bính Ngọ",
        "(tức ngày 04/04 năm Bính Ngọ)",
        "mùng 10 tháng 3 âm lịch",
        "Giỗ Tổ ngày 10/3 (âm lịch)",
        "ngày 10/3/2019 âm lịch",
        "Rằm tháng Giêng năm Đinh Dậu",
        "/2019/03/27/anh.jpg",
        "/anh/hoi-nghi/27-3-2019_jpg.jpg",
        "IMG_20190327_081500.jpg",
        "30/02/2019",
        "32/08/2019",
        "01/01/1970",
        "01-01-1900",
        "01/01/0001",
        "0000-00-00 00:00:00",
        "dd/mm/yyyy",
        "Số nhà 10/8/2 phố Huế",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(line):
    assert find_dates(line) == []
    assert read_date(line, now=NOW) is None


@pytest.mark.parametrize(
    "line",
    [
        "Kết quả xử lý đơn thư tuần 3 tháng 8 năm 2019",
        "Số 15 Tháng 3 2019",
        "Tập 4, kỳ 2 tháng 3 năm 2019",
        "tháng 8 năm 2019",
        "Tháng Tám 2019",
        "Năm 2019",
    ],
)
def test_a_month_or_year_is_no_publication_date(line):
    assert read_date(line, now=NOW) is None


def test_a_typing_error_in_the_year_is_kept():
    assert str(read_date("27/03/2091")) == "2091-03-27"


@pytest.mark.parametrize(
    "line",
    [
        "1/2" + " " * 50_000,
        "27/03/2019" + " " * 50_000 + "x",
        "27/03/2019" + "- " * 20_000,
        "1/" * 20_000,
        "1,1," * 10_000,
        "27/03/2019 " * 4_000,
        "ngày 10 tháng " * 4_000,
        "hai mươi " * 6_000,
        "(" * 50_000 + "27/03/2019",
    ],
)
def test_no_line_takes_long(line):
    start = time.process_time()
    find_dates(line, now=NOW)
    read_period(line, now=NOW)
    read_machine_date(line)
    order_votes([line])
    assert time.process_time() - start < 1
