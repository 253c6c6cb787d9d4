"""The share of broken lines mended as a person would, measured on the table of them where it is at hand."""

import csv
from pathlib import Path

import pytest

from scraper.text import Repaired, clean, repair, same_tone
from scraper.text.repair import fold_spaces

TABLE = Path(__file__).parents[3] / "shared" / "facts" / "text_cases.tsv"

NOT_BY_REPAIR = {
    "real_tcvn3_spaced": "letters torn apart",
    "real_pdf_scatter": "letters torn apart",
    "real_vni_pdf_glyph": "half of the swapped letters make other words",
    "real_vdoc_case": "spelling stays as printed",
    "real_css_hyphen": "a matter of joining elements",
    "vntimeh_caps": "only the font's name tells",
    "ligature": "stored text keeps compatibility forms",
    "fullwidth": "as above",
}
"""Kinds of lines that no text function can or should change to what the table expects, and why."""

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the table of broken lines is not at hand")


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] not in NOT_BY_REPAIR and row["expected"]:
                yield row["kind"], row["input"], row["expected"]


def mended(kind, line):
    cleaned = clean(line)
    return same_tone(cleaned) if "tone" in kind else cleaned


def test_at_least_99_of_100_are_mended():
    wrong = [(kind, line) for kind, line, expected in rows() if mended(kind, line) != fold_spaces(expected)]
    assert len(wrong) <= 0.01 * len(list(rows())), wrong


def test_clean_lines_stay():
    kept = [line for kind, line, _ in rows() if kind == "clean" or kind.startswith("keep")]
    assert len(kept) > 10
    assert [line for line in kept if repair(line) != Repaired(line)] == []
