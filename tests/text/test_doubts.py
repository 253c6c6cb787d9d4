"""What cannot be mended is told, and clean text raises no doubt."""

import pytest

from scraper.text import repair


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Trường khơng chỉ đào tạo mà cịn nghiên cứu", "letters swapped by a VNI font"),
        ("CƠNG TÁC PHỊNG CHỐNG", "letters swapped by a VNI font"),
        ("Th o lu n t i h i tr ng v s áng ki n m i c a t nh", "letters torn apart"),
        ("Quy Õ t Þ nh v Ò vi Ö c ban h µ nh quy ch Õ c ñ a t Ø nh", "letters torn apart"),
        ("Сһo vаy nһаnh ϲһi trong ngày", "look-alike letters of several scripts"),
        ("Li?n hi?p c?c h?i khoa h?c", "characters lost"),
        ("Liên hi\ufffdp", "characters lost"),
        ("Xv¨nq bq¶nw zp®¹oq qr¬nw", "old font not read"),
    ],
)
def test_damage_is_told_and_left(text, doubt):
    repaired = repair(text)
    assert repaired.text == text
    assert doubt in repaired.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Bài thơ vĩ mô, thị trường, thờ ơ, mơ mộng, vị trí, nghĩ kĩ",
        "Nặng 5 kg, dài 3 m, cao 20 cm, rộng 2 km, 30 s, v.v. và t.p",
        "α-amylase, β-caroten, 5 μm, 3 μg, ΔH, ΔG, TNFα, IFNγ, NF-κB, kΩ",
        "Пётр Ильич Чайковский, Ελλάδα",
        "Vì sao? Ai? Xem http://a.vn/tin.php?id=1&x=2 và b.vn/xem?so=3, c.vn/a?b=c",
        "GS.TSKH, PGS.TS, ThS, TP.HCM, QĐ-UBND, NĐ-CP, HĐND, BCH TW",
        "Tel: 04.3943 · Fax: 04.3944 · © 2017 ® ±5% ½",
    ],
)
def test_odd_but_clean_text_raises_none(text):
    assert repair(text).doubts == ()


def test_sentences_raise_none(sentence):
    assert repair(sentence).doubts == ()
