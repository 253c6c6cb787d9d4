"""Bytes become text whatever server and page declare, and never an error."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.text import clean, declared_charsets, decode
from scraper.text.characters import LATIN1

PAGE = "<title>Hội nghị – Đà Nẵng</title>"
CP1258_PAGE = b"<title>H\xf4\xf2i nghi\xf2 \x96 \xd0a\xcc N\xe3\xdeng</title>"
NAMES = st.one_of(
    st.text(), st.sampled_from(["utf-8", "utf-16", "cp1252", "gb2312", "base64", "unicode_escape", "x\0y", "undefined"])
)


@given(st.one_of(st.binary(), st.text().map(str.encode)), st.lists(NAMES, max_size=3))
def test_any_bytes_have_a_text(body, declared):
    text, codec = decode(body, declared)
    assert "\0" not in text
    assert codecs.lookup(codec)


@given(st.binary(), st.none() | st.text())
def test_any_head_can_be_asked(body, content_type):
    assert all(isinstance(name, str) for name in declared_charsets(body, content_type))


@given(st.text(), st.lists(NAMES, max_size=3))
def test_utf8_is_utf8_whatever_is_declared(text, declared):
    body = ("ệ" + text.replace("\0", "")).encode()
    assert decode(body, declared) == (body.decode(), "utf-8")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_known_by_its_mark_or_its_nuls(codec):
    text, used = decode(PAGE.encode(codec), ["windows-1252"])
    assert text == PAGE
    assert used == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(codec, codec)


@pytest.mark.parametrize("declared", [[], ["windows-1258"], ["iso-8859-1"], ["utf-8"], ["no such thing", ""]])
def test_cp1258_is_known_by_its_words(declared):
    assert decode(CP1258_PAGE, declared) == (PAGE, "cp1258")


@pytest.mark.parametrize("declared", [[], ["iso-8859-1"], ["windows-1258"], ["utf-8"], ["utf-16"], ["unicode_escape"]])
def test_what_is_nothing_else_is_cp1252_as_browsers_read_it(declared):
    body = "<p>Müller “größte” Straße\\u1234</p>".encode("cp1252") + b"\x81\x8d"
    assert decode(body, declared) == ("<p>Müller “größte” Straße\\u1234</p>\x81\x8d", "cp1252")


@pytest.mark.parametrize("declared", ["gb2312", "big5", "shift_jis", "koi8-r", "windows-1251", "iso-8859-2"])
def test_another_encoding_is_believed_if_it_fits(declared):
    text = {"koi8-r": "Пётр", "windows-1251": "Пётр", "iso-8859-2": "Łódź"}.get(declared, "中文")
    assert decode(text.encode(declared), ["latin-1", declared]) == (text, codecs.lookup(declared).name)


def test_a_declared_encoding_that_does_not_fit_is_passed_over():
    assert decode(b"caf\xe9 \xff!", ["shift_jis", "big5"]) == ("café ÿ!", "cp1252")


@pytest.mark.parametrize("stray", [b"\xa0", b"\x93", b"\xff", b"\xe1\xba", b"\xc3"])
@pytest.mark.parametrize("declared", [[], ["iso-8859-1"], ["windows-1258"]])
def test_utf8_with_some_broken_bytes_is_still_utf8(sentence, stray, declared):
    body = sentence.encode() + stray + b" " + sentence.encode()
    text, codec = decode(body, declared)
    assert codec == "utf-8"
    assert text.startswith(sentence + "\ufffd")
    assert text.endswith(sentence)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "vps"])
def test_bytes_in_an_older_set_are_read_by_clean(sentences, typed, name):
    body = "\n".join(typed(sentence, name) for sentence in sentences).translate(LATIN1).encode("latin-1")
    text, codec = decode(body)
    assert codec == "cp1252"
    assert tuple(map(clean, text.split("\n"))) == sentences


def test_nuls_are_dropped():
    assert decode(b"a\0b") == ("ab", "utf-8")


@pytest.mark.parametrize(
    ("body", "content_type", "declared"),
    [
        (b"", None, []),
        (b"", "text/html", []),
        (b"", 'text/html; charset="UTF-8"', ["UTF-8"]),
        (b"", "text/html;Charset = windows-1258; x=y", ["windows-1258"]),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', None, ["utf-8"]),
        (b"<META CHARSET=tcvn-5712>", "text/html; charset=x", ["x", "tcvn-5712"]),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', None, ["utf-8"]),
        (b" " * 4000 + b'<meta charset="utf-8">', None, ["utf-8"]),
        (b" " * 5000 + b'<meta charset="utf-8">', None, []),
    ],
)
def test_declarations_are_found_in_header_and_head(body, content_type, declared):
    assert declared_charsets(body, content_type) == declared
