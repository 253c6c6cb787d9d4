"""Sông Hồng: an old portal. Tables for layout, a clock in the header, banners at the foot, print twins, numbered pages."""

from collections.abc import Iterator, Sequence
from html import escape

from scraper.demo.content import Block, Written
from scraper.demo.pages import Answer, items, link, page, pages_of, table

HOST = "lienhiephoi-songhong.example"
DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
SECTIONS = {"Tin hoạt động": "tin-hoat-dong", "Tư vấn phản biện": "tu-van-phan-bien", "Hội thi sáng tạo": "hoi-thi-sang-tao"}
BANNERS = ("Logo Hoi thi STKT - web", "banner-thu-vien-so", "Lien ket Bo KHCN")


def answers(articles: Sequence[Written]) -> Iterator[Answer]:
    """Yield every answer of the site."""
    newest = list(reversed(articles))
    yield page("/", frame("Trang chủ", listing(newest[:6])))
    for name, folder in SECTIONS.items():
        own = [article for article in newest if article.section == name]
        for number, part, count in pages_of(own, 4):
            path = f"/vi/news/{folder}/" + (f"page-{number}/" if number > 1 else "")
            yield page(path, frame(name, listing(part) + pager(folder, count)))
    for article in articles:
        yield page(path_of(article), frame(article.headline, whole(article, newest)))
        yield page(
            path_of(article, "print"), f"<html><title>{escape(article.headline)}</title><body>{text_of(article)}</body></html>"
        )
    yield page(
        "/vi/users/login/", frame("Đăng nhập", '<form method="post"><input name="nv_login"><input type="password"></form>')
    )


def path_of(article: Written, action: str = "") -> str:
    """Return the path of an article, or of its print twin."""
    folder = f"{action}/{SECTIONS[article.section]}" if action else SECTIONS[article.section]
    return f"/vi/news/{folder}/{article.slug}-{article.number}.html"


def frame(title: str, inside: str) -> str:
    """Return a page with header and foot."""
    menu = " | ".join(link(f"/vi/news/{folder}/", name) for name, folder in SECTIONS.items())
    banners = "".join(
        f'<td><img src="/uploads/banners/{number}.jpg" alt="{name}"></td>' for number, name in enumerate(BANNERS, 1)
    )
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(title)} - Liên hiệp Hội Sông Hồng</title></head><body>'
        f'<table width="980"><tr><td><img src="/uploads/logo.png" alt="Liên hiệp Hội Sông Hồng"></td>'
        f'<td class="clock">Thứ tư, 25/11/2020, 08:15</td></tr><tr><td colspan="2">{menu} | {link("/vi/users/login/", "Đăng nhập")}</td></tr>'
        f'<tr><td colspan="2"><div id="main">{inside}</div></td></tr><tr>{banners}</tr>'
        "<tr><td>Địa chỉ: số 18 đường Bờ Đê, thành phố Sông Hồng. Điện thoại: 0200 000 018</td><td>Đang truy cập: 12</td></tr></table></body></html>"
    )


def listing(articles: Sequence[Written]) -> str:
    """Return a list of headlines with the beginnings of their texts."""
    return "".join(
        f'<div class="item"><h3>{link(path_of(article), article.headline)}</h3><p>{escape(opening(article))}</p></div>'
        for article in articles
    )


def opening(article: Written) -> str:
    """Return the lead, or the beginning of the text."""
    return (article.lead or next(block.text for block in article.blocks if block.kind == "p"))[:120] + "..."


def pager(folder: str, count: int) -> str:
    """Return links to the pages of a section."""
    return (
        '<div class="pages">'
        + " ".join(link(f"/vi/news/{folder}/" + (f"page-{n}/" if n > 1 else ""), str(n)) for n in range(1, count + 1))
        + "</div>"
    )


def whole(article: Written, newest: Sequence[Written]) -> str:
    """Return an article with what the portal prints around it."""
    crumbs = f"{link('/', 'Trang chủ')} » {link(f'/vi/news/{SECTIONS[article.section]}/', article.section)}"
    when = f"{DAYS[article.date.weekday()]} - {article.date:%d/%m/%Y %H:%M}" if article.date else ""
    others = "".join(f"<li>{link(path_of(other), other.headline)}</li>" for other in newest[:5] if other is not article)
    files = "".join(f"<li>{link(f'/uploads/{file}', name)}</li>" for file, name in article.attachments)
    return (
        f'<div class="breadcrumb">{crumbs}</div><div class="news_column"><h1 class="title">{escape(article.headline)}</h1>'
        f'<div class="info"><span class="h5">{when}</span> {link(path_of(article, "print"), "In ra")}</div>{text_of(article)}'
        + (f'<div class="files"><h4>Tập tin đính kèm</h4><ul>{files}</ul></div>' if files else "")
        + (f'<p align="right"><strong>Tác giả: {escape(", ".join(article.authors))}</strong></p>' if article.authors else "")
        + (f"<p><strong>Nguồn tin: {escape(article.source)}</strong></p>" if article.source else "")
        + f'<div class="hit">Lượt xem: {400 + 7 * article.number}</div></div>'
        f'<div class="other-news"><h4>Những tin khác</h4><ul>{others}</ul></div>'
    )


def text_of(article: Written) -> str:
    """Return the text as editors pasted it from Word."""
    lead = f'<div class="hometext"><strong>{escape(article.lead)}</strong></div>' if article.lead else ""
    return f'{lead}<div id="news-bodyhtml">{"".join(map(block, article.blocks))}</div>'


def block(block: Block) -> str:
    """Return one block: paragraphs with Word's classes, pictures in a table with the caption, or their file name, below."""
    match block.kind:
        case "img":
            file, caption, credit = (*block.rows[0], "", "")[:3]
            name = file.rsplit(".", 1)[0]
            below = f"{escape(caption)}{f' (Ảnh: {escape(credit)})' if credit else ''}" if caption else f"{name}-bis"
            return (
                f'<table align="center" class="image"><tr><td><img src="/uploads/news/{file}" alt="{name}-bis" width="500"></td></tr>'
                f'<tr><td style="text-align:center"><em>{below}</em></td></tr></table>'
            )
        case "table":
            return table(block.rows)
        case "li":
            return items(block.rows)
        case "h":
            return f'<p class="MsoNormal"><b>{escape(block.text)}</b></p>'
        case "q":
            return f"<blockquote>{escape(block.text)}</blockquote>"
        case _:
            return f'<p class="MsoNormal" style="text-align:justify">{escape(block.text)}<o:p></o:p></p>'
