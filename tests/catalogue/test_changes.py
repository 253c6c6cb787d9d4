"""The change log and its readers' cursors."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.catalogue import Change, Outcome, open_catalogue

DAY = timedelta(days=1)


def test_every_change_is_told_in_order_with_what_is_needed_to_follow_it(catalogue, make_article, now):
    one, two = make_article(1), make_article(2)
    catalogue.put(one, now)
    catalogue.put(two, now)
    catalogue.commit()
    catalogue.put(make_article(1, headline="Sửa"), now + DAY)
    catalogue.delete(two.id, now + DAY)
    catalogue.commit()
    assert list(catalogue.changes()) == [
        Change(1, "created", one.id, 1, one.url, "lam_giang", now),
        Change(2, "created", two.id, 1, two.url, "lam_giang", now),
        Change(3, "updated", one.id, 2, one.url, "lam_giang", now + DAY),
        Change(4, "deleted", two.id, 1, two.url, "lam_giang", now + DAY),
    ]


@pytest.mark.parametrize(
    ("after", "limit", "expected"),
    [
        (0, None, range(1, 8)),
        (0, 3, range(1, 4)),
        (3, 3, range(4, 7)),
        (6, 3, range(7, 8)),
        (7, None, []),
        (99, 1, []),
        (0, 0, []),
    ],
)
def test_a_reader_goes_on_from_any_number(catalogue, make_article, now, after, limit, expected):
    for number in range(7):
        catalogue.put(make_article(number), now)
    catalogue.commit()
    assert [change.seq for change in catalogue.changes(after, limit)] == list(expected)


def test_a_long_log_is_given_whole(catalogue, make_article, now):
    catalogue.batch.size = 2000
    for number in range(1100):
        catalogue.put(make_article(number), now)
    catalogue.commit()
    assert [change.seq for change in catalogue.changes()] == list(range(1, 1101))
    assert [change.seq for change in catalogue.changes(after=10, limit=600)] == list(range(11, 611))


def test_a_reader_that_has_not_begun_stands_at_nought(catalogue):
    assert catalogue.cursor("search") == 0


def test_each_reader_has_its_own_place_which_may_be_set_back(catalogue):
    catalogue.advance("search", 40)
    catalogue.advance("feeds", 7)
    catalogue.advance("search", 55)
    assert (catalogue.cursor("search"), catalogue.cursor("feeds")) == (55, 7)
    catalogue.advance("search", 0)
    assert catalogue.cursor("search") == 0


def test_a_cursor_is_kept_without_a_commit(tmp_path):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.advance("search", 40)
    with open_catalogue(tmp_path) as catalogue:
        assert catalogue.cursor("search") == 40


class Model:
    """What the archive should hold, in the plainest form."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.gone: set[str] = set()
        self.versions = 0

    def put(self, article):
        known, standing = article.id in self.texts, article.id not in self.gone
        same = self.texts.get(article.id) == article.article_body
        self.texts[article.id] = article.article_body
        self.gone.discard(article.id)
        outcome = Outcome.RESTORED if known and not standing else Outcome.NEW if not known else Outcome.CHANGED
        outcome = Outcome.UNCHANGED if known and standing and same else outcome
        self.versions += outcome is not Outcome.UNCHANGED
        return outcome

    def delete(self, article_id):
        self.gone |= {article_id} & self.texts.keys()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(1, 3), st.sampled_from(["một", "hai", "ba"])),
        st.tuples(st.just("delete"), st.integers(1, 3), st.just("")),
        st.tuples(st.just("commit"), st.just(0), st.just("")),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_whatever_happens_the_log_tells_exactly_how_the_articles_stand(tmp_path_factory, make_article, now, steps):
    model = Model()
    with open_catalogue(tmp_path_factory.mktemp("catalogue")) as catalogue:
        for minute, (step, number, text) in enumerate(steps):
            moment = now + timedelta(minutes=minute)
            match step:
                case "put":
                    article = make_article(number, text)
                    assert catalogue.put(article, moment) is model.put(article)
                case "delete":
                    catalogue.delete(make_article(number).id, moment)
                    model.delete(make_article(number).id)
                case "commit":
                    catalogue.commit()
        catalogue.commit()
        assert_is_as_in(catalogue, model)


def assert_is_as_in(catalogue, model):
    records = {record.id: record for record in catalogue.articles()}
    assert {key: record.article_body for key, record in records.items()} == model.texts
    assert {key for key, record in records.items() if record.date_deleted} == model.gone
    log = list(catalogue.changes())
    assert [change.seq for change in log] == list(range(1, len(log) + 1))
    named = [(change.id, change.version) for change in log if change.kind != "deleted"]
    assert len(named) == len(set(named)) == model.versions
    assert {change.id: change.kind == "deleted" for change in log} == {key: key in model.gone for key in model.texts}
    assert {change.id: change.version for change in log} == {key: record.version for key, record in records.items()}
    assert all(len(catalogue.history(key)) == record.version for key, record in records.items())
