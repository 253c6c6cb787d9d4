"""The category an article stands in, and its tags."""

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import html

from scraper.extraction.lines import LineKind, classify_line, value_of
from scraper.extraction.outline import Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select
from scraper.text import fold

Reader = Callable[[Surroundings], Found[str] | None]
KeywordReader = Callable[[Surroundings], Found[tuple[str, ...]] | None]

CRUMBS = re.compile(r"bread-?_?crumbs?|crumb|duong-?dan|\bpath\b|pathway|sitemap-?path|vi-?tri|navi-?path", re.IGNORECASE)
CATEGORY = re.compile(
    r"(?:^|[\s_-])(?:cat(?:egory)?(?:[_-]?(?:name|title|links?|page__name))?|chuyen-?muc|danh-?muc|folder-?title|section-?name|cate[_-]?name)(?:$|[\s_-])"
    r"|FolderTitle|CategoryName|ChuyenMuc",
    re.IGNORECASE,
)
TAGS = re.compile(r"(?:^|[\s_-])(?:tags?|tag-?(?:list|links?|cloud|news|box|detail|item)|tu-?khoa|keywords?|list-?tags?)(?:$|[\s_-])", re.IGNORECASE)
NOWHERE = frozenset({"trang chu", "trang nhat", "home", "root", "chi tiet", "tin tuc chi tiet", "chi tiet tin", "tin chi tiet", "noi dung", "default"})
"""Folded names that breadcrumbs begin with and systems print for want of a category."""

SPLIT = re.compile(r"\s*(?:»|>|›|/|\||→|::|\\)\s*")
LONGEST = 80


def read_section(around: Surroundings) -> Found[str] | None:
    """Return the innermost category the page names for the article; placeholders of the system are none."""
    return next((found for reader in READERS if (found := reader(around))), None)


def read_keywords(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Return the tags printed for the article, else those it declares; words about the site alone are none."""
    return next((found for reader in KEYWORD_READERS if (found := reader(around)) and found.value), None)


def _selector(around: Surroundings) -> Found[str] | None:
    """Read the element that the site's definition names."""
    return _first(around, select(around.page.root, around.selectors.section), "selector")


def _label(around: Surroundings) -> Found[str] | None:
    """Read a line like "Chuyên mục: ..." near headline or text."""
    for line in (*around.between, *around.before, *around.after):
        if classify_line(line.text) is LineKind.CATEGORY and (name := value_of(LineKind.CATEGORY, line.text)):
            return Found(name, "label", line.element)
    return None


def _breadcrumb(around: Surroundings) -> Found[str] | None:
    """Read the last step of the printed breadcrumb before the article itself."""
    for line in reversed(around.outline.lines[: around.headline_span[1]]):
        trail = next((e for e in (line.element, *list(line.element.iterancestors())[:5]) if CRUMBS.search(_name(e))), None)
        if trail is not None:
            steps = [step for part in around.outline.within(trail) for step in _steps(part)]
            names = [step for step in steps if _is_category(step, around)]
            return Found(names[-1], "breadcrumb", trail) if names else None
    return None


def _category_link(around: Surroundings) -> Found[str] | None:
    """Read a link marked as the category (``rel="category tag"``) near the article."""
    return _first(around, around.page.root.xpath("//a[contains(@rel, 'category')]"), "rel")


def _named(around: Surroundings) -> Found[str] | None:
    """Read an element near the headline whose class says that it names the category."""
    lines = (*around.before, *around.between)
    elements = (e for line in lines for e in (line.element, *line.element.iterdescendants("a", "span"), *line.element.iterancestors("td", "div", "li", "p", "span")))
    return _first(around, (element for element in elements if CATEGORY.search(_name(element))), "class")


def _stated(around: Surroundings) -> Found[str] | None:
    """Read the breadcrumb of JSON-LD or microdata, else ``article:section``."""
    for reader, names in (("json-ld", around.metadata.breadcrumb), ("meta", (around.metadata.section,))):
        fitting = [name for name in names if _is_category(name, around)]
        if fitting:
            return Found(fitting[-1], reader)
    return None


READERS: tuple[Reader, ...] = (_selector, _label, _breadcrumb, _category_link, _named, _stated)
"""Readers of the category, most trustworthy first."""


def _selected_tags(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the elements that the site's definition names."""
    return _tags(select(around.page.root, around.selectors.keywords), "selector")


def _tag_links(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read links marked as tags (``rel="tag"``)."""
    links = around.page.root.xpath("//a[contains(concat(' ', @rel, ' '), ' tag ') and not(contains(@rel, 'category'))]")
    return _tags(links, "rel")


def _tag_box(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the links in a box behind the text whose class says that it holds tags."""
    end = around.outline.span(around.body)[1] if around.body is not None else around.headline_span[1]
    for line in around.outline.lines[max(0, end - 4) : end + 24]:
        box = next((e for e in (line.element, *list(line.element.iterancestors())[:3]) if TAGS.search(_name(e))), None)
        if box is not None and (found := _tags(list(box.iter("a")), "class")):
            return found
    return None


def _tag_line(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read a line like "Từ khóa: ..." behind the text."""
    for line in (*around.after, *around.text[-4:]):
        if classify_line(line.text) is LineKind.KEYWORDS:
            words = [word.strip(" .") for word in re.split(r"[,;]", value_of(LineKind.KEYWORDS, line.text))]
            if any(words):
                return Found(tuple(dict.fromkeys(filter(None, words))), "label", line.element)
    return None


def _declared(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the words that the head declares, unless hardly any of them occurs in the article: those describe the site."""
    words = around.metadata.keywords
    text = fold(" ".join(line.text for line in around.outline.lines[around.headline_span[0] : around.headline_span[1]]))
    text += " " + fold(" ".join(line.text for line in around.text))
    met = sum(fold(word) in text for word in words)
    return Found(words, "meta") if words and met * 3 >= len(words) and not _describe_site(words, around) else None


KEYWORD_READERS: tuple[KeywordReader, ...] = (_selected_tags, _tag_links, _tag_box, _tag_line, _declared)
"""Readers of the tags, most trustworthy first."""


def _describe_site(words: Sequence[str], around: Surroundings) -> bool:
    """Say whether the declared words are but the name of the site."""
    own = {fold(name) for name in (around.metadata.site_name, around.metadata.publisher) if name}
    return all(fold(word) in own for word in words)


def _tags(elements: Sequence[html.HtmlElement], reader: str) -> Found[tuple[str, ...]] | None:
    """Return the texts of ``elements`` as tags."""
    words = [text_of(element).strip(" ,#;") for element in elements]
    kept = tuple(dict.fromkeys(word for word in words if word and len(word) <= LONGEST))
    return Found(kept, reader, elements[0]) if kept else None


def _first(around: Surroundings, elements: Iterator[html.HtmlElement] | Sequence[html.HtmlElement], reader: str) -> Found[str] | None:
    """Return the first of ``elements`` whose text can be a category."""
    for element in elements:
        name = text_of(element).strip(" »>/|:-")
        if _is_category(name, around):
            return Found(name, reader, element)
    return None


def _is_category(name: str, around: Surroundings) -> bool:
    """Say whether ``name`` can be a category: short, no placeholder, not the headline."""
    key = fold(name)
    title = fold(text_of(around.headline)) if around.headline is not None else ""
    return 1 < len(name) <= LONGEST and key not in NOWHERE and key != title and not title.startswith(key.rstrip(". …") + " ")


def _steps(line: Line) -> list[str]:
    """Return the steps of a breadcrumb that is printed on one line."""
    return [step.strip() for step in SPLIT.split(line.text) if step.strip()]


def _name(element: html.HtmlElement) -> str:
    """Return class and id of ``element``."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"
