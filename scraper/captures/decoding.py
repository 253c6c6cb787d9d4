"""Undoing what servers do to a body on its way: chunks and compression.

What does not fit its header is taken as it stands: many writers store the decoded body under the headers of the wire, and some
servers name a compression that they did not apply.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from types import MappingProxyType

from fastwarc.stream_io import BrotliReader, ZstdReader

from scraper.captures.records import LARGEST

ZLIB_MAGIC = b"\x78"
CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


def decoded(raw: bytes, headers: Mapping[str, str]) -> bytes:
    r"""Return the body that was sent as ``raw`` under ``headers`` (names in lower case); a bomb is cut at LARGEST bytes.

    >>> decoded(b"4\r\nxin \r\n4\r\nchao\r\n0\r\n\r\n", {"transfer-encoding": "chunked"})
    b'xin chao'
    >>> decoded(b"xin chao", {"content-encoding": "gzip", "transfer-encoding": "chunked"})
    b'xin chao'
    """
    applied = f"{headers.get('content-encoding', '')},{headers.get('transfer-encoding', '')}".lower().split(",")
    for coding in reversed(applied):
        raw = DECODERS.get(coding.strip(), bytes)(raw)
    return raw


def unchunked(raw: bytes) -> bytes:
    """Return ``raw`` without the marks of chunked transfer; of a body cut short, what arrived."""
    parts, at = [], 0
    while head := CHUNK_HEAD.match(raw, at):
        size = int(head[1], 16)
        parts.append(raw[head.end() : head.end() + size])
        at = head.end() + size + 2
        if len(parts) == 1 and not b"\r\n".startswith(raw[at - 2 : at]):
            return raw
    return b"".join(parts) if parts else raw


def inflated(raw: bytes) -> bytes:
    """Return ``raw`` decompressed from gzip or zlib; of a stream cut short, what arrived."""
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=47).decompress(raw, LARGEST)
    return raw


def deflated(raw: bytes) -> bytes:
    """Return ``raw`` decompressed from what servers send as ``deflate``: zlib by the standard, the bare stream from old IIS."""
    if raw.startswith(ZLIB_MAGIC):
        return inflated(raw)
    bare = zlib.decompressobj(wbits=-15)
    with suppress(zlib.error):
        content = bare.decompress(raw, LARGEST)
        # A bare stream has neither mark nor checksum: that it comes to an end is all that tells it from plain text.
        if bare.eof:
            return content
    return raw


def unbrotlied(raw: bytes) -> bytes:
    """Return ``raw`` decompressed from Brotli."""
    with suppress(OSError):
        content = BrotliReader(BytesIO(raw)).read(LARGEST)
        # Text that begins with a byte like "5" also passes for an empty stream; a real one is a single byte.
        if content or len(raw) == 1:
            return content
    return raw


def unzstandarded(raw: bytes) -> bytes:
    """Return ``raw`` decompressed from Zstandard."""
    with suppress(OSError):
        return ZstdReader(BytesIO(raw)).read(LARGEST)
    return raw


DECODERS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "chunked": unchunked,
        "gzip": inflated,
        "x-gzip": inflated,
        "deflate": deflated,
        "br": unbrotlied,
        "zstd": unzstandarded,
    }
)
"""Names of codings in HTTP headers, with what undoes them."""
