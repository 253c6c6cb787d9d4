"""A site of WordPress that lists its articles nowhere but in its REST API, which answers 400 behind the last page."""

import json

from tests.crawling.servers.serving import JSON, Asked, Reply
from tests.crawling.servers.writing import article, page

FOLDER = "/restapi"
PAGES, ON_A_PAGE = 3, 6
ARTICLES = [f"{FOLDER}/bai-viet-hoi-thao-so/bai-{number}" for number in range(PAGES * ON_A_PAGE)]
POSTS = f"{FOLDER}/wp-json/wp/v2/posts"
DEFINITION = f"""organisation = "Liên hiệp Hội dùng WordPress"
platform = "wordpress"
status = "seen"
hosts = ["ROOT{FOLDER}"]
counted = ["{POSTS}?per_page=100&_fields=link,modified&page={{page}}"]
feeds = []
sitemaps = []
delay = 0
article_url = '/bai-(?P<key>\\d+)$'
"""


def answer(asked: Asked) -> Reply | None:
    """Return the home page, an article or a page of the API."""
    if asked.path in ARTICLES:
        return Reply(article(ARTICLES.index(asked.path)))
    if asked.path != POSTS:
        return Reply(page("Liên hiệp Hội", "<p>Kính chào quý khách.</p>")) if asked.path == f"{FOLDER}/" else None
    number = int(asked.query["page"])
    if number > PAGES:
        return Reply('{"code":"rest_post_invalid_page_number","data":{"status":400}}', 400, JSON)
    shown = ARTICLES[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return Reply(json.dumps([{"link": path, "modified": "2021-03-05T08:00:00"} for path in shown]), content_type=JSON)
