"""The Vietnamese alphabet: twelve vowels, five tone marks, and đ."""

from unicodedata import normalize

VOWELS = "aăâeêioôơuưy"
GRAVE, HOOK, TILDE, ACUTE, DOT = TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"
"""The five marks as combining characters, in the order of the dictionaries; the sixth tone has none."""

TONED = {normalize("NFC", vowel + mark): (vowel, mark) for vowel in VOWELS for mark in TONE_MARKS}
"""Each small letter with a tone mark: its vowel and the mark."""

TONELESS = str.maketrans({letter: vowel for letter, (vowel, _) in TONED.items()})
"""For ``str.translate``: takes the tone off small letters and leaves ă, â, ê, ô, ơ, ư."""

SMALL = "".join(sorted({*TONED, *"ăâđêôơư"}))
"""The 67 small letters that are not ASCII."""

VIETNAMESE = SMALL + SMALL.upper()
"""The 134 letters that are not ASCII."""

UNMISTAKABLE = "".join(letter for letter in VIETNAMESE if ord(letter) > 0xFF and letter not in "ĩĨũŨ")
"""Letters that no text read in a wrong 8-bit set holds: those outside Latin-1, but for two that other languages share."""


def tones_of(word: str) -> str:
    """Return the tone marks of a word in small letters, in the order of their vowels.

    >>> tones_of("thuở") == HOOK
    True
    """
    return "".join(TONED[letter][1] for letter in word if letter in TONED)
