"""The language of a text, for sites that print some of their articles in another one."""

import re
from itertools import islice

from scraper.text import is_vietnamese_syllable

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset("the of and to in for on with by at from is are was were has have been that this which as an will".split())
MOST, FEWEST = 100, 30
"""Words that are looked at, and words without which nothing is told."""

LEAST_MARKED, LEAST_VIETNAMESE, LEAST_ENGLISH = 0.5, 0.6, 0.15
"""Share of the words with marks in a Vietnamese text, of possible syllables in one that was typed without, and of those that
hold sentences together in an English one. A third of English words could be syllables without their marks."""


def read_language(text: str, declared: str = "") -> str | None:
    """Return the language code of ``text``, that ``declared`` by the page where it is neither Vietnamese nor English.

    None where the text is too short to tell, or where the page declares Vietnamese although it is not.

    >>> read_language("The union held a workshop on the draft scheme for a circular economy in agriculture. " * 3)
    'en'
    >>> read_language("Liên hiệp hội tổ chức hội thảo góp ý dự thảo đề án phát triển kinh tế tuần hoàn. " * 3, "en-US")
    'vi'
    """
    words = [found[0] for found in islice(WORD.finditer(text), MOST)]
    if len(words) < FEWEST:
        return None
    marked = len(words) - sum(map(str.isascii, words))
    if marked >= LEAST_MARKED * len(words) or sum(map(is_vietnamese_syllable, words)) >= LEAST_VIETNAMESE * len(words):
        return "vi"
    if sum(word.lower() in ENGLISH for word in words) >= LEAST_ENGLISH * len(words):
        return "en"
    code = declared.partition("-")[0].partition("_")[0].lower()
    return code if code.isalpha() and len(code) in (2, 3) and code != "vi" else None
