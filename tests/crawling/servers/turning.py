"""A site whose list has no links to its pages, and sends everyone who asks beyond its last page back to the first."""

from tests.crawling.servers.serving import Asked, Reply
from tests.crawling.servers.writing import article, links, page

FOLDER = "/turning"
PAGES, ON_A_PAGE = 3, 5
ARTICLES = [f"{FOLDER}/bai/{number}" for number in range(PAGES * ON_A_PAGE)]
DEFINITION = f"""organisation = "Liên hiệp Hội quay về trang đầu"
status = "seen"
hosts = ["ROOT{FOLDER}"]
start = ["{FOLDER}/tin"]
counted = ["{FOLDER}/danh-sach/{{page}}"]
delay = 0
article_url = '/bai/(?P<key>\\d+)$'
"""


def answer(asked: Asked) -> Reply | None:
    """Return an article or a page of the list."""
    name = asked.path.rpartition("/")[2]
    if asked.path in ARTICLES:
        return Reply(article(int(name)))
    if asked.path == f"{FOLDER}/tin":
        return Reply(page("Tin tức", "<p>Đang tải...</p>"))
    if int(name) > PAGES:
        return Reply(status=302, headers=(("Location", f"{FOLDER}/danh-sach/1"),))
    return Reply(f"<ul>{links(FOLDER, range((int(name) - 1) * ON_A_PAGE, int(name) * ON_A_PAGE))}</ul>")
