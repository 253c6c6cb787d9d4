"""What a page's title can be told from out of sight: its head, its metadata, the words in its address."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from scraper.extraction.metadata import Metadata
from scraper.extraction.outline import LONG, Outline, text_of
from scraper.extraction.page import Page

PARTS = re.compile(r"\s+[-–—|»«:•/~]+\s+|\s*[|»]\s*|\s+-(?=\S)")
"""What parts the title of the article from the name of the site."""

CUT = re.compile(r"\s*(?:\.{2,}|…)$")
WORDS = re.compile(r"[^\W_]+")
SITE = re.compile(
    r"(?:trang (?:chủ|nhất|thông tin|tin|web)|cổng (?:thông tin|giao tiếp|ttđt)|web ?site|home)\b",
    re.IGNORECASE,
)
"""How titles begin that name the site."""

HOME = re.compile(r"trang chủ|trang nhất|home|website|chi tiết(?: tin)?|tin tức", re.IGNORECASE)
"""What some titles begin with before they name the article."""

HOMES = frozenset(
    {"/", "./", "../", "/index.php", "/index.html", "/default.aspx", "/Default.aspx", "/vi/", "/vi", "/trang-chu"}
)
"""Links to the home page."""

FOOT = 8
"""Lines at the end of a page that belong to its foot."""

EXTENSION = re.compile(r"\.(?:html?|aspx?|php|jsp|cpx|vnp|htx)$", re.IGNORECASE)
FEWEST_WORDS = 4
"""Words in a segment of an address from which it is taken to be made of the title."""

BEGINNING = 12
"""Characters of a line compared with the stated titles before it is looked at closely."""


class Hints:
    """What the page states as its title, and what its address says."""

    def __init__(self, page: Page, outline: Outline, metadata: Metadata) -> None:
        stated = [*metadata.titles, metadata.title]
        texts = [text for title in stated for text in (title, *parts(title))]
        self.sites = site_names(metadata) | home_names(page) | foot_names(outline)
        self.titles = {key for text in texts if len(key := squeezed(CUT.sub("", text))) > 3} - self.sites
        self.beginnings = {CUT.sub("", text)[:BEGINNING].lower() for text in texts if text}
        self.slug = slug_words(page.url)

    def likeness(self, text: str) -> float:
        """Return how well ``text`` agrees with what the page states and its address says: 1 the same, 0 nothing in common."""
        key = squeezed(text)
        if key in self.titles:
            return 1.0
        return max(self._share_of_address(key), max((overlap(key, title) for title in self.titles), default=0.0))

    def is_in_address(self, text: str) -> bool:
        """Say whether the address is made of most words of ``text``."""
        return bool(self.slug) and self._share_of_address(squeezed(text)) > 0.0

    def _share_of_address(self, key: str) -> float:
        """Return the share of the address's words in a squeezed text, and of the text's words in the address."""
        if not self.slug:
            return 0.0
        words = set(plain(key).split())
        shared = len(words & self.slug)
        share = min(shared / len(self.slug), shared / max(len(words), 1))
        return share if share >= 0.6 else 0.0


@lru_cache(maxsize=1 << 12)  # titles and lines are compared by several readers
def squeezed(text: str) -> str:
    """Return ``text`` in small letters and without punctuation, for comparing titles.

    >>> squeezed("Hội nghị  “Giao ban” – 2017!")
    'hội nghị giao ban 2017'
    """
    return " ".join(WORDS.findall(text.casefold()))


def plain(text: str) -> str:
    """Return ``text`` in small letters and without marks, as addresses write it.

    >>> plain("Hội nghị Đắk Nông")
    'hoi nghi dak nong'
    """
    return unicodedata.normalize("NFD", text.lower().replace("đ", "d")).encode("ascii", "ignore").decode()


def slug_words(url: str) -> frozenset[str]:
    """Return the words of the longest segment of the address, where that is made of a title; none where it is not.

    >>> sorted(slug_words("https://a.vn/tin/hoi-nghi-giao-ban-2017-113.html"))
    ['113', '2017', 'ban', 'giao', 'hoi', 'nghi']
    """
    parts_of = urlsplit(url)
    segments = [*parts_of.path.split("/"), *parts_of.query.split("&")]
    longest = EXTENSION.sub("", max(segments, key=lambda segment: segment.count("-"), default=""))
    words = [word for word in re.split(r"[-_=+.]+", plain(unquote(longest))) if word]
    return frozenset(words) if len(words) >= FEWEST_WORDS else frozenset()


def overlap(one: str, other: str) -> float:
    """Return the likeness of two squeezed titles: one cut off the other, or most words shared."""
    if len(one) > 12 and len(other) > 12 and (one.startswith(other) or other.startswith(one)):
        return max(0.7, min(len(one), len(other)) / max(len(one), len(other)))
    mine, theirs = set(one.split()), set(other.split())
    shared = len(mine & theirs) / max(len(mine | theirs), 1)
    return shared if shared >= 0.6 and len(theirs) >= FEWEST_WORDS else 0.0


def parts(title: str) -> Iterable[str]:
    """Yield what stands before and behind each mark that title elements are put together with."""
    for found in PARTS.finditer(title):
        yield title[: found.start()]
        yield title[found.end() :]


def site_names(metadata: Metadata) -> set[str]:
    """Return the names the site gives itself, squeezed."""
    return {squeezed(name) for name in (metadata.site_name, metadata.publisher) if name}


def home_names(page: Page) -> set[str]:
    """Return the texts, and the descriptions of logos, of the links to the home page, squeezed."""
    names: set[str] = set()
    host = urlsplit(page.url).netloc
    for link in page.root.iter("a"):
        if is_home(link.get("href") or "", host):
            names |= {squeezed(text_of(link)), *(squeezed(image.get("alt") or "") for image in link.iter("img"))}
    return names - {""}


def is_home(href: str, host: str) -> bool:
    """Say whether ``href`` on a page of ``host`` leads to the home page.

    >>> [is_home(href, "a.vn") for href in ("/", "https://a.vn", "/tin/", "#")]
    [True, True, False, False]
    """
    if href in HOMES:
        return True
    return href.startswith("http") and href.split("://", 1)[-1].strip("/") == host


def foot_names(outline: Outline) -> set[str]:
    """Return the last lines behind all running text, squeezed: a title that is repeated there is the site's."""
    text = max((line.place for line in outline.lines if len(line.text) >= LONG and not line.linked), default=len(outline.lines))
    return {squeezed(line.text) for line in outline.lines[text + 1 :][-FOOT:] if not line.linked}


def stated_title(metadata: Metadata) -> tuple[str, str] | None:
    """Return the place a title was stated in and the title without the site's name; None where only the site is named."""
    sites = site_names(metadata)
    for reader, title in (("meta", next(iter(metadata.titles), "")), ("title", metadata.title)):
        bare = without_site(title, sites)
        if bare and squeezed(bare) not in sites and not SITE.match(bare):
            return reader, bare
    return None


def without_site(title: str, sites: set[str]) -> str:
    """Return ``title`` without the site's name at either end.

    >>> without_site("Hội nghị giao ban - Cổng thông tin điện tử tỉnh", set())
    'Hội nghị giao ban'
    """
    for found in PARTS.finditer(title):
        before, behind = title[: found.start()], title[found.end() :]
        if squeezed(behind) in sites or SITE.match(behind):
            return before
        if squeezed(before) in sites or HOME.fullmatch(before):
            return behind
    return title
