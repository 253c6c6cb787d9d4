"""What the field readers look at: the page, its outline, and where headline, body and asides stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import html
from lxml.cssselect import CSSSelector

from scraper.extraction.lines import ENDS, classify_line
from scraper.extraction.metadata import Metadata
from scraper.extraction.outline import LONG, Line, Outline
from scraper.extraction.page import Page
from scraper.site import Selectors

REACH = 12
"""How many lines before the headline and behind the body still belong to the article."""


@dataclass(frozen=True)
class Surroundings:
    """An article on its page, as far as it is known."""

    page: Page
    outline: Outline
    metadata: Metadata
    selectors: Selectors
    headline: html.HtmlElement | None
    """Element of the headline; None where it is not printed."""
    body: html.HtmlElement | None
    """Element that holds the text; None where none was found."""
    asides: tuple[html.HtmlElement, ...] = ()
    """Elements inside or beside the body that are not part of the article."""

    @cached_property
    def headline_span(self) -> tuple[int, int]:
        """First line of the headline and the one behind it; where it is not printed, both are the start of the body."""
        if self.headline is not None:
            return self.outline.span(self.headline)
        return self._body[0], self._body[0]

    @cached_property
    def _body(self) -> tuple[int, int]:
        """First line of the body and the one behind it; without a body, the end of the page."""
        if self.body is None:
            return len(self.outline.lines), len(self.outline.lines)
        return self.outline.span(self.body)

    @cached_property
    def before(self) -> tuple[Line, ...]:
        """Lines right before the headline, the nearest first."""
        start = self.headline_span[0]
        near = self.outline.lines[max(0, start - REACH) : start]
        return tuple(line for line in reversed(near) if self._is_near(line))

    @cached_property
    def between(self) -> tuple[Line, ...]:
        """Lines after the headline up to the first running text."""
        return tuple(self._until_text(self.headline_span[1]))

    @cached_property
    def opening(self) -> tuple[Line, ...]:
        """The first lines after the headline, running text among them."""
        start = self.headline_span[1]
        return tuple(line for line in self.outline.lines[start : start + REACH] if self._is_near(line))

    @cached_property
    def after(self) -> tuple[Line, ...]:
        """Lines behind the body, up to a list of other articles or comments."""
        end = self._body[1]
        return tuple(self._until_end(self.outline.lines[end : end + REACH]))

    @cached_property
    def text(self) -> tuple[Line, ...]:
        """Lines of the body behind the headline, up to a list of other articles, without those in boxes of their own."""
        start = max(self._body[0], self.headline_span[1])
        return tuple(self._until_end(self.outline.lines[start : self._body[1]]))

    @cached_property
    def _home(self) -> html.HtmlElement | None:
        """The box that headline and body themselves stand in."""
        start = self.headline_span[0]
        return self.outline.lines[start].box if start < len(self.outline.lines) else None

    @cached_property
    def _aside_places(self) -> frozenset[int]:
        """Places of the lines in the asides."""
        return frozenset(place for element in self.asides for place in range(*self.outline.span(element)))

    def _is_near(self, line: Line) -> bool:
        """Say whether ``line`` is in no menu, list of other articles or aside."""
        return (line.box is None or line.box is self._home) and line.place not in self._aside_places

    def _until_text(self, start: int) -> Iterator[Line]:
        """Yield the lines from ``start`` to the first running text."""
        for line in self.outline.lines[start : start + REACH]:
            if len(line.text) >= LONG and not line.linked:
                return
            if self._is_near(line):
                yield line

    def _until_end(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Yield ``lines`` up to one that ends the article."""
        for line in lines:
            if classify_line(line.text) in ENDS:
                return
            if self._is_near(line):
                yield line


def select(root: html.HtmlElement, selector: str | None) -> list[html.HtmlElement]:
    """Return the elements under ``root`` that the CSS ``selector`` finds, in order; none without a selector."""
    found = _compiled(selector)(root) if selector else []
    return [element for element in found if isinstance(element, html.HtmlElement)] if isinstance(found, list) else []


@lru_cache(maxsize=512)
def _compiled(selector: str) -> CSSSelector:
    """Return ``selector`` ready for use."""
    return CSSSelector(selector, translator="html")
