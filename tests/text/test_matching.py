"""Two spellings of a word meet: folded for search, with the tone in one place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.text import fold, is_vietnamese_syllable, same_tone
from scraper.text.legacy import LETTERS


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_one_place_for_the_tone_is_one_place(text):
    assert same_tone(same_tone(text)) == same_tone(text)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("spell", [str.lower, str.upper, str.title])
def test_all_forms_of_a_sentence_fold_alike(sentence, form, spell):
    assert fold(unicodedata.normalize(form, spell(sentence))) == fold(sentence)


def test_every_letter_folds_to_ascii():
    assert fold(LETTERS) == "aaaaa aaaaa aaaaa eeeee eeeee iiiii ooooo ooooo ooooo uuuuu uuuuu yyyyy aadeoou"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Đắk\u00a0Lắk\t2017 ", "dak lak 2017"),
        ("Müller, Straße, Ærø, ﬁnal, ＶＵＳＴＡ", "muller, strasse, ærø, final, vusta"),
        ("30º C, m², ½", "30o c, m2, 1⁄2"),
        ("“Sáng tạo” – ð Ð", "“sang tao” – d d"),
        ("ไม่ Пётр", "ไม่ петр"),
    ],
)
def test_marks_go_and_other_scripts_stay(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà hoá hoả hoạ xoã", "hòa hóa hỏa họa xõa"),
        ("khoẻ loè toé", "khỏe lòe tóe"),
        ("uỷ thuỷ tuỳ Thuỵ Tuý luỹ", "ủy thủy tùy Thụy Túy lũy"),
        ("UỶ BAN, HOÀ BÌNH, Khánh Hoà", "ỦY BAN, HÒA BÌNH, Khánh Hòa"),
        ("qủa, qúy, gìau, hòan tòan, baỏ, lựơng, nghịêm, yêú", "quả, quý, giàu, hoàn toàn, bảo, lượng, nghiệm, yếu"),
    ],
)
def test_the_tone_goes_where_the_older_rule_puts_it(new, old):
    assert same_tone(new) == old
    assert same_tone(old) == old


@pytest.mark.parametrize(
    "text",
    [
        "quý quỳ quỷ quỹ quỵ quà quả quạ quần quốc quýt Quỳnh",
        "hoàn hoài hoạt hoặc khoảng toán loại xoáy oán ngoằn ngoèo",
        "khuỷu tuýp thuyết chuyển nguyễn duyệt huých Huỳnh truyện",
        "giảng gì gìn giếng giữa giá già giặt",
        "thuở mùa của lửa người cứu rượu muối miếng yến ỷ",
        "Nestlé, José, Zoé, Orléans, naïve, Café, ôtô",
    ],
)
def test_words_in_order_stay(text):
    assert same_tone(text) == text


@pytest.mark.parametrize(
    "words",
    [
        "nghiêng nghiễng khuỷu ngoằn khuya quắc quặp giếng gì gịn thuở xoong boóc choòng huơ",
        "yêu yến y ỷ ư ở ổ uỷ oe oái uế uống ươm ướp",
        "Đắk Lắk Krông Búk ĐẮK Nguyễn NGUYỄN nguyen dak lak Hoang",
    ],
)
def test_possible_syllables(words):
    assert [word for word in words.split() if not is_vietnamese_syllable(word)] == []


@pytest.mark.parametrize(
    "words",
    [
        "khơng cịn phịng lịng cơng",  # swapped letters of VNI fonts
        "kả cề ngể ghà nghá qí",  # spelling of k, c, g, ng
        "cảc tòt bàch hỏp",  # tones that a stop does not allow
        "hóà tơi̛ NguyÔn hỘi m² 5 Müller straße Zürich",
        "V¨n héi viÖt Hoäi caùc",
        "x ng tr GS TSKH",
    ],
)
def test_impossible_syllables(words):
    assert [word for word in words.split() if is_vietnamese_syllable(word)] == []


def test_all_words_of_the_sentences_are_syllables(sentence):
    words = [word.strip(",.") for word in sentence.split()]
    assert [word for word in words if not is_vietnamese_syllable(word)] in ([], ["oxy"])
