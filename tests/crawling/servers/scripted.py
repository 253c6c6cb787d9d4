"""A site whose pages hold nothing until their script has run: one program, which asks for JSON and writes the page."""

import json
from typing import ClassVar

from tests.crawling.servers import content
from tests.crawling.servers.local import Answer, Asked, LocalSite

HOST = "lhhlamson.example"
SHOWN = 4
"""Articles a page of the listing."""

ARTICLES = {str(100 + number): article for number, article in enumerate(content.ARTICLES[:10])}
MOVED, FILE, SITEMAP = "/tin/cu", "/tai-ve", "/so-do.xml"

PROGRAM = """
const root = document.getElementById("app");
const say = (tag, text, into = root) => Object.assign(into.appendChild(document.createElement(tag)), {textContent: text});
const link = (address, text) => say("a", text, say("li", "")).href = address;
const ask = (address) => fetch(address).then((answer) => answer.json());
const image = new Image();
image.src = "/anh.png";
const trespass = Promise.allSettled([fetch("PRIVATE/number", {mode: "no-cors"}), fetch("/ra-ngoai", {mode: "no-cors"})]);
async function listing(page) {
  const list = await ask(`/api/tin?page=${page}&agent=${encodeURIComponent(navigator.userAgent)}`);
  say("h1", "Tin tức");
  for (const one of list.articles) link(`/tin/${one.key}`, one.headline);
  if (list.next) link(`/trang-${page + 1}`, "Trang sau");
  link("/tin/cu", "Tin cũ");
  link("/tai-ve", "Tải về");
}
async function article(key) {
  const one = await ask(`/api/tin/${key}`);
  document.title = one.headline;
  const place = root.appendChild(document.createElement("article"));
  say("h1", one.headline, place);
  say("time", new Date(one.moment).toLocaleString(), place);
  for (const paragraph of one.body) say("p", paragraph, place);
}
const found = location.pathname.match(/^\\/tin\\/(\\d+)$/);
trespass.then(() => found ? article(found[1]) : listing(Number((location.pathname.match(/trang-(\\d+)/) || [0, 1])[1])));
"""

SHELL = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Liên hiệp hội Lâm Sơn</title></head>
<body><div id="app"></div><noscript>Hãy bật JavaScript để xem trang này.</noscript><script src="/app.js"></script></body></html>"""


class Scripted(LocalSite):
    """Everything is one program; ``private`` is the address of a server that none of it may reach."""

    name = "lam_son"
    articles: ClassVar[dict[str, str]] = {key: article.headline for key, article in ARTICLES.items()}
    definition = f"""organisation = "Liên hiệp hội Lâm Sơn"
hosts = ["http://{HOST}"]
article_url = '/tin/(?P<key>\\d+)$'
listing_url = ['/trang-\\d+$']
delay = 0
browser = true
"""

    def __init__(self, private: str = "http://127.0.0.1:9") -> None:
        self.private = private

    def answer(self, asked: Asked) -> Answer | None:
        if asked.host != HOST:
            return None
        if asked.folder == "/app.js":
            return Answer(PROGRAM.replace("PRIVATE", self.private), headers={"Content-Type": "text/javascript"})
        if asked.folder.startswith("/api/tin"):
            key = asked.folder.removeprefix("/api/tin").strip("/")
            return _json(_article(key) if key else _list(int(asked.query["page"])))
        return self.page_at(asked.folder)

    def page_at(self, folder: str) -> Answer | None:
        """Return what is no part of the program's data."""
        if folder == "/ra-ngoai":
            return Answer("", 302, {"Location": f"{self.private}/redirect"})
        if folder == MOVED:
            return Answer("", 301, {"Location": f"http://{HOST}/tin/100"})
        if folder == SITEMAP:
            return Answer(_sitemap(), headers={"Content-Type": "text/xml"})
        if folder == FILE:
            return Answer("tệp", headers={"Content-Type": "application/octet-stream"})
        known = folder == "/" or folder.startswith("/trang-") or folder.removeprefix("/tin/") in ARTICLES
        return Answer(SHELL) if known else None


def _sitemap() -> str:
    places = "".join(f"<url><loc>http://{HOST}/tin/{key}</loc></url>" for key in ARTICLES)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'


def _json(data: object) -> Answer:
    return Answer(json.dumps(data), headers={"Content-Type": "application/json"})


def _list(page: int) -> dict[str, object]:
    keys = list(ARTICLES)[(page - 1) * SHOWN : page * SHOWN]
    articles = [{"key": key, "headline": ARTICLES[key].headline} for key in keys]
    return {"articles": articles, "next": page * SHOWN < len(ARTICLES)}


def _article(key: str) -> dict[str, object]:
    article = ARTICLES[key]
    return {"headline": article.headline, "moment": f"{article.day}T23:30:00Z", "body": article.paragraphs}
