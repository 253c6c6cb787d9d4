"""Sông Hồng: an old portal. Tables for layout, a clock in the header, banners at the foot, print twins, numbered pages.

What its pages do wrong is what such portals do: hidden microdata and a meta element give the time of the last edit and a
malformed one, names of files stay under pictures, banners have names of files for alternative texts.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import escape

from scraper.demo.content import Block, Picture, Written
from scraper.demo.pages import Answer, drawing, items, link, page, pages_of, table

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
        yield page(path_of(article), frame(article.headline, whole(article, newest), metadata(article)))
        yield page(path_of(article, "print"), printed(article))
    yield page(
        "/vi/users/login/", frame("Đăng nhập", '<form method="post"><input name="nv_login"><input type="password"></form>')
    )
    for picture in ("logo.png", *(f"banners/{number}.jpg" for number in range(1, len(BANNERS) + 1))):
        yield drawing(f"/uploads/{picture}")
    yield page("/vi/seek/?q=hoi+thi", frame("Tìm kiếm", listing([one for one in newest if "Hội thi" in one.headline])))


def path_of(article: Written, action: str = "") -> str:
    """Return the path of an article, or of its print twin."""
    folder = f"{action}/{SECTIONS[article.section]}" if action else SECTIONS[article.section]
    return f"/vi/news/{folder}/{article.slug}-{article.number}.html"


def frame(title: str, inside: str, head: str = "") -> str:
    """Return a page with header and foot."""
    menu = " | ".join(link(f"/vi/news/{folder}/", name) for name, folder in SECTIONS.items())
    doors = f"{link('/vi/users/login/', 'Đăng nhập')} | {link('/vi/seek/?q=hoi+thi', 'Tìm kiếm')}"
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(title)} - Liên hiệp Hội Sông Hồng</title>{head}</head><body>'
        '<table width="980"><tr><td><img src="/uploads/logo.png" alt="Liên hiệp Hội Sông Hồng"></td>'
        '<td class="clock">Thứ tư, 25/11/2020, 08:15</td></tr>'
        '<tr><td colspan="2"><marquee>Chào mừng bạn đến với trang thông tin của Liên hiệp Hội tỉnh Sông Hồng</marquee></td></tr>'
        f'<tr><td colspan="2">{menu} | {doors}</td></tr><tr><td colspan="2"><div id="main">{inside}</div></td></tr>{foot()}</table></body></html>'
    )


def foot() -> str:
    """Return the banners, each with the name of its file, and what stands below them."""
    banners = "".join(
        f'<td><a href="https://khoahoc.example/"><img src="/uploads/banners/{number}.jpg" alt="{name}"></a></td>'
        for number, name in enumerate(BANNERS, 1)
    )
    return (
        f"<tr>{banners}</tr><tr><td>Địa chỉ: số 18 đường Bờ Đê, thành phố Sông Hồng. Điện thoại: 0200 000 018</td>"
        f"<td>Đang truy cập: 12<br>Hôm nay: 203<br>{link('/vi/thu-vien-anh/', 'Thư viện ảnh')}</td></tr>"
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
    numbers = (link(f"/vi/news/{folder}/" + (f"page-{n}/" if n > 1 else ""), str(n)) for n in range(1, count + 1))
    return f'<div class="pages">{" ".join(numbers)}</div>'


def metadata(article: Written) -> str:
    """Return the elements of the head; the zone stands where the T of an ISO date should."""
    title = f'<meta property="og:title" content="{escape(article.headline)}">'
    moment = f'<meta property="article:published_time" content="{article.date:%Y-%m-%dICT%H:%M:%S}">' if article.date else ""
    return title + moment


def whole(article: Written, newest: Sequence[Written]) -> str:
    """Return an article with what the portal prints around it."""
    crumbs = f"{link('/', 'Trang chủ')} » {link(f'/vi/news/{SECTIONS[article.section]}/', article.section)}"
    return (
        f'<div class="breadcrumb">{crumbs}</div><div class="news_column"><h1 class="title">{escape(article.headline)}</h1>'
        f'<div class="info"><span class="h5">{when(article)}</span> {link(path_of(article, "print"), "In ra")}</div>'
        f"{edited(article)}{text_of(article)}{below(article)}</div>"
        f'<div class="other-news"><h4>Những tin cũ hơn</h4><ul>{others(article, newest)}</ul></div>'
    )


def when(article: Written) -> str:
    """Return the line with the moment of publication."""
    return f"{DAYS[article.date.weekday()]} - {article.date:%d/%m/%Y %H:%M}" if article.date else ""


def edited(article: Written) -> str:
    """Return the hidden microdata, which call the last edit the publication."""
    if not article.date:
        return ""
    moment = article.date + timedelta(days=9)
    return f'<div style="display:none"><span itemprop="datePublished">{moment:%Y-%m-%dT%H:%M:%S+07:00}</span></div>'


def below(article: Written) -> str:
    """Return what stands between the text and the list of other articles."""
    files = "".join(f"<li>{link(f'/uploads/news/{file}', name)}</li>" for file, name in article.attachments)
    authors = escape(", ".join(article.authors))
    return (
        (f'<p align="right"><strong>Tác giả bài viết: {authors}</strong></p>' if authors else "")
        + (f"<p><strong>Nguồn tin: {escape(article.source)}</strong></p>" if article.source else "")
        + (f'<div class="files"><h4>Tập tin đính kèm</h4><ul>{files}</ul></div>' if files else "")
        + f'<div class="hit">Lượt xem: {400 + 7 * article.number}</div>'
        "<div>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div><div>Click để đánh giá bài viết</div>"
        '<div id="comments"><h4>Ý kiến bạn đọc</h4><form><input name="name" placeholder="Tên của bạn">Mã an toàn</form></div>'
    )


def others(article: Written, newest: Sequence[Written]) -> str:
    """Return the list of other articles with their days."""
    return "".join(
        f"<li>{link(path_of(other), other.headline)}{f' <span>({other.date:%d/%m/%Y})</span>' if other.date else ''}</li>"
        for other in newest[:5]
        if other is not article
    )


def printed(article: Written) -> str:
    """Return the print twin: the text under the headline and nothing else."""
    return f"<html><title>{escape(article.headline)}</title><body>{text_of(article)}</body></html>"


def text_of(article: Written) -> str:
    """Return the text as editors pasted it from Word."""
    lead = f'<div class="hometext"><strong>{escape(article.lead)}</strong></div>' if article.lead else ""
    return f'{lead}<div id="news-bodyhtml">{"".join(map(block, article.blocks))}</div>'


def block(block: Block) -> str:
    """Return one block, paragraphs with Word's classes."""
    match block.kind:
        case "img":
            return picture(block.picture)
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


def picture(picture: Picture) -> str:
    """Return a picture in a table of its own, below it the line that was left there, then the caption."""
    words = f"{escape(picture.caption)}{f' (Ảnh: {escape(picture.credit)})' if picture.credit else ''}"
    lines = [line for line in (escape(picture.left), f"<em>{words}</em>" if words else "") if line]
    rows = "".join(f'<tr><td style="text-align:center">{line}</td></tr>' for line in lines)
    image = f'<img src="/uploads/news/{picture.file}" alt="{picture.stem}" width="500">'
    return f'<table align="center" class="image"><tr><td>{image}</td></tr>{rows}</table>'
