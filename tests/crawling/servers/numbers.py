"""A site whose addresses are parameters alone, called by numbers and in an order that changes, beside a section on DotNetNuke."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, cycle
from typing import ClassVar
from urllib.parse import urlencode

from tests.crawling.servers.content import ARTICLES, Written, link, pages_of, teasers, text_of, titles
from tests.crawling.servers.local import Answer, Asked, LocalSite

SECTIONS = {"94": ("Tin tức, sự kiện", ARTICLES[:6]), "95": ("Hội thành viên", ARTICLES[4:9])}
"""Some articles stand in both."""

TAB, NOTICES = "620", ARTICLES[9:]
"""The page of the section on DotNetNuke, and what stands there; it counts from 1 like the rest of the site."""

BY_NUMBER = {str(number): article for number, article in enumerate(ARTICLES[:9], 1)}
BY_CMS_NUMBER = {str(number): article for number, article in enumerate(NOTICES, 1)}
CMS_NUMBERS = {article.headline: number for number, article in BY_CMS_NUMBER.items()}
NUMBERS = {article.headline: number for number, article in BY_NUMBER.items()}
IDENTITY = frozenset({"654", "657", "658", "tabid", "cmsid"})
SIZE = 3


class Numbers(LocalSite):
    """The site."""

    name = "ben_da"
    definition = r"""
organisation = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Bến Đá"
province = "Bến Đá"
province_2025 = "Bến Đá"
status = "seen"
delay = 0
hosts = ["http://www.lhhbenda.example"]
start = ["/", "/Default.aspx?tabid=620"]
ignore_case = true

# 657 is the article, 658 the category, 654 the page of the list; 655 is 5 throughout.
id_parameters = ["654", "657", "658", "tabid", "CmsId"]
article_url = '[?&](?P<part>657|cmsid)=(?P<key>\d+)(?:&|$)'
listing_url = ['\?(?:654=\d+&)?658=\d+$', '\?tabid=\d+$']
# An article says in which list it was met, and on which page.
twin_url = [
  ['\?(?:654=\d+&)?(657=\d+)&658=\d+$', '?\1'],
  ['\?(cmsid=\d+)&tabid=\d+$', '?\1'],
]
"""
    articles: ClassVar = {f"657/{number}": article.headline for number, article in BY_NUMBER.items()} | {
        f"cmsid/{number}": article.headline for number, article in BY_CMS_NUMBER.items()
    }

    def __init__(self) -> None:
        self.turns = count()
        self.sessions = count(0xA1B2C3D4E5F60718293A4B5C6D7E8F90)
        self.extras = cycle(("none", "tracker", "session", "path"))

    def answer(self, asked: Asked) -> Answer | None:
        """Return a page; names of parameters count in any spelling."""
        query = {name.lower(): value for name, value in asked.query.items()}
        folder = asked.folder.lower().rpartition(")")[2]
        if folder not in ("/", "/default.aspx"):
            return None
        if "cmsid" in query or "657" in query:
            article = BY_CMS_NUMBER.get(query["cmsid"]) if "cmsid" in query else BY_NUMBER.get(query["657"])
            return self.frame(article.headline, self.whole(article)) if article else self.missing()
        if query.get("tabid") == TAB:
            return self.frame("Thông báo", f"<h2>Thông báo</h2>{teasers(self.notices())}")
        return self.listing(query) if query.get("658") in SECTIONS else self.home()

    def page(self, asked: Asked) -> str:
        """Return the parameters that say which page is meant; of an article only its number."""
        query = {name.lower(): value for name, value in asked.query.items() if name.lower() in IDENTITY}
        number = {name: query[name] for name in ("657", "cmsid") if name in query}
        return asked.host + asked.folder.lower().rpartition(")")[2] + "?" + urlencode(sorted((number or query).items()))

    def home(self) -> Answer:
        """Return the home page."""
        return self.frame("Trang chủ", f"<h2>Tin mới</h2>{teasers(self.linked(ARTICLES[5:9], '94', 1))}")

    def missing(self) -> Answer:
        """Return what is said of an article that is gone, with status 200."""
        return self.frame("Thông báo", "<b>Bài viết không tồn tại hoặc đã bị xóa.</b>")

    def listing(self, query: dict[str, str]) -> Answer:
        """Return a page of a section; what lies behind the last is the last again."""
        section = query["658"]
        name, articles = SECTIONS[section]
        pages = pages_of(articles[::-1], SIZE)
        current = min(int(query.get("654", 1)), len(pages))
        pager = " ".join(link(self.path(section, page), str(page)) for page in range(1, len(pages) + 1))
        return self.frame(name, f"<h2>{name}</h2>{teasers(self.linked(pages[current - 1], section, current))}<p>{pager}</p>")

    def whole(self, article: Written) -> str:
        """Return an article in table cells, with links to others."""
        others = titles([*self.linked(ARTICLES[1:6:2], "95", 2), *self.notices(NOTICES[:2])])
        return (
            f'<table><tr><td class="tieude">{article.headline}</td></tr><tr><td class="ngay">({article.day:%d/%m/%Y})</td></tr>'
            f"<tr><td>{text_of(article)}</td></tr></table><b>Các tin khác</b>{others}"
        )

    def frame(self, title: str, inside: str) -> Answer:
        """Return a page with its menu, in which an article that is gone is still linked."""
        sections = "".join(f"<td>{link(self.path(section), name)}</td>" for section, (name, _) in SECTIONS.items())
        notices = link(f"/{self.extra('Default.aspx?tabid=' + TAB)}", "Thông báo")
        gone = link("/?655=5&657=999&658=94", "Lịch công tác")
        return Answer(
            f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><table><tr><td>{link("/", "Trang chủ")}</td>'
            f"{sections}<td>{notices}</td></tr></table><table><tr><td>{gone}</td><td>{inside}</td></tr></table></body></html>"
        )

    def linked(self, articles: Sequence[Written], section: str, page: int) -> Iterator[tuple[str, Written]]:
        """Yield ``articles`` with their addresses as a page of a section spells them."""
        return ((self.path(section, page, NUMBERS[article.headline]), article) for article in articles)

    def notices(self, articles: Iterable[Written] = NOTICES) -> Iterator[tuple[str, Written]]:
        """Yield articles of the section on DotNetNuke; its links differ in capitals, order and the page they are shown on."""
        for article in articles:
            number = CMS_NUMBERS[article.headline]
            turn = next(self.turns)
            query = (f"tabid={TAB}&CmsId={number}", f"CMSID={number}&tabid={TAB}", f"tabid=77&cmsid={number}")[turn % 3]
            yield f"/{self.extra(('Default.aspx?', 'default.aspx?')[turn % 2] + query)}", article

    def path(self, section: str, page: int = 1, number: str = "") -> str:
        """Return an address of the numbered part, its parameters in another order each time."""
        query = [("655", "5"), ("658", section), *([("657", number)] if number else []), ("654", str(page))]
        turn = next(self.turns) % len(query)
        return "/" + self.extra("?" + urlencode(query[turn:] + query[:turn]))

    def extra(self, address: str) -> str:
        """Return ``address`` with what says whence the reader came or who he is, on some of the links."""
        session = f"{next(self.sessions):032x}"
        match next(self.extras):
            case "tracker":
                return f"{address}&utm_source=zalo&fbclid=IwAR{session}"
            case "session":
                return f"{address.replace('?', f'?sid={session}&')}"
            case "path" if address.lower().startswith("default"):
                return f"(S({session[:24]}))/{address}"
        return address
