"""The command line: `cse-core` and `python -m cse_core` are the same program.

    cse-core assess CASE.json|-  --format json|text|markdown
    cse-core assess --jsonl [CASES.jsonl|-]
    cse-core changes CASE.json|- --format json|text
    cse-core compare VIGNETTE.json|-  --format json|text
    cse-core instruments
    cse-core instrument ID       --format json|markdown
    cse-core schema case|assessment

Exit codes: 0 done; 1 some line of --jsonl was refused; 2 nothing was scored, with one message on
standard error that names every problem and nothing on standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import IO

from . import (
    CseError,
    __version__,
    assess,
    assessment_schema,
    case_schema,
    changes_to_json,
    changes_to_text,
    compare,
    comparison_to_json,
    comparison_to_text,
    instrument_ids,
    instrument_to_json,
    instrument_to_markdown,
    load_instrument,
    read_case,
    read_vignette,
    to_json,
    to_markdown,
    to_text,
    what_would_change,
)
from .jsonl import assess_lines


def run(argv: Sequence[str] | None = None) -> int:
    """The program with these arguments (the process's own by default). Returns its exit code."""
    options = _parser().parse_args(argv)
    try:
        return int(options.command(options))
    except CseError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        return _refuse(f"{options.file}: {error.strerror or error}.")


def _assess(options: argparse.Namespace) -> int:
    if options.jsonl:
        return _assess_lines(options)
    if options.file is None:
        return _refuse("Which case? Give a file name, or - for standard input.")
    with _opened(options.file) as file:
        case = read_case(file.read())
    made = assess(case)
    _say(
        {"json": lambda: to_json(made), "text": lambda: to_text(made, case)}.get(
            options.format, lambda: to_markdown(made, case)
        )()
    )
    return 0


def _changes(options: argparse.Namespace) -> int:
    with _opened(options.file) as file:
        case = read_case(file.read())
    found = what_would_change(case)
    _say(changes_to_json(case, found) if options.format == "json" else changes_to_text(case, found))
    return 0


def _compare(options: argparse.Namespace) -> int:
    with _opened(options.file) as file:
        made = compare(read_vignette(file.read()))
    _say(comparison_to_json(made) if options.format == "json" else comparison_to_text(made))
    return 0


def _assess_lines(options: argparse.Namespace) -> int:
    if options.format != "json":
        return _refuse("--jsonl writes JSON only. Leave --format out.")
    read = refused = 0
    with _opened(options.file or "-") as file:
        for line, ok in assess_lines(file):
            _say(line)
            read += 1
            refused += not ok
    if not read:
        return _refuse("There was nothing to read. Allowed: one case on each line.")
    return 1 if refused else 0


def _instruments(_: argparse.Namespace) -> int:
    for id_ in instrument_ids():
        instrument = load_instrument(id_)
        _say(f"{id_}\t{instrument.title}, {instrument.edition}\t{len(instrument.indicators)} items\n")
    return 0


def _instrument(options: argparse.Namespace) -> int:
    instrument = load_instrument(options.id)
    _say(instrument_to_json(instrument) if options.format == "json" else instrument_to_markdown(instrument))
    return 0


def _schema(options: argparse.Namespace) -> int:
    schema = case_schema() if options.which == "case" else assessment_schema()
    _say(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0


def _opened(name: str) -> IO[bytes]:
    return open(sys.stdin.fileno(), "rb", closefd=False) if name == "-" else open(name, "rb")


def _say(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _refuse(message: str) -> int:
    sys.stderr.buffer.write(f"{message}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.flush()
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cse-core", description="Scores published CSE risk tools. A guide only.")
    parser.add_argument("--version", action="version", version=f"cse-core {__version__}")
    parser.set_defaults(file=None)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    scoring = commands.add_parser("assess", help="score a case")
    scoring.add_argument("file", nargs="?", help="a case file, or - for standard input")
    scoring.add_argument("--format", choices=("json", "text", "markdown"), default="json")
    scoring.add_argument("--jsonl", action="store_true", help="one case a line, one assessment a line")
    scoring.set_defaults(command=_assess)
    changing = commands.add_parser("changes", help="what single answer would change a case's reading")
    changing.add_argument("file", help="a case file, or - for standard input")
    changing.add_argument("--format", choices=("json", "text"), default="json")
    changing.set_defaults(command=_changes)
    comparing = commands.add_parser("compare", help="put one story to both instruments, and say why they differ")
    comparing.add_argument("file", help="a vignette file, or - for standard input")
    comparing.add_argument("--format", choices=("json", "text"), default="json")
    comparing.set_defaults(command=_compare)
    commands.add_parser("instruments", help="list the instruments").set_defaults(command=_instruments)
    whole = commands.add_parser("instrument", help="print one instrument whole")
    whole.add_argument("id", metavar="ID")
    whole.add_argument("--format", choices=("json", "markdown"), default="json")
    whole.set_defaults(command=_instrument)
    schema = commands.add_parser("schema", help="print a JSON Schema")
    schema.add_argument("which", choices=("case", "assessment"))
    schema.set_defaults(command=_schema)
    return parser


if __name__ == "__main__":
    sys.exit(run())
