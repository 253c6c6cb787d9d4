"""A site with a "next" on every page: behind its last it shows that again, for ever.

A box beside the list names the newest titles, as many as three pages hold.
"""

from tests.crawling.servers.serving import Asked, Reply
from tests.crawling.servers.writing import article, links, page

FOLDER = "/endless"
PAGES, ON_A_PAGE, IN_THE_BOX = 6, 4, 12
ARTICLES = [f"{FOLDER}/bai/{number}" for number in range(PAGES * ON_A_PAGE)]
DEFINITION = f"""organisation = "Liên hiệp Hội không có trang cuối"
status = "seen"
hosts = ["ROOT{FOLDER}"]
start = ["{FOLDER}/tin"]
delay = 0
concurrency = 2
article_url = '/bai/(?P<key>\\d+)$'
listing_url = ['/tin\\?page=\\d+$']
"""


def answer(asked: Asked) -> Reply | None:
    """Return an article or a page of the list, the last one for all that come after it."""
    name = asked.path.rpartition("/")[2]
    if asked.path in ARTICLES:
        return Reply(article(int(name)))
    if name != "tin":
        return None
    number = int(asked.query.get("page", "1"))
    newest = (min(number, PAGES) - 1) * ON_A_PAGE
    box = f'<ul class="moi">{links(FOLDER, range(IN_THE_BOX))}</ul>'
    rows = f'<ul class="tin">{links(FOLDER, range(newest, newest + ON_A_PAGE))}</ul>'
    return Reply(page("Tin tức", f'{box}{rows}<a href="{FOLDER}/tin?page={number + 1}">Trang sau</a>'))
