"""Measure everything in one run and print it: python -m bench [--runs 7] [--clicks 60]"""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.advice_time import advice_times
from bench.browser import fresh_page
from bench.build_time import build_times
from bench.casefile_time import casefile_times, paper_weight
from bench.core_speed import cases_a_second
from bench.document_time import document_times, library_weights
from bench.machine import machine
from bench.reading_time import reading_times
from bench.start_time import start_times
from bench.stock import stock_site
from bench.weight import empty_site, page_weight, pages_without_a_tool

WORK = Path("build/bench")
# A copy, so that a build meanwhile does not take files away from a page that is being measured.
SITE = WORK / "ours"
LINES = (("unthrottled", {}, 0.45), ("20 Mbit/s + 40 ms", {"megabits": 20, "delay": 0.04}, 0.55))


def show_starts(playwright, runs):
    """Print navigation to reading-possible on each line."""
    sites = {"ours": SITE, "stock": stock_site(SITE, WORK / "stock")}
    print(f"\nNavigation to reading possible, cold, medians of {runs} (lowest–highest), ms")
    for name, line, aim in LINES:
        found = start_times(playwright, sites, runs, **line)
        ours, stock = found["ours"], found["stock"]
        ratio = ours["median"] / stock["median"]
        for who, row in found.items():
            print(
                f"  {name:18} {who:6} {row['median']:6.0f} ({row['low']:.0f}–{row['high']:.0f})"
                f"   {row['bytes'] / 1e6:.2f} MB over the network"
            )
        print(f"  {name:18} ratio  {ratio:6.2f} (aim: at most {aim}) {'met' if ratio <= aim else 'NOT MET'}")


def show_readings(playwright, clicks):
    """Print click to painted reading."""
    row = reading_times(playwright, SITE, clicks)
    print(f"\nClick to painted reading, {clicks} clicks, ms")
    print(f"  median {row['median']:.1f}   95th percentile {row['p95']:.1f}   worst {row['worst']:.1f}", end="")
    print(f"   first {row['first']:.1f} (aim: 95th percentile under 50) {'met' if row['p95'] < 50 else 'NOT MET'}")


def show_casefile(runs):
    """Print what the paperwork weighs, and how long a large case file takes."""
    times, size = casefile_times(runs)
    weights = paper_weight(SITE)
    paper, core = weights["paper.zip"] / 1e3, weights["core.zip"] / 1e3
    print(f"\nPaperwork: paper.zip {paper:.0f} kB beside core.zip {core:.0f} kB")
    print(f"  case file of {size / 1e3:.0f} kB in CPython, ms: open {times['open']:.1f}   put {times['put']:.1f}")
    print(f"  one case checked {times['one case']:.2f}   ratio {times['open'] / times['one case']:.0f}")


def show_advice(playwright, runs):
    """Print navigation to advice-possible, which waits for no Python, beside the home page's load."""
    print(f"\nI have noticed something: navigation to advice possible, medians of {runs} (lowest–highest), ms")
    for name, line, _ in LINES:
        for visit, row in advice_times(playwright, SITE, runs, **line).items():
            advice, home = row["advice"], row["home"]
            print(
                f"  {name:18} {visit:6} {advice['median']:6.0f} ({advice['low']:.0f}–{advice['high']:.0f})"
                f"   home page's load {home['median']:.0f} ({home['low']:.0f}–{home['high']:.0f})"
                f"   ratio {advice['median'] / home['median']:.2f}",
                end="",
            )
            met = "met" if advice["median"] < 1000 else "NOT MET"
            print(f" (aim: under 1000) {met}" if visit == "repeat" else "")


def show_weights(playwright):
    """Print what pages without a tool weigh, and any runtime byte they load."""
    print("\nWeight of a page without a tool, cold, compressed as GitHub Pages does")
    home, empty = page_weight(playwright, SITE), page_weight(playwright, empty_site(WORK / "empty"))
    print(f"  home page            {home['bytes'] / 1e3:6.1f} kB in {home['requests']} requests")
    print(f"  theme's empty page   {empty['bytes'] / 1e3:6.1f} kB in {empty['requests']} requests")
    print(f"  ratio                {home['bytes'] / empty['bytes']:6.2f}")
    pages = list(pages_without_a_tool(SITE))
    weighed = {path: page_weight(playwright, SITE, path and path + "/") for path in pages}
    by_weight = sorted(pages, key=lambda path: weighed[path]["bytes"])
    middle, *heaviest = by_weight[len(by_weight) // 2], *reversed(by_weight[-5:])
    print(f"  the page in the middle {weighed[middle]['bytes'] / 1e3:6.1f} kB ({middle})")
    for path in heaviest:
        print(f"  among the heaviest   {weighed[path]['bytes'] / 1e3:6.1f} kB ({path})")
    guilty = {path: row["runtime"] for path, row in weighed.items() if row["runtime"]}
    print(f"  runtime files loaded on the {len(pages)} pages without a tool: {guilty or 'none'}")


def show_documents(playwright, runs):
    """Print what the libraries that make files weigh, and how long a file takes."""
    print("\nLibraries, loaded only when asked for, kB (compressed)")
    for name, (size, small) in library_weights(SITE).items():
        print(f"  {name:20} {size / 1e3:7.1f} ({small / 1e3:.1f})")
    print(f"A file made in the page, medians of {runs}: the first, a later one, ms; its size, kB")
    for kind, row in document_times(playwright, SITE, runs).items():
        print(f"  {kind:20} {row['first']:6.0f} {row['later']:6.0f} {row['bytes'] / 1e3:7.1f}")


def show_build():
    """Print how long the pages take to build."""
    times = build_times(WORK / "build-time")
    ours, plain = (sorted(times[name])[len(times[name]) // 2] for name in ("ours", "plain"))
    print("\nBuilding every page, medians of 3, s")
    print(f"  ours {ours:.1f}   the same Markdown in the plain theme {plain:.1f}   ratio {ours / plain:.2f}")


def show_speed():
    """Print cases a second in CPython."""
    print("\nCases a second in this Python, one core")
    for name, speed in cases_a_second(1000).items():
        print(f"  {name:14} {speed:6.0f}")


def run():
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--clicks", type=int, default=60)
    given = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree("build/site", SITE)
    with sync_playwright() as playwright:
        with fresh_page(playwright) as page:
            version = (
                page.context.browser.version
                if page.context.browser
                else page.evaluate("navigator.userAgent.match(/Chrome\\/([\\d.]+)/)[1]")
            )
        print(machine(version))
        print(f"load at the start: {os.getloadavg()[0]:.1f}")
        show_starts(playwright, given.runs)
        show_readings(playwright, given.clicks)
        show_advice(playwright, given.runs)
        show_weights(playwright)
        show_documents(playwright, min(given.runs, 3))
    show_build()
    show_speed()
    show_casefile(given.runs)


if __name__ == "__main__":
    run()
