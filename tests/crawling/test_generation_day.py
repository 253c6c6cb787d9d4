"""Two builds of a site that wrote the same addresses: a page belongs to the one in use on the day it was captured."""

from scraper.article import article_id
from scraper.catalogue import read_catalogue
from scraper.demo.pages import page
from scraper.demo.record import RECORDED, record, robots
from tests.crawling.servers.content import ARTICLES, teasers
from tests.crawling.servers.generations import framed, whole

HOST = "lienhiephoi.example.vn"
PATH = "/tin-101.html"
DEFINITION = f"""organisation = "Liên hiệp Hội tỉnh"
status = "seen"
hosts = ["https://{HOST}"]
article_url = '/tin-(?P<key>\\d+)\\.html$'

[[generations]]
name = "cms"
until = {RECORDED.year + 1}-06-30
article_url = '/tin-(?P<key>\\d+)\\.html$'
"""


def test_an_old_capture_is_an_article_of_the_build_that_wrote_it(tmp_path, vusta):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites/union.toml").write_text(DEFINITION, "utf-8")
    answers = (
        robots(),
        page("/", framed("Trang chủ", teasers([(PATH, ARTICLES[0])])).text),
        page(PATH, framed("", whole(ARTICLES[0])).text),
    )
    (tmp_path / "old.warc.gz").write_bytes(b"".join(record(HOST, answer) for answer in answers))
    arguments = ("--sites", tmp_path / "sites", "--output", tmp_path / "output", "--replay", tmp_path / "old.warc.gz")
    vusta("crawl", "union", *arguments)
    with read_catalogue(tmp_path / "output") as catalogue:
        assert [article.id for article in catalogue.articles()] == [article_id("union", "cms/101")]
