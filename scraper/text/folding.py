"""Folding for search and comparison: what two spellings of a word have in common."""

import re
from unicodedata import normalize

from scraper.text.letters import VIETNAMESE

MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
"""Combining marks of Latin, Greek and Cyrillic; those of other scripts are letters to their readers."""

PLAIN = str.maketrans({letter: normalize("NFD", letter)[0] for letter in VIETNAMESE} | dict.fromkeys("đĐðÐ", "d"))
"""For ``str.translate``: Vietnamese letters without marks, by far the quickest way for nearly every text."""


def fold(text: str) -> str:
    """Return ``text`` in lower case, without marks, compatibility forms resolved, white space folded.

    >>> fold("HỘI NGHỊ  Giao ban – Đặng Vũ Minh"), fold("ﬁle １２ m²")
    ('hoi nghi giao ban – dang vu minh', 'file 12 m2')
    """
    plain = text.translate(PLAIN)
    if not plain.isascii():
        plain = MARKS.sub("", normalize("NFKD", plain.casefold())).translate(PLAIN)
    return " ".join(plain.casefold().split())
