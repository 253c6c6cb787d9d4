"""Vietnamese text: decoded, repaired, folded for search."""

from scraper.text.decoding import declared_charsets, decode
from scraper.text.folding import fold
from scraper.text.repair import clean

__all__ = ["clean", "declared_charsets", "decode", "fold"]
