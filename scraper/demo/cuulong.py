"""Cửu Long: a site of its own make. Text in table cells parted by line breaks, ids in the query, decomposed letters."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from scraper.demo.content import Block, Written
from scraper.demo.pages import Answer, items, link, page, pages_of, table

HOST = "lienhiephoi-cuulong.example"
SECTIONS = {"Trong tỉnh": 1, "Khoa học công nghệ": 2, "Văn bản": 3}


def answers(articles: Sequence[Written]) -> Iterator[Answer]:
    """Yield every answer of the site."""
    newest = list(reversed(articles))
    yield page("/", frame("Trang chủ", listing(newest[:5])))
    yield page("/default.aspx", frame("Trang chủ", listing(newest[:5])))
    for name, number in SECTIONS.items():
        own = [article for article in newest if article.section == name]
        for current, part, count in pages_of(own, 4):
            path = f"/News.aspx?cate={number}" + (f"&page={current}" if current > 1 else "")
            yield page(path, frame(name, listing(part) + pager(number, count)))
    for article in articles:
        yield page(path_of(article), unicodedata.normalize("NFD", frame("Liên hiệp Hội Cửu Long", whole(article, newest))))


def path_of(article: Written) -> str:
    """Return the path of an article."""
    return f"/NewsDetail.aspx?id={article.number}&cate={SECTIONS[article.section]}"


def frame(title: str, inside: str) -> str:
    """Return a page: a form around nested tables."""
    menu = "".join(f'<td class="menu">{link(f"/News.aspx?cate={number}", name)}</td>' for name, number in SECTIONS.items())
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{escape(title)}</title></head><body>'
        '<form id="form1" method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4"><table width="100%"><tr><td>'
        '<img src="images/banner.jpg" alt="LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH CỬU LONG"></td></tr></table>'
        f'<table><tr>{menu}</tr></table><table width="100%"><tr><td width="200">Hôm nay: 14/02/2022 10:05:41 SA</td><td>{inside}</td></tr></table>'
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
    files = "".join(f'<br><a href="/upload/{file}">{escape(name)}</a>' for file, name in article.attachments)
    lead = f'<span class="sapo"><b>{escape(article.lead)}</b></span><br><br>' if article.lead else ""
    parts = map(block, article.blocks)
    signed = "".join(f"<br><br><b>{escape(name)}</b>" for name in article.authors)
    source = f"<br><br><i>(Nguồn: {escape(article.source)})</i>" if article.source else ""
    return (
        f'<table><tr><td class="tieude">{escape(article.headline)}</td></tr><tr><td class="ngay">{clock(article)} {90 + article.number} lượt xem</td></tr>'
        f"<tr><td>{lead}{'<br><br>'.join(parts)}{files}{signed}{source}</td></tr></table><b>Các tin khác:</b>{others}"
    )


def block(block: Block) -> str:
    """Return one block; a caption is a line in italics under the picture."""
    match block.kind:
        case "img":
            file, caption, credit = (*block.rows[0], "", "")[:3]
            words = f"{escape(caption)}{f'. Ảnh: {escape(credit)}' if credit else ''}"
            below = f"<br><i>{words}</i>" if words else ""
            return f'<div align="center"><img src="/upload/{file}" alt="{file.rsplit(".", 1)[0]}">{below}</div>'
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
