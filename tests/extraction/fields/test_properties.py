"""The properties of a legal document are one table, however a system sets them; English articles of a Vietnamese site."""

import pytest

from scraper.article import Table
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.fields.pages import TEXT, URL, bare, page

SUBJECT = "Quyết định ban hành quy chế hoạt động của hội đồng tư vấn, phản biện và giám định xã hội"
ROWS = (("Số ký hiệu", "128/QĐ-LHH"), ("Ngày ban hành", "14/09/2020"), ("Trích yếu", SUBJECT), ("Người ký", "Đặng Trung Kiên"))
FILE = '<a href="/uploads/128-qd.pdf">128-qd.pdf</a>'


def listed(row: str, around: str = "{}") -> str:
    rows = around.format("".join(row.format(label, value) for label, value in ROWS))
    return f'<div class="main"><h1>Quyết định 128/QĐ-LHH ban hành quy chế hoạt động</h1>{rows}<p>{FILE}</p></div>'


FORMS = {
    "table": listed("<tr><td>{}</td><td>{}</td></tr>", f"<table>{{}}<tr><td>Tải về</td><td>{FILE}</td></tr></table>"),
    "table with icons": listed(
        "<tr><td>{}</td><td>{}</td></tr>",
        f"<table>{{}}<tr><td>File đính kèm</td><td><img src='/i/pdf.png'>{FILE}</td></tr></table>",
    ),
    "definition list": listed("<dt>{}</dt><dd>{}</dd>", "<dl>{}</dl>"),
    "blocks": listed("<div><div>{}</div><div>{}</div></div>"),
    "list": listed("<li><span>{}</span><span>{}</span></li>", "<ul>{}</ul>"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_properties_of_a_document_are_a_table(form):
    article = extract(read_page(bare(form, title="Quyết định 128/QĐ-LHH ban hành quy chế hoạt động"), URL), anonymous(URL))
    assert [block.rows for block in article.blocks if isinstance(block, Table)] == [ROWS]
    assert (len(article.blocks), article.date_published, len(article.attachments)) == (1, None, 1)


def test_labels_without_value_and_counters_are_left_out():
    rows = "<tr><td>Số hiệu</td><td>59</td><td>Phạm vi</td><td></td></tr><tr><td>Ngày ban hành</td><td></td><td>Người ký</td><td>Lê An</td></tr>"
    form = f"<h1>Về việc góp ý đề án</h1><table>{rows}<tr><td>Số lượt xem</td><td>17306</td></tr></table><p>{SUBJECT} của Liên hiệp hội.</p>"
    article = extract(read_page(bare(form, title="Về việc góp ý đề án"), URL), anonymous(URL))
    assert [block.rows for block in article.blocks if isinstance(block, Table)] == [(("Số hiệu", "59"), ("Người ký", "Lê An"))]


def test_a_list_of_documents_stays_as_it_is():
    head = "<tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>"
    rows = "".join(f"<tr><td>{number}/KH</td><td>1{number}/9/2020</td><td>Kế hoạch {number}</td></tr>" for number in (1, 2, 3))
    article = extract(read_page(page(text=f"{TEXT}<table>{head}{rows}</table>"), URL), anonymous(URL))
    (table,) = (block for block in article.blocks if isinstance(block, Table))
    assert (len(table.rows), table.rows[0]) == (4, ("Số ký hiệu", "Ngày ban hành", "Trích yếu"))


ENGLISH = (
    "On 12 September, the provincial union of science and technology associations held a workshop to gather comments from experts"
    " on the draft scheme for a circular economy in agriculture. Mr. Nguyen Van An said that less than one third is reused today."
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [(f"<p>{ENGLISH}</p><p>{ENGLISH} More was said.</p>", "vi", "en"), (TEXT, "en-US", "vi"), ("<p>Một. Hai.</p><p><a href='/a.pdf'>a.pdf</a></p>", "en", "vi")],
)  # fmt: skip
def test_the_language_is_that_of_the_text(text, declared, language):
    markup = page(text=text).replace(b"<html>", f'<html lang="{declared}">'.encode())
    assert extract(read_page(markup, URL), anonymous(URL)).in_language == language


def test_a_language_that_the_definition_tells_is_believed():
    site = anonymous(URL).model_copy(update={"in_language": "fr"})
    assert extract(read_page(page(), URL), site).in_language == "fr"
