"""What stored text goes through: mended where it is broken, and otherwise the same to the last character."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.text import Repaired, clean, repair

SPOILT = [
    *("&", "amp;", "#38;", "#x26;", "#97;", "lt;", "&ecirc;", "Ã", "¡", "á»", "‡", "‰", "â€œ", "Â\xa0", "\xa0", "\x93", "\x85"),
    *(
        "thø ",
        "n¨m ",
        "ngµy ",
        "Hoäi ",
        "Vieät ",
        "Hµi ",
        "ƣ",
        "Ð",
        "\xad",
        "\u200b",
        "\ufeff",
        "\u0323",
        "\u031b",
        "\uf0b7",
        "ﬁ",
    ),
    *("Hội ", "nghị ", "khơng ", "cịn ", "« ", "\t", "\0", "\ufffd"),
]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(SPOILT)).map("".join))


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_clean_text_is_composed_and_has_single_spaces(text):
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())


@given(ANY_TEXT)
def test_repair_says_what_clean_does(text):
    assert repair(text).text == clean(text)


@pytest.mark.parametrize(
    "line",
    [
        "Giải thưởng “VIFOTEC” – lần thứ 5 — ‘Sáng tạo’…",
        "Nhiệt độ 30º C, diện tích 1.000 m², ½ số hộ, 5 µg/m³, ﬁnal, ＶＵＳＴＡ, ①, ™, №",
        "GD&ĐT; KH&KT, R&D; Q&A, a&b;c, http://a.vn/?a=1&copy=2&lt=3",
        "Công ty Nestlé, L’Oréal, Moët & Chandon, Zürich, Guðmundur",
        "• mục 1 · mục 2 ► mục 3 ✓ ★ ※ 中文 😀 ✌️ ไทย",
        "H₂O, CO₂, x ≥ 5, ±2%, ≈ 3, 10⁻³, 5′ 30″, €, ₫",
        "Пётр Ильич, Ελλάδα, ความรู้",
        "",
        "5",
    ],
)
def test_clean_text_stays(line):
    assert repair(line) == Repaired(line)


@pytest.mark.parametrize(
    ("line", "meant", "repairs"),
    [
        ("Li&ecirc;n hiệp H&ocirc;\u0323i", "Liên hiệp Hội", ("entities", "composed")),
        ("&quot;S&aacute;ng tạo&quot; &amp;amp; Đổi mới", '"Sáng tạo" & Đổi mới', ("entities",)),
        ("Hi&amp;amp;amp;#7879;p &#0146;&#150;", "Hiệp ’–", ("entities",)),
        ("&NotANameAtAll; &; &lt;", "&NotANameAtAll; &; <", ("entities",)),
        ("\x93VIFOTEC\x94 \x96 2017\x85", "“VIFOTEC” – 2017…", ("controls",)),
        ("kỹ\u00ad thu\u200bật\ufeff \u202a5\u202c", "kỹ thuật 5", ("invisible",)),
        ("N\u034fg\u034fa\u034fy", "Ngay", ("invisible",)),
        ("Tƣ vấn, ƢU TIÊN", "Tư vấn, ƯU TIÊN", ("look-alikes",)),
        ("Ðại hội ðại biểu, NÐ-CP", "Đại hội đại biểu, NĐ-CP", ("look-alikes",)),
        ("Ðinh La Thang", "Đinh La Thang", ("look-alikes",)),
        ("\uf0b7 Hội viên", "• Hội viên", ("look-alikes",)),
        ("&#184;&#174; c&#184;c h&#233;i khoa h&#228;c", "áđ các hội khoa học", ("entities", "tcvn3")),
        (" Hội\u00a0nghị \r\n\t giao\u2003ban\u3000", "Hội nghị giao ban", ()),
    ],
)
def test_broken_text_is_mended(line, meant, repairs):
    assert repair(line) == Repaired(meant, repairs)


def test_decomposed_text_is_composed(sentence):
    assert repair(unicodedata.normalize("NFD", sentence)) == Repaired(sentence, ("composed",))


def test_marks_in_any_order_are_composed():
    assert clean("Hộ̂i") != clean("Hội")
    assert clean("Hô\u0323i ho\u0323\u0302i tru\u031bo\u031b\u0300ng") == "Hội hội trường"


@pytest.mark.parametrize(
    "text",
    [
        "&amp;" * 50_000,
        "&" + "#38;" * 50_000,
        "a" * 200_000,
        "ð" * 50_000,
        "Ã¡" * 50_000,
        "¸" * 50_000 + "a",
        "a? " * 50_000,
        "& " * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_long_text_takes_no_more_than_its_share(text):
    start = time.process_time()
    repair(text)
    assert time.process_time() - start < 2


def test_numbers_without_end_are_no_entities():
    text = "&#" + "9" * 5000 + ";"
    assert clean(text) == text
