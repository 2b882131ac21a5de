"""Invented people and the writers of dirty exports, shared by all regions.

Everything is drawn from a `random.Random` that the caller seeds, so the same seed gives the same
bytes. Names come from word lists; serials of NIPs are 900-999, so that they are seen to be invented.
"""

import calendar
import datetime
import hashlib
import pathlib
import random
import shutil
import struct
import zlib
from xml.sax.saxutils import escape, quoteattr

MONTHS = ("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November "
          "Desember").split()
FIRST_MALE = ("Contoh Andi Bagas Candra Dimas Eko Fajar Gilang Hendra Irfan Joko Kurnia Lukman "
              "Mahesa Nanda Oki Panji Rama Satria Teguh Umar Vino Wahyu Yoga Zaki Ferdi Markus "
              "Yopi Rizal Tigor").split()
FIRST_FEMALE = ("Contoh Ayu Bunga Citra Dewi Elsa Fitri Gita Hana Intan Juwita Kartika Lestari "
                "Mega Nia Olivia Putri Ratna Sari Tiara Utami Vina Wulan Yanti Zahra Maria "
                "Welma Rosa Mutia Dina").split()
LAST = ("Sintetis Rekaan Contohnya Misalnya Tiruan Ujicoba Percontohan Santoso Wijaya Pratama "
        "Nugraha Saputra Lestari Hidayat Maulana Siregar Lubis Tanjung Pattinama Latuconsina "
        "Matulessy Tuhumury Chaniago Sikumbang Koto Harahap Nasution Setiawan Gunawan "
        "Permata").split()
DEGREES = ["S.Kom.", "S.Pd.", "S.H.", "S.E.", "A.Md.", "S.KM.", "S.Sos.", "M.Si.", "S.Kep.",
           "S.ST."]
PNS_GOLONGAN = ["II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a",
                "IV/b", "IV/c"]
PPPK_GOLONGAN = ["V", "VII", "IX", "X"]
PANGKAT = {
    "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tk. I", "II/c": "Pengatur",
    "II/d": "Pengatur Tk. I", "III/a": "Penata Muda", "III/b": "Penata Muda Tk. I",
    "III/c": "Penata", "III/d": "Penata Tk. I", "IV/a": "Pembina", "IV/b": "Pembina Tk. I",
    "IV/c": "Pembina Utama Muda",
}


def rng(seed: int, *names: object) -> random.Random:
    """A generator of its own per purpose, so that one more row here changes nothing there."""
    text = "/".join(str(part) for part in (seed, *names))
    return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))


# --- people ---------------------------------------------------------------------------------------

class Person:
    """Facts of one invented civil servant; a region adds attributes of its own."""

    def __init__(self, nip, name, plain, female, pppk, birth, tmt, golongan):
        self.nip, self.name, self.plain, self.female, self.pppk = nip, name, plain, female, pppk
        self.birth, self.tmt, self.golongan = birth, tmt, golongan

    @property
    def jenis(self) -> str:
        return "PPPK" if self.pppk else "PNS"

    @property
    def kelamin(self) -> str:
        return "F" if self.female else "M"


class People:
    """Makes people whose NIPs never repeat within one object (make one per region)."""

    def __init__(self, random_source: random.Random):
        self.random, self.used = random_source, set()

    def nip(self, birth: datetime.date, tmt: datetime.date, female: bool, pppk: bool) -> str:
        code = 21 if pppk else tmt.month
        stem = f"{birth:%Y%m%d}{tmt.year}{code:02d}{2 if female else 1}"
        for serial in range(self.random.randrange(900, 960), 1000):
            if stem + str(serial) not in self.used:
                self.used.add(stem + str(serial))
                return stem + str(serial)
        raise ValueError("no serial left")

    def person(self, pppk_share: float = 0.25, senior: bool = False) -> Person:
        r = self.random
        pppk, female = r.random() < pppk_share, r.random() < 0.55
        birth = day(r, 1967 if senior else 1970, 1980 if senior else 1998)
        first = max(birth.year + 22, 2021 if pppk else 1995)
        tmt = datetime.date(r.randrange(first, max(first, 2024) + 1), r.randrange(1, 13), 1)
        if pppk:
            golongan = r.choice(PPPK_GOLONGAN)
        elif senior:
            golongan = r.choice(PNS_GOLONGAN[8:])
        else:
            golongan = r.choice(PNS_GOLONGAN[:9])
        plain = name(r, female)
        return Person(self.nip(birth, tmt, female, pppk), titled(r, plain), plain, female, pppk,
                      birth, tmt, golongan)


def day(r: random.Random, first_year: int, last_year: int) -> datetime.date:
    year, month = r.randrange(first_year, last_year + 1), r.randrange(1, 13)
    return datetime.date(year, month, r.randrange(1, calendar.monthrange(year, month)[1] + 1))


def name(r: random.Random, female: bool) -> str:
    first = r.choice(FIRST_FEMALE if female else FIRST_MALE)
    middle = " " + r.choice(FIRST_FEMALE if female else FIRST_MALE) if r.random() < 0.4 else ""
    return f"{first}{middle} {r.choice(LAST)}"


def titled(r: random.Random, plain: str) -> str:
    """Some have degrees behind commas: such a name must be quoted in a comma file."""
    if r.random() < 0.45:
        return plain
    degrees = r.sample(DEGREES, 2 if r.random() < 0.2 else 1)
    return f"{'Dr. ' if r.random() < 0.04 else ''}{plain}, {', '.join(degrees)}"


# --- spellings ------------------------------------------------------------------------------------

def nip_spaced(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def nip_tab(nip: str) -> str:
    return nip + "\t"


def nip_newline(nip: str) -> str:
    """A line break inside the cell: the writer quotes it, the record spans two lines."""
    return nip + "\n"


def nip_prefixed(nip: str) -> str:
    return f"NIP.{nip}"


def nip_apostrophe(nip: str) -> str:
    return "'" + nip


def nip_scientific(nip: str) -> str:
    """What a spreadsheet leaves of a NIP; beyond repair."""
    return f"{nip[0]},{nip[1:6]}E+17"


def golongan_spelling(r: random.Random, golongan: str) -> str:
    """An older or wordier spelling of the same golongan."""
    if golongan not in PANGKAT:
        return f"Golongan ({golongan})"
    roman, letter = golongan.split("/")
    digit = {"I": "1", "II": "2", "III": "3", "IV": "4"}[roman]
    return r.choice([roman + letter, f"{roman}/{letter.upper()}", f"{digit}{letter}",
                     f"{digit}/{letter}", f"{roman} {letter}",
                     f"{PANGKAT[golongan]} ({golongan})", f"{PANGKAT[golongan]}, {golongan}"])


def date_dmy(date: datetime.date, mark: str = "-") -> str:
    return f"{date.day:02d}{mark}{date.month:02d}{mark}{date.year}"


def date_words(date: datetime.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def month_words(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def comma(number: object) -> str:
    return str(number).replace(".", ",")


def days(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    return [first + datetime.timedelta(n) for n in range((last - first).days + 1)]


def month_end(first: datetime.date) -> datetime.date:
    """The last day of the month that a date lies in."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def workdays(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    return [d for d in days(first, last) if d.weekday() < 5]


# --- writers --------------------------------------------------------------------------------------

def gzipped(data: bytes) -> bytes:
    """One gzip member without a clock in it: mtime 0, no name, OS unknown."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    trailer = struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff" + body + trailer


class CSV:
    """Lines of one delimited export; `raw` puts in a line that no writer would write."""

    def __init__(self, header, delimiter: str = ",", line_end: str = "\n",
                 encoding: str = "utf-8", bom: bool = False, quote_all: bool = False):
        self.delimiter, self.line_end, self.encoding = delimiter, line_end, encoding
        self.bom, self.quote_all, self.parts = bom, quote_all, []
        if header is not None:
            self.row(*header)

    def cell(self, value: object) -> str:
        text = "" if value is None else str(value)
        special = (self.delimiter, '"', "\n", "\r")
        if self.quote_all or any(mark in text for mark in special):
            return '"' + text.replace('"', '""') + '"'
        return text

    def row(self, *values: object) -> None:
        self.raw(self.delimiter.join(self.cell(value) for value in values))

    def raw(self, line: str) -> None:
        self.parts.append(line + self.line_end)

    def raw_bytes(self, line: bytes) -> None:
        """Bytes that the encoding forbids; the line end is added."""
        self.parts.append(line + self.line_end.encode())

    def blank(self) -> None:
        self.raw("")

    def insert(self, index: int, *values: object) -> None:
        """A row among those written; 0 is the header's place, so 1 is the first row."""
        text = self.delimiter.join(self.cell(value) for value in values)
        self.parts.insert(index, text + self.line_end)

    def insert_raw(self, index: int, line: str) -> None:
        self.parts.insert(index, line + self.line_end)

    def bytes(self) -> bytes:
        mark = b""
        if self.bom:
            mark = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe"}[self.encoding]
        return mark + b"".join(part if isinstance(part, bytes) else part.encode(self.encoding)
                               for part in self.parts)


class XML:
    """Records of one XML export: `record(attributes, children)`, children a list of pairs."""

    def __init__(self, root: str, record: str, encoding: str = "UTF-8", line_end: str = "\n"):
        self.root, self.name, self.encoding, self.line_end = root, record, encoding, line_end
        self.parts = []

    def record(self, attributes: dict | None = None, children=(), one_line: bool = True) -> None:
        head = "".join(f" {key}={quoteattr(str(value))}"
                       for key, value in (attributes or {}).items())
        inner = [f"<{key}>{escape(str(value))}</{key}>" for key, value in children]
        gap = "" if one_line else self.line_end + "    "
        end = "" if one_line else self.line_end + "  "
        body = "".join(gap + part for part in inner)
        self.raw(f"  <{self.name}{head}>{body}{end}</{self.name}>")

    def raw(self, text: str) -> None:
        self.parts.append(text + self.line_end)

    def bytes(self) -> bytes:
        head = f'<?xml version="1.0" encoding="{self.encoding}"?>{self.line_end}'
        text = (head + f"<{self.root}>{self.line_end}" + "".join(self.parts)
                + f"</{self.root}>{self.line_end}")
        return text.encode(self.encoding)


class Folder:
    """The inputs of one period; it is emptied first so that no file of an older seed stays."""

    def __init__(self, out, region: str, period: str):
        self.path = pathlib.Path(out) / region / period
        if self.path.exists():
            shutil.rmtree(self.path)
        self.path.mkdir(parents=True)

    def write(self, relative: str, content) -> None:
        """Content is bytes, or a CSV or XML; a name that ends in .gz is compressed."""
        data = content if isinstance(content, bytes) else content.bytes()
        target = self.path / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzipped(data) if relative.endswith(".gz") else data)


def readme(out, region: str, title: str, periods: list) -> None:
    """Writes README.md; periods: (period, [(file, what)], [(file, look, what, result)])."""
    lines = [f"# Data contoh: {title}", "",
             "Semua orang, NIP dan angka di sini rekaan; nomor urut NIP 900-999. Dibuat oleh",
             f"`scripts/generate-sample-data --region {region}` dan bebas dipakai.", ""]
    for period, files, notes in periods:
        lines += [f"## {period}", "", "| berkas | isi |", "| --- | --- |"]
        lines += [f"| `{file}` | {what} |" for file, what in files]
        lines += ["", "Yang kotor atau istimewa, dan di mana:", "",
                  "| berkas | cari | apa | hasil |", "| --- | --- | --- | --- |"]
        for note in notes:
            file, look, what, result = (str(x).replace("|", "\\|").replace("\n", " ") for x in note)
            lines.append(f"| `{file}` | `{look}` | {what} | {result} |")
        lines.append("")
    target = pathlib.Path(out) / region / "README.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines), encoding="utf-8")
