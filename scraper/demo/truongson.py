"""Trường Sơn: a blog system. Figures with captions, share and related boxes inside the text, feed, sitemap, tags, JSON-LD."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape

from scraper.demo.content import Block, Picture, Written
from scraper.demo.pages import Answer, document, drawing, items, link, page, pages_of, table
from scraper.text import fold

HOST = "lienhiephoi-truongson.example"
HOME = f"https://{HOST}"
CATEGORY = ' rel="category tag"'
SECTIONS = {"Tin tức": "tin-tuc", "Đề tài dự án": "de-tai-du-an", "Thông báo": "thong-bao"}

REPLY = (
    '<div id="respond" class="comment-respond"><h3>Để lại một bình luận</h3><form>'
    "<p>Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *</p></form></div>"
)
"""The form under every article."""


def answers(articles: Sequence[Written]) -> Iterator[Answer]:
    """Yield every answer of the site."""
    newest = list(reversed(articles))
    yield page("/", frame("Trang chủ", listing(newest[:5])))
    for name, folder in SECTIONS.items():
        own = [article for article in newest if article.section == name]
        for number, part, count in pages_of(own, 3):
            path = f"/category/{folder}/" + (f"page/{number}/" if number > 1 else "")
            yield page(path, frame(name, listing(part) + pager(folder, number, count)))
    for tag in sorted({tag for article in articles for tag in article.tags}):
        yield page(f"/tag/{tag_slug(tag)}/", frame(tag, listing([article for article in newest if tag in article.tags])))
    for article in articles:
        yield page(f"/{article.slug}/", frame(article.headline, whole(article, newest), linked_data(article)))
    yield page("/?s=hoi+thao", frame("Kết quả tìm kiếm", listing([one for one in newest if "Hội thảo" in one.headline])))
    yield page(
        "/wp-login.php", frame("Đăng nhập", '<form method="post"><input name="log"><input name="pwd" type="password"></form>')
    )
    yield drawing("/wp-content/uploads/logo.png")
    yield from (document(download(file)) for article in articles for file, _ in article.attachments)
    yield Answer("/feed/", feed(newest[:8]).encode(), "application/rss+xml; charset=utf-8")
    yield Answer("/sitemap.xml", sitemap(articles).encode(), "application/xml; charset=utf-8")


def frame(title: str, inside: str, head: str = "") -> str:
    """Return a page with menu, sidebar and foot."""
    menu = "".join(f"<li>{link(f'/category/{folder}/', name)}</li>" for name, folder in SECTIONS.items())
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)} – Liên hiệp Hội Trường Sơn</title>{head}</head><body>'
        f'<header><a href="/"><img src="/wp-content/uploads/logo.png" alt="logo"></a><nav><ul class="menu">{menu}</ul></nav></header>'
        f'<main>{inside}</main><aside class="sidebar"><form action="/?s="><input name="s"></form><h3>Liên kết</h3>'
        f"{link('https://khoahoc.example/', 'Cổng khoa học')} {link('/?s=hoi+thao', 'Tìm: hội thảo')} {link('/wp-login.php', 'Đăng nhập')}"
        "</aside><footer>Bản quyền © 2023 Liên hiệp Hội Trường Sơn</footer></body></html>"
    )


def listing(articles: Sequence[Written]) -> str:
    """Return a list of articles with excerpts."""
    return "".join(
        f'<article class="post"><h2 class="entry-title">{link(f"/{a.slug}/", a.headline)}</h2><div class="entry-summary">'
        f"<p>{escape((a.lead or a.headline)[:140])} [&hellip;]</p></div></article>"
        for a in articles
    )


def pager(folder: str, number: int, count: int) -> str:
    """Return the links to the older and newer pages of a category."""
    older = link(f"/category/{folder}/page/{number + 1}/", "Cũ hơn") if number < count else ""
    return f'<nav class="pagination">{older}</nav>'


def whole(article: Written, newest: Sequence[Written]) -> str:
    """Return an article with what plugins print into it."""
    tags = ", ".join(link(f"/tag/{tag_slug(tag)}/", tag, ' rel="tag"') for tag in article.tags)
    files = "".join(f"<p>{link(download(file), name)}</p>" for file, name in article.attachments)
    return (
        f'<article class="post single"><header class="entry-header"><span class="cat-links">'
        f"{link(f'/category/{SECTIONS[article.section]}/', article.section, CATEGORY)}</span>"
        f'<h1 class="entry-title">{escape(article.headline)}</h1><div class="entry-meta">{dates(article)}</div></header><div class="entry-content">'
        + (f'<p class="sapo"><strong>{escape(article.lead)}</strong></p>' if article.lead else "")
        + f"{''.join(map(block, article.blocks))}{files}"
        + (f'<p style="text-align:right"><strong>{escape(", ".join(article.authors))}</strong></p>' if article.authors else "")
        + (f"<p><em>Nguồn: {link(f'https://{article.source}/', article.source)}</em></p>" if article.source else "")
        + f"{plugins(article, newest)}</div>"
        + (f'<footer class="entry-footer"><span class="tags-links">Từ khóa: {tags}</span></footer>' if tags else "")
        + f"</article>{REPLY}"
    )


def download(file: str) -> str:
    """Return the path of an attachment; a plugin hangs a parameter on it."""
    return f"/wp-content/uploads/{file}?download=1"


def dates(article: Written) -> str:
    """Return the days of publication and of the last change, with the moments for machines."""
    published = (
        f'<time class="entry-date published" datetime="{moment(article.date)}">{article.date:%d/%m/%Y}</time>'
        if article.date
        else ""
    )
    return published + (
        f' <time class="updated" datetime="{moment(article.updated)}">Cập nhật: {article.updated:%d/%m/%Y %H:%M}</time>'
        if article.updated
        else ""
    )


def plugins(article: Written, newest: Sequence[Written]) -> str:
    """Return the boxes that plugins put behind the text, inside its element."""
    related = "".join(f"<li>{link(f'/{other.slug}/', other.headline)}</li>" for other in newest[2:5] if other is not article)
    return (
        '<div class="sharedaddy"><h3 class="sd-title">Chia sẻ:</h3><ul><li><a href="https://facebook.example/share">Facebook</a></li></ul></div>'
        f'<div class="jp-relatedposts"><h3>Có liên quan</h3><ul>{related}</ul></div>'
    )


def block(block: Block) -> str:
    """Return one block."""
    match block.kind:
        case "img":
            return figure(block.picture)
        case "table":
            return f'<figure class="wp-block-table">{table(block.rows)}</figure>'
        case "li":
            return items(block.rows)
        case "h":
            return f"<h3>{escape(block.text)}</h3>"
        case "q":
            return f'<blockquote class="wp-block-quote"><p>{escape(block.text)}</p></blockquote>'
        case _:
            return f"<p>{escape(block.text)}</p>"


def figure(picture: Picture) -> str:
    """Return a picture that a script is to load, with its caption."""
    words = f"{escape(picture.caption)}{f' – Ảnh: {escape(picture.credit)}' if picture.credit else ''}"
    below = f'<figcaption class="wp-caption-text">{words}</figcaption>' if words else ""
    return (
        '<figure class="wp-caption aligncenter"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
        f'data-src="/wp-content/uploads/{picture.file}" alt="{escape(picture.caption)}">{below}</figure>'
    )


def moment(when: date | None) -> str:
    """Return a moment in Vietnamese time, or a day, as machines read it; nothing for None."""
    if isinstance(when, datetime):
        return f"{when.isoformat()}+07:00"
    return when.isoformat() if when else ""


def linked_data(article: Written) -> str:
    """Return the JSON-LD that a plugin adds to the head, and the link to the feed."""
    about = {
        "@type": "Article",
        "headline": article.headline,
        "author": {"@type": "Person", "name": "admin"},
        "articleSection": [article.section],
        "keywords": list(article.tags),
    }
    dated = {"datePublished": moment(article.date), "dateModified": moment(article.updated or article.date)}
    site = {"@type": "WebSite", "name": "Liên hiệp Hội Trường Sơn", "url": HOME}
    graph = [site, about | (dated if article.date else {})]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return f'<script type="application/ld+json">{data}</script><link rel="alternate" type="application/rss+xml" href="/feed/">'


def feed(articles: Sequence[Written]) -> str:
    """Return the RSS feed."""
    entries = "".join(f"<item><title>{escape(a.headline)}</title><link>{HOME}/{a.slug}/</link></item>" for a in articles)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Trường Sơn</title><link>{HOME}/</link>{entries}</channel></rss>'


def sitemap(articles: Sequence[Written]) -> str:
    """Return the sitemap."""
    entries = "".join(f"<url><loc>{HOME}/{a.slug}/</loc></url>" for a in articles)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    )


def tag_slug(tag: str) -> str:
    """Return a tag as it stands in addresses."""
    return "-".join(fold(tag).split())
