"""What broken pages hold: names of encodings, pieces of markup, addresses and scripts that make no sense."""

LABELS = (
    *"""
    unicode-1-1-utf-8 utf-8 utf8 x-unicode20utf8 866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso8859-2 l2 latin2
    latin3 l3 iso-8859-3 iso-8859-4 latin4 iso-8859-5 cyrillic iso-8859-6 arabic asmo-708 iso-8859-7 ecma-118 greek
    sun_eu_greek iso-8859-8 csiso88598e hebrew visual iso-8859-8-i logical csiso88598i iso-8859-10 l6 latin6 iso-8859-13
    iso-8859-14 iso-8859-15 l9 iso-8859-16 cskoi8r koi koi8 koi8-r koi8-ru koi8-u csmacintosh mac macintosh x-mac-roman
    dos-874 tis-620 windows-874 iso-8859-11 cp1250 windows-1250 x-cp1250 cp1251 windows-1251 ansi_x3.4-1968 ascii cp1252
    cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 latin1 us-ascii windows-1252 x-cp1252 cp1253 windows-1253 cp1254
    iso-8859-9 latin5 windows-1254 cp1255 windows-1255 cp1256 windows-1256 cp1257 windows-1257 cp1258 windows-1258
    x-cp1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312 gb2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 big5 big5-hkscs
    cn-big5 csbig5 x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csiso2022jp iso-2022-jp csshiftjis ms932 ms_kanji
    shift-jis shift_jis sjis windows-31j x-sjis cseuckr euc-kr korean ks_c_5601-1987 windows-949 csiso2022kr hz-gb-2312
    iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode
    unicodefeff utf-16 utf-16le x-user-defined utf-7 utf-32 utf-8-sig tcvn vps viscii vni none null undefined
    unicode_escape raw_unicode_escape punycode idna base64 rot13 zlib hex bz2 uu quopri mbcs oem cesu-8 bocu-1
    windows-99999 %s {} ../../utf-8 utf-8;charset=x
    """.split(),
    "", "\0", "\ud800", "x" * 5_000,
)  # fmt: skip
"""The labels of the WHATWG, names that only Python or nobody knows, and what is no name."""

NESTED = (
    "div", "span", "b", "table><tr><td", "ul><li", "blockquote", "font", "p", "a href='/x'", "form", "em", "section", "h2",
)  # fmt: skip
"""Elements that stand in themselves; ``><`` parts those that take turns."""

REPEATED = (
    "<br>", "<p>Hội nghị giao ban quý III.</p>", "<a href='/tin-1.html'>Tin liên quan số một</a> ", "<li>mục", " ",
    "&nbsp;", "<td>ô", "<img src='/a.jpg' alt='Ảnh 1'>", "12/3/2019 08:30 ", "Nguyễn Văn An, ", "Ã¡Â»", "Thø n¨m, ", "(((",
    "&amp;", "ạ́", "😀", "<h1>Tin", "- ", "...", "Nguồn: ", "<time>", "<title>", "<b>đậm</b>", "\n\n", "(Theo ", "Ảnh: An ",
)  # fmt: skip
"""What a page may hold far too much of."""

DIFFERENT = (
    "<p>Hội nghị lần thứ #.</p>", "<p>Thø n¨m, ngµy # th¸ng 8</p>", "<p>Há»™i nghá»‹ #</p>",
    "<a href='/tin-#.html'>Tin số #</a> ", "<p><img src='/anh-#.jpg'></p><p>Ảnh số #</p>", "<tr><td>#<td>Nguyễn Văn #",
    "<p class='c#'>Dòng #", "#/3/2019<br>", "<h2>Mục #</h2>",
)  # fmt: skip
"""The same, each time a little different, so that nothing is read once for all."""

ADDRESSES = (
    "http://[", "//[x", "http://a.vn:99999/a.pdf", "http://a.vn:x/a.jpg", "http://\u2100.vn/a.pdf", "http://xn--\xad.vn/",
    "%zz.pdf", "?", "data:image/png;base64,AAAA", "data:text/html,x", "javascript:x", "mailto:a@b", "file:///c:/a.jpg",
    "http:a.pdf", "http:///a.pdf", "http://a..vn/a.pdf", "\\\\a\\b.jpg", "http://u:p@a.vn/a.pdf", "./../../../a.pdf",
    ";a.pdf", "a" * 3_000, "." * 5_000 + ".pdf", "http://" + "ạ" * 70 + ".vn/a.pdf", "http://a.vn/\ufffd.pdf",
    "http://[docs.google.com/viewer?url=a.pdf", " ", "#", "",
)  # fmt: skip
NAMES = "class id style src srcset alt width href title content datetime lang align data-caption colspan".split()
"""Attributes that readers look at."""

BROKEN = (
    "&", "&#", "&#x", "&#xD800;", "&#x110000;", "&#0;", "&#99999999999;", "&amp;#55296;", "&nosuch;", "&copy", "&lt;p&gt;",
)  # fmt: skip
"""Entities that are none, or stand for nothing."""

SCRIPTS = (
    "[" * 100_000, '{"mainEntity":' * 500, '{"@type":"NewsArticle","headline":"\\ud800 tin"}',
    '{"@type":[[1]],"author":[[]]}', '{"@type":"NewsArticle","datePublished":' + "9" * 9_999 + "}", "{}", "null",
    '{"@type":"NewsArticle","headline":7}',
)  # fmt: skip
"""JSON-LD that is none, or says what it must not."""
