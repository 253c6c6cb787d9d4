"""What stands behind "Ảnh:" under a picture: who took it, or what it shows."""

import re

from scraper.extraction.fields.names import ACTS, ORGANISATION, bare_end, is_office, is_signature, split_names
from scraper.extraction.lines.classify import MEDIUM, LineKind, classify_line, value_of

LABEL = re.compile(
    r"\W{0,3}(?:trong )?(?:hình ảnh|ảnh|hình)(?: minh h(?:ọa|oạ)| tư liệu| chụp)?\s*:\s*(?=[^\W\d_])", re.IGNORECASE
)
GIVEN = re.compile(
    r".*\bcung cấp|(?:chụp|cắt|trích|lấy|sưu tầm|nguồn|theo|tư liệu|minh h(?:ọa|oạ)|internet|mạng|ban)\b", re.IGNORECASE
)
"""How credits go that name no person: who gave the picture, and what it was taken from."""

MORE_ACTS = re.compile(r"\b(?:tổ chức|hướng dẫn|giới thiệu|nhận|khai mạc|bế mạc|biểu diễn)\b")
FEWEST, SHARE, LONGEST = 3, 0.6, 60
"""Words in small letters of a sentence at least, their share in it, and characters of a credit at most; names have few."""


def kind_beside(text: str) -> LineKind | None:
    """Return the kind of a line under a picture: one with the label of a credit that names nobody is a caption.

    >>> kind_beside("Ảnh: Quang cảnh hội nghị giao ban"), kind_beside("Ảnh: Trần Quốc Tuấn"), kind_beside("Ảnh: internet")
    (<LineKind.CAPTION: 'caption'>, <LineKind.PHOTO_CREDIT: 'photo_credit'>, <LineKind.PHOTO_CREDIT: 'photo_credit'>)
    """
    kind = classify_line(text)
    if kind not in (None, LineKind.PHOTO_CREDIT, LineKind.CAPTION) or (label := LABEL.match(text)) is None:
        return kind
    shows = "trong" in label[0].lower() or shows_scene(text[label.end() :])
    return LineKind.CAPTION if shows else LineKind.PHOTO_CREDIT


def is_labelled(text: str) -> bool:
    """Say whether a line has the label of a credit."""
    return LABEL.match(text) is not None


def credit_in(text: str) -> str:
    """Return whom a line of kind PHOTO_CREDIT names.

    >>> credit_in("(Ảnh: Lê Anh)"), credit_in("Ảnh: internet")
    ('Lê Anh', 'internet')
    """
    label = LABEL.match(text)
    known = label is None or classify_line(text) is LineKind.PHOTO_CREDIT
    return value_of(LineKind.PHOTO_CREDIT, text) if known else bare_end(text[label.end() :] if label else text)


def shows_scene(value: str) -> bool:
    """Say whether ``value`` tells what is seen on a picture rather than whose it is.

    >>> shows_scene("Nông dân xã An Lạc gặt lúa bằng máy"), shows_scene("Chủ tịch tỉnh Lê Văn An trao Bằng khen")
    (True, True)
    >>> shows_scene("Hoàng Long, Báo Dân tộc và Phát triển"), shows_scene("Nhân vật cung cấp"), shows_scene("Văn phòng hội")
    (False, False, False)
    """
    bare = bare_end(value)
    if is_office(bare) or MEDIUM.match(bare) or GIVEN.match(bare):
        return False
    words: list[str] = re.findall(r"[^\W\d_]+", bare)
    if len(bare) > LONGEST or (len(words) > FEWEST and _acts(bare)):
        return True
    if all(map(is_signature, split_names(bare))) or ORGANISATION.match(bare):
        return False
    small = sum(word[0].islower() for word in words)
    return small >= FEWEST and small >= SHARE * len(words)


def _acts(text: str) -> bool:
    """Say whether somebody does something in ``text``; with a capital letter the verb is part of a name."""
    verbs: list[str] = [*ACTS.findall(text), *MORE_ACTS.findall(text)]
    return any(map(str.islower, verbs))
