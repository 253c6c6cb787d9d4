"""Bytes to record: the readers of all fields, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import html

import scraper
from scraper.article import Article, Image, ReadBy, Span, article_id, plain_text
from scraper.errors import NotAnArticle
from scraper.extraction.attachments import read_attachments
from scraper.extraction.blocks import blocks_of
from scraper.extraction.body import Body, find_body, is_sentence
from scraper.extraction.byline import read_authors, read_source, split_signature
from scraper.extraction.captions import with_captions
from scraper.extraction.headline import read_headline, squeezed
from scraper.extraction.kinds import Reading, read_kind
from scraper.extraction.lead import read_lead
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.metadata import read_metadata
from scraper.extraction.noise import boxes_in, without_noise
from scraper.extraction.outline import Outline, read_outline
from scraper.extraction.page import Found, Page
from scraper.extraction.pictures import covers
from scraper.extraction.pieces import Piece, PieceReader, Role
from scraper.extraction.published import read_modified, read_published
from scraper.extraction.repeats import without_repeats
from scraper.extraction.section import read_keywords, read_section
from scraper.extraction.surroundings import Surroundings, select
from scraper.site import Selectors, Site


def extract(page: Page, site: Site) -> Article:
    """Return the article on ``page`` as a record without its capture; raises NotAnArticle for every other page."""
    address = site.canonical(page.url)
    known = site.generation_of(address)
    selectors = known[0].selectors if known else site.selectors
    outline = read_outline(page.root)
    metadata = read_metadata(page)
    headline = read_headline(page, outline, selectors, metadata)
    after = outline.span(headline.element)[1] if headline and headline.element is not None else 0
    body = find_body(outline, headline.element if headline else None, after, select(page.root, selectors.body))
    reason = read_kind(Reading(page, site, outline, metadata, headline, after, body))
    if reason or headline is None or body is None:
        raise NotAnArticle(reason or "empty", page.url)
    asides = boxes_in(body, outline) | {element for selector in selectors.remove for element in select(page.root, selector)}
    around = Surroundings(page, outline, metadata, selectors, headline.element, body.core, tuple(asides))
    lead = read_lead(around)
    pieces = with_captions(_pieces(page, body, outline, after, asides, headline.value))
    signature = split_signature([piece.text for piece in pieces if piece.text])
    pieces = without_repeats(_without_last_lines(pieces, signature.consumed_count))
    authors = read_authors(around, signature)
    pieces = _without_names(pieces, authors.value if authors else ())
    blocks = tuple(blocks_of(pieces))
    attachments = read_attachments(around)
    if not blocks and not attachments:
        raise NotAnArticle("empty", page.url)
    published = read_published(around, site.date_order)
    modified = read_modified(around, published.value if published else None, site.date_order)
    source = read_source(around, signature)
    fields: dict[str, Found[Any] | None] = {
        "headline": headline,
        "description": lead,
        "section": read_section(around),
        "keywords": read_keywords(around),
        "date_published": published,
        "date_modified": modified,
        "authors": authors,
        "source": source,
        "attachments": attachments,
    }
    values = {name: found.value for name, found in fields.items() if found}
    return Article(
        id=article_id(site.name, site.article_key(page.url)),
        url=page.url,
        canonical_url=address,
        site=site.name,
        organisation=site.organisation,
        province=site.province,
        province_2025=site.province_2025,
        headline=headline.value,
        description=values.get("description"),
        section=values.get("section"),
        keywords=values.get("keywords", ()),
        in_language=(known[0].in_language if known else None) or site.in_language,
        blocks=blocks,
        article_body=plain_text(blocks),
        date_published=published.value.moment if published else None,
        date_published_raw=published.value.raw if published else None,
        date_modified=modified.value.moment if modified else None,
        authors=values.get("authors", ()),
        source=source.value.name if source else None,
        source_url=source.value.url if source else None,
        images=tuple(block for block in blocks if isinstance(block, Image)),
        attachments=values.get("attachments", ()),
        read_by=ReadBy(extractor=scraper.__version__, fields={"body": body.reader} | {n: f.reader for n, f in fields.items() if f}),
    )


def _pieces(page: Page, body: Body, outline: Outline, after: int, asides: frozenset[html.HtmlElement], headline: str) -> list[Piece]:
    """Return the pieces of the article without noise."""
    pieces = PieceReader(page, outline, body, asides).read(body.element)
    title = squeezed(headline)
    inside = [piece for piece in without_noise(pieces) if not piece.text or squeezed(piece.text) != title]
    return [*_cover_pieces(page, outline, after, body, asides), *_opening(outline, after, body), *inside]


def _opening(outline: Outline, after: int, body: Body) -> Iterator[Piece]:
    """Yield the running text between headline and body: a lead that stands apart."""
    home = outline.lines[after - 1].box if after else None
    for line in outline.lines[after : body.start]:
        if is_sentence(line) and line.box in (None, home) and classify_line(line.text) in (None, LineKind.DATELINE):
            yield Piece(Role.PARAGRAPH, line.element, (Span(text=line.text),), line.text)


def _cover_pieces(page: Page, outline: Outline, after: int, body: Body, asides: frozenset[html.HtmlElement]) -> list[Piece]:
    """Return the pictures before the text, with the captions in their figures."""
    pieces: list[Piece] = []
    for element in covers(page, outline, after, body):
        whole = next(element.iterancestors("figure"), element)
        start, end = outline.span(whole)
        around = replace(body, element=whole, core=whole, start=start, end=end)
        pieces += [piece for piece in PieceReader(page, outline, around, asides).read(whole) if piece.picture or piece.role is Role.CAPTION]
    return pieces


def _without_last_lines(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Return ``pieces`` without the last ``count`` that hold text."""
    lines = [place for place, piece in enumerate(pieces) if piece.text]
    gone = set(lines[len(lines) - count :])
    return [piece for place, piece in enumerate(pieces) if place not in gone]


def _without_names(pieces: Sequence[Piece], names: Sequence[str]) -> list[Piece]:
    """Return ``pieces`` without lines that only name the authors."""
    own = {squeezed(name) for name in names}
    return [piece for piece in pieces if not piece.text or squeezed(piece.text) not in own]
