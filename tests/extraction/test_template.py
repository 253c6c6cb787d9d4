"""What many pages of a site have in common, and what a page is read like once that is known."""

import json
from collections.abc import Callable
from datetime import datetime
from itertools import product

import pytest

from scraper.article import Article
from scraper.dates import VIETNAM
from scraper.errors import NotAnArticle
from scraper.extraction import Learned, Learner, Page, Template, examine, extract, read_page
from scraper.extraction.template import FEWEST
from scraper.site import anonymous
from tests.extraction.shell import page

SITE = anonymous("http://lienhiephoi.example.vn/")
THINGS = ("chè", "lúa", "tôm", "cá tra", "cam sành", "nhãn lồng", "sâm", "rừng ngập mặn")
PLACES = ("vùng cao", "hạ lưu", "ven biển", "đồng bằng", "trung du", "hải đảo", "lòng hồ", "cửa sông")
TOPICS = [f"{thing} {place}" for place, thing in product(PLACES, THINGS)]
STANDING = "Mời bạn đọc theo dõi trang của Liên hiệp Hội để nhận tin mới nhất mỗi ngày."


def text_of(topic: str) -> str:
    """Return the paragraphs about ``topic``."""
    return (
        f"<p>Sáng ngày 30/9, hội thảo về {topic} đã nghe bảy báo cáo của các nhà khoa học trong và ngoài tỉnh.</p>"
        f"<p>Các đại biểu đề nghị sớm có đề án phát triển {topic} gắn với chế biến và thị trường tiêu thụ.</p>"
        f"<p>Theo ban tổ chức, diện tích {topic} tăng đều qua từng năm, song năng suất còn thấp so với cả nước.</p>"
        f"<p>Nhiều ý kiến cho rằng nông dân cần được hướng dẫn chọn giống, bón phân và ghi chép khi làm {topic}.</p>"
        f"<p>Bế mạc hội thảo, chủ tịch Liên hiệp Hội giao văn phòng gom các ý kiến về {topic} để gửi tỉnh.</p>"
    )


def captured(body: str, topic: str, number: int = 1):
    """Return the page of the article about ``topic`` with ``body`` under its headline."""
    url = f"http://lienhiephoi.example.vn/tin-tuc/hoi-thao-ve-{TOPICS.index(topic)}-{number}.html"
    return read_page(page(body, f"Hội thảo khoa học về {topic} năm nay"), url)


def learned(body: Callable[[str], str], count: int = FEWEST) -> Template:
    """Return the template that ``count`` articles teach, each with the body that is made for its topic."""
    learner = Learner()
    for topic in TOPICS[:count]:
        learner.look(examine(captured(body(topic), topic), SITE))
    return learner.template()


def read(body: Callable[[str], str], template: Template, topic: str = TOPICS[-1]) -> Article:
    """Return the article about ``topic`` as read with ``template``."""
    return extract(captured(body(topic), topic), SITE, template)


def standing(topic: str) -> str:
    """Return a body with a line of the site's at its end."""
    return f"<div>{text_of(topic)}<p>{STANDING}</p></div>"


def paragraphs(article: Article) -> list[str]:
    return article.article_body.split("\n\n")


def test_a_line_that_stands_under_every_article_is_no_text() -> None:
    assert paragraphs(read(standing, Template()))[-1] == STANDING
    assert len(paragraphs(read(standing, learned(standing)))) == 5
    assert STANDING not in read(standing, learned(standing)).article_body


def test_a_template_of_few_articles_says_nothing() -> None:
    template = learned(standing, FEWEST - 1)
    assert (template.frame, template.known) == (frozenset(), frozenset())
    assert STANDING in read(standing, template).article_body


def test_one_article_at_many_addresses_teaches_nothing() -> None:
    learner = Learner()
    for number in range(3 * FEWEST):
        learner.look(examine(captured(standing(TOPICS[0]), TOPICS[0], number), SITE))
    assert len(learner.template().articles) == 1


def test_a_formula_of_half_of_the_articles_is_text() -> None:
    def body(topic: str) -> str:
        return standing(topic) if TOPICS.index(topic) % 2 else f"<div>{text_of(topic)}</div>"

    assert STANDING in read(body, learned(body, 40)).article_body


def test_a_counter_is_the_same_line_whatever_it_shows() -> None:
    def body(topic: str) -> str:
        return f"<div>{text_of(topic)}<p>Bạn là người thứ {17 * TOPICS.index(topic)} quan tâm tới mục này.</p></div>"

    assert "Bạn là người thứ" not in read(body, learned(body)).article_body


def test_a_standing_byline_is_read_though_the_sites_own_line_stands_behind_it() -> None:
    def body(topic: str) -> str:
        return f"<div>{text_of(topic)}<p>Tin, ảnh: Trần Quốc Tuấn</p><p>Nguồn: vusta.vn</p><p>{STANDING}</p></div>"

    article = read(body, learned(body))
    assert (article.authors, article.source, len(paragraphs(article))) == (("Trần Quốc Tuấn",), "vusta.vn", 5)


def test_a_bare_name_under_every_article_is_its_author() -> None:
    def body(topic: str) -> str:
        return f"<div>{text_of(topic)}<p align='right'><b>Lê Thu Hà</b></p></div>"

    assert read(body, learned(body)).authors == ("Lê Thu Hà",)


def test_a_standing_caption_stays_with_its_picture() -> None:
    def body(topic: str) -> str:
        return f"<div>{text_of(topic)}<p align=center><img src='/a.jpg' width=400><br><em>Ảnh minh họa</em></p></div>"

    article = read(body, learned(body))
    assert [image.caption for image in article.images] == ["Ảnh minh họa"]


def test_a_standing_heading_over_other_articles_still_ends_the_text() -> None:
    def body(topic: str) -> str:
        return f"<div>{text_of(topic)}<p>Các tin khác</p><p>Đoạn đầu của một bài khác đứng ở cuối trang này.</p></div>"

    assert len(paragraphs(read(body, learned(body)))) == 5


def test_rows_of_tables_stay() -> None:
    def body(topic: str) -> str:
        row = "<tr><td>Tên giải pháp</td><td>Tác giả</td></tr>"
        return f"<div>{text_of(topic)}<table border=1>{row}<tr><td>Trồng {topic}</td><td>Bà Mai</td></tr></table></div>"

    assert "Tên giải pháp | Tác giả" in read(body, learned(body)).article_body


def commented(topic: str) -> str:
    """Return a body without a telling name, and opinions under it that grow longer than it."""
    number = TOPICS.index(topic)
    opinion = f"Tôi rất tán thành ý kiến của các nhà khoa học về {topic}, mong tỉnh sớm bắt tay vào việc này cho bà con."
    opinions = "".join(f"<p>{opinion}</p>" for _ in range(12 if number > 40 else 0))
    return f"<div class='khung-a'>{text_of(topic)}</div><div><a href='#gui'>Gửi ý kiến</a></div><div class='khung-b'>{opinions}</div>"


def test_the_container_of_other_articles_is_tried_first() -> None:
    assert "Tôi rất tán thành" in read(commented, Template()).article_body
    article = read(commented, learned(commented))
    assert ("Tôi rất tán thành" in article.article_body, article.read_by.fields["body"]) == (False, "template")


def test_a_known_container_with_little_text_decides_nothing() -> None:
    def emptied(topic: str) -> str:
        return f"<div class='khung-a'><p>Xem tin.</p></div><div class='khung-moi'>{text_of(topic)}</div>"

    article = read(emptied, learned(commented))
    assert (len(paragraphs(article)), article.read_by.fields["body"] == "template") == (5, False)


def test_a_known_container_that_a_stray_tag_closed_early_does_not_cut_the_text() -> None:
    def torn(topic: str) -> str:
        rest = "".join(
            f"<p>Ý kiến {number} nói về {topic}, cho rằng cần giữ lấy giống cũ.</p><p>Kết quả</p>" for number in range(4)
        )
        return f"<div class='khung'><div class='khung-a'>{text_of(topic)}</div></div>{rest}</div>"

    assert paragraphs(read(torn, learned(commented))) == paragraphs(read(torn, Template()))


def test_a_page_is_an_article_or_none_whatever_the_template_says() -> None:
    def listing(topic: str) -> str:
        cards = "".join(
            f"<h3><a href='/{n}.html'>Hội thảo bàn về {one}</a></h3><p>{STANDING}</p>" for n, one in enumerate(TOPICS[:5])
        )
        return f"<div class='khung-a'>{cards}</div>"

    for template in (Template(), learned(commented), learned(standing)):
        with pytest.raises(NotAnArticle, match="listing"):
            read(listing, template)


def test_a_template_survives_json() -> None:
    template = learned(commented)
    known = Learned(template, learned(standing, 3))
    assert Learned.from_json(json.loads(json.dumps(known.to_json()))) == known
    assert template.frame
    assert template.known


def test_memory_holds_what_recurs_and_not_the_texts() -> None:
    learner = Learner()
    for topic in TOPICS:
        lines = "".join(f"<p>{topic} {place}, {thing}: câu chuyện thứ nhất.</p>" for place, thing in product(PLACES, THINGS))
        learner.look(examine(captured(f"<div>{text_of(topic)}{lines}<p>{STANDING}</p></div>", topic), SITE))
    assert len(learner.articles) == len(TOPICS)
    assert len(learner.lines) < 25 * len(TOPICS) + 100
    assert len(learner.template().lines) < 20


def test_a_template_is_lost_when_few_texts_stand_where_it_says() -> None:
    template = learned(commented)
    assert [template.is_lost(*counts) for counts in ((10, 0), (6, 4), (3, 7), (0, 10), (0, FEWEST - 1))] == [
        False,
        False,
        True,
        True,
        False,
    ]
    assert not learned(commented, 2).is_lost(0, 100)


def taught(before: Learned, body: Callable[[str], str], topics: list[str], lost: bool = False) -> Learned:
    """Return what is known after a crawl that saw the articles about ``topics``."""
    crawl, gathering = Learner(), Learner(before.gathered)
    for topic in topics:
        reading = examine(captured(body(topic), topic), SITE)
        crawl.look(reading)
        gathering.look(reading)
    return before.after(crawl.template(), gathering.template(), lost)


def test_an_old_shape_is_gone_after_one_crawl_that_saw_enough() -> None:
    old = taught(Learned(), commented, TOPICS[:30])
    new = taught(old, standing, TOPICS[30:55])
    assert new.template.frame
    assert new.template.known.isdisjoint(old.template.known)


def test_nights_with_few_new_articles_are_gathered() -> None:
    known = taught(Learned(), commented, TOPICS[:30])
    for night in range(4):
        again = taught(known, standing, TOPICS[30 : 35 + night])  # every night sees the articles of the nights before too
        assert again.template == known.template
        known = again
    assert len(known.gathered.articles) == 8
    assert taught(known, standing, TOPICS[38:50]).template.known.isdisjoint(known.template.known)


def test_what_is_gathered_serves_a_site_without_a_template_from_the_eighth_article_on() -> None:
    known = taught(Learned(), standing, TOPICS[:5])
    assert not known.template.speaks
    assert taught(known, standing, TOPICS[5:9]).template.frame


def test_the_same_articles_night_after_night_teach_nothing_new() -> None:
    known = Learned()
    for _ in range(10):
        known = taught(known, standing, TOPICS[:3])
    assert (len(known.gathered.articles), known.template.speaks) == (3, False)


def test_a_small_site_is_learned_anew_each_night() -> None:
    old = taught(Learned(), commented, TOPICS[:12])
    assert taught(old, standing, TOPICS[:12]).template.known.isdisjoint(old.template.known)


def test_a_template_that_is_lost_gives_way_to_what_few_articles_teach() -> None:
    old = taught(Learned(), commented, TOPICS[:30])
    assert taught(old, standing, TOPICS[:FEWEST]).template == old.template
    assert taught(old, standing, TOPICS[:FEWEST], lost=True).template == learned(standing)


def test_values_for_programs_between_lines_of_the_frame_are_no_text() -> None:
    """What microdata hides in the page is printed where the style sheet that hides it is not known."""

    def body(topic: str) -> str:
        address = f"http://lienhiephoi.example.vn/tin-tuc/{TOPICS.index(topic)}.html"
        values = f"<span>2023-10-02T08:00:00+07:00</span> <span>{address}</span> <span>/uploads/anh.jpg</span>"
        return f"<div>{values}<p>Ban Quản trị trang tin điện tử của Liên hiệp Hội tỉnh</p>{text_of(topic)}</div>"

    assert len(paragraphs(read(body, Template()))) == 6
    assert len(paragraphs(read(body, learned(body)))) == 5


@pytest.mark.parametrize(
    ("proof", "read_as"), [("8/27/2017 9:00:00 AM", datetime(2017, 8, 10)), ("27/8/2017 9:00:00 AM", datetime(2017, 10, 8))]
)
def test_one_day_that_no_month_can_be_tells_the_order_of_all_dates_of_the_site(proof: str, read_as: datetime) -> None:
    learner = Learner()
    for topic in TOPICS[:FEWEST]:
        learner.look(examine(dated(proof if topic == TOPICS[3] else "9/9/2017 9:00:00 AM", topic), SITE))
    article = extract(dated("8/10/2017 2:29:58 PM", TOPICS[-1]), SITE, learner.template())
    assert article.date_published == read_as.replace(hour=14, minute=29, second=58, tzinfo=VIETNAM)


def dated(date: str, topic: str) -> Page:
    """Return the page of the article about ``topic`` with ``date`` under its headline."""
    body = page(f"<div>{text_of(topic)}</div>", f"Hội thảo khoa học về {topic} năm nay").decode()
    return read_page(body.replace("02/10/2023", date).encode(), f"http://lienhiephoi.example.vn/{TOPICS.index(topic)}.html")


def test_a_template_comes_back_from_json_as_it_was() -> None:
    template = learned(standing)
    assert Template.from_json(json.loads(json.dumps(template.to_json()))) == template
