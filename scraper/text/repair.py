"""Repair: what every stored text goes through, one block at a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from scraper.text.characters import drop_invisible, replace_lookalikes, resolve_entities, show_controls
from scraper.text.doubts import doubts_about
from scraper.text.gate import read_runs, typed_in
from scraper.text.letters import VIETNAMESE
from scraper.text.mojibake import has_mojibake, undo_mojibake

USUAL = f"!-%'-~{VIETNAMESE}‘’“”–—…"
AMPERSAND = r"&(?!#?\w{1,31};)"
SOUND = re.compile(f"(?:[{USUAL} \\t\\n\\r\u00a0]++|{AMPERSAND})*+")
"""The letters and the punctuation of nearly every text there is; no entity."""

Step = Callable[[str], tuple[str, str]]
"""Takes a text and returns it as it should be, with the name of the repair, empty where that is not worth telling."""


def _step(name: str, change: Callable[[str], str]) -> Step:
    """Return ``change`` as a step of that name."""
    return lambda text: (change(text), name)


def fold_spaces(text: str) -> str:
    r"""Return ``text`` with single spaces between words and none around.

    >>> fold_spaces(" Hội\u00a0nghị \n giao ban ")
    'Hội nghị giao ban'
    """
    return " ".join(text.split())


def read_legacy(text: str) -> tuple[str, str]:
    """Return text that was typed in an 8-bit set as it was meant, and the name of the set.

    >>> read_legacy("LiÒn anh"), read_legacy("C¸c héi khoa häc")
    (('LiÒn anh', ''), ('Các hội khoa học', 'tcvn3'))
    """
    encoding = typed_in(text)
    return (encoding.read(text), encoding.name) if encoding else read_runs(text)


STEPS: tuple[Step, ...] = (
    _step("entities", resolve_entities),
    _step("composed", lambda text: normalize("NFC", text)),
    read_legacy,  # before invisible characters go: the soft hyphen is ư in TCVN3
    _step("mojibake", undo_mojibake),
    _step("controls", show_controls),
    _step("invisible", drop_invisible),
    _step("look-alikes", replace_lookalikes),
    _step("", fold_spaces),
)
"""All repairs in order. They are run again until nothing changes: an entity may have hidden mojibake."""

MOST_PASSES = 10
"""No text on record takes more than two."""

LONGEST_REMEMBERED = 300
"""Characters; a page holds tens of thousands of such lines at most, but a longer text may be a whole page."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after repair."""

    text: str
    """The text, NFC, white space folded to single spaces."""
    repairs: tuple[str, ...] = ()
    """What was mended: ``entities``, ``composed``, ``tcvn3``, ``vni``, ``viscii``, ``vps``, ``mojibake``, ..."""
    doubts: tuple[str, ...] = ()
    """What looks broken and cannot be mended without guessing."""


def clean(text: str) -> str:
    r"""Return ``text`` as it was meant: composed, nothing invisible, mojibake and old fonts read, white space folded.

    Text that needs none of it comes back as it is, in a few microseconds. Give it whole blocks: in a few letters of a block an
    old font cannot be told.

    >>> clean(" H\u00f4\u0323i nghi\u0323\u200b\u00a0giao ban &amp;amp; tổng kết ")
    'Hội nghị giao ban & tổng kết'
    >>> clean("Giải thưởng “VIFOTEC” – 30º C, 5 m², L’Oréal")
    'Giải thưởng “VIFOTEC” – 30º C, 5 m², L’Oréal'
    """
    return fold_spaces(text) if _is_sound(text) else _mended(text)[0]


def repair(text: str) -> Repaired:
    """Return ``text`` cleaned, with what was mended and what could not be.

    >>> repair("Thø n¨m, ngµy 10")
    Repaired(text='Thứ năm, ngày 10', repairs=('tcvn3',), doubts=())
    >>> repair("khơng chỉ đào tạo mà cịn").doubts
    ('letters swapped by a VNI font',)
    """
    mended, repairs = (fold_spaces(text), ()) if _is_sound(text) else _mended(text)
    return Repaired(mended, repairs, doubts_about(mended))


def _is_sound(text: str) -> bool:
    """Say whether nothing but the spaces of ``text`` can want repair; only the mojibake of à looks so too."""
    return SOUND.fullmatch(text) is not None and not ("\u00a0" in text and has_mojibake(text))


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text after all steps, as often as they change it, and the names of those that did."""
    return _remembered(text) if len(text) <= LONGEST_REMEMBERED else _repaired(text)


@lru_cache(maxsize=1 << 15)  # several readers ask for a line, and the pages of a site repeat their menus
def _remembered(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the same of a text that is short enough to be remembered."""
    return _repaired(text)


def _repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the same, worked out."""
    names: dict[str, None] = {}
    for _ in range(MOST_PASSES):
        before = text
        for step in STEPS:
            changed, name = step(text)
            if changed != text and name:
                names[name] = None
            text = changed
        if text == before or _is_sound(text):
            break
    return text, tuple(names)
