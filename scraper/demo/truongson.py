"""Trường Sơn: a blog system. Figures with captions, share and related boxes inside the text, feed, sitemap, tags, JSON-LD."""

import json
from collections.abc import Iterator, Sequence
from html import escape

from scraper.demo.content import Block, Written
from scraper.demo.pages import Answer, items, link, page, pages_of, table
from scraper.text import fold

HOST = "lienhiephoi-truongson.example"
HOME = f"https://{HOST}"
CATEGORY = ' rel="category tag"'
SECTIONS = {"Tin tức": "tin-tuc", "Đề tài dự án": "de-tai-du-an", "Thông báo": "thong-bao"}


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
    yield Answer("/feed/", feed(newest[:8]).encode(), "application/rss+xml; charset=utf-8")
    yield Answer("/sitemap.xml", sitemap(articles).encode(), "application/xml; charset=utf-8")


def frame(title: str, inside: str, head: str = "") -> str:
    """Return a page with menu, sidebar and foot."""
    menu = "".join(f"<li>{link(f'/category/{folder}/', name)}</li>" for name, folder in SECTIONS.items())
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)} – Liên hiệp Hội Trường Sơn</title>{head}</head><body>'
        f'<header><a href="/"><img src="/wp-content/uploads/logo.png" alt="logo"></a><nav><ul class="menu">{menu}</ul></nav></header>'
        f'<main>{inside}</main><aside class="sidebar"><form action="/?s="><input name="s"></form><h3>Liên kết</h3>'
        f"{link('https://khoahoc.example/', 'Cổng khoa học')}</aside><footer>Bản quyền © 2023 Liên hiệp Hội Trường Sơn</footer></body></html>"
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
    when = f'<time class="entry-date" datetime="{moment(article)}">{article.date:%d/%m/%Y}</time>' if article.date else ""
    tags = ", ".join(link(f"/tag/{tag_slug(tag)}/", tag, ' rel="tag"') for tag in article.tags)
    related = "".join(f"<li>{link(f'/{other.slug}/', other.headline)}</li>" for other in newest[2:5] if other is not article)
    files = "".join(f"<p>{link(f'/wp-content/uploads/{file}?download=1', name)}</p>" for file, name in article.attachments)
    return (
        f'<article class="post single"><header class="entry-header"><span class="cat-links">'
        f"{link(f'/category/{SECTIONS[article.section]}/', article.section, CATEGORY)}</span>"
        f'<h1 class="entry-title">{escape(article.headline)}</h1><div class="entry-meta">{when}</div></header><div class="entry-content">'
        + (f'<p class="sapo"><strong>{escape(article.lead)}</strong></p>' if article.lead else "")
        + f"{''.join(map(block, article.blocks))}{files}"
        + (f'<p style="text-align:right"><strong>{escape(", ".join(article.authors))}</strong></p>' if article.authors else "")
        + (f"<p><em>Nguồn: {escape(article.source)}</em></p>" if article.source else "")
        + '<div class="sharedaddy"><h3 class="sd-title">Chia sẻ:</h3><ul><li><a href="https://facebook.example/share">Facebook</a></li></ul></div>'
        f'<div class="jp-relatedposts"><h3>Có liên quan</h3><ul>{related}</ul></div></div>'
        + (f'<footer class="entry-footer"><span class="tags-links">Từ khóa: {tags}</span></footer>' if tags else "")
        + "</article>"
    )


def block(block: Block) -> str:
    """Return one block."""
    match block.kind:
        case "img":
            file, caption, credit = (*block.rows[0], "", "")[:3]
            words = f"{escape(caption)}{f' – Ảnh: {escape(credit)}' if credit else ''}"
            below = f'<figcaption class="wp-caption-text">{words}</figcaption>' if words else ""
            return (
                '<figure class="wp-caption aligncenter"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
                f'data-src="/wp-content/uploads/{file}" alt="{escape(caption)}">{below}</figure>'
            )
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


def moment(article: Written) -> str:
    """Return the date of publication as machines read it."""
    text = article.date.isoformat() if article.date else ""
    return f"{text}:00+07:00" if "T" in text and len(text) == 16 else f"{text}+07:00" if "T" in text else text


def linked_data(article: Written) -> str:
    """Return the JSON-LD that a plugin adds to the head."""
    about = {
        "@type": "Article",
        "headline": article.headline,
        "articleSection": [article.section],
        "keywords": list(article.tags),
    }
    dated = {"datePublished": moment(article)} if article.date else {}
    site = {"@type": "WebSite", "name": "Liên hiệp Hội Trường Sơn", "url": HOME}
    data = json.dumps({"@context": "https://schema.org", "@graph": [site, about | dated]}, ensure_ascii=False)
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
