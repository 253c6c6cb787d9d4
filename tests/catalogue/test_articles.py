"""Articles: what makes a version, what does not, and how they are found."""

from datetime import date, timedelta

import pytest

from scraper.article import Attachment, Capture, Image, Mentions, ReadBy
from scraper.catalogue import AddressState, Count, Outcome
from scraper.site import Kind

DAY = timedelta(days=1)
PICTURE = Image(url="http://lamgiang.example.vn/anh/1.jpg", alt="IMG_1", caption="Toàn cảnh hội thảo")


def test_the_first_reading_is_version_one(catalogue, make_article, now):
    assert catalogue.put(make_article(), now) is Outcome.NEW
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert record.headline == "Hội thảo khoa học lần thứ 1"
    assert (record.version, record.date_first_seen, record.date_last_seen, record.date_deleted) == (1, now, now, None)


def test_the_same_reading_again_only_moves_the_date_last_seen(catalogue, make_article, now):
    catalogue.put(make_article(), now)
    catalogue.commit()
    assert catalogue.put(make_article(), now + DAY) is Outcome.UNCHANGED
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert (record.version, record.date_first_seen, record.date_last_seen) == (1, now, now + DAY)
    assert len(catalogue.history(record.id)) == 1
    assert [change.seq for change in catalogue.changes()] == [1]


@pytest.mark.parametrize(
    "changed",
    [
        {"headline": "Hội thảo khoa học lần thứ nhất"},
        {"text": "Chiều 27/6, Liên hiệp hội tổ chức hội thảo khoa học."},
        {"description": "Sáng 27/6."},
        {"section": "Tin hoạt động"},
        {"keywords": ("hội thảo",)},
        {"date_published": date(2019, 6, 27)},
        {"date_modified": date(2019, 6, 28)},
        {"authors": ("Nguyễn Văn An",)},
        {"source": "Báo Lam Giang"},
        {"source_url": "http://baolamgiang.example.vn/"},
        {"images": (PICTURE,)},
        {"attachments": (Attachment(url="http://lamgiang.example.vn/a.pdf", name="Giấy mời"),)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_other_content_is_a_new_version(catalogue, make_article, now, changed):
    catalogue.put(make_article(), now)
    assert catalogue.put(make_article(**changed), now + DAY) is Outcome.CHANGED
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert (record.version, record.date_first_seen, record.date_last_seen) == (2, now, now + DAY)
    assert [(older.version, older.date_last_seen) for older in catalogue.history(record.id)] == [(1, now), (2, now + DAY)]


@pytest.mark.parametrize(
    "changed",
    [
        {"read_by": ReadBy(extractor="2", fields={"headline": "label"}, doubts=("một ký tự",))},
        {
            "capture": Capture(
                warc="a.warc.gz", offset=0, length=9, payload_digest="sha256:0", date="2024-03-01T00:00:00Z", status=200
            )
        },
        {"date_published_raw": "27/06/2019 | Lượt xem: 124"},
        {"url": "https://lamgiang.example.vn/tin/1.html?utm_source=zalo"},
        {"version": 7},
        {"mentions": Mentions()},
        {"copy_of": "urn:uuid:cdb00a8f-5900-52fc-a48b-375c0c353bfe"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_how_and_where_it_was_read_makes_no_version(catalogue, make_article, now, changed):
    catalogue.put(make_article(), now)
    assert catalogue.put(make_article(**changed), now + DAY) is Outcome.UNCHANGED


def test_alternative_texts_make_no_version_but_captions_do(catalogue, make_article, now):
    def with_picture(**changed):
        picture = PICTURE.model_copy(update=changed)
        return make_article(images=(picture,), blocks=(*make_article().blocks, picture))

    catalogue.put(with_picture(), now)
    assert catalogue.put(with_picture(alt="IMG_2"), now) is Outcome.UNCHANGED
    assert catalogue.put(with_picture(caption="Các đại biểu"), now) is Outcome.CHANGED


def test_a_content_that_comes_back_is_a_version_of_its_own(catalogue, make_article, now):
    for text in ("một", "hai", "một"):
        catalogue.put(make_article(text=text), now)
    catalogue.commit()
    assert [version.article_body for version in catalogue.history(make_article().id)] == ["một", "hai", "một"]


def test_a_deleted_article_keeps_its_record_and_history(catalogue, make_article, now):
    catalogue.put(make_article(), now)
    catalogue.delete(make_article().id, now + DAY)
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert (record.date_deleted, record.article_body) == (now + DAY, make_article().article_body)
    assert list(catalogue.articles()) == [record]
    assert catalogue.counts() == {"lam_giang": Count(standing=0, deleted=1)}


def test_an_article_is_deleted_once_and_an_unknown_one_never(catalogue, make_article, now):
    catalogue.put(make_article(), now)
    for _ in range(2):
        catalogue.delete(make_article().id, now + DAY)
        catalogue.commit()
    catalogue.delete(make_article(2).id, now)
    catalogue.commit()
    assert [change.kind for change in catalogue.changes()] == ["created", "deleted"]


@pytest.mark.parametrize("text", ["một", "hai"])
def test_an_article_that_stands_again_gets_a_version_of_its_own(catalogue, make_article, now, text):
    catalogue.put(make_article(text="một"), now)
    catalogue.delete(make_article().id, now + DAY)
    catalogue.commit()
    assert catalogue.put(make_article(text=text), now + 2 * DAY) is Outcome.RESTORED
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert (record.version, record.article_body, record.date_deleted) == (2, text, None)


def test_a_not_modified_answer_shows_that_the_article_stands(catalogue, frontier, make_article, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    (address,) = frontier.take(1, now)
    catalogue.put(make_article(), now)
    frontier.done(address, make_fetch(), make_article().id)
    catalogue.commit()
    known = catalogue.addresses.get("lam_giang", make_found(1).canonical)
    frontier.done(known, make_fetch(status=304, moment=now + DAY))
    catalogue.commit()
    assert catalogue.get(make_article().id).date_last_seen == now + DAY


@pytest.mark.parametrize("state", [AddressState.GONE, AddressState.FAILED, AddressState.REFUSED])
def test_an_answer_without_a_page_does_not_show_that(catalogue, frontier, make_article, make_found, make_fetch, now, state):
    frontier.discover([make_found(1)], now)
    (address,) = frontier.take(1, now)
    catalogue.put(make_article(), now)
    frontier.done(address, make_fetch(state, moment=now + DAY), make_article().id)
    catalogue.commit()
    assert catalogue.get(make_article().id).date_last_seen == now


def test_a_not_modified_answer_brings_a_deleted_article_back(catalogue, frontier, make_article, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    (address,) = frontier.take(1, now)
    catalogue.put(make_article(), now)
    frontier.done(address, make_fetch(), make_article().id)
    catalogue.delete(make_article().id, now)
    catalogue.commit()
    frontier.done(catalogue.addresses.get("lam_giang", make_found(1).canonical), make_fetch(status=304, moment=now + DAY))
    catalogue.commit()
    record = catalogue.get(make_article().id)
    assert (record.version, record.date_deleted, record.date_last_seen) == (2, None, now + DAY)


def twin(make_article, **changed):
    """Article 1 as it reads under the address of number 2."""
    return make_article(1, canonical_url=make_article(2).canonical_url, url=make_article(2).url, **changed)


def read_all(catalogue, frontier, readings, fetch, now):
    """Fetch everything that is due, the articles of ``readings`` where they stand."""
    for address in frontier.take(9, now):
        reading = next(one for one in readings if one.canonical_url == address.canonical)
        catalogue.put(reading, now)
        frontier.done(address, fetch, reading.id)
    catalogue.commit()


def test_two_addresses_of_one_article_in_one_run_make_one_record(
    catalogue, frontier, make_article, make_found, make_fetch, now
):
    frontier.discover([make_found(1), make_found(2)], now)
    read_all(catalogue, frontier, [make_article(1), twin(make_article)], make_fetch(), now)
    assert [record.url for record in catalogue.articles()] == [make_article(1).url]
    leading = catalogue.addresses.of_article(make_article(1).id)
    assert [address.canonical for address in leading] == [make_found(1).canonical, make_found(2).canonical]
    assert [change.kind for change in catalogue.changes()] == ["created"]


def test_an_article_that_reads_otherwise_at_a_second_address_does_not_flicker(
    catalogue, crawl, make_article, make_found, make_fetch, now
):
    readings = [make_article(1, section="Tin tức"), twin(make_article, section="Hoạt động hội")]
    for night in range(4):
        moment = now + night * DAY
        frontier = crawl(moment)
        frontier.discover([make_found(1), make_found(2)], moment)
        read_all(catalogue, frontier, readings, make_fetch(moment=moment, due=moment + DAY), moment)
    (record,) = catalogue.articles()
    assert (record.version, record.section, record.date_last_seen) == (1, "Tin tức", moment)
    assert catalogue.put(readings[1], now) is Outcome.TWIN


def test_what_the_site_names_today_counts_before_it_is_written(catalogue, crawl, make_article, make_found, make_fetch, now):
    frontier = crawl(now)
    frontier.discover([make_found(1), make_found(2)], now)
    read_all(catalogue, frontier, [make_article(1), twin(make_article)], make_fetch(), now)
    frontier = crawl(now + DAY)
    frontier.discover([make_found(2)], now + DAY)
    catalogue.commit()
    frontier.discover([make_found(1)], now + DAY)
    assert catalogue.put(twin(make_article, section="Hoạt động hội"), now + DAY) is Outcome.TWIN


def test_an_article_moves_when_its_address_is_gone(catalogue, crawl, make_article, make_found, make_fetch, known, now):
    frontier = crawl(now)
    frontier.discover([make_found(1), make_found(2)], now)
    read_all(catalogue, frontier, [make_article(1), twin(make_article)], make_fetch(), now)
    frontier.done(known(1), make_fetch(AddressState.GONE, status=404))
    catalogue.commit()
    assert catalogue.put(twin(make_article), now + DAY) is Outcome.CHANGED
    catalogue.commit()
    record = catalogue.get(make_article(1).id)
    assert (record.url, record.version) == (make_article(2).url, 2)


def test_an_article_moves_when_its_site_names_another_address_for_it(
    catalogue, crawl, make_article, make_found, make_fetch, now
):
    frontier = crawl(now)
    frontier.discover([make_found(1)], now)
    read_all(catalogue, frontier, [make_article(1)], make_fetch(), now)
    frontier = crawl(now + DAY)
    frontier.discover([make_found(2)], now + DAY)
    (address,) = frontier.take(1, now + DAY)
    assert catalogue.put(twin(make_article, headline="Hội thảo (sửa)"), now + DAY) is Outcome.CHANGED
    frontier.done(address, make_fetch(), make_article(1).id)
    catalogue.commit()
    assert catalogue.get(make_article(1).id).canonical_url == make_found(2).canonical


def test_articles_come_in_the_order_they_were_met_and_by_site(catalogue, make_article, now):
    for number in (3, 1, 2):
        catalogue.put(make_article(number), now)
        catalogue.put(make_article(number + 10, site="song_huong"), now)
    catalogue.put(make_article(3, headline="Sửa"), now)
    catalogue.commit()
    assert [record.id for record in catalogue.articles("lam_giang")] == [make_article(number).id for number in (3, 1, 2)]
    assert len(list(catalogue.articles())) == 6
    assert catalogue.counts() == {"lam_giang": Count(3, 0), "song_huong": Count(3, 0)}


def test_every_article_is_given_once_however_many_there_are(catalogue, make_article, now):
    for number in range(450):
        catalogue.put(make_article(number), now)
    catalogue.commit()
    assert [record.id for record in catalogue.articles()] == [make_article(number).id for number in range(450)]


def test_an_iteration_holds_no_transaction_while_its_reader_writes(catalogue, make_article, now):
    for number in range(250):
        catalogue.put(make_article(number), now)
    catalogue.commit()
    for record in catalogue.articles():
        catalogue.put(record.model_copy(update={"section": "Tin tức"}), now)
        catalogue.commit_when_full()
    catalogue.commit()
    assert {record.version for record in catalogue.articles()} == {2}


@pytest.mark.parametrize(
    "wanted",
    [
        "{id}",
        "{uuid}",
        "{start}",
        "URN:UUID:{start}",
        "http://www.lamgiang.example.vn/tin/1.html",
        "https://lamgiang.example.vn/tin/1.html",
        "lamgiang.example.vn/tin/1.html",
        " http://lamgiang.example.vn/tin/1.html?fbclid=x ",
        "http://lamgiang.example.vn/Default.aspx?tin=1&ctl=in",
    ],
)
def test_an_article_is_found_by_identifier_or_address(catalogue, frontier, make_article, make_found, make_fetch, now, wanted):
    printed = "http://lamgiang.example.vn/Default.aspx?tin=1&ctl=in"
    frontier.discover([make_found(5, canonical="https://lamgiang.example.vn/Default.aspx?tin=1", url=printed)], now)
    catalogue.put(make_article(1), now)
    catalogue.put(make_article(2), now)
    frontier.done(frontier.take(1, now)[0], make_fetch(), make_article(1).id)
    catalogue.commit()
    uuid = make_article(1).id.removeprefix("urn:uuid:")
    assert [record.id for record in catalogue.find(wanted.format(id=make_article(1).id, uuid=uuid, start=uuid[:8]))] == [
        make_article(1).id
    ]


@pytest.mark.parametrize("wanted", ["", "0", "%", "0000", "http://[", "http://lamgiang.example.vn/tin/9.html"])
def test_what_is_no_article_is_not_found(catalogue, make_article, now, wanted):
    catalogue.put(make_article(), now)
    catalogue.commit()
    assert catalogue.find(wanted) == []
    assert catalogue.get(wanted) is None
    assert catalogue.history(wanted) == []


def gone(catalogue, crawl, make_fetch, known, nights, now):
    """Answer 404 for article 1 in each of ``nights`` and return the frontier of the last."""
    for night in nights:
        frontier = crawl(now + night * DAY)
        frontier.done(known(1), make_fetch(AddressState.GONE, status=404, moment=now + night * DAY))
        catalogue.commit()
    return frontier


@pytest.mark.parametrize(
    ("nights", "before", "lost"), [([1], 4, False), ([1, 2], 4, False), ([1, 4, 7], 4, True), ([5, 6, 7], 4, False)]
)
def test_an_article_is_lost_after_several_answers_over_several_days(
    catalogue, crawl, make_article, make_found, make_fetch, known, now, nights, before, lost
):
    frontier = crawl(now)
    frontier.discover([make_found(1)], now)
    read_all(catalogue, frontier, [make_article(1)], make_fetch(), now)
    last = gone(catalogue, crawl, make_fetch, known, nights, now)
    found = catalogue.addresses.lost_articles("lam_giang", last.run.id, failures=3, before=now + before * DAY)
    assert found == ([make_article(1).id] if lost else [])


def test_an_article_is_not_lost_while_the_site_still_names_it(
    catalogue, crawl, make_article, make_found, make_fetch, known, now
):
    frontier = crawl(now)
    frontier.discover([make_found(1)], now)
    read_all(catalogue, frontier, [make_article(1)], make_fetch(), now)
    last = gone(catalogue, crawl, make_fetch, known, [1, 4, 7], now)
    last.discover([make_found(1)], now)
    catalogue.commit()
    assert catalogue.addresses.lost_articles("lam_giang", last.run.id, failures=3, before=now + 4 * DAY) == []


def test_an_article_is_not_lost_while_a_second_address_stands(
    catalogue, crawl, make_article, make_found, make_fetch, known, now
):
    frontier = crawl(now)
    frontier.discover([make_found(1), make_found(2, Kind.OTHER)], now)
    read_all(catalogue, frontier, [make_article(1), twin(make_article)], make_fetch(), now)
    last = gone(catalogue, crawl, make_fetch, known, [1, 4, 7], now)
    assert catalogue.addresses.lost_articles("lam_giang", last.run.id, failures=3, before=now + 4 * DAY) == []


def test_a_lost_article_is_named_until_it_is_deleted(catalogue, crawl, make_article, make_found, make_fetch, known, now):
    frontier = crawl(now)
    frontier.discover([make_found(1)], now)
    read_all(catalogue, frontier, [make_article(1)], make_fetch(), now)
    last = gone(catalogue, crawl, make_fetch, known, [1, 4, 7], now)
    for article_id in catalogue.addresses.lost_articles("lam_giang", last.run.id, 3, now + 4 * DAY):
        catalogue.delete(article_id, now + 7 * DAY)
    catalogue.commit()
    assert catalogue.addresses.lost_articles("lam_giang", last.run.id, 3, now + 4 * DAY) == []
    assert catalogue.get(make_article(1).id).date_deleted == now + 7 * DAY
