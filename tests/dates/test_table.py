"""The share of real date lines read rightly, measured on the table of them where it is at hand."""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from scraper.dates import VIETNAM, find_dates, read_date, read_machine_date, read_period
from scraper.text import clean

TABLE = Path(__file__).parents[3] / "shared" / "facts" / "dates.tsv"
NOW = datetime(2017, 8, 10, 16, 0, tzinfo=VIETNAM)
ESCAPES = {"t": "\t", "r": "\r", "n": "\n", "\\": "\\"}
COARSE = ("range", "month_only")

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the table of date lines is not at hand")


def rows() -> Iterator[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            raw = re.sub(r"\\([trn\\])", lambda found: ESCAPES[found[1]], row["raw"])
            yield clean(raw), row["expected"], row["kind"]


def answer(line: str, kind: str) -> str:
    if kind == "machine":
        found: date | None = read_machine_date(line)
    elif kind in COARSE:
        period = read_period(line, now=NOW)
        return period.isoformat() if period else ""
    else:
        found = read_date(line, now=NOW)
    return found.isoformat() if found else ""


def test_at_least_98_of_100_are_right():
    wrong = [(line, expected, got) for line, expected, kind in rows() if (got := answer(line, kind)) != expected]
    assert len(wrong) <= 0.02 * len(list(rows())), wrong


def test_no_line_without_a_date_yields_one():
    without = [line for line, expected, kind in rows() if kind in ("none", "lunar") and not expected]
    assert without
    assert [line for line in without if find_dates(line, now=NOW)] == []


def test_a_coarse_date_is_never_a_publication():
    coarse = [line for line, _, kind in rows() if kind == "month_only"]
    assert coarse
    assert [line for line in coarse if read_date(line, now=NOW)] == []
