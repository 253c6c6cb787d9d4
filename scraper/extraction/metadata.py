"""What a page says about itself out of the reader's sight: head, OpenGraph, JSON-LD, microdata."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import html

from scraper.extraction.jsonld import (
    Node,
    is_organisation,
    last_text,
    name_of,
    nodes,
    parsed,
    text_of,
    trail_of,
    type_of,
    unique,
)
from scraper.extraction.page import Page
from scraper.text import clean

JSON_LD = "application/ld+json"
LONGEST = 1000
"""Characters kept of a title or of what a meta element says; a title that was never closed holds the page."""

ARTICLE_TYPE = re.compile(r"(?:News|Blog|Opinion|Reportage|Tech|Analysis|Scholarly|Background)?(?:Article|Posting)$|^Report$")

META_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "published": (
        "article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "its_publication",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.created",
        "dc.date",
        "date",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified",
    ),
    "author": ("article:author", "author", "dc.creator", "dcterms.creator", "dable:author"),
    "section": ("article:section",),
    "keywords": ("news_keywords", "keywords"),
    "tag": ("article:tag",),
    "site_name": ("og:site_name", "application-name", "twitter:site"),
    "language": ("content-language", "language", "og:locale"),
    "type": ("og:type",),
    "generator": ("generator",),
    "canonical": ("og:url",),
}
"""Field to the names of the meta elements that give it, most trustworthy first."""

MICRODATA = frozenset({
    "headline", "datePublished", "dateModified", "dateCreated", "author", "articleSection",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the place it was stated in."""

    reader: str
    """``json-ld``, ``meta``, ``microdata`` or ``time``."""
    value: str
    """The value as written."""
    element: html.HtmlElement | None = None
    """Element in the page's body; None where it came from the head or a script."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page states about itself; empty where it says nothing."""

    title: str = ""
    """The ``title`` element."""
    titles: tuple[str, ...] = ()
    """Titles in JSON-LD, OpenGraph and other meta elements, most trustworthy first."""
    headlines: tuple[Stated, ...] = ()
    """Elements of the page's body that microdata marks as the headline."""
    description: str = ""
    published: tuple[Stated, ...] = ()
    """Moments of publication, most trustworthy first."""
    modified: tuple[Stated, ...] = ()
    """Moments of the last change, most trustworthy first."""
    authors: tuple[Stated, ...] = ()
    """Persons or accounts, never organisations that say so."""
    section: str = ""
    keywords: tuple[str, ...] = ()
    """Words for search engines, from ``news_keywords``, ``keywords``, ``article:tag`` and JSON-LD."""
    breadcrumb: tuple[str, ...] = ()
    """Names in the BreadcrumbList of JSON-LD or microdata, outermost first."""
    canonical: str = ""
    publisher: str = ""
    """Name of the publishing organisation."""
    site_name: str = ""
    language: str = ""
    type: str = ""
    """``og:type``, or the type of the JSON-LD article."""
    generator: str = ""
    """Content management system, as it names itself."""


@dataclass(slots=True)
class _Seen:
    """What one pass over the page collects."""

    title: str = ""
    language: str = ""
    canonical: str = ""
    meta: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    properties: dict[str, list[Stated]] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)

    def first(self, key: str) -> str:
        """Return the first value of the meta elements for the field ``key``."""
        return next(iter(self.all(key)), "")

    def all(self, key: str) -> list[str]:
        """Return the values of the meta elements for the field ``key``, most trustworthy first."""
        return [value for name in META_NAMES[key] for value in self.meta.get(name, ())]


def read_metadata(page: Page) -> Metadata:
    """Return what ``page`` states about itself, read in one pass; broken JSON-LD is mended or passed over."""
    seen = _collect(page.root)
    found = [node for script in seen.scripts for node in nodes(parsed(script))]
    article = next((node for node in found if ARTICLE_TYPE.search(type_of(node))), {})
    trail = next((trail_of(node) for node in found if type_of(node) == "BreadcrumbList"), ())
    publisher = name_of(article.get("publisher"))
    return Metadata(
        title=seen.title,
        titles=unique([text_of(article.get("headline")), *seen.all("title")]),
        headlines=tuple(seen.properties.get("headline", ())),
        description=seen.first("description") or text_of(article.get("description")),
        published=_stated(article, seen, "datePublished", "published"),
        modified=_stated(article, seen, "dateModified", "modified"),
        authors=_authors(article, seen),
        section=seen.first("section") or last_text(article.get("articleSection")) or _first_text(seen, "articleSection"),
        keywords=_keywords(article, seen),
        breadcrumb=trail or unique(seen.trail),
        canonical=seen.canonical or seen.first("canonical"),
        publisher=publisher,
        site_name=seen.first("site_name")
        or next((text_of(node.get("name")) for node in found if type_of(node) == "WebSite"), ""),
        language=seen.language or seen.first("language"),
        type=seen.first("type") or type_of(article),
        generator=seen.first("generator"),
    )


def _collect(root: html.HtmlElement) -> _Seen:
    """Return the raw statements of the page."""
    seen = _Seen(language=root.get("lang") or "")
    for element in root.iter("title", "meta", "link", "script", "time", "abbr"):
        match element.tag:
            case "title":
                seen.title = seen.title or clean((element.text or "")[:LONGEST])
            case "meta":
                _collect_meta(element, seen)
            case "link" if "canonical" in (element.get("rel") or "").lower():
                seen.canonical = seen.canonical or (element.get("href") or "").strip()
            case "script" if (element.get("type") or "").strip().lower() == JSON_LD:
                seen.scripts.append(element.text or "")
            case "time" | "abbr":
                _collect_time(element, seen)
    _collect_microdata(root, seen)
    return seen


def _collect_meta(element: html.HtmlElement, seen: _Seen) -> None:
    """Add a ``meta`` element; one with ``itemprop`` is microdata."""
    content = clean((element.get("content") or "")[:LONGEST])
    name = (element.get("property") or element.get("name") or element.get("http-equiv") or "").lower()
    if name and content:
        seen.meta.setdefault(name, []).append(content)


def _collect_time(element: html.HtmlElement, seen: _Seen) -> None:
    """Add a ``time`` element, or the ``abbr`` of older blogs; one that is styled as the last update is no publication."""
    classes = (element.get("class") or "").split()
    value = element.get("datetime") or (element.get("title") if {"published", "updated"} & set(classes) else None)
    if value:
        update = "updated" in classes and not {"published", "entry-date"} & set(classes)
        seen.properties.setdefault("updated" if update else "time", []).append(Stated("time", value, element))


def _collect_microdata(root: html.HtmlElement, seen: _Seen) -> None:
    """Add elements with ``itemprop``, and the names inside a marked-up breadcrumb."""
    for element in root.xpath("//*[@itemprop]"):
        for name in (element.get("itemprop") or "").split():
            if name in MICRODATA:
                stated = element.get("content") or element.get("datetime") or (element.tag == "abbr" and element.get("title"))
                value = clean(stated or element.text_content())
                seen.properties.setdefault(name, []).append(Stated("microdata", value, element))
            elif name == "itemListElement":
                names = element.xpath(".//*[@itemprop='name']")
                seen.trail += [clean(found.get("content") or found.text_content()) for found in names[:1]]


def _stated(article: Node, seen: _Seen, name: str, key: str) -> tuple[Stated, ...]:
    """Return the moments given for ``name`` in JSON-LD, for ``key`` in meta elements, and in the page's body."""
    written = [Stated("json-ld", text)] if (text := text_of(article.get(name))) else []
    times = seen.properties.get("time" if key == "published" else "updated", [])
    return (*written, *(Stated("meta", value) for value in seen.all(key)), *times, *seen.properties.get(name, []))


def _authors(article: Node, seen: _Seen) -> tuple[Stated, ...]:
    """Return the stated authors; organisations that say so are left out."""
    value = article.get("author")
    people = [person for person in (value if isinstance(value, list) else [value]) if not is_organisation(person)]
    written = [Stated("json-ld", name) for person in people if (name := name_of(person))]
    return (*written, *seen.properties.get("author", []), *(Stated("meta", name) for name in seen.all("author")))


def _keywords(article: Node, seen: _Seen) -> tuple[str, ...]:
    """Return the words for search engines from the first place that has any."""
    value = article.get("keywords")
    written = ",".join(map(str, value)) if isinstance(value, list) else text_of(value)
    for text in (*seen.meta.get("news_keywords", [])[:1], *seen.meta.get("keywords", [])[:1], written):
        if words := unique(part.strip() for part in re.split(r"[,;]", text)):
            return words
    return unique(seen.all("tag"))


def _first_text(seen: _Seen, name: str) -> str:
    """Return the first value of the microdata property ``name``."""
    return next((stated.value for stated in seen.properties.get(name, ())), "")
