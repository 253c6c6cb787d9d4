"""Ways in which a page can be broken, each a function of its bytes and chance."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

TAG = re.compile(rb"<[^<>]{1,400}>")
ATTRIBUTE = re.compile(rb"\s(?:class|id|style|href|src|alt)=(?:\"[^\"]*\"|'[^']*')")
LABELS = (
    *"utf-8 utf-16 utf-16le utf-32 utf-7 ascii iso-8859-1 iso-8859-8-i iso-2022-jp iso-2022-kr windows-1252".split(),
    *"windows-1258 windows-874 macintosh x-mac-cyrillic koi8-r big5 gbk gb18030 euc-jp euc-kr shift_jis tcvn vps".split(),
    *"hz-gb-2312 viscii x-user-defined replacement unicode unicode_escape punycode idna base64 rot13 zlib none null".split(),
    "\0",
)
NESTED = (
    "div",
    "span",
    "b",
    "table><tr><td",
    "ul><li",
    "blockquote",
    "font",
    "p",
    "a href='/x'",
    "form",
    "em",
    "section",
    "h2",
)
REPEATED = (
    "<br>", "<p>Hội nghị giao ban quý III.</p>", "<a href='/tin-1.html'>Tin liên quan số một</a> ", "<li>mục", " ", "&nbsp;",
    "<td>ô", "<img src='/a.jpg' alt='Ảnh 1'>", "12/3/2019 08:30 ", "Nguyễn Văn An, ", "Ã¡Â»", "Thø n¨m, ", "(((", "&amp;", "ạ́",
)  # fmt: skip
"""What a page may hold far too much of."""


def _place(body: bytes, chance: random.Random) -> int:
    """Return a place in ``body``."""
    return chance.randrange(len(body) + 1)


def cut_out(body: bytes, chance: random.Random) -> bytes:
    """Leave out a piece."""
    start = _place(body, chance)
    return body[:start] + body[start + chance.randrange(1, 5000) :]


def cut_short(body: bytes, chance: random.Random) -> bytes:
    """Leave out the end."""
    return body[: _place(body, chance)]


def drop_tags(body: bytes, chance: random.Random) -> bytes:
    """Leave out some of the tags."""
    share = chance.random() / 2
    return TAG.sub(lambda found: b"" if chance.random() < share else found[0], body)


def double_tags(body: bytes, chance: random.Random) -> bytes:
    """Write some of the tags twice."""
    share = chance.random() / 4
    return TAG.sub(lambda found: found[0] * 2 if chance.random() < share else found[0], body)


def swap_tags(body: bytes, chance: random.Random) -> bytes:
    """Put other tags of the page in the place of some."""
    tags = TAG.findall(body) or [b"<p>"]
    share = chance.random() / 4
    return TAG.sub(lambda found: chance.choice(tags) if chance.random() < share else found[0], body)


def drop_attributes(body: bytes, chance: random.Random) -> bytes:
    """Leave out classes, addresses and the like."""
    share = chance.random()
    return ATTRIBUTE.sub(lambda found: b"" if chance.random() < share else found[0], body)


def long_attribute(body: bytes, chance: random.Random) -> bytes:
    """Give an element a very long class."""
    return body.replace(b"<div", b"<div class='" + b"tin-tuc " * chance.choice((10, 1000, 100000)) + b"'", 1)


def nest(body: bytes, chance: random.Random) -> bytes:
    """Open an element up to ten thousand times, and close it as often or never."""
    name = chance.choice(NESTED)
    count = chance.choice((10, 100, 300, 1000, 10000))
    opened, closed = (
        f"<{name}>".encode() * count,
        b"".join(f"</{tag.split()[0]}>".encode() for tag in reversed(name.split("><"))),
    )
    start = _place(body, chance)
    stop = max(start, _place(body, chance))
    return body[:start] + opened + body[start:stop] + (closed * count if chance.random() < 0.5 else b"") + body[stop:]


def repeat(body: bytes, chance: random.Random) -> bytes:
    """Put in far too much of something."""
    text = chance.choice(REPEATED).encode() * chance.choice((10, 1000, 10000, 50000))
    start = _place(body, chance)
    return body[:start] + text + body[start:]


def many_times(body: bytes, chance: random.Random) -> bytes:
    """Put the page many times behind itself."""
    return body * chance.randint(2, 20)


def flip_bytes(body: bytes, chance: random.Random) -> bytes:
    """Change some bytes to any others."""
    changed = bytearray(body)
    for _ in range(chance.choice((1, 50, 2000)) if body else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def add_controls(body: bytes, chance: random.Random) -> bytes:
    """Put in NULs, controls, marks of direction and broken UTF-8."""
    junk = (
        b"\0",
        b"\x0b",
        b"\x1b[0m",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80",
        b"\xe2\x80\xae",
        b"\x85",
    )
    for _ in range(chance.randint(1, 200)):
        start = _place(body, chance)
        body = body[:start] + chance.choice(junk) + body[start:]
    return body


def label(body: bytes, chance: random.Random) -> bytes:
    """Declare another encoding."""
    return f"<meta charset={chance.choice(LABELS)}>".encode() + body


def encode(body: bytes, chance: random.Random) -> bytes:
    """Send the page in another encoding, with its mark or without."""
    codec = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258", "cp1252", "utf-7", "gb18030"))
    return body.decode("utf-8", "replace").encode(codec, "replace")


def leave_open(body: bytes, chance: random.Random) -> bytes:
    """Open something that never ends."""
    start = _place(body, chance)
    return (
        body[:start]
        + chance.choice((b"<!--", b"<script>", b"<style>", b"<![CDATA[", b"<textarea>", b"<a href='", b"<!", b"<?", b"&#"))
        + body[start:]
    )


MUTATIONS: tuple[Mutation, ...] = (
    cut_out, cut_short, drop_tags, double_tags, swap_tags, drop_attributes, long_attribute, nest, repeat, many_times,
    flip_bytes, add_controls, label, encode, leave_open,
)  # fmt: skip
