#!/usr/bin/env python3
"""Measures `kinerja convert` on every pollution of pollute.py; prints a table by kind.

usage: measure.py KINERJA [--dense] [--only KIND] [--every N] [--show N]

For strict, with the dialect declared and with it guessed: a case is exact when the output is the clean table
without the polluted record and the rejects name that record's line, byte offset and column and nothing else.
A row is silently wrong when it is in the output and neither in the clean table nor among the rejects.
For lenient: the share of the clean table's cells that stand in the output in their row and column.
Exits with 1 where strict with the dialect declared is not exact, or a row is silently wrong.
"""

import argparse
import csv
import io
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pollute  # noqa: E402


def convert(program, folder, case, arguments):
    source, rejects = os.path.join(folder, "in.csv"), os.path.join(folder, "rejects.csv")
    with open(source, "wb") as file:
        file.write(case.bytes)
    if os.path.exists(rejects):
        os.remove(rejects)
    run = subprocess.run([program, "convert", source, "--rejects", rejects] + arguments, capture_output=True,
                         timeout=60)
    rows = list(csv.reader(io.StringIO(run.stdout.decode("utf-8"), newline=""), strict=True))
    named = []
    if os.path.exists(rejects):
        with open(rejects, newline="", encoding="utf-8") as file:
            named = list(csv.DictReader(file))
    return run, rows, named


def strict(case, run, rows, named, declared):
    header = case.header
    if header is None and declared and case.dialect.header_lines:
        header = pollute.HEADER
    if declared and case.kind == "two headers":
        header = pollute.HEADER
    expected = ([header] if header else []) + case.records
    places = [(int(r["line"]), int(r["byte_offset"])) for r in named]
    columns = [int(r["column"] or 0) for r in named]
    named_right = places == case.rejects
    if case.kind == "two readings":
        named_right = case.rejects[0] in places and len(places) == len(case.rejects)
    exact = rows == expected and named_right and run.returncode == (1 if case.rejects else 0)
    if case.column:
        exact = exact and columns == [case.column]
    known = Counter(map(tuple, expected + [pollute.HEADER]))
    wrong = sum((Counter(map(tuple, rows)) - known).values())
    return exact, wrong


def recovered(case, rows):
    """Cells of the clean table found in their place: rows are told apart by their first cells that are right."""
    found = 0
    body = rows[1:] if rows and case.header is not None or len(rows) > len(case.clean) else rows
    for index, row in enumerate(case.clean):
        best = 0
        for other in body[max(0, index - 1):index + 2]:
            best = max(best, sum(a == b for a, b in zip(row, other)))
        found += best
    return found, sum(map(len, case.clean))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--dense", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    table = defaultdict(Counter)
    shown = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(pollute.cases(options.dense)):
            if options.only and case.kind != options.only or number % options.every:
                continue
            line = table[case.kind]
            line["cases"] += 1
            for mode, arguments in [("declared", case.dialect.arguments()), ("guessed", [])]:
                run, rows, named = convert(options.program, folder, case, arguments)
                exact, wrong = strict(case, run, rows, named, mode == "declared")
                line[mode] += exact
                line[mode + " wrong"] += wrong
                if not exact and shown < options.show:
                    shown += 1
                    print(f"--- {mode}: {case.kind} {case.name}: exit {run.returncode}, wrong {wrong}\n{case.bytes!r}\n"
                          f"{run.stderr.decode()}{[(r['line'], r['byte_offset'], r['column'], r['kind']) for r in named]}"
                          f" expected {case.rejects} {case.column}\n{rows[:3]}")
            _, rows, _ = convert(options.program, folder, case, case.dialect.arguments() + ["--lenient"])
            found, whole = recovered(case, rows)
            line["found"] += found
            line["cells"] += whole
    failed = False
    print(f"{'kind':24}{'cases':>7}{'declared':>10}{'guessed':>10}{'silently wrong':>16}{'lenient cells':>15}")
    total = Counter()
    for kind, line in table.items():
        total.update(line)
    for kind, line in [*table.items(), ("all", total)]:
        wrong = line["declared wrong"] + line["guessed wrong"]
        failed = failed or line["declared"] < line["cases"] or wrong > 0
        print(f"{kind:24}{line['cases']:7}{100 * line['declared'] / line['cases']:9.1f}%"
              f"{100 * line['guessed'] / line['cases']:9.1f}%{wrong:16}{100 * line['found'] / line['cells']:14.2f}%")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
