#!/usr/bin/env python3
"""Hard invented exports for the national pipeline: figures on and next to every border.

usage: nasional_cases.py FOLDER PERIOD SEED PEOPLE
writes FOLDER/inputs and FOLDER/nasional.yaml, which is the pipeline without a limit of rejects.
"""

import csv
import datetime
import pathlib
import random
import sys
from fractions import Fraction
from xml.sax.saxutils import escape

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from nasional import span  # noqa: E402

PIPELINES = pathlib.Path(__file__).resolve().parents[2] / "pipelines"
UNITS = ["Bagian Umum", "Bagian Keuangan", "Bagian Hukum"]
JOBS = ["Analis Kebijakan Ahli Pertama", "ARSIPARIS  AHLI-PERTAMA", "Arsiparis Ahli Muda",
        "Pranata Komputer Terampil", "ahli madya", "ahli utama", "pemula", "mahir", "penyelia",
        "Ahli Pertama", "Kepala Subbagian", "ahli bestari", "-"]
GRADES = ["III/b", "IIIc", "IV/e", "IX", "XVII", "2d", "Penata (III/c)", "III/b", "II/a", "I/d"]
STATUS = ["Aktif"] * 16 + ["CLTN", "tugas belajar", "Cuti di Luar Tanggungan Negara", "CPNS"]
WORDS = ["Diatas Ekspektasi", "DI ATAS EKSPEKTASI", "di atas", "Sesuai Ekspektasi", "sesuai",
         "SESUAIEKSPEKTASI", "dibawah", "Di Bawah Ekspektasi", "di-bawah ekspektasi", "1", "2", "3"]
STATED = ["SANGAT BAIK", "Baik", "BUTUHPERBAIKAN", "Cukup", "Kurang/misconduct", "Kurang",
          "Misconduct", "sangatkurang", "-", "", "Istimewa"]
OLD = ["orientasi pelayanan", "integritas", "komitmen", "disiplin", "kerja sama", "kepemimpinan"]
NEW = ["orientasi pelayanan", "komitmen", "inisiatif kerja", "kerja sama", "kepemimpinan"]


class Cases:
    def __init__(self, folder, period, seed, people):
        self.folder = pathlib.Path(folder)
        self.year, self.length, self.first, self.last = span(period)
        self.dice = random.Random(f"{period} {seed}")
        self.people = [self.nip(n) for n in range(people)]
        self.tables = {}

    def nip(self, number):
        born = datetime.date(1965, 1, 1) + datetime.timedelta(self.dice.randrange(12000))
        month = self.dice.choice(["01", "07", "12", "21"])
        return f"{born:%Y%m%d}{born.year + 25}{month}{self.dice.choice('12')}{number % 999 + 1:03}"

    def pick(self, *values):
        return self.dice.choice(values)

    def rare(self, one_in):
        return self.dice.randrange(one_in) == 0

    def text(self, value):
        """A decimal of at most six places, now and then spelled as agencies spell it."""
        value = str(value)
        return self.pick(value, f" {value} ", value) if self.rare(9) else value

    def add(self, file, **row):
        self.tables.setdefault(file, []).append(row)

    def spell(self, nip):
        """Now and then a NIP as Excel and clerks write it, or one that is none."""
        if self.rare(150):
            return self.pick("198513322010011001", "12345", "", "199001012015031999", "1.98E+17")
        return f"'{nip}" if self.rare(40) else nip

    def unit(self):
        """Now and then none that the list of units has; the list is there since 2022."""
        return "Bagian Hantu" if self.year >= 2022 and self.rare(120) else self.pick(*UNITS)

    # --- exports ---

    def register(self):
        for nip in self.people:
            if self.rare(150):
                continue
            row = {"nip_baru": nip, "nama": "CONTOH", "jenis_pegawai_nama": "PNS",
                   "unor_nama": self.unit(), "jabatan_nama": self.pick(*JOBS),
                   "gol_akhir_nama": "I/E" if self.rare(90) else self.pick(*GRADES),
                   "kedudukan_hukum_nama": self.pick(*STATUS), "tanggal_lahir": "15-03-1982",
                   "tingkat_pendidikan_nama": "S-1"}
            self.add("pegawai/a.csv", **row)
            if self.rare(60):
                self.add("pegawai/a.csv", **row)

    def activity(self, nip, name):
        undone = self.rare(12)
        target = self.pick(1, 2, 12, 10, 3, 7)
        rows = [["kuantitas", target, 0 if undone else self.pick(target, target, 1, 2 * target, 5)],
                ["kualitas", 100, 0 if undone and self.rare(2) else self.quality()],
                ["waktu", *self.effort(12)]]
        if self.rare(3):
            rows.append(["biaya", *self.effort(1_000_000)])
        if self.rare(8):
            del rows[self.dice.randrange(len(rows))]
        for row in rows:
            if self.rare(60):
                row[1] = self.pick("", 0, "-", -5)
            if self.rare(60):
                row[2] = self.pick("", "-", -1, "dua", "#N/A")
            self.activity_row(nip, name, *row)

    def quality(self):
        return self.pick(50, 76, 91, 90, 100, "87.5", 61, 51, "90.005", 85, 80, "92,5")

    def effort(self, scale):
        """Target and realisation about 0, 24, 50 and -76 % efficiency."""
        target = self.pick(12, 25, 10, scale, 7, "0.5")
        share = self.pick("1", "0.76", "0.7601", "0.7599", "0.5", "1.2", "1.76", "1.7601", "1.75",
                          "2.5", "0", "0.38", "0.7", "0.9")
        value = Fraction(target) * Fraction(share)
        return target, format(float(value), ".6f")

    def activity_row(self, nip, name, aspect, target, actual):
        self.add("kegiatan/skp.csv", NIP=self.spell(nip), KEGIATAN=name, ASPEK=aspect,
                 TARGET=self.text(target), REALISASI=self.text(actual))
        if self.rare(80):
            self.add("kegiatan/skp.csv", NIP=nip, KEGIATAN=name, ASPEK=aspect, TARGET=1,
                     REALISASI=1)

    def activities(self, nip):
        for n in range(self.pick(0, 1, 1, 2, 3, 5, 12)):
            self.activity(nip, f"Kegiatan {n}")
        if self.rare(2):
            for n in range(self.pick(1, 1, 1, 2)):
                count = self.pick(0, 1, 3, 4, 6, 7, 12) if not self.rare(40) else "2.5"
                self.activity_row(nip, f"Tugas {n}", "Tugas Tambahan", "", count)
        if self.rare(9):
            self.activity_row(nip, self.pick("unit", "organisasi", "negara", "Unit"), "kreativitas",
                              "", self.pick(0, 1, 1, 2))
        if self.rare(60):
            self.activity_row(nip, "Kegiatan 0", self.pick("mutu", ""), 1, 1)

    def flat(self, nip):
        """Equal figures, so that the final lies on a border or one thousandth beside it."""
        value = Fraction(self.pick(91, 76, 61, 51, 50)) + Fraction(
            self.pick("0", "-0.005", "-0.004", "-0.006", "0.005", "-0.0049", "-0.0051", "0.5",
                      "-0.5"))
        shown = format(float(value), ".4f")
        self.activity_row(nip, "Satu", "kualitas", 100, shown)
        self.add("perilaku/p.csv", NIP=nip, ASPEK=OLD[0], NILAI=shown)

    def conduct(self, nip, aspects, values):
        for aspect in aspects:
            if self.rare(12):
                continue
            value = self.pick(*values)
            if self.rare(90):
                value = self.pick("120.01", "-1", "baik", "")
            self.add("perilaku/p.csv", NIP=self.spell(nip), ASPEK=aspect, NILAI=value)
            if self.rare(70):
                self.add("perilaku/p.csv", NIP=nip, ASPEK=aspect, NILAI=50)

    def indicator(self, nip, name, kind, weight):
        way, target = self.pick("naik", "naik", "turun", "", "NAIK"), self.pick(100, 200, 1000, 8)
        percent = Fraction(self.pick(
            "59.49", "59.5", "60", "79.49", "79.5", "80", "99.49", "99.5", "99.999", "100",
            "100.49", "100.5", "101", "109.5", "110", "110.49", "110.5", "111", "0", "59", "35"))
        ratio = percent / 100 if way.lower() != "turun" else 2 - percent / 100
        if way == "turun" and self.rare(8):
            ratio = Fraction(self.pick("2", "2.001", "3"))
        row = {"TARGET": target, "TARGET MIN": "", "TARGET MAKS": "",
               "REALISASI": format(float(ratio * target), ".6f")}
        if self.rare(5):
            low, high = self.pick((80, 90), (7, 8), (5, 5))
            row.update({"TARGET": "", "TARGET MIN": low, "TARGET MAKS": high,
                        "REALISASI": self.pick(low, high, 0, 6, 9, 16, 92, 70, 85, "79.999", 20)})
        if self.rare(40):
            row["TARGET"] = self.pick(0, "", -3, 100)
        if self.rare(40):
            row[self.pick("TARGET MIN", "TARGET MAKS")] = self.pick("", 0, 50, 95)
        if self.rare(40):
            row["REALISASI"] = self.pick("", "-", "x")
        if self.rare(150):
            way = self.pick("mundur", "rentang")
        if self.rare(150):
            kind = "lain"
        self.add("iki/i.csv", NIP=self.spell(nip), IKI=name, JENIS=kind, BOBOT=weight, ARAH=way,
                 **row, MAKSIMUM=self.pick("ya", "tidak", "tidak", "", "1"))
        if self.rare(80):
            self.add("iki/i.csv", NIP=nip, IKI=name, JENIS=kind, BOBOT=1, ARAH=way, **row,
                     MAKSIMUM="entah" if self.rare(2) else "0")

    def indicators(self, nip):
        weights = self.pick([100], [60, 40], [50, "49.99"], ["33.33", "33.33", "33.34"], [50, 50],
                            ["99.99", "0.01"], [10] * 10, [100, 0], [110, -10], [50, "50.01"], [],
                            [25, 25, 25, 25])
        for n, weight in enumerate(weights):
            self.indicator(nip, f"Indikator {n}", self.pick("utama", "Utama", ""),
                           self.pick("", -10, 0) if self.rare(90) else weight)
        for n in range(self.pick(0, 0, 0, 1, 2, 5)):
            self.indicator(nip, f"Tambahan {n}", "tambahan", self.pick(1, 2, 5, 10, "7.5"))
        if self.rare(3):
            self.add("gagasan/g.csv", NIP=nip, **{"GAGASAN BARU": self.pick(
                "ya", "ya", "tidak", "", "mungkin")})

    def halves(self, nip):
        values = ["91", "76", "117.00", "110", "110.01", "109.99", "103", "90", "89.99", "69.99",
                  "70.005", "0", "50", "49.99", "", "x"]
        for days in (("2021-01-01", "2021-06-30"), ("2021-07-01", "2021-12-31")):
            if not self.rare(12):
                row = {"NIP": self.spell(nip), "PERIODE AWAL": days[0], "PERIODE AKHIR": days[1],
                       "NILAI": self.pick(*values[:-2]) if not self.rare(30) else
                       self.pick(*values)}
                self.add("semester/s.csv", **row)
                if self.rare(60):
                    self.add("semester/s.csv", **{**row, "NILAI": 12})
        if self.rare(20):
            start, end = self.pick(
                ("2021-03-01", "2021-06-30"), ("2021-01-01", "2021-12-31"), ("", ""),
                ("2021-06-30", "2021-07-01"), ("2021-07-01", ""))
            self.add("semester/s.csv", NIP=nip, NILAI=10, **{
                "PERIODE AWAL": start, "PERIODE AKHIR": end})
        if self.rare(30):
            self.add("semester/s.csv", NIP=nip, NILAI=99, **{
                "PERIODE AWAL": "2020-01-01", "PERIODE AKHIR": "2020-12-31"})
        if self.rare(3):
            self.add("gagasan/g.csv", NIP=nip, **{"GAGASAN BARU": self.pick("ya", "tidak")})

    def skps(self, nip, number):
        total, row = (self.last - self.first).days, {}
        starts = [0, 0, 0, 1, 30, 31, 59, 60, total, -1, -366]
        for n in range(self.pick(1, 1, 1, 0, 2, 3, 5)):
            start = self.first + datetime.timedelta(self.pick(*starts))
            end = self.pick(self.last, self.last, self.last - datetime.timedelta(1),
                            start + datetime.timedelta(self.dice.randrange(total + 1)),
                            self.last + datetime.timedelta(1), start)
            words = ["Luar Biasa" if self.rare(100) else "" if self.rare(60) else self.pick(*WORDS)
                     for _ in range(2)]
            row = {"nip": self.spell(nip), "skp_id": f"S-{number}-{n}",
                   "periode_awal_skp": self.day(start), "periode_akhir_skp": self.day(end),
                   "skp_unor": self.unit(), "skp_jabatan": "x",
                   "is_skp_plt_plh_pjb": self.pick("0", "0", "1", "", "tidak", "ya"),
                   "hasil_kerja": words[0], "perilaku_kerja": words[1],
                   "hasil_akhir": self.pick(*STATED), "waktu_dinilai": "2025-01-09 09:15:00"}
            self.add(f"penilaian/p.{self.pick('csv', 'csv', 'xml')}", **row)
            if self.rare(50):
                self.add("penilaian/p.csv", **{**row, "hasil_kerja": "3"})
        both = row and self.rare(10)        # the whole period, in e-Kinerja and in SIASN's history
        if both:
            self.add("penilaian/p.csv", **{
                **row, "nip": nip, "skp_id": f"S-{number}", "hasil_kerja": self.pick(*WORDS),
                "periode_awal_skp": self.first, "periode_akhir_skp": self.last,
                "perilaku_kerja": self.pick(*WORDS), "is_skp_plt_plh_pjb": "0"})
        if both or self.rare(6):
            self.add("riwayat/r.csv", nip=nip, id=f"R-{number}", unorNama=UNITS[0], jabatan="x",
                     tahun=self.pick(self.year, self.year, self.year - 1),
                     hasilKinerjaNilai=self.pick("1", "2", "3", "4"),
                     perilakuKerjaNilai=self.pick("1", "2", "3", ""))
        if self.rare(4):
            self.add("ip-asn/i.csv", NIP=self.spell(nip), TAHUN=self.pick(self.year, self.year - 1),
                     TOTAL=self.pick(80, "77,5", "81.005", "x"), UPDATED="15-01-2025")

    def day(self, date):
        return "" if self.rare(80) else date.strftime(self.pick("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"))

    # --- files ---

    def write(self):
        self.register()
        for unit in UNITS if self.year >= 2022 else []:
            self.add("unit/u.csv", unor_nama=unit, unor_induk_nama="", capaian_organisasi="baik")
        for number, nip in enumerate(self.people):
            if self.rare(40):
                continue
            if self.year >= 2022:
                self.skps(nip, number)
            elif self.year == 2021 and self.length == 12:
                self.halves(nip)
            elif self.last > datetime.date(2021, 6, 30):
                if not self.rare(20):
                    self.conduct(nip, NEW, [90, 100, 110, 60, 120, 70, "89.995"])
                self.indicators(nip)
            elif self.rare(6):
                self.flat(nip)
            else:
                self.activities(nip)
                if not self.rare(20):
                    self.conduct(nip, OLD, [91, 76, 90, 84, 51, 61, "90.5", 120, 0])
        for file, rows in self.tables.items():
            if not file.startswith("pegawai/"):
                self.dice.shuffle(rows)
            path = self.folder / "inputs" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            if file.endswith(".xml"):
                path.write_text(self.markup(rows), encoding="utf-8")
                continue
            with open(path, "w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n",
                                        delimiter=";" if file.startswith("ip-asn/") else ",")
                writer.writeheader()
                writer.writerows(rows)
        text = (PIPELINES / "nasional.yaml").read_text(encoding="utf-8")
        text = text.replace("    optional: true\n", "    optional: true\n    reject_limit: none\n")
        for name in ("regulation", "tables"):
            (self.folder / name).symlink_to(PIPELINES / name)
        (self.folder / "nasional.yaml").write_text(text, encoding="utf-8")

    @staticmethod
    def markup(rows):
        records = ["<skp>" + "".join(f"<{k}>{escape(str(v))}</{k}>" for k, v in row.items())
                   + "</skp>" for row in rows]
        return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<daftar>", *records,
                          "</daftar>", ""])


if __name__ == "__main__":
    Cases(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])).write()
