"""A site of ASP.NET WebForms: its list has one address, and seven pages that are only reached by sending its form back.

The state of a page is checked as the real ones check it: it must be the one that was handed out with the page, to that visitor,
and the button must have stood on the page. Menu, calendar and the register of members post back too, and none may be pressed.
"""

from hashlib import sha256
from itertools import count

from tests.crawling.servers.serving import Asked, Reply
from tests.crawling.servers.writing import article, headline, page

FOLDER = "/webforms"
PAGES, ON_A_PAGE, NUMBERS = 7, 10, 5
ARTICLES = [f"{FOLDER}/ChiTiet.aspx?id={number}" for number in range(PAGES * ON_A_PAGE)]
GRID = "ctl00$NoiDung$luoiTin"
DEFINITION = f"""organisation = "Liên hiệp Hội làm bằng WebForms"
status = "seen"
hosts = ["ROOT{FOLDER}"]
start = ["{FOLDER}/TinTuc.aspx"]
delay = 0
ignore_case = true
article_url = '/chitiet\\.aspx\\?id=(?P<key>\\d+)$'
"""
visitors = count(1)


def answer(asked: Asked) -> Reply | None:
    """Return the list, one of its pages, or an article."""
    if asked.path == f"{FOLDER}/ChiTiet.aspx" and int(asked.query["id"]) < len(ARTICLES):
        return Reply(article(int(asked.query["id"])))
    if asked.path != f"{FOLDER}/TinTuc.aspx":
        return None
    if asked.method == "GET":
        visitor = f"khach{next(visitors)}"
        return Reply(listing(1, visitor), headers=(("Set-Cookie", f"__AntiXsrfToken={visitor}; path=/; HttpOnly"),))
    visitor = asked.cookie.removeprefix("__AntiXsrfToken=")
    wanted = asked.form.get("__EVENTARGUMENT", "").removeprefix("Page$")
    if asked.form.get("__EVENTTARGET") != GRID or not wanted.isdecimal():
        return Reply("Server Error in '/' Application.", 500)
    shown = next((number for number in range(1, PAGES + 1) if asked.form.get("__VIEWSTATE") == state(number, visitor)), None)
    if shown is None or int(wanted) not in offered(shown) or asked.form.get("__EVENTVALIDATION") != buttons(shown):
        return Reply("Validation of viewstate MAC failed.", 500)
    return Reply(listing(int(wanted), visitor))


def state(number: int, visitor: str) -> str:
    """Return what only the server can make for a page that it showed to a visitor."""
    return "/wEP+" + sha256(f"trang {number} cho {visitor}".encode()).hexdigest() + "=="


def buttons(number: int) -> str:
    """Return the validation of the buttons on a page."""
    return "/wEW" + sha256(repr(offered(number)).encode()).hexdigest()


def offered(number: int) -> list[int]:
    """Return the numbers of the pages that the pager of one leads to: those of its block, and one before and behind that."""
    first = (number - 1) // NUMBERS * NUMBERS + 1
    return [one for one in range(first - 1, first + NUMBERS + 1) if 1 <= one <= PAGES and one != number]


def pager(number: int) -> str:
    """Return the pager of a page, as a GridView writes it."""
    first = (number - 1) // NUMBERS * NUMBERS + 1
    cells = {one: press(GRID, f"Page${one}", str(one) if first <= one < first + NUMBERS else "...") for one in offered(number)}
    row = "".join(f"<td>{cell}</td>" for _, cell in sorted({**cells, number: f"<span>{number}</span>"}.items()))
    return f'<tr class="phantrang"><td colspan="2"><table border="0"><tr>{row}</tr></table></td></tr>'


def press(target: str, argument: str, text: str) -> str:
    """Return a link that posts back."""
    return f"""<a href="javascript:__doPostBack(&#39;{target}&#39;,&#39;{argument}&#39;)">{text}</a>"""


def listing(number: int, visitor: str) -> str:
    """Return a page of the list."""
    newest = (number - 1) * ON_A_PAGE
    rows = "".join(
        f'<tr><td>{place}</td><td><a href="ChiTiet.aspx?id={place}">{headline(place)}</a></td></tr>'
        for place in range(newest, newest + ON_A_PAGE)
    )
    days = "".join(f"<td>{press('ctl00$lich', str(7700 + day), str(day))}</td>" for day in range(1, 8))
    menu = "".join(press("ctl00$menu", f"s{text}", text) for text in ("Tin tức", "Văn bản", "Tiếp", "Next"))
    hidden = {
        "__EVENTTARGET": "",
        "__EVENTARGUMENT": "",
        "__VIEWSTATE": state(number, visitor),
        "__EVENTVALIDATION": buttons(number),
    }
    fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in hidden.items())
    form = (
        f'<form method="post" action="./TinTuc.aspx" id="form1">{fields}<div class="menu">{menu}</div>'
        f'<table class="lich"><tr>{days}</tr></table><input name="ctl00$tim" type="text" value="Tìm kiếm">'
        f'<input type="submit" name="ctl00$nutTim" value="Tìm"><table id="luoiTin">{rows}{pager(number)}</table></form>'
    )
    return page("Tin tức của Liên hiệp Hội", form)
