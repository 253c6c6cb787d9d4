"""What robots.txt allows, and what an answer that is none means; what each failure is called."""

import asyncio
from types import SimpleNamespace

import pytest
from OpenSSL.SSL import Error as TLSError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.internet.error import ConnectionLost, NoRouteError
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from scraper.crawling import obedience
from scraper.crawling.backoff import Backoff
from scraper.crawling.failures import failure_of, may_pass, words_of
from scraper.crawling.obedience import RobotsMiddleware
from scraper.crawling.robots import LIFETIME, MOST_BYTES, MOST_HOPS, rules_of
from scraper.crawling.weather import Weather

AGENT = "vusta-archive"
PAGE = "http://lhh.example/bai/1"


def caused(error, cause):
    error.__cause__ = cause
    return error


TLS = caused(DownloadFailedError("x"), ResponseFailed([Failure(TLSError([("SSL routines", "", "certificate verify failed")]))]))
BOMB = caused(IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE"), ValueError())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 302])
def test_no_file_is_no_rule(status):
    assert rules_of(status, b"User-agent: *\nDisallow: /", AGENT).allow(PAGE)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 599])
def test_a_host_that_cannot_tell_allows_nothing(status):
    rules = rules_of(status, b"", AGENT)
    assert (rules.known, rules.allow(PAGE)) == (False, False)


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00\xff\xfe" * 50, b"<html><body>Trang ch\xe1\xbb\xa7</body></html>", b"Disallow: /", b"User-agent: *"],
)
def test_what_is_no_rule_forbids_nothing(body):
    assert rules_of(200, body, AGENT).allow(PAGE)


def test_the_group_that_names_us_goes_before_the_one_for_all():
    body = b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\nCrawl-delay: 9\r\n\r\nUser-Agent: Vusta-Archive\r\nDisallow: /tim-kiem\r\n"
    rules = rules_of(200, body, AGENT)
    assert (rules.allow(PAGE), rules.allow("http://lhh.example/tim-kiem?q=1"), rules.delay) == (True, False, 0.0)


def test_what_stands_behind_the_first_500_kib_is_not_read():
    comment = b"#" * (MOST_BYTES - 1) + b"\n"
    assert rules_of(200, comment + b"User-agent: *\nDisallow: /", AGENT).allow(PAGE)


@pytest.mark.parametrize(("text", "delay"), [("7", 7.0), ("0.5", 0.5), ("-3", 0.0), ("bald", 0.0), ("inf", 0.0), ("nan", 0.0)])
def test_a_crawl_delay_is_a_number_of_seconds(text, delay):
    assert rules_of(200, f"User-agent: *\nCrawl-delay: {text}".encode(), AGENT).delay == delay


@pytest.mark.parametrize(
    ("outcome", "kind", "passes"),
    [
        (CannotResolveHostError(), "dns", True),
        (DownloadConnectionRefusedError(), "refused", True),
        (NoRouteError(), "refused", True),
        (DownloadTimeoutError(), "timeout", True),
        (ResponseDataLossError(), "reset", True),
        (ConnectionLost(), "reset", True),
        (DownloadFailedError(), "reset", True),
        (OSError(), "reset", True),
        (TLS, "tls", False),
        (DownloadCancelledError(), "too_large", False),
        (BOMB, "too_large", False),
        (IgnoreRequest("forbidden by robots.txt"), None, False),
        (ValueError(), "broken", False),
        (RuntimeError(), "other", False),
        (Response(PAGE, status=429), "status_429", True),
        (Response(PAGE, status=500), "status_5xx", True),
        (Response(PAGE, status=524), "status_5xx", True),
        (Response(PAGE, status=501), "status_5xx", False),
        (Response(PAGE, status=404), None, False),
        (Response(PAGE, status=200), None, False),
    ],
)
def test_a_failure_has_one_kind_and_may_pass_or_not(outcome, kind, passes):
    assert (failure_of(outcome), may_pass(outcome)) == (kind, passes)


def test_an_answer_that_had_begun_and_took_too_long_is_slow():
    assert failure_of(DownloadTimeoutError(), begun=True) == "slow"
    assert failure_of(ResponseDataLossError(), begun=True) == "reset"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (CannotResolveHostError(), "no such host"),
        (TLS, "no secure connection"),
        (ConnectionLost(), "connection failed"),
        (OSError(), "answer that cannot be unpacked"),
        (RuntimeError(), "connection failed"),
    ],
)
def test_a_failure_is_told_in_words(error, words):
    assert words_of(error) == words


class Host:
    """Gives its answers one after the other, the last one for ever; ``waits`` are the seconds slept in between."""

    def __init__(self, monkeypatch, *answers, polite=True):
        self.answers, self.asked, self.waits = list(answers), [], []
        settings = Settings({"BOT_NAME": AGENT, "RETRY_TIMES": 2, "POLITE": polite})
        crawler = SimpleNamespace(engine=self, settings=settings, stats=None)
        self.weather = Weather(home="lhh.example", backoff=Backoff(draw=lambda: 1.0))
        self.middleware = RobotsMiddleware(crawler, self.weather)
        monkeypatch.setattr(obedience.asyncio, "sleep", self.sleep)

    async def download_async(self, request):
        self.asked.append(request.url)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def sleep(self, seconds):
        self.waits.append(seconds)

    def rules(self):
        return asyncio.run(self.middleware.ask("http", "lhh.example"))


def answer(status, location=None, **headers):
    return Response(PAGE, status=status, headers={"Location": location} if location else headers)


def test_a_connection_that_fails_is_tried_again_after_a_while(monkeypatch):
    host = Host(monkeypatch, DownloadConnectionRefusedError(), DownloadTimeoutError(), answer(404))
    assert host.rules().known
    assert (host.waits, host.weather.ended) == ([2.0, 4.0], None)


def test_a_host_that_stays_away_is_waited_for_in_vain(monkeypatch):
    host = Host(monkeypatch, CannotResolveHostError())
    assert not host.rules().known
    assert (len(host.asked), host.waits, host.weather.ended) == (3, [2.0, 4.0], "robots unreachable")


def test_a_wish_is_kept_unless_it_is_too_long(monkeypatch):
    short, long = (Host(monkeypatch, answer(503, **{"Retry-After": text}), answer(404)) for text in ("30", "61"))
    monkeypatch.setattr(obedience.asyncio, "sleep", short.sleep)
    assert (short.rules().known, short.waits) == (True, [30.0])
    assert (long.rules().known, len(long.asked)) == (False, 1)


def test_five_redirects_are_followed_and_a_sixth_is_no_rule(monkeypatch):
    host = Host(monkeypatch, answer(301, "/mai"))
    assert host.rules().allow(PAGE)
    assert len(host.asked) == 1 + MOST_HOPS


def test_a_redirect_to_a_file_is_not_followed(monkeypatch):
    host = Host(monkeypatch, answer(301, "file:///etc/passwd"))
    assert not host.rules().known
    assert set(host.asked) == {"http://lhh.example/robots.txt"}


def test_of_a_recording_nobody_waits_for_robots_txt(monkeypatch):
    host = Host(monkeypatch, answer(500), polite=False)
    assert host.rules().allow(PAGE)
    assert (len(host.asked), host.waits) == (1, [])


def test_it_is_asked_for_once_a_day(monkeypatch):
    host = Host(monkeypatch, answer(404))
    clock = iter((0.0, 5.0, LIFETIME, LIFETIME + 1, LIFETIME + 1))
    monkeypatch.setattr(obedience, "monotonic", lambda: next(clock))

    async def pages():
        for _ in range(4):
            await host.middleware.rules("http", "lhh.example")

    asyncio.run(pages())
    assert len(host.asked) == 2
