"""Columns beside a text, whose links and files are not the article's."""

import re
from itertools import takewhile

from scraper.extraction.outline import Line
from scraper.extraction.surroundings import Surroundings

COLUMN = re.compile(
    r"(?<!text[_-])(?<!align[_-])(?<!pull[_-])(?<!float[_-])\b_?(?:right|left|sidebar|side|phai|trai|banners?|widget|tag-?cloud)\b",
    re.IGNORECASE,
)
"""Classes and ids of the columns beside a text and of the boxes in them."""


def stands_beside(line: Line, around: Surroundings) -> bool:
    """Say whether a line behind the text stands in another column of the page: another cell of its row, a box called so."""
    if around.body is None:
        return False
    mine = {around.body, *around.body.iterancestors()}
    branch = list(takewhile(lambda holder: holder not in mine, (line.element, *line.element.iterancestors())))
    shared = branch[-1].getparent() if branch else None
    if shared is not None and shared.tag == "tr":
        return True
    return any(COLUMN.search(f"{holder.get('class') or ''} {holder.get('id') or ''}") for holder in branch)
