"""The 8-bit sets in which Vietnamese was typed before Unicode; browsers show such text as Latin letters and signs.

The tables are those of the Vietnamese Unicode project, held against glibc's iconv (TCVN5712-1, VISCII) and the keyboard driver
xvnkb (VNI, VPS) without a difference. Each follows the order of ``LETTERS``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from scraper.text.characters import LATIN1

LETTERS = "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâđêôơư"

TCVN3 = "µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ ¨©®ª«¬\xad"
TCVN3_CAPITALS = "----- ----- ----- ----- ----- ----- ----- ----- ----- ----- ----- ----- ¡¢§£¤¥¦"
"""Capitals with a tone have no code: they are small letters in a font that draws capitals."""

VNI = (
    "aø aû aõ aù aï aè aú aü aé aë aà aå aã aá aä eø eû eõ eù eï eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oà oå oã oá oä "
    "ôø ôû ôõ ôù ôï uø uû uõ uù uï öø öû öõ öù öï yø yû yõ yù î aê aâ ñ eâ oâ ô ö"
)

VISCII = "àäãáÕ ¢ÆÇ¡£ ¥¦ç¤§ èë¨é© «¬\xadª® ìïîí¸ òöõó÷ °±²¯µ ¶·Þ¾þ ùüûúø ×ØæÑñ ÏÖÛýÜ åâðêô½ß"
VISCII_CAPITALS = (
    "ÀÄÃÁ\x80 \x82\x02\x05\x81\x83 \x85\x86\x06\x84\x87 ÈË\x88É\x89 \x8b\x8c\x8d\x8a\x8e Ì\x9bÎÍ\x98 Ò\x99-Ó\x9a "
    "\x90\x91\x92\x8f\x93 \x96\x97³\x95\x94 Ù\x9c\x9dÚ\x9e »¼ÿº¹ \x9f\x14\x19Ý\x1e ÅÂÐÊÔ´¿"
)
"""No Õ: its code A0 is a no-break space in every page."""

VPS = "àäãáå ¢£¤¡¥ ÀÄÅÃÆ èÈëéË \x8a\x8bÍ\x89\x8c ìÌïíÎ òÕõó\x86 Ò°\x87Ó¶ ©ª«§® ùûÛúø Øº»Ù¿ ÿ\x9bÏ\x9a\x9c æâÇêôÖÜ"
VPS_CAPITALS = (
    "\x80\x81\x82Á\x02 \x8e\x8fð\x8d\x04 \x84\x85\x1c\x83\x03 ×ÞþÉ\x05 \x93\x94\x95\x90\x06 µ·¸´\x10 ¼½¾¹\x11 "
    "\x97\x98\x99\x96\x12 \x9e\x9f¦\x9d\x13 ¨Ñ¬Ú\x14 ¯±\x1d\xad\x15 ²ý³Ý\x19 \x88ÂñÊÔ÷Ð"
)


def _single(codes: str, capitals: str) -> dict[int, str]:
    """Return the letter behind each code of a set that has one code a letter."""
    table = dict(zip(capitals + codes, LETTERS.upper() + LETTERS, strict=True))
    return {ord(code): letter for code, letter in table.items() if code not in " -"}


def _double(codes: list[str]) -> dict[str, str]:
    """Return the letter behind each code of a set that has a code for the vowel and one for the marks on it."""
    small = dict(zip(codes, LETTERS.replace(" ", ""), strict=True))
    return {spell(code): letter.upper() for code, letter in small.items() for spell in (str.upper, str.capitalize)} | small


TCVN3_TABLE = _single(TCVN3, TCVN3_CAPITALS)
VNI_TABLE = _double(VNI.split())
VNI_CODE = re.compile("|".join(sorted(VNI_TABLE, key=len, reverse=True)))
VISCII_TABLE = _single(VISCII, VISCII_CAPITALS)
VPS_TABLE = _single(VPS, VPS_CAPITALS)

PRINTED = re.compile(r"\S+")
SMALL_LETTER = re.compile("[a-z]")
TWO_CAPITALS = re.compile("[A-Z][^A-Z]*+[A-Z]")


def read_tcvn3(text: str) -> str:
    """Return what was typed in TCVN3 (ABC, the .VnTime fonts), capitals restored where the word or the text is in capitals.

    >>> read_tcvn3("QuyÕt ®Þnh cña UBND tØnh"), read_tcvn3("HéI NGHÞ, b¸o c¸o"), read_tcvn3("Tæ QUèC")
    ('Quyết định của UBND tỉnh', 'HỘI NGHỊ, báo cáo', 'TỔ QUỐC')
    """
    if _in_capitals(text):
        return text.translate(TCVN3_TABLE).upper()
    return PRINTED.sub(lambda word: _tcvn3_word(word[0]), text)


def _tcvn3_word(word: str) -> str:
    """Return a word typed in TCVN3."""
    read = word.translate(TCVN3_TABLE)
    return read.upper() if _in_capitals(word) else read


def _in_capitals(text: str) -> bool:
    """Say whether ``text`` has ASCII letters, more than one, and all of them capitals."""
    return SMALL_LETTER.search(text) is None and TWO_CAPITALS.search(text) is not None


def read_vni(text: str) -> str:
    """Return what was typed in VNI-Windows.

    >>> read_vni("TAÏP CHÍ KHOA HOÏC, Soá 9")
    'TẠP CHÍ KHOA HỌC, Số 9'
    """
    return VNI_CODE.sub(lambda code: VNI_TABLE[code[0]], text)


def read_viscii(text: str) -> str:
    """Return what was typed in VISCII.

    >>> read_viscii("Liên hi®p các Hµi Khoa h÷c")
    'Liên hiệp các Hội Khoa học'
    """
    return text.translate(LATIN1).translate(VISCII_TABLE)


def read_vps(text: str) -> str:
    """Return what was typed in VPS.

    >>> read_vps("ngÜ©i ÇÎa phÜÖng, tuy‰n")
    'người địa phương, tuyến'
    """
    return text.translate(LATIN1).translate(VPS_TABLE)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A set of codes."""

    name: str
    read: Callable[[str], str]
    """Turns text that was taken for Latin-1 or cp1252 into what was typed."""


ENCODINGS = (
    Encoding("tcvn3", read_tcvn3),
    Encoding("vni", read_vni),
    Encoding("viscii", read_viscii),
    Encoding("vps", read_vps),
)
"""The sets seen on Vietnamese pages, most common first."""
