"""A recording answers as the site did, for every spelling of an address."""

from datetime import timedelta
from pathlib import Path

import pytest

from scraper.captures import CaptureWriter, Exchange, Recording, read_captures
from scraper.errors import InputError

SITES = Path(__file__).parents[3] / "shared" / "sites"


@pytest.fixture
def record(folder, make_page):
    """Write a file of answers (address, status, body, headers) and return its path."""

    def write(*answers, night=0):
        started = make_page().fetched + timedelta(days=night)
        with CaptureWriter(folder, "vusta", f"vusta-{night}", started) as writer:
            for url, status, body, *headers in answers:
                capture = writer.write(Exchange(url, status, body, started, response_headers=headers))
        return folder / capture.warc

    return write


def test_an_address_answers_as_recorded_and_another_not_at_all(record):
    recording = Recording([record(("http://a.vn/tin/1", 200, b"mot"), ("http://a.vn/tin/2", 404, b"hai"))])
    found = recording.lookup("http://a.vn/tin/2")
    assert (found.status, found.body) == (404, b"hai")
    assert len(recording) == 2
    assert recording.lookup("http://a.vn/tin/3") is None


@pytest.mark.parametrize(
    "asked",
    [
        "https://a.vn/h%E1%BB%99i%20th%E1%BA%A3o?q=a%20b&c=(d)",
        "http://A.VN/h%e1%bb%99i%20th%e1%ba%a3o?q=a%20b&c=%28d%29",
        "http://a.vn:80/hội thảo?q=a b&c=(d)",
        "https://a.vn:443/hội%20thảo?q=a%20b&c=(d)#binh-luan",
    ],
)
def test_scheme_and_spelling_do_not_matter(record, asked):
    assert Recording([record(("http://a.vn/hội thảo?q=a b&c=(d)", 200, b"x"))]).lookup(asked).body == b"x"


@pytest.mark.parametrize(
    "asked",
    ["http://www.a.vn/b/?c=1&d=2", "http://a.vn/b?c=1&d=2", "http://a.vn/b/?d=2&c=1", "http://a.vn/B/?c=1&d=2", "http://a.vn:81/b/?c=1&d=2",
     "http://a.vn/b%2F?c=1&d=2", "http://a.vn/b/?c=1%26d=2", "http://[a.vn/b/", "x", ""],
)  # fmt: skip
def test_everything_else_does(record, asked):
    assert Recording([record(("http://a.vn/b/?c=1&d=2", 200, b"x"))]).lookup(asked) is None


def test_the_later_file_wins(record):
    first = record(("http://a.vn/1", 200, b"dem mot"), ("http://a.vn/2", 200, b"con"))
    second = record(("http://a.vn/1", 404, b"het"), night=1)
    recording = Recording([first, second])
    assert [recording.lookup(f"http://a.vn/{n}").body for n in (1, 2)] == [b"het", b"con"]
    assert Recording([second, first]).lookup("http://a.vn/1").body == b"dem mot"


def test_within_a_file_the_first_page_wins(record):
    path = record(*(("http://a.vn/1", status, b"%d" % n) for n, status in enumerate([503, 200, 200, 404])))
    assert Recording([path]).lookup("http://a.vn/1").body == b"1"


def test_answers_to_conditional_requests_do_not_hide_the_page(record):
    first = record(("http://a.vn/1", 200, b"trang"))
    assert Recording([first, record(("http://a.vn/1", 304, b""), night=1)]).lookup("http://a.vn/1").body == b"trang"


def test_a_redirect_to_the_same_address_under_https_is_not_followed_in_circles(record):
    path = record(("http://a.vn/", 301, b"", ("Location", "https://a.vn/")), ("http://a.vn/x", 301, b"", ("Location", "/y")))
    recording = Recording([path])
    assert recording.lookup("http://a.vn/") is None
    assert recording.lookup("http://a.vn/x").headers["location"] == "/y"


def test_a_revisit_answers_with_the_earlier_body(folder, record, make_page):
    first = record(("http://a.vn/1", 200, b"trang"))
    (earlier,) = read_captures(first)
    with CaptureWriter(folder, "vusta", "vusta-1", make_page().fetched + timedelta(days=1)) as writer:
        writer.write(Exchange("http://a.vn/1", 200, b"trang", make_page().fetched), refers_to=earlier.capture)
        second = folder / "vusta" / writer.file.final.name
    assert Recording([second]).lookup("http://a.vn/1").body == b"trang"


def test_a_file_cut_short_is_refused_before_anything_is_answered(record):
    path = record(*((f"http://a.vn/{n}", 200, b"x" * 99) for n in range(5)))
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(InputError, match=r"is cut short: the record at byte \d+ has no end"):
        Recording([path])


@pytest.mark.skipif(not SITES.is_dir(), reason="the recorded sites are not here")
@pytest.mark.parametrize("name", ["nukeviet-night1", "wordpress-night2", "dakrlap.daknong.gov.vn", "www.jvn.edu.vn"])
def test_recorded_sites_answer_every_address_they_hold(name):
    path = SITES / f"{name}.warc.gz"
    recording = Recording([path])
    pages = [page for page in read_captures(path) if page.status == 200]
    assert pages
    assert all(recording.lookup(page.url).status == 200 for page in pages)
    assert sum(recording.lookup(page.url) == page for page in pages) > 0.99 * len(pages)
