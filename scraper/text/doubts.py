"""What looks broken in a text and cannot be mended without guessing; it is named, so that a person can look."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from unicodedata import name

from scraper.text.mojibake import has_mojibake
from scraper.text.syllables import is_vietnamese_syllable

WORD = re.compile(r"[^\W\d_]+")
SWAPS = str.maketrans("ơịĩ", "ôòó")
"""What PDF converters print for letters of VNI fonts. Not undone: half of the words become other words (toàn, tồn)."""

PUNCTUATION = ".,;:!?()[]\"'“”‘’–-/…*"
FRAGMENT = re.compile("[b-df-hj-np-tv-xzđ]{1,3}")
"""A word in small letters without a vowel."""

FOREIGN = re.compile("[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲιυ\u0400-\u058f]")
"""Letters of Cyrillic and Armenian, and those of Greek that look Latin and stand for nothing in the sciences."""

GAP = re.compile(r"(?<![\w./=&?])[^\W\d_]+\?[^\W\d_]+(?![\w./=&])")
"""A question mark inside a word that is no part of an address."""

SIGN_INSIDE = re.compile(r"[¡-©«-´¶¸¹»-¿×÷](?<=[A-Za-z].)[A-Za-z]")

ENOUGH = 3
"""Words that must look alike before anything is said; one or two may be a formula, a name or a slip."""

SCATTERED_SHARE = 0.2
"""Share of the words that are fragments in text whose letters were torn apart."""


def has_vni_swaps(text: str) -> bool:
    """Say whether two words or more are none until ơ, ị and ĩ are read as ô, ò and ó.

    >>> has_vni_swaps("khơng chỉ đào tạo giáo viên mà cịn đào tạo"), has_vni_swaps("kiến trúc vĩ mô, thị trường, thơ ơ")
    (True, False)
    """
    words = {word.strip(PUNCTUATION) for word in set(text.lower().split()) if "ơ" in word or "ị" in word or "ĩ" in word}
    return sum(map(_is_swapped, words)) > 1


@lru_cache(maxsize=1 << 12)
def _is_swapped(word: str) -> bool:
    """Say whether a word becomes a syllable when its letters are swapped back."""
    return not is_vietnamese_syllable(word) and is_vietnamese_syllable(word.translate(SWAPS))


def is_scattered(text: str) -> bool:
    """Say whether letters stand apart from the words they belong to.

    >>> is_scattered("L ch s chi c bàn ầ Th o lu n trong"), is_scattered("nặng 5 kg, dài 3 m, cao 20 cm, v.v. và t.p")
    (True, False)
    """
    words = text.split()
    if len([word for word in set(words) if FRAGMENT.fullmatch(word)]) < ENOUGH:
        return False
    fragments = [word for before, word in pairwise(["", *words]) if FRAGMENT.fullmatch(word) and not before[-1:].isdigit()]
    return len(set(fragments)) >= ENOUGH and len(fragments) > SCATTERED_SHARE * len(words)


def mixes_scripts(text: str) -> bool:
    """Say whether words are made of look-alike letters, as spam is.

    >>> mixes_scripts("Сһở ϲả ցіɑ ᵭìոһ"), mixes_scripts("α-amylase, 5 μm, ΔH, TNFα, NF-κB")
    (True, False)
    """
    words = [word for word in WORD.findall(text) if FOREIGN.search(word)] if FOREIGN.search(text) else []
    return sum(len({name(letter, "").split(" ")[0] for letter in word}) > 1 for word in words) >= ENOUGH


def has_lost_characters(text: str) -> bool:
    """Say whether characters were replaced by question marks or U+FFFD on their way.

    >>> has_lost_characters("Li?n hi?p c?c h?i"), has_lost_characters("Vì sao? http://a.vn/x.php?id=1")
    (True, False)
    """
    return "\ufffd" in text or ("?" in text and len(GAP.findall(text)) >= ENOUGH)


def has_unread_font(text: str) -> bool:
    """Say whether signs stand inside words as in the old fonts, though no set explains the text.

    >>> has_unread_font("V¨nB¶n chØ ®¹o Q§B tr¬ng"), has_unread_font("Dien tich 5 m²")
    (True, False)
    """
    return len(SIGN_INSIDE.findall(text)) >= ENOUGH


def has_torn_mojibake(text: str) -> bool:
    """Say whether mojibake is left, of which some bytes were lost on the way.

    >>> has_torn_mojibake("khoa há»c"), has_torn_mojibake("«hát bá»")
    (True, False)
    """
    return has_mojibake(text) or ("á»" in text and "«" not in text)


DOUBTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("letters swapped by a VNI font", has_vni_swaps),
    ("letters torn apart", is_scattered),
    ("look-alike letters of several scripts", mixes_scripts),
    ("characters lost", has_lost_characters),
    ("old font not read", has_unread_font),
    ("mojibake with lost bytes", has_torn_mojibake),
)
"""Every doubt there is, as it is written into the record, and how it is found."""


def doubts_about(text: str) -> tuple[str, ...]:
    """Return the doubts about a text that was cleaned, in a fixed order; none for nearly every text."""
    return tuple(doubt for doubt, is_found in DOUBTS if is_found(text))
