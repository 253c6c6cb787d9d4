"""UTF-8 that was read in an 8-bit set is read anew; text that only looks a little like it stays."""

import unicodedata

import pytest

from scraper.text import clean, repair


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1258"])
def test_a_sentence_is_read_anew(sentence, misread, encoding):
    assert repair(misread(sentence, encoding)).text == sentence
    assert "mojibake" in repair(misread(sentence, encoding)).repairs


@pytest.mark.parametrize("first", ["latin-1", "cp1252"])
@pytest.mark.parametrize("second", ["latin-1", "cp1252"])
def test_so_is_one_that_was_misread_twice(sentence, misread, first, second):
    assert clean(misread(misread(sentence, first), second)) == sentence


def test_so_is_one_in_capitals(sentence, misread):
    assert clean(misread(sentence.upper(), "cp1252")) == sentence.upper()


def test_so_is_decomposed_text(sentence, misread):
    assert clean(misread(unicodedata.normalize("NFD", sentence), "cp1252")) == sentence


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Khu vá»±c", "Khu vực"),
        ("Gá»­i Ä‘i", "Gửi đi"),
        ("CÃ¡c", "Các"),
        ("â€œVIFOTECâ€\x9d â€“ 2017", "“VIFOTEC” – 2017"),
        ("Chủ tịch Há»™i Ä‘á»“ng", "Chủ tịch Hội đồng"),
        ("ThờiÂ\xa0gian:Â\xa08 giờ", "Thời gian: 8 giờ"),
        ("lÃ m viá»‡c vÃ o ngÃ y mai vÃ xong", "làm việc vào ngày mai và xong"),
    ],
)
def test_single_words_and_parts_are_read_anew(line, meant):
    assert clean(line) == meant


@pytest.mark.parametrize(
    "line",
    [
        "XÃ HỘI, ĐÃ ĐƯA, XÃ NAM HÀ",
        "«XÃ» và «quá»…, “XÃ” và ‘quá’",
        "LÃ–NH, XÃ–PHƯỜNG, QUÁ“TỐT”",
        "CHỮ Ă, Â VÀ Ê: ă – â – ê",
        "Ấn phẩm “CÂU CÁ”… 50€",
    ],
)
def test_capitals_next_to_signs_are_none(line):
    assert clean(line) == line
    assert clean(line.replace(", ", ",\xa0")) == line


def test_a_no_break_space_behind_a_capital_is_a_space():
    assert clean("XÃ\xa0HỘI") == "XÃ HỘI"
    assert clean("XÃ\xa0NAM HÀ") == "XÃ NAM HÀ"


def test_torn_mojibake_is_told():
    assert repair("Khoa há»c vÃ  ngÆ°á»i").doubts == ("mojibake with lost bytes",)
