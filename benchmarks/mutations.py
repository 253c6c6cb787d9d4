"""Ways in which a page can be broken, each a function of its bytes and chance."""

import random
import re
from collections.abc import Callable

from benchmarks.junk import ADDRESSES, BROKEN, DIFFERENT, LABELS, NAMES, NESTED, REPEATED, SCRIPTS

Mutation = Callable[[bytes, random.Random], bytes]

TAG = re.compile(rb"<[^<>]{1,400}>")
END = re.compile(rb"</[a-z]{1,10}>")
ADDRESS = re.compile(rb"((?:href|src)=\")[^\"]*\"")
ATTRIBUTE = re.compile(rb"\s(?:class|id|style|href|src|alt)=(?:\"[^\"]*\"|'[^']*')")
MEBIBYTE = 1 << 20


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
    """Give an element a very long attribute."""
    value = chance.choice(("tin-tuc ", "x", ".", "9", "a.jpg 3w, ", "/", "- ")) * chance.choice((10, 1000, 100_000))
    tag = chance.choice((b"<div", b"<img", b"<a", b"<p", b"<meta", b"<html"))
    return body.replace(tag, tag + f" {chance.choice(NAMES)}='{value}'".encode(), chance.randint(1, 3))


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


def repeat_differently(body: bytes, chance: random.Random) -> bytes:
    """Put in far too many of something, no two alike."""
    text = chance.choice(DIFFERENT)
    start = _place(body, chance)
    made = "".join(text.replace("#", str(number)) for number in range(chance.choice((10, 1000, 10_000))))
    return body[:start] + made.encode() + body[start:]


def swell(body: bytes, chance: random.Random) -> bytes:
    """Put in megabytes of something, fifty at most."""
    text = chance.choice(("Hội nghị giao ban quý III. ", "x", *REPEATED)).encode()
    start = _place(body, chance)
    return body[:start] + text * (chance.choice((1, 5, 50)) * MEBIBYTE // len(text)) + body[start:]


def many_times(body: bytes, chance: random.Random) -> bytes:
    """Put the page many times behind itself."""
    return body * chance.choice((2, 10, 50))


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


def add_bytes(body: bytes, chance: random.Random) -> bytes:
    """Put in bytes that mean nothing."""
    start = _place(body, chance)
    return body[:start] + chance.randbytes(chance.choice((1, 100, 10_000, 300_000))) + body[start:]


def break_entities(body: bytes, chance: random.Random) -> bytes:
    """Put in entities that are none."""
    for _ in range(chance.randint(1, 100)):
        start = _place(body, chance)
        body = body[:start] + chance.choice(BROKEN).encode() + body[start:]
    return body


def strange_addresses(body: bytes, chance: random.Random) -> bytes:
    """Let links, pictures and the head lead to strange places."""
    share = chance.random()
    written = (address.encode() for address in iter(lambda: chance.choice(ADDRESSES), None))
    swapped = ADDRESS.sub(lambda found: found[1] + next(written) + b'"' if chance.random() < share else found[0], body)
    return swapped.replace(
        b"</head>", b'<base href="' + next(written) + b'"><link rel=canonical href="' + next(written) + b'">', 1
    )


def add_script(body: bytes, chance: random.Random) -> bytes:
    """State things that are none in JSON-LD."""
    return f"<script type='application/ld+json'>{chance.choice(SCRIPTS)}</script>".encode() + body


def drop_ends(body: bytes, chance: random.Random) -> bytes:
    """Leave out end tags."""
    share = chance.random()
    return END.sub(lambda found: b"" if chance.random() < share else found[0], body)


def label(body: bytes, chance: random.Random) -> bytes:
    """Declare another encoding."""
    return f"<meta charset={chance.choice(LABELS)}>".encode("utf-8", "surrogatepass") + body


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
    cut_out, cut_short, drop_tags, double_tags, swap_tags, drop_ends, drop_attributes, long_attribute, nest, repeat,
    repeat_differently, many_times, flip_bytes, add_bytes, add_controls, break_entities, strange_addresses, add_script, label,
    encode, leave_open,
)  # fmt: skip
"""All but ``swell``, which takes long."""
