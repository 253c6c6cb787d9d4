"""Bodies are decoded as browsers do it: what is not encoded as it says is taken as it stands, of a torn one what came."""

import gzip
import zlib

import pytest

from scraper.captures.decoding import decoded

BODY = "<p>Đại hội nhiệm kỳ 2023–2028</p>".encode() * 20


def chunked(body):
    half = len(body) // 2
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:], b""))


def compressor(coding):
    known = {"gzip": gzip.compress, "deflate": zlib.compress}
    return known.get(coding) or pytest.importorskip({"br": "brotli", "zstd": "backports.zstd"}[coding]).compress


AS_SENT = {
    "gzip": ({"content-encoding": "gzip"}, gzip.compress(BODY)),
    "x-gzip": ({"content-encoding": "X-GZIP"}, gzip.compress(BODY)),
    "zlib": ({"content-encoding": "deflate"}, zlib.compress(BODY)),
    "bare deflate": ({"content-encoding": "deflate"}, zlib.compress(BODY)[2:-4]),
    "padded gzip": ({"content-encoding": "gzip"}, gzip.compress(BODY) + b"\0\0"),
    "chunked": ({"transfer-encoding": "chunked"}, chunked(BODY)),
    "chunked gzip": ({"transfer-encoding": "chunked", "content-encoding": "gzip"}, chunked(gzip.compress(BODY))),
    "gzip and chunked in transfer": ({"transfer-encoding": "gzip, chunked"}, chunked(gzip.compress(BODY))),
    "deflate in gzip": ({"content-encoding": "deflate, gzip"}, gzip.compress(zlib.compress(BODY))),
}


@pytest.mark.parametrize(("headers", "sent"), AS_SENT.values(), ids=AS_SENT)
def test_encodings_of_the_wire_are_undone(headers, sent):
    assert decoded(sent, headers) == BODY


@pytest.mark.parametrize("body", [BODY, b""], ids=["page", "empty"])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_each_compression_is_undone(coding, body):
    assert decoded(compressor(coding)(body), {"content-encoding": coding}) == body


@pytest.mark.parametrize("body", [BODY, b"<p/>", b"5\r\n" + BODY, b""], ids=["page", "short", "number", "empty"])
@pytest.mark.parametrize("header", ["content-encoding", "transfer-encoding"])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "chunked", "identity", "utf-8", ""])
def test_a_body_that_is_not_encoded_as_it_says_is_taken_as_it_stands(header, coding, body):
    assert decoded(body, {header: coding}) == body


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"content-encoding": "gzip"}, gzip.compress(BODY)[:-9]),
        ({"transfer-encoding": "chunked"}, chunked(BODY)[:-20]),
        ({"transfer-encoding": "chunked"}, b"fff\r\n" + BODY[:100]),
    ],
    ids=["gzip", "second chunk", "first chunk"],
)
def test_of_a_body_cut_short_on_its_way_the_beginning_is_read(headers, sent):
    body = decoded(sent, headers)
    assert len(body) >= 40
    assert BODY.startswith(body)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_cut_off(monkeypatch, coding):
    monkeypatch.setattr("scraper.captures.decoding.LARGEST", 1000)
    assert decoded(compressor(coding)(bytes(100_000)), {"content-encoding": coding}) == bytes(1000)
