#!/usr/bin/env python3
"""Referee for data quality: BKN's indicators on sample-data/kualitas by another road, exact and slow.

usage: kualitas.py FOLDER PERIOD [EARLIER_PERIOD]   (writes kualitas-data.csv and kualitas-temuan.csv into FOLDER)

Follows Documentation/data-quality.md; the weights are those of BKN's list, copied by hand.
"""

import csv
import datetime
import pathlib
import re
import sys
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2] / "sample-data/kualitas"
DIMENSIONS = {"completeness": ("0.28", "COM", "20 25 20 12.5 17.5 2.5 2.5"),
              "timeliness": ("0.31", "TIM", "22.73 18.18 13.64 15.91 15.91 13.64"),
              "accuracy": ("0.30", "ACC", "9.52 21.43 7.14 9.52 4.76 11.9 7.14 14.29 4.76 9.52"),
              "consistency": ("0.11", "CON", "25 25 25 25")}
WEIGHTS = {f"{prefix}_{n}": Fraction(w) for _, prefix, ws in DIMENSIONS.values()
           for n, w in enumerate(ws.split(), 1)}
LEVELS = ["SLTA", "Diploma III", "S-1"]
ESELON = {"II.b": ("S-1", "IV/b"), "III.a": ("S-1", "IV/a"), "III.b": ("S-1", "III/d"),
          "IV.b": ("Diploma III", "III/b")}
BUP = {"II.b": 60, "III.a": 58, "III.b": 58, "IV.b": 58}
JF = re.compile(r"\b(ahli (pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\b", re.I)
N, OK, BAD, ASK = "tidak berlaku", "baik", "bermasalah", "tak-terperiksa"


def rows(path, delimiter=","):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        return [(reader.line_num, {k: v.strip() for k, v in row.items()}) for row in reader]


def day(text):
    return datetime.datetime.strptime(text, "%d-%m-%Y").date() if text else None


def later(date, years):
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return date.replace(year=date.year + years, day=28)


def grade(text):
    level, ruang = text.split("/")
    return ["I", "II", "III", "IV"].index(level), ruang


class Person:
    def __init__(self, line, row):
        self.line, self.row, self.nip = line, row, row["NIP BARU"]
        self.pppk = int(self.nip[12:14]) > 20
        self.birth, self.cpns = day(row["TANGGAL LAHIR"]), day(row["TMT CPNS"])
        self.pns, self.pppk_from = day(row["TMT PNS"]), day(row["TMT PPPK"])
        self.kind = row["JENIS JABATAN"].split()[-1]

    def __getitem__(self, name):
        return self.row[name]


def bad(isBad):
    return BAD if isBad else OK


class Referee:
    def __init__(self, period):
        folder = ROOT / period / "siasn"
        year, half = period.split("-S")
        self.day = datetime.date(int(year), 6 * int(half), 30 if half == "1" else 31)
        self.unors = {r["Id"]: r["Aktif"] == "1" for _, r in rows(folder / "unor.csv", ";")}
        self.posts = {r["id"]: r for _, r in rows(folder / "jabatan-fungsional.csv")}
        self.late = {(r["nip"], int(r["tahun"])) for _, r in rows(folder / "belum-skp.csv")}
        self.people = []
        for line, row in rows(folder / "data-utama.csv", ";"):
            try:
                if len(row["NIP BARU"]) == 18:
                    self.people.append(Person(line, row))
            except ValueError:
                pass  # a day that the calendar does not have
        heads = [p["UNOR ID"] for p in self.people if p.kind == "Struktural"]
        self.twice = {code for code in heads if heads.count(code) > 1}

    # --- the indicators ---

    def judge(self, code, p):
        return getattr(self, code.lower())(p)

    def com_1(self, p):
        return bad({(p.nip, self.day.year - n) for n in (1, 2)} <= self.late)

    def com_2(self, p):
        return N if p.kind == "Struktural" else bad(not p["JABATAN ID"])

    def com_3(self, p):
        return bad(not p["TINGKAT PENDIDIKAN"])

    def com_4(self, p):
        return N if p.pppk or p["STATUS CPNS PNS"] == "C" else bad(not p.pns)

    def com_5(self, p):
        if not p["TINGKAT PENDIDIKAN"]:
            return ASK
        if p["TINGKAT PENDIDIKAN"] == "SLTA":
            return N
        return bad(not (p["GELAR DEPAN"] or p["GELAR BELAKANG"]))

    def com_6(self, p):
        return bad(not re.fullmatch(r"[^@\s]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", p["EMAIL"]))

    def com_7(self, p):
        return bad(not p["NOMOR HP"])

    def tim_1(self, p):
        return bad(not self.unors[p["UNOR ID"]]) if p["UNOR ID"] in self.unors else ASK

    def tim_2(self, p):
        if p.pppk or not p["NAMA JABATAN"].startswith("Calon "):
            return N
        return bad(self.day > later(p.cpns, 2))

    def tim_3(self, p):
        return bad(self.day > later(p.cpns, 1)) if p["STATUS CPNS PNS"] == "C" else N

    def tim_4(self, p):
        return bad(p["UNOR ID"] in self.twice) if p.kind == "Struktural" else N

    def tim_5(self, p):
        if p["KEDUDUKAN HUKUM"] not in (("Aktif", "PPPK Aktif") if p.pppk else ("Aktif",)):
            return N
        age = self.posts.get(p["JABATAN ID"], {}).get("bup_usia", "")
        if not age:
            if p.kind == "Fungsional":
                return ASK
            age = BUP[p["ESELON"]] if p.kind == "Struktural" else 58
        birthday = later(p.birth, int(age))
        return bad((self.day.year, self.day.month) > (birthday.year, birthday.month))

    def acc_1(self, p):
        if p.pppk or p["STATUS CPNS PNS"] == "C":
            return N
        return bad(p.cpns > p.pns) if p.cpns and p.pns else ASK

    def acc_2(self, p):
        if p.pppk:
            return N
        lent = bool(re.search(r"\bDP[KB]\b", p["JENIS PEGAWAI"]))
        return bad(lent == (p["INSTANSI INDUK"] == p["INSTANSI KERJA"]))

    def acc_3(self, p):
        return bad(self.day < later(p.cpns, 2)) if p.kind == "Struktural" else N

    def acc_4(self, p):
        return bad(p["KEDUDUKAN HUKUM"] != "PPPK Aktif") if p.pppk else N

    def acc_5(self, p):
        return bad(not p["NIK"] or p["IS VALID NIK"] != "1")

    def school(self, p, least):
        if not p["TINGKAT PENDIDIKAN"]:
            return ASK
        return bad(LEVELS.index(p["TINGKAT PENDIDIKAN"]) < LEVELS.index(least))

    def acc_6(self, p):
        return self.school(p, ESELON[p["ESELON"]][0]) if p.kind == "Struktural" else N

    def acc_7(self, p):
        return bad(not 2019 <= int(p.nip[8:12]) <= self.day.year) if p.pppk else N

    def acc_8(self, p):
        if p.kind != "Fungsional":
            return N
        least = self.posts.get(p["JABATAN ID"], {}).get("pendidikan_minimal", "")
        return self.school(p, least) if least else ASK

    def acc_9(self, p):
        return bad(JF.search(p["NAMA JABATAN"])) if p.kind == "Pelaksana" else N

    def acc_10(self, p):
        if p.kind != "Struktural":
            return N
        return bad(grade(p["GOL AKHIR"]) < grade(ESELON[p["ESELON"]][1]))

    def con_1(self, p):
        return N if p.pppk else bad(f"{p.cpns:%Y%m}" != p.nip[8:14])

    def con_2(self, p):
        return bad(f"{p.birth:%Y%m%d}" != p.nip[:8])

    def con_3(self, p):
        return bad({"M": "1", "F": "2"}[p["JENIS KELAMIN"]] != p.nip[14]) \
            if p["JENIS KELAMIN"] in ("M", "F") else ASK

    def con_4(self, p):
        return bad(str(p.pppk_from.year) != p.nip[8:12]) if p.pppk else N

    # --- the figures ---

    def scopes(self):
        yield "instansi", "", self.people
        for unit in sorted({p["NAMA UNOR"] for p in self.people} - {""}, key=str.encode):
            yield "unit", unit, [p for p in self.people if p["NAMA UNOR"] == unit]
        rest = [p for p in self.people if not p["NAMA UNOR"]]
        if rest:
            yield "tanpa-unit", "", rest

    def table(self):
        for extent, unit, people in self.scopes():
            lines, index, all_measured = [], [], Fraction(0)
            for name, (share, prefix, _) in DIMENSIONS.items():
                inner, parts = [], []
                for code in [c for c in WEIGHTS if c.startswith(prefix)]:
                    if code == "TIM_6":      # the export has no end of a CLTN
                        inner.append([extent, unit, "indikator", code, "", "", "", "", ""])
                        continue
                    found = [self.judge(code, p) for p in people]
                    asked, wrong = found.count(ASK), found.count(BAD)
                    checked = wrong + found.count(OK)
                    value = None
                    if len(people) > asked and (checked or not asked):
                        value = 100 - Fraction(100 * wrong, len(people) - asked)
                        parts.append((value, WEIGHTS[code]))
                    inner.append([extent, unit, "indikator", code, checked, wrong, asked,
                                  figure(value), ""])
                whole = sum(w for c, w in WEIGHTS.items() if c.startswith(prefix))
                value = mean(parts)
                if value is not None:
                    index.append((value, Fraction(share)))
                all_measured += Fraction(share) * sum(w for _, w in parts) / whole
                lines += [[extent, unit, "dimensi", name, "", "", "", figure(value), ""], *inner]
            yield [extent, unit, "indeks", "", "", "", "", figure(mean(index)),
                   figure(100 * all_measured)]
            yield from lines

    def findings(self):
        for code in WEIGHTS:
            for p in self.people if code != "TIM_6" else ():
                if (found := self.judge(code, p)) in (BAD, ASK):
                    yield [code, found, p.nip, p["NAMA UNOR"], p.line]


def mean(parts):
    return sum(v * w for v, w in parts) / sum(w for _, w in parts) if parts else None


def figure(value):
    if value is None:
        return ""
    scaled = (value * 10_000 + Fraction(1, 2)).__floor__()
    return f"{scaled // 10_000}.{scaled % 10_000:04d}"


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    now = Referee(sys.argv[2])
    before = {}
    if len(sys.argv) > 3:
        before = {(r[0], r[1]): r[7] for r in Referee(sys.argv[3]).table() if r[2] == "indeks"}
    with open(out / "kualitas-data.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("cakupan unit tingkat kode diperiksa bermasalah tak_terperiksa nilai "
                        "terukur nilai_lalu perubahan".split())
        for row in now.table():
            last = before.get((row[0], row[1]), "") if row[2] == "indeks" else ""
            change = ""
            if last and row[7]:
                moved = int(row[7].replace(".", "")) - int(last.replace(".", ""))
                change = ("-" if moved < 0 else "") + \
                    f"{abs(moved) // 10_000}.{abs(moved) % 10_000:04d}"
            writer.writerow([*row, last, change])
    with open(out / "kualitas-temuan.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("kode hasil nip unit baris".split())
        writer.writerows(now.findings())


main()
