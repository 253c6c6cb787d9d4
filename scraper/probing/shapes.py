"""Shapes of addresses: what the addresses of pages of one kind share, and the patterns that say so."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

TITLE_WORDS = 5
"""Words of a slug from which it is made of a title rather than of the name of a section."""

FIXED = frozenset(
    "- index.php vi en news category chuyen-muc danh-muc tag page trang content id item itemlist detail details view"
    " asset_publisher component article archives author type task w".split()
)
"""Segments of a path that systems write; they stay in a shape as they are."""

END = re.compile(r"\.(?:html?|aspx?|php|jsp)$", re.IGNORECASE)
LEADING = re.compile(r"([a-z]{0,2})\d+(?=[-_])", re.IGNORECASE)
TRAILING = re.compile(r"([-_.,][a-z]{0,2})\d+$", re.IGNORECASE)
NUMBER = re.compile(r"([a-z]?)\d+", re.IGNORECASE)

TITLE, NAME, WORDS, DIGITS = "{title}", "{name}", "{words}", "{number}"
"""Parts of a shape: a slug of many words, one of few, one of any number beside an identifier, a number."""

PATTERNS = {TITLE: r"(?:[^/?_-]+[-_]+){4}[^/?]+", NAME: "[^/?]+", WORDS: "[^/?]+", DIGITS: r"\d+"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What the addresses of pages of one kind share."""

    segments: tuple[str, ...]
    """Segments of the path, their varying parts named: ``("tin", "{words}-{number}.html")``."""
    parameters: tuple[str, ...] = ()
    """Names of the parameters, sorted."""

    def __str__(self) -> str:
        """Return it as people read it."""
        query = "&".join(f"{name}=…" for name in self.parameters)
        return f"/{'/'.join(self.segments)}{'?' if query else ''}{query}"


@lru_cache(maxsize=1 << 14)
def shape_of(address: str) -> Shape:
    """Return the shape of a canonical address.

    >>> print(shape_of("https://a.vn/tin/hoi-nghi-12.html"), shape_of("https://a.vn/tin?id=7&cat=1"))
    /{name}/{words}-{number}.html /{name}?cat=…&id=…
    """
    parts = urlsplit(address)
    names = sorted({pair.partition("=")[0] for pair in parts.query.split("&") if pair})
    return Shape(tuple(part_of(text) for text in parts.path.split("/") if text), tuple(names))


def part_of(segment: str) -> str:
    """Return one segment of a path with its varying parts named.

    A number behind a slug without an ending is most often a part of the title: ``tong-ket-cong-tac-nam-2019``.

    >>> part_of("dai-hoi-lan-thu-v-p64.html"), part_of("i7-hop-bao.aspx"), part_of("tong-ket-cong-tac-nam-2019")
    ('{words}-p{number}.html', 'i{number}-{words}.aspx', '{title}')
    """
    if segment.lower() in FIXED:
        return segment
    ending = END.search(segment)
    end = ending[0] if ending else ""
    name = segment.removesuffix(end)
    if whole := NUMBER.fullmatch(name):
        return f"{whole[1]}{DIGITS}{end}"
    if (leading := LEADING.match(name)) and (leading[1] or len(leading[0]) > 1):
        return f"{leading[1]}{DIGITS}{name[leading.end()]}{WORDS}{end}"
    trailing = TRAILING.search(name)
    if trailing and (end or trailing[1] not in ("-", "_")):
        return f"{WORDS}{trailing[1]}{DIGITS}{end}"
    words = len(re.findall(r"[^-_]+", name))
    return (TITLE if words >= TITLE_WORDS else NAME) + end


def pattern_of(part: str, key: bool = False) -> str:
    r"""Return the regular expression for one segment of a shape; ``key`` marks what identifies the page.

    >>> pattern_of("{words}-p{number}.html", key=True), pattern_of("{title}", key=True)
    ('[^/?]+-p(?P<key>\\d+)\\.html', '(?P<key>(?:[^/?_-]+[-_]+){4}[^/?]+)')
    """
    varying = DIGITS if DIGITS in part else next((name for name in PATTERNS if name in part), "")
    texts = []
    for text in re.split(r"(\{\w+\})", part):
        pattern = PATTERNS.get(text, escaped(text))
        texts.append(f"(?P<key>{pattern})" if key and text == varying and text else pattern)
    return "".join(texts)


def escaped(text: str) -> str:
    """Return ``text`` as a pattern that people can read: hyphens need no mark outside of brackets."""
    return re.escape(text).replace(r"\-", "-")
