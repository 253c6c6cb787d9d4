"""Vietnamese text: decoded, repaired, folded for search."""

from scraper.text.decoding import declared_charsets, decode
from scraper.text.doubts import doubts_about
from scraper.text.folding import fold
from scraper.text.repair import Repaired, clean, fold_spaces, repair
from scraper.text.syllables import is_vietnamese_syllable
from scraper.text.tone import same_tone

__all__ = [
    "Repaired",
    "clean",
    "declared_charsets",
    "decode",
    "doubts_about",
    "fold",
    "fold_spaces",
    "is_vietnamese_syllable",
    "repair",
    "same_tone",
]
