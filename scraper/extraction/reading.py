"""The first look at a page: its lines, what it states, where headline and text stand."""

from dataclasses import dataclass, replace
from functools import cached_property

from lxml import html

from scraper.extraction.body import Body, body_in, find_body
from scraper.extraction.headline import read_headline
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.metadata import Metadata, read_metadata
from scraper.extraction.outline import Line, Outline, read_outline
from scraper.extraction.page import Found, Page
from scraper.extraction.surroundings import select
from scraper.extraction.template import Template
from scraper.extraction.weights import is_sentence
from scraper.site import Generation, Selectors, Site

REACH, FEWEST_WORDS = 6, 4
"""Lines between a title and the running text, and words of a title that nothing marks as one."""

LEAST_TEXT = 400
"""Characters of running text from which a page without a marked headline is taken for an article."""

TITLE_KINDS = (None, LineKind.NAME, LineKind.CAPTION, LineKind.DATELINE)


@dataclass(frozen=True)
class Reading:
    """A page as far as it is known before its kind is judged."""

    page: Page
    site: Site
    outline: Outline
    metadata: Metadata
    headline: Found[str] | None
    body: Body | None
    template: Template
    """What other pages of the site have in common with it."""

    @cached_property
    def address(self) -> str:
        """Canonical address of the page."""
        return self.site.canonical(self.page.url)

    @cached_property
    def own_addresses(self) -> frozenset[str]:
        """Canonical addresses of the page: where it was fetched, and where it says that it stands."""
        stated = (self.page.link(url) for url in (self.page.url, self.metadata.canonical))
        return frozenset(self.site.canonical(url) for url in stated if url)

    @cached_property
    def generation(self) -> Generation | None:
        """Generation of the site whose article stands at the address; None where the definition does not know it."""
        known = self.site.generation_of(self.address, self.page.day)
        return known[0] if known else None

    @cached_property
    def selectors(self) -> Selectors:
        """What the definition says the generic readers get wrong on the page."""
        return selectors_for(self.page, self.site)

    @cached_property
    def after(self) -> int:
        """Place of the line behind the headline; 0 where that is not printed."""
        return line_behind(self.headline, self.outline)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Lines of the body."""
        return self.outline.lines[self.body.start : self.body.end] if self.body else ()

    @cached_property
    def weight(self) -> int:
        """Characters of running text in the body."""
        return sum(len(line.text) for line in self.lines if is_sentence(line))


def look_at(page: Page, site: Site) -> Reading:
    """Return the first look at ``page`` of ``site``."""
    selectors = selectors_for(page, site)
    outline, metadata = read_outline(page.root), read_metadata(page)
    headline = read_headline(page, outline, selectors, metadata) or _above_text(outline)
    selected: list[html.HtmlElement] = select(page.root, selectors.body)
    body = find_body(outline, headline.element if headline else None, line_behind(headline, outline), selected)
    return Reading(page, site, outline, metadata, headline, body, Template())


def look_again(reading: Reading, template: Template) -> Reading:
    """Return ``reading`` with the text sought anew, by what is known of other pages of the site.

    Where a definition says where the text stands it is believed, and where no headline is printed nothing keeps a container
    that lists have too from being taken for the article's.
    """
    if not template.speaks or reading.body is None or reading.body.reader == "selector":
        return replace(reading, template=template)
    outline, headline = template.without_frame(reading.outline), reading.headline
    body = find_body(outline, headline.element if headline else None, reading.after)
    if reading.after:
        body = body_in(template.containers_in(outline), body, outline, reading.after)
    return replace(reading, body=body or reading.body, template=template)


def selectors_for(page: Page, site: Site) -> Selectors:
    """Return the selectors of the generation of ``site`` that ``page`` belongs to, today's where that is not known."""
    known = site.generation_of(site.canonical(page.url), page.day)
    return known[0].selectors if known else site.selectors


def line_behind(headline: Found[str] | None, outline: Outline) -> int:
    """Return the place of the line behind the headline; 0 where that is not printed."""
    if headline is None or headline.element is None:
        return 0
    return min(outline.span(headline.element)[1], len(outline.lines))  # one that prints nothing visible ends one line further


def _above_text(outline: Outline) -> Found[str] | None:
    """Return the title right above the running text, for pages whose markup and head both say nothing about it."""
    body = find_body(outline, None, 0)
    running = [line for line in outline.lines[body.start : body.end] if is_sentence(line)] if body else []
    if sum(len(line.text) for line in running) < LEAST_TEXT:
        return None
    first = running[0].place
    near = [line for line in outline.lines[max(0, first - REACH) : first] if _is_title(line)]
    line = next((line for line in near if line.bold), near[-1] if near else None)
    return Found(line.text, "above-text", line.element) if line else None


def _is_title(line: Line) -> bool:
    """Say whether ``line`` may be a title from its words and place alone."""
    return (
        not line.linked
        and line.box is None
        and len(line.text.split()) >= FEWEST_WORDS
        and classify_line(line.text) in TITLE_KINDS
    )
