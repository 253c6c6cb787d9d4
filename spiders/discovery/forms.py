"""Forms of ASP.NET pages: where they are sent, and what a browser would send."""

from collections.abc import Iterator

from lxml import html

from scraper import urls

Fields = tuple[tuple[str, str], ...]
"""Names and values of a form, in order."""

UNSENT = frozenset({"submit", "button", "image", "reset", "file"})
"""Kinds of input that send nothing unless they are pressed."""

TICKED = frozenset({"checkbox", "radio"})


def form_of(element: html.HtmlElement) -> html.HtmlElement | None:
    """Return the form around ``element`` that posts back, or the page's own where broken markup ends that too early."""
    around = element.iterancestors("form")
    everywhere = element.getroottree().iter("form")
    return next((form for form in (*around, *everywhere) if _posts_back(form)), None)


def action_of(form: html.HtmlElement, url: str) -> str:
    """Return the address that ``form`` on the page ``url`` is sent to."""
    return urls.link(url, form.get("action") or url) or url


def filled(form: html.HtmlElement, pressed: Fields) -> Fields:
    """Return what ``form`` sends when the button that adds ``pressed`` is pressed: every hidden field as the server gave it."""
    names = {name for name, _ in pressed}
    return (*((name, value) for name, value in _values(form) if name not in names), *pressed)


def _posts_back(form: html.HtmlElement) -> bool:
    """Say whether ``form`` is one of ASP.NET's, which carries its page's state."""
    names = (field.get("name") or "" for field in form.iter("input"))
    return (form.get("method") or "").lower() == "post" and any(name.startswith("__") for name in names)


def _values(form: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the fields of ``form`` that a browser sends whatever is pressed."""
    for field in form.iter("input", "select", "textarea"):
        name, kind = field.get("name"), (field.get("type") or "text").lower()
        if not name or field.get("disabled") is not None:
            continue
        if field.tag == "select":
            yield from ((name, value) for value in _chosen(field))
        elif field.tag == "textarea":
            yield name, field.text_content()
        elif kind in TICKED:
            yield from [(name, field.get("value", "on"))] * (field.get("checked") is not None)
        elif kind not in UNSENT:
            yield name, field.get("value", "")


def _chosen(field: html.HtmlElement) -> list[str]:
    """Return the values chosen in a select: the first where none is marked."""
    options = list(field.iter("option"))
    marked = [option for option in options if option.get("selected") is not None]
    chosen = marked or ([] if field.get("multiple") is not None else options[:1])
    return [option.get("value", option.text_content().strip()) for option in chosen]
