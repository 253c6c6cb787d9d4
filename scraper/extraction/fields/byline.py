"""Who wrote an article, and whom the page credits as its source."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import html

from scraper.extraction.fields.besidedates import names_beside_date
from scraper.extraction.fields.names import bare_end, is_person, is_signature, is_vietnamese, split_names
from scraper.extraction.fields.signature import (
    AUTHOR_KINDS,
    LONGEST_LINE,
    PASSED_OVER,
    Signature,
    labelled_part,
    real_names,
    split_labels,
)
from scraper.extraction.fields.signature import split_signature as split_signature
from scraper.extraction.lines.classify import LineKind, classify_line, value_of
from scraper.extraction.outline import INLINE, Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the page credits."""

    name: str
    """The credit as printed, without its label."""
    url: str | None = None
    """Absolute address it links to."""


AuthorReader = Callable[[Surroundings, Signature], Found[tuple[str, ...]] | None]
SourceReader = Callable[[Surroundings, Signature], Found[Source] | None]

LEADING_LABEL = re.compile(
    r"^(?:by|theo|tác giả|bởi|viết bởi|đăng bởi|người đăng|nguồn(?: tin)?|source|author)(?:\s*:\s*|\s+)|^[-–•|:]\s*",
    re.IGNORECASE,
)
TRAILING_TOOL = re.compile(r"\s+(?:copy link|link bài gốc|lấy link!?|xem bài gốc)$", re.IGNORECASE)
AUTHOR_NAME = re.compile(
    r"(?:^|[\s_-])(?:author|authors|tac-?gia|byline|writer|vcard|author[_-]?name|nguoi-?viet|createdby)(?:$|[\s_-])"
    r"|(?-i:[a-z](?:Author(?:Name)?|TacGia|NguoiViet|ButDanh))(?:$|[\s_-])",
    re.IGNORECASE,
)
AUTHOR_ADDRESS = re.compile(r"/(?:authors?|tac-?gia|byline)[/-]|[?&]author=", re.IGNORECASE)
SOURCE_NAME = re.compile(r"(?:^|[\s_-])(?:source|nguon|nguon-?tin|news-?source|article-?source)(?:$|[\s_-])", re.IGNORECASE)


def read_authors(around: Surroundings, signature: Signature) -> Found[tuple[str, ...]] | None:
    """Return the names in the byline as printed; accounts of the system are nobody."""
    return next((found for reader in AUTHOR_READERS if (found := reader(around, signature)) and found.value), None)


def read_source(around: Surroundings, signature: Signature) -> Found[Source] | None:
    """Return whom the page credits, with the address it links to."""
    return next((found for reader in SOURCE_READERS if (found := reader(around, signature))), None)


def _selected_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the elements that the site's definition names."""
    elements = select(around.page.root, around.selectors.byline)
    names = [name for element in elements for name in _names_in(text_of(element))]
    return Found(tuple(dict.fromkeys(names)), "selector", elements[0]) if names else None


def _labelled_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the lines with the label of an author near the headline or behind the text, those that stand together."""
    found: list[str] = []
    first = last = None
    for line, piece in _pieces(around):
        kind = classify_line(piece)
        if kind in AUTHOR_KINDS and (part := labelled_part(piece)) and part.authors:
            if last and not 0 <= line.place - last.place <= 1:
                break
            first, last = first or line, line
            found += part.authors
    return Found(tuple(dict.fromkeys(found)), "label", first.element) if first else None


def _signed(_around: Surroundings, signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the last lines of the text."""
    return Found(signature.authors, "signature") if signature.authors else None


def _signed_behind(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read a name on the first line behind the element that holds the text, as tables put it into a row of its own."""
    line = next((line for line in around.after if classify_line(line.text) not in PASSED_OVER), None)
    names = split_names(line.text) if line and not line.linked and classify_line(line.text) is LineKind.NAME else ()
    fit = all(is_person(name) and is_vietnamese(name) for name in names)
    return Found(names, "signature", line.element) if line and names and fit else None


def _named_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read an element near headline or text whose class says that it names the author, or a link to the author's articles."""
    for element in (*_elements(around, AUTHOR_NAME), *_author_links(around)):
        names = tuple(name for name in _names_in(text_of(element)) if is_signature(name))
        if names:
            return Found(names, "class", element)
    return None


def _beside_date(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read a person's name without label beside the date under the headline."""
    found = next(names_beside_date(around), None)
    return Found(found[1], "beside-date", found[0].element) if found else None


def _posters(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read who put the article on the site, where that is a person."""
    for line, piece in _pieces(around):
        if classify_line(piece) is LineKind.POSTER and (part := labelled_part(piece)) and part.authors:
            return Found(part.authors, "poster", line.element)
    return None


def _stated_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the author that JSON-LD, microdata or a meta element states, unless that is the site itself."""
    data = around.metadata
    own = {name.casefold() for name in (data.site_name, data.publisher, data.title) if name}
    for stated in data.authors:
        named = (name for name in _names_in(stated.value) if is_signature(name) and name.casefold() not in own)
        names = tuple(name for name in named if is_vietnamese(name) or not is_person(name) or not name.split()[0].isupper())
        if names:
            return Found(names, stated.reader, stated.element)
    return None


AUTHOR_READERS: tuple[AuthorReader, ...] = (
    _selected_authors,
    _labelled_authors,
    _signed,
    _signed_behind,
    _named_authors,
    _beside_date,
    _posters,
    _stated_authors,
)
"""Readers of the authors, most trustworthy first."""


def _selected_source(around: Surroundings, _signature: Signature) -> Found[Source] | None:
    """Read the element that the site's definition names."""
    for element in select(around.page.root, around.selectors.source):
        if name := _without_label(text_of(element)[:LONGEST_LINE]):
            return Found(Source(name, _link(element, around)), "selector", element)
    return None


def _signed_source(around: Surroundings, signature: Signature) -> Found[Source] | None:
    """Read the last lines of the text."""
    if not signature.source:
        return None
    line = next((line for line in reversed(around.text) if signature.source in line.text), None)
    element = line.element if line else None
    return Found(Source(signature.source, _address(signature.source, element, around)), "signature", element)


def _labelled_source(around: Surroundings, _signature: Signature) -> Found[Source] | None:
    """Read a line with the label of a source near the headline or behind the text."""
    for line, piece in _pieces(around):
        if (
            classify_line(piece) is LineKind.SOURCE
            and not AUTHOR_NAME.search(line.element.get("class") or "")
            and (name := value_of(LineKind.SOURCE, piece))
        ):
            return Found(Source(name, _address(name, line.element, around)), "label", line.element)
    return None


def _named_source(around: Surroundings, _signature: Signature) -> Found[Source] | None:
    """Read an element near headline or text whose class says that it names the source."""
    for element in _elements(around, SOURCE_NAME):
        text = text_of(element)
        name = _without_label(text) if len(text) <= LONGEST_LINE else ""
        if 2 <= len(name) <= 80:
            return Found(Source(name, _address(name, element, around)), "class", element)
    return None


SOURCE_READERS: tuple[SourceReader, ...] = (_selected_source, _named_source, _labelled_source, _signed_source)
"""Readers of the source, most trustworthy first."""


def _pieces(around: Surroundings) -> Iterator[tuple[Line, str]]:
    """Yield the short lines near headline and text, cut where a new label begins."""
    for line in (*around.after, *around.between, *around.before[:4]):
        if len(line.text) <= LONGEST_LINE:
            yield from ((line, piece) for piece in split_labels(line.text))


def _elements(around: Surroundings, pattern: re.Pattern[str]) -> Iterator[html.HtmlElement]:
    """Yield elements near headline and text that print one line and whose class or id matches ``pattern``, inner ones first."""
    lines = (*around.between, *around.before[:4], *around.after, *around.text[-3:], *around.text[:3])
    near = [line.element for line in lines if len(line.text) <= LONGEST_LINE]
    inside = (part for element in near for part in (element, *element.iterdescendants(*INLINE)))
    outside = (holder for element in near for holder in islice(element.iterancestors(), 2))
    for element in dict.fromkeys((*inside, *outside)):
        start, end = around.outline.span(element)
        if end - start == 1 and pattern.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            yield element


def _author_links(around: Surroundings) -> Iterator[html.HtmlElement]:
    """Yield the links beside the headline that lead to the articles of an author."""
    for line in (*around.between, *around.before[:2]):
        links = (line.element, *line.element.iter("a")) if line.element.tag != "a" else (line.element,)
        yield from (link for link in links if link.get("rel") == "author" or AUTHOR_ADDRESS.search(link.get("href") or ""))


def _names_in(text: str) -> tuple[str, ...]:
    """Return the names in a byline without its label and without accounts."""
    return real_names(split_names(_without_label(text))) if len(text) <= LONGEST_LINE else ()


def _without_label(text: str) -> str:
    """Return ``text`` without the label before it and the button behind it."""
    previous = ""
    while text != previous:
        previous, text = text, TRAILING_TOOL.sub("", LEADING_LABEL.sub("", text.strip()))
    return bare_end(text)


def _address(name: str, element: html.HtmlElement | None, around: Surroundings) -> str | None:
    """Return the address that a credit links to, or is itself."""
    if re.match(r"https?://\S+$", name):
        return name
    return _link(element, around) if element is not None else None


def _link(element: html.HtmlElement, around: Surroundings) -> str | None:
    """Return the address of the first link in ``element``."""
    return next((address for link in element.iter("a") if (address := around.page.link(link.get("href") or ""))), None)
