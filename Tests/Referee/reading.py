"""Plain readers of the sample exports for the referees: slow, strict, and no engine.

A row is (line, cells) or (line, fault name); lines are physical, from 1, in the decompressed text.
"""

import csv
import datetime
import gzip
import re
import xml.parsers.expat
from fractions import Fraction
from pathlib import Path

MONTHS = ("januari februari maret april mei juni juli agustus september oktober november "
          "desember").split()
NULLS = {"", "-", "\\N", "NULL", "#N/A"}


class Fault(Exception):
    """A row's first fault; `args[0]` is its name."""


def content(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.name.endswith(".gz") else data


# --- CSV ------------------------------------------------------------------------------------------

def physical_lines(data: bytes) -> list[bytes]:
    """Lines without their ends; LF, CRLF and CR each end one line."""
    lines = re.split(rb"\r\n|\n|\r", data)
    return lines[:-1] if lines[-1] == b"" else lines


def cut(lines: list[bytes], index: int, delimiter: str, encoding: str, record_lines: int):
    """Cells of the record that begins at `lines[index]` and the number of its lines, or a fault."""
    try:
        text = lines[index].decode(encoding)
    except UnicodeDecodeError:
        return "encoding", 1
    cells, used, place = [], 1, 0
    while True:
        if place < len(text) and text[place] == '"':
            cell, place = "", place + 1
            while True:
                close = text.find('"', place)
                if close < 0:
                    if used >= record_lines or index + used >= len(lines):
                        return "quoting", 1
                    try:
                        following = lines[index + used].decode(encoding)
                    except UnicodeDecodeError:
                        return "quoting", 1
                    text += "\n" + following
                    used += 1
                elif text[close + 1:close + 2] == '"':
                    cell, place = cell + text[place:close + 1], close + 2
                else:
                    cell, place = cell + text[place:close], close + 1
                    break
            if place < len(text) and text[place] != delimiter:
                return "quoting", 1
            cells.append(cell)
        else:
            end = text.find(delimiter, place)
            end = len(text) if end < 0 else end
            cells.append(text[place:end])
            place = end
        if place >= len(text):
            return cells, used
        place += 1


def read_csv(data: bytes, delimiter=",", encoding="utf-8", preamble=0, footer=None,
             record_lines=16, record_bytes=1 << 20, blank="skip"):
    """Rows as dictionaries by heading; a fault's name stands where there are no cells."""
    if encoding == "utf-16":
        data, encoding = data.decode("utf-16").encode(), "utf-8"
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    lines = physical_lines(data)
    if footer is not None:
        mark = footer.encode(encoding)
        end = next((i for i, line in enumerate(lines) if line.startswith(mark)), len(lines))
        lines = lines[:end]
    header, used = cut(lines, preamble, delimiter, encoding, record_lines)
    header = [cell.strip() for cell in header]
    index = preamble + used
    while index < len(lines):
        if lines[index] == b"":
            if blank == "reject":
                yield index + 1, "blank"
            index += 1
            continue
        if len(lines[index]) > record_bytes:
            yield index + 1, "too-long"
            index += 1
            continue
        found, used = cut(lines, index, delimiter, encoding, record_lines)
        if isinstance(found, str):
            yield index + 1, found
            used = 1
        elif len(found) != len(header):
            yield index + 1, "cell-count" if used == 1 else "quoting"
            used = 1
        else:
            yield index + 1, dict(zip(header, found))
        index += used


def table(path: Path) -> dict[str, str]:
    """An alias table: folded spelling to the spelling that is kept."""
    with path.open(encoding="utf-8", newline="") as file:
        return {fold(row["ejaan"]): row["baku"] for row in csv.DictReader(file)}


# --- XML ------------------------------------------------------------------------------------------

def read_xml(data: bytes, record: str, fields: list[str], strict: bool = False):
    """Rows by path relative to the record: `@name`, `child`, `child/@name`."""
    rows, stack, row, text = [], [], None, []
    level = record.count("/")
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True

    def start(tag, attributes):
        nonlocal row
        stack.append(tag)
        text.clear()
        if "/" + "/".join(stack) == record:
            row = (parser.CurrentLineNumber, {"@" + k: v for k, v in attributes.items()}, [])
        elif row is not None:
            path = "/".join(stack[level:])
            row[1].update({f"{path}/@{k}": v for k, v in attributes.items()})

    def end(tag):
        nonlocal row
        if row is not None and len(stack) > level:
            row[1]["/".join(stack[level:])] = "".join(text)
            if len(stack) == level + 1:
                row[2].append(tag)
        elif "/" + "/".join(stack) == record:
            wanted = sorted(name for name in fields if not name.startswith("@"))
            faulty = strict and sorted(row[2]) != wanted
            rows.append((row[0], "cell-count" if faulty else row[1]))
            row = None
        stack.pop()
        text.clear()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text.append
    parser.Parse(data, True)
    return rows


# --- values ---------------------------------------------------------------------------------------

def fold(text: str) -> str:
    return re.sub(r"[\s\u00a0/.\-_]", "", text.lower())


def value(text):
    """The trimmed text, or None where it is a spelling of nothing."""
    if text is None:
        return None
    text = text.strip(" \t\r\n\u00a0")
    return None if text in NULLS else text


def nip(text) -> str:
    """A NIP's 18 digits out of what exports put around them; anatomy checked."""
    text = value(text)
    if text is None:
        raise Fault("missing")
    text = re.sub(r"^(NIP)?\.?", "", text.lstrip("'`"))
    text = re.sub("[\\s.\u00a0\u200b\u200c\u200d\ufeff]", "", text)
    if not re.fullmatch(r"[0-9]{18}", text):
        raise Fault("nip")
    try:
        birth = datetime.date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        raise Fault("nip") from None
    code, year = int(text[12:14]), int(text[8:12])
    if not (1 <= code <= 12 or 21 <= code <= 99) or text[14] not in "12" or year < birth.year + 15:
        raise Fault("nip")
    return text


def number(text, decimal=".", lenient=True):
    """An exact fraction, or None."""
    text = value(text)
    if text is None:
        return None
    group = "." if decimal == "," else ","
    if lenient:
        text = re.sub(r"^Rp\s*|\s*%$", "", text)
        if re.fullmatch(rf"-?[0-9]{{1,3}}(\{group}[0-9]{{3}})+(\{decimal}[0-9]+)?", text):
            text = text.replace(group, "")
    if not re.fullmatch(rf"[-+]?[0-9]+(\{decimal}[0-9]+)?", text):
        raise Fault("number")
    return Fraction(text.replace(decimal, "."))


def integer(text):
    found = value(text)
    if found is None:
        return None
    if not re.fullmatch(r"-?[0-9]+", found):
        raise Fault("number")
    return int(found)


def flag(text) -> bool:
    found = value(text)
    if found is None:
        return False
    if found.lower() in ("1", "ya", "true"):
        return True
    if found.lower() in ("0", "tidak", "false"):
        return False
    raise Fault("flag")


def date(text, forms=("iso", "dd-mm-yyyy", "words", "iso-time")):
    found = value(text)
    if found is None:
        return None
    parts = None
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", found):
        form, parts = "iso", match.groups()
    elif match := re.fullmatch(r"(\d\d)([-/.])(\d\d)\2(\d{4})", found):
        form, parts = "dd-mm-yyyy", (match[4], match[3], match[1])
    elif match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)[ T]\d\d:\d\d:\d\d", found):
        form, parts = "iso-time", match.groups()
    elif match := re.fullmatch(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", found):
        if match[2].lower() in MONTHS:
            form, parts = "words", (match[3], MONTHS.index(match[2].lower()) + 1, match[1])
    if parts is None or form not in forms:
        raise Fault("date")
    try:
        return datetime.date(*(int(part) for part in parts))
    except ValueError:
        raise Fault("date") from None


def month(text):
    """A month as (year, month)."""
    found = value(text)
    if found is None:
        return None
    if match := re.fullmatch(r"(\d{4})-?(\d\d)", found):
        year, number_ = int(match[1]), int(match[2])
    elif match := re.fullmatch(r"(\d\d)[-/](\d{4})", found):
        year, number_ = int(match[2]), int(match[1])
    elif (match := re.fullmatch(r"([A-Za-z]+) (\d{4})", found)) and match[1].lower() in MONTHS:
        year, number_ = int(match[2]), MONTHS.index(match[1].lower()) + 1
    else:
        raise Fault("date")
    if not 1 <= number_ <= 12:
        raise Fault("date")
    return year, number_


def golongan(text):
    """Only whether it is one: PNS I/a to IV/e, PPPK I to XVII, in the spellings of exports."""
    found = value(text)
    if found is None:
        return None
    if inner := re.search(r"\(([^)]*)\)|,\s*([^,]+)$", found):
        found = (inner[1] or inner[2]).strip()
    short = re.sub(r"[\s/]", "", found)
    pns = re.fullmatch(r"(I{1,3}|IV|[1-4])([a-eA-E])", short)
    if pns and (pns[2].lower() != "e" or pns[1] in ("IV", "4")):
        return found
    if re.fullmatch(r"I{1,3}|IV|VI{0,3}|IX|X|XI{1,3}|XIV|XVI{0,2}", short):
        return found
    raise Fault("golongan")


def add_months(day: datetime.date, months: int) -> datetime.date:
    index = day.year * 12 + day.month - 1 + months
    for last in range(day.day, 27, -1):
        try:
            return datetime.date(index // 12, index % 12 + 1, last)
        except ValueError:
            continue
    return datetime.date(index // 12, index % 12 + 1, day.day)


def rounded(number_: Fraction, places: int) -> Fraction:
    """Half up, ties away from zero."""
    scaled = abs(number_) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if number_ >= 0 else -whole, 10 ** places)


def figure(number_, places: int) -> str:
    if number_ is None:
        return ""
    scaled = rounded(number_, places) * 10 ** places
    whole = int(abs(scaled))
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole // 10 ** places}.{whole % 10 ** places:0{places}d}"


# --- accounts -------------------------------------------------------------------------------------

class Accounts:
    """What became of every row of every file, and the rejects."""

    FATES = ("dipakai", "ditolak", "dikecualikan", "diganti", "disisihkan")

    def __init__(self):
        self.rejects, self.fates = [], {}

    def open(self, name: str) -> None:
        self.fates.setdefault(name, [])

    def reject(self, name: str, line: int, code: str) -> None:
        self.rejects.append((name, line, code))
        self.fates[name].append(("ditolak", None))

    def fate(self, name: str, what: str, person=None) -> None:
        self.fates[name].append((what, person))

    def write(self, folder: Path, excluded: set[str]) -> None:
        with (folder / "penolakan.csv").open("w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["berkas", "baris", "kode"])
            out.writerows(sorted(self.rejects, key=lambda r: (r[0].encode(), r[1])))
        with (folder / "hitungan.csv").open("w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["berkas", "dibaca", *self.FATES])
            for name in sorted(self.fates, key=str.encode):
                counts = dict.fromkeys(self.FATES, 0)
                for what, person in self.fates[name]:
                    if what == "dipakai" and person in excluded:
                        what = "dikecualikan"
                    counts[what] += 1
                out.writerow([name, sum(counts.values()), *counts.values()])


def write_results(folder: Path, components: list[str], results: dict, unscored: dict,
                  excluded: dict, ranked_by: list[str], listed_by: list[str]) -> None:
    """`results`: nip to (final, predikat, {component: exact or None}); all keys descending.

    People equal in the final and in `ranked_by` share a rank; `listed_by`, then the NIP, orders
    the listing within it. Keys compare as published; a missing one sorts last.
    """
    def published(item, names):
        parts = item[1][2]
        return [-rounded(parts[n], 4) if parts.get(n) is not None else Fraction(10 ** 9)
                for n in names]

    def rank_key(item):
        return [-rounded(item[1][0], 2), *published(item, ranked_by)]

    ranked = sorted(results.items(), key=lambda item: (rank_key(item), published(item, listed_by),
                                                       item[0]))
    with (folder / "hasil.csv").open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["peringkat", "nip", "akhir", "predikat", *components])
        rank, before = 0, None
        for place, item in enumerate(ranked, 1):
            person, (final, predikat, parts) = item
            if rank_key(item) != before:
                rank, before = place, rank_key(item)
            out.writerow([rank, person, figure(final, 2), predikat,
                          *[figure(parts.get(name), 4) for name in components]])
    for name, people in (("tanpa-nilai.csv", unscored), ("pengecualian.csv", excluded)):
        with (folder / name).open("w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["nip", "alasan"])
            out.writerows(sorted(people.items()))
