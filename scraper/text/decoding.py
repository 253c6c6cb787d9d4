"""Bytes to text: what the server and the page declare, held against what the bytes are."""

import codecs
import re
from collections.abc import Iterable

from bs4.dammit import EncodingDetector

HEAD = 4096
"""Where a page declares its encoding, bytes from the start."""

CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

STRAY_SHARE = 0.002
"""Most invalid bytes, as a share of the non-ASCII ones, in a page that is still UTF-8 with damage."""

SINGLE_BYTE = {"iso8859-1", "cp1252", "ascii"}
"""What servers declare without looking; read as cp1252, like browsers do."""


def declared_charsets(body: bytes, content_type: str | None = None) -> list[str]:
    """Return the encodings that the Content-Type header and the page's own head declare, in that order.

    >>> declared_charsets(b'<meta charset="utf-8">', "text/html; charset=windows-1258")
    ['windows-1258', 'utf-8']
    """
    header = CHARSET.search(content_type or "")
    inside = EncodingDetector.find_declared_encoding(body[:HEAD], is_html=True, search_entire_document=True)
    return [name for name in (header and header[1], inside) if name]


def decode(body: bytes, declared: Iterable[str] = ()) -> tuple[str, str]:
    """Return the text of ``body`` and the encoding it was read in.

    A byte order mark decides; then valid UTF-8, whatever was declared; then a declared encoding that fits; then UTF-8 with
    damage; then cp1258 and cp1252. Never fails: what no encoding explains becomes U+FFFD. NULs are dropped.

    >>> decode("Hội nghị".encode(), ["iso-8859-1"])
    ('Hội nghị', 'utf-8')
    """
    text, name = _by_mark(body) or _strict(body, "utf-8") or _by_declaration(body, declared) or _by_look(body)
    return text.replace("\0", ""), name


def _by_mark(body: bytes) -> tuple[str, str] | None:
    """Return the text of a body with a byte order mark."""
    rest, name = EncodingDetector.strip_byte_order_mark(body)
    return (rest.decode(name, "replace"), name) if name else None


def _by_declaration(body: bytes, declared: Iterable[str]) -> tuple[str, str] | None:
    """Return the text in the first declared encoding that fits; UTF-8 is known not to."""
    for name in declared:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        if known == "utf-8" and _is_damaged_utf8(body):
            return body.decode("utf-8", "replace"), "utf-8"
        found = _strict(body, "cp1252" if known in SINGLE_BYTE else known)
        if found and known != "utf-8":
            return found
    return None


def _by_look(body: bytes) -> tuple[str, str]:
    """Return the text in the encoding the bytes look like."""
    if _is_damaged_utf8(body):
        return body.decode("utf-8", "replace"), "utf-8"
    return _strict(body, "cp1258") or _strict(body, "cp1252") or (body.decode("cp1252", "replace"), "cp1252")


def _is_damaged_utf8(body: bytes) -> bool:
    """Say whether ``body`` is UTF-8 but for a few stray bytes."""
    high = sum(byte >= 0x80 for byte in body[: 1 << 20])
    stray = body[: 1 << 20].decode("utf-8", "replace").count("\ufffd")
    return 0 < stray <= max(2, high * STRAY_SHARE) and high > stray * 3


def _strict(body: bytes, encoding: str) -> tuple[str, str] | None:
    """Return the text if all of ``body`` is valid in ``encoding`` and that is an encoding of text."""
    try:
        return body.decode(encoding), encoding
    except (UnicodeError, LookupError):
        return None
