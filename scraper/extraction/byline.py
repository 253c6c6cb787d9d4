"""Who wrote an article, and whom the page credits as its source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from scraper import urls
from scraper.errors import AddressError
from scraper.extraction.lines import LineKind, classify_line, value_of
from scraper.extraction.names import bare_end, is_account, is_person, is_signature, split_names
from scraper.extraction.outline import Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select
from scraper.text import fold


@dataclass(frozen=True, slots=True)
class Signature:
    """What the last lines of a text say about who made it."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    consumed_count: int = 0
    """How many lines from the end are signature or noise, not text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the page credits."""

    name: str
    """The credit as printed, without its label."""
    url: str | None = None
    """Absolute address it links to."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What one line of a signature says."""

    authors: tuple[str, ...] = ()
    source: str | None = None


AuthorReader = Callable[[Surroundings, Signature], Found[tuple[str, ...]] | None]
SourceReader = Callable[[Surroundings, Signature], Found[Source] | None]

AUTHOR_KINDS = frozenset({LineKind.AUTHOR, LineKind.AUTHOR_AND_PHOTO_CREDIT})
PASSED_OVER = frozenset({LineKind.NOISE, LineKind.END_MARK, LineKind.KEYWORDS, LineKind.ATTACHMENTS, LineKind.RELATED_ITEM, LineKind.DATE})
MOST_LINES = 8
LONGEST_LINE = 160

NOTE = re.compile(r"(?P<names>[^()]+?)[\s,–-]*[(\[](?P<note>[^()]+)[)\]][\s./]*")
CREDIT = re.compile(r"(?:theo|nguồn(?: tin| bài)?(?: từ)?)\s*:?\s*(?P<source>\S.+)", re.IGNORECASE)
MANNER = re.compile(r"(?:tổng hợp|t/h|th|sưu tầm|st|dịch|lược dịch|biên dịch|biên tập|biên soạn|ghi|thực hiện|ctv|pv|cộng tác viên)\.?", re.IGNORECASE)
DASHED = re.compile(r"(?P<names>[^–-]+?)\s*[-–,]\s*(?P<note>(?:theo|nguồn)\b.+)", re.IGNORECASE)
MEDIUM = re.compile(r"(?P<names>[^/]+?)\s*/\s*(?P<source>[^/]{2,40})")
NEXT_LABEL = re.compile(r"\s*[-–|;,.(]?\s+(?=(?:nguồn|tác giả|người đăng|ảnh)(?: [^\s:]+){0,2}\s*:)", re.IGNORECASE)
SIGNED_AS = re.compile(r"\(?\s*đã ký\s*\)?|(?:(?:TM|KT|TL|TUQ)\. ?)?[A-ZÀ-ỸĐ\s.,]{5,60}")
"""What stands over the name at the end of an official letter, which is signed rather than written by a person."""

LEADING_LABEL = re.compile(r"^(?:by|theo|tác giả|bởi|viết bởi|đăng bởi|người đăng|nguồn(?: tin)?|source|author)\s*:?\s+|^[-–•|:]\s*", re.IGNORECASE)
AUTHOR_NAME = re.compile(r"(?:^|[\s_-])(?:author|authors|tac-?gia|byline|writer|vcard|author[_-]?name|nguoi-?viet|createdby)(?:$|[\s_-])", re.IGNORECASE)
SOURCE_NAME = re.compile(r"(?:^|[\s_-])(?:source|nguon|nguon-?tin|news-?source|article-?source)(?:$|[\s_-])", re.IGNORECASE)


def split_signature(lines: Sequence[str]) -> Signature:
    """Return what the last of ``lines``, the text lines of a body in order, say about authors and source.

    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "Tin, ảnh: Trần Quốc Tuấn", "(Nguồn: vusta.vn)"])
    Signature(authors=('Trần Quốc Tuấn',), source='vusta.vn', consumed_count=2)
    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "Lương Minh Quân (Theo TTXVN)"])
    Signature(authors=('Lương Minh Quân',), source='TTXVN', consumed_count=1)
    """
    parts: list[_Part] = []
    consumed = 0
    for count, line in enumerate(reversed(lines[-MOST_LINES:]), start=1):
        before = lines[-count - 1] if count < len(lines) else ""
        part = _part(line, before, parts)
        if part is None and classify_line(line) not in PASSED_OVER:
            break
        parts += [part] if part else []
        consumed = count
    authors = tuple(dict.fromkeys(name for part in reversed(parts) for name in part.authors))
    return Signature(authors, next((part.source for part in parts if part.source), None), consumed)


def read_authors(around: Surroundings, signature: Signature) -> Found[tuple[str, ...]] | None:
    """Return the names in the byline as printed; accounts of the system are nobody."""
    return next((found for reader in AUTHOR_READERS if (found := reader(around, signature)) and found.value), None)


def read_source(around: Surroundings, signature: Signature) -> Found[Source] | None:
    """Return whom the page credits, with the address it links to."""
    return next((found for reader in SOURCE_READERS if (found := reader(around, signature))), None)


def _part(line: str, before: str, parts: Sequence[_Part]) -> _Part | None:
    """Return what ``line`` says, None where it is no part of a signature."""
    if len(line) > LONGEST_LINE:
        return None
    labelled = [part for piece in NEXT_LABEL.split(line) if (part := _labelled(piece))]
    if labelled:
        return _Part(tuple(name for part in labelled for name in part.authors), next((p.source for p in labelled if p.source), None))
    if any(part.authors for part in parts) or SIGNED_AS.fullmatch(before):
        return None
    return _bare(line)


def _labelled(line: str) -> _Part | None:
    """Return what a line with a label says."""
    kind = classify_line(line)
    if kind in AUTHOR_KINDS:
        value = value_of(kind, line)
        return _noted(value) or _Part(_real(split_names(value)))
    if kind is LineKind.CONTRIBUTOR:
        return _Part(tuple(name for name in split_names(value_of(kind, line)) if is_person(name)))
    if kind is LineKind.POSTER:
        return _Part(tuple(name for name in _real(split_names(value_of(kind, line))) if is_person(name)))
    if kind is LineKind.SOURCE:
        return _Part(source=value_of(kind, line))
    return None


def _bare(line: str) -> _Part | None:
    """Return what a line of nothing but names says, with the credit in brackets or behind a dash."""
    noted = _noted(line)
    if noted:
        return noted
    names = split_names(line.strip("()[] "))
    return _Part(names) if classify_line(line) is LineKind.NAME and all(map(is_signature, names)) and _real(names) else None


def _noted(line: str) -> _Part | None:
    """Return what names with a note behind them say: "Mai Lan (Theo TTXVN)", "Hà Thu (tổng hợp)", "Mai Lan/VOV"."""
    found = NOTE.fullmatch(line) or DASHED.fullmatch(line)
    if found and all(map(is_signature, split_names(found["names"]))):
        credit = CREDIT.fullmatch(found["note"])
        if credit or MANNER.fullmatch(found["note"]):
            return _Part(split_names(found["names"]), bare_end(credit["source"]) if credit else None)
    medium = MEDIUM.fullmatch(bare_end(line))
    if medium and is_person(medium["names"]) and not is_person(medium["source"]):
        return _Part(split_names(medium["names"]), bare_end(medium["source"]))
    return None


def _real(names: Iterable[str]) -> tuple[str, ...]:
    """Return ``names`` without accounts of the system."""
    return tuple(name for name in names if not is_account(name))


def _selected_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the elements that the site's definition names."""
    elements = select(around.page.root, around.selectors.byline)
    names = [name for element in elements for name in _names_in(text_of(element))]
    return Found(tuple(dict.fromkeys(names)), "selector", elements[0]) if names else None


def _labelled_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read a line with the label of an author near the headline or behind the text."""
    for line, piece in _pieces(around):
        kind = classify_line(piece)
        if kind in AUTHOR_KINDS and (part := _labelled(piece)) and part.authors:
            return Found(part.authors, "label", line.element)
    return None


def _signed(_around: Surroundings, signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the last lines of the text."""
    return Found(signature.authors, "signature") if signature.authors else None


def _named_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read an element near headline or text whose class says that it names the author."""
    for element in _elements(around, AUTHOR_NAME):
        names = tuple(name for name in _names_in(text_of(element)) if is_signature(name))
        if names:
            return Found(names, "class", element)
    return None


def _posters(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read who put the article on the site, where that is a person."""
    for line, piece in _pieces(around):
        if classify_line(piece) is LineKind.POSTER and (part := _labelled(piece)) and part.authors:
            return Found(part.authors, "poster", line.element)
    return None


def _stated_authors(around: Surroundings, _signature: Signature) -> Found[tuple[str, ...]] | None:
    """Read the author that JSON-LD, microdata or a meta element states, unless that is the site itself."""
    data = around.metadata
    own = {fold(name) for name in (data.site_name, data.publisher, data.title) if name}
    for stated in data.authors:
        names = tuple(name for name in _names_in(stated.value) if is_signature(name) and fold(name) not in own)
        if names:
            return Found(names, stated.reader, stated.element)
    return None


AUTHOR_READERS: tuple[AuthorReader, ...] = (_selected_authors, _labelled_authors, _signed, _named_authors, _posters, _stated_authors)
"""Readers of the authors, most trustworthy first."""


def _selected_source(around: Surroundings, _signature: Signature) -> Found[Source] | None:
    """Read the element that the site's definition names."""
    for element in select(around.page.root, around.selectors.source):
        if name := _without_label(text_of(element)):
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
        if classify_line(piece) is LineKind.SOURCE and (name := value_of(LineKind.SOURCE, piece)):
            return Found(Source(name, _address(name, line.element, around)), "label", line.element)
    return None


def _named_source(around: Surroundings, _signature: Signature) -> Found[Source] | None:
    """Read an element near headline or text whose class says that it names the source."""
    for element in _elements(around, SOURCE_NAME):
        name = _without_label(text_of(element))
        if 2 <= len(name) <= 80:
            return Found(Source(name, _address(name, element, around)), "class", element)
    return None


SOURCE_READERS: tuple[SourceReader, ...] = (_selected_source, _labelled_source, _signed_source, _named_source)
"""Readers of the source, most trustworthy first."""


def _pieces(around: Surroundings) -> Iterator[tuple[Line, str]]:
    """Yield the short lines near headline and text, cut where a new label begins."""
    for line in (*around.after, *around.between, *around.before[:4]):
        if len(line.text) <= LONGEST_LINE:
            yield from ((line, piece) for piece in NEXT_LABEL.split(line.text))


def _elements(around: Surroundings, pattern: re.Pattern[str]) -> Iterator[html.HtmlElement]:
    """Yield the elements whose class, id or rel matches ``pattern``, those around lines near headline and text."""
    seen: set[html.HtmlElement] = set()
    for line in (*around.between, *around.before[:4], *around.after, *around.text[-3:]):
        for element in (line.element, *line.element.iterdescendants(), *_parents(line.element)):
            name = f"{element.get('class') or ''} {element.get('id') or ''}" if isinstance(element.tag, str) else ""
            if element not in seen and pattern.search(name):
                seen.add(element)
                yield element


def _parents(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the two elements around ``element``."""
    yield from list(element.iterancestors())[:2]


def _names_in(text: str) -> tuple[str, ...]:
    """Return the names in a byline without its label and without accounts."""
    return _real(split_names(_without_label(text))) if len(text) <= LONGEST_LINE else ()


def _without_label(text: str) -> str:
    """Return ``text`` without the label before it."""
    previous = ""
    while text != previous:
        previous, text = text, LEADING_LABEL.sub("", text.strip())
    return bare_end(text)


def _address(name: str, element: html.HtmlElement | None, around: Surroundings) -> str | None:
    """Return the address that a credit links to, or is itself."""
    if re.match(r"https?://\S+$", name):
        return name
    return _link(element, around) if element is not None else None


def _link(element: html.HtmlElement, around: Surroundings) -> str | None:
    """Return the address of the first link in ``element``."""
    for link in element.iter("a"):
        try:
            return urls.absolute(around.page.url, link.get("href") or "")
        except AddressError:
            continue
    return None
