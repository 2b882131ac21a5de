#!/usr/bin/env python3
"""Referee for Pariaman 2025-Q2: the same results by another road, exact and slow.

usage: pariaman.py FOLDER   (reads sample-data/pariaman/2025-Q2, writes five CSV files into FOLDER)
"""

import datetime
import pathlib
import re
import sys
from collections import defaultdict
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import exports as e  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = ROOT / "sample-data/pariaman/2025-Q2"
TABLES = ROOT / "pipelines/tables"
FIRST, LAST = datetime.date(2025, 4, 1), datetime.date(2025, 6, 30)
DAY = datetime.timedelta(1)
MONTHS = [(2025, 4), (2025, 5), (2025, 6)]
HEALTH = {"Bidan Terampil", "Perawat Terampil", "Epidemiolog Ahli Pertama"}
ASPECTS = {"Keterampilan", "Sikap", "Perilaku"}
WORDS = {"diatasekspektasi": 100, "sesuaiekspektasi": 85, "dibawahekspektasi": 60}
CELLS = {("di atas", "di atas"): "Sangat Baik", ("di atas", "sesuai"): "Baik",
         ("di atas", "di bawah"): "Kurang", ("sesuai", "di atas"): "Baik",
         ("sesuai", "sesuai"): "Baik", ("sesuai", "di bawah"): "Kurang",
         ("di bawah", "di atas"): "Butuh Perbaikan", ("di bawah", "sesuai"): "Butuh Perbaikan",
         ("di bawah", "di bawah"): "Sangat Kurang"}
UNIT, JOB, STATUS, KIND, ROLE, MEASURE = (e.aliases(TABLES / name) for name in (
    "pariaman-unit.csv", "pariaman-jabatan.csv", "status.csv", "jenis.csv", "peran.csv",
    "ukuran.csv"))


class Pariaman:
    def __init__(self):
        self.book, self.files = e.Book(), []
        self.units, self.measures, self.indicators = set(), set(), {}
        self.register, self.people, self.known_people = defaultdict(list), {}, set()
        self.excluded, self.corrections = {}, {}
        # (subject, indicator) -> measure -> [points of months]
        self.results = defaultdict(lambda: defaultdict(list))
        self.tasks = defaultdict(list)        # nip -> [points or None]
        self.ratings = defaultdict(list)      # (source, nip) -> [(role, rater, points)]
        self.factors = defaultdict(lambda: Fraction(1))

    # --- reading ---

    def rows(self, files, check, codes=None, **options):
        self.files += files
        known = set()
        for file in files:
            data = (INPUTS / file).read_bytes()
            copy = data in known
            known.add(data)
            for line, row in self.records(file, options):
                if copy:
                    self.book.set(file, line, "disisihkan")
                    continue
                try:
                    if isinstance(row, str):
                        raise e.Fault(row)
                    row["_file"] = file
                    checked = check(row)
                except e.Fault as fault:
                    code = str(fault)
                    self.book.reject(file, line, (codes or {}).get(code, code))
                    continue
                self.book.set(file, line, "dipakai")
                yield file, line, checked

    @staticmethod
    def records(file, options):
        data = e.content(INPUTS / file)
        if "xml" in options:
            return e.xml_records(data, options["xml"], options["fields"],
                                 options.get("strict", False))
        return e.csv_records(data, **options)

    @staticmethod
    def once(keys, key):
        if key in keys:
            raise e.Fault("duplicate")
        keys.add(key)

    @staticmethod
    def spelled(table, text):
        return None if e.present(text) is None else table.get(e.fold(e.present(text)),
                                                              e.present(text))

    def unit(self, text):
        value = self.spelled(UNIT, e.required(text))
        if value not in self.units:
            raise e.Fault("unknown-unit")
        return value

    def known(self, text):
        value = e.nip(text)
        if value not in self.known_people:
            raise e.Fault("unknown-person")
        return value

    def indicator(self, text):
        value = e.required(text)
        if value not in self.indicators:
            raise e.Fault("unknown-indicator")
        return value

    def measure(self, text):
        value = self.spelled(MEASURE, text)
        if value is not None and value not in self.measures:
            raise e.Fault("reference")
        return value

    def fate(self, file, line, nip, inside):
        if not inside:
            self.book.set(file, line, "disisihkan")
        elif nip in self.excluded:
            self.book.set(file, line, "dikecualikan")
        else:
            return True
        return False

    def read_reference(self):
        units, codes = set(), set()

        def unit(row):
            value = self.spelled(UNIT, e.required(row["NamaUnor"]))
            self.once(units, value)
            return value
        self.units = {x for _, _, x in self.rows(["referensi/unor.csv"], unit, delimiter=";")}
        self.measures = {x for _, _, x in self.rows(["referensi/ukuran.csv"],
                                                    lambda row: e.required(row["kode"]))}

        def indicator(row):
            code, way = e.required(row["@kode"]), e.present(row["@arah"])
            if way not in ("naik", "turun"):
                raise e.Fault("code-list")
            weight = e.number(e.required(row["bobot"]), ",")
            target, cap = e.number(row["target"], ","), e.number(row["batas"], ",")
            e.flag(row["maksimum"])
            self.once(codes, code)
            return code, {"arah": way, "bobot": weight, "target": target, "batas": cap}
        fields = ["@kode", "nama", "satuan", "@arah", "bobot", "target", "batas", "maksimum"]
        self.indicators = dict([x for _, _, x in self.rows(
            ["referensi/indikator.xml"], indicator, xml="/daftar/indikator", fields=fields)])

    def posting(self, nip, job, unit, kind, status, begin, end):
        return {"nip": nip, "job": self.spelled(JOB, job), "unit": unit, "kind": kind,
                "status": self.spelled(STATUS, status), "from": begin, "to": end}

    def read_register(self):
        keys, contracts = set(), set()

        def kind_of(text):
            kind = self.spelled(KIND, text)
            if kind is not None and e.fold(kind) not in ("pns", "pppk"):
                raise e.Fault("code-list")
            return kind

        def servant(row):
            nip, job = e.nip(row["nip"]), e.required(row["jabatan"])
            unit, kind = self.unit(row["unit"]), kind_of(row["jenis_pegawai"])
            e.golongan(row["golru"])
            appointed = e.present(row["tmt_cpns"])
            if appointed and re.match(r"\d{4}-", appointed):
                raise e.Fault("date")
            appointed = e.date(appointed)
            if appointed and appointed.strftime("%Y%m") != nip[8:14]:
                raise e.Fault("nip-mismatch")
            status = self.spelled(STATUS, row["status"])
            if status in ("Meninggal", "Pensiun"):
                raise e.Fault("SUDAH_BERHENTI")
            begin, end = e.date(row["periode_awal"]), e.date(row["periode_akhir"])
            if begin and end and begin > end:
                raise e.Fault("compare")
            acting = e.flag(row["is_plt_plh"])
            self.once(keys, (nip, unit, begin))
            return acting, self.posting(nip, job, unit, kind, row["status"], begin, end)

        def contract(row):
            nip, job = e.nip(row["@nip"]), e.required(row["penempatan/jabatan"])
            unit, kind = self.unit(row["penempatan/unit"]), kind_of(row["@jenis"])
            e.golongan(row["golongan"])
            begin, end = e.date(row["penempatan/@mulai"]), e.date(row["penempatan/@sampai"])
            self.once(contracts, (nip, unit, begin))
            return False, self.posting(nip, job, unit, kind, row["status"], begin, end)
        found = list(self.rows(e.found(INPUTS, "pegawai/laporan-skp-*.csv"), servant,
                               preamble=4, footer="Catatan:", encoding="utf-16"))
        fields = ["@nip", "nama", "penempatan/jabatan", "penempatan/unit", "@jenis", "golongan",
                  "status", "penempatan/@mulai", "penempatan/@sampai"]
        found += self.rows(["pegawai/pppk.xml.gz"], contract, xml="/pegawai/orang", fields=fields)
        for file, line, (acting, post) in found:
            self.known_people.add(post["nip"])
            if acting:
                self.book.set(file, line, "disisihkan")
            else:
                self.register[post["nip"]].append((post, file, line))
        for nip, rows in self.register.items():
            self.settle(nip, rows)

    def settle(self, nip, rows):
        rows.sort(key=lambda x: x[0]["from"] or FIRST)
        posts = [x[0] for x in rows]
        for post, after in zip(posts, posts[1:] + [None]):
            begin = max(FIRST, post["from"] or FIRST)
            end = post["to"] or (after["from"] - DAY if after else LAST)
            post["days"] = (min(LAST, end) - begin).days + 1
        self.people[nip] = [x for x in posts if x["days"] > 0]
        if self.people[nip][-1]["status"] in ("CLTN", "Tugas Belajar"):
            self.excluded[nip] = "Cuti di luar tanggungan negara atau tugas belajar"
            for _, file, line in rows:
                self.book.set(file, line, "dikecualikan")

    def read_corrections(self):
        def check(row):
            nip = self.known(row["nip"])
            for column in ("sumber", "kolom", "nilai_baru", "dokumen"):
                e.required(row[column])
            return nip, row
        for file, line, (nip, row) in self.rows(["koreksi.csv"], check, delimiter=";"):
            self.corrections[row["sumber"], nip, row["kunci"], row["kolom"]] = file, line, row

    def corrected(self, source, nip, key, column, value):
        if (source, nip, key, column) not in self.corrections:
            return value
        file, line, row = self.corrections[source, nip, key, column]
        old = e.number(row["nilai_lama"])
        if old is not None and old != value:
            self.book.reject(file, line, "correction")
            return value
        return e.number(row["nilai_baru"])

    # --- evidence ---

    def points(self, code, target, actual, cap):
        rule = self.indicators[code]
        cap = Fraction(cap) if rule["batas"] is None else rule["batas"]
        target = rule["target"] if target is None else target
        if not target:
            return None
        if rule["arah"] == "naik":
            value = 100 * actual / target
        else:
            value = 100 * (Fraction("1.76") - actual / target)
        return max(Fraction(0), min(cap, value))

    def read_plans(self):
        keys, districts = set(), set()
        nulls = {"", "-", "nihil"}

        def own(text):
            """This source has its own spellings of no value."""
            trimmed = text.strip(" \t\u00a0")
            return "" if trimmed in nulls else trimmed if trimmed != "#N/A" else "#N/A!"

        def city(row):
            nip, code = self.known(row["nip"]), self.indicator(row["indikator"])
            e.required(own(row["ukuran"]))
            measure, month = self.measure(row["ukuran"]), e.month(row["bulan"])
            if month[1] not in (4, 5, 6):
                raise e.Fault("period")
            target = e.number(own(row["target"]), ",")
            e.required(own(row["realisasi"]))
            actual = e.number(own(row["realisasi"]), ",")
            if actual < 0:
                raise e.Fault("range")
            self.once(keys, (nip, code, measure, month))
            return "skp_kota", nip, code, measure, month, target, actual

        def district(row):
            nip, code = self.known(row["nip"]), self.indicator(row["capaian/kode"])
            if not code.startswith("SK-"):
                raise e.Fault("pattern")
            measure, month = self.measure(row["capaian/@ukuran"]), e.month(row["capaian/@bulan"])
            target = e.number(row["capaian/target"])
            e.required(row["capaian/realisasi"])
            actual = e.number(row["capaian/realisasi"])
            if not re.fullmatch(r"-?\d{1,4}(\.\d)?", row["capaian/realisasi"].strip()):
                raise e.Fault("number")
            self.once(districts, (nip, code, measure, month))
            return "skp_camat", nip, code, measure, month, target, actual
        found = list(self.rows(e.found(INPUTS, "skp/kota-*.csv"), city,
                               {"blank": "BARIS_KOSONG"}, escape="\\", blank="reject",
                               record_bytes=3000))
        found += self.rows(["skp/kecamatan.xml.gz"], district, xml="/skp/pegawai", strict=True,
                           fields=["nip", "capaian/kode", "capaian/@ukuran", "capaian/@bulan",
                                   "capaian/target", "capaian/realisasi"])
        for file, line, (source, nip, code, measure, month, target, actual) in found:
            if self.fate(file, line, nip, month in MONTHS):
                key = f"{code}|{measure}|{month[0]}-{month[1]:02d}"
                actual = self.corrected(source, nip, key, "realisasi", actual)
                value = self.points(code, target, actual, 110)
                if value is not None:
                    self.results[nip, code][measure].append(value)

    def read_immunisation(self):
        keys = set()

        def check(row):
            unit, code = self.unit(pathlib.Path(row["_file"]).stem), self.indicator(row["KODE"])
            measure, month = self.measure(row["UKURAN"]), e.month(row["BULAN"])
            if month not in MONTHS:
                raise e.Fault("period")
            target = e.integer(row["SASARAN"])
            if target is not None and target < 0:
                raise e.Fault("range")
            e.required(row["TERCAPAI"])
            actual = e.integer(row["TERCAPAI"])
            if target is not None and actual > target:
                raise e.Fault("compare")
            self.once(keys, (unit, code, measure, month))
            return unit, code, measure, target, actual
        for _, _, (unit, code, measure, target, actual) in self.rows(
                e.found(INPUTS, "imunisasi/*.csv"), check, delimiter=";"):
            value = self.points(code, target, actual, 105)
            if value is not None:
                self.results[unit, code][measure].append(value)

    def read_tasks(self):
        keys = set()

        def check(row):
            nip, code = self.known(row["NIP"]), self.indicator(row["KODE TUGAS"])
            e.required(row["TANGGAL DISPOSISI"])
            given = e.date(row["TANGGAL DISPOSISI"])
            # perbandingan milik kolom pertamanya, jadi tenggat dibaca lebih dahulu di sini
            due = None if e.present(row["TENGGAT"]) is None else e.date(row["TENGGAT"])
            if due and given > due:
                raise e.Fault("TENGGAT_MUNDUR")
            e.required(row["TENGGAT"])
            done = e.date(row["SELESAI"])
            self.once(keys, (nip, code, given))
            return nip, given, due, done
        for file, line, (nip, given, due, done) in self.rows(["tugas.csv.gz"], check,
                                                             delimiter=";"):
            if not self.fate(file, line, nip, FIRST <= given <= LAST):
                continue
            if done:
                late = max(0, (done - due).days)
                self.tasks[nip].append(max(Fraction(40), Fraction(100 - 2 * late)))
            elif due <= LAST:
                self.tasks[nip].append(Fraction(0))

    def read_process(self):
        keys, clinic = set(), set()

        def role_of(text):
            role = self.spelled(ROLE, e.required(text))
            if role not in ("atasan", "rekan", "bawahan"):
                raise e.Fault("code-list")
            return role

        def city(row):
            nip = self.known(row["nip"])
            rater = e.nip(row["penilai"]) if e.present(row["penilai"]) else None
            role, aspect = role_of(row["peran"]), e.present(row["aspek"])
            if aspect not in ASPECTS:
                raise e.Fault("code-list")
            value = e.number(e.required(row["nilai"]), ".", False)
            if not 0 <= value <= 100:
                raise e.Fault("range")
            date = e.date(row["tanggal"])
            self.once(keys, (nip, rater, role, aspect, date))
            return "kota", nip, rater, role, value, date

        def clinics(row):
            nip = self.known(row["@nip"])
            rater = e.nip(row["@penilai"]) if e.present(row["@penilai"]) else None
            role, aspect = role_of(row["peran"]), e.present(row["aspek"])
            word = e.fold(e.required(row["predikat"]))
            if word not in WORDS:
                raise e.Fault("word")
            date = e.date(row["tanggal"])
            self.once(clinic, (nip, rater, role, aspect, date))
            return "puskesmas", nip, rater, role, Fraction(WORDS[word]), date
        found = list(self.rows(["proses/kota.csv.gz"], city))
        found += self.rows(["proses/puskesmas.xml"], clinics, xml="/penilaian/*/butir",
                           fields=["@nip", "@penilai", "peran", "aspek", "predikat", "tanggal"])
        for file, line, (source, nip, rater, role, value, date) in found:
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                self.ratings[source, nip].append((role, rater, value))

    def read_public(self):
        keys = set()

        def check(row):
            nip = self.known(row["2"])
            who = e.required(row["1"])
            if not re.fullmatch(r"R-\d{3,4}", who):
                raise e.Fault("pattern")
            value = e.number(e.required(row["4"]))
            if not 1 <= value <= 4:
                raise e.Fault("range")
            date = e.date(row["5"])
            self.once(keys, (nip, who, row["3"], date))
            return nip, who, value * 25, date
        for file, line, (nip, who, value, date) in self.rows(
                e.found(INPUTS, "publik/*.csv"), check, delimiter=";", heading=False):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                self.ratings["publik", nip].append(("masyarakat", who, value))

    def read_sanctions(self):
        keys = set()

        def check(row):
            nip, level = self.known(row["nip"]), e.fold(e.present(row["tingkat"]) or "")
            begin, months = e.date(e.required(row["mulai"])), e.integer(row["lama_bulan"])
            self.once(keys, (nip, begin, row["nomor_sk"]))
            return nip, level, begin, e.add_months(begin, int(months)) - DAY
        for file, line, (nip, level, begin, end) in self.rows(["hukdis.csv"], check):
            if self.fate(file, line, nip, True) and begin <= LAST and end >= FIRST:
                percent = {"ringan": 5, "sedang": 20, "berat": 40}[level]
                self.factors[nip] *= 1 - Fraction(percent, 100)

    # --- scores ---

    def attainment(self, subject, codes, least=0):
        """Months, then measures, then indicators by weight."""
        pairs = []
        for code in codes:
            measures = [e.mean(v) for v in self.results[subject, code].values() if v]
            pairs.append((self.indicators[code]["bobot"], e.mean(measures) if measures else None))
        there = sum(w for w, v in pairs if v is not None)
        if there * 100 < least * sum(w for w, _ in pairs):
            return None
        return e.weighted(pairs)

    def by_raters(self, source, nip):
        roles = []
        for role, share in (("atasan", 50), ("rekan", 30), ("bawahan", 20)):
            raters = defaultdict(list)
            for given, rater, value in self.ratings[source, nip]:
                if given == role:
                    raters[rater].append(value)
            if raters:
                roles.append((share, e.mean(e.mean(v) for v in raters.values())))
        return e.weighted(roles)

    def score(self, nip):
        posts = self.people[nip]
        tasks = self.tasks[nip]
        parts = {"ketepatan": e.mean(tasks) if tasks else None}
        if posts[-1]["job"] in HEALTH:
            weights = {"hasil": 40, "ketepatan": 15, "publik": 20, "proses": 25}
            parts["hasil"] = e.weighted([(x["days"], self.attainment(
                x["unit"], ["IM-IDL", "IM-DT"])) for x in posts])
            given = self.ratings["publik", nip]
            enough = len({who for _, who, _ in given}) >= 5
            parts["publik"] = e.mean(v for _, _, v in given) if enough else None
            parts["proses"] = self.by_raters("puskesmas", nip)
        else:
            weights = {"hasil": 45, "ketepatan": 15, "proses": 40}
            parts["hasil"] = self.attainment(nip, ["SK-LP", "SK-PM", "SK-BI"], 50)
            parts["proses"] = self.by_raters("kota", nip)
        missing = [c for c in ("hasil", "proses") if parts[c] is None]
        if missing:
            return "TANPA_" + "_DAN_".join(c.upper() for c in missing)
        shown = {c: None if v is None else Fraction(e.published(v, 4)) for c, v in parts.items()}
        final = e.weighted((w, shown[c]) for c, w in weights.items()) * self.factors[nip]
        row = "di atas" if shown["hasil"] >= 98 else "sesuai" if shown["hasil"] >= 80 \
            else "di bawah"
        column = "di atas" if shown["proses"] >= 93 else "sesuai" if shown["proses"] >= 75 \
            else "di bawah"
        return {"nip": nip, "akhir": final, "predikat": CELLS[row, column], "components": parts}

    def run(self, out):
        for step in (self.read_reference, self.read_register, self.read_corrections,
                     self.read_plans, self.read_immunisation, self.read_tasks, self.read_process,
                     self.read_public, self.read_sanctions):
            step()
        ranked, unscored = [], []
        for nip in sorted(self.people):
            if nip in self.excluded:
                continue
            result = self.score(nip)
            (unscored if isinstance(result, str) else ranked).append(
                [nip, result] if isinstance(result, str) else result)

        def shown(person, component):
            return -Fraction(e.published(person["components"][component], 4))
        e.write_results(out, ranked, ["hasil", "ketepatan", "publik", "proses"],
                        lambda x: (shown(x, "proses"), x["nip"]),
                        by=lambda x: (shown(x, "hasil"),), share=False)
        e.table(out / "tanpa-nilai.csv", ["nip", "alasan"], unscored)
        e.table(out / "pengecualian.csv", ["nip", "alasan"], sorted(self.excluded.items()))
        self.book.write(out, self.files)
        return ranked


if __name__ == "__main__":
    Pariaman().run(pathlib.Path(sys.argv[1]))
