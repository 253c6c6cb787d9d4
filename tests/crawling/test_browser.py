"""Sites whose pages are written by scripts: read whole in a real Chromium, which reaches nothing that the crawl may not."""

import asyncio
import os
import shutil
import socket
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from threading import Thread

import pytest
from scrapy.settings import BaseSettings

from scraper.captures import read_captures
from scraper.catalogue import read_catalogue
from scraper.crawling import browser
from scraper.crawling.guard import Guard
from scraper.errors import UsageError
from scraper.site import Site
from tests.crawling.servers.local import crawled, served
from tests.crawling.servers.scripted import ARTICLES, FILE, HOST, MOVED, SHELL, SITEMAP, Scripted

CONTAINER = {"VUSTA_NO_SANDBOX": "1"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}
"""As root Chromium starts without its sandbox only."""

SITE = Site(name="a", organisation="A", hosts=("http://a.vn",), browser=True)


@contextmanager
def counting():
    """A server on this machine, as none that a page may reach: gives its port, and the paths it is asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"here")

        def log_message(self, *_):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium():
    """Skip where there is no browser; .ci/run sees to it that there is one."""
    if find_spec("scrapy_playwright") and any(map(shutil.which, browser.NAMES)):
        return
    if os.environ.get("VUSTA_NO_SKIP"):
        pytest.fail("neither the extra 'browser' nor Chromium may be missing here")
    pytest.skip("needs the extra 'browser' and Chromium")


@pytest.fixture(scope="module")
def shown(chromium, tmp_path_factory, vusta):
    """The site, crawled with a browser, and what a private server was asked for."""
    with counting() as (port, trespasses):
        site = Scripted(f"http://127.0.0.1:{port}")
        crawl = crawled(site, tmp_path_factory.mktemp("shown"), lambda *words, **env: vusta(*words, **CONTAINER, **env))
    return crawl, trespasses


def captures(crawl):
    return [one for path in sorted(crawl.output.glob("captures/*/*.warc.gz")) for one in read_captures(path)]


def lines(crawl):
    return [one.path for one in crawl.asked]


def counts(crawl):
    with read_catalogue(crawl.output) as catalogue:
        return catalogue.runs.of_site(crawl.site.name)[0].counts


def test_every_article_is_read_as_the_browser_shows_it(shown):
    crawl, _ = shown
    assert crawl.stored == crawl.expected
    for key, written in ARTICLES.items():
        assert all(paragraph in crawl.article(key).article_body for paragraph in written.paragraphs)


def test_the_browser_stands_in_vietnam(shown):
    crawl, _ = shown
    for key, written in ARTICLES.items():  # published half an hour before midnight in Greenwich
        published = crawl.article(key).date_published
        assert (published.date(), published.hour) == (written.day + timedelta(days=1), 6)


def test_without_a_browser_all_its_pages_are_shells(tmp_path, vusta):
    site = Scripted()
    site.definition = site.definition.replace("browser = true", f'sitemaps = ["{SITEMAP}"]')  # no link leads anywhere
    crawl = crawled(site, tmp_path, vusta)
    assert crawl.stored == []
    assert counts(crawl)["not_article/shell"] == len(ARTICLES)
    assert not [path for path in lines(crawl) if path.startswith("/api")]


def test_what_is_captured_is_the_page_as_shown_and_says_so(shown):
    crawl, _ = shown
    pages = [one for one in captures(crawl) if one.status == 200 and "/tin/1" in one.url]
    assert len(pages) == len(ARTICLES)
    for page in pages:
        assert page.body != SHELL.encode()
        headers = dict(page.headers)
        assert (headers["x-crawler-rendered"], headers["x-crawler-content-type"]) == ("Chromium", "text/html; charset=utf-8")


def test_no_request_of_a_page_reaches_a_private_host(shown):
    crawl, trespasses = shown
    assert "/ra-ngoai" in lines(crawl)
    assert trespasses == []
    assert not [one for one in crawl.asked if one.host.startswith("127.")]


def test_pictures_are_not_loaded_and_robots_are_asked(shown):
    asked = lines(shown[0])
    assert "/robots.txt" in asked
    assert [path for path in asked if path.endswith(".png")] == []


def test_the_browser_says_who_we_are(shown):
    agents = {one.query["agent"] for one in shown[0].asked if "agent" in one.query}
    assert len(agents) == 1
    assert agents.pop().startswith("vusta-archive/")


def test_a_redirect_is_an_answer_and_a_download_is_refused(shown):
    crawl, _ = shown
    statuses = {one.url.removeprefix(f"http://{HOST}"): one.status for one in captures(crawl)}
    assert (statuses[MOVED], statuses[FILE]) == (301, 200)
    assert next(one for one in captures(crawl) if one.url.endswith(FILE)).body == "tệp".encode()


def test_a_replay_needs_no_browser(shown, tmp_path, vusta):
    crawl, _ = shown
    definitions = tmp_path / "sites"
    definitions.mkdir()
    (definitions / "lam_son.toml").write_text(Scripted.definition, "utf-8")
    replays = [word for path in crawl.output.glob("captures/*/*.warc.gz") for word in ("--replay", path)]
    words = ("crawl", "lam_son", *replays, "--sites", definitions, "--output", tmp_path / "output")
    done = vusta(*words, VUSTA_CHROMIUM="/nowhere/chromium")
    assert done.returncode == 0, done.stderr
    with read_catalogue(tmp_path / "output") as catalogue:
        assert sorted((one.id, one.headline) for one in catalogue.articles()) == crawl.expected


def test_the_live_check_looks_through_the_browser_too(chromium, tmp_path, vusta):
    (tmp_path / "lam_son.toml").write_text(Scripted.definition, "utf-8")
    with served(Scripted()) as (proxy, asked):
        vusta("sites", "check", "lam_son", "--live", "--sites", tmp_path, http_proxy=proxy, no_proxy="", **CONTAINER)
    assert [one for one in asked if one.folder == "/api/tin"]


# What is said where something is missing


def settings_of(site, **own):
    settings = BaseSettings({"RENDER": True, "DOWNLOAD_HANDLERS": {}, "DOWNLOAD_TIMEOUT": 60, **own})
    browser.use_browser(settings, site)
    return settings


def test_a_missing_extra_is_named_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr(browser, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"^a: .*extra 'browser'.* pip install .*\[browser\]'$"):
        settings_of(SITE)


def test_a_missing_chromium_is_named(monkeypatch):
    monkeypatch.setattr(browser, "find_spec", lambda name: name)
    monkeypatch.setenv("VUSTA_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(UsageError, match=r"^a: .*needs Chromium.*/nowhere/chromium$"):
        settings_of(SITE)


def test_the_command_stops_with_one_line(tmp_path, vusta):
    (tmp_path / "lam_son.toml").write_text(Scripted.definition, "utf-8")
    words = ("crawl", "lam_son", "--sites", tmp_path, "--output", tmp_path / "output")
    done = vusta(*words, VUSTA_CHROMIUM="/nowhere/chromium")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "lam_son: 'browser = true' needs" in done.stderr


@pytest.mark.parametrize(("site", "render"), [(SITE.model_copy(update={"browser": False}), True), (SITE, False)])
def test_nothing_changes_for_other_sites_and_in_replays(monkeypatch, site, render):
    monkeypatch.setattr(browser, "find_spec", lambda name: None)
    assert dict(settings_of(site, RENDER=render)["DOWNLOAD_HANDLERS"]) == {}


# The guard


def answer_through(guard, line):
    """Return what comes back when ``line`` is asked of ``guard``."""

    async def ask():
        _, _, place = (await guard.start()).rpartition("/")
        host, _, port = place.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"{line} HTTP/1.1\r\nProxy-Connection: keep-alive\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        guard.close()
        return answer

    return asyncio.run(asyncio.wait_for(ask(), 20))


@pytest.fixture
def direct(monkeypatch):
    """No proxy of the operator's; ``inside.vn`` is a public name of this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    found = socket.getaddrinfo
    local = lambda host, *rest, **more: found("127.0.0.1" if host == "inside.vn" else host, *rest, **more)  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", local)


@pytest.mark.parametrize("host", ["127.0.0.1", "inside.vn", "localhost", "2130706433", "[::1]"])
@pytest.mark.parametrize("line", ["GET http://{host}:{port}/number", "CONNECT {host}:{port}"])
def test_the_guard_lets_nobody_reach_this_machine(direct, host, line):
    with counting() as (port, asked):
        assert answer_through(Guard(), line.format(host=host, port=port)) == b""
    assert asked == []


def test_the_guard_passes_on_what_is_allowed(direct):
    with counting() as (port, asked):
        assert answer_through(Guard(private=True), f"GET http://inside.vn:{port}/number?a=1").endswith(b"here")
    assert asked == ["/number?a=1"]


@pytest.mark.parametrize("line", ["GET /number", "GET http://a.vn:x/", "CONNECT", "\0"])
def test_the_guard_refuses_what_is_no_request(direct, line):
    assert answer_through(Guard(), line) == b""
