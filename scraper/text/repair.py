"""Repair: what every stored text goes through."""

import html
import re
import unicodedata

import ftfy

SUSPICIOUS = re.compile(
    "[\u0300-\u036f\u00a0\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufffc"
    "\u01a2\u01a3\u00f0\u00d0\x00-\x1f\x7f-\x9f]|  |^ | $|&[#\\w]+;|Ã.|Ä.|Æ[°¡]|á[º»]|Ă.|â€"
)
"""Anything that a clean text does not hold; most texts have nothing of it and are returned as they are."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc"
    "\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
MOJIBAKE = re.compile("[ÃĂÄ].|Æ[°¡]|á[º»]|â€")
CP1258 = {bytes([byte]).decode("cp1258", "ignore") or chr(byte): byte for byte in range(256)}
"""The byte behind each character of cp1258. ftfy knows cp1252 only, and leaves this mojibake half repaired."""

LOOKALIKES = str.maketrans({"ƣ": "ư", "Ƣ": "Ư", "ð": "đ", "Ð": "Đ"})
"""Letters that Word fonts and PDF printers put for Vietnamese ones; no Vietnamese word has them."""

ENTITY = re.compile(r"&#?\w+;")


def clean(text: str) -> str:
    """Return ``text`` as it was meant: composed, no invisible characters, mojibake and look-alikes repaired, spaces folded.

    >>> clean("  H\u00f4\u0323i nghi\u0323\u200b\u00a0giao ban &amp;amp; tổng kết ")
    'Hội nghị giao ban & tổng kết'
    >>> clean("LiÃªn hiá»‡p nƣớc ngoài")
    'Liên hiệp nước ngoài'
    >>> clean("LiĂªn hiá»‡p")
    'Liên hiệp'
    """
    if not SUSPICIOUS.search(text):
        return text
    if ENTITY.search(text):
        text = html.unescape(html.unescape(text))
    text = _without_mojibake(text)
    text = INVISIBLE.sub("", text)
    return " ".join(unicodedata.normalize("NFC", text).translate(LOOKALIKES).split())


def _without_mojibake(text: str) -> str:
    """Return UTF-8 that was read in another encoding as it was written."""
    if not MOJIBAKE.search(text):
        return text
    try:
        return bytes(map(CP1258.__getitem__, unicodedata.normalize("NFC", text))).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return ftfy.fix_encoding(text)
