#!/usr/bin/env python3
"""Referee for Ambon 2025-Q3: the same results by another road, exact and slow.

usage: ambon.py FOLDER   (reads sample-data/ambon/2025-Q3, writes five CSV files into FOLDER)
"""

import datetime
import pathlib
import sys
from collections import defaultdict
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import exports as e  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = ROOT / "sample-data/ambon/2025-Q3"
TABLES = ROOT / "pipelines/tables"
FIRST, LAST = datetime.date(2025, 7, 1), datetime.date(2025, 9, 30)
MONTHS = [(2025, 7), (2025, 8), (2025, 9)]
TEACHERS = {"Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya"}
HEALTH = {"Dokter Ahli Pertama", "Perawat Terampil", "Bidan Terampil"}
SQUADS = {"Polisi Pamong Praja Terampil", "Polisi Pamong Praja Ahli Pertama"}
ASPECTS = {"Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
           "Kolaboratif"}
WORDS = {"diatasekspektasi": 100, "sesuaiekspektasi": 80, "dibawahekspektasi": 60}
LEVELS = {"ringan": 10, "sedang": 25, "berat": 50}
UNIT, JOB, STATUS, KIND, ROLE = (e.aliases(TABLES / name) for name in (
    "ambon-unit.csv", "ambon-jabatan.csv", "status.csv", "jenis.csv", "peran.csv"))


class Ambon:
    def __init__(self):
        self.book, self.files = e.Book(), []
        self.units, self.indicators, self.people = {}, {}, defaultdict(list)
        self.excluded, self.corrections = {}, {}
        self.results = defaultdict(list)        # (subject, indicator) -> [(month, points or None)]
        self.forms = defaultdict(list)          # (source, unit) -> [answers]
        self.ratings = defaultdict(list)        # nip -> [(role, rater, points)]
        self.factors = defaultdict(lambda: Fraction(1))

    # --- reading ---

    def rows(self, files, check, **options):
        """Runs `check(row)` over the records; yields (file, line, checked) of those accepted."""
        self.files += files
        known = {}
        for file in files:
            data = (INPUTS / file).read_bytes()
            if data in known:
                for line, _ in self.records(file, options):
                    self.book.set(file, line, "disisihkan")
                continue
            known[data] = file
            for line, row in self.records(file, options):
                try:
                    if isinstance(row, str):
                        raise e.Fault(row)
                    row["_file"] = file
                    checked = check(row)
                except e.Fault as fault:
                    self.book.reject(file, line, self.own(file, str(fault)))
                    continue
                self.book.set(file, line, "dipakai")
                yield file, line, checked

    @staticmethod
    def own(file, code):
        if file.startswith("capaian/sekolah/"):
            return {"duplicate": "GANDA", "cell-count": "KOLOM"}.get(code, code)
        return code

    @staticmethod
    def records(file, options):
        data = e.content(INPUTS / file)
        if "xml" in options:
            return e.xml_records(data, options["xml"], options["fields"],
                                 options.get("strict", False))
        return e.csv_records(data, **options)

    def once(self, keys, key):
        if key in keys:
            raise e.Fault("duplicate")
        keys.add(key)

    def unit(self, text):
        value = e.required(text)
        value = UNIT.get(e.fold(value), value)
        if self.units and value not in self.units:
            raise e.Fault("unknown-unit")
        return value

    def known(self, text):
        value = e.nip(text)
        if value not in self.people:
            raise e.Fault("unknown-person")
        return value

    def indicator(self, text):
        value = e.required(text)
        if value not in self.indicators:
            raise e.Fault("unknown-indicator")
        return value

    def read_reference(self):
        keys = set()

        def unit(row):
            value = e.required(row["NamaUnor"])
            value = UNIT.get(e.fold(value), value)
            self.once(keys, value)
            return value, row["Kelompok"]
        self.units = dict(x for _, _, x in self.rows(["referensi/unor.csv"], unit))

        def indicator(row):
            code = e.required(row["kode_indikator"])
            direction = e.fold(e.required(row["arah"]))
            if direction not in ("naik", "turun", "rentang"):
                raise e.Fault("code-list")
            numbers = {k: e.number(row[k], ".", False) for k in (
                "bobot_indikator", "target", "target_min", "target_maks", "batas")}
            if direction == "rentang" and numbers["target_maks"] is None:
                raise e.Fault("missing")
            return code, {"arah": direction, **numbers}
        self.indicators = dict(x for _, _, x in self.rows(["referensi/indikator.csv"], indicator))

    def read_register(self):
        files = e.found(INPUTS, "pegawai/*_*_v*.csv")
        best = {}
        for file in files:
            stem, _, version = file.removesuffix(".csv").rpartition("_v")
            best[stem] = max(best.get(stem, 0), int(version))
        keep = [f for f in files if f.endswith(f"_v{best[f.rpartition('_v')[0]]}.csv")]
        options = {"delimiter": ";", "encoding": "windows-1252"}
        for file in files:
            if file not in keep:
                self.files.append(file)
                for line, _ in self.records(file, options):
                    self.book.set(file, line, "diganti")
        keys = set()

        def check(row):
            person = {"nip": e.nip(row["NIP BARU"])}
            e.required(row["NAMA"])
            born = e.date(row["TANGGAL LAHIR"])
            if born and born.strftime("%Y%m%d") != person["nip"][:8]:
                raise e.Fault("nip-mismatch")
            kind = e.present(row["JENIS PEGAWAI"])
            if kind and KIND.get(e.fold(kind), kind) not in ("PNS", "PPPK"):
                raise e.Fault("JENIS")
            status = e.present(row["KEDUDUKAN HUKUM"]) or ""
            person["status"] = STATUS.get(e.fold(status), status)
            if person["status"] in ("Pensiun", "Meninggal"):
                raise e.Fault("forbidden")
            e.golongan(row["GOL AKHIR"])
            job = e.required(row["NAMA JABATAN"])
            person["job"] = JOB.get(e.fold(job), job)
            person["from"] = e.date(row["TMT JABATAN"])
            grade = e.integer(row["KELAS JABATAN"])
            if grade is not None and not 1 <= grade <= 17:
                raise e.Fault("range")
            person["unit"] = self.unit(row["NAMA UNOR"])
            if e.present(row["NIP ATASAN"]):
                e.nip(row["NIP ATASAN"])
            person["plt"] = e.flag(row["PLT"])
            self.once(keys, (person["nip"], person["unit"], person["from"]))
            return person
        for file, line, person in self.rows(keep, check, **options):
            rows = self.people[person["nip"]]
            if person["plt"]:
                self.book.set(file, line, "disisihkan")
            else:
                rows.append((person, file, line))
        for nip, rows in self.people.items():
            rows.sort(key=lambda x: x[0]["from"])
            self.settle(nip, rows)

    def settle(self, nip, rows):
        """Days in each unit within the period; who is excluded."""
        if rows:
            status = rows[-1][0]["status"]
            reason = {"CLTN": "Cuti di luar tanggungan negara",
                      "Tugas Belajar": "Tugas belajar"}.get(status)
            if reason:
                self.excluded[nip] = reason
                for _, file, line in rows:
                    self.book.set(file, line, "dikecualikan")
        for index, (person, _, _) in enumerate(rows):
            begin = max(person["from"], FIRST)
            if index + 1 < len(rows):
                end = min(LAST, rows[index + 1][0]["from"] - datetime.timedelta(1))
            else:
                end = LAST
            person["days"] = max(0, (end - begin).days + 1)

    def fate(self, file, line, nip, inside):
        """Whether an accepted fact counts."""
        if not inside:
            self.book.set(file, line, "disisihkan")
        elif nip in self.excluded:
            self.book.set(file, line, "dikecualikan")
        else:
            return True
        return False

    def read_corrections(self):
        def check(row):
            nip = self.known(row["nip"])
            for column in ("sumber", "kolom", "nilai_baru", "dokumen"):
                e.required(row[column])
            return nip, row
        for file, line, (nip, row) in self.rows(["koreksi.csv"], check):
            key = nip, row["sumber"], row["kunci"], row["kolom"]
            self.corrections[key] = (file, line, row)

    def corrected(self, source, key, column, value):
        nip, rest = key[0], f"{key[1]}|{key[2][0]}-{key[2][1]:02d}"
        found = self.corrections.get((nip, source, rest, column))
        if not found:
            return value
        file, line, row = found
        old = e.number(row["nilai_lama"])
        if old is not None and old != value:
            self.book.reject(file, line, "correction")
            return value
        return e.number(row["nilai_baru"])

    # --- evidence ---

    def points(self, code, target, actual, decimals=None):
        """Points of one row: capped at 120 or the indicator's own limit, not below 0."""
        rule = self.indicators[code]
        cap = rule["batas"] if rule["batas"] is not None else Fraction(120)
        if rule["arah"] == "rentang":
            low, high = rule["target_min"], rule["target_maks"]
            near = actual if low <= actual <= high else low if actual < low else high
            value = 100 * actual / near
        else:
            target = rule["target"] if target is None else target
            if target is None or target == 0:
                return None
            if rule["arah"] == "naik":
                value = 100 * actual / target
            else:
                value = cap if actual == 0 else 100 * target / actual
        value = max(Fraction(0), min(cap, value))
        return value if decimals is None else Fraction(e.published(value, decimals))

    def read_schools(self):
        keys = set()

        def check(row):
            nip, code = self.known(row["NIP"]), self.indicator(row["KODE INDIKATOR"])
            if not (code.startswith("GR-") and len(code) == 5 and code[3:].isupper()):
                raise e.Fault("pattern")
            month = e.month(row["BULAN"])
            target = e.number(row["TARGET"], ",")
            if target is None and self.indicators[code]["arah"] == "turun":
                raise e.Fault("TARGET_TURUN")
            e.required(row["REALISASI"])
            actual = e.number(row["REALISASI"], ",")
            if actual < 0:
                raise e.Fault("range")
            self.once(keys, (nip, code, month))
            return nip, code, month, target, actual
        files = e.found(INPUTS, "capaian/sekolah/*.csv")
        for file, line, (nip, code, month, target, actual) in self.rows(
                files, check, delimiter=";", record_bytes=4096):
            if self.fate(file, line, nip, month in MONTHS):
                actual = self.corrected("sekolah", (nip, code, month), "realisasi", actual)
                self.results[nip, code].append((month, self.points(code, target, actual)))

    def read_clinics(self):
        keys = set()

        def check(row):
            nip, code = self.known(row["@nip"]), self.indicator(row["indikator"])
            month, target = e.month(row["bulan"]), e.number(row["target"], ".", False)
            e.required(row["realisasi"])
            actual = e.number(row["realisasi"], ".", False)
            if e.places(row["realisasi"]) > 2:
                raise e.Fault("number")
            if actual < 0:
                raise e.Fault("range")
            self.once(keys, (nip, code, month))
            return nip, code, month, target, actual
        files = e.found(INPUTS, "capaian/puskesmas-*.xml.gz")
        for file, line, (nip, code, month, target, actual) in self.rows(
                files, check, xml="/capaian/baris", strict=True,
                fields=["@nip", "indikator", "bulan", "target", "realisasi"]):
            if self.fate(file, line, nip, month in MONTHS):
                self.results[nip, code].append((month, self.points(code, target, actual)))

    def read_squads(self):
        keys = set()

        def check(row):
            unit, code = self.unit(row["SEKSI"]), self.indicator(row["KODE"])
            month = e.month(row["BULAN"])
            if month not in MONTHS:
                raise e.Fault("period")
            target = e.number(row["DILAPORKAN"], ".", False)
            if target is not None and target.denominator != 1:
                raise e.Fault("number")
            e.required(row["DITANGANI"])
            actual = e.number(row["DITANGANI"], ".", False)
            if code == "PP-TL" and actual > target:
                raise e.Fault("compare")
            self.once(keys, (unit, code, month))
            return unit, code, month, target, actual
        for _, _, (unit, code, month, target, actual) in self.rows(
                ["capaian/penegakan.csv"], check, delimiter="|", blank="reject"):
            self.results[unit, code].append((month, self.points(code, target, actual, 2)))

    def read_surveys(self):
        def answers(row, headings, low, high):
            values = []
            for heading in headings:
                value = e.number(row[heading], ",") if low else None
                if value is not None and not low <= value <= high:
                    raise e.Fault("range")
                values.append(value)
            return values
        skm, patients, residents = set(), set(), set()

        def form(row):
            stem = pathlib.Path(row["_file"]).stem
            unit = self.unit(stem)
            values = answers(row, [f"U{n}" for n in range(1, 10)], 1, 4)
            self.once(skm, (unit, e.present(row["NO. RESP"])))
            return "skm", unit, None, values

        fields = [f"jawaban/u{n}" for n in range(1, 6)]

        def patient(row):
            unit, date = self.unit(row["@unit"]), e.date(row["tanggal"])
            values = answers(row, fields, 1, 4)
            self.once(patients, (unit, e.present(row["@nomor"])))
            return "pasien", unit, date, values

        def resident(row):
            unit, date = self.unit(row["Unit Penertiban"]), e.date(row["Tanggal"])
            values = answers(row, ["Adil", "Santun", "Jelas"], 1, 5)
            self.once(residents, (unit, e.present(row["Nomor"])))
            return "warga", unit, date, values

        every = list(self.rows(e.found(INPUTS, "skm/*.csv"), form, preamble=3, footer="ΣNilai"))
        every += self.rows(e.found(INPUTS, "survei/pasien-*.xml.gz"), patient,
                           xml="/survei/formulir", fields=["@unit", "@nomor", "tanggal", *fields])
        every += self.rows(["survei/warga.csv.gz"], resident, encoding="utf-16")
        for file, line, (source, unit, date, values) in every:
            if self.fate(file, line, None, date is None or FIRST <= date <= LAST):
                self.forms[source, unit].append(values)

    def read_ratings(self):
        keys = set()

        def check(row):
            nip = self.known(row["nip_dinilai"])
            e.required(row["nip_penilai"])
            rater = e.nip(row["nip_penilai"])
            if rater not in self.people:
                raise e.Fault("reference")
            role = e.required(row["peran"])
            role = ROLE.get(e.fold(role), role)
            if role not in ("atasan", "rekan", "diri"):
                raise e.Fault("code-list")
            aspect = e.present(row["aspek"])
            if aspect not in ASPECTS:
                raise e.Fault("code-list")
            word = e.fold(e.required(row["predikat"]))
            if word not in WORDS:
                raise e.Fault("word")
            e.required(row["tanggal"])
            date = e.date(row["tanggal"])
            self.once(keys, (nip, rater, role, aspect, date))
            return nip, rater, role, WORDS[word], date
        for file, line, (nip, rater, role, value, date) in self.rows(
                e.found(INPUTS, "perilaku/penilaian-*.csv.gz"), check):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                self.ratings[nip].append((role, rater, value))

    def read_sanctions(self):
        keys = set()

        def check(row):
            nip = self.known(row["NIP"])
            level = e.fold(e.present(row["TINGKAT"]) or "")
            if level not in LEVELS:
                raise e.Fault("code-list")
            e.required(row["TMT HUKUMAN"])
            begin, months = e.date(row["TMT HUKUMAN"]), e.integer(row["LAMA BULAN"])
            self.once(keys, (nip, begin, row["NO SK"]))
            return nip, level, begin, e.add_months(begin, int(months)) - datetime.timedelta(1)
        for file, line, (nip, level, begin, end) in self.rows(["hukdis.csv"], check,
                                                              delimiter=";"):
            if self.fate(file, line, nip, True) and begin <= LAST and end >= FIRST:
                factor = 1 - Fraction(LEVELS[level], 100)
                self.factors[nip] = min(self.factors[nip], factor)

    # --- scores ---

    def attainment(self, subject, weights, least=0):
        """Mean of months per indicator, weighted over indicators; None below the least weight."""
        pairs = []
        for code, weight in weights.items():
            values = [v for _, v in self.results[subject, code] if v is not None]
            pairs.append((weight, e.mean(values) if values else None))
        there = sum(w for w, v in pairs if v is not None)
        if there * 100 < least * sum(weights.values()):
            return None
        return e.weighted(pairs)

    def index(self, source, unit, factor, least):
        forms = self.forms[source, unit]
        if len(forms) < least:
            return None
        columns = [[v for v in column if v is not None] for column in zip(*forms)]
        return e.mean(e.mean(c) for c in columns if c) * factor

    def shared(self, postings, figure):
        return e.weighted((p["days"], figure(p["unit"])) for p in postings)

    def conduct(self, nip):
        roles = {}
        for role, least in (("atasan", 1), ("rekan", 2), ("diri", 1)):
            given = [(rater, v) for r, rater, v in self.ratings[nip] if r == role]
            if len({rater for rater, _ in given}) >= least:
                roles[role] = e.mean(v for _, v in given)
        if set(roles) <= {"diri"}:
            return None
        return e.weighted([(60, roles.get("atasan")), (30, roles.get("rekan")),
                           (10, roles.get("diri"))])

    def score(self, nip):
        postings = [x for x, _, _ in self.people[nip]]
        job = postings[-1]["job"]
        parts = {"perilaku": self.conduct(nip),
                 "masyarakat": self.shared(postings, lambda u: self.index("skm", u, 25, 10))}
        if job in TEACHERS:
            weights = {"capaian": 50, "masyarakat": 20, "perilaku": 30}
            parts["capaian"] = self.attainment(
                nip, {c: self.indicators[c]["bobot_indikator"]
                      for c in ("GR-NA", "GR-HD", "GR-JM", "GR-TK")}, 60)
        elif job in HEALTH:
            weights = {"capaian": 45, "pasien": 15, "masyarakat": 15, "perilaku": 25}
            parts["capaian"] = self.attainment(
                nip, {c: self.indicators[c]["bobot_indikator"]
                      for c in ("KS-WT", "KS-CK", "KS-KR")})
            parts["pasien"] = self.shared(postings, lambda u: self.index("pasien", u, 25, 10))
        elif job in SQUADS:
            weights = {"capaian": 40, "warga": 20, "masyarakat": 10, "perilaku": 30}
            inner = {"PP-TL": 5, "PP-RT": 3, "PP-PT": 2}
            parts["capaian"] = self.shared(postings, lambda u: self.attainment(u, inner))
            parts["warga"] = self.shared(postings, lambda u: self.index("warga", u, 20, 8))
        else:
            return "TANPA_SKEMA"
        missing = [c for c in ("capaian", "perilaku") if parts[c] is None]
        if missing:
            return "TANPA_KEDUANYA" if len(missing) == 2 else "TANPA_" + missing[0].upper()
        final = e.weighted((w, parts[c]) for c, w in weights.items()) * self.factors[nip]
        shown = Fraction(e.published(final, 2))
        word = next(w for w, least in (("Sangat Baik", 98), ("Baik", 88), ("Cukup", 75),
                                       ("Kurang", 60), ("Sangat Kurang", 0)) if shown >= least)
        return {"nip": nip, "akhir": final, "predikat": word, "components": parts}

    def run(self, out):
        self.read_reference()
        self.read_register()
        self.read_corrections()
        self.read_schools()
        self.read_clinics()
        self.read_squads()
        self.read_surveys()
        self.read_ratings()
        self.read_sanctions()
        ranked, unscored = [], []
        for nip in sorted(self.people):
            if not self.people[nip] or nip in self.excluded:
                continue
            result = self.score(nip)
            (unscored if isinstance(result, str) else ranked).append(
                [nip, result] if isinstance(result, str) else result)
        e.write_results(out, ranked, ["capaian", "masyarakat", "perilaku", "pasien", "warga"],
                        lambda x: (-Fraction(e.published(x["components"]["capaian"], 4)),
                                   x["nip"]))
        e.table(out / "tanpa-nilai.csv", ["nip", "alasan"], unscored)
        e.table(out / "pengecualian.csv", ["nip", "alasan"], sorted(self.excluded.items()))
        self.book.write(out, self.files)
        return ranked


if __name__ == "__main__":
    Ambon().run(pathlib.Path(sys.argv[1]))
