"""Characters that a person would not have typed: entities left over, controls, invisible ones, look-alikes."""

import html
import re
from html.entities import html5

from scraper.text.letters import UNMISTAKABLE
from scraper.text.syllables import is_vietnamese_syllable

CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
"""What browsers show for the control codes 80 to 9F; the five bytes that cp1252 lacks stay controls."""

LATIN1 = {ord(shown): byte for byte, shown in CP1252.items()}
"""For ``str.translate``: text read as cp1252 to the same text read as Latin-1, code point equal to byte."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ud800-\udfff\ufffe\uffff]"
)
"""Controls, soft hyphens, zero-width and direction marks, fillers, halves of surrogate pairs: nothing that prints."""

AMPERSANDS = re.compile(r"&(?:(?:amp|#0*38|#x0*26);)+", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,31}|#[xX][0-9a-fA-F]{1,31}|[A-Za-z]\w*);", re.ASCII)
"""With its semicolon: without one it would be found in addresses (``?a=1&copy=2``)."""

LOOKALIKES = dict(zip("ƣƢ\uf0b7\uf0a7\uf076\uf06e\uf0d8\uf0fc\uf0e0", "ưƯ•▪❖■➢✓→", strict=True))
"""The letter oi, which old Word fonts and PDF printers put for ư; no language printed today has it. And Word's list signs, in
the private codes of the fonts Symbol and Wingdings."""

LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")
CONTROL = re.compile("[\x80-\x9f]")
ETH = str.maketrans("ðÐ", "đĐ")
ETH_WORD = re.compile(r"(?<!\w)[^\WðÐ]*+[ðÐ]\w*+")
OWN_LETTER = re.compile(f"[{UNMISTAKABLE}]")


def resolve_entities(text: str) -> str:
    """Return ``text`` with the entities resolved that are still in it, however often they were escaped.

    >>> resolve_entities("Li&amp;amp;ecirc;n hi&#7879;p GD&ĐT; ?a=1&copy=2")
    'Liên hiệp GD&ĐT; ?a=1&copy=2'
    """
    return ENTITY.sub(_resolved, AMPERSANDS.sub("&", text))


def _resolved(found: re.Match[str]) -> str:
    """Return what an entity stands for, itself if it is none."""
    entity = found[0]
    return html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)


def show_controls(text: str) -> str:
    r"""Return ``text`` with the quotes and dashes of cp1252 that were read as control codes.

    >>> show_controls("\x93VIFOTEC\x94")
    '“VIFOTEC”'
    """
    return CONTROL.sub(lambda found: CP1252[ord(found[0])], text)


def drop_invisible(text: str) -> str:
    r"""Return ``text`` without characters that do not print; spaces stay, of whatever width.

    >>> drop_invisible("k\u00adỹ th\u200buật\ufeff")
    'kỹ thuật'
    """
    return INVISIBLE.sub("", text)


def replace_lookalikes(text: str) -> str:
    """Return ``text`` with the Vietnamese letter for ƣ, ð and their like, and with bullets for the private codes of Word.

    >>> replace_lookalikes("nƣớc, Ðảng, ÐHQG"), replace_lookalikes("Guðmundur Ðinh")
    ('nước, Đảng, ĐHQG', 'Guðmundur Đinh')
    """
    text = LOOKALIKE.sub(lambda found: LOOKALIKES[found[0]], text)
    if "ð" in text or "Ð" in text:
        return text.translate(ETH) if OWN_LETTER.search(text) else ETH_WORD.sub(_without_eth, text)
    return text


def _without_eth(found: re.Match[str]) -> str:
    """Return a word with đ for ð where that makes it Vietnamese."""
    word = found[0].translate(ETH)
    return word if is_vietnamese_syllable(word) else found[0]
