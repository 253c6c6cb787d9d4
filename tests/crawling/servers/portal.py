"""A union in a folder of its province's portal, where every page links to the articles of other departments."""

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import ClassVar

from tests.crawling.servers.content import ARTICLES, Written, link, pages_of, teasers, text_of, titles
from tests.crawling.servers.local import Answer, Asked, LocalSite

HOST = "www.namhai.example"
FOLDER = "/bannganh/lienhiephoi"
LISTS = {"tintuc": ("Tin tức", ARTICLES[:9]), "phongtrao": ("Phong trào thi đua", ARTICLES[9:])}
"""Each counts by itself from 1."""

OTHERS = (
    "/",
    "/Trang/ChiTietTinTuc.aspx?nid=2",
    "/bannganh/soyte/Trang/ChiTietTinTuc.aspx?nid=1",
    "/bannganh/lienhiephoivanhoc/Trang/ChiTietTinTuc.aspx?nid=3",
    f"{FOLDER}/../soxaydung/Trang/ChiTietTinTuc.aspx?nid=4",
    "../../soyte/Trang/TinTuc.aspx",
    f"https://{HOST}/bannganh/soyte/",
    f"http://{HOST.removeprefix('www.')}/huyen/bacson/Trang/ChiTietTinTuc.aspx?nid=5",
    "//congbao.namhai.example/Trang/ChiTietTinTuc.aspx?nid=6",
)
"""What the menu, the sidebar and the foot of the portal link to; each would be an article."""

MOVED = f"{FOLDER}/Trang/ChuyenTrang.aspx"
"""A page of the union that sends its readers to another department."""


class Portal(LocalSite):
    """The site."""

    name = "nam_hai"
    definition = r"""
organisation = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Nam Hải"
province = "Nam Hải"
province_2025 = "Nam Hải"
platform = "sharepoint"
status = "seen"
delay = 0
hosts = ["http://www.namhai.example/bannganh/lienhiephoi"]
article_url = '/lienhiephoi/trang/chitiet(?P<part>\w+)\.aspx\?(?:.*&)?nid=(?P<key>\d+)(?:&|$)'
listing_url = ['/trang/(?:tintuc|phongtrao)\.aspx']
"""
    articles: ClassVar = {
        f"{name}/{number}": article.headline for name, (_, own) in LISTS.items() for number, article in enumerate(own, 1)
    }

    def __init__(self) -> None:
        self.folders = cycle((FOLDER, "/BanNganh/LienHiepHoi"))

    def answer(self, asked: Asked) -> Answer | None:
        """Return a page of the portal; capitals and small letters are the same to it."""
        folder = asked.folder.lower()
        if folder == FOLDER:
            return Answer("", 301, {"Location": f"http://{HOST}{FOLDER}/"})
        if folder == MOVED.lower():
            return Answer("", 302, {"Location": "/bannganh/soyte/Trang/ChiTietTinTuc.aspx?nid=9"})
        if not folder.startswith(f"{FOLDER}/"):
            return self.frame("Tin của sở", whole(ARTICLES[0]))
        name = folder.rpartition("/")[2].removesuffix(".aspx")
        number = asked.query.get("nid", "")
        if name.startswith("chitiet") and f"{name[7:]}/{number}" in self.articles:
            article = LISTS[name[7:]][1][int(number) - 1]
            return self.frame(article.headline, whole(article) + f"<b>Tin khác</b>{titles(self.linked(name[7:], article))}")
        if name in LISTS:
            return self.listing(name, int(asked.query.get("page", 1)))
        return self.frame("Trang chủ", f"<h2>Tin mới</h2>{teasers(self.linked('tintuc'))}") if not name else None

    def page(self, asked: Asked) -> str:
        """Return the address in small letters."""
        return asked.host + asked.path.lower()

    def listing(self, name: str, page: int) -> Answer | None:
        """Return a page of a list."""
        title, _ = LISTS[name]
        pages = pages_of(list(self.linked(name))[::-1], 4)
        if page > len(pages):
            return None
        pager = " ".join(link(f"{name}.aspx?page={number}", str(number)) for number in range(2, len(pages) + 1))
        return self.frame(title, f"<h2>{title}</h2>{teasers(pages[page - 1])}<p>{pager}</p>")

    def linked(self, name: str, without: Written | None = None) -> Iterator[tuple[str, Written]]:
        """Yield the articles of a list with their addresses, capitals changing from link to link."""
        for number, article in enumerate(LISTS[name][1], 1):
            if article is not without:
                yield f"{next(self.folders)}/Trang/ChiTiet{name.title()}.aspx?nid={number}&l={name}", article

    def frame(self, title: str, inside: str) -> Answer:
        """Return a page of the portal."""
        own = [f"{FOLDER}/", *(f"{FOLDER}/Trang/{name}.aspx" for name in LISTS), MOVED]
        menu = items(own, ("Trang chủ", "Tin tức", "Phong trào", "Sở quản lý ngành"))
        around = items(OTHERS, ("Tin của ban, ngành, đoàn thể và các huyện",) * len(OTHERS))
        return Answer(
            f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="ms-nav"><ul>{menu}</ul></div>'
            f'<div class="left"><ul>{around}</ul></div><div class="ms-main">{inside}</div><div class="foot"><ul>{around}</ul></div>'
            "</body></html>"
        )


def items(hrefs: Iterable[str], names: Iterable[str]) -> str:
    """Return links as entries of a list."""
    return "".join(f"<li>{link(href, name)}</li>" for href, name in zip(hrefs, names, strict=True))


def whole(article: Written) -> str:
    """Return an article."""
    return f'<h1>{article.headline}</h1><div class="ngay">{article.day:%d/%m/%Y}</div><div class="ms-rtestate">{text_of(article)}</div>'
