"""Page to record: the readers of all fields, put together."""

import scraper
from scraper.article import Article, Image, ReadBy, article_id, plain_text
from scraper.errors import NotAnArticle
from scraper.extraction.blocks import blocks_of
from scraper.extraction.body import Body
from scraper.extraction.doubts import doubts_in
from scraper.extraction.fields.attachments import read_attachments
from scraper.extraction.fields.byline import read_authors, read_source
from scraper.extraction.fields.language import read_language
from scraper.extraction.fields.lead import read_lead
from scraper.extraction.fields.published import read_modified, read_published
from scraper.extraction.fields.section import read_keywords, read_section
from scraper.extraction.findings import Fields, Findings
from scraper.extraction.kinds import kind_by_address, read_kind
from scraper.extraction.kinds.menus import is_entry
from scraper.extraction.page import Found, Page
from scraper.extraction.pieces.cards import cards_in
from scraper.extraction.pieces.noise import boxes_in
from scraper.extraction.reading import Reading, look_again, look_at
from scraper.extraction.surroundings import Surroundings, select
from scraper.extraction.template import Template
from scraper.extraction.text import Text, read_text
from scraper.site import Site
from scraper.text import doubts_about

SURE = frozenset({"selector", "heading", "class"})
"""Readers of headlines that markup makes sure of."""

ENOUGH = 600
"""Characters of running text from which a page is an article without either."""


def extract(page: Page, site: Site, template: Template | None = None) -> Article:
    """Return the article on ``page`` as a record without its capture; raises NotAnArticle for every other page.

    ``template`` is what is known of other pages of the site.
    """
    return record_of(examine(page, site, template))


def examine(page: Page, site: Site, template: Template | None = None) -> Reading:
    """Return the look at a page that may hold an article; raises NotAnArticle for one that is something else.

    That is judged by the page alone: none becomes an article, or ceases to be one, because a template was learned.
    """
    if reason := kind_by_address(page.url, site):
        raise NotAnArticle(reason, page.url)
    reading = look_at(page, site)
    if reason := read_kind(reading):
        raise NotAnArticle(reason, page.url)
    return look_again(reading, template) if template else reading


def record_of(reading: Reading) -> Article:
    """Return the article that was looked at as a record without its capture; raises NotAnArticle where none is left."""
    return article_of(findings_in(reading))


def findings_in(reading: Reading) -> Findings:
    """Return what all readers find on the page that was looked at; raises NotAnArticle where no article is left."""
    if reading.headline is None or reading.body is None:
        raise NotAnArticle("empty", reading.page.url)
    around = _surroundings(reading, reading.body)
    text = read_text(reading, reading.body, frozenset(around.asides))
    found = _fields(reading, reading.headline, around, text)
    date = (found.date_published.value.raw,) if found.date_published else ()
    pieces = text.without((*(found.authors.value if found.authors else ()), *date))
    if not pieces and not found.attachments:
        raise NotAnArticle("empty", reading.page.url)
    if not _is_sure(reading, found):
        raise NotAnArticle("listing", reading.page.url)
    if not found.date_published and is_entry(found.headline.value, reading.outline):
        raise NotAnArticle("static", reading.page.url)
    return Findings(reading, reading.body, around, text, found, pieces)


def _is_sure(reading: Reading, found: Fields) -> bool:
    """Say whether anything but a title that the page's head agrees with speaks for an article: its markup, a date, text."""
    told = found.date_published or found.authors or found.source or found.attachments or reading.generation
    return bool(told) or found.headline.reader in SURE or reading.weight >= ENOUGH


def _surroundings(reading: Reading, body: Body) -> Surroundings:
    """Return what the field readers look at."""
    page, headline = reading.page, reading.headline
    removed = {element for selector in reading.selectors.remove for element in select(page.root, selector)}
    asides = tuple(boxes_in(body, reading.outline) | cards_in(reading, body) | removed)
    element = headline.element if headline else None
    return Surroundings(page, reading.outline, reading.metadata, reading.selectors, element, body.core, asides)


def _fields(reading: Reading, headline: Found[str], around: Surroundings, text: Text) -> Fields:
    """Return what the field readers find."""
    order = reading.site.date_order or reading.template.order
    published = read_published(around, order)
    return Fields(
        headline=headline,
        description=read_lead(around),
        section=read_section(around),
        keywords=read_keywords(around),
        date_published=published,
        date_modified=read_modified(around, published.value if published else None, order),
        authors=read_authors(around, text.signature),
        source=read_source(around, text.signature),
        attachments=read_attachments(around),
    )


def _language(reading: Reading, text: str) -> str:
    """Return the language that the definition tells; what it takes for Vietnamese is judged by ``text``."""
    told = (reading.generation.in_language if reading.generation else None) or reading.site.in_language
    return told if told != "vi" else read_language(text, reading.metadata.language) or told


def article_of(findings: Findings) -> Article:
    """Return the record of what was found, without its capture."""
    reading, found = findings.reading, findings.fields
    site = reading.site
    blocks = tuple(blocks_of(findings.pieces))
    text = plain_text(blocks)
    return Article(
        id=article_id(site.name, site.article_key(reading.page.url, reading.page.day)),
        url=reading.page.url,
        canonical_url=reading.address,
        site=site.name,
        organisation=site.organisation,
        province=site.province or None,
        province_2025=site.province_2025 or None,
        headline=found.headline.value,
        description=found.description.value if found.description else None,
        section=found.section.value if found.section else None,
        keywords=found.keywords.value if found.keywords else (),
        in_language=_language(reading, text),
        blocks=blocks,
        article_body=text,
        date_published=found.date_published.value.moment if found.date_published else None,
        date_published_raw=found.date_published.value.raw if found.date_published else None,
        date_modified=found.date_modified.value.moment if found.date_modified else None,
        authors=found.authors.value if found.authors else (),
        source=found.source.value.name if found.source else None,
        source_url=found.source.value.url if found.source else None,
        images=tuple(block for block in blocks if isinstance(block, Image)),
        attachments=found.attachments.value if found.attachments else (),
        read_by=ReadBy(
            extractor=scraper.__version__,
            fields={"body": findings.body.reader, **found.readers},
            doubts=(*doubts_in(findings), *doubts_about(text)),
        ),
    )
