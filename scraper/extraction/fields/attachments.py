"""Files offered with an article: links inside and beside the text, and files shown in a viewer."""

import mimetypes
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from lxml import html

from scraper.article import Attachment
from scraper.extraction.fields.beside import stands_beside
from scraper.extraction.fields.viewers import LONGEST, TAGS, shown_in, viewers_beside, written_address
from scraper.extraction.outline import text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select

FILE = re.compile(
    r"(?<![^/?&=])[^/?&=]+\.(pdf|docx?|dotx?|xlsx?|xlsm|pptx?|ppsx?|rtf|odt|ods|odp|zip|rar|7z|csv|mp3|epub)(?=$|[?&#/])",
    re.IGNORECASE,
)
DOWNLOAD = re.compile(
    r"[?&](?:download|attachment|dl)=1\b|/download/\w|[?&](?:task|act|action|view)=download|GetFile\b"
    r"|DownloadFile\b|/tai-ve/\d|wpdmdl=\d"
    r"|(?:Download|TaiVe|Attachment)\w*\.(?:aspx|ashx|php)\?|LinkClick\.aspx\?fileticket="
    r"|/c/document_library/get_file|/documents/\d+/\d+/",
    re.IGNORECASE,
)
"""Addresses that hand out a file without naming it: NukeViet, WordPress Download Manager, DNN, Liferay, ASP.NET handlers."""

SHARED = re.compile(
    r"//drive\.google\.com/(?:file/d/|open\?id=|uc\?)|//docs\.google\.com/(?:document|spreadsheets|presentation)/d/"
    r"|//1drv\.ms/|//onedrive\.live\.com/(?:embed|download|redir|view)",
    re.IGNORECASE,
)
"""Addresses of single files that offices keep with Google and Microsoft."""

SHARED_NAME = re.compile(r"(?<=/d/)[\w-]+|(?<=[?&]id=)[\w-]+|(?<=resid=)[\w%!]+")
NAMED_FILE = re.compile(r"\S.{0,120}\.(?:pdf|docx?|xlsx?|pptx?|rar|zip)", re.IGNORECASE)
"""What links to files print whose addresses tell nothing."""

PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|svg)(?:$|[?#])", re.IGNORECASE)
ADDRESS_IN_SCRIPT = re.compile(r"""['"]((?:https?:|(?:\.\.?)?/)[^'"]+)['"]""")
EXTRA_TYPES = {
    ".rar": "application/vnd.rar",
    ".7z": "application/x-7z-compressed",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SPARE = re.compile(
    r"(?:(?:xem|tải|download|file|tệp|tập tin|văn bản|tài liệu|về|xuống|tại|vào|đây|đính|kèm|chi tiết|bấm|nhấn"
    r"|click|here|để|link|pdf|trực tuyến|online|[\s.:!>»()])+)?",
    re.IGNORECASE,
)
"""What links to files say when they do not name them."""

NUMBERED = re.compile(r"^(?:tập tin|tệp(?: tin)?|file|tài liệu|văn bản)(?: đính kèm)?\s*\d*\s*:\s*", re.IGNORECASE)


def read_attachments(around: Surroundings) -> Found[tuple[Attachment, ...]] | None:
    """Return the files offered with the article in order, each address once; None where there are none."""
    if around.selectors.attachments:
        elements, reader = select(around.page.root, around.selectors.attachments), "selector"
    else:
        elements, reader = list(_elements(around)), "link"
    found: dict[str, Attachment] = {}
    for file in filter(None, (_attachment(element, around) for element in elements)):
        key = _key(file.url)
        if key not in found or found[key].name == _file_name(found[key].url):
            found[key] = file
    return Found(tuple(found.values()), reader, elements[0]) if found else None


def _elements(around: Surroundings) -> Iterator[html.HtmlElement]:
    """Yield the links and viewers of the body, then those right before and behind it."""
    if around.body is not None:
        yield from (e for e in around.body.iter("a", *TAGS, "button") if not _in_aside(e, around))
        yield from viewers_beside(around)
    for line in (*around.between, *(line for line in around.after if not stands_beside(line, around))):
        yield from line.element.iter("a", "button")
        yield from (parent for parent in line.element.iterancestors("a"))


def _in_aside(element: html.HtmlElement, around: Surroundings) -> bool:
    """Say whether ``element`` stands in one of the asides."""
    return bool(around.asides) and any(ancestor in around.asides for ancestor in element.iterancestors())


def _attachment(element: html.HtmlElement, around: Surroundings) -> Attachment | None:
    """Return the file that a link or viewer leads to, None where it leads elsewhere."""
    for href in _addresses(element):
        address = around.page.link(href) if _is_file(href) or _names_file(element) else None
        if address:
            name = _printed_name(element) or _file_name(address)
            return Attachment(url=address, name=name, media_type=media_type(name) or media_type(_file_name(address)))
    return None


def _names_file(element: html.HtmlElement) -> bool:
    """Say whether a link prints the name of a file."""
    return element.tag == "a" and NAMED_FILE.fullmatch(text_of(element)) is not None


def _addresses(element: html.HtmlElement) -> Iterator[str]:
    """Yield the addresses that ``element`` may lead to; of a viewer, that of the file shown."""
    written = written_address(element)
    shown = shown_in(written)
    if shown is not None:
        yield from shown
    elif written and not written.startswith(("#", "javascript:")):
        yield written
    else:
        yield from ADDRESS_IN_SCRIPT.findall((element.get("onclick") or written)[:LONGEST])


@lru_cache(maxsize=1 << 10)  # menus repeat their addresses
def _is_file(address: str) -> bool:
    """Say whether ``address`` hands out a file."""
    if SHARED.search(address):
        return True
    return bool(FILE.search(unquote(address)) or (DOWNLOAD.search(address) and not PICTURE.search(address)))


def _printed_name(element: html.HtmlElement) -> str:
    """Return the name a link is printed with; empty for a viewer and for a link that only says "Tải về tại đây"."""
    text = NUMBERED.sub("", text_of(element)).strip(" :-–") if element.tag in ("a", "button") else ""
    return "" if SPARE.fullmatch(text) else text


def _key(address: str) -> str:
    """Return what one file's addresses have in common: those for looking at and for fetching a shared one name it alike."""
    found = SHARED_NAME.search(address) if SHARED.search(address) else None
    return found[0] if found else address


def _file_name(address: str) -> str:
    """Return the file's own name in ``address``; of a shared one, which has none there, the name of the host.

    >>> _file_name("https://a.vn/upload/KH%2018-5.PDF?t=1"), _file_name("https://drive.google.com/file/d/1aB/preview")
    ('KH 18-5.PDF', 'drive.google.com')
    """
    if SHARED.search(address):
        return urlsplit(address).netloc
    found = FILE.search(unquote(address))
    return found[0] if found else unquote(urlsplit(address).path.rsplit("/", 1)[-1])


def media_type(name: str) -> str | None:
    """Return the media type that the ending of ``name`` stands for, None where it says nothing.

    >>> media_type("Phiếu đăng ký.DOC"), media_type("Tải về tại đây")
    ('application/msword', None)
    """
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return EXTRA_TYPES.get(ending) or mimetypes.guess_type("file" + ending)[0]
