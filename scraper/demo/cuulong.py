"""Cửu Long: a site of its own make. Text in table cells parted by line breaks, ids in the query, decomposed letters.

Its oldest articles came through Word and PDF with look-alike letters, or are still served in windows-1258.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from scraper.demo.content import Block, Picture, Written
from scraper.demo.pages import Answer, drawing, items, link, page, pages_of, table

HOST = "lienhiephoi-cuulong.example"
SECTIONS = {"Trong tỉnh": 1, "Khoa học công nghệ": 2, "Văn bản": 3}
GONE = "/NewsDetail.aspx?id=999&cate=1"
"""An article that was taken down; the site says so with status 200."""

FROM_HOME = "ref=home"
"""What links on the home page carry: a second address of the same page."""

SEARCH = "/TimKiem.aspx?keyword=man"
LOGIN = "/DangNhap.aspx"
TONES = frozenset(
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}"
)
TOOLS = "Cỡ chữ: A- A A+ | In trang | Gửi cho bạn bè"


def answers(articles: Sequence[Written]) -> Iterator[Answer]:
    """Yield every answer of the site."""
    newest = list(reversed(articles))
    home = frame("Trang chủ", listing(newest[:5]).replace("&amp;cate=", f"&amp;{FROM_HOME}&amp;cate="))
    yield page("/", home)
    yield page("/default.aspx", home)
    for name, number in SECTIONS.items():
        own = [article for article in newest if article.section == name]
        for current, part, count in pages_of(own, 4):
            text = frame(name, listing(part) + pager(number, count))
            yield page(f"/News.aspx?cate={number}&page={current}", text)
            if current == 1:
                yield page(f"/News.aspx?cate={number}", text)
    for article in articles:
        yield served(article, path_of(article), newest)
    for article in newest[:5]:
        yield served(article, path_of(article).replace("&cate=", f"&{FROM_HOME}&cate="), newest)
    yield drawing("/images/banner.jpg")
    yield page(GONE, frame("Liên hiệp Hội Cửu Long", "<b>Bài viết không tồn tại hoặc đã bị xóa.</b>"))
    yield page(SEARCH, frame("Tìm kiếm", listing([article for article in newest if "mặn" in article.headline])))
    yield page(LOGIN, frame("Đăng nhập", 'Tên đăng nhập <input name="user"> Mật khẩu <input name="pass" type="password">'))


def served(article: Written, path: str, newest: Sequence[Written]) -> Answer:
    """Return the page of an article, its letters decomposed, in windows-1258 where it is one of those."""
    text = unicodedata.normalize("NFD", frame("Liên hiệp Hội Cửu Long", whole(article, newest)))
    if "windows-1258" not in article.quirks:
        return page(path, text)
    return Answer(path, in_windows_1258(text.replace("charset=utf-8", "charset=windows-1258")), "text/html")


def in_windows_1258(text: str) -> bytes:
    r"""Return ``text`` in the Vietnamese code page of Windows, which has vowels with hats and horns whole, tones apart.

    >>> in_windows_1258("Cửu Long")
    b'C\xfd\xd2u Long'
    """
    return b"".join(map(_in_windows_1258, unicodedata.normalize("NFC", text)))


def _in_windows_1258(letter: str) -> bytes:
    """Return one composed letter, its tone behind it where it has one."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in parts if mark in TONES)
    vowel = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
    return (vowel + tone).encode("cp1258")


def worn(text: str) -> str:
    r"""Return ``text`` as it comes out of old Word and PDF files: letters that only look alike, no-break spaces.

    >>> worn("Đưa nước, điện về đồng")
    'Ðƣa nƣớc,\xa0ðiện về ðồng'
    """
    return text.translate(str.maketrans("ưƯđĐ", "ƣƢðÐ")).replace(", ", ",\N{NO-BREAK SPACE}")


def path_of(article: Written) -> str:
    """Return the path of an article."""
    return f"/NewsDetail.aspx?id={article.number}&cate={SECTIONS[article.section]}"


def frame(title: str, inside: str) -> str:
    """Return a page: a form around nested tables."""
    menu = "".join(f'<td class="menu">{link(f"/News.aspx?cate={number}", name)}</td>' for name, number in SECTIONS.items())
    side = f"Hôm nay: 14/02/2022 10:05:41 SA<br>{link(SEARCH, 'Tìm kiếm')}<br>{link(LOGIN, 'Đăng nhập')}<br>{link(GONE, 'Lịch công tác')}"
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{escape(title)}</title></head><body>'
        '<form id="form1" method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4">'
        '<a href="#noidung">Skip Navigation Links</a><table width="100%"><tr><td>'
        '<img src="images/banner.jpg" alt="LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH CỬU LONG"></td></tr></table>'
        f'<table><tr>{menu}</tr></table><table width="100%"><tr><td width="200">{side}</td><td id="noidung">{inside}</td></tr></table>'
        "<table><tr><td>Bản quyền thuộc Liên hiệp Hội Cửu Long. Số lượt truy cập: 10.245</td></tr></table></form></body></html>"
    )


def listing(articles: Sequence[Written]) -> str:
    """Return a list of headlines with the days of publication."""
    rows = "".join(f"<tr><td>{link(path_of(a), a.headline)} <span>({day(a)})</span></td></tr>" for a in articles)
    return f"<table>{rows}</table>"


def pager(section: int, count: int) -> str:
    """Return links to the pages of a section."""
    return " ".join(link(f"/News.aspx?cate={section}&page={number}", str(number)) for number in range(1, count + 1))


def whole(article: Written, newest: Sequence[Written]) -> str:
    """Return an article with the list of others below it."""
    others = "".join(
        f"<br>- {link(path_of(other), other.headline)} ({day(other)})" for other in newest[:4] if other is not article
    )
    crumbs = f"{link('/', 'Trang chủ')} &gt; {link(f'/News.aspx?cate={SECTIONS[article.section]}', article.section)}"
    return (
        f'<table><tr><td>{crumbs}</td></tr><tr><td class="tieude">{escape(article.headline)}</td></tr><tr><td class="ngay">{clock(article)} {90 + article.number} lượt xem</td></tr>'
        f"<tr><td>{TOOLS}</td></tr><tr><td>{text_of(article)}</td></tr></table><b>Các tin khác:</b>{others}"
    )


def text_of(article: Written) -> str:
    """Return the text with attachments, names and source, parted by line breaks."""
    lead = f'<span class="sapo"><b>{escape(article.lead)}</b></span><br><br>' if article.lead else ""
    text = lead + "<br><br>".join(map(block, article.blocks))
    return (
        (worn(text) if "worn-letters" in article.quirks else text)
        + "".join(f'<br><a href="/upload/{file}">{escape(name)}</a>' for file, name in article.attachments)
        + "".join(f"<br><br><b>{escape(name)}</b>" for name in article.authors)
        + (f"<br><br><i>(Nguồn: {escape(article.source)})</i>" if article.source else "")
    )


def block(block: Block) -> str:
    """Return one block."""
    match block.kind:
        case "img":
            return picture(block.picture)
        case "table":
            return table(block.rows)
        case "li":
            return items(block.rows)
        case "h":
            return f"<b>{escape(block.text)}</b>"
        case "q":
            return f"“{escape(block.text)}”"
        case _:
            return escape(block.text)


def picture(picture: Picture) -> str:
    """Return a picture; below it the line that was left there, then the caption, a line in italics."""
    words = f"{escape(picture.caption)}{f'. Ảnh: {escape(picture.credit)}' if picture.credit else ''}"
    left = f"<br>{escape(picture.left)}" if picture.left else ""
    below = f"<br><i>{words}</i>" if words else ""
    return f'<div align="center"><img src="/upload/{picture.file}" alt="{picture.stem}">{left}{below}</div>'


def day(article: Written) -> str:
    """Return the day of publication as printed in lists."""
    return f"{article.date:%d/%m/%Y}" if article.date else ""


def clock(article: Written) -> str:
    """Return the moment of publication as printed over the text: twelve hours, SA or CH."""
    if not isinstance(article.date, datetime):
        return day(article)
    return (
        f"{article.date:%d/%m/%Y} {article.date.hour % 12 or 12}:{article.date:%M} {'SA' if article.date.hour < 12 else 'CH'}"
    )
