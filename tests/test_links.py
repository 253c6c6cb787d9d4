"""Where an answer leads."""

import pytest

from scraper.extraction import read_page
from scraper.links import hrefs_in_xml, hrefs_on


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a href="/a">A</a><area href="/b"><a name="c">C</a>', ["/a", "/b"]),
        ('<frameset><frame src="/menu"><frame src="/tin"></frameset>', ["/menu", "/tin"]),
        ('<meta http-equiv="Refresh" content="0; URL=/trang-chu">', ["/trang-chu"]),
        ("<meta http-equiv=refresh content=\"5;url='http://a.vn/vi/'\">", ["http://a.vn/vi/"]),
        ('<meta http-equiv="refresh" content="300">', []),
        ('<button data-url="/them?trang=2">Xem thêm</button><button data-url="/chia-se">Chia sẻ</button>', ["/them?trang=2"]),
    ],
)
def test_links_frames_refreshes_and_buttons_lead_on(markup, expected):
    assert list(hrefs_on(read_page(f"<html><body>{markup}<p>Chữ</p>".encode(), "http://a.vn/"))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<rss><channel><item><link>http://a.vn/1</link></item></channel></rss>", ["http://a.vn/1"]),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/2"/></entry></feed>', ["/2"]),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/feed"/></feed>', []),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> /3 </loc></url></urlset>',
            ["/3"],
        ),
        (b"<!DOCTYPE html><html><head><link href='/a.css'></head></html>", []),
        (b"not found", []),
        (b"", []),
    ],
)
def test_feeds_and_sitemaps_name_addresses(body, expected):
    assert list(hrefs_in_xml(body)) == expected
