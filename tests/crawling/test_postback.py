"""The next page of an ASP.NET list is asked for with the form that its pager's button would send; no other button is pressed."""

import pytest

from scraper.extraction import read_page
from spiders.discovery.postback import following, steps

URL = "http://a.vn/tin/TinTuc.aspx?cat=5"
HIDDEN = (
    '<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value="">'
    '<input type="hidden" name="__VIEWSTATE" value="/wEP+x=="><input type="hidden" name="__VIEWSTATEGENERATOR" value="CA0B">'
)
ROWS = "".join(
    f"<p><a href='ChiTiet.aspx?id={n}'>Hội nghị lần thứ {n} của Liên hiệp Hội bàn về nuôi tôm nước lợ</a></p>" for n in range(9)
)


def link(text, target="ctl00$luoi", argument=""):
    return f"""<a href="javascript:__doPostBack('{target}','{argument}')">{text}</a>"""


def page(pager, rows=ROWS, form='<form method="post" action="TinTuc.aspx?cat=5">', hidden=HIDDEN):
    return read_page(f"<html><body>{form}{hidden}{rows}{pager}</form></body></html>".encode(), URL).root


def pressed(pager, number=1, **parts):
    """Return what the steps from page ``number`` press, and the numbers of the pages they lead to."""
    found = []
    for step in steps(page(pager, **parts), URL, number):
        fields = dict(step.fields)
        button = next((name for name in fields if name.startswith("trang")), None)
        found.append((button or fields["__EVENTTARGET"], fields[button or "__EVENTARGUMENT"], step.number))
    return found


def grid(*cells):
    return (
        f"<table><tr><td colspan='5'><table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table></td></tr></table>"
    )


def numbers(shown, first, last, leading=False, trailing=False):
    """Return the cells of a GridView's pager."""
    row = [f"<span>{n}</span>" if n == shown else link(n, argument=f"Page${n}") for n in range(first, last + 1)]
    before = [link("...", argument=f"Page${first - 1}")] * leading
    return grid(*before, *row, *[link("...", argument=f"Page${last + 1}")] * trailing)


@pytest.mark.parametrize(
    ("pager", "number", "argument"),
    [
        (numbers(1, 1, 5, trailing=True), 1, "Page$2"),
        (numbers(4, 1, 5, trailing=True), 4, "Page$5"),
        (numbers(5, 1, 5, trailing=True), 5, "Page$6"),
        (numbers(6, 6, 10, leading=True, trailing=True), 6, "Page$7"),
        (numbers(10, 6, 10, leading=True, trailing=True), 10, "Page$11"),
        (numbers(12, 11, 12, leading=True), 12, None),
        (numbers(2, 1, 2), 2, None),
        (numbers(1, 1, 2), 1, "Page$2"),
        (numbers(7, 6, 9, leading=True), 6, "Page$8"),
    ],
    ids=["first", "last but one of a block", "block", "leading dots", "second block", "end", "end of two", "two", "a jump"],
)
def test_a_grid_is_turned_to_its_end(pager, number, argument):
    assert [one[1] for one in pressed(pager, number)] == ([argument] if argument else [])


PAGER = f"<span>1</span> {link('2', 'ctl00$pg$ctl01$ctl01')} {link('3', 'ctl00$pg$ctl01$ctl02')}"


@pytest.mark.parametrize(
    ("pager", "number", "target"),
    [
        (f"<div>{link('1', 'rp$ctl00$so')} {link('2', 'rp$ctl01$so')}</div>", 1, "rp$ctl01$so"),
        (f"<div>{link('Trước', 'truoc')} Trang 1/7 {link('Sau', 'sau')}</div>", 1, "sau"),
        (f"<div>{link('&lt;', 'truoc')} 2 / 7 {link('&gt;', 'sau')} {link('&gt;&gt;', 'cuoi')}</div>", 2, "sau"),
        (f"<div><div>{link('4', 's4')} <b>5</b></div> {link('»', 'sau')}</div>", 5, "sau"),
        (f"<div>{link('4', 's4')} <b>5</b> <a onclick=\"__doPostBack('sau','')\"><img alt='Next' src='n.gif'></a></div>", 5, "sau"),
        (f"<div>{PAGER} {link('Trang sau »', 'sau')} (70 bản ghi)</div>", 1, "ctl00$pg$ctl01$ctl01"),
        (f"<div>{link('[1]', 's1')} {link('[2]', 's2')} trong tổng số 70 bản ghi</div>", 1, "s2"),
        ("<div><span>1</span> <a href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions(&quot;s2&quot;, &quot;&quot;, true))'>2</a></div>", 1, "s2"),
        ("<div><span>1</span> <a href='javascript:__doPostBack(%27s2%27,%27%27)'>2</a></div>", 1, "s2"),
        ("<div><a class='aspNetDisabled'>1</a> <input type='button' value='2' onclick=\"javascript:__doPostBack('s2','')\"></div>", 1, "s2"),
        ("<div><span>1</span> <input type='submit' name='trang$ctl01' value='2'></div>", 1, "trang$ctl01"),
        ("<div><input type='submit' disabled value='1'> <input type='submit' name='trang$ctl01' value='2'></div>", 1, "trang$ctl01"),
    ],
)  # fmt: skip
def test_pagers_of_all_makes_are_turned(pager, number, target):
    assert [one[0] for one in pressed(pager, number)] == [target]


@pytest.mark.parametrize(
    "buttons",
    [
        "".join(link(text, "menu", text) for text in ("Tin tức", "Văn bản", "Tiếp", "Sau", "Next", "...")),
        "<ul>"
        + "".join(f"<li>{link(text, 'cay', f's{text}')}</li>" for text in ("Hội viên 1", "Hội viên 2", "Ban 3"))
        + "</ul>",
        grid(link("&lt;", "lich", "V8766"), "Tháng 3 2024", link("&gt;", "lich", "V8826"))
        + grid(*(link(day, "lich", str(8790 + day)) for day in range(1, 8))),
        f"<div>{link('2019', 'nam')} {link('2020', 'nam')} {link('2021', 'nam')}</div>",
        "<p>Bước 1 <input type='submit' name='x' value='Gửi'> <input type='submit' name='y' value='Tìm kiếm'></p>",
        f"<p>Xem {link('2', 'binhluan')} bình luận về bài này của các hội viên ở trong tỉnh và ngoài tỉnh nhà</p>",
        "<div><span>1</span> <a href='?page=2'>2</a> <a href='?page=3'>3</a></div>",
    ],
    ids=["menu", "tree", "calendar", "years", "buttons", "comments", "pager with addresses"],
)
def test_nothing_else_is_pressed(buttons):
    assert pressed(buttons) == []


def test_a_form_that_is_none_of_aspnet_is_not_sent():
    assert pressed(f"<div>{PAGER}</div>", form="<form method='get'>") == []
    assert pressed(f"<div>{PAGER}</div>", hidden="") == []


def test_the_form_is_sent_as_a_browser_would():
    controls = (
        '<select name="muc"><option value="1">Một</option><option value="2" selected>Hai</option></select><select name="tinh">'
        '<option>Thanh Khê</option></select><input name="tim" value="Tìm kiếm"><input type="checkbox" name="a" checked>'
        '<input type="checkbox" name="b"><input name="tat" disabled value="x"><textarea name="ghi">chú</textarea>'
        '<input type="submit" name="gui" value="Gửi"><input type="hidden" value="không tên">'
    )
    (step,) = steps(page(f"{controls}<div>{PAGER}</div>"), URL)
    assert step.url == "http://a.vn/tin/TinTuc.aspx?cat=5"
    assert dict(step.fields) == {
        "__EVENTTARGET": "ctl00$pg$ctl01$ctl01",
        "__EVENTARGUMENT": "",
        "__VIEWSTATE": "/wEP+x==",
        "__VIEWSTATEGENERATOR": "CA0B",
        "muc": "2",
        "tinh": "Thanh Khê",
        "tim": "Tìm kiếm",
        "a": "on",
        "ghi": "chú",
    }


def test_a_form_that_broken_markup_ends_too_early_is_found_again():
    root = read_page(f"<html><body><form method='post'>{HIDDEN}</form><div>{PAGER}</div></body></html>".encode(), URL).root
    (step,) = steps(root, URL)
    assert (step.url, dict(step.fields)["__VIEWSTATE"]) == (URL, "/wEP+x==")


def test_two_lists_are_walked_each_with_its_own_pager():
    first, second = numbers(1, 1, 3), numbers(1, 1, 2).replace("ctl00$luoi", "ctl00$vanban")
    found = steps(page(f"{first}{ROWS}{second}{ROWS}{first}"), URL)
    assert [dict(step.fields)["__EVENTTARGET"] for step in found] == ["ctl00$luoi", "ctl00$vanban"]
    after = page(f"{numbers(1, 1, 3)}{ROWS}{numbers(2, 1, 2).replace('ctl00$luoi', 'ctl00$vanban')}")
    assert following(after, URL, found[1]) is None
    third = following(page(f"{numbers(2, 1, 3)}{ROWS}{second}"), URL, found[0])
    assert (dict(third.fields)["__EVENTARGUMENT"], third.number) == ("Page$3", 3)


def test_a_pager_is_known_again_though_its_buttons_change():
    (step,) = steps(page(f"<div><span>1</span> {link('2', 'rp$ctl01$so')} {link('Sau', 'sau')}</div>"), URL)
    behind = page(f"<div>{link('Trước', 'truoc')} {link('1', 'rp$ctl00$so')} <span>2</span> {link('Sau', 'sau')}</div>")
    assert dict(following(behind, URL, step).fields)["__EVENTTARGET"] == "sau"
