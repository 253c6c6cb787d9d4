"""Where the tone mark stands: hòa and hoà are one word in two spellings."""

import re
from functools import lru_cache
from unicodedata import normalize

from scraper.text.letters import TONED, TONELESS, VIETNAMESE
from scraper.text.syllables import is_vietnamese_syllable

WORD = re.compile(f"[A-Za-z{VIETNAMESE}]+")
PARTS = re.compile("(qu|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)(.*)")
"""Onset, vowels and final consonants of a syllable in small letters without its tone."""

MARKED = "ăâêôơư"


def same_tone(text: str) -> str:
    """Return ``text`` (NFC) with each tone mark where the older rule puts it, for comparing; other languages are left alone.

    >>> same_tone("Uỷ ban, Khánh Hoà, quý, THUỶ"), same_tone("baỏ đảm chất lựơng, thí nghịêm"), same_tone("ngoèo Huỳnh khuỷu")
    ('Ủy ban, Khánh Hòa, quý, THỦY', 'bảo đảm chất lượng, thí nghiệm', 'ngoèo Huỳnh khuỷu')
    """
    return WORD.sub(lambda word: _respelt(word[0]), text)


@lru_cache(maxsize=1 << 14)
def _respelt(word: str) -> str:
    """Return a word with its tone mark in the one place."""
    small = word.lower()
    bare = small.translate(TONELESS)
    if bare == small or not is_vietnamese_syllable(word):
        return word
    place = _place(bare)
    mark = next(TONED[letter][1] for letter in small if letter in TONED)
    spelt = bare[:place] + normalize("NFC", bare[place] + mark) + bare[place + 1 :]
    return "".join(letter.upper() if old.isupper() else letter for letter, old in zip(spelt, word, strict=True))


def _place(bare: str) -> int:
    """Return which letter of a syllable carries the tone: the last marked vowel, else by number of vowels and final.

    >>> [_place(bare) for bare in ("hoa", "hoan", "khuyu", "giêng", "gi", "ngươi", "qua")]
    [1, 2, 3, 2, 1, 3, 2]
    """
    onset, vowels, final = PARTS.findall(bare)[0]
    marked = max(map(vowels.rfind, MARKED))
    return len(onset) + (marked if marked >= 0 else len(vowels) - 1 if final else (len(vowels) - 1) // 2)
