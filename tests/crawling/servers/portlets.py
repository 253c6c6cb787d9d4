"""A portal of portlets in the manner of Liferay: one article under many addresses, a new token in every answer."""

from collections.abc import Iterator
from itertools import count, cycle
from typing import ClassVar
from urllib.parse import urlencode

from tests.crawling.servers.content import ARTICLES, Written, link, pages_of, teasers, text_of, titles
from tests.crawling.servers.local import Answer, Asked, LocalSite

GROUP = "/web/lienhiephoi"
PORTLET = "newsbycategory_WAR_xportlet"
CATEGORIES = {"10155198": ("Tin hoạt động", ARTICLES[:9]), "9389855": ("Tư vấn, phản biện", ARTICLES[6:])}
"""Some articles stand in both."""

NUMBERS = {article.headline: 7310200 + 17 * place for place, article in enumerate(ARTICLES)}
INSTANCES = ("ThJhGJkZpz6L", "mQ2xW81bNcRt")
"""Two publishers: today's page of articles, and the one of the home page."""

SHOWN_AT_HOME = ARTICLES[-3:]


class Portlets(LocalSite):
    """The site."""

    name = "xuan_lam"
    definition = r"""
organisation = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Xuân Lâm"
province = "Xuân Lâm"
province_2025 = "Xuân Lâm"
platform = "liferay"
status = "seen"
delay = 0
hosts = ["http://lhh.xuanlam.example"]
start = ["/web/lienhiephoi/trang-chu"]
twin_url = [['^(https://lhh\.xuanlam\.example)/web/lienhiephoi(?:/|$)', '\1/']]
"""
    articles: ClassVar = {str(NUMBERS[article.headline]): article.headline for article in ARTICLES}

    def __init__(self) -> None:
        self.tokens = count(1)
        self.layouts = cycle((3, 120, 457, 9081))
        self.groups = cycle((GROUP, ""))

    def answer(self, asked: Asked) -> Answer | None:
        """Return a page, its links in other spellings each time."""
        folder = asked.folder.removeprefix(GROUP) or "/"
        if folder in ("/", "/trang-chu"):
            return self.listing(asked) if asked.query.get("p_p_id") == PORTLET else self.home()
        number = folder.rpartition("/content/id/")[2]
        article = next((one for one in ARTICLES if str(NUMBERS[one.headline]) == number), None)
        return self.frame(article.headline, self.whole(article)) if article else None

    def page(self, asked: Asked) -> str:
        """Return the address without group, token and frame."""
        query = {name: value for name, value in asked.query.items() if name not in ("p_p_auth", "plidlayout")}
        return asked.host + asked.folder.removeprefix(GROUP) + "?" + urlencode(sorted(query.items()))

    def home(self) -> Answer:
        """Return the home page."""
        newest = [(self.path_of(article, INSTANCES[1]), article) for article in SHOWN_AT_HOME]
        return self.frame("Trang chủ", f"<h2>Tin mới</h2>{teasers(newest)}")

    def listing(self, asked: Asked) -> Answer | None:
        """Return a page of a category: leads without days, and the pager."""
        number = asked.query[f"_{PORTLET}_cateId"]
        name, articles = CATEGORIES[number]
        pages = pages_of(articles[::-1], 3)
        current = int(asked.query.get(f"_{PORTLET}_cur", 1))
        if current > len(pages):
            return None
        pager = " ".join(link(self.list_path(number, page), str(page)) for page in range(1, len(pages) + 1))
        return self.frame(name, f'<h2>{name}</h2>{teasers(self.linked(pages[current - 1]))}<div class="pager">{pager}</div>')

    def whole(self, article: Written) -> str:
        """Return an article between what its portlet prints."""
        others = titles(self.linked(other for other in ARTICLES[::4] if other is not article))
        return (
            f'<div class="journal-content-article"><h1 class="header-title">{article.headline}</h1>'
            f'<div class="date">{article.day:%d/%m/%Y}</div>{text_of(article)}</div>'
            f'<div class="taglib-ratings">Trung bình (0 Bình chọn)</div><h4>Tin liên quan</h4>{others}'
        )

    def frame(self, title: str, inside: str) -> Answer:
        """Return a page with the menu, and doors of the portal that are no pages."""
        menu = "".join(f"<li>{link(self.list_path(number), name)}</li>" for number, (name, _) in CATEGORIES.items())
        doors = (
            link(f"{GROUP}/trang-chu?p_p_id=58&p_p_lifecycle=1&p_p_state=maximized&p_p_auth={self.token()}", "Đăng nhập"),
            link(f"/trang-chu?p_p_id={PORTLET}&p_p_state=pop_up&p_p_auth={self.token()}", "Bản in"),
            link(f"/c/portal/logout?p_p_auth={self.token()}", "Thoát"),
            link("/documents/20182/0/bieu-mau.pdf", "Biểu mẫu"),
        )
        return Answer(
            f'<!DOCTYPE html><html lang="vi-VN"><head><meta charset="utf-8"><title>{title} - Liên hiệp Hội Xuân Lâm</title></head>'
            f"<body><ul class='nav'><li>{link(GROUP, 'Trang chủ')}</li>{menu}</ul><div id='main'>{inside}</div>"
            f"<div class='footer'>{' | '.join(doors)}</div></body></html>"
        )

    def linked(self, articles: object) -> Iterator[tuple[str, Written]]:
        """Yield ``articles`` with addresses, the group and the frame changing from link to link."""
        return ((self.path_of(article), article) for article in articles)

    def path_of(self, article: Written, instance: str = INSTANCES[0]) -> str:
        """Return one of the addresses of an article."""
        page = f"/chi-tiet/-/asset_publisher/{instance}/content/id/{NUMBERS[article.headline]}"
        return f"{next(self.groups)}{page}?plidlayout={next(self.layouts)}"

    def list_path(self, number: str, page: int = 1) -> str:
        """Return the address of a page of a category, with a token of its own."""
        query = {
            "p_p_auth": self.token(),
            "p_p_id": PORTLET,
            "p_p_lifecycle": 0,
            "p_p_state": "normal",
            f"_{PORTLET}_cateId": number,
        }
        further = {f"_{PORTLET}_cur": page} if page > 1 else {}
        return f"{next(self.groups)}/trang-chu?{urlencode(query | further)}"

    def token(self) -> str:
        """Return a token that was never given out before."""
        return f"x{next(self.tokens):07d}"
