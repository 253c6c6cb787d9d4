"""Webhooks and signs of life, asked of a server in a thread."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scraper.errors import DeliveryError, UsageError
from scraper.health import ping, post_json

SECRET = "T0ken/b1e1bt-nhau"


class Hook(BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path, self.headers["Content-Type"], body))
        time.sleep(self.server.wait)
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815  (the server's name for it)

    def log_message(self, *_):
        pass


@contextmanager
def served(status=200, wait=0.0):
    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        server.status, server.wait, server.asked = status, wait, []
        server.url = f"http://127.0.0.1:{server.server_address[1]}/{SECRET}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def test_json_is_posted_as_utf8():
    data = {"text": "hà_nội: dead × 4", "sites": 64}
    with served() as server:
        post_json(server.url, data)
    ((method, path, kind, body),) = server.asked
    assert (method, path, kind) == ("POST", f"/{SECRET}", "application/json; charset=utf-8")
    assert json.loads(body) == data
    assert "hà_nội".encode() in body


def test_a_sign_of_life_is_one_request():
    with served(status=204) as server:
        ping(server.url)
    assert [asked[:2] for asked in server.asked] == [("GET", f"/{SECRET}")]


@pytest.mark.parametrize("status", [302, 307, 404, 500])
def test_any_other_answer_is_a_failure_and_no_redirect_is_followed(status):
    with served(status) as server, pytest.raises(DeliveryError) as told:
        post_json(server.url, {})
    assert str(told.value) == f"http://127.0.0.1:{server.server_address[1]}: answered {status}"
    assert len(server.asked) == 1


def test_a_slow_server_is_given_up():
    with served(wait=0.5) as server, pytest.raises(DeliveryError, match="no answer in time") as told:
        ping(server.url, timeout=0.1)
    assert SECRET not in str(told.value)


def test_nobody_there_tells_no_secret():
    with served() as server:
        pass
    with pytest.raises(DeliveryError, match="Connection refused") as told:
        post_json(server.url, {})
    assert SECRET not in str(told.value)
    assert told.value.__cause__ is None


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.vn/x", f"a.vn/{SECRET}", "http:///x", f"http://a.vn:{SECRET}/", ""]
)
def test_only_http_is_asked(url):
    with pytest.raises(UsageError) as told:
        ping(url)
    assert SECRET not in str(told.value)
    assert "passwd" not in str(told.value)


def test_an_address_with_a_blank_tells_no_secret():
    with pytest.raises(DeliveryError) as told:
        ping(f"http://127.0.0.1:1/{SECRET} x")
    assert SECRET not in str(told.value)
