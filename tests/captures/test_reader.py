"""Files of any writer are read; what is no WARC, or not a whole one, is said plainly."""

import base64
import gzip
import hashlib
import io
import logging
from datetime import UTC, datetime

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.captures import read_capture, read_captures
from scraper.captures import records as records_module
from scraper.captures.responses import is_revisit
from scraper.errors import InputError

BODY = "<p>Đại hội nhiệm kỳ 2023–2028</p>".encode() * 20
URL = "http://lhh.example.vn/tin/1"


def foreign(path, answers, *, gz=True, version="1.0", finish=lambda writer: None):
    """Write ``answers`` (address, headers, stored body) as warcio does, with its SHA-1 digests."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gz, warc_version=version)
        for url, headers, stored in answers:
            http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
            dated = {"WARC-Date": "2021-05-04T03:02:01Z"}
            writer.write_record(
                writer.create_warc_record(url, "response", io.BytesIO(stored), len(stored), "", dated, None, http)
            )
        finish(writer)
    return path


def raw_record(block, kind="response", fields="WARC-Date: 2021-05-04T03:02:01Z\r\n", url=URL):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n{fields}Content-Type: application/http\r\n"
    return head.encode() + f"Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("gz", [True, False], ids=["compressed", "plain"])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_file_of_another_writer_is_read(tmp_path, gz, version):
    path = foreign(
        tmp_path / "a.warc", [(URL, [("Content-Type", "text/html")], BODY), (URL + "2", [], b"")], gz=gz, version=version
    )
    first, second = read_captures(path)
    assert (first.url, first.status, first.body, first.content_type) == (URL, 200, BODY, "text/html")
    assert first.capture.date == datetime(2021, 5, 4, 3, 2, 1, tzinfo=UTC)
    assert first.capture.payload_digest.startswith("sha256:")
    assert (second.url, second.body, second.content_type) == (URL + "2", b"", None)
    assert first.capture.offset + first.capture.length == second.capture.offset
    assert second.capture.offset + second.capture.length == path.stat().st_size
    assert [read_capture(tmp_path.parent, back.capture) for back in (first, second)] == [first, second]


@pytest.mark.parametrize(
    ("headers", "stored"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(BODY)),
        ({"Transfer-Encoding": "chunked"}, b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)),
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, BODY),
    ],
    ids=["compressed", "in chunks", "decoded by its writer"],
)
def test_bodies_are_decoded_and_the_headers_that_said_so_left_out(tmp_path, headers, stored):
    (back,) = read_captures(foreign(tmp_path / "a.warc.gz", [(URL, [("Server", "x"), *headers.items()], stored)]))
    assert back.body == BODY
    assert back.headers == {"server": "x"}


def test_one_odd_body_does_not_spoil_the_others(tmp_path):
    odd = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    path = foreign(tmp_path / "a.warc.gz", [(URL, [], b"1"), (URL, odd, b"\x1f\x8bnonsense"), (URL, [], b"3")])
    assert [back.body for back in read_captures(path)] == [b"1", b"\x1f\x8bnonsense", b"3"]


@pytest.mark.parametrize(
    ("head", "status", "headers"),
    [
        (b"HTTP/1.1 404\r\nA: b\r\n\r\n", 404, {"a": "b"}),
        (b"HTTP/2 200\r\nA: b\r\n\r\n", 200, {"a": "b"}),
        (b"HTTP/1.0 200 OK\nA: b\n\n", 200, {"a": "b"}),
        (b"HTTP/1.1 200 OK\r\n\r\n", 200, {}),
        ("HTTP/1.1 200 OK\r\nX: tệp.pdf\r\nY: 1\r\ny: 2\r\n\r\n".encode(), 200, {"x": "tệp.pdf", "y": "2"}),
        (b"HTTP/1.1 200 OK\r\nX: caf\xe9\x81\r\n\r\n", 200, {"x": "caf\xe9\x81"}),
        (b"HTTP/1.1 200 OK\r\nno colon\r\nX: " + b"y" * 50_000 + b"\r\n\r\n", 200, {"x": "y" * 50_000}),
    ],
)
def test_heads_are_read_as_servers_write_them(tmp_path, head, status, headers):
    path = tmp_path / "a.warc"
    path.write_bytes(raw_record(head + BODY))
    (back,) = read_captures(path)
    assert (back.status, back.headers, back.body) == (status, headers, BODY)


@pytest.mark.parametrize(
    "record",
    [
        raw_record(b"HTTP/1.1 200 OK\r\n\r\n", kind="request"),
        raw_record(b"203.0.113.9", url="dns:lhh.example.vn"),
        raw_record(b"HTTP/1.1 200 OK\r\n\r\n", url="http+unix://x"),
        raw_record(BODY),
        raw_record(b""),
        raw_record(b"HTTP/1.1 200 OK\r\n\r\n" + BODY, fields=""),
        raw_record(
            b"HTTP/1.1 200 OK\r\n\r\n",
            kind="revisit",
            fields="WARC-Payload-Digest: sha1:ABC\r\nWARC-Date: 2021-05-04T03:02:01Z\r\n",
        ),
    ],
    ids=["request", "dns", "other scheme", "no head", "empty", "no date", "revisit of something else"],
)
def test_records_that_hold_no_usable_response_are_passed_over(tmp_path, record):
    path = tmp_path / "a.warc"
    path.write_bytes(record + raw_record(b"HTTP/1.1 200 OK\r\n\r\n" + BODY, url="<http://a.vn/>"))
    assert [(back.url, back.body) for back in read_captures(path)] == [("http://a.vn/", BODY)]


def test_a_record_without_a_date_takes_that_of_the_server(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(raw_record(b"HTTP/1.1 200 OK\r\nDate: Tue, 03 Jan 2023 10:00:00 GMT\r\n\r\n", fields=""))
    assert [back.capture.date for back in read_captures(path)] == [datetime(2023, 1, 3, 10, tzinfo=UTC)]


@pytest.mark.parametrize("gz", [True, False], ids=["compressed", "plain"])
def test_a_revisit_brings_the_body_it_refers_to(tmp_path, gz):
    def revisit(writer):
        digest = f"sha1:{base64.b32encode(hashlib.sha1(BODY).digest()).decode()}"
        http = StatusAndHeaders("200 OK", [("ETag", "2")], protocol="HTTP/1.1")
        later = {"WARC-Date": "2022-01-01T00:00:00Z"}
        writer.write_record(writer.create_revisit_record(URL + "?b", digest, URL, "2021-05-04T03:02:01Z", http, later))
        writer.write_record(writer.create_revisit_record(URL + "?c", digest, URL, "2021-05-04T03:02:01Z", None, later))

    path = foreign(tmp_path / "a.warc", [(URL, [("ETag", "1")], BODY)], gz=gz, finish=revisit)
    first, second, third = read_captures(path)
    assert (second.url, second.body, second.headers) == (URL + "?b", BODY, {"etag": "2"})
    assert second.capture == first.capture.model_copy(update={"date": datetime(2022, 1, 1, tzinfo=UTC)})
    assert (third.url, third.body, third.headers) == (URL + "?c", BODY, {"etag": "1"})
    assert read_capture(tmp_path.parent, third.capture).body == BODY


@pytest.mark.parametrize("gz", [True, False], ids=["compressed", "plain"])
def test_a_film_is_passed_over_with_a_word(tmp_path, monkeypatch, caplog, gz):
    path = foreign(tmp_path / "a.warc", [(URL, [], b"1"), (URL + ".mp4", [], bytes(3000)), (URL, [], b"3")], gz=gz)
    first, film, _ = (back.capture for back in read_captures(path))
    monkeypatch.setattr(records_module, "LARGEST", 2000)
    with caplog.at_level(logging.WARNING):
        assert [back.body for back in read_captures(path)] == [b"1", b"3"]
    assert "is longer than 2000 bytes, passed over" in caplog.text
    assert read_capture(tmp_path.parent, first).body == b"1"
    with pytest.raises(InputError, match=f"holds no response at byte {film.offset}"):
        read_capture(tmp_path.parent, film)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"<html>", "is not a WARC file"),
        (gzip.compress(b'{"id": 1}', mtime=0), "is not a WARC file"),
        (b"\x1f\x8b\x08", "is cut short: the record at byte 0 has no end"),
        (b"\x1f\x8bxxxxxxxxxx", "is damaged: the record at byte 0 cannot be read"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nabc", "is damaged: the record at byte 0 cannot be read (no Content-Length)"),
        (b"WARC/1.0\r\nContent-Length: 999999999999\r\n\r\nabc", "is cut short: the record at byte 0 has no end"),
        (b"WARC?\r\nContent-Length: 2\r\n\r\nab\r\n\r\n", "is not a WARC file"),
        (
            b"WARC/1.0\r\nContent-Length: 2\r\n\r\nabcdefg",
            "is damaged: the record at byte 0 cannot be read (Content-Length is wrong)",
        ),
        (
            gzip.compress(raw_record(b"HTTP/1.1 200 OK\r\n\r\n") * 2, mtime=0),
            "is damaged: the record at byte 0 is not as long as it says",
        ),
        (
            gzip.compress(raw_record(b"HTTP/1.1 200 OK\r\n\r\n")[:-9], mtime=0),
            "is damaged: the record at byte 0 is not as long as it says",
        ),
        (raw_record(b"") + b"<html></html>", "is damaged: the record at byte 167 cannot be read (Error -3"),
        (gzip.compress(raw_record(b""), mtime=0) + gzip.compress(b"<html>", mtime=0), "is damaged: no WARC record at byte"),
    ],
)
def test_what_is_no_warc_is_said_in_one_line(tmp_path, content, problem):
    path = tmp_path / "night.warc.gz"
    path.write_bytes(content)
    with pytest.raises(InputError) as said:
        list(read_captures(path))
    assert str(said.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(said.value)


def test_a_missing_file_and_a_folder_are_said_plainly(tmp_path):
    with pytest.raises(InputError, match="cannot be read: No such file"):
        list(read_captures(tmp_path / "none.warc.gz"))
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        list(read_captures(tmp_path))


@pytest.mark.parametrize("gz", [True, False], ids=["compressed", "plain"])
def test_a_file_cut_anywhere_but_between_records_is_refused_with_the_byte(tmp_path, gz):
    path = foreign(tmp_path / "a.warc", [(f"{URL}{n}", [("X", "y")], b"%d" % n * 9) for n in range(3)], gz=gz)
    whole = list(read_captures(path))
    data, borders = path.read_bytes(), {back.capture.offset for back in whole}
    for size in range(1, len(data)):
        path.write_bytes(data[:size])
        if size in borders:
            assert list(read_captures(path)) == [back for back in whole if back.capture.offset < size]
            continue
        begun = max(border for border in borders if border < size)
        problem = f"is cut short: the record at byte {begun} has no end" if size > 4 else "cut short|is not a WARC file"
        with pytest.raises(InputError, match=problem):
            list(read_captures(path))


def test_a_file_with_a_changed_byte_is_refused_or_read_as_before(tmp_path):
    path = foreign(tmp_path / "a.warc.gz", [(f"{URL}{n}", [("X", "y")], b"%d" % n * 9) for n in range(2)])
    data, whole = path.read_bytes(), list(read_captures(path))
    refused = 0
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x41]) + data[place + 1 :])
        try:
            assert list(read_captures(path)) == whole  # a flag or the clock in the head of a gzip member
        except InputError:
            refused += 1
    assert refused > len(data) * 0.9


def test_an_empty_member_at_the_end_is_no_damage(tmp_path):
    path = foreign(tmp_path / "a.warc.gz", [(URL, [], BODY)])
    path.write_bytes(path.read_bytes() + gzip.compress(b"", mtime=0))
    assert [back.body for back in read_captures(path)] == [BODY]


def test_a_capture_that_no_longer_stands_where_it_did_is_said_plainly(folder, written):
    path, (first, second, _) = written
    with pytest.raises(InputError, match=f"holds another response at byte {second.offset}"):
        read_capture(folder, first.model_copy(update={"offset": second.offset}))
    with pytest.raises(InputError, match=f"byte {first.offset + 1} "):
        read_capture(folder, first.model_copy(update={"offset": first.offset + 1}))
    with pytest.raises(InputError, match="holds no response at byte 0"):
        read_capture(folder, first.model_copy(update={"offset": 0}))
    with pytest.raises(InputError, match=f"holds no response at byte {path.stat().st_size}"):
        read_capture(folder, first.model_copy(update={"offset": path.stat().st_size}))
    path.unlink()
    with pytest.raises(InputError, match="No such file"):
        read_capture(folder, first)


def test_a_capture_that_points_to_a_record_without_a_body_is_said_plainly(folder, make_writer, make_page, monkeypatch):
    with make_writer() as writer:
        first = writer.write(make_page(1))
        second = writer.write(make_page(2, body=bytes(9000)))
        writer.write(make_page(1), refers_to=first)
        third = writer.write(make_page(3))
    (revisit,) = [r.offset for r in records_module.records(folder / first.warc) if is_revisit(r.parsed)]
    monkeypatch.setattr(records_module, "LARGEST", 8000)
    for offset in (revisit, second.offset):
        with pytest.raises(InputError, match=f"holds no response at byte {offset}"):
            read_capture(folder, first.model_copy(update={"offset": offset}))
    assert read_capture(folder, third).url == make_page(3).url
