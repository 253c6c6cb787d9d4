"""Whatever an editor's paste or a theme did to the markup, the same text comes out."""

import unicodedata
from collections.abc import Callable

import pytest

from scraper.article import Article, Heading, ListBlock, Table

Reader = Callable[[str], Article]

FIRST = "Sáng ngày 30/9, tại hội trường trung tâm, Liên hiệp Hội tỉnh đã tổ chức hội nghị tổng kết công tác tư vấn năm qua."
SECOND = "Theo báo cáo, trong năm các hội thành viên đã góp ý cho mười hai dự thảo, trong đó có quy hoạch thủy lợi hạ lưu."
THIRD = "Phát biểu kết luận, chủ tịch Liên hiệp Hội đề nghị các hội chủ động đăng ký chuyên đề ngay từ quý đầu năm tới."
TEXT = [FIRST, SECOND, THIRD]

MARKUPS = {
    "paragraphs": f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
    "word": "<div>"
    + "".join(f'<p class="MsoNormal" style="text-align:justify"><span lang="VI">{text}<o:p></o:p></span></p>' for text in TEXT)
    + "</div>",
    "divs": f"<div><div>{FIRST}</div><div>&nbsp;</div><div>{SECOND}</div><div>{THIRD}</div></div>",
    "breaks": f"<div>{FIRST}<br><br>{SECOND}<br/>\n<br />{THIRD}</div>",
    "text directly in a cell": f"<table><tr><td>{FIRST}<p>{SECOND}</p>{THIRD}</td></tr></table>",
    "nested layout tables": "<table><tr><td><table><tr><td><table><tbody><tr><td>"
    f"<p>{FIRST}</p></td></tr></tbody></table></td></tr>"
    f"<tr><td><p>{SECOND}</p><p>{THIRD}</p></td></tr></table></td></tr></table>",
    "stray end tag": f"<div><div class='noi-dung'><p>{FIRST}</p></div></div><p>{SECOND}</p><p>{THIRD}</p>",
    "container closed early": f"<div class='noi-dung'><p>{FIRST}</p><p>{SECOND}</p></div></div><p>{THIRD}</p>",
    "unclosed inline": f"<div><p><b><font color=blue>{FIRST}</p><p><i>{SECOND}</p><p>{THIRD}</p></div>",
    "words cut by spans": "<div>"
    + "".join(f"<p><span>{t[:7]}</span><span>{t[7:15]}</span>{t[15:]}</p>" for t in TEXT)
    + "</div>",
    "decomposed": unicodedata.normalize("NFD", f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"),
    "spaces": f"<div><p>{FIRST.replace(' ', '&nbsp; ')}</p>"
    f"<p>{SECOND.replace(' ', chr(10) + '   ')}</p><p>\u200b{THIRD}</p></div>",
    "lines broken inside sentences": "<div>" + "".join(f"<p>{t.replace(' đã ', '<br>đã ')}</p>" for t in TEXT) + "</div>",
    "sections": f"<section><p>{FIRST}</p></section><section><p>{SECOND}</p></section><section><p>{THIRD}</p></section>",
    "comments and scripts": f"<div><!-- chèn --><p>{FIRST}</p><script>var p = '<p>không phải chữ</p>';</script><p>{SECOND}</p>"
    f"<style>p{{margin:0}}</style><p>{THIRD}</p></div>",
    "hidden": "<div><p style='display:none'>Đoạn này không hiện ra cho người đọc thấy, dù nó đủ dài.</p>"
    f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
}


@pytest.mark.parametrize("markup", MARKUPS.values(), ids=MARKUPS)
def test_text_is_the_same_in_every_markup(read: Reader, markup: str) -> None:
    assert read(markup).article_body.split("\n\n") == TEXT


NOISE = {
    "related box": "<div class='related'><h4>Tin liên quan</h4><ul>"
    "<li><a href='/a-1.html'>Hội thảo về nước sạch nông thôn</a></li></ul></div>",
    "related lines": "<p>&gt;&gt; <a href='/b-2.html'>Trao giải cuộc thi sáng tạo thanh thiếu niên</a></p>",
    "linked titles": "<p><a href='/c-3.html'>Khai mạc triển lãm sản phẩm khoa học của tỉnh</a></p>",
    "share bar": "<div class='sharedaddy'><a href='#'>Facebook</a> <a href='#'>Zalo</a> <a href='#'>Chia sẻ</a></div>",
    "counter": "<div class='post-views'><span>Lượt xem:</span> <span>1.204</span></div>",
    "buttons": "<p><a href='?print=1'>Bản in</a> | <a href='mailto:x'>Gửi email</a> | <span>A- A A+</span></p>",
    "rating": "<p>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p>",
    "form": "<form><label>Họ và tên</label><input name='n'><button>Gửi</button></form>",
}


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
@pytest.mark.parametrize("place", ["first", "inside", "last"])
def test_what_plugins_print_inside_the_text_is_left_out(read: Reader, noise: str, place: str) -> None:
    parts = [f"<p>{text}</p>" for text in TEXT]
    parts.insert({"first": 0, "inside": 2, "last": 3}[place], noise)
    assert read(f"<div class='entry-content'>{''.join(parts)}</div>").article_body.split("\n\n") == TEXT


def test_what_stands_behind_the_article_is_left_out(read: Reader) -> None:
    others = "".join(
        f"<li><a href='/d-{n}.html'>Hội viên tiêu biểu số {n} của tỉnh</a> (0{n}/09/2023)</li>" for n in range(1, 5)
    )
    comment = "<p>Ý kiến bạn đọc</p><p>Bài viết rất bổ ích, mong ban biên tập đăng tiếp phần sau.</p>"
    behind = f"<p>Các tin khác</p><ul>{others}</ul>{comment}"
    assert read(f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{behind}</div>").article_body.split("\n\n") == TEXT


def test_a_sentence_with_the_words_of_a_button_stays(read: Reader) -> None:
    line = "- Về số liệu: cập nhật đến hết quý ba, ghi rõ nguồn trích dẫn."
    assert line in read(f"<div><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p></div>").article_body


def test_a_word_that_stands_over_other_lists_elsewhere_does_not_end_the_text(read: Reader) -> None:
    body = read(f"<div><p>{FIRST}</p><p>Nổi bật</p><p>{SECOND}</p><p>{THIRD}</p></div>").article_body
    assert body.endswith(THIRD)


@pytest.mark.parametrize("line", ["Thiết kế bởi nhóm kỹ sư trẻ của Hội Xây dựng.", "Đơn vị thực hiện: Hội Làm vườn tỉnh."])
def test_a_sentence_with_the_words_of_a_foot_stays_inside_the_text(read: Reader, line: str) -> None:
    assert read(f"<div><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p></div>").article_body.split("\n\n") == [FIRST, line, SECOND]


def test_text_goes_on_behind_a_container_that_a_stray_tag_closed(read: Reader) -> None:
    texts = [f"Nội dung thứ {number} của hội nghị là: {text}" for number, text in enumerate(TEXT * 3)]
    inside = "".join(f"<p>{text}</p>" for text in texts)
    body = read(f"<div><div class='noi-dung'>{inside}</div></div><p>{THIRD}</p><div>Lượt xem: 12</div>").article_body
    assert body.split("\n\n") == [*texts, THIRD]


def test_a_lead_outside_the_container_comes_first_and_once(read: Reader) -> None:
    article = read(
        f"<h2 class='sapo'>{FIRST}</h2><div class='share'><a href='#'>Chia sẻ</a></div><div><p>{SECOND}</p><p>{THIRD}</p></div>"
    )
    assert article.article_body.split("\n\n") == TEXT
    assert article.description == FIRST


def test_a_lead_repeated_in_the_text_stands_once(read: Reader) -> None:
    article = read(
        f"<div class='hometext'>{FIRST}</div><div class='bodytext'><p><b>{FIRST}</b></p><p>{SECOND}</p><p>{THIRD}</p></div>"
    )
    assert article.article_body.split("\n\n") == TEXT


def test_an_article_pasted_twice_stands_once(read: Reader) -> None:
    whole = "".join(f"<p>{text}</p>" for text in TEXT)
    assert read(f"<div>{whole}{whole}</div>").article_body.split("\n\n") == TEXT


def test_a_paragraph_that_comes_again_further_on_stays(read: Reader) -> None:
    texts = [*TEXT, "Hội nghị cũng nghe ba báo cáo tham luận của các hội ngành.", "Các đại biểu thảo luận sôi nổi.", SECOND]
    assert read("<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>").article_body.split("\n\n") == texts


def test_headline_byline_and_source_are_fields_and_not_text(read: Reader) -> None:
    article = read(
        f"<div><p><b>Liên hiệp Hội tỉnh tổng kết công tác tư vấn, phản biện</b></p><p>{FIRST}</p><p>{SECOND}</p>"
        "<p align='right'><b>Lê Thu Hà</b></p><p>Nguồn: vusta.vn</p></div>"
    )
    assert article.article_body.split("\n\n") == [FIRST, SECOND]
    assert (article.authors, article.source) == (("Lê Thu Hà",), "vusta.vn")


def test_the_clock_of_the_site_is_no_date(read: Reader) -> None:
    assert str(read(MARKUPS["paragraphs"]).date_published) == "2023-10-02"


def test_a_data_table_gives_its_rows(read: Reader) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{count}</td></tr>"
        for name, count in (("Hội", "Đề tài"), ("Hội Làm vườn", "4"), ("Hội Y học", "7"))
    )
    article = read(f"<div><p>{FIRST}</p><table border=1>{rows}</table><p>{SECOND}</p></div>")
    assert Table(rows=(("Hội", "Đề tài"), ("Hội Làm vườn", "4"), ("Hội Y học", "7"))) in article.blocks
    assert "Hội Làm vườn | 4" in article.article_body


def test_lists_headings_and_marks_are_kept(read: Reader) -> None:
    article = read(
        f"<div><p>{FIRST}</p><h3>Kết quả</h3><ol><li>Góp ý <b>mười</b> dự thảo;</li><li>Ba hội thảo.</li></ol></div>"
    )
    heading, items = article.blocks[1:3]
    assert isinstance(heading, Heading)
    assert isinstance(items, ListBlock)
    assert (heading.level, items.ordered, len(items.items)) == (3, True, 2)
    assert [span.marks for span in items.items[0]] == [(), ("strong",), ()]


def test_a_poem_is_text_though_its_lines_are_short(read: Reader) -> None:
    lines = [
        "Sông quê trôi giữa đôi bờ",
        "Con thuyền chở nắng sang mùa lúa non",
        "Người đi giữ lấy vuông tròn",
        "Cho cây nên trái cho con nên người",
    ]
    assert read("<div>" + "<br>".join(lines) + "</div>").article_body.split("\n\n") == lines
