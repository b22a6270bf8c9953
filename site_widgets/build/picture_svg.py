"""Graphviz's SVG made fit for a page: shapes and words with class names, and nothing that is style."""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
KEPT = {"class", "cx", "cy", "d", "points", "rx", "ry", "text-anchor", "transform", "viewBox", "x", "y"}
NUMBERS = re.compile(r"-?[\d.]+")
NUMBER = re.compile(r"-?\d+\.\d+")
# Graphviz counts in points; the style sheet's text has the size that it has at 16 units to a rem.
UNITS_PER_REM = 16


def tidy(drawn: str, dot: str, id_: str, title: str, description: str, scale: float) -> str:
    """The picture as one `<svg role="img">` with a name and a description, `scale` times its own size.

    It remembers what it was drawn from: see `drawn_from`.
    """
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    svg = ET.fromstring(drawn)
    for element in svg.iter():
        if element.get("class", "").startswith("node"):
            _centre(element)
        for name, value in list(element.attrib.items()):
            if name not in KEPT:
                del element.attrib[name]
            else:
                element.set(name, NUMBER.sub(_shorter, value))
        for child in list(element):
            if child.tag == f"{SVG}title":
                element.remove(child)
            elif child.tail:
                child.tail = "\n"
    (drawing,) = svg
    drawing.set("transform", drawing.get("transform", "").replace("scale(1 1) rotate(0) ", ""))
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        said = ET.Element(f"{SVG}{tag}", {"id": f"{id_}-{tag}"})
        said.text = words
        svg.insert(place, said)
    width = float(svg.get("viewBox", "").split()[2])
    svg.attrib = {
        "role": "img",
        "aria-labelledby": f"{id_}-title",
        "aria-describedby": f"{id_}-desc",
        "viewBox": svg.get("viewBox", ""),
        "width": f"{width * scale / UNITS_PER_REM:.2f}rem",
        "data-drawn-from": fingerprint(dot),
    }
    return ET.tostring(svg, encoding="unicode") + "\n"


def _centre(node: ET.Element) -> None:
    """Set the words in the middle of their box, so that they stay there in a wider or narrower font."""
    shape = next(child for child in node if child.tag != f"{SVG}title")
    points = NUMBERS.findall(shape.get("points") or shape.get("d") or "")
    if not points:
        return
    across = [float(x) for x in points[::2]]
    for words in node.iter(f"{SVG}text"):
        words.set("text-anchor", "middle")
        words.set("x", f"{(min(across) + max(across)) / 2:.2f}")


def fingerprint(dot: str) -> str:
    """What `drawn_from` gives for a picture of this drawing."""
    return hashlib.sha256(dot.encode()).hexdigest()[:16]


def drawn_from(svg: str) -> str:
    """The fingerprint of the drawing that this picture was made from; empty if it is no picture of ours."""
    found = re.search(r'data-drawn-from="(\w+)"', svg)
    return found[1] if found else ""


def _shorter(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")
