"""Bytes to text: what the server and the page declare, held against what the bytes are."""

import codecs
import re
from collections.abc import Iterable
from unicodedata import normalize

from bs4.dammit import EncodingDetector

from scraper.text.characters import CP1252
from scraper.text.syllables import is_vietnamese_syllable

HEAD = 4096
"""Where a page declares its encoding, bytes from the start."""

CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the mark of UTF-16 that it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

TRUSTED = re.compile(
    r"gb\w+|hz|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|koi8-\w|tis-620|cp(?:125\d|8[67]\d|9\d\d)|iso8859-\d+|mac-\w+"
)
"""Codecs believed if they fit. Not among them: ``unicode_escape``, ``idna`` and their like, which Python calls encodings too,
and UTF-16, which any page of even length fits."""

UNLOOKED = {"ascii", "iso8859-1", "cp1252", "cp1258", "utf-8"}
"""What is declared without looking: the default of some server, or an encoding whose fit is judged by the words."""

SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
SEQUENCES_A_STRAY = 2
"""Fewest characters of UTF-8 for each stray byte in UTF-8 with damage; in 8-bit sets they come about by chance, and rarely."""

LEAST_SYLLABLES = 0.7
"""Share of the words with marks that must be syllables in a page read as cp1258; read so by mistake, under half are."""

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 1 << 20
"""Bytes by which a body is judged that is no valid UTF-8; the rest is written in the same way."""

AS_BROWSERS = "".join(CP1252.get(byte, chr(byte)) for byte in range(256))
"""What browsers show for each byte of a page in cp1252."""

Decoded = tuple[str, str]
"""A text and the name of Python's codec that it was read with."""


def declared_charsets(body: bytes, content_type: str | None = None) -> list[str]:
    """Return the encodings that the Content-Type header and the page's own head declare, in that order.

    >>> declared_charsets(b'<meta charset="utf-8">', "text/html; charset=windows-1258")
    ['windows-1258', 'utf-8']
    """
    header = CHARSET.search(content_type or "")
    inside = EncodingDetector.find_declared_encoding(body[:HEAD], is_html=True, search_entire_document=True)
    return [name for name in (header and header[1], inside) if name]


def decode(body: bytes, declared: Iterable[str] = ()) -> Decoded:
    r"""Return the text of ``body`` without NULs, and the name of the codec it was read with.

    A byte order mark decides; then valid UTF-8, whatever was declared; then what is declared, if it fits; then UTF-8 with
    damage, its stray bytes as U+FFFD; then cp1258 if that makes Vietnamese, else cp1252 as browsers read it. Never fails. Text
    in older sets comes back as cp1252; ``clean`` reads it block by block.

    >>> decode("Hội nghị".encode(), ["iso-8859-1"])
    ('Hội nghị', 'utf-8')
    >>> decode(b"N\xe3\xdeng \x96 \xd0\xf4\xcc"), decode(b"M\xfcller \x93GmbH\x94")
    (('Nẵng – Đồ', 'cp1258'), ('Müller “GmbH”', 'cp1252'))
    """
    text, codec = (
        _by_mark(body)
        or _strict(body, "utf-8")
        or _by_nuls(body)
        or _declared(body, declared)
        or _damaged(body)
        or _by_words(body)
    )
    return text.replace("\0", ""), codec


def _by_mark(body: bytes) -> Decoded | None:
    """Return the text of a body with a byte order mark."""
    for mark, codec in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace"), codec
    return None


def _strict(body: bytes, codec: str) -> Decoded | None:
    """Return the text if all of ``body`` is valid in ``codec``."""
    try:
        return body.decode(codec), codec
    except UnicodeError:
        return None


def _by_nuls(body: bytes) -> Decoded | None:
    """Return the text of UTF-16 without a mark, in which every second byte of markup is NUL."""
    head = body[:HEAD]
    for codec, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if high.count(0) * 2 > len(high):
            return body.decode(codec, "replace"), codec
    return None


def _declared(body: bytes, declared: Iterable[str]) -> Decoded | None:
    """Return the text in the first declared encoding that can be believed and fits."""
    for name in declared:
        try:
            codec = codecs.lookup(name).name
        except (LookupError, ValueError):  # ValueError: a NUL in the name
            continue
        if codec not in UNLOOKED and TRUSTED.fullmatch(codec) and (found := _strict(body, codec)):
            return found
    return None


def _damaged(body: bytes) -> Decoded | None:
    """Return the text of UTF-8 in which some bytes are broken."""
    sample = body[:SAMPLE]
    strays = sample.decode("utf-8", "replace").count("\ufffd")
    return (body.decode("utf-8", "replace"), "utf-8") if len(SEQUENCE.findall(sample)) >= SEQUENCES_A_STRAY * strays else None


def _by_words(body: bytes) -> Decoded:
    """Return the text in cp1258 where that makes Vietnamese words, else in cp1252."""
    sample = normalize("NFC", body[:SAMPLE].decode("cp1258", "replace"))
    words = [word for word in WORD.findall(sample) if not word.isascii()]
    if sum(map(is_vietnamese_syllable, words)) > LEAST_SYLLABLES * len(words):
        return normalize("NFC", body.decode("cp1258", "replace")), "cp1258"
    return codecs.charmap_decode(body, "strict", AS_BROWSERS)[0], "cp1252"
