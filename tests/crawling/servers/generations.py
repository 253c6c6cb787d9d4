"""One host with what three builds of a site left there: slugs today, names and values in the path before, tabs at first."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from scraper.text import fold
from tests.crawling.servers.content import ARTICLES, Written, link, pages_of, teasers, text_of, titles
from tests.crawling.servers.local import Answer, Asked, LocalSite

OLD = "/tin-tuc/hoat-dong"
TABS = ("4", "9")
"""The pages that the oldest build showed an article on."""

TODAY = {"-".join(fold(article.headline).split()): article for article in ARTICLES[8:12]}
SHORT = {"cau-phao": ARTICLES[12], "tin-104": ARTICLES[13]}
"""Articles whose addresses look like those of sections, and like one of the build before."""

SLUGS = {**TODAY, **SHORT}
DETAILS = {str(number): article for number, article in enumerate(ARTICLES[3:7], 101)}
MENU_ITEMS = {str(number): article for number, article in enumerate(ARTICLES[:3], 101)}
LOOSE_ITEMS = {"101": ARTICLES[7]}
"""Two counters of the oldest build; the last article is younger than ``until``, which says nothing of what still stands."""

SECTIONS = {"tin-tuc": "Tin tức", "hoat-dong-cua-cac-hoi-thanh-vien-va-don-vi": "Hoạt động của các hội thành viên và đơn vị"}
STANDING = {
    "gioi-thieu": ("Giới thiệu", "Liên hiệp Hội là tổ chức chính trị - xã hội của trí thức, thành lập năm 1994, gồm 21 hội thành viên."),
    "lien-he": ("Liên hệ", "Văn phòng Liên hiệp Hội, số 5 phố Bến Tre, thị xã Tây Sơn. Điện thoại: 0200 123 456."),
}  # fmt: skip


class Generations(LocalSite):
    """The site."""

    name = "tay_son"
    definition = r"""
organisation = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Tây Sơn"
province = "Tây Sơn"
province_2025 = "Tây Sơn"
status = "seen"
delay = 0
hosts = ["http://lienhiephoitayson.example"]

# Sections have addresses of the same shape: the page decides.
article_url = '^https://lienhiephoitayson\.example/(?P<key>[^/?]+)\.html$'
listing_url = ['\.html\?page=\d+$', '/type/list(?:/|$)', '/Default\.aspx\?tab=\d+$']

# Some of its addresses, /tin-<n>.html, are of today's shape, and today's site has some of the same.
[[generations]]
name = "type_detail"
until = 2021-12-31
article_url = '^https://lienhiephoitayson\.example/(?:[^?]+/type/detail/id/|tin-)(?P<key>\d+)(?:/task/\d+|\.html)?$'

[[generations]]
name = "aspx"
until = 2017-12-31
article_url = '^https://lienhiephoitayson\.example/Default\.aspx\?(?:.*&)?(?P<part>AID|MNID)=(?P<key>\d+)(?:&|$)'
"""
    articles: ClassVar = {
        **{slug: article.headline for slug, article in SLUGS.items()},
        **{f"type_detail/{number}": article.headline for number, article in DETAILS.items()},
        **{f"aspx/MNID/{number}": article.headline for number, article in MENU_ITEMS.items()},
        **{f"aspx/AID/{number}": article.headline for number, article in LOOSE_ITEMS.items()},
    }

    def answer(self, asked: Asked) -> Answer | None:
        """Return a page of the build whose address it is."""
        if asked.folder == "/Default.aspx":
            return self.oldest(asked.query)
        if "/type/" in asked.folder:
            return self.older(asked.folder)
        slug = asked.folder.removeprefix("/").removesuffix(".html")
        return self.today(slug, int(asked.query.get("page", 1)))

    def today(self, slug: str, page: int) -> Answer | None:
        """Return a page of today's site."""
        if slug in SLUGS:
            return framed(SLUGS[slug].headline, whole(SLUGS[slug]) + titles(slugs(ARTICLES[9:13])))
        if slug in STANDING:
            title, text = STANDING[slug]
            return framed(title, f"<h1>{title}</h1><p>{text}</p>")
        if slug == "":
            return framed("Trang chủ", f"<h2>Tin mới</h2>{teasers(slugs(ARTICLES[10:]))}{archives()}")
        pages = pages_of(ARTICLES[:7:-1], 3)
        if slug not in SECTIONS or page > len(pages):
            return None
        pager = " ".join(link(f"/{slug}.html?page={number}", str(number)) for number in range(1, len(pages) + 1))
        return framed(SECTIONS[slug], f"<h1>{SECTIONS[slug]}</h1>{teasers(slugs(pages[page - 1]))}<p>{pager}</p>")

    def older(self, folder: str) -> Answer | None:
        """Return a page of the build before: an article, or their list."""
        if folder.endswith("/type/list"):
            return tables("Hoạt động", f"<b>Hoạt động</b>{teasers(details(3))}")
        number = folder.partition("/id/")[2].partition("/")[0]
        if number not in DETAILS:
            return None
        return tables(DETAILS[number].headline, whole(DETAILS[number]) + f"<b>Tin khác</b>{titles(details(23))}")

    def oldest(self, query: dict[str, str]) -> Answer | None:
        """Return a page of the first build: an article of either counter, or what a tab lists."""
        article = MENU_ITEMS.get(query.get("MNID", "")) or LOOSE_ITEMS.get(query.get("AID", ""))
        if article:
            return tables(article.headline, whole(article) + f"<b>Bài liên quan</b>{titles(items(TABS[1]))}")
        return tables("Chuyên mục", f"<b>Chuyên mục</b>{teasers(items(query['tab']))}") if query.get("tab") in TABS else None


def archives() -> str:
    """Return links to what the earlier builds list."""
    return f"<p>Lưu trữ: {link(f'{OLD}/type/list', 'từ 2018 đến 2021')}, {link('/Default.aspx?tab=4', 'trước 2018')}</p>"


def details(task: int) -> Iterator[tuple[str, Written]]:
    """Yield the articles of the build before; what ``task`` says is not known."""
    return ((f"{OLD}/type/detail/id/{number}/task/{task}", article) for number, article in DETAILS.items())


def items(tab: str) -> Iterator[tuple[str, Written]]:
    """Yield the articles of the first build, shown on ``tab``."""
    yield from ((f"/Default.aspx?tab={tab}&MNID={number}", article) for number, article in MENU_ITEMS.items())
    yield from ((f"/Default.aspx?tab={tab}&AID={number}", article) for number, article in LOOSE_ITEMS.items())


def slugs(articles: Iterable[Written]) -> Iterator[tuple[str, Written]]:
    """Yield articles with today's addresses, those that have one."""
    paths = {article.headline: f"/{slug}.html" for slug, article in SLUGS.items()}
    return ((paths[article.headline], article) for article in articles if article.headline in paths)


def whole(article: Written) -> str:
    """Return an article."""
    return f'<h1>{article.headline}</h1><div class="ngay">Ngày đăng: {article.day:%d/%m/%Y}</div><div>{text_of(article)}</div>'


def framed(title: str, inside: str) -> Answer:
    """Return a page of today's site."""
    names = {**SECTIONS, **{slug: name for slug, (name, _) in STANDING.items()}}
    menu = "".join(f"<li>{link(f'/{slug}.html', name)}</li>" for slug, name in names.items())
    return Answer(
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body><nav><ul>{menu}</ul></nav>'
        f"<main>{inside}</main><footer>Bản quyền © Liên hiệp Hội Tây Sơn</footer></body></html>"
    )


def tables(title: str, inside: str) -> Answer:
    """Return a page of the builds before today's."""
    return Answer(
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><table><tr><td>{link("/", "Trang chủ")}</td>'
        f"<td>{link('/Default.aspx?tab=9', 'Chuyên mục')}</td></tr><tr><td>{inside}</td></tr></table></body></html>"
    )
