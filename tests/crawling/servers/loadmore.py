"""A site whose pages load more: one list from an endpoint in JSON, another from pieces of HTML that name the next themselves."""

import json

from tests.crawling.servers.serving import JSON, Asked, Reply
from tests.crawling.servers.writing import article, links, page

FOLDER = "/loadmore"
ON_A_PAGE, IN_JSON, IN_PIECES = 4, range(12), range(12, 22)
ARTICLES = [f"{FOLDER}/bai/{number}" for number in (*IN_JSON, *IN_PIECES)]
DEFINITION = f"""organisation = "Liên hiệp Hội có nút xem thêm"
status = "seen"
hosts = ["ROOT{FOLDER}"]
start = ["{FOLDER}/tin"]
counted = ["{FOLDER}/ajax/tin?trang={{page}}"]
delay = 0
article_url = '/bai/(?P<key>\\d+)$'
skip_url = ['/ajax/']
"""


def answer(asked: Asked) -> Reply | None:
    """Return the page, what its buttons load, or an article."""
    if asked.path in ARTICLES:
        return Reply(article(int(asked.path.rpartition("/")[2])))
    if asked.path == f"{FOLDER}/tin":
        return Reply(page("Tin tức", piece(1)))
    if asked.path == f"{FOLDER}/manh":
        return Reply(piece(int(asked.query["so"])))
    return endpoint(int(asked.query["trang"])) if asked.path == f"{FOLDER}/ajax/tin" else None


def piece(number: int) -> str:
    """Return some links, and the button for more of them."""
    shown = IN_PIECES[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    button = (
        f'<button type="button" data-url="{FOLDER}/manh?so={number + 1}">Xem thêm »</button>'
        if shown[-1] < IN_PIECES[-1]
        else ""
    )
    return f"<ul>{links(FOLDER, shown)}</ul>{button}"


def endpoint(number: int) -> Reply:
    """Return what the endpoint answers: half of the articles as addresses, half in HTML, with nothing behind the last."""
    shown = IN_JSON[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    news = [{"lienKet": f"{FOLDER}/bai/{one}", "ngay": "/Date(1616400000000)/"} for one in shown[::2]]
    return Reply(json.dumps({"tin": news, "html": links(FOLDER, shown[1::2]), "tong": len(IN_JSON)}), content_type=JSON)
