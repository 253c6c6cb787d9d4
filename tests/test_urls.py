import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.errors import AddressError
from scraper.urls import absolute, canonical, host_of, in_small_letters

BASE = "http://lhh.example.vn/tin-tuc/bai-1.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/anh/Hội nghị.jpg", "http://lhh.example.vn/anh/H%E1%BB%99i%20ngh%E1%BB%8B.jpg"),
        ("  ../uploads/\n\ta.pdf ", "http://lhh.example.vn/uploads/a.pdf"),
        ("\\upload\\van ban\\a.doc", "http://lhh.example.vn/upload/van%20ban/a.doc"),
        ("//cdn.example.vn/x.png", "http://cdn.example.vn/x.png"),
        ("https://a.vn:443/x#doan-2", "https://a.vn/x"),
        ("http://user:secret@A.VN:8080/x", "http://a.vn:8080/x"),
        ("http://a.vn./b/./c/../../../d", "http://a.vn/d"),
        ("?id=5&tên=b", "http://lhh.example.vn/tin-tuc/bai-1.html?id=5&t%C3%AAn=b"),
        ("/giam-50%.html", "http://lhh.example.vn/giam-50%25.html"),
        ("/ho%EF%BF%BD%cc%a3c", "http://lhh.example.vn/ho%EF%BF%BD%cc%a3c"),
        ("#top", "http://lhh.example.vn/tin-tuc/bai-1.html"),
        ("http://hội.vn/x", "http://xn--hi-79s.vn/x"),
    ],
)
def test_a_link_becomes_an_address_to_fetch(href, expected):
    assert absolute(BASE, href) == expected


@pytest.mark.parametrize(
    "href",
    [
        "mailto:vp@example.vn",
        "javascript:void(0)",
        "tel:0243",
        "data:image/png;base64,AA",
        "https://",
        "https:///x",
        "http://[::1/x",
        "http://[::1]/x",
        "http://a.vn:port/x",
        "http://a b.vn/",
        "http://./",
        "http://%00/",
        "/" + "a" * 2000,
        "/\ud800",
    ],
)
def test_a_link_that_no_request_can_be_made_for_is_refused(href):
    with pytest.raises(AddressError):
        absolute(BASE, href)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.a.vn/tin/", "https://a.vn/tin"),
        ("http://a.vn:80/tin", "https://a.vn:443/tin"),
        ("http://a.vn//tin///1", "http://a.vn/tin/1"),
        ("http://a.vn/ket-na%CC%A3p/", "http://a.vn/ket-n%E1%BA%A1p"),
        ("http://a.vn/x%2dy%28z%29,w", "http://a.vn/x-y(z),w"),
        ("http://a.vn/%e1%bb%99", "http://a.vn/%E1%BB%99"),
        ("http://a.vn/index.php", "http://a.vn/"),
        ("http://a.vn/Default.aspx?utm_source=zalo", "http://a.vn/"),
        ("http://a.vn/tin;jsessionid=0A1B?id=3", "http://a.vn/tin?id=3"),
        ("http://a.vn/(S(x3fu5k45))/tin.aspx", "http://a.vn/tin.aspx"),
        ("http://a.vn/?id=3&PHPSESSID=5&fbclid=Iw", "http://a.vn/?id=3"),
        ("http://a.vn/?b=2&a=1", "http://a.vn/?a=1&b=2"),
        ("http://a.vn/?a=&b", "http://a.vn/?b&a"),
        ("http://a.vn/?a&=", "http://a.vn/?a"),
        ("http://a.vn/?x=h%E1%BB%8Dp+m%E1%BA%B7t", "http://a.vn/?x=ho%CC%A3p%20m%E1%BA%B7t"),
        ("http://a.vn/?op=tin%2Fbai-1", "http://a.vn/?op=tin/bai-1"),
        ("http://a.vn/tin?nvvithemever=m&nv_redirect=Abc", "http://a.vn/tin"),
        ("http://a.vn/tin?sid=0123456789abcdef0123456789abcdef", "http://a.vn/tin"),
    ],
)
def test_two_spellings_of_one_page_are_one(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.vn/?sid=12", "http://a.vn/?sid=13"),
        ("http://a.vn/index.php?id=12", "http://a.vn/"),
        ("http://a.vn/tin/index.php", "http://a.vn/tin"),
        ("http://a.vn/a%2Fb", "http://a.vn/a/b"),
        ("http://a.vn/a%3Fb", "http://a.vn/a?b"),
        ("http://a.vn/?a=1%26b", "http://a.vn/?a=1&b"),
        ("http://a.vn/?a=1%2B1", "http://a.vn/?a=1+1"),
        ("http://a.vn/%2541", "http://a.vn/A"),
        ("http://a.vn/%F0%A1", "http://a.vn/%F0%A2"),
        ("http://a.vn/Tin", "http://a.vn/tin"),
        ("http://a.vn:8080/tin", "http://a.vn/tin"),
        ("http://a.vn/?655=5&658=94&657=635&654=4", "http://a.vn/?655=5&658=94&657=644&654=4"),
    ],
)
def test_two_pages_stay_two(one, other):
    assert canonical(one) != canonical(other)


def test_replacement_characters_and_broken_bytes_keep_their_place():
    assert canonical("http://a.vn/Khoa-ho%EF%BF%BDc-v%e1%BB-%C4%91") == "https://a.vn/Khoa-ho%EF%BF%BDc-v%E1%BB-%C4%91"


def test_only_the_identity_parameters_are_kept_however_they_are_written():
    assert canonical("http://a.vn/x.aspx?TopicID=21&newsID=394", ("NewsID",)) == "https://a.vn/x.aspx?newsID=394"


def test_small_letters_leave_values_and_escapes_alone():
    address = canonical("http://a.vn/Pages/%C4%90oc.ASPX?ID=Ab&b=C")
    assert in_small_letters(address) == "https://a.vn/pages/%C4%90oc.aspx?b=C&id=Ab"


def test_a_host_is_told_without_www():
    assert [host_of(url) for url in ("http://www.A.vn:80/x", "a.vn/x", "")] == ["a.vn", "", ""]


HREFS = st.text(alphabet=string.printable + "ạộĐ\u0323\ufffd%2eS()=&?;:/\\\ud800", max_size=60)
PIECES = (
    "/ // .. . (S(a)) ;jsessionid=1 %3Bjsessionid=2 %28S%28a%29%29 %2F %25 % %E1%BB %BB www. index.php ? & = + %2B "
    "sid= utm_x=1 o%CC%A3 o\u0323 # \\ @ :80 aaaaaaaaaaaaaaaaaaaaaaaa1"
)
TRICKY = st.lists(st.sampled_from(PIECES.split()), max_size=12).map("".join)


@settings(deadline=None)  # a loaded machine is no failure
@given(HREFS | TRICKY)
def test_any_link_is_an_address_or_refused_and_its_spelling_is_final(href):
    try:
        address = absolute(BASE, href)
    except AddressError:
        return
    assert address.isascii()
    assert absolute(BASE, address) == address
    assert canonical(canonical(address)) == canonical(address)
    assert canonical(canonical(address, ("id",)), ("id",)) == canonical(address, ("id",))
    assert in_small_letters(in_small_letters(canonical(address))) == in_small_letters(canonical(address))


@settings(deadline=None)  # a loaded machine is no failure
@given(st.lists(st.sampled_from(["www.", "a", ".", "vn", ":80", ":443", "/x", "@"]), min_size=1, max_size=8).map("".join))
def test_any_host_has_one_spelling(host):
    try:
        address = absolute(BASE, f"http://{host}")
    except AddressError:
        return
    assert canonical(canonical(address)) == canonical(address)
