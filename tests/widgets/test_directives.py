"""A directive in a page becomes its HTML; anything else like one stops the build with a message that helps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markdown import Markdown

from cse_core import instrument_ids
from site_widgets.build import picture, pictures
from site_widgets.build.directives import DIRECTIVES, DirectiveError

# What a page's author may write after a directive that wants an instrument.
ALLOWED = "|".join(instrument_ids())


@pytest.fixture(scope="module", autouse=True)
def _drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pictures that the build draws before it makes the pages."""
    folder = tmp_path_factory.mktemp("drawn") / "pictures"
    pictures.write(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "PICTURES", folder)
        yield


def convert(text: str) -> str:
    """The page as both site generators convert it, with fenced code on."""
    return Markdown(extensions=["site_widgets.build.directives", "fenced_code", "attr_list", "md_in_html"]).convert(
        text
    )


def written() -> list[str]:
    """Every directive as a page may write it: once for each word that it takes."""
    return [
        f"{name} {word}".strip()
        for name, directive in DIRECTIVES.items()
        for word in (*directive.words(), *([""] if directive.fits("") else []))
    ]


@pytest.mark.parametrize("directive", written())
def test_every_directive_leaves_no_marker_behind(directive: str) -> None:
    """Each one expands to HTML."""
    made = convert(f"# Title\n\n<!-- cse:{directive} -->\n\nAfter.")
    assert "cse:" not in made
    assert "<p>After.</p>" in made


def test_raw_html_reaches_the_page_as_it_is() -> None:
    """Markdown does not touch what a directive made, and adds no paragraph round it."""
    made = convert("<!-- cse:emergency -->")
    assert made.startswith("<div ")
    assert "<p><div" not in made


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "one\n\n<!-- cse:fom pan-bedfordshire -->",
            ("page line 3", "cse:fom pan-bedfordshire", f"cse:form {ALLOWED}"),
        ),
        ("<!-- cse: -->", ("page line 1", "no directive", "cse:emergency")),
        ("<!-- cse:form -->", ("page line 1", "cse:form", f"cse:form {ALLOWED}")),
        ("<!-- cse:form lambeth-2013 -->", ("page line 1", "cse:form lambeth-2013", f"cse:form {ALLOWED}")),
        ("\n<!-- cse:emergency now -->", ("page line 2", "cse:emergency now", "wrong arguments")),
        ("<!-- cse:instrument pan-bedfordshire twice -->", ("cse:instrument pan-bedfordshire twice", "Allowed")),
    ],
)
def test_a_wrong_directive_names_line_words_and_what_is_allowed(page: str, said: tuple[str, ...]) -> None:
    """The build stops; the message can be acted on."""
    with pytest.raises(DirectiveError) as error:
        convert(page)
    for words in said:
        assert words in str(error.value)


def test_a_directive_shown_as_code_is_not_expanded() -> None:
    """A page can explain directives."""
    made = convert("```\n<!-- cse:nonsense -->\n```\n\nand `<!-- cse:nonsense -->` in a line")
    assert made.count("nonsense") == 2


def test_only_a_whole_line_is_a_directive() -> None:
    """Words round it make it an ordinary comment."""
    assert "warning" not in convert("see <!-- cse:emergency -->")
