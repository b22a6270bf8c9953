"""The server for a built site: types, sub-paths, and files that are not there."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from site_widgets.build.serve import serving


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "page").mkdir(parents=True)
    (folder / "index.html").write_text("home")
    (folder / "page/index.html").write_text("page")
    (folder / "404.html").write_text("not here")
    for name in ("a.mjs", "a.js", "a.wasm", "a.zip", "a.json"):
        (folder / name).write_text("{}" * 100)
    (tmp_path / "secret.txt").write_text("outside")
    return folder


@pytest.mark.parametrize("base", ["/", "/some-repo/", "some-repo"])
def test_pages_are_found_under_the_base(site, base):
    with serving(site, base) as address:
        assert address.endswith("/" if base == "/" else "/some-repo/")
        assert urlopen(address).read() == b"home"
        assert urlopen(address + "page/").read() == b"page"
        root = "/".join(address.split("/")[:3])
        # The root, and the base without its slash, lead to the site.
        assert urlopen(root + "/").read() == b"home"
        assert urlopen(address.rstrip("/")).read() == b"home"


def test_outside_the_base_there_is_nothing(site):
    with serving(site, "/some-repo/") as address:
        root = address.removesuffix("some-repo/")
        with pytest.raises(HTTPError, match="404"):
            urlopen(root + "page/")


@pytest.mark.parametrize("path", ["../secret.txt", "..%2fsecret.txt", "page/../../secret.txt"])
def test_nothing_above_the_site_is_served(site, path):
    with serving(site) as address, pytest.raises(HTTPError, match="404"):
        urlopen(address + path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.wasm", "application/wasm"),
        ("a.zip", "application/zip"),
        ("a.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
    ],
)
def test_types(site, name, kind):
    with serving(site) as address:
        assert urlopen(address + name).headers["Content-Type"] == kind


def test_a_missing_page_shows_the_sites_own(site):
    with serving(site) as address, pytest.raises(HTTPError) as caught:
        urlopen(address + "nowhere")
    assert caught.value.code == 404
    assert caught.value.read() == b"not here"


def test_compression_is_for_measuring(site):
    with serving(site) as address:
        assert "Content-Encoding" not in urlopen(address + "a.wasm").headers
    with serving(site, compress=True, max_age=600) as address:
        answer = urlopen(address + "a.wasm")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Cache-Control"] == "max-age=600"
        assert "Content-Encoding" not in urlopen(address + "a.zip").headers


def test_head_answers_without_a_body(site):
    with serving(site) as address:
        assert urlopen(Request(address, method="HEAD")).read() == b""
