"""What is written is a WARC that others read too, and comes back as it was given."""

import io
import resource
import string
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as WarcioIterator
from warcio.checker import Checker

from scraper.captures import CaptureWriter, read_capture, read_captures
from scraper.errors import OutputError

here = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def warcio_records(path):
    with path.open("rb") as stream:
        for record in WarcioIterator(stream):
            yield record.rec_headers, record.content_stream().read(), record.http_headers


def test_a_page_comes_back_as_it_was_written(folder, make_writer, make_page):
    with make_writer() as writer:
        capture = writer.write(make_page())
    back = read_capture(folder, capture)
    assert (back.url, back.status, back.body, back.capture) == (make_page().url, 200, make_page().body, capture)
    assert back.content_type == "text/html; charset=utf-8"


def test_the_capture_tells_where_and_when_in_utc(folder, make_writer, make_page):
    in_hanoi = datetime(2024, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=7)))
    with make_writer() as writer:
        capture = writer.write(make_page(fetched=in_hanoi))
    assert capture.warc == "cao_bang/20240301-180005-001.warc.gz"
    assert capture.date == datetime(2024, 3, 1, 18, 30, tzinfo=UTC)
    assert capture.date.utcoffset() == timedelta(0)
    member = (folder / capture.warc).read_bytes()[capture.offset : capture.offset + capture.length]
    (record,) = ArchiveIterator(io.BytesIO(member))
    assert record.headers["WARC-Payload-Digest"] == capture.payload_digest


def test_the_file_passes_the_check_of_warcio(written):
    path, _ = written
    assert Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0
    assert Counter(fields["WARC-Type"] for fields, _, _ in warcio_records(path)) == {"warcinfo": 1, "response": 3, "request": 3}


def test_fastwarc_agrees_with_every_digest(written):
    with written[0].open("rb") as stream:
        records = [
            (r.verify_block_digest(), r.headers.get("WARC-Payload-Digest")) for r in ArchiveIterator(stream, parse_http=False)
        ]
    assert [whole for whole, _ in records] == [True] * 7
    assert [digest for _, digest in records if digest] == [capture.payload_digest for capture in written[1]]


def test_the_check_of_warcio_would_notice_a_changed_page(written, capsys):
    path, captures = written
    data = bytearray(path.read_bytes())
    data[captures[1].offset + captures[1].length // 2] ^= 0xFF
    path.write_bytes(data)
    assert Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 1


def test_each_file_begins_with_what_it_is(make_writer, make_page, folder):
    with make_writer(about={"operator": "Ban biên tập", "robots": "obey\r\nsoftware: else"}) as writer:
        capture = writer.write(make_page())
    fields, text, _ = next(warcio_records(folder / capture.warc))
    lines = dict(line.split(": ", 1) for line in text.decode().splitlines())
    assert fields["WARC-Filename"] == "20240301-180005-001.warc.gz"
    assert lines["software"].startswith("vusta-archive/")
    assert lines["isPartOf"] == "cao_bang-7"
    assert lines["operator"] == "Ban biên tập"
    assert lines["robots"] == "obey software: else"


def test_request_and_response_belong_together(written):
    records = list(warcio_records(written[0]))
    responses = [fields["WARC-Record-ID"] for fields, _, _ in records if fields["WARC-Type"] == "response"]
    requests = [(fields, http) for fields, _, http in records if fields["WARC-Type"] == "request"]
    assert [fields["WARC-Concurrent-To"] for fields, _ in requests] == responses
    fields, http = requests[0]
    assert (http.protocol, http.statusline) == ("GET", "/tin-tuc/hoi-thao-1.html HTTP/1.1")
    assert http.headers[:2] == [("Host", "lienhiephoi.example.vn"), ("User-Agent", "vusta-archive")]
    assert fields["WARC-IP-Address"] == "192.0.2.7"


def test_headers_that_fit_only_the_encoded_body_are_kept_under_another_name(written):
    http = next(http for fields, _, http in warcio_records(written[0]) if fields["WARC-Type"] == "response")
    names = [name for name, _ in http.headers]
    assert names == ["Content-Type", "X-Crawler-Content-Encoding", "X-Crawler-Content-Length", "Content-Length"]
    assert http.statusline == "200 OK"


@pytest.mark.parametrize("as_given", ["/tin-tức?trang=1", "/tin-tức?trang=1".encode().decode("latin-1")])
def test_a_redirect_to_a_raw_vietnamese_address_stays_one(folder, make_writer, make_page, as_given):
    with make_writer() as writer:
        capture = writer.write(make_page(status=301, response_headers=[("Location", as_given)]))
    assert read_capture(folder, capture).headers["location"] == "/tin-tức?trang=1"


def test_a_header_cannot_smuggle_in_another(folder, make_writer, make_page):
    with make_writer() as writer:
        capture = writer.write(
            make_page(url="http://a.vn/x\r\nWARC-Type: y", reason="OK\r\nA: b", response_headers=[("X", "1\r\n\r\n2")])
        )
    back = read_capture(folder, capture)
    assert back.url == "http://a.vn/x%0D%0AWARC-Type:%20y"
    assert back.headers == {"x": "1 2"}


@here
@given(
    body=st.binary(max_size=5000) | st.sampled_from([b"WARC/1.1\r\n\r\n", b"\x1f\x8b", b"0\r\n\r\n", b"\r\n\r\n"]),
    status=st.integers(100, 599),
    value=st.text(max_size=40),
    path=st.text(string.printable + "ộĐ", max_size=40),
)
def test_whatever_a_server_sends_comes_back(tmp_path_factory, make_page, body, status, value, path):
    folder = tmp_path_factory.mktemp("captures")
    given_page = make_page(url=f"http://a.vn/{path}", status=status, body=body, response_headers=[("X-Note", value)])
    with CaptureWriter(folder, "vusta", "vusta-1", given_page.fetched) as writer:
        capture = writer.write(given_page)
    (back,) = read_captures(folder / capture.warc)
    assert (back.body, back.status, back.capture) == (body, status, capture)
    assert read_capture(folder, capture) == back
    assert Checker(SimpleNamespace(inputs=[str(folder / capture.warc)], verbose=False)).process_all() == 0


def test_a_file_is_open_until_it_is_closed(folder, make_writer, make_page):
    writer = make_writer()
    capture = writer.write(make_page())
    assert [path.name for path in folder.glob("*/*")] == ["20240301-180005-001.warc.gz.open"]
    assert read_capture(folder, capture).body == make_page().body
    writer.sync()
    writer.close()
    assert [path.name for path in folder.glob("*/*")] == ["20240301-180005-001.warc.gz"]
    assert read_capture(folder, capture).body == make_page().body


def test_a_crawl_without_responses_leaves_no_file(folder, make_writer):
    with make_writer() as writer:
        writer.sync()
    assert not folder.exists()


def test_a_full_file_is_followed_by_the_next(folder, make_writer, make_page):
    with make_writer(roll_over=2000) as writer:
        captures = [writer.write(make_page(number)) for number in range(6)]
    names = sorted({capture.warc for capture in captures})
    assert names == [f"cao_bang/20240301-180005-{number:03}.warc.gz" for number in range(1, len(names) + 1)]
    assert len(names) > 1
    for name in names:
        assert next(warcio_records(folder / name))[0]["WARC-Type"] == "warcinfo"
    assert [back.capture for name in names for back in read_captures(folder / name)] == captures


def test_two_crawls_begun_in_the_same_second_write_to_different_files(folder, make_writer, make_page):
    with make_writer() as one, make_writer() as other:
        first, second = one.write(make_page(1)), other.write(make_page(2))
    with make_writer() as third:
        later = third.write(make_page(3))
    assert [c.warc[-11:-8] for c in (first, second, later)] == ["001", "002", "003"]
    assert [read_capture(folder, c).url[-6] for c in (first, second, later)] == ["1", "2", "3"]


def test_a_body_captured_before_is_only_referred_to(folder, make_writer, make_page):
    with make_writer() as writer:
        first = writer.write(make_page(1))
    night_after = make_page(1, fetched=first.date + timedelta(days=1), response_headers=[("ETag", '"2"')])
    with make_writer() as writer:
        second = writer.write(night_after, refers_to=first)
    assert second == first.model_copy(update={"date": night_after.fetched})
    assert read_capture(folder, second).body == night_after.body
    path = folder / "cao_bang/20240301-180005-002.warc.gz"
    assert [fields["WARC-Type"] for fields, _, _ in warcio_records(path)] == ["warcinfo", "revisit", "request"]
    assert Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0
    (back,) = read_captures(path)
    assert (back.url, back.body, back.headers, back.capture) == (night_after.url, night_after.body, {"etag": '"2"'}, second)


@pytest.mark.parametrize("change", [{"body": b"<p>m\xe1\xbb\x9bi</p>"}, {"status": 404}])
def test_a_response_that_changed_is_captured_whole(folder, make_writer, make_page, change):
    with make_writer() as writer:
        first = writer.write(make_page(1))
        second = writer.write(make_page(1, **change), refers_to=first)
    assert second.offset > first.offset
    assert [back.capture for back in read_captures(folder / first.warc)] == [first, second]


@contextmanager
def disk_that_ends_at(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_plainly_and_tears_nothing(folder, make_writer, make_page):
    noise = bytes(range(256)) * 40
    with make_writer() as writer:
        first = writer.write(make_page(1))
        size = (folder / f"{first.warc}.open").stat().st_size
        with (
            disk_that_ends_at(size + 100),
            pytest.raises(OutputError, match=r"20240301-180005-001.*cannot write captures: File too large"),
        ):
            writer.write(make_page(2, body=noise))
        assert (folder / f"{first.warc}.open").stat().st_size == size
        third = writer.write(make_page(3))
    assert [back.capture for back in read_captures(folder / first.warc)] == [first, third]


def test_a_disk_that_is_full_from_the_start_leaves_no_file(folder, make_writer, make_page):
    writer = make_writer()
    with disk_that_ends_at(100), pytest.raises(OutputError):
        writer.write(make_page(1))
    writer.close()
    assert list(folder.glob("*/*")) == []


def test_a_folder_that_cannot_be_made_is_said_plainly(folder, make_writer, make_page):
    folder.write_text("a file in the way")
    with pytest.raises(OutputError, match="cannot write captures"):
        make_writer().write(make_page())
