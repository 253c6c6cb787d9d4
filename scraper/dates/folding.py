"""A line folded for matching, each character remembering where it stood.

Marks are dropped, not composed, so that text in any Unicode form, with soft hyphens and zero-width characters, folds to the
same letters; what is reported back are places in the line as it was given.
"""

import unicodedata
from dataclasses import dataclass

LONGEST = 4000
"""How much of a line is looked at, characters; a longer one is no date line but keeps patterns busy."""


@dataclass(frozen=True, slots=True)
class FoldedLine:
    """A line in lower case, without marks and invisible characters, dashes and spaces of one kind."""

    text: str
    """The folded line."""
    places: tuple[int, ...] | None
    """Place in the given line of each folded character and of the end; None where all stand where they stood."""

    def place(self, index: int) -> int:
        """Return where the folded character ``index`` stands in the given line."""
        return self.places[index] if self.places else index


def fold(line: str) -> FoldedLine:
    r"""Return the first ``LONGEST`` characters of ``line`` folded for matching.

    >>> fold("Thứ Năm – 1０\xad/8").text
    'thu nam - 10/8'
    """
    line = line[:LONGEST]
    if line.isascii():
        return FoldedLine(line.lower(), None)
    text = line.translate(LETTERS)
    if len(text) == len(line):
        return FoldedLine(text, None)
    kept = (place for place, character in enumerate(line) if LETTERS[ord(character)] is not None)
    return FoldedLine(text, (*kept, len(line)))


class Letters(dict[int, str | None]):
    """Code point to its folded character, None for those that vanish; filled as letters are met."""

    def __missing__(self, code: int) -> str | None:
        """Return and remember what ``code`` folds to."""
        self[code] = folded = _folded(chr(code))
        return folded


LETTERS = Letters({ord(letter): "d" for letter in "đĐðÐ"})


def _folded(character: str) -> str | None:
    """Return what one character folds to: exactly one, or None."""
    category = unicodedata.category(character)
    if category in {"Mn", "Cf"}:
        return None
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    return " " if character.isspace() else _base(character)


def _base(character: str) -> str:
    """Return the base letter of ``character`` in lower case; full-width forms become plain ones."""
    is_wide = "\uff01" <= character <= "\uff5e"
    base = unicodedata.normalize("NFKC" if is_wide else "NFD", character)[0].lower()
    return base if len(base) == 1 else character
