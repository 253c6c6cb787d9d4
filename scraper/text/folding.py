"""Folding for search and comparison: what two spellings of a word have in common."""

import unicodedata

STROKES = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


def fold(text: str) -> str:
    """Return ``text`` in lower case, without marks, compatibility forms resolved, white space folded.

    >>> fold("HỘI NGHỊ  Giao ban – Đặng Vũ Minh")
    'hoi nghi giao ban – dang vu minh'
    """
    apart = unicodedata.normalize("NFKD", text.translate(STROKES))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).casefold().split())
