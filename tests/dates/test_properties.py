"""What holds for any text, and for every date in every form it is printed in."""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.dates import VIETNAM, Label, best, day_of, find_dates, order_votes, read_date, read_machine_date, read_period

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
MONTHS = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")

PRINTED = {
    "central union": lambda m: f"{WEEKDAYS[m.weekday()]}, {m:%d/%m/%Y %H:%M} (GMT+7)",
    "NukeViet": lambda m: f"{WEEKDAYS[m.weekday()]} - {m:%d/%m/%Y %H:%M}",
    "Joomla": lambda m: f"{WEEKDAYS[m.weekday()]}, {m:%d} Tháng {m.month} {m:%Y %H:%M}",
    "Joomla K2": lambda m: f"{SHORT_WEEKDAYS[m.weekday()]}, {m:%d/%m/%Y - %H:%M}",
    "WordPress": lambda m: f"Tháng {MONTHS[m.month - 1]} {m.day}, {m:%Y} lúc {m:%H:%M}",
    "WordPress, day first": lambda m: f"{m.day} Tháng {MONTHS[m.month - 1]}, {m:%Y %H:%M}",
    "Flatsome": lambda m: f"{m.day} Th{m.month}, {m:%Y - %H:%M}",
    ".NET": lambda m: f"{m.day}/{m.month}/{m.year} {m.hour % 12 or 12}:{m:%M} {'SA' if m.hour < 12 else 'CH'}",
    "time first": lambda m: f"{m:%H:%M | %d/%m/%Y}",
    "dots": lambda m: f"{m:%d.%m.%Y @ %H:%M}",
    "dashes": lambda m: f"{m:%d-%m-%Y %Hh%M}",
    "year first": lambda m: f"{m:%Y-%m-%d %H:%M}",
    "press": lambda m: f"{m.hour} giờ {m.minute} phút ngày {m.day} tháng {m.month} năm {m.year}",
    "Drupal": lambda m: f"{WEEKDAYS[m.weekday()]}, {m.day}/{m.month}/{m.year} - {m:%H:%M}",
    "English": lambda m: f"{m:%A, %d %B %Y %H:%M}",
    "American": lambda m: f"{m:%B} {m.day}, {m:%Y %I:%M %p}",
}
DAYS_PRINTED = {
    "padded": lambda d: f"{d:%d/%m/%Y}",
    "unpadded": lambda d: f"({d.day}/{d.month}/{d.year})",
    "in words": lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    "CLDR": lambda d: f"{d.day} thg {d.month}, {d.year}",
    "two digits": lambda d: f"{d:%d/%m/%y}",
    "spaces": lambda d: f"{d:%d %m %Y}",
}
MACHINE = {
    "ISO": lambda m: m.isoformat(),
    "UTC": lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    "NukeViet": lambda m: f"{m:%Y-%m-%dICT%H:%M:%S}",
    "NukeViet, numeric zone": lambda m: f"{m:%Y-%m-%d+07%H:%M:%S}",
    "RFC 822": lambda m: f"{m:%a, %d %b %Y %H:%M:%S +0700}",
    "epoch": lambda m: str(int(m.timestamp())),
    "epoch in milliseconds": lambda m: str(int(m.timestamp()) * 1000),
}
LABELS = {"Ngày đăng: ": Label.PUBLISHED, "Đăng lúc ": Label.PUBLISHED, "Cập nhật lúc: ": Label.MODIFIED, "": None}

days = st.dates(date(2003, 1, 1), date(2049, 12, 31))
minutes = st.builds(
    lambda day, minute: datetime.combine(day, time(), VIETNAM) + timedelta(minutes=minute), days, st.integers(1, 1439)
)
FRAGMENTS = (
    *"0123456789/-.:,()|'h \n\u00a0\u0301\u200b\ufffd٣²",
    *("10", "2019", "T5", "SA", "chiều ", "âm lịch", "lúc ", "GMT+7", "May ", "ago", "T", "Z", "+07:00", "/Date("),
    *("ngày ", "tháng ", "năm ", "Thứ ", "giờ ", "trước", "Hôm qua", "từ ", "đến ", "quý ", "Đăng ", "Cập nhật "),
)
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
moments = st.one_of(st.none(), st.datetimes(timezones=st.just(VIETNAM), min_value=datetime(1980, 1, 1)))


@pytest.mark.parametrize("form", PRINTED)
@settings(deadline=None)
@given(moment=minutes, label=st.sampled_from(list(LABELS)))
def test_a_moment_reads_back_from_every_form(form, moment, label):
    (found,) = find_dates(label + PRINTED[form](moment))
    assert found.value == moment
    assert found.value.utcoffset() == timedelta(hours=7)
    assert found.label is LABELS[label]
    assert found.after == ""


@pytest.mark.parametrize("form", DAYS_PRINTED)
@settings(deadline=None)
@given(day=days)
def test_a_day_reads_back_from_every_form(form, day):
    assert read_date(DAYS_PRINTED[form](day)) == day


@pytest.mark.parametrize("form", MACHINE)
@settings(deadline=None)
@given(moment=minutes)
def test_a_moment_reads_back_from_every_machine(form, moment):
    if moment.astimezone(UTC).time() != time():  # a midnight in UTC is a day without time
        assert read_machine_date(MACHINE[form](moment)) == moment


@settings(deadline=None)
@given(st.lists(days, min_size=1, max_size=5))
def test_a_month_first_site_is_known_by_one_day_past_twelve(written):
    lines = [f"{day.month}/{day.day}/{day.year} 9:05:01 AM" for day in written]
    if any(day.day > 12 for day in written):
        assert order_votes(lines).balance < 0
        assert [day_of(read_date(line, order="mdy")) for line in lines] == written


@settings(deadline=None, max_examples=400)
@given(text=texts, now=moments)
def test_no_text_raises_and_every_match_stands_where_it_says(text, now):
    found = find_dates(text, now=now)
    places = [place for match in found for place in (match.start, match.end)]
    assert places == sorted(places)
    assert all(match.text and match.before + match.text + match.after == text for match in found)
    assert all(not match.timed or match.value.utcoffset() == timedelta(hours=7) for match in found)
    assert (best(found) is None) == (not found)
    read_machine_date(text)
    period = read_period(text, now=now)
    assert period is None or period.start <= period.end


@settings(deadline=None)
@given(text=texts)
def test_invisible_characters_and_the_unicode_form_change_nothing(text):
    composed = unicodedata.normalize("NFC", text)
    values = [match.value for match in find_dates(composed)]
    assert [match.value for match in find_dates(unicodedata.normalize("NFD", composed))] == values
    assert [match.value for match in find_dates("\N{SOFT HYPHEN}".join(composed))] == values
