"""The category an article stands in, and its tags."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile
from urllib.parse import urlsplit

from lxml import html

from scraper.extraction.fields.beside import stands_beside
from scraper.extraction.fields.names import is_signature
from scraper.extraction.fields.trails import NOWHERE, trails
from scraper.extraction.jsonld import unique
from scraper.extraction.lines.classify import LineKind, classify_line, value_of
from scraper.extraction.outline import Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select
from scraper.extraction.titles import HOMES, squeezed

Reader = Callable[[Surroundings], Found[str] | None]
KeywordReader = Callable[[Surroundings], Found[tuple[str, ...]] | None]

CATEGORY = re.compile(
    r"(?:^|[\s_-])(?:cat(?:egory)?(?:[_-]?(?:name|title|links?|page__name))?|chuyen-?muc|danh-?muc"
    r"|folder-?title|section-?name|cate[_-]?name)"
    r"(?:$|[\s_-])|FolderTitle|CategoryName|ChuyenMuc|itemCategory",
    re.IGNORECASE,
)
TAGS = re.compile(
    r"(?:^|[\s_-])(?:tags?|tag-?(?:list|links?|news|box|detail|item)|tu-?khoa|keywords?|list-?tags?)(?:$|[\s_-])", re.IGNORECASE
)
"""Classes and ids of categories and lists of tags, in English and unaccented Vietnamese."""

TAG_ADDRESS = re.compile(r"/(?:tags?|tu-khoa|keywords?)[/-]|[?&](?:tag|keyword)=", re.IGNORECASE)
CATEGORY_ADDRESS = re.compile(r"/(?:categor(?:y|ies)|chuyen-?muc|danh-?muc|the-loai)[/-]", re.IGNORECASE)
NEXT = re.compile(r"\s*[|•]\s*|\s+(?=(?:[-–]\s+)?(?:Ngày|Đăng|Cập nhật|Lượt|Tác giả|Nguồn|Người)\b[^:]{0,16}:)")
"""Where something else begins on the line of a category."""

LONGEST = 80
MOST_STEPS = 4
NEVER = frozenset(
    {LineKind.DATE, LineKind.KEYWORDS, LineKind.POSTER, LineKind.COMMENTS, LineKind.END_MARK, LineKind.SOURCE_URL}
)
"""Kinds of lines that are no category. Headings of lists are: "Tin nổi bật" is a category on many sites."""


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
            return Found(NEXT.split(name)[0], "label", line.element)
    return None


def _breadcrumb(around: Surroundings) -> Found[str] | None:
    """Read the last step of the printed breadcrumb nearest before the article, else of one between headline and text."""
    for steps, element in trails(around):
        names = [step for step in steps if _is_category(step, around)]
        if names:
            return Found(names[-1], "breadcrumb", element)
    return None


def _category_link(around: Surroundings) -> Found[str] | None:
    """Read a link with ``rel="category tag"``: of several in a row the one the address lies in, else the last."""
    links = around.page.root.xpath("//a[contains(@rel, 'category')]")
    row = [link for link in links if link.getparent() is links[0].getparent()]
    folders = set(urlsplit(around.page.url).path.split("/")[:-1]) - {""}
    home = [link for link in row if (link.get("href") or "").rstrip("/").rsplit("/", 1)[-1] in folders]
    return _first(around, reversed(home or row), "rel")


def _named(around: Surroundings) -> Found[str] | None:
    """Read an element near headline or text whose class says that it names the category, the link in it where there is one."""
    lines = {line.place for line in (*around.before, *around.between, *around.after)}
    near = (element for element in around.outline.matching(CATEGORY) if around.outline.span(element)[0] in lines)
    return _first(around, (next(element.iter("a"), element) for element in near), "class")


def _links_above(around: Surroundings) -> Found[str] | None:
    """Read the last of a few links right above the headline: a breadcrumb in all but name."""
    links = list(takewhile(lambda line: line.linked, (line for line in around.before if not _is_date(line))))
    return (
        _first(around, (line.element for line in links[:1] if not _is_button(line)), "links")
        if len(links) <= MOST_STEPS
        else None
    )


def _link_below(around: Surroundings) -> Found[str] | None:
    """Read a link on a line of its own under the headline, unless it names the author."""
    links = (
        line.element for line in around.between[:2] if line.linked and not is_signature(line.text) and not _is_button(line)
    )
    return _first(around, links, "links")


def _title_above(around: Surroundings) -> Found[str] | None:
    """Read the title of the box that headline and text stand in, where it is the box's first line."""
    above = next((line for line in around.before[:3] if not _is_date(line)), None)
    if around.headline is None or above is None or _is_button(above) or any(map(str.isdigit, above.text)):
        return None
    for holder in islice(around.headline.iterancestors(), 5):
        start, end = around.outline.span(holder)
        if start <= above.place:
            opens = above.place - start <= 1 and end - start < 0.9 * len(around.outline.lines)
            return _first(around, [above.element], "box-title") if opens and holder.tag not in ("body", "html") else None
    return None


def _stated(around: Surroundings) -> Found[str] | None:
    """Read the breadcrumb of JSON-LD or microdata, else ``article:section``."""
    for reader, names in (("json-ld", around.metadata.breadcrumb), ("meta", (around.metadata.section,))):
        fitting = [name for name in names if _is_category(name, around)]
        if fitting:
            return Found(fitting[-1], reader)
    return None


READERS: tuple[Reader, ...] = (
    _selector,
    _label,
    _breadcrumb,
    _category_link,
    _named,
    _links_above,
    _link_below,
    _title_above,
    _stated,
)
"""Readers of the category, most trustworthy first."""


def _selected_tags(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the elements that the site's definition names."""
    return _tags(select(around.page.root, around.selectors.keywords), "selector")


def _tag_links(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read links marked as tags (``rel="tag"``), unless they lead to categories, as those of block themes do."""
    links = around.page.root.xpath("//a[contains(concat(' ', @rel, ' '), ' tag ') and not(contains(@rel, 'category'))]")
    return _tags([link for link in links if not CATEGORY_ADDRESS.search(link.get("href") or "")], "rel")


def _tag_box(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the links in a box behind the text whose class says that it holds tags."""
    end = around.outline.span(around.body)[1] if around.body is not None else around.headline_span[1]
    boxes = (box for box in around.outline.matching(TAGS) if end - 4 <= around.outline.span(box)[0] < end + 24)
    links = ([link for link in box.iter("a") if "category" not in (link.get("rel") or "")] for box in boxes)
    return next((found for row in links if (found := _tags(row, "class"))), None)


def _tag_addresses(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the links behind the text that lead to the articles with a tag."""
    after = (line for line in around.after if not stands_beside(line, around))
    links = (link for line in after for link in line.element.iter("a") if TAG_ADDRESS.search(link.get("href") or ""))
    return _tags(list(dict.fromkeys(links)), "address")


def _tag_line(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read a line like "Từ khóa: ..." behind the text, or the links that follow where it says no more."""
    for line in (*around.after, *around.text[-4:]):
        if classify_line(line.text) is LineKind.KEYWORDS:
            behind = takewhile(lambda link: link.linked, around.outline.lines[line.place + 1 :])
            value = (
                value_of(LineKind.KEYWORDS, line.text)
                if ":" in line.text.rstrip(": ")
                else ",".join(link.text for link in behind)
            )
            words = unique(word.strip(" .#") for word in re.split(r"[,;]", value))
            return Found(words, "label", line.element) if words else None
    return None


def _declared(around: Surroundings) -> Found[tuple[str, ...]] | None:
    """Read the words that the head declares, unless hardly any of them occurs in the article: those describe the site.

    Systems for which nobody typed any put the headline there, cut at its commas.
    """
    words = around.metadata.keywords
    title = " ".join(line.text for line in around.outline.within(around.headline)) if around.headline is not None else ""
    if not words or _describe_site(words, around) or squeezed(" ".join(words)) == squeezed(title):
        return None
    text = " ".join((title, *(line.text for line in around.text))).casefold()
    met = sum(word.casefold() in text for word in words)
    return Found(words, "meta") if met * 3 >= len(words) else None


KEYWORD_READERS: tuple[KeywordReader, ...] = (
    _selected_tags,
    _tag_links,
    _tag_box,
    _tag_line,
    _tag_addresses,
    _declared,
)
"""Readers of the tags, most trustworthy first."""


def _describe_site(words: Sequence[str], around: Surroundings) -> bool:
    """Say whether the declared words are but the name of the site."""
    own = {name.casefold() for name in (around.metadata.site_name, around.metadata.publisher) if name}
    return all(word.casefold() in own for word in words)


def _tags(elements: Sequence[html.HtmlElement], reader: str) -> Found[tuple[str, ...]] | None:
    """Return the texts of ``elements`` as tags."""
    words = [text_of(element).strip(" ,#;") for element in elements]
    kept = tuple(dict.fromkeys(word for word in words if word and len(word) <= LONGEST))
    return Found(kept, reader, elements[0]) if kept else None


def _first(around: Surroundings, elements: Iterable[html.HtmlElement], reader: str) -> Found[str] | None:
    """Return the first of ``elements`` whose text can be a category."""
    for element in elements:
        name = text_of(element).strip(" »>/|:-")
        if _is_category(name, around) and not _leads_home(element):
            return Found(name, reader, element)
    return None


def _is_category(name: str, around: Surroundings) -> bool:
    """Say whether ``name`` can be a category: short, no placeholder, not the headline, not even cut off."""
    key = name.casefold()
    if not 1 < len(name) <= LONGEST or key in NOWHERE or name[0].isdigit() or classify_line(name) in NEVER:
        return False
    title = text_of(around.headline).casefold() if around.headline is not None else ""
    return key != title and not (name.endswith(("...", "…")) and title.startswith(key.rstrip(". …")))


def _is_button(line: Line) -> bool:
    """Say whether ``line`` is a control of the page."""
    return classify_line(line.text) is LineKind.NOISE


def _leads_home(element: html.HtmlElement) -> bool:
    """Say whether ``element`` is the name of the site, or another link to its home page."""
    links = (element, *element.iterancestors("a"), *element.iter("a"))
    return next((link.get("href") for link in links if link.get("href")), None) in HOMES


def _is_date(line: Line) -> bool:
    """Say whether ``line`` is the date line that may part category and headline."""
    return classify_line(line.text) is LineKind.DATE
