"""Sites that fail, each in a way of its own, behind a local proxy: the crawler meets named hosts, and every request is written down.

Each has a home page with links to its articles and, unless its fault says otherwise, gives both.
"""

import gzip
import socket
import struct
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.crawling.servers.writing import article, links, page

ARTICLES = 12
ROBOTS, HOME, FIRST, LAST = "/robots.txt", "/", "/bai/0", f"/bai/{ARTICLES - 1}"
GIGABYTE = 1 << 30
CHALLENGE = (
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><div class="main-wrapper">'
    '<noscript>Enable JavaScript and cookies to continue</noscript></div><script src="/cdn-cgi/challenge-platform/h/g/"></script></body></html>'
)

BUSY = {"busy": 503, "many": 429}
"""Sites that ask for less, twice, at their last article, and by which status."""


@dataclass
class Faults:
    """The running server: the proxy's address, the paths that each host was asked for, and the end of what hangs."""

    root: str
    asked: dict[str, list[str]] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)

    def count(self, host: str) -> Counter[str]:
        return Counter(self.asked.get(host, []))


class Handler(BaseHTTPRequestHandler):
    """Answers as a forward proxy; the first word of the host names the fault."""

    faults: Faults

    def do_GET(self):
        url = urlsplit(self.path)
        host, path = url.hostname or "the machine itself", url.path or HOME
        self.faults.asked.setdefault(host, []).append(path)
        name = host.partition(".")[0]
        fault = getattr(self, f"answer_{name}", self.answer_well)
        with suppress(ConnectionError):
            fault(path)

    def send(self, body, status=200, length=None, **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for header, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def answer_well(self, path):
        if path == HOME:
            self.send(page("Tin tức", links("", range(ARTICLES))))
        elif path.startswith("/bai/"):
            self.send(article(int(path.rpartition("/")[2])))
        else:
            self.send("<p>Không có trang này.</p>", 404)

    def is_article(self, path):
        """Say whether it is one; all else is answered well."""
        if not path.startswith("/bai/"):
            self.answer_well(path)
        return path.startswith("/bai/")

    def is_first(self, path):
        """Say whether it is the first article; all else is answered well."""
        if path != FIRST:
            self.answer_well(path)
        return path == FIRST

    def hang(self):
        self.faults.over.wait(60)

    def answer_errors(self, path):
        if self.is_article(path):
            self.send("<p>Lỗi máy chủ</p>", 500)

    def answer_busy(self, path):
        host = urlsplit(self.path).hostname or ""
        if path == LAST and self.faults.count(host)[LAST] <= 2:
            self.send("<p>Chờ một lát</p>", BUSY[host.partition(".")[0]], Retry_After="1")
        else:
            self.answer_well(path)

    answer_many = answer_busy

    def answer_away(self, path):
        if self.is_first(path):
            self.send("<p>Bảo trì</p>", 503, Retry_After="7200")

    def answer_hang(self, path):
        if self.is_article(path):
            self.hang()

    def answer_dead(self, path):
        if path == ROBOTS:
            self.answer_well(path)
        else:
            self.hang()

    def answer_trickle(self, path):
        if self.is_first(path):
            self.send("<p>", length=100_000)
            while not self.faults.over.wait(0.1):
                self.wfile.write(b".")

    def answer_reset(self, path):
        if self.is_first(path):
            self.send("<p>Sáng nay", length=100_000)
            self.wfile.flush()
            time.sleep(0.1)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.rfile.close()  # else the socket stays open
            self.connection.close()

    def answer_short(self, path):
        if self.is_first(path):
            self.send(article(0), length=100_000)

    def answer_bomb(self, path):
        if self.is_first(path):
            self.send(gzip.compress(b" " * (64 << 20)), Content_Encoding="gzip")

    def answer_huge(self, path):
        if self.is_first(path):
            self.send_response(200)
            self.end_headers()
            for _ in range(GIGABYTE >> 16):
                self.wfile.write(b" " * (1 << 16))

    def answer_loop(self, path):
        """Two that lead to each other, and one that leads to another spelling of itself for ever."""
        turns = {FIRST: "/bai/1", "/bai/1": FIRST, "/bai/2": "/bai/2/"}
        if path.rstrip("/") in turns:
            self.send("", 302, Location=turns[path.rstrip("/")] if path != "/bai/2/" else "/bai/2")
        else:
            self.answer_well(path)

    def answer_astray(self, path):
        """Into the machine itself, and into its files."""
        targets = {FIRST: f"{self.faults.root}/secret", "/bai/1": "file:///etc/passwd", "/bai/2": "http://localhost/bai/2"}
        if path in targets:
            self.send("", 302, Location=targets[path])
        else:
            self.answer_well(path)

    def answer_robotless(self, path):
        if path == ROBOTS:
            self.send("", 500)
        else:
            self.answer_well(path)

    def answer_ruled(self, path):
        rules = "User-agent: *\nDisallow: /\n\nUser-agent: vusta-archive\nCrawl-delay: 0.1\nDisallow: /bai/3\n"
        if path == ROBOTS:
            self.send("", 301, Location="/quy-tac.txt")
        elif path == "/quy-tac.txt":
            self.send(rules, Content_Type="text/plain")
        else:
            self.answer_well(path)

    def answer_guarded(self, path):
        if path == ROBOTS:
            self.answer_well(path)
        else:
            self.send(CHALLENGE)

    def answer_suspicious(self, path):
        if self.is_article(path):
            self.send(CHALLENGE)

    def log_message(self, *_):
        """Keep quiet."""


@contextmanager
def serving_faults():
    """Serve them; gives what they are asked."""
    handler = type("FaultHandler", (Handler,), {})
    server = type("FaultServer", (ThreadingHTTPServer,), {"request_queue_size": 128})(("127.0.0.1", 0), handler)
    handler.faults = faults = Faults(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield faults
    finally:
        faults.over.set()
        server.shutdown()
        server.server_close()
