"""Sites whose articles are not all a link away, served here and crawled whole: every article is found, asked for once, nothing else."""

import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from scraper.captures import read_captures
from scraper.catalogue import read_catalogue
from tests.crawling.servers import endless, loadmore, restapi, turning, webforms
from tests.crawling.servers.serving import serving

ROOT = Path(__file__).parents[2]
SITES = (webforms, endless, loadmore, turning, restapi)
NAMES = [site.FOLDER.strip("/") for site in SITES]
CRAWL = """
import json, sys
from pathlib import Path
from scraper import settings
from scraper.captures import Recording
from scraper.crawling.run import crawl_sites
from scraper.definitions import load_sites
from spiders import PLATFORMS
from spiders.loader import spider_class

settings.ALLOW_PRIVATE_HOSTS = True  # the sites are served on this machine
sites = load_sites([Path(sys.argv[1])], [PLATFORMS])
recording = Recording(map(Path, sys.argv[3:])) if sys.argv[3:] else None
results = crawl_sites(map(spider_class, sites.values()), Path(sys.argv[2]), recording)
print(json.dumps({one.site: one.counts for one in results}))
sys.exit(not all(one.is_sound for one in results))
"""


def define(folder, served, sites=SITES):
    """Write the definitions of ``sites``, which live where they are served."""
    folder.mkdir(exist_ok=True)
    for site in sites:
        (folder / f"{site.FOLDER.strip('/')}.toml").write_text(site.DEFINITION.replace("ROOT", served.root), "utf-8")
    return folder


def crawl(definitions, output, *recordings):
    """Begin a crawl, of ``recordings`` where there are any, in a process of its own."""
    command = [sys.executable, "-c", CRAWL, *map(str, (definitions, output, *recordings))]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(definitions, output, *recordings):
    """Crawl to the end and return what was counted."""
    process = crawl(definitions, output, *recordings)
    said, errors = process.communicate(timeout=240)
    assert process.returncode == 0, errors + said
    return json.loads(said)


def articles(output, site, root):
    """Return the addresses of the articles of a site that stand in the catalogue, as its server knows them."""
    with read_catalogue(output) as catalogue:
        found = [one.url for one in catalogue.articles() if one.site == site.FOLDER.strip("/")]
    return Counter(url.removeprefix(root).rstrip("/") for url in found)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """The server, the output folder and the counts of one crawl over all sites."""
    folder = tmp_path_factory.mktemp("discovery")
    with serving(list(SITES)) as served:
        counts = finished(define(folder / "sites", served), folder / "output")
    return served, folder / "output", counts


@pytest.mark.parametrize("site", SITES, ids=NAMES)
def test_every_article_is_found_and_nothing_else(crawled, site):
    served, output, _ = crawled
    assert articles(output, site, served.root) == Counter(site.ARTICLES)


@pytest.mark.parametrize("site", SITES, ids=NAMES)
def test_nothing_is_asked_for_twice(crawled, site):
    served, _, _ = crawled
    gets = Counter(line for line in served.lines(site.FOLDER) if line.startswith("GET"))
    assert {line: times for line, times in gets.items() if times > 1} == {}


def test_a_list_that_posts_back_is_walked_to_its_end_and_no_other_button_pressed(crawled):
    served, _, counts = crawled
    pressed = [one.form for one in served.asked if one.method == "POST"]
    assert [(form["__EVENTTARGET"], form["__EVENTARGUMENT"]) for form in pressed] == [
        (webforms.GRID, f"Page${number}") for number in range(2, webforms.PAGES + 1)
    ]
    assert {(form["ctl00$tim"], "ctl00$nutTim" in form) for form in pressed} == {("Tìm kiếm", False)}
    assert counts["webforms"]["pager/walked"] == 1
    assert "page/5xx" not in counts["webforms"]


def test_a_pager_without_end_is_left_one_page_after_its_last(crawled):
    served, _, counts = crawled
    asked = sorted(int(number) for number in re.findall(r"\?page=(\d+)", "\n".join(served.lines(endless.FOLDER))))
    assert asked == list(range(2, endless.PAGES + 2))
    assert counts["endless"]["pager/ended"] == 1


@pytest.mark.parametrize(
    ("site", "asked"),
    [
        (loadmore, [f"GET /ajax/tin?trang={number}" for number in (1, 2, 3, 4)]),
        (loadmore, [f"GET /manh?so={number}" for number in (2, 3)]),
        (turning, [f"GET /danh-sach/{number}" for number in (1, 2, 3, 4)]),
        (restapi, [f"GET /wp-json/wp/v2/posts?per_page=100?_fields=link,modified?page={number}" for number in (1, 2, 3, 4)]),
    ],
    ids=["endpoint in JSON", "pieces of HTML", "back to page 1", "REST API"],
)
def test_a_counted_list_is_asked_for_until_it_shows_nothing_new(crawled, site, asked):
    served, _, _ = crawled
    start = asked[0].rstrip("0123456789")
    assert [line for line in served.lines(site.FOLDER) if line.startswith(start)] == asked


def test_a_recording_of_a_walk_is_walked_again(crawled, tmp_path):
    served, output, _ = crawled
    warcs = sorted((output / "captures" / "webforms").glob("*.warc.gz"))
    before = len(served.asked)
    counts = finished(define(tmp_path / "sites", served, [webforms]), tmp_path / "output", *warcs)
    assert articles(tmp_path / "output", webforms, served.root) == Counter(webforms.ARTICLES)
    assert (counts["webforms"]["pager/walked"], len(served.asked)) == (1, before)


def test_in_the_captures_a_form_that_was_sent_does_not_stand_for_the_page(crawled):
    _, output, _ = crawled
    pages = [page for warc in output.glob("captures/webforms/*.warc.gz") for page in read_captures(warc)]
    lists = [page for page in pages if page.url.endswith("TinTuc.aspx")]
    assert [b"<span>1</span>" in page.body for page in lists] == [True]


def test_a_crawl_killed_on_a_walk_begins_it_anew(tmp_path):
    reached, go_on = threading.Event(), threading.Event()

    def hold(asked):
        if asked.form.get("__EVENTARGUMENT") == "Page$4" and not go_on.is_set():
            reached.set()
            go_on.wait(60)

    with serving([webforms]) as served:
        served.before = hold
        definitions = define(tmp_path / "sites", served, [webforms])
        process = crawl(definitions, tmp_path / "output")
        assert reached.wait(60)
        process.kill()
        process.communicate()
        go_on.set()
        finished(definitions, tmp_path / "output")
        assert articles(tmp_path / "output", webforms, served.root) == Counter(webforms.ARTICLES)
    assert [one.form["__EVENTARGUMENT"] for one in served.asked if one.method == "POST"].count("Page$2") == 2
