"""The answer to a form that was sent never stands for the page at the same address."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from warcio.checker import Checker

from scraper.captures import Recording, read_capture, read_captures
from scraper.captures.warc import head, warc_date, warc_record
from scraper.errors import InputError

URL = "http://a.vn/TinTuc.aspx"
FORM = {"url": URL, "method": "POST", "request_headers": [("Content-Type", "application/x-www-form-urlencoded")]}


@pytest.fixture
def walked(folder, make_writer, make_page):
    """Return a file of a list, two of its pages that were asked for with forms, and an article."""
    with make_writer() as writer:
        captures = [
            writer.write(make_page(url=URL, body=b"trang 1")),
            writer.write(make_page(**FORM, body=b"trang 2", request_body=b"Page=2")),
            writer.write(make_page(**FORM, body=b"trang 3", request_body=b"Page=3")),
            writer.write(make_page(url="http://a.vn/1.aspx", body=b"bai")),
        ]
    return folder / captures[0].warc, captures


def test_only_the_page_itself_is_read(walked):
    assert [page.body for page in read_captures(walked[0])] == [b"trang 1", b"bai"]


def test_every_answer_stands_where_its_capture_says(folder, walked):
    assert [read_capture(folder, capture).body for capture in walked[1]] == [b"trang 1", b"trang 2", b"trang 3", b"bai"]


def test_the_file_is_sound(walked):
    assert Checker(SimpleNamespace(inputs=[str(walked[0])], verbose=False)).process_all() == 0


def test_a_form_is_answered_if_it_was_sent_when_recorded(walked):
    recording = Recording([walked[0]])
    asked = [("GET", b""), ("POST", b"Page=2"), ("POST", b"Page=3"), ("GET", b"Page=2")]
    assert [recording.lookup(URL, *one).body for one in asked] == [b"trang 1", b"trang 2", b"trang 3", b"trang 1"]
    assert recording.lookup(URL, "POST", b"Page=4") is None
    assert recording.lookup("http://a.vn/1.aspx", "POST", b"Page=2") is None
    assert recording.hosts == {"a.vn"}


@pytest.mark.parametrize("first", ["page", "form"])
def test_neither_takes_the_place_of_the_other_in_whatever_order(make_writer, make_page, folder, first):
    exchanges = [make_page(url=URL, body=b"trang 1"), make_page(**FORM, body=b"trang 2", request_body=b"Page=2")]
    with make_writer() as writer:
        for exchange in exchanges if first == "page" else reversed(exchanges):
            capture = writer.write(exchange)
    recording = Recording([folder / capture.warc])
    assert (recording.lookup(URL).body, recording.lookup(URL, "POST", b"Page=2").body) == (b"trang 1", b"trang 2")


def test_a_kill_after_any_record_leaves_no_answer_that_stands_for_the_page(walked, tmp_path):
    path, captures = walked
    data = path.read_bytes()
    for end in (captures[1].offset, captures[1].offset + captures[1].length):
        torn = tmp_path / f"{end}.warc.gz"
        torn.write_bytes(data[:end])
        assert [page.body for page in read_captures(torn)] == [b"trang 1"]


def test_what_stands_before_the_damage_is_read(walked, tmp_path):
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(walked[0].read_bytes()[: walked[1][0].offset + walked[1][0].length + 20])
    pages = read_captures(torn)
    assert next(pages).body == b"trang 1"
    with pytest.raises(InputError):
        next(pages)


def foreign(kind, own_id, fields, block, moment):
    """Return a record as another program writes it."""
    told = [("WARC-Type", kind), ("WARC-Record-ID", own_id), ("WARC-Target-URI", URL), ("WARC-Date", warc_date(moment))]
    return warc_record([*told, *fields, ("Content-Type", f"application/http; msgtype={kind}")], block)


@pytest.mark.parametrize("order", ["response first", "request first", "named by the response"])
@pytest.mark.parametrize(("method", "read"), [("POST", []), ("HEAD", []), ("GET", [b"tra loi"]), ("\x00", [b"tra loi"])])
def test_other_writers_are_understood(tmp_path, make_page, order, method, read):
    moment = make_page().fetched + timedelta(days=1)
    by_response = order == "named by the response"
    ask = head(f"{method} /TinTuc.aspx HTTP/1.1", [("Content-Length", "6")]) + b"Page=2"
    answer = head("HTTP/1.1 200 OK", [("Content-Type", "text/html"), ("Content-Length", "7")]) + b"tra loi"
    request = foreign("request", "<urn:1>", [] if by_response else [("WARC-Concurrent-To", "<urn:2>")], ask, moment)
    response = foreign("response", "<urn:2>", [("WARC-Concurrent-To", "<urn:1>")] * by_response, answer, moment)
    path = tmp_path / "theirs.warc.gz"
    path.write_bytes(response + request if order == "response first" else request + response)
    assert [page.body for page in read_captures(path)] == read
    if method == "POST":
        assert Recording([path]).lookup(URL, "POST", b"Page=2").body == b"tra loi"
