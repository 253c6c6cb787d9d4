"""The last lines of a text: who wrote it and whom it was taken from."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from scraper.extraction.fields.names import (
    bare_end,
    is_account,
    is_office,
    is_person,
    is_post,
    is_signature,
    is_vietnamese,
    split_names,
)
from scraper.extraction.lines.classify import LineKind, classify_line, value_of


@dataclass(frozen=True, slots=True)
class Signature:
    """What the last lines of a text say about who made it."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    consumed_count: int = 0
    """How many lines from the end are signature or noise, not text."""
    kept: frozenset[int] = frozenset()
    """Which of them are text all the same, the last one being number 1: what stands behind a signature."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one line of a signature says."""

    authors: tuple[str, ...] = ()
    source: str | None = None


class Step(NamedTuple):
    """What one of the last lines is, noise where it says nothing."""

    part: Part | None
    kept: bool
    """Whether it is text that may stand behind a signature."""


AUTHOR_KINDS = frozenset({LineKind.AUTHOR, LineKind.AUTHOR_AND_PHOTO_CREDIT})
LABELLED = AUTHOR_KINDS | {
    LineKind.SOURCE,
    LineKind.POSTER,
    LineKind.CONTRIBUTOR,
    LineKind.PHOTO_CREDIT,
    LineKind.NAME,
    LineKind.DATE,
    LineKind.NOISE,
}
PASSED_OVER = frozenset(
    {LineKind.NOISE, LineKind.END_MARK, LineKind.KEYWORDS, LineKind.ATTACHMENTS, LineKind.RELATED_ITEM, LineKind.DATE}
    | {LineKind.PHOTO_CREDIT}
)
MOST_LINES = 8
LONGEST_LINE = 160
SHORTEST_ABOVE = 40
SENTENCE_END = (".", "!", "?", "…", '"', "”", "/", ")")

NOTE = re.compile(r"(?P<names>[^()]+?)[\s,–-]*[(\[](?P<note>[^()]+)[)\]][\s./]*")
CREDIT = re.compile(r"(?:theo|nguồn(?: tin| bài)?(?: từ)?)\s*:?\s*(?P<source>\S.+)", re.IGNORECASE)
MANNER = re.compile(
    r"(?:tổng hợp|t/h|th|sưu tầm|st|dịch|lược dịch|biên dịch|biên tập|biên soạn|ghi|thực hiện|ctv|pv"
    r"|cộng tác viên)\.?",
    re.IGNORECASE,
)
DASHED = re.compile(r"(?P<names>[^–-]+?)\s*[-–,]\s*(?P<note>(?:theo|nguồn)\b.+)", re.IGNORECASE)
MEDIUM = re.compile(r"(?P<names>[^/]+?)\s*/\s*(?P<source>[^/]{2,40})")
NEXT_LABEL = re.compile(
    r"\s*[-–|;.(]\s*(?=(?:ảnh|theo|nguồn|tác giả|người đăng|ngày đăng|đăng lúc|ngày|cập nhật|lượt xem|số lượt)"
    r"(?: [^\s:]+){0,2}\s*:)|\s+(?=(?:nguồn|tác giả|người đăng)(?: (?:tin|bài|viết))*\s*:)",
    re.IGNORECASE,
)
"""Where a second label begins on the same line: "Tác giả: ... - Nguồn: ..."."""

MEDIUM_ALONE = re.compile(
    r"\(?(?:(?:Báo|Tạp chí|Cổng (?:thông tin|TTĐT)|Trang (?:tin|thông tin)|Đài)(?: điện tử)? (?P<name>[^.!?:;,()]{2,50})"
    r"|TTXVN|VOV|VTV|Thông tấn xã Việt Nam|(?:[a-z\d-]+\.)+(?:vn|com|net|org|info|tv|edu))\)?[\s./]*"
)
"""The name of a newspaper or the like on a line of its own, which tells where a text was taken from."""

SIGNED_AS = re.compile(r"(?i:\(?\s*(?:đã )?ký(?: tên)?\s*\)?)|(?:(?:TM|KT|TL|TUQ)\. ?)?[A-ZÀ-ỸĐ\s.,]{5,60}")
"""What stands over the name at the end of an official letter, which is signed rather than written by a person."""


def split_signature(lines: Sequence[str], behind: Collection[int] = ()) -> Signature:
    """Return what the last of ``lines``, the text lines of a body in order, say about authors and source.

    ``behind`` are the numbers of those, the last one being number 1, that may stand behind a signature and are text.

    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "Tin, ảnh: Trần Quốc Tuấn", "(Nguồn: vusta.vn)"])
    Signature(authors=('Trần Quốc Tuấn',), source='vusta.vn', consumed_count=2, kept=frozenset())
    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "Lương Minh Quân (Theo TTXVN)"])
    Signature(authors=('Lương Minh Quân',), source='TTXVN', consumed_count=1, kept=frozenset())
    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "Báo Quân đội nhân dân."])
    Signature(authors=(), source='Báo Quân đội nhân dân', consumed_count=1, kept=frozenset())
    >>> split_signature(["Hội nghị kết thúc tốt đẹp.", "TS. Trần Văn Quế", "Phó Chủ tịch Liên hiệp hội"])
    Signature(authors=('TS. Trần Văn Quế',), source=None, consumed_count=2, kept=frozenset())
    >>> split_signature(["Hội nghị đã kết thúc tốt đẹp vào trưa cùng ngày.", "Lê An", "Hình ảnh hội nghị:"], behind={1})
    Signature(authors=('Lê An',), source=None, consumed_count=2, kept=frozenset({1}))
    """
    steps = list(_steps_back(lines, frozenset(behind)))
    parts = [step.part for step in reversed(steps) if step.part]
    authors = tuple(dict.fromkeys(name for part in parts for name in part.authors))
    source = next((part.source for part in reversed(parts) if part.source), None)
    noise = len(list(takewhile(lambda step: not step.kept, steps)))
    consumed = max((number for number, step in enumerate(steps, start=1) if step.part), default=0)
    kept = frozenset(number for number, step in enumerate(steps, start=1) if step.kept and number < consumed)
    return Signature(authors, source, max(noise, consumed), kept)


def _steps_back(lines: Sequence[str], behind: frozenset[int]) -> Iterator[Step]:
    """Yield what the last lines are, from the end up to the first that is text and stands before the signature."""
    parts: list[Part] = []
    kept = False
    for number, line in enumerate(reversed(lines[-MOST_LINES - len(behind) :]), start=1):
        above = lines[:-number]
        is_post = not parts and _is_post_of(line, above)
        part = None if is_post else _part(line, above[-1] if above else "", parts)
        if part and kept and not parts and not _is_under_text(line, above):
            part = None
        stays = not part and not is_post and number in behind
        if not (part or is_post or stays or classify_line(line) in PASSED_OVER):
            return
        kept = kept or stays
        parts += [part] if part else []
        yield Step(part, stays)


def _is_under_text(line: str, above: Sequence[str]) -> bool:
    """Say whether ``line`` is a signature by its label, or as it stands under the end of a sentence of some length."""
    return (bool(above) and _ends_text(above[-1])) or labelled_part(line) is not None


def _ends_text(line: str) -> bool:
    """Say whether ``line`` is the end of a sentence of some length."""
    return len(line) >= SHORTEST_ABOVE and line.endswith(SENTENCE_END)


def _is_post_of(line: str, above: Sequence[str]) -> bool:
    """Say whether ``line`` tells what the person is whose name ends ``above``, in no list or letter that was signed."""
    if len(above) < 2 or not is_post(line.strip("() ")):
        return False
    before, name = above[-2], bare_end(above[-1])
    listed = is_person(before) or is_post(before) or before.endswith(":") or (line[0] == "(" and not _ends_text(before))
    return is_person(name) and is_vietnamese(name) and not (listed or SIGNED_AS.fullmatch(before))


def _part(line: str, before: str, parts: Sequence[Part]) -> Part | None:
    """Return what ``line`` says, None where it is no part of a signature."""
    if len(line) > LONGEST_LINE:
        return None
    labelled = [part for piece in split_labels(line) if (part := labelled_part(piece))]
    if labelled:
        return Part(
            tuple(name for part in labelled for name in part.authors), next((p.source for p in labelled if p.source), None)
        )
    medium = MEDIUM_ALONE.fullmatch(line)
    if medium and (medium["name"] or "A")[0].isupper() and not any(part.source for part in parts):
        return Part(source=bare_end(line.strip("() ")))
    if any(part.authors for part in parts) or SIGNED_AS.fullmatch(before) or before.endswith(":"):
        return None
    return _bare(line)


def labelled_part(line: str) -> Part | None:
    """Return what a line with a label says."""
    kind = classify_line(line)
    if kind in AUTHOR_KINDS:
        value = value_of(kind, line)
        return _noted(value) or Part(real_names(split_names(value)))
    if kind is LineKind.CONTRIBUTOR:
        return Part(tuple(name for name in split_names(value_of(kind, line)) if is_person(name)))
    if kind is LineKind.POSTER:
        return Part(tuple(name for name in real_names(split_names(value_of(kind, line))) if is_person(name)))
    if kind is LineKind.SOURCE:
        return Part(source=value_of(kind, line))
    return None


def _bare(line: str) -> Part | None:
    """Return what a line of nothing but names says, with the credit in brackets or behind a dash."""
    noted = _noted(line)
    if noted:
        return noted
    names = split_names(line.strip("()[] "))
    fit = classify_line(line) is LineKind.NAME and all(
        is_signature(name) and (is_vietnamese(name) or not is_person(name) or is_office(name)) for name in names
    )
    return Part(names) if fit and real_names(names) else None


def _noted(line: str) -> Part | None:
    """Return what names with a note behind them say: "Mai Lan (Theo TTXVN)", "Hà Thu (tổng hợp)", "Mai Lan (Sở Y tế)"."""
    found = NOTE.fullmatch(line) or DASHED.fullmatch(line)
    if found and all(map(is_signature, split_names(found["names"]))):
        credit = CREDIT.fullmatch(found["note"])
        if credit or MANNER.fullmatch(found["note"]):
            return Part(split_names(found["names"]), bare_end(credit["source"]) if credit else None)
        if is_person(found["names"]) and is_vietnamese(found["names"]) and found["note"][0].isupper():
            return Part((found["names"],))
    medium = MEDIUM.fullmatch(bare_end(line))
    if medium and is_person(medium["names"]) and not is_person(medium["source"]):
        return Part(split_names(medium["names"]), bare_end(medium["source"]))
    return None


def real_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return ``names`` without accounts of the system."""
    return tuple(name for name in names if not is_account(name))


def split_labels(line: str) -> list[str]:
    """Return ``line`` cut where a second label begins, whole where what stands before that is no label or name: a caption."""
    pieces = [piece for piece in NEXT_LABEL.split(line) if piece]
    return pieces if len(pieces) > 1 and (classify_line(pieces[0]) in LABELLED or is_signature(pieces[0])) else [line]
