"""A crawl killed with -9, again and again, ends with the articles of an undisturbed one."""

import os
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scraper import demo
from scraper.captures import Recording, read_captures
from scraper.catalogue import read_catalogue

ROOT = Path(__file__).parents[2]


class Proxy(BaseHTTPRequestHandler):
    """Answers as a forward proxy from the demo's recordings, https as http."""

    recording = Recording(demo.recordings())

    def do_GET(self):
        found = self.recording.lookup(self.path)
        time.sleep(0.02)
        body = found.body.replace(b"https://lienhiephoi", b"http://lienhiephoi") if found else b"none"
        self.send_response(found.status if found else 404)
        self.send_header("Content-Type", (found.content_type if found else None) or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keep quiet."""


@pytest.fixture
def proxy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def definitions(tmp_path):
    folder = tmp_path / "definitions"
    folder.mkdir()
    text = (ROOT / "scraper/demo/definitions/truongson.toml").read_text("utf-8").replace("https://lien", "http://lien")
    (folder / "truongson.toml").write_text(text.replace("status =", "delay = 0\nconcurrency = 2\nstatus ="), "utf-8")
    return folder


def start(output, definitions, proxy):
    command = [sys.executable, "-c", "from scraper.cli import main; main()", "crawl", "truongson"]
    arguments = ["--output", str(output), "--sites", str(definitions)]
    return subprocess.Popen(command + arguments, cwd=ROOT, env={**os.environ, "http_proxy": proxy}, stderr=subprocess.PIPE)


def articles(output):
    with read_catalogue(output) as catalogue:
        assert [change.seq for change in catalogue.changes()] == list(range(1, len(list(catalogue.changes())) + 1))
        return sorted((article.id, article.version) for article in catalogue.articles())


def killed_half_way(output, definitions, proxy, captures):
    """Start a crawl and kill it when it has written so many bytes of captures."""
    process = start(output, definitions, proxy)
    size = lambda: sum(path.stat().st_size for path in output.glob("captures/*/*"))  # noqa: E731
    limit = size() + captures
    while process.poll() is None and size() < limit:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stderr.close()


def finished(output, definitions, proxy):
    process = start(output, definitions, proxy)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors.decode()


def test_a_killed_crawl_loses_and_doubles_nothing(tmp_path, definitions, proxy):
    finished(tmp_path / "whole", definitions, proxy)
    for size in (3_000, 15_000, 30_000):
        killed_half_way(tmp_path / "killed", definitions, proxy, size)
    finished(tmp_path / "killed", definitions, proxy)
    assert articles(tmp_path / "killed") == articles(tmp_path / "whole") != []
    assert list(tmp_path.glob("killed/captures/*/*.open")) == []
    for path in tmp_path.glob("killed/captures/*/*.warc.gz"):
        assert all(captured.url for captured in read_captures(path))
