"""The lead where it is set apart, and the first paragraph where it is not."""

import pytest

from scraper.extraction.fields.lead import read_lead

LEAD = "Trong sáu tháng đầu năm, các hội thành viên đã triển khai nhiều hoạt động thiết thực phục vụ phát triển kinh tế."


def page(under="", text=""):
    top = "<h1>Hội nghị giao ban công tác sáu tháng</h1><p>14/8/2017</p>"
    return f"<html><body><div>{top}{under}<div id='text'>{text}</div></div></body></html>"


@pytest.mark.parametrize(
    ("lead", "reader"),
    [
        (f"<p class='sapo'><strong>{LEAD}</strong></p>", "class"),
        (f"<div class='hometext m-bottom' itemprop='description'>{LEAD}</div>", "class"),
        (f"<div class='tomtat'><p>{LEAD}</p></div>", "class"),
        (f"<span id='ctl00_lblSummary'>{LEAD}</span>", "class"),
        (f"<h2>{LEAD}</h2>", "heading"),
        (f"<p><b>{LEAD}</b></p>", "bold"),
    ],
)
@pytest.mark.parametrize("where", ["under", "text"])
def test_a_lead_is_set_apart_by_class_heading_or_bold_type(surround, prose, lead, reader, where):
    parts = {"under": lead, "text": prose} if where == "under" else {"text": lead + prose}
    found = read_lead(surround(page(**parts)))
    assert (found.value, found.reader) == (LEAD, reader)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p><b>Các đại biểu dự hội nghị</b></p>",
        f"<p><b>{LEAD}</b></p><p><b>{LEAD} Cụ thể như sau.</b></p>",
        "<div class='description'>Tin vắn</div>",
    ],
)
def test_a_first_paragraph_like_the_others_is_no_lead(surround, prose, text):
    assert read_lead(surround(page(text=text + prose))) is None


TITLE = "Hội nghị giao ban công tác sáu tháng"


@pytest.mark.parametrize(
    "lead",
    [
        f"<p class='sapo'>{TITLE}, {TITLE.lower()}</p>",
        f"<p class='sapo'>1. {LEAD}</p>",
        f"<p><b>1. {LEAD}</b></p>",
        f"<p><img src='/1.jpg' alt='{LEAD}'></p><p><i>{LEAD}</i></p>",
        f"<figure><img src='/1.jpg'><figcaption><i>{LEAD}</i></figcaption></figure>",
    ],
)
def test_the_headline_a_caption_and_an_entry_of_a_list_are_no_lead(surround, prose, lead):
    markup = page(text=lead + prose).replace(f"<h1>{TITLE}</h1>", f"<h1>{TITLE}, {TITLE.lower()}</h1>")
    assert read_lead(surround(markup)) is None


@pytest.mark.parametrize("named", ["field--type-text-with-summary", "text_with_summary", "summary", "description"])
def test_the_whole_text_is_no_lead(surround, prose, named):
    assert read_lead(surround(page(text=f"<div class='{named}'>{prose}</div>"))) is None
    assert read_lead(surround(page(text=prose).replace("id='text'", f"id='text' class='{named}'"))) is None


def test_the_selector_of_the_definition_wins(surround, prose):
    found = read_lead(surround(page(under=f"<p class='sapo'>{LEAD}</p>", text=f"<p class='x'>Lời dẫn</p>{prose}"), lead=".x"))
    assert (found.value, found.reader) == ("Lời dẫn", "selector")
