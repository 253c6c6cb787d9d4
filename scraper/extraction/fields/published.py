"""When an article was published and last changed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scraper.dates import Label, Moment, Order, best, day_of, read_machine_date
from scraper.extraction.fields.dateboxes import FARTHEST_BEFORE, boxed
from scraper.extraction.fields.datelines import (
    MOST_IN_TEXT,
    NAMED,
    Hit,
    as_printed,
    bare,
    dates_in,
    is_bare,
    is_clock,
    is_over_trail,
    labelled,
    names_around,
    own,
)
from scraper.extraction.headline import trailing_date
from scraper.extraction.metadata import Stated
from scraper.extraction.outline import text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select


@dataclass(frozen=True, slots=True)
class Published:
    """A date with the line it was read from."""

    moment: Moment
    """Moment in +07:00, or the day alone where no time is given."""
    raw: str
    """The line as printed, or the value as stated."""


Reader = Callable[[Surroundings, Order | None], Found[Published] | None]

OPENING = 6
"""Lines behind the headline among which a lead may stand before the date."""

HOUR = re.compile(r"\d{1,2}[:h]\d\d(?::\d\d)?'?(?: ?[AaPp][Mm]| ?SA| ?CH)?")
"""A time of day on a line of its own."""


def read_published(around: Surroundings, order: Order | None = None) -> Found[Published] | None:
    """Return when the article was published; no date rather than one of something else.

    A day printed without a time is completed from a moment that the page states for the same day.
    """
    found = next((hit for reader in READERS if (hit := reader(around, order))), None)
    return _completed(found, around, order) if found else None


def read_modified(around: Surroundings, published: Published | None, order: Order | None = None) -> Found[Published] | None:
    """Return when the page says the article was last changed; None where that is no later than its publication."""
    found = next((hit for reader in UPDATE_READERS if (hit := reader(around, order))), None)
    return found if found and published and _is_later(found.value.moment, published.moment) else None


def _selector(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read the element that the site's definition names."""
    for element in select(around.page.root, around.selectors.date):
        text = text_of(element) or element.get("datetime") or element.get("content") or ""
        found = dates_in(text, order)
        likely = best(list(found))
        moment = likely.value if likely else read_machine_date(text)
        if moment:
            return Found(Published(moment, text), "selector", element)
    return None


def _label(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line near the headline or behind the text that says it is the date of publication."""
    return _first(_labelled_near(around, order, Label.PUBLISHED), "label")


def _under_headline(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line with a date and little else between headline and text."""
    hits = list(own(bare(around.between, order), around))
    sure = (hit for hit in hits if is_bare(hit[0].text, hit[1], MOST_IN_TEXT) or _agrees(hit[1].value, around))
    fit = (_earlier_beside(hit, hits) for hit in sure if _is_before_update(hit[1].value, around, order))
    return _first(fit, "printed")


def _in_headline(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read the date that some systems print on the headline's own line."""
    if around.headline is None:
        return None
    found = trailing_date(around.headline, text_of(around.headline), order)
    return Found(Published(found.value, found.text), "printed", around.headline) if found else None


def _above_headline(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line with a date and little else right above the headline, unless it is the site's clock."""
    start = around.headline_span[0]
    near = [line for line in around.before if start - line.place <= FARTHEST_BEFORE and not is_clock(line, around)]
    hits = [hit for hit in own(bare(near, order), around) if not is_over_trail(hit[0].element, around)]
    fit = (hit for hit in hits if _may_be_own(hit[1].value, around, order))
    return _first((_earlier_beside(hit, hits) for hit in fit), "printed")


def _set_apart(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read an element beside the headline that is named for its date and prints nothing else."""
    hits = (hit for hit in boxed(around, order) if not is_over_trail(hit[0], around))
    fit = (hit for hit in hits if _may_be_own(hit[1].value, around, order))
    return next((Found(Published(date.value, as_printed(date.line, date)), "class", element) for element, date in fit), None)


def _atop_text(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line with a date and little else among the first of the body."""
    found = own(bare(around.text[:3], order, MOST_IN_TEXT), around)
    return _first((hit for hit in found if _agrees(hit[1].value, around)), "printed")


def _updated_before_stated(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line that says when the article was brought up to date, where the head states a later day: that of an edit."""
    update, days = _update_label(around, order), _stated_days(around)
    return update if update and days and day_of(update.value.moment) < min(days) else None


def _json_ld(around: Surroundings, _order: Order | None) -> Found[Published] | None:
    """Read ``datePublished`` of JSON-LD."""
    return _from_stated(around.metadata.published, "json-ld")


def _meta(around: Surroundings, _order: Order | None) -> Found[Published] | None:
    """Read ``article:published_time`` and its like."""
    return _from_stated(around.metadata.published, "meta")


def _time_element(around: Surroundings, _order: Order | None) -> Found[Published] | None:
    """Read a ``time`` element near the headline."""
    return _from_stated([stated for stated in around.metadata.published if _stands_near(stated, around)], "time")


def _microdata(around: Surroundings, _order: Order | None) -> Found[Published] | None:
    """Read ``itemprop=datePublished``; NukeViet writes the moment of the last edit there, so it comes late."""
    return _from_stated(around.metadata.published, "microdata")


def _update_label(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line near the headline or behind the text that says when the article was brought up to date."""
    return _first(_labelled_near(around, order, Label.MODIFIED), "label")


def _behind_text(around: Surroundings, order: Order | None) -> Found[Published] | None:
    """Read a line behind the text that holds a date, little else, and bears a class that says so."""
    named = [line for line in around.after[:4] if NAMED.search(names_around(line.element)) and not line.linked]
    return _first(bare(named, order), "printed")


READERS: tuple[Reader, ...] = (
    _selector,
    _label,
    _under_headline,
    _in_headline,
    _above_headline,
    _set_apart,
    _atop_text,
    _updated_before_stated,
    _json_ld,
    _meta,
    _time_element,
    _behind_text,
    _update_label,
    _microdata,
)
"""Readers of the publication, most trustworthy first; the first that answers wins and is named in ``read_by``."""


def _stated_update(around: Surroundings, _order: Order | None) -> Found[Published] | None:
    """Read the last change as JSON-LD, meta elements, ``time`` or microdata state it."""
    return next(
        (hit for name in ("json-ld", "meta", "time", "microdata") if (hit := _from_stated(around.metadata.modified, name))),
        None,
    )


UPDATE_READERS: tuple[Reader, ...] = (_update_label, _stated_update)
"""Readers of the last change."""


def _labelled_near(around: Surroundings, order: Order | None, label: Label) -> Iterator[Hit]:
    """Yield labelled dates around the headline, then atop the text where they stand alone, then behind the text."""
    yield from labelled((*around.between, *around.before[:FARTHEST_BEFORE]), order, label)
    top = dict.fromkeys((*around.opening[:OPENING], *around.text[:4]))
    yield from (hit for hit in labelled(top, order, label) if is_bare(hit[0].text, hit[1], MOST_IN_TEXT))
    yield from labelled(around.after, order, label)


def _first(hits: Iterator[Hit], reader: str) -> Found[Published] | None:
    """Return the first of ``hits`` as found by ``reader``."""
    hit = next(hits, None)
    return Found(Published(hit[1].value, as_printed(hit[0].text, hit[1])), reader, hit[0].element) if hit else None


def _agrees(moment: Moment, around: Surroundings) -> bool:
    """Say whether no other day of publication is stated in JSON-LD or the head, which a clock would be caught by."""
    days = _stated_days(around)
    return not days or day_of(moment) in days


def _may_be_own(moment: Moment, around: Surroundings, order: Order | None) -> bool:
    """Say whether a date above the headline is no clock: not after the stated publication, nor after the printed update."""
    days = _stated_days(around)
    fits = not days or day_of(moment) in days or day_of(moment) < min(days)
    return fits and _is_before_update(moment, around, order)


def _is_before_update(moment: Moment, around: Surroundings, order: Order | None) -> bool:
    """Say whether no line says that the article was brought up to date before the day of ``moment``."""
    updates = (date for line, date in _labelled_near(around, order, Label.MODIFIED) if is_bare(line.text, date))
    return all(day_of(moment) <= day_of(update.value) for update in updates)


def _earlier_beside(hit: Hit, hits: Sequence[Hit]) -> Hit:
    """Return ``hit``, or an earlier date on the line before or behind it: of two the later one is the last change."""
    if hit[1].label:
        return hit
    beside = (other for other in hits if other[1].label is None and abs(other[0].place - hit[0].place) == 1)
    near = [other for other in beside if is_bare(other[0].text, other[1], MOST_IN_TEXT)]
    return min((hit, *near), key=lambda one: day_of(one[1].value))


def _stated_days(around: Surroundings) -> set[date]:
    """Return the days of publication that JSON-LD and the head state."""
    stated = (read_machine_date(one.value) for one in around.metadata.published if one.reader in ("json-ld", "meta"))
    return {day_of(moment) for moment in stated if moment}


def _from_stated(statements: Sequence[Stated], reader: str) -> Found[Published] | None:
    """Return the first readable moment that was stated in the place called ``reader``."""
    for stated in statements:
        if stated.reader == reader and (moment := read_machine_date(stated.value)):
            return Found(Published(moment, stated.value), reader, stated.element)
    return None


def _stands_near(stated: Stated, around: Surroundings) -> bool:
    """Say whether a ``time`` element stands near headline or text rather than in a list of other articles."""
    if stated.element is None:
        return True
    place = around.outline.span(stated.element)[0]
    return any(line.place == place for line in (*around.between, *around.before, *around.after, *around.text[:3]))


def _completed(found: Found[Published], around: Surroundings, order: Order | None) -> Found[Published]:
    """Return ``found`` with the hour on the next line or the time of a stated moment of its day, where it has none itself."""
    if isinstance(found.value.moment, datetime):
        return found
    place = around.outline.span(found.element)[1] if found.element is not None else len(around.outline.lines)
    hour = around.outline.lines[place].text if place < len(around.outline.lines) else ""
    whole = dates_in(f"{found.value.raw} {hour}", order) if HOUR.fullmatch(hour) else ()
    if len(whole) == 1 and isinstance(whole[0].value, datetime):
        return Found(Published(whole[0].value, f"{found.value.raw} {hour}"), found.reader, found.element)
    for stated in around.metadata.published:
        moment = read_machine_date(stated.value)
        if isinstance(moment, datetime) and day_of(moment) == found.value.moment:
            return Found(Published(moment, found.value.raw), found.reader, found.element)
    return found


def _is_later(one: Moment, other: Moment) -> bool:
    """Say whether ``one`` is after ``other``, to the minute where both have a time."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.replace(second=0, microsecond=0) > other.replace(second=0, microsecond=0)
    return day_of(one) > day_of(other)
