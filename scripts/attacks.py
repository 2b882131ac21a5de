#!/usr/bin/env python3
"""Gives hostile files to kinerja, one at a time, and measures what each costs.

    usage: scripts/attacks.py PROGRAM [--seconds 2] [--megabytes 300] [--quick] [--only TEXT] [--table]

Every attack is one small job with one file that somebody spoilt on purpose. It must end within the limits, with the
exit code that is stated here, and with words that name the file. Exits with 1 when an attack does not. Seconds are
those of the processor, so that they mean the same on a busy machine.
"""

import argparse
import csv
import gzip
import io
import os
import pathlib
import random
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import zipfile
import zlib

NIPS = ["198001012005011001", "198102022006022002", "198203032007031003"]
REGISTER = "NIP,NAMA,UNIT\n" + "".join(f"{nip},Orang Rekaan,Satu\n" for nip in NIPS)
HEADER = "NIP,KODE,BULAN,REALISASI\n"
ROWS = HEADER + "".join(f"{nip},A,2025-07,90\n" for nip in NIPS)
DEFINITION = """\
kinerja: 1
pipeline: serangan
title: Berkas yang dirusak
period: quarter
nip: syntax
ingest:
  pegawai:
    kind: register
    files: pegawai.csv
    columns: {{ nip: NIP, nama: NAMA, unit: UNIT }}
  indikator:
    kind: indicator
    files: indikator.csv
    columns: {{ indikator: KODE, arah: ARAH, bobot: BOBOT, target: TARGET }}
  capaian:
    kind: attainment
    files: "{pattern}"
    key: [nip, indikator, bulan]
    reject_limit: none
    format: {format}
    columns: {columns}
score:
  schemes:
    - id: semua
      components: [ {{ id: capaian, method: attainment, from: [capaian], cap: 120, weight: 100 }} ]
      predikat: [ {{ predikat: Baik, from: 90 }}, {{ predikat: Kurang }} ]
"""
CSV_COLUMNS = "{ nip: NIP, indikator: KODE, bulan: BULAN, realisasi: REALISASI }"
XML_COLUMNS = '{ nip: "@nip", indikator: kode, bulan: bulan, realisasi: realisasi }'
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
XML_ROW = '<baris nip="{0}"><kode>A</kode><bulan>2025-07</bulan><realisasi>{1}</realisasi></baris>\n'


class Attack:
    """One spoilt job: what it is called, how it is made, what must come of it."""

    def __init__(self, name, make, code, says, kind="csv", before=(), during=None, arguments=(),
                 seconds=None, megabytes=None):
        self.name, self.make, self.code, self.says = name, make, code, says
        self.kind, self.before, self.during, self.arguments = kind, before, during, arguments
        # Limits of its own, for a file whose sound bytes alone cost more.
        self.seconds, self.megabytes = seconds, megabytes


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def file(name, content):
    """An attack that consists of one file, made when it is needed: some are large."""
    return lambda inputs: put(inputs / name, content() if callable(content) else content)


def pieces(name, parts):
    """A file too large to be made in memory."""

    def make(inputs):
        path = inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            for part in parts():
                out.write(part)

    return make


def xml(body, head=XML_HEAD):
    return file("capaian/satu.xml", lambda: head + (body() if callable(body) else body))


# -- text -------------------------------------------------------------------------------------------------------------


def sparse(inputs):
    path = inputs / "capaian/satu.csv"
    put(path, ROWS)
    os.truncate(path, 1 << 30)


def repeated(piece, total):
    return (piece for _ in range(total // len(piece)))


def long_line(start, piece, end):
    def parts():
        yield start.encode()
        yield from repeated(piece, 1 << 30)
        yield end.encode()

    return parts


TEXT = [
    Attack("file of a gigabyte of nothing (sparse)", sparse, 3, ["satu.csv", "I908"]),
    Attack("zero byte in a cell", file("capaian/satu.csv", ROWS.replace("90", "9\0", 1)), 3, ["satu.csv", "I908"]),
    Attack("line of a gigabyte in place of a record",
           pieces("capaian/satu.csv", long_line(ROWS, b"a" * (1 << 20), "\n")), 0, ["satu.csv;5;I103"], seconds=6),
    Attack("line of a gigabyte in place of the header",
           pieces("capaian/satu.csv", long_line("", b"a" * (1 << 20), "\n" + ROWS)), 3, ["satu.csv", "I9"]),
    Attack("quoted cell of a gigabyte with line breaks",
           pieces("capaian/satu.csv", long_line(ROWS + '"', b"a\n" * (1 << 19), '"\n')), 3, ["satu.csv:", "V901"]),
    Attack("quote that opens a gigabyte and never closes",
           pieces("capaian/satu.csv", long_line(ROWS + f'"{NIPS[0]},A,2025-08,1\n', b"x" * 4095 + b"\n", "")),
           3, ["satu.csv:", "V901"]),
    Attack("cell of 16 MiB", file("capaian/satu.csv", lambda: ROWS + f"{NIPS[0]},A,2025-08," + "9" * (16 << 20) + "\n"),
           0, ["satu.csv;5;I103"]),
    Attack("number of a million digits",
           file("capaian/satu.csv", lambda: ROWS + f"{NIPS[0]},A,2025-08," + "9" * 1_000_000 + "\n"),
           0, ["satu.csv;5;V204"]),
    Attack("header of a million columns",
           file("capaian/satu.csv", lambda: HEADER.strip() + ",X" * 1_000_000 + "\n" + ROWS), 3, ["satu.csv", "I9"]),
    Attack("header of 400,000 columns, below the limit of a record",
           file("capaian/satu.csv", lambda: HEADER.strip() + ",X" * 400_000 + "\n"
                + f"{NIPS[0]},A,2025-07,90" + "," * 400_000 + "\n"), 0, ["ditolak 0"]),
    Attack("header of 250,000 columns, all different, of which one is missing",
           file("capaian/satu.csv", lambda: ",".join(map(str, range(150_000))) + "\n"), 3, ["satu.csv:1", "I902"]),
    Attack("record of a million cells",
           file("capaian/satu.csv", lambda: ROWS + "1," * 500_000 + "\n"), 0, ["satu.csv;5;I101"]),
    Attack("ten million records of one cell", file("capaian/satu.csv", lambda: ROWS + "x\n" * 10_000_000), 3,
           ["satu.csv:1", "V901"]),
    Attack("100 records above the limit of a record",
           pieces("capaian/satu.csv", lambda: [ROWS.encode()] + [b"9" * 1_100_000 + b"\n"] * 100), 0,
           ["satu.csv;104;I103"]),
    Attack("ten million blank lines",
           file("capaian/satu.csv", lambda: ROWS + "\n" * 10_000_000), 0, ["ditolak 0"]),
    Attack("lone surrogates in UTF-16",
           file("capaian/satu.csv", lambda: b"\xff\xfe" + HEADER.encode("utf-16-le")
                + "".join(f"{nip},A,2025-07,90\n" for nip in NIPS).encode("utf-16-le")
                + f"{NIPS[0]},\ud800,2025-08,90\n{NIPS[0]},\udc00,2025-09,90\n".encode("utf-16-le", "surrogatepass")),
           0, ["satu.csv;5;I104", "satu.csv;6;I104"], kind="csv16"),
    Attack("UTF-16 cut within a character",
           file("capaian/satu.csv", lambda: b"\xff\xfe" + ROWS.encode("utf-16-le")[:-1]), 3, ["satu.csv", "I908"],
           kind="csv16"),
    Attack("invalid UTF-8 in one record",
           file("capaian/satu.csv", ROWS.encode() + NIPS[0].encode() + b",\xc3\x28,2025-08,90\n"),
           0, ["satu.csv;5;I104"]),
    Attack("a megabyte of chance", file("capaian/satu.csv", lambda: random.Random(5).randbytes(1 << 20)), 3,
           ["satu.csv", "I9"]),
]

# -- markup -----------------------------------------------------------------------------------------------------------

LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>\n<capaian>&a9;</capaian>"
XML = [
    Attack("entities that unpack to a billion", xml(LAUGHS), 3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("entity of a quarter megabyte, asked for 100,000 times",
           xml(lambda: "<!DOCTYPE a [<!ENTITY a '" + "a" * 250_000 + "'>]>\n<capaian>" + "&a;" * 100_000 + "</capaian>"),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("external entity", xml('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<capaian>&a;</capaian>'),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("external DTD", xml('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">\n<capaian/>'),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("entity that nobody declared", xml("<capaian>&rahasia;</capaian>"), 3, ["satu.xml:2", "I90"], kind="xml"),
    Attack("a million elements inside one another", xml(lambda: "<a>" * 1_000_000), 3, ["satu.xml:2", "I907"],
           kind="xml"),
    Attack("attribute of 64 MiB", xml(lambda: '<capaian><baris nip="' + "9" * (64 << 20) + '"/></capaian>'),
           3, ["satu.xml:2", "I90"], kind="xml"),
    Attack("field of 64 MiB", xml(lambda: "<capaian><baris nip='1'><kode>" + "9" * (64 << 20) + "</kode></baris></capaian>"),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("text of 64 MiB outside any record", xml(lambda: "<capaian>" + "9" * (64 << 20)), 3, ["satu.xml:2", "I90"],
           kind="xml"),
    Attack("comment of 64 MiB", xml(lambda: "<capaian><!--" + "9" * (64 << 20)), 3, ["satu.xml:2", "I90"], kind="xml"),
    Attack("name of 64 MiB", xml(lambda: "<" + "a" * (64 << 20)), 3, ["satu.xml:2", "I90"], kind="xml"),
    Attack("tag of 100,000 attributes",
           xml(lambda: "<capaian><baris " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/></capaian>"),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("record of a million elements",
           xml(lambda: "<capaian><baris nip='1'>" + "<x/>" * 1_000_000 + "</baris></capaian>"),
           3, ["satu.xml:2", "I907"], kind="xml"),
    Attack("200,000 different names of elements",
           xml(lambda: "<capaian>\n" + "".join(f"<n{n}/>" for n in range(200_000)) + "</capaian>"), 0, ["I404"],
           kind="xml"),
    Attack("zero byte in XML", xml("<capaian>\0</capaian>"), 3, ["satu.xml:2", "I90"], kind="xml"),
]

# -- packed -----------------------------------------------------------------------------------------------------------


def zeros(total, level=9, start=b"", byte=b"a"):
    """A member of gzip that unpacks to `total` equal bytes, made without holding them."""
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    yield packer.compress(start)
    piece = byte * (1 << 20)
    for _ in range(total >> 20):
        yield packer.compress(piece)
    yield packer.flush()


PACKED_ROWS = gzip.compress(ROWS.encode(), mtime=0)


def many_members():
    member = gzip.compress(b"\n" * 60_000, mtime=0)
    yield PACKED_ROWS
    for _ in range(20_000):
        yield member


def patient_bomb():
    """Below the ratio by chance bytes between the monotonous ones: only the size stops it."""
    chance = random.Random(7)
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    yield packer.compress(ROWS.encode())
    for _ in range(400):
        yield packer.compress(b"\n" * (1 << 20))
        yield packer.compress(chance.randbytes(8_192).replace(b"\0", b"a").hex().encode() + b"\n")
    yield packer.flush()


def patient_rows():
    """Sound rows below the ratio by far: only the size stops it, and every row is read until then."""
    row = f"{NIPS[0]},A,2025-07,90\n".encode()
    chance = random.Random(9)
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    yield packer.compress(ROWS.encode())
    for _ in range(200):
        yield packer.compress(row * 10_000)
        yield packer.compress(b"#" + chance.randbytes(8_192).hex().encode() + b"\n")
    yield packer.flush()


PACKED = [
    Attack("bomb of sound rows, stopped by its size", pieces("capaian/satu.csv.gz", patient_rows), 3,
           ["satu.csv.gz", "I905", "48M"], kind="gz", arguments=["--max-unpacked", "48M"] + ["--max-rejects", "100000000"]),
    Attack("gzip of 10 GiB of one byte, in members of 256 MiB", pieces("capaian/satu.csv.gz", lambda: [b"".join(zeros(256 << 20))] * 40), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip of 100 MiB of one byte", pieces("capaian/satu.csv.gz", lambda: zeros(100 << 20)), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip in gzip in gzip",
           file("capaian/satu.csv.gz", lambda: gzip.compress(gzip.compress(gzip.compress(bytes(100 << 20))))), 3,
           ["satu.csv.gz", "I9"], kind="gz"),
    Attack("20,000 members that each unpack 300 times", pieces("capaian/satu.csv.gz", many_members), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("bomb below the ratio, stopped by its size", pieces("capaian/satu.csv.gz", patient_bomb), 3,
           ["satu.csv.gz", "I905", "256"], kind="gz", arguments=["--max-unpacked", "256M"]),
    Attack("gzip cut in its middle", file("capaian/satu.csv.gz", PACKED_ROWS[: len(PACKED_ROWS) // 2]), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip with a flipped bit",
           file("capaian/satu.csv.gz", PACKED_ROWS[:40] + bytes([PACKED_ROWS[40] ^ 4]) + PACKED_ROWS[41:]), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip with a wrong checksum",
           file("capaian/satu.csv.gz", PACKED_ROWS[:-8] + struct.pack("<I", 1) + PACKED_ROWS[-4:]), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip with a script behind it", file("capaian/satu.csv.gz", PACKED_ROWS + b"#!/bin/sh\n"), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip that states a size of 4 GiB", file("capaian/satu.csv.gz", PACKED_ROWS[:-4] + b"\xff" * 4), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
    Attack("gzip with a name of 64 MiB in its header",
           file("capaian/satu.csv.gz", lambda: b"\x1f\x8b\x08\x08" + bytes(6) + b"a" * (64 << 20)), 3,
           ["satu.csv.gz", "I905"], kind="gz"),
]

# -- workbooks ---------------------------------------------------------------------------------------------------------

SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_ROWS = [row.split(",") for row in ROWS.splitlines()]


def relations(*targets):
    return "<Relationships>" + "".join(
        f'<Relationship Id="rId{n + 1}" Type="{SPACE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)) + "</Relationships>"


def sheet(rows):
    return "<worksheet><sheetData>" + "".join(
        f'<row r="{y + 1}">' + "".join(
            f'<c r="{chr(65 + x)}{y + 1}" t="inlineStr"><is><t>{cell}</t></is></c>' for x, cell in enumerate(row)) + "</row>"
        for y, row in enumerate(rows)) + "</sheetData></worksheet>"


def workbook(parts=None, more=(), method=zipfile.ZIP_DEFLATED):
    texts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns:r="{SPACE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/a.xml"), ("sharedStrings", "strings.xml")),
        "xl/worksheets/a.xml": sheet(SHEET_ROWS),
        "xl/strings.xml": "<sst/>",
    }
    texts.update(parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9) as archive:
        for name, text in [*texts.items(), *more]:
            archive.writestr(name, text)
    return out.getvalue()


def book(make):
    return file("capaian/satu.xlsx", make)


def overlapping():
    """Ten thousand entries of the directory that all mean the same bytes."""
    content = zlib.compress(b"a" * 1_000_000, 9)[2:-4]
    checksum = zlib.crc32(b"a" * 1_000_000)
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, checksum, len(content), 1_000_000, 1, 0)
    local = b"PK\3\4" + common + b"a" + content
    directory = (b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a") * 4_000
    return local + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 4_000, 4_000, len(directory), len(local), 0)


BOOKS = [
    Attack("workbook as it should be", book(workbook), 0, ["ditolak 0"], kind="xlsx"),
    Attack("archive whose name leads out", book(lambda: workbook(more=[("../../etc/x", "a")])), 3, ["satu.xlsx", "I905"],
           kind="xlsx"),
    Attack("archive with an absolute name", book(lambda: workbook(more=[("/etc/x", "a")])), 3, ["satu.xlsx", "I905"],
           kind="xlsx"),
    Attack("archive with a name twice", book(lambda: workbook(more=[("xl/strings.xml", "<sst/>")])), 3,
           ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("archive of 100,000 entries", book(lambda: workbook(more=[(f"x{n}", "") for n in range(50_000)])), 3,
           ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("archive of overlapping entries", book(overlapping), 3, ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("sheet that unpacks a thousand times",
           book(lambda: workbook({"xl/worksheets/a.xml": "<worksheet>" + " " * (200 << 20)})), 3,
           ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("sheet of the largest size allowed to unpack a thousand times",
           book(lambda: workbook({"xl/worksheets/a.xml": "<worksheet><sheetData/>" + " " * (15 << 20) + "</worksheet>"})),
           3, ["satu.xlsx", "I9"], kind="xlsx"),
    Attack("archive cut in its middle", book(lambda: workbook()[:-300]), 3, ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("archive with a flipped bit",
           book(lambda: (lambda whole: whole[:60] + bytes([whole[60] ^ 8]) + whole[61:])(workbook())), 3,
           ["satu.xlsx", "I905"], kind="xlsx"),
    Attack("entities in a sheet", book(lambda: workbook({"xl/worksheets/a.xml": LAUGHS})), 3, ["satu.xlsx", "I907"],
           kind="xlsx"),
    Attack("shared text of 200 MiB",
           book(lambda: workbook({"xl/strings.xml": "<sst>" + ("<si><t>" + "a" * 200_000 + "</t></si>") * 1_000 + "</sst>"},
                                 method=zipfile.ZIP_STORED)), (0, 3), ["satu.xlsx"], kind="xlsx", megabytes=1000),
    Attack("row of number four billion",
           book(lambda: workbook({"xl/worksheets/a.xml": '<worksheet><sheetData><row r="4294967297"><c r="A4294967297"><v>1'
                                  "</v></c></row></sheetData></worksheet>"})), 3, ["satu.xlsx", "I9"], kind="xlsx"),
    Attack("elements a million deep in a sheet", book(lambda: workbook({"xl/worksheets/a.xml": "<a>" * 1_000_000})), 3,
           ["satu.xlsx", "I90"], kind="xlsx"),
]

# -- definitions ------------------------------------------------------------------------------------------------------


def definition(text):
    return lambda inputs: put(inputs.parent / "definisi.yaml", text() if callable(text) else text)


def repeats(levels):
    return "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, levels))


DEFINITIONS = [
    Attack("definition whose anchors unpack to a billion", definition(lambda: repeats(10)), 2, ["definisi.yaml", "C101"]),
    Attack("definition with such anchors as a key", definition(lambda: repeats(10) + "{*a9}: 1\n"), 2, ["definisi.yaml", "C101"]),
    Attack("definition whose anchors lie 90,000 deep", definition(lambda: "- &a [x]\n" + "- &a [*a]\n" * 90_000), 2,
           ["definisi.yaml:199", "C101"]),
    Attack("definition of keys inside keys", definition(lambda: "? " * 900 + "x" * 1_000_000), 2, ["definisi.yaml", "C101"]),
    Attack("definition of 45,000 unknown keys", definition(lambda: "".join(f"k{n}: 1\n" for n in range(45_000))), 2,
           ["definisi.yaml:51", "C102"]),
    Attack("definition of 200,000 unknown keys", definition(lambda: "".join(f"k{n}: 1\n" for n in range(200_000))), 2,
           ["definisi.yaml:1", "C101"]),
    Attack("definition of 500,000 texts", definition(lambda: "[" + "x," * 500_000 + "x]"), 2, ["definisi.yaml", "C101"]),
    Attack("definition of 16 MiB", definition(lambda: "a: " + "x" * (16 << 20)), 2, ["definisi.yaml", ""]),
    Attack("definition nested 100,000 deep", definition(lambda: "[" * 100_000), 2, ["definisi.yaml", "C101"]),
    Attack("definition of chance bytes", definition(lambda: random.Random(3).randbytes(100_000)), 2, ["definisi.yaml", "C1"]),
]

# -- files ------------------------------------------------------------------------------------------------------------


def big_rows():
    block = "".join(f"{NIPS[n % 3]},A,2025-{n % 12 + 1:02},{n % 97}\n" for n in range(30_000)).encode()
    yield ROWS.encode()
    for _ in range(20):
        yield block


def once_begun(act):
    """Waits until the program says that it reads the file."""

    def during(inputs, ended):
        while "capaian/satu.csv" not in (inputs.parent / "galat").read_text("utf-8", "replace"):
            if ended.wait(0.002):
                return
        act(inputs / "capaian/satu.csv")

    return during


def append(path):
    with path.open("ab") as out:
        out.write(b"rusak\n")


def swap(path):
    os.rename(path, str(path) + ".lama")
    put(path, ROWS)


def touch(path):
    with path.open("r+b") as out:
        out.seek(1_000_000)
        out.write(b"x")


def feed(inputs, ended):
    with (inputs / "capaian/satu.csv").open("ab") as out:
        while not ended.wait(0.001):
            out.write(b"x" * 4096 + b"\n")
            out.flush()


def fifo(inputs):
    (inputs / "capaian/satu.csv").unlink()
    os.mkfifo(inputs / "capaian/satu.csv")


def folder(inputs):
    (inputs / "capaian/satu.csv").unlink()
    put(inputs / "capaian/satu.csv/isi.csv", ROWS)


def link(target):
    def make(inputs):
        (inputs / "capaian/satu.csv").unlink()
        os.symlink(target, inputs / "capaian/satu.csv")

    return make


def linked_folder(inputs):
    os.rename(inputs / "capaian", inputs.parent / "luar")
    os.symlink(inputs.parent / "luar", inputs / "capaian")


def device(inputs):
    (inputs / "capaian/satu.csv").unlink()
    os.mknod(inputs / "capaian/satu.csv", 0o600 | 0o020000, os.makedev(1, 5))


def unreadable(inputs):
    os.chmod(inputs / "capaian/satu.csv", 0)


def sealed(inputs):
    os.chmod(inputs / "capaian", 0)


def odd_name(name):
    return lambda inputs: (os.fsencode(inputs / "capaian") + b"/" + name, os.rename(
        inputs / "capaian/satu.csv", os.fsencode(inputs / "capaian") + b"/" + name))


def deep_folders(inputs):
    base = os.open(inputs, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(3_000):
        os.mkdir("d", dir_fd=base)
        deeper = os.open("d", os.O_RDONLY | os.O_DIRECTORY, dir_fd=base)
        os.close(base)
        base = deeper
    os.close(base)


def many_files(inputs):
    for number in range(20_000):
        (inputs / f"lain-{number}").touch()


PATIENT = ["--max-rejects", "100000000"]
UNREADABLE = ["satu.csv", "I904"]
FILES = [
    Attack("file that grows by a line while it is read", pieces("capaian/satu.csv", big_rows), 3,
           ["satu.csv", "I909"], during=once_begun(append), arguments=PATIENT),
    Attack("file that is written to all the time", pieces("capaian/satu.csv", big_rows), 3,
           ["satu.csv", "I909"], during=feed),
    Attack("file that shrinks while it is read", pieces("capaian/satu.csv", big_rows), 3,
           ["satu.csv", "I909"], during=once_begun(lambda path: os.truncate(path, 5_000)), arguments=PATIENT),
    Attack("file that another takes the place of", pieces("capaian/satu.csv", big_rows), 3,
           ["satu.csv", "I909"], during=once_begun(swap), arguments=PATIENT),
    Attack("file of which a byte changes", pieces("capaian/satu.csv", big_rows), 3,
           ["satu.csv", "I909"], during=once_begun(touch), arguments=PATIENT),
    Attack("pipe that nobody writes to", fifo, 3, ["capaian/satu.csv", "I403"]),
    Attack("device that never ends", device, 3, ["capaian/satu.csv", "I403"]),
    Attack("folder that is called like a file", folder, 3, ["I901"]),
    Attack("link to itself", link("satu.csv"), 3, ["capaian/satu.csv", "I403"]),
    Attack("link out of the inputs", link("/etc/passwd"), 3, ["capaian/satu.csv", "I403"]),
    Attack("link to /dev/zero", link("/dev/zero"), 3, ["capaian/satu.csv", "I403"]),
    Attack("folder that is a link out of the inputs", linked_folder, 3, ["capaian: error[I403]"]),
    Attack("file that may not be read", unreadable, 3, UNREADABLE, before=["unprivileged"]),
    Attack("folder that may not be read", sealed, 3, ["capaian", "I904"], before=["unprivileged"]),
    Attack("name with a line break", odd_name(b"a\nb.csv"), 0, ["ditolak 0"]),
    Attack("name that is not UTF-8", odd_name(b"a\xff.csv"), 3, ["capaian/a", "I403"]),
    Attack("name with an escape sequence", odd_name(b"a\x1b[31m.csv"), 0, ["ditolak 0"]),
    Attack("name with a line break, and a fault inside",
           lambda inputs: (put(inputs / "capaian/satu.csv", "rusak"), odd_name(b"a\nb.csv")(inputs)),
           3, ["capaian/a", "I90"]),
    Attack("3,000 folders inside one another", deep_folders, (0, 3), [""]),
    Attack("20,000 files that nobody asked for", many_files, 0, ["ditolak 0"]),
]

ATTACKS = TEXT + XML + PACKED + BOOKS + DEFINITIONS + FILES
FORMATS = {
    "csv": ("capaian/*.csv", "csv: {}", CSV_COLUMNS),
    "csv16": ("capaian/*.csv", "csv: { encoding: utf-16 }", CSV_COLUMNS),
    "gz": ("capaian/*.csv.gz", "csv: {}", CSV_COLUMNS),
    "xlsx": ("capaian/*.xlsx", "xlsx: {}", CSV_COLUMNS),
    "xml": ("capaian/*.xml", "xml: { record: /capaian/baris }", XML_COLUMNS),
}


def prepare(attack, root):
    inputs = root / "masukan"
    pattern, form, columns = FORMATS[attack.kind]
    put(root / "definisi.yaml",
        DEFINITION.format(pattern=pattern, format="{ " + form + " }", columns=columns))
    put(inputs / "pegawai.csv", REGISTER)
    put(inputs / "indikator.csv", "KODE,ARAH,BOBOT,TARGET\nA,naik,1,100\n")
    if attack.kind.startswith("csv"):
        put(inputs / "capaian/satu.csv", ROWS)
    attack.make(inputs)


def drop_rights():
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)


def rejects(root):
    """Rejected rows as `file;line;code`, and the findings."""
    csv.field_size_limit(1 << 30)
    found = ""
    for path in root.glob("hasil/serangan/2025-Q3/terkini/penolakan.csv"):
        with path.open(newline="", encoding="utf-8") as rows:
            found += "".join(f"{row['berkas']};{row['baris']};{row['kode']}\n" for row in csv.DictReader(rows))
    for path in root.glob("hasil/serangan/2025-Q3/terkini/temuan.csv"):
        found += path.read_text("utf-8")
    return found


def run(program, attack, root, seconds):
    # In a process of its own: a child's peak memory begins with that of its parent.
    maker = os.fork()
    if maker == 0:
        prepare(attack, root)
        os._exit(0)
    if os.waitpid(maker, 0)[1] != 0:
        raise SystemExit(f"cannot make the attack '{attack.name}'")
    inputs = root / "masukan"
    command = [program, "run", str(root / "definisi.yaml"), "--period", "2025-Q3", "--inputs", str(inputs),
               "--out", str(root / "hasil"), *attack.arguments]
    errors = (root / "galat").open("wb")
    rights = None
    if "unprivileged" in attack.before and os.geteuid() == 0:
        rights = drop_rights
        os.chmod(root, 0o777)
        for path in [root / "definisi.yaml", inputs, inputs / "pegawai.csv", inputs / "indikator.csv"]:
            os.chmod(path, 0o755)
        (root / "hasil").mkdir()
        os.chmod(root / "hasil", 0o777)
        if (inputs / "capaian").stat().st_mode & 0o777:
            os.chmod(inputs / "capaian", 0o755)
    ended = threading.Event()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, stdin=subprocess.DEVNULL,
                               preexec_fn=rights)
    watch = threading.Timer(seconds * 20, lambda: process.send_signal(signal.SIGKILL))
    watch.start()
    if attack.during:
        threading.Thread(target=attack.during, args=(inputs, ended), daemon=True).start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watch.cancel()
    took = usage.ru_utime + usage.ru_stime
    text = (root / "galat").read_text("utf-8", "replace")
    said = text + "\n" + rejects(root)
    return took, usage.ru_maxrss / 1024, process.returncode, said, text


def verdict(attack, took, megabytes, code, said, limits):
    codes = attack.code if isinstance(attack.code, tuple) else (attack.code,)
    wrong = []
    if code not in codes:
        wrong.append(f"exit {code}, expected {attack.code}")
    wrong += [f"no '{text}' in what it said" for text in attack.says if text not in said]
    seconds, memory = attack.seconds or limits.seconds, attack.megabytes or limits.megabytes
    if took > seconds:
        wrong.append(f"{took:.1f} s, allowed {seconds}")
    if megabytes > memory:
        wrong.append(f"{megabytes:.0f} MB, allowed {memory}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--megabytes", type=float, default=300)
    parser.add_argument("--only", default="")
    parser.add_argument("--table", action="store_true", help="rows for Documentation/limits.md")
    parser.add_argument("--quick", action="store_true", help="leave out files of a gigabyte")
    limits = parser.parse_args()
    failed = 0
    for attack in ATTACKS:
        if limits.only not in attack.name or (limits.quick and "gigabyte" in attack.name and "sparse" not in attack.name):
            continue
        with tempfile.TemporaryDirectory(prefix="kinerja-serangan-") as name:
            root = pathlib.Path(name)
            took, megabytes, code, said, text = run(limits.program, attack, root, limits.seconds)
            wrong = verdict(attack, took, megabytes, code, said, limits)
            subprocess.run(["chmod", "-R", "u+rwx", name], stderr=subprocess.DEVNULL)
            subprocess.run(["rm", "-rf", name + "/masukan"], stderr=subprocess.DEVNULL)
        line = next((line for line in text.splitlines() if "error[" in line), text.splitlines()[-1] if text else "")
        if limits.table:
            what = line.split("error[")[1][:4] if "error[" in line else "reject" if code == 0 else ""
            print(f"| {attack.name} | {code} | {what} | {took:.2f} | {megabytes:.0f} |", flush=True)
        else:
            print(f"{took:6.2f} s {megabytes:6.0f} MB  exit {code}  {attack.name}: {line[:150]}", flush=True)
        for problem in wrong:
            failed += 1
            print(f"    WRONG: {problem}\n{said[:600]}", file=sys.stderr, flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
