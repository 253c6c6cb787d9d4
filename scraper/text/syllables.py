"""What a Vietnamese syllable can look like: onset, rime, one tone. No dictionary, so that names pass too."""

import re
from functools import lru_cache

from scraper.text.letters import ACUTE, DOT, TONELESS, tones_of

FRONT = "[eêiy]"
"""Vowels before which the sounds k, g and ng are written k, gh and ngh."""

ONSET = (
    f"(?:(?:kh?|gh|ngh)(?={FRONT})|(?:c|ng)(?!{FRONT})|g(?![eêy])|qu(?=[aăâeêiơôy])|gi(?=[aăâeêoôơuư])"
    "|kr|kh|b|ch|d|đ|h|l|m|nh|n|ph|p|r|s|th|tr|t|v|x)?"
)
"""``kr`` and a final ``k`` stand in names of the Central Highlands: Krông, Đắk Lắk."""

RIMES = """
    a ac ach ai ak am an ang anh ao ap at au ay   ăc ăk ăm ăn ăng ăp ăt   âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et   ê êch êm ên ênh êp êt êu   i ia ich im in inh ip it iu   iêc iêm iên iêng iêp iêt iêu
    o oc oi ok om on ong ooc oong op ot   ô ôc ôi ôk ôm ôn ông ôp ôt   ơ ơi ơm ơn ơp ơt
    u ua uc ui uk um un ung up ut   uôc uôi uôm uôn uông uôt   ư ưa ưc ưi ưm ưng ưt ưu   ươc ươi ươm ươn ương ươp ươt ươu
    y ych yn ynh yt yêm yên yêng yêt yêu   oa oac oach oai oam oan oang oanh oao oap oat oay   oăc oăm oăn oăng oăt
    oe oem oen oeo oet   uân uâng uât uây   uê uêch uênh   uơ   uy uya uych uyn uynh uyp uyt uyu uyên uyêt
"""
GLIDES = "|".join(RIMES.split())
SYLLABLE = re.compile(ONSET + f"(?:{GLIDES})")
UNMARKED = str.maketrans("ăâêôơưđ", "aaeooud")
UNMARKED_SYLLABLE = re.compile(SYLLABLE.pattern.translate(UNMARKED))
STOPS = ("c", "ch", "p", "t")
"""Finals with which only two tones are possible."""


LONGEST = len("nghiêng")


def is_vietnamese_syllable(word: str) -> bool:
    """Say whether ``word`` (NFC) could be a Vietnamese syllable, written with its marks or without any.

    >>> list(filter(is_vietnamese_syllable, ["khoảng", "Nguyễn", "ĐẮK", "quỹ", "nghi", "các", "cac"]))
    ['khoảng', 'Nguyễn', 'ĐẮK', 'quỹ', 'nghi', 'các', 'cac']
    >>> list(filter(is_vietnamese_syllable, ["khơng", "cịn", "Müller", "NguyÔn", "cảc", "hóà"]))
    []
    """
    return len(word) <= LONGEST and _is_syllable(word)


@lru_cache(maxsize=1 << 15)
def _is_syllable(word: str) -> bool:
    """Say the same of a word that is short enough to be remembered."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    small = word.lower()
    if small.isascii():
        return UNMARKED_SYLLABLE.fullmatch(small) is not None
    tones = tones_of(small)
    if len(tones) > 1 or (small.endswith(STOPS) and tones not in {ACUTE, DOT}):
        return False
    return SYLLABLE.fullmatch(small.translate(TONELESS)) is not None
