"""Vietnamese text: decoded, repaired, folded for search."""

from scraper.text.decoding import declared_charsets, decode
from scraper.text.folding import fold
from scraper.text.repair import Repaired, clean, repair
from scraper.text.syllables import is_vietnamese_syllable
from scraper.text.tone import same_tone

__all__ = ["Repaired", "clean", "declared_charsets", "decode", "fold", "is_vietnamese_syllable", "repair", "same_tone"]
