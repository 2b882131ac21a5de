"""Low-level reading for the referees: records with their lines, spellings, the book of row fates.

No rule of any region is here; each referee hard-codes its own.
"""

import calendar
import csv
import datetime
import gzip
import pathlib
import re
import xml.parsers.expat
from fractions import Fraction

MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
          "oktober", "november", "desember"]
NULLS = {"", "-", "\\N", "NULL", "#N/A"}
GOLONGAN = {f"{r}/{x}" for r, xs in (("I", "abcd"), ("II", "abcd"), ("III", "abcd"),
                                     ("IV", "abcde")) for x in xs}
PPPK = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII"]


class Fault(Exception):
    """A row's first fault: the code that penolakan.csv shows."""


# --- files ----------------------------------------------------------------------------------------

def content(path: pathlib.Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.name.endswith(".gz") else data


def found(root: pathlib.Path, *patterns: str) -> list[str]:
    """Paths relative to the inputs, by their bytes."""
    paths = {str(p.relative_to(root)) for pattern in patterns for p in root.glob(pattern)}
    return sorted(paths, key=lambda x: x.encode())


def csv_records(data: bytes, delimiter=",", encoding="utf-8", preamble=0, footer=None,
                blank="skip", record_lines=16, record_bytes=1 << 20, quote='"', escape=None,
                heading=True):
    """Yields (line, {heading: text}) or (line, code). A quote opens only at a cell's start.

    Without a heading line the cells are named "1", "2", … as many as the first record has.
    """
    if encoding == "utf-8":
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    else:
        text = data.decode(encoding)
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
    index, header = preamble, None
    while index < len(lines):
        bare = lines[index].rstrip("\r\n")
        if footer and header and bare.startswith(footer):
            return
        if not bare:
            if header and blank == "reject":
                yield index + 1, "blank"
            index += 1
            continue
        cells, used, code = record(lines, index, delimiter, record_lines, record_bytes,
                                   quote, escape)
        if header is None and heading:
            header = [cell.strip(" \u00a0") for cell in cells]
            index += used
            continue
        header = header or [str(n) for n in range(1, len(cells) + 1)]
        if code:
            yield index + 1, code
        elif len(cells) != len(header):
            yield index + 1, "cell-count"
            used = 1
        elif any("\udc80" <= c <= "\udcff" for cell in cells for c in cell):
            yield index + 1, "encoding"
        else:
            yield index + 1, dict(zip(header, cells))
        index += used


def record(lines, start, delimiter, record_lines, record_bytes, quote, escape):
    """(cells, physical lines, fault) of the record that begins at a line."""
    cells, cell, state, size = [], "", "start", 0
    for count in range(1, record_lines + 1):
        if start + count > len(lines):
            return None, 1, "quoting"
        line = lines[start + count - 1]
        size += len(line.encode("utf-8", "surrogateescape"))
        if size > record_bytes:
            return None, 1, "too-long"
        end = len(line.rstrip("\r\n"))
        position = 0
        while position < len(line):
            c = line[position]
            if state == "quoted":
                if c == escape and position + 1 < end:
                    cell += line[position + 1]
                    position += 1
                elif c == quote:
                    state = "closed"
                else:
                    cell += c
                position += 1
            elif position >= end:
                return cells + [cell], count, None
            elif line.startswith(delimiter, position):
                cells, cell, state = cells + [cell], "", "start"
                position += len(delimiter)
            elif state == "closed" and c == quote and not escape:
                cell, state = cell + c, "quoted"
                position += 1
            elif state == "closed":
                return None, 1, "quoting"
            elif state == "start" and c == quote:
                state = "quoted"
                position += 1
            else:
                cell, state = cell + c, "plain"
                position += 1
        if state != "quoted":
            return cells + [cell], count, None
    return None, 1, "quoting"


def xml_records(data: bytes, record_path: str, fields: list[str], strict=False):
    """Yields (line of the start tag, {field: text}) or (line, code); fields: a, a/b, @x."""
    parser = xml.parsers.expat.ParserCreate()
    names = record_path.strip("/").split("/")
    stack, rows, here = [], [], {}

    def inside():
        return len(stack) >= len(names) and all(n in ("*", s) for n, s in zip(names, stack))
    children = {f for f in fields if "@" not in f}

    def start(name, attributes):
        stack.append(name)
        if inside() and len(stack) == len(names):
            here.clear()
            here.update(line=parser.CurrentLineNumber, values={}, unknown=False)
            here["values"].update({"@" + k: v for k, v in attributes.items()})
        elif inside():
            path = "/".join(stack[len(names):])
            here["values"].update({f"{path}/@{k}": v for k, v in attributes.items()})
            if path in children:
                here["values"].setdefault(path, "")
            elif not any(field.startswith(path + "/") for field in fields):
                here["unknown"] = True

    def text(piece):
        path = "/".join(stack[len(names):])
        if inside() and path in children:
            here["values"][path] += piece

    def end(_):
        if inside() and len(stack) == len(names):
            missing = any(child not in here["values"] for child in children)
            bad = strict and (here["unknown"] or missing)
            rows.append((here["line"], "cell-count" if bad else dict(here["values"])))
        stack.pop()

    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = end
    parser.Parse(data, True)
    for line, values in rows:
        yield line, values if isinstance(values, str) else {f: values.get(f) for f in fields}


# --- spellings ------------------------------------------------------------------------------------

def present(text):
    """The trimmed text, or None for a spelling of 'no value'."""
    trimmed = (text or "").strip(" \t\r\n\u00a0")
    return None if trimmed in NULLS else trimmed


def required(text):
    value = present(text)
    if value is None:
        raise Fault("missing")
    return value


def fold(text: str) -> str:
    return re.sub(r"[\s\u00a0/._-]", "", text.lower())


def aliases(path) -> dict:
    with open(path, encoding="utf-8") as file:
        return {fold(row["ejaan"]): row["baku"] for row in csv.DictReader(file)}


def nip(text):
    """Eighteen digits with a possible birth date, appointment and sex, or the fault `nip`."""
    value = required(text)
    digits = re.sub(r"[\s\u00a0.'`]", "", re.sub(r"^\W*nip\.?", "", value, flags=re.I))
    if not re.fullmatch(r"\d{18}", digits):
        raise Fault("nip")
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    code = int(digits[12:14])
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]):
        raise Fault("nip")
    if not (1 <= code <= 12 or 21 <= code <= 99) or digits[14] not in "12":
        raise Fault("nip")
    if int(digits[8:12]) < year + 15:
        raise Fault("nip")
    return digits


def number(text, mark=".", lenient=True):
    value = present(text)
    if value is None:
        return None
    other = "," if mark == "." else "."
    if lenient:
        value = re.sub(r"^(Rp\.?)", "", value.replace("\u00a0", " ").strip()).strip()
        value = value.removesuffix(",-").removesuffix("%").strip().removeprefix("+")
        grouped = re.fullmatch(rf"-?\d{{1,3}}(\{other}\d{{3}})+(\{mark}\d+)?", value)
        if grouped:
            value = value.replace(other, "")
    if not re.fullmatch(rf"-?\d+(\{mark}\d+)?", value):
        raise Fault("number")
    return Fraction(value.replace(mark, "."))


def integer(text):
    value = number(text)
    if value is not None and value.denominator != 1:
        raise Fault("number")
    return value


def places(text, mark=".") -> int:
    value = present(text) or ""
    return len(value.partition(mark)[2])


def date(text):
    value = present(text)
    if value is None:
        return None
    value = re.sub(r"[ T]\d\d:\d\d:\d\d$", "", value)
    try:
        if found_ := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
            return datetime.date(*map(int, found_.groups()))
        if found_ := re.fullmatch(r"(\d\d)[-/.](\d\d)[-/.](\d{4})", value):
            return datetime.date(*map(int, reversed(found_.groups())))
        if found_ := re.fullmatch(r"(\d{1,2}) +(\w+) +(\d{4})", value):
            month = MONTHS.index(found_[2].lower()) + 1
            return datetime.date(int(found_[3]), month, int(found_[1]))
    except ValueError:
        pass
    raise Fault("date")


def month(text):
    """(year, month)."""
    value = present(text)
    if value is None:
        return None
    for pattern, order in ((r"(\d{4})-(\d\d)", (1, 2)), (r"(\d{4})(\d\d)", (1, 2)),
                           (r"(\d\d)[-/](\d{4})", (2, 1))):
        if match := re.fullmatch(pattern, value):
            year, number_ = int(match[order[0]]), int(match[order[1]])
            if 1 <= number_ <= 12:
                return year, number_
            raise Fault("date")
    if match := re.fullmatch(r"(\w+) +(\d{4})", value):
        names = [m for m in MONTHS if match[1].lower() in (m, m[:3])]
        if names:
            return int(match[2]), MONTHS.index(names[0]) + 1
    raise Fault("date")


def golongan(text):
    value = present(text)
    if value is None:
        return None
    inner = re.search(r"\(([^)]*)\)\s*$", value) or re.search(r",\s*([^,]+)$", value)
    code = (inner[1] if inner else value).strip()
    code = re.sub(r"^golongan\s+", "", code, flags=re.I)
    if code.upper() in PPPK:
        return code.upper()
    match = re.fullmatch(r"(IV|III|II|I|[1-4])[ /]?([a-eA-E])", code)
    if match:
        roman = {"1": "I", "2": "II", "3": "III", "4": "IV"}.get(match[1], match[1])
        if (answer := f"{roman}/{match[2].lower()}") in GOLONGAN:
            return answer
    raise Fault("golongan")


def flag(text):
    value = present(text)
    if value is None:
        return False
    table = {"1": True, "0": False, "ya": True, "tidak": False}
    if value.lower() not in table:
        raise Fault("flag")
    return table[value.lower()]


# --- figures --------------------------------------------------------------------------------------

def published(value: Fraction, decimals: int) -> str:
    """Half up, ties away from zero."""
    scaled = abs(value) * 10 ** decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    digits = str(whole).rjust(decimals + 1, "0")
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else sign + digits


def mean(values) -> Fraction:
    values = list(values)
    return Fraction(sum(values, Fraction(0)), 1) / len(values)


def weighted(pairs):
    """Weighted mean of the (weight, value) pairs that have a value; None when none has."""
    pairs = [(Fraction(w), v) for w, v in pairs if v is not None and w]
    total = sum((w for w, _ in pairs), Fraction(0))
    return sum(w * v for w, v in pairs) / total if pairs else None


def add_months(day: datetime.date, count: int) -> datetime.date:
    year, month_ = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month_ + 1)[1]
    return datetime.date(year, month_ + 1, min(day.day, last))


# --- the book of fates ----------------------------------------------------------------------------

class Book:
    """Every row read gets exactly one fate; a later, stronger fate replaces `dipakai`."""

    FATES = ["dipakai", "ditolak", "dikecualikan", "diganti", "disisihkan"]

    def __init__(self):
        self.fates, self.codes = {}, {}

    def set(self, file: str, line: int, fate: str, code: str | None = None) -> None:
        self.fates[file, line] = fate
        self.codes.pop((file, line), None)
        if code:
            self.codes[file, line] = code

    def reject(self, file: str, line: int, code: str) -> None:
        self.set(file, line, "ditolak", code)

    def write(self, folder: pathlib.Path, files: list[str]) -> None:
        rows = sorted(self.codes.items(), key=lambda x: (x[0][0].encode(), x[0][1]))
        table(folder / "penolakan.csv", ["berkas", "baris", "kode"],
              [[f, n, code] for (f, n), code in rows])
        counts = []
        for file in sorted(set(files), key=lambda x: x.encode()):
            fates = [fate for (f, _), fate in self.fates.items() if f == file]
            counts.append([file, len(fates)] + [fates.count(fate) for fate in self.FATES])
        table(folder / "hitungan.csv", ["berkas", "dibaca"] + self.FATES, counts)


def table(path: pathlib.Path, header, rows) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_results(folder, people, components, order, by=lambda x: (), share=True):
    """people: dicts nip, akhir (Fraction), predikat, components. Ranked by the published final, then
    `by`; equals share a rank (1, 2, 2, 4) or are numbered on; `order` lists within a rank.
    """
    for person in people:
        person["published"] = published(person["akhir"], 2)
    key = lambda x: (-Fraction(x["published"]), *by(x))  # noqa: E731
    people.sort(key=lambda x: (key(x), order(x)))
    rows, rank = [], 0
    for place, person in enumerate(people, 1):
        if place == 1 or not share or key(person) != key(people[place - 2]):
            rank = place
        figures = [person["components"].get(c) for c in components]
        rows.append([rank, person["nip"], person["published"], person["predikat"]]
                    + ["" if v is None else published(v, 4) for v in figures])
    table(folder / "hasil.csv", ["peringkat", "nip", "akhir", "predikat", *components], rows)
