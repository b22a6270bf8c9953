"""The link check and the comparison of two sites find what they are for."""

from site_widgets.build.compare import differences
from site_widgets.build.links import check


def write(site, name, html):
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html)


def test_broken_links_and_places_are_found(tmp_path):
    write(tmp_path, "index.html", '<a href="page/#here">a</a><a href="page/#gone">b</a><a href="lost/">c</a>')
    write(tmp_path, "page/index.html", '<p id="here">x</p><a href="../">up</a><a href="../../out">d</a>')
    assert check(tmp_path) == [
        "index.html: lost/ leads nowhere",
        "index.html: page/#gone has no such place on its page",
        "page/index.html: ../../out leads nowhere",
    ]


def test_ids_are_unique_and_labels_name_one(tmp_path):
    write(tmp_path, "index.html", '<p id="a">x</p><p id="a">y</p><label for="b">z</label>')
    assert check(tmp_path) == [
        'index.html: id="a" is there 2 times',
        'index.html: names id="b", which is not there',
    ]


def test_other_hosts_are_not_asked(tmp_path):
    write(tmp_path, "index.html", '<a href="https://example.org/">a</a><a href="tel:999">b</a>')
    assert check(tmp_path) == []


def test_sites_that_differ_are_told_apart(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    write(one, "index.html", '<h1>Home</h1><form><input name="child.age" type="text"></form>')
    write(two, "index.html", '<h1>Home</h1><form><input name="age" type="text"></form>')
    write(one, "extra/index.html", "<h1>Only here</h1>")
    first, second = differences(one, two)
    assert first == "extra/index.html: only in one of the two"
    assert second.startswith("index.html: fields differ")
    assert differences(one, one) == []
