"""What the pages of one site have in common: the lines of its frame, and the containers its texts stand in."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Self

from lxml import html

from scraper.dates import Order, Votes
from scraper.extraction.outline import Outline
from scraper.text import fold

FEWEST = 8
"""Different articles from which a template says anything."""

FRAME_SHARE = 0.75
"""Share of the articles on which a line of the frame stands. Formulas that authors repeat reach half of a site's pages
("Căn cứ Luật ...", "Kết quả cụ thể như sau:"), lines of the frame nearly all."""

CONTAINER_SHARE = 0.1
"""Share of the articles from which a container counts as known: most sites print two or three kinds of pages."""

LOST = 0.5
"""Part of what a template promises below which it is lost: the site was rebuilt."""

NO_VOTES = Votes()
LEVELS = 3
"""Elements, from the container outwards, whose names make its signature."""

DIGITS = re.compile(r"[0-9]+")
VARYING = re.compile(r"[0-9A-F]{8,}|[0-9]+")
"""What differs between the pages of a site in classes and ids: numbers of posts, identifiers of parts."""


@dataclass(frozen=True)
class Template:
    """What many different articles of one site have in common. One of fewer than ``FEWEST`` articles says nothing."""

    articles: frozenset[str] = frozenset()
    """Keys of the articles it was learned from."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Key of a line to the number of these articles on whose pages it stands; lines of a few articles are left out."""
    containers: Mapping[str, int] = field(default_factory=dict)
    """Signature of a container to the number of these articles whose text stands in one."""
    votes: Votes = NO_VOTES
    """What the dates on these pages say for day or month first."""

    @cached_property
    def frame(self) -> frozenset[str]:
        """Keys of the lines that belong to the frame."""
        least = FRAME_SHARE * len(self.articles)
        return frozenset(key for key, count in self.lines.items() if count >= least) if self.speaks else frozenset()

    @cached_property
    def known(self) -> frozenset[str]:
        """Signatures of the containers in which the text of an article is expected."""
        least = CONTAINER_SHARE * len(self.articles)
        return frozenset(name for name, count in self.containers.items() if count >= least) if self.speaks else frozenset()

    @property
    def order(self) -> Order | None:
        """Order of day and month in the dates that the site prints, where it is proven."""
        return self.votes.order if self.speaks else None

    @property
    def speaks(self) -> bool:
        """Whether it was learned from enough articles to say anything."""
        return len(self.articles) >= FEWEST

    def is_frame(self, text: str) -> bool:
        """Say whether ``text``, one line of a page, belongs to the frame."""
        return bool(self.frame) and line_key(text) in self.frame

    def without_frame(self, outline: Outline) -> Outline:
        """Return ``outline`` with the lines of the frame made entries of a menu, which weigh nothing; their places stay."""
        lines = (line._replace(linked=True) if not line.linked and self.is_frame(line.text) else line for line in outline.lines)
        return replace(outline, lines=tuple(lines))

    def containers_in(self, outline: Outline) -> Iterator[html.HtmlElement]:
        """Yield the elements that are known containers by a name of their own; not in order."""
        named = {name for name in self.known if "." in name.partition("<")[0] or "#" in name.partition("<")[0]}
        innermost = {name.partition("<")[0] for name in named}
        for elements in outline.named.values():
            yield from (one for one in elements if level(one) in innermost and signature(one) in named)

    def is_lost(self, used: int, missed: int) -> bool:
        """Say whether so few of the articles read stand in known containers that the site must have been rebuilt."""
        if not self.speaks or used + missed < FEWEST:
            return False
        promised = sum(count for name, count in self.containers.items() if name in self.known) / len(self.articles)
        return used < LOST * promised * (used + missed)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            "articles": sorted(self.articles),
            "lines": dict(self.lines),
            "containers": dict(self.containers),
            "votes": self.votes,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the template in ``data``, as ``to_json`` made it."""
        return cls(frozenset(data["articles"]), dict(data["lines"]), dict(data["containers"]), Votes(*data["votes"]))


@lru_cache(maxsize=1 << 14)  # the frame of a site comes again on each of its pages
def line_key(text: str) -> str:
    """Return a short key of ``text`` that its letters make; case, marks and numbers do not matter. Empty without a word.

    >>> line_key("Đã xem: 1.204 lượt") == line_key("đã xem: 7.311 lượt")
    True
    >>> line_key("12 / 7")
    ''
    """
    folded = DIGITS.sub("#", fold(text))
    return digest(folded) if re.search(r"[^\W\d_]{2}", folded) else ""


def digest(text: str) -> str:
    """Return 16 hexadecimal digits that stand for ``text``."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def signature(element: html.HtmlElement) -> str:
    """Return how a container is known again on other pages: its tag, id and first class, and those of the elements around it.

    >>> page = html.document_fromstring('<div id="main"><div class="post-12 post"><p>Tin</p></div></div>')
    >>> signature(page.find(".//p"))
    'p<div.post-*<div#main'
    """
    around = [holder for holder in (element, *element.iterancestors()) if holder.tag not in ("body", "html")]
    return "<".join(map(level, around[:LEVELS]))


def level(element: html.HtmlElement) -> str:
    """Return tag, id and first class of ``element``."""
    return _level(str(element.tag), element.get("id"), element.get("class"))


@lru_cache(maxsize=1 << 12)
def _level(tag: str, name: str | None, classes: str | None) -> str:
    """Return tag, id and first class in one word, without what varies in them.

    >>> _level("article", "post-3125", "post-3125 post type-post")
    'article#post-*.post-*'
    """
    first = next(iter((classes or "").split()), "")
    return tag + "".join(f"{mark}{VARYING.sub('*', word)}" for mark, word in (("#", name), (".", first)) if word)
