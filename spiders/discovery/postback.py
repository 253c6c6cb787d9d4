"""ASP.NET postback: the next page of a list whose pager has no addresses, asked for by sending the page's form back.

From a page to the form data that its pager's next button would send. A button is pressed only inside a pager, which is told by
the numbers in it; menus, trees and calendars post back too and are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import html

from spiders.discovery.forms import Fields, action_of, filled, form_of

CALL = re.compile(
    r"(?:__doPostBack|WebForm_PostBackOptions)\(\s*(?P<q>\\?['\"])(?P<target>[^'\"]+?)(?P=q)"
    r"\s*,\s*(?P<r>\\?['\"])(?P<argument>[^'\"]*?)(?P=r)"
)
"""What a link calls that posts back."""

DAY = re.compile(r"V?-?\d{4,}")
"""Arguments of ASP.NET's Calendar, days since 2000: its numbers are no pages."""

CONTROL_NUMBER = re.compile(r"ctl\d+")
"""The part of a control's name that says which of its row it is."""

NUMBER = re.compile(r"\W*(\d{1,4})\W*")
MARK = re.compile(r"\d+|[^\W\d]+")
DOTS = re.compile(r"\.{2,3}|…")
"""What stands for the next numbers, behind the last one shown."""

NEXT_WORDS = (
    re.compile(r"(?:trang\s+)?(?:sau|tiếp(?:\s+theo)?|kế(?:\s+tiếp)?)\W*|next(?:\s+page)?\W*", re.IGNORECASE),
    re.compile(r"[›>]"),
    re.compile(r"»|>>"),
)
"""What stands on the button to the next page, most certain first: where ``>`` is the next page, ``>>`` is the last."""

MOST_WORDS = 12
"""Words beside its numbers that a pager may have: "Trang 1 trong tổng số 7 trang (70 bản ghi)"."""

HIGHEST = 8
"""Elements around a button that are looked at for its pager."""


@dataclass(frozen=True, slots=True)
class Button:
    """Something on a page that sends its form."""

    element: html.HtmlElement
    text: str
    """What stands on it."""
    pressed: Fields
    """Fields that it adds to the form."""

    @property
    def name(self) -> str:
        """The control it belongs to, the same on every page and for every number of a pager."""
        return CONTROL_NUMBER.sub("ctl", self.pressed[0][1] if self.pressed[0][0] == "__EVENTTARGET" else self.pressed[0][0])

    @property
    def number(self) -> int | None:
        """Number of the page that it leads to, None where another thing stands on it."""
        found = NUMBER.fullmatch(self.text)
        return int(found[1]) if found else None

    @property
    def may_lead_on(self) -> bool:
        """Whether it would lead to another page if it stood in a pager."""
        return self.number is not None or any(sign.fullmatch(self.text) for sign in (DOTS, *NEXT_WORDS))


@dataclass(frozen=True, slots=True)
class Step:
    """The press of a pager's button."""

    url: str
    """Where the form is sent."""
    fields: Fields
    """What is sent."""
    pager: frozenset[str]
    """Names of the controls in the pager, by which it is known again on the next page."""
    number: int
    """Number of the page it leads to."""


def steps(root: html.HtmlElement, url: str, number: int = 1) -> list[Step]:
    """Return the step from page ``number`` on in each pager on the page at ``url``; a pager that stands there twice is one."""
    found: list[Step] = []
    for buttons, plain in pagers(root):
        pager = frozenset(button.name for button in buttons)
        here = page_shown(buttons, plain, number)
        button = next_button(buttons, here) if here in {*plain, *(one.number for one in buttons)} else None
        form = form_of(button.element) if button else None
        if button and form is not None and not any(pager & step.pager for step in found):
            found.append(Step(action_of(form, url), filled(form, button.pressed), pager, here + 1))
    return found


def following(root: html.HtmlElement, url: str, step: Step) -> Step | None:
    """Return the step after ``step``, which led to the page at ``url``; None where its pager goes no further."""
    return next((one for one in steps(root, url, step.number) if one.pager & step.pager), None)


def page_shown(buttons: list[Button], plain: list[int], number: int) -> int:
    """Return the number in a row of buttons that is none itself; ``number``, which is expected, where that cannot be told."""
    row = {button.number for button in buttons}
    shown = {one for one in plain if {one - 1, one + 1} & row}
    return shown.pop() if len(shown) == 1 else number


def next_button(buttons: list[Button], number: int) -> Button | None:
    """Return the button of a pager that leads from page ``number`` to the next."""
    for button in buttons:
        if button.number == number + 1:
            return button
    numbered = [place for place, button in enumerate(buttons) if button.number is not None]
    behind = buttons[numbered[-1] + 1 :] if numbered else buttons
    dots = [button for button in behind if DOTS.fullmatch(button.text)]
    worded = [button for sign in NEXT_WORDS for button in buttons if sign.fullmatch(button.text)]
    return next(iter([*dots, *worded]), None)


def pagers(root: html.HtmlElement) -> Iterator[tuple[list[Button], list[int]]]:
    """Yield the buttons of each pager, in order, and the numbers in it that are no buttons: that of the page shown, or more."""
    leading = [button for button in buttons_on(root) if button.may_lead_on]
    boxes: dict[html.HtmlElement, list[Button]] = {}
    for button in leading:
        box = box_of(button.element)
        if box is not None:
            boxes.setdefault(box, []).append(button)
    for box, buttons in boxes.items():
        pressed = {button.element for button in buttons}
        yield buttons, [int(mark) for text, holder in texts_in(box) if holder not in pressed for mark in numbers_in(text)]


def box_of(element: html.HtmlElement) -> html.HtmlElement | None:
    """Return the largest element around a button that holds a pager and little else, None where it stands in none."""
    largest = None
    for _, box in zip(range(HIGHEST), element.iterancestors(), strict=False):
        if sum(not mark.isdecimal() for mark in MARK.findall(box.text_content())) > MOST_WORDS:
            break
        if len(numbers_in(" ".join(text for text, _ in texts_in(box)))) > 1:
            largest = box
    return largest


def texts_in(box: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the texts in ``box``, what stands on its buttons included, each with the link or element that holds it."""
    for element in box.iter():
        is_button = element.tag == "input" and (element.get("type") or "").lower() in ("submit", "button")
        yield (element.get("value") if is_button else element.text) or "", holder_of(element)
        if element is not box and element.tail:
            yield element.tail, holder_of(element.getparent())


def holder_of(element: html.HtmlElement) -> html.HtmlElement:
    """Return the link around ``element``, or itself where there is none."""
    return next((one for one in (element, *element.iterancestors()) if one.tag == "a"), element)


def numbers_in(text: str) -> list[str]:
    """Return the numbers in ``text`` that may be those of pages."""
    return [mark for mark in MARK.findall(text) if mark.isdecimal() and len(mark) < 5]


def buttons_on(root: html.HtmlElement) -> Iterator[Button]:
    """Yield what posts back on a page, in order; calendars do not count."""
    for element in root.iter("a", "input"):
        pressed = call_of(element) or submit_of(element)
        if pressed:
            yield Button(element, text_on(element), pressed)


def call_of(element: html.HtmlElement) -> Fields | None:
    """Return the fields that a call of ``__doPostBack`` in ``element`` sets, None where it holds none."""
    found = CALL.search(unquote(element.get("href") or "")) or CALL.search(element.get("onclick") or "")
    if not found or (DAY.fullmatch(found["argument"]) and found["argument"] != text_on(element)):
        return None
    return ("__EVENTTARGET", found["target"]), ("__EVENTARGUMENT", found["argument"].replace("\\\\", "\\"))


def submit_of(element: html.HtmlElement) -> Fields | None:
    """Return the field that ``element`` sends where it is a button that submits, None where it is not."""
    is_submit = element.tag == "input" and (element.get("type") or "").lower() == "submit" and element.get("disabled") is None
    return ((element.get("name", ""), element.get("value", "")),) if is_submit and element.get("name") else None


def text_on(element: html.HtmlElement) -> str:
    """Return what stands on a button; of a picture, what it is said to mean."""
    pictures = (picture.get("alt") for picture in element.iter("img"))
    said = (element.text_content(), element.get("value"), *pictures, element.get("title"))
    return next((" ".join(unicodedata.normalize("NFC", text).split()) for text in said if text and text.strip()), "")
