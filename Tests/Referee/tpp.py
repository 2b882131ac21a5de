#!/usr/bin/env python3
"""The allowance of the sample town for July 2025, a second time: from the exports and the text of the rules.

usage: tpp.py OUT_FOLDER INPUTS

Amounts, percentages and rates are written out here again; nothing is read from pipelines/. Writes hak.csv: NIP, state,
the six lines in rupiah, and the reasons.
"""

import csv
import datetime
import pathlib
import sys
from fractions import Fraction

DATE = datetime.date
FIRST, LAST, DAYS = DATE(2025, 7, 1), DATE(2025, 7, 31), 31
RSUD, SATPOL, PILOT = "RSUD Contoh", "Satuan Polisi Pamong Praja", "UPT Layanan Digital"
WORKLOAD = {5: 1250000, 6: 1480000, 7: 1875000, 8: 2333333, 9: 3105000, 11: 4750000, 12: 6100000, 14: 9850000}
RESULTS = {5: 800000, 6: 925000, 7: 1111111, 8: 1400000, 9: 1650500, 11: 2200000, 12: 3000000, 14: 4500000}
CONDITION = {RSUD: 350000, SATPOL: 275000}
LATE = [Fraction(1, 2), Fraction(1), Fraction(5, 4), Fraction(3, 2)]
SANCTIONS = {"sedang 1": (Fraction(25), 6), "ringan": (Fraction(10), 3)}


def rows(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def day(text):
    return DATE.fromisoformat(text) if text else None


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def workload(kelas, unit, kind):
    """A row of the unit and a row of the kind state two columns each; the one of the unit counts."""
    if kelas == 9 and unit == RSUD:
        return 3400001
    if kind == "PPPK" and kelas in (7, 9):
        return {7: 1500000, 9: 2500000}[kelas]
    return WORKLOAD.get(kelas)


def klass(minutes):
    return 0 if minutes < 1 else min(4, (minutes - 1) // 30 + 1)


class Posting:
    def __init__(self, row, unit, first, last):
        self.unit, self.first, self.last = unit, max(first, FIRST), min(last, LAST)
        self.kelas = int(row["KELAS"]) if row["KELAS"] else None
        self.kind, self.golongan = row["JENIS"], row["GOLONGAN"]
        self.records, self.faults, self.work, self.absent = 0, 0, 0, 0
        self.late, self.early, self.states = [0] * 4, [0] * 4, False

    @property
    def days(self):
        return (self.last - self.first).days + 1


def postings(root):
    people, end, status = {}, {}, {}
    for row in rows(root / "pegawai/pegawai.csv"):
        nip = row["NIP"]
        if not (nip.isdigit() and len(nip) == 18):
            continue
        status.setdefault(nip, row["STATUS"])
        first, last = day(row["TMT"]) or FIRST, day(row["SAMPAI"]) or LAST
        people.setdefault(nip, []).append(Posting(row, row["UNIT"], first, last))
        people[nip][-1].row = row
    for row in sorted(rows(root / "pegawai/peristiwa.csv"), key=lambda x: x["TANGGAL"]):
        date, nip = day(row["TANGGAL"]), row["NIP"]
        starts = date + datetime.timedelta(days=1) if row["TERMASUK"] == "ya" else date
        if row["PERISTIWA"] == "mutasi":
            old = people[nip][-1]
            people[nip].append(Posting(old.row, row["UNIT"], starts, old.last))
            people[nip][-1].row = old.row
            old.last = starts - datetime.timedelta(days=1)
        else:
            end[nip] = f"{row['PERISTIWA']} {date}"
            kept = [p for p in people[nip] if p.first < starts]
            for posting in kept:
                posting.last = min(posting.last, starts - datetime.timedelta(days=1))
            people[nip] = kept
    return people, end, status


def attendance(root, people):
    output = {}
    for path in sorted((root / "absensi").glob("mesin-*.csv")):
        seen = set()
        for row in rows(path, ";"):
            date = datetime.datetime.strptime(row["TANGGAL"], "%d-%m-%Y").date()
            nip = row["NIP"]
            if nip not in people or not FIRST <= date <= LAST or (nip, date) in seen:
                continue
            seen.add((nip, date))
            for posting in people[nip]:
                if posting.first <= date <= posting.last:
                    machine(posting, row)
    for row in rows(root / "absensi/rekap-rsud.csv"):
        for posting in people.get(row["NIP"], []):
            if posting.unit == row["UNIT"]:
                posting.records, posting.states = posting.records + 1, True
                posting.work += int(row["HARI KERJA"])
                posting.absent += int(row["TK"])
                for place in range(4):
                    posting.late[place] += int(row[f"TM{place + 1}"])
                    posting.early[place] += int(row[f"PC{place + 1}"])
    for row in rows(root / "ekinerja/tanpa-aktivitas.csv"):
        output[row["NIP"]] = int(row["HARI TANPA AKTIVITAS"])
    return output


def machine(posting, row):
    posting.records, posting.states = posting.records + 1, True
    status = row["STATUS"]
    if status == "LIBUR":
        return
    if status not in ("H", "TK", "DL", "CT", "Sakit"):
        posting.faults += 1
        return
    posting.work += 1
    if status == "TK":
        posting.absent += 1
    if status == "H":
        if row["TERLAMBAT"] == "" or row["PULANG_AWAL"] == "":
            posting.faults += 1
            return
        for column, counts in (("TERLAMBAT", posting.late), ("PULANG_AWAL", posting.early)):
            place = klass(int(row[column]))
            if place:
                counts[place - 1] += 1


def sanction(orders, nip):
    worst = Fraction(0)
    for row in orders:
        if row["NIP"] != nip:
            continue
        percent, months = SANCTIONS.get(row["TINGKAT"], (None, None))
        percent = Fraction(row["PERSEN"]) if row["PERSEN"] else percent
        months = int(row["LAMA"]) if row["LAMA"] else months
        date = day(row["TMT"])
        start = date.year * 12 + date.month - 1 + 1
        if start <= 2025 * 12 + 6 < start + months:
            worst = max(worst, percent)
    return worst


def tax(kind, golongan):
    if kind == "PPPK":
        return 5 if golongan in ("IX", "X") else 0
    return {"I": 0, "II": 0, "III": 5, "IV": 15}[golongan.split("/")[0]]


def entitled(nip, mine, end, status, output, orders):
    if status == "CLTN":
        return "nihil", [0] * 6, "dikecualikan"
    paid = [p for p in mine if p.unit != PILOT]
    if not paid:
        return "nihil", [0] * 6, end or "uji coba"
    held = [p for p in paid if workload(p.kelas, p.unit, p.kind) is None or p.kelas not in RESULTS]
    held += [p for p in mine if p.records == 0 or p.faults or not p.states]
    if held or nip not in output:
        return "ditahan", [], ""
    # Work and discipline are measured over the whole month, also where its days earn nothing.
    work, without = sum(p.work for p in mine), output[nip]
    if work == 0 or without > work:
        return "ditahan", [], ""
    percent = 3 * sum(p.absent for p in mine)
    for place in range(4):
        percent += LATE[place] * sum(p.late[place] + p.early[place] for p in mine)
    share = max(Fraction(0), 1 - Fraction(60, 100) * Fraction(without, work) - Fraction(percent) / 100)
    left = 1 - sanction(orders, nip) / 100
    parts = [Fraction(p.days, DAYS) for p in paid]
    base = [sum(part * workload(p.kelas, p.unit, p.kind) for p, part in zip(paid, parts)),
            sum(part * RESULTS[p.kelas] for p, part in zip(paid, parts)),
            sum(part * CONDITION.get(p.unit, 0) for p, part in zip(paid, parts))]
    lines = [half_up(base[0] * share * left), half_up(base[1] * share * left), half_up(base[2] * left)]
    gross = sum(lines)
    bounded = min(gross, 12000000)
    rate = tax(paid[-1].kind, paid[-1].golongan)
    lines += [half_up(Fraction(gross * rate, 100)), half_up(Fraction(bounded, 100)),
              half_up(Fraction(bounded * 4, 100))]
    return "dihitung", lines, ""


def main(out, root):
    root = pathlib.Path(root)
    people, end, status = postings(root)
    output = attendance(root, people)
    orders = rows(root / "hukdis/hukdis.csv")
    target = pathlib.Path(out)
    target.mkdir(parents=True, exist_ok=True)
    with open(target / "hak.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("nip,keadaan,beban_kerja,prestasi_kerja,kondisi_kerja,pph21,bpjs_pekerja,bpjs_pemberi".split(","))
        for nip in sorted(people):
            state, lines, _ = entitled(nip, people[nip], end.get(nip), status[nip], output, orders)
            writer.writerow([nip, state] + (lines or [""] * 6))


if __name__ == "__main__":
    main(*sys.argv[1:])
