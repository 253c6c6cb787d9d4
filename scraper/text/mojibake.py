"""UTF-8 that was read in an 8-bit set, once or more often: ``Há»™i nghá»‹``.

ftfy does this in general, but it reads the ``Ã`` of ``XÃ HỘI`` with a no-break space as mojibake, leaves short texts alone and
does not know cp1258; what Vietnamese needs is less.
"""

import re

from scraper.text.characters import CP1252, LATIN1, OWN_LETTER

REST = "\x80-\xbf" + re.escape("".join(shown for shown in CP1252.values() if shown > "\xff"))
"""All bytes of a sequence but the first, as Latin-1, cp1252 and cp1258 show them."""

SIGNS = "\x80-\x9f¡-¬®-¿‚ƒ„†‡ˆ‰Š‹ŒŽ˜š›œžŸ"
"""The same without those that stand next to letters in clean text: spaces, soft hyphens, quotes, dashes."""

MARK = re.compile(
    f"[áÆÄâÂÃĂÅÌ](?:(?<=á)[º»][{REST}]|(?<=Æ)[¡°¯]|(?<=Ä)[‘ƒ‚]|(?<=â)€[{REST}]"  # U+1E80 to U+1EFF; ơ ư Ư; đ ă Ă; quotes
    f"|(?<=[ÂÃĂÄÅÆâ])[{SIGNS}]|(?<=[a-z][ÂÃĂÄÅÌ])[{REST}]|(?<=[ÂĂ])\xa0)"
)
"""What clean text never holds. A capital with a no-break space or a quote behind it may be clean (``XÃ HỘI``), but no word
ends in Â or Ă."""

GUILLEMET = re.compile(r"(?:^|[\s(])«")
"""A quotation mark where it can stand, so that ``«XÃ»`` is one too; in mojibake the sign follows another."""

SEQUENCE = re.compile(f"[ÂÃĂÄÅÆËÌ][{REST}]|[áâ][{REST}]{{2}}|ð[{REST}]{{3}}")
BYTES = LATIN1 | {ord("Ă"): 0xC3}
"""cp1258 shows the first byte of many Vietnamese letters as Ă; the others as cp1252 does."""

SPACED = re.compile("Ã (?=(?:[imouy]|n[gh]?)\\b|[,.;:!?)])")
"""The middle of làm, vào, ngày, thành once its no-break space (byte A0) has become a plain one."""

END = re.compile("Ã(?= |$)")
"""The same letter at the end of a word: là, và."""


def has_mojibake(text: str) -> bool:
    """Say whether ``text`` holds what can only be mojibake."""
    return MARK.search(text) is not None and not GUILLEMET.search(text)


def undo_mojibake(text: str) -> str:
    r"""Return ``text`` with its UTF-8 sequences read as what they are.

    >>> undo_mojibake("LiÃªn hiá»‡p"), undo_mojibake("LiĂªn hiá»‡p"), undo_mojibake("LiÃƒÂªn hiÃ¡Â»â€¡p")
    ('Liên hiệp', 'Liên hiệp', 'Liên hiệp')
    >>> undo_mojibake("Viá»‡c lÃ m vÃ xÃ£ há»™i"), undo_mojibake("XÃ\xa0HỘI “QUẢNG BÁ”")
    ('Việc làm và xã hội', 'XÃ\xa0HỘI “QUẢNG BÁ”')
    """
    while has_mojibake(text) and (read := SEQUENCE.sub(_read, _with_breaks(text))) != text:
        text = read
    return text


def _with_breaks(text: str) -> str:
    """Return ``text`` with the no-break spaces of à put back, if it is mojibake throughout: there no Ã stands for itself."""
    if OWN_LETTER.search(text):
        return text
    return END.sub("Ã\xa0", SPACED.sub("Ã\xa0", text))


def _read(found: re.Match[str]) -> str:
    """Return the character of a sequence, the sequence itself where it is none."""
    try:
        return found[0].translate(BYTES).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
