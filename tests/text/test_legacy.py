"""Text in the 8-bit sets is read back, and no other text is taken for it."""

import unicodedata

import pytest

from scraper.text import Repaired, clean, repair
from scraper.text.gate import typed_in
from scraper.text.legacy import LETTERS, VNI_TABLE, read_tcvn3, read_viscii, read_vni, read_vps

NATION = "Cộng hòa xã hội chủ nghĩa Việt Nam"
FOREIGN = (
    "Les élèves de l'école ont été reçus à Noël par le maire ; où êtes-vous ?",
    "Là où il y a de la gêne, il n'y a pas de plaisir, à la carte, çà et là",
    "Müller und Söhne GmbH, größte Straße, Übungen für Köche",
    "El señor Núñez habló en España; ¿qué tal, niño? ¡Olé!",
    "São João, coração, não há razão, você é português, avó e avô",
    "På Ærø og i Ålborg fik Søren blåbærgrød",
    "Räksmörgås på sjön vid Växjö, Örebro och Malmö",
    "Guðmundur Þórsson, Ísland, það er gott",
    "România, București, însă, fără, Bacău",
    "Łódź, Kraków, żółć; Příliš žluťoučký kůň; Győr, Pécs",
    "Però la città è già lì, perché no? Col·lecció",
    "® © ± 5% ½ kg × 3 ÷ 2, 25 °C, 5 µg/m³, 1ª, 2º",
    "Dien tich 12 m², the tich 5 m³, chieu dai 5 µm, nhiet do 30 °C",
    "Ö Ü ä ß",
)


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (read_tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam"),
        (read_vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
        (read_viscii, "Cµng hòa xã hµi chü nghîa Vi®t Nam"),
        (read_vps, "C¶ng hòa xã h¶i chû nghïa ViŒt Nam"),
    ],
)
def test_known_lines_are_read(read, line):
    assert read(line) == NATION
    assert clean(line) == NATION


@pytest.mark.parametrize("read", [read_viscii, read_vps, read_vni, read_tcvn3])
def test_a_set_leaves_ascii_alone(read):
    plain = "".join(map(chr, range(0x20, 0x7F)))
    assert read(plain) == plain


def test_vni_has_a_code_for_every_letter():
    assert set(VNI_TABLE.values()) == set((LETTERS + LETTERS.upper()).replace(" ", ""))


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "vps"])
def test_a_sentence_is_read_back(sentence, typed, name):
    repaired = repair(typed(sentence, name))
    assert repaired.text == sentence
    assert repaired.repairs[0] == name


@pytest.mark.parametrize(("name", "least"), [("tcvn3", 0.85), ("vni", 0.85), ("viscii", 0.75), ("vps", 0.75)])
def test_most_runs_of_six_words_are_enough(sentences, typed, name, least):
    runs = [" ".join(words[start : start + 6]) for words in map(str.split, sentences) for start in range(len(words) - 5)]
    read = [clean(typed(run, name)) for run in runs]
    assert sum(map(str.__eq__, read, runs)) / len(runs) >= least


def test_capitals_without_a_code_are_restored():
    assert clean("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert clean("UBND tØnh tæ chøc HéI NGHÞ b¸o c¸o") == "UBND tỉnh tổ chức HỘI NGHỊ báo cáo"


def test_the_soft_hyphen_is_a_letter_in_tcvn3_only():
    assert clean("n­íc s¹ch vµ vÖ sinh m«i tr­êng") == "nước sạch và vệ sinh môi trường"
    assert clean("n­ước sạch") == "nước sạch"


def test_words_in_an_old_font_amid_unicode_are_read():
    assert repair("Chủ trì: GS. NguyÔn V¨n B×nh (Viện trưởng)").text == "Chủ trì: GS. Nguyễn Văn Bình (Viện trưởng)"


@pytest.mark.parametrize("line", FOREIGN)
def test_other_languages_and_signs_are_left_alone(line):
    assert clean(line) == line
    assert repair(line).doubts == ()


def test_clean_vietnamese_is_left_alone(sentence):
    assert typed_in(sentence) is None
    assert repair(sentence) == Repaired(sentence)
    assert repair(sentence.upper()) == Repaired(sentence.upper())


def test_vietnamese_without_accents_is_left_alone(sentence):
    bare = unicodedata.normalize("NFKD", sentence.replace("đ", "d")).encode("ascii", "ignore").decode()
    for text in (bare, f"{bare} ©", f"{bare} 12 m² × 5 m³", f"• {bare} ®"):
        assert clean(text) == text
