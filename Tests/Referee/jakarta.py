#!/usr/bin/env python3
"""Referee for Jakarta 2025-S1: the same results by another road, exact and slow.

usage: jakarta.py FOLDER   (reads sample-data/jakarta/2025-S1, writes five CSV files into FOLDER)
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
INPUTS = ROOT / "sample-data/jakarta/2025-S1"
TABLES = ROOT / "pipelines/tables"
FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2025, 6, 30)
DAY = datetime.timedelta(1)
TEACHERS = {"Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya"}
KINDS = {"struktural", "pelaksana", "fungsional"}
ASPECTS = {"pelayanan": ("Pelayanan", 2), "kerjasama": ("Kerja Sama", 1),
           "integritas": ("Integritas", 1)}
WORDS = {"diatasekspektasi": 100, "sesuaiekspektasi": 80, "dibawahekspektasi": 60}
UNIT, JOB, STATUS, ROLE = (e.aliases(TABLES / name) for name in (
    "jakarta-unit.csv", "jakarta-jabatan.csv", "status.csv", "peran.csv"))


def band(minutes):
    for least, points in ((91, Fraction(3, 2)), (61, Fraction(5, 4)), (31, Fraction(1)),
                          (1, Fraction(1, 2))):
        if minutes is not None and minutes >= least:
            return points
    return Fraction(0)


class Jakarta:
    def __init__(self):
        self.book, self.files = e.Book(), []
        self.units, self.indicators, self.people = {}, {}, {}
        self.excluded, self.corrections = {}, {}
        self.results = defaultdict(list)      # (subject, indicator) -> [(month, points)]
        self.ratings = defaultdict(list)      # nip -> [(role, rater, aspect, points)]
        self.days = defaultdict(lambda: defaultdict(list))   # nip -> month -> [deduction]
        self.hours = defaultdict(Fraction)
        self.factors = defaultdict(lambda: Fraction(1))

    # --- reading ---

    def rows(self, files, check, **options):
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
                    self.book.reject(file, line, str(fault))
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

    def fate(self, file, line, nip, inside):
        if not inside:
            self.book.set(file, line, "disisihkan")
        elif nip in self.excluded:
            self.book.set(file, line, "dikecualikan")
        else:
            return True
        return False

    def read_reference(self):
        keys = set()

        def unit(row):
            value = self.unit(row["nama"])
            if e.present(row["kepala/nip"]):
                e.nip(row["kepala/nip"])
            result = e.number(row["hasil"])
            self.once(keys, value)
            return value, result
        fields = ["nama", "kepala/nip", "@kelompok", "hasil"]
        self.units = dict([x for _, _, x in self.rows(["referensi/skpd.xml"], unit,
                                                      xml="/unor/unit", fields=fields)])

        def indicator(row):
            code, direction = e.required(row["kode"]), e.fold(e.required(row["arah"]))
            if direction not in ("naik", "turun", "rentang"):
                raise e.Fault("code-list")
            rule = {k: e.number(row[k], ",") for k in ("bobot", "target", "target_min",
                                                       "target_maks")}
            low, high = rule["target_min"], rule["target_maks"]
            if direction == "rentang" and low is None:
                raise e.Fault("missing")
            if low is not None and high is not None and low > high:
                raise e.Fault("compare")
            begin, end = e.date(row["berlaku_mulai"]), e.date(row["berlaku_sampai"])
            self.once(keys, (code, begin))
            return code, {"arah": direction, "mulai": begin, "sampai": end, **rule}
        for file, line, (code, rule) in self.rows(["referensi/indikator.csv"], indicator,
                                                  delimiter=";"):
            if (rule["mulai"] or FIRST) <= LAST <= (rule["sampai"] or LAST):
                self.indicators[code] = rule
            else:
                self.book.set(file, line, "disisihkan")     # another version is in force

    def read_register(self):
        keys, rows = set(), defaultdict(list)

        def check(row):
            person = {"nip": e.nip(row["peg_nip"]), "unit": self.unit(row["satuan_kerja_nama"])}
            e.golongan(row["golongan"])
            job = e.required(row["jabatan_nama"])
            person["job"] = JOB.get(e.fold(job), job)
            person["kind"] = e.fold(e.present(row["jabatan_jenis"]) or "")
            if person["kind"] not in KINDS:
                raise e.Fault("code-list")
            grade = e.integer(row["kelas_jabatan"])
            if grade is not None and not 1 <= grade <= 17:
                raise e.Fault("range")
            if row["jenis_kelamin"] != {"1": "L", "2": "P"}[person["nip"][14]]:
                raise e.Fault("nip-mismatch")
            status = e.present(row["status"]) or ""
            person["status"] = STATUS.get(e.fold(status), status)
            person["from"], person["to"] = e.date(row["tmt_mulai"]), e.date(row["tmt_selesai"])
            if person["from"] and person["to"] and person["from"] > person["to"]:
                raise e.Fault("URUTAN_TMT")
            self.once(keys, (person["nip"], person["unit"], person["from"]))
            return person
        for file, line, person in self.rows(e.found(INPUTS, "pegawai/*.csv"), check):
            rows[person["nip"]].append((person, file, line))
        self.register = rows
        for nip, found in rows.items():
            found.sort(key=lambda x: x[0]["from"] or FIRST)
            posts = [dict(x[0], start=x[0]["from"] or FIRST) for x in found]
            for post, after in zip(posts, posts[1:] + [None]):
                post["end"] = post["to"] or (after["start"] - DAY if after else LAST)
            self.people[nip] = posts

    def read_events(self):
        keys, dated = set(), []

        def check(row):
            nip, kind = self.known(row["NIP"]), e.fold(e.required(row["PERISTIWA"]))
            e.required(row["TANGGAL"])
            day, inclusive = e.date(row["TANGGAL"]), e.flag(row["HARI ITU MASIH LAMA"])
            unit = self.unit(row["UNIT BARU"]) if e.present(row["UNIT BARU"]) else None
            self.once(keys, (nip, kind, day, row["NO SK"]))
            job = e.present(row["JABATAN BARU"])
            return nip, kind, day, inclusive, unit, job and JOB.get(e.fold(job), job)
        for file, line, event in self.rows(["mutasi.csv"], check, delimiter=";"):
            dated.append((event[2], file, line, event))
        for _, file, line, (nip, kind, day, inclusive, unit, job) in sorted(dated):
            posts, since = self.people[nip], day + DAY if inclusive else day
            if kind in ("berhenti", "pensiun", "meninggal"):
                if day < FIRST:
                    self.excluded[nip] = "Berhenti sebelum periode"
                posts = [x for x in posts if x["start"] < since]
                for post in posts:
                    post["end"] = min(post["end"], since - DAY)
            else:
                index = max(i for i, x in enumerate(posts) if x["start"] <= since <= x["end"])
                new = dict(posts[index], start=since, unit=unit or posts[index]["unit"],
                           job=job or posts[index]["job"])
                posts[index]["end"] = since - DAY
                posts.insert(index + 1, new)
            self.people[nip] = posts
        for nip, posts in self.people.items():
            inside = [x for x in posts if x["start"] <= LAST and x["end"] >= FIRST]
            for post in inside:
                post["days"] = (min(LAST, post["end"]) - max(FIRST, post["start"])).days + 1
            if posts and posts[-1]["status"] in ("CLTN", "Tugas Belajar"):
                self.excluded[nip] = "Tidak menjalankan tugas"
            self.people[nip] = inside
        for nip in self.excluded:
            for _, file, line in self.register[nip]:
                self.book.set(file, line, "dikecualikan")
            for _, file, line, event in dated:
                if event[0] == nip:
                    self.book.set(file, line, "dikecualikan")

    def read_corrections(self):
        def check(row):
            nip = self.known(row["nip"])
            for column in ("sumber", "kolom", "nilai_baru", "dokumen"):
                e.required(row[column])
            return nip, row
        for file, line, (nip, row) in self.rows(["koreksi.csv"], check):
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

    def points(self, code, target, actual, cap, lower):
        rule = self.indicators[code]
        if rule["arah"] == "rentang":
            near = min(max(actual, rule["target_min"]), rule["target_maks"])
            value = 100 * actual / near
        else:
            target = rule["target"] if target is None else target
            if not target:
                return None
            if rule["arah"] == "naik":
                value = 100 * actual / target
            elif lower == "2-R/T":
                value = 100 * (2 - actual / target)
            else:
                value = Fraction(cap) if actual == 0 else 100 * target / actual
        return max(Fraction(0), min(Fraction(cap), value))

    def read_results(self):
        files = e.found(INPUTS, "kinerja/*_v*.csv.gz")
        best = {}
        for file in files:
            stem, version = re.fullmatch(r"(.*)_v(\d+)\.csv\.gz", file).groups()
            best[stem] = max(best.get(stem, 0), int(version))
        keep = [f"{stem}_v{version}.csv.gz" for stem, version in sorted(best.items())]
        for file in set(files) - set(keep):
            self.files.append(file)
            for line, _ in self.records(file, {}):
                self.book.set(file, line, "diganti")
        keys = set()

        def figure(text):
            value = e.number(text, ".", False)
            if value is not None and e.places(text) > 2:
                raise e.Fault("number")
            if value is not None and value < 0:
                raise e.Fault("range")
            return value

        def check(row):
            nip, code, month = self.known(row["nip"]), self.indicator(row["indikator"]), None
            month = e.month(row["bulan"])
            if f"{month[0]}-{month[1]:02d}" not in row["_file"]:
                raise e.Fault("BULAN_BERKAS")
            target = figure(row["target"])
            e.required(row["realisasi"])
            actual = figure(row["realisasi"])
            self.once(keys, (nip, code, month))
            return nip, code, month, target, actual
        for file, line, (nip, code, month, target, actual) in self.rows(keep, check):
            if self.fate(file, line, nip, True):
                key = f"{code}|{month[0]}-{month[1]:02d}"
                actual = self.corrected("kinerja", nip, key, "realisasi", actual)
                value = self.points(code, target, actual, 110, "2-R/T")
                self.results[nip, code].append((month, value))

    def read_team(self):
        keys = set()

        def check(row):
            unit, code = self.unit(row["@skpd"]), self.indicator(row["@kode"])
            month, actual = e.month(row["bulan"]), e.number(row["realisasi"], ",")
            self.once(keys, (unit, code, month))
            return unit, code, month, actual
        fields = ["@skpd", "@kode", "bulan", "realisasi"]
        for file, line, (unit, code, month, actual) in self.rows(
                ["tim/capaian-tim.xml"], check, xml="/laporan/*/capaian", fields=fields):
            if self.fate(file, line, None, (2025, 1) <= month <= (2025, 6)):
                value = self.points(code, None, actual, 110, "T/R")
                self.results[unit, code].append((month, value))

    def read_pupils(self):
        def check(row):
            nip, code = self.known(row["NIP"]), self.indicator(row["INDIKATOR"])
            if not re.fullmatch(r"SW-[A-Z]{2}|SX-\d\d", code):
                raise e.Fault("pattern")
            month, target = e.month(row["BULAN"]), e.number(row["TARGET"], ",")
            e.required(row["CAPAIAN"])
            actual = e.number(row["CAPAIAN"], ",")
            if not 0 <= actual <= 100:
                raise e.Fault("range")
            return nip, code, month, target, actual
        facts = defaultdict(list)
        for file, line, fact in self.rows(e.found(INPUTS, "siswa/*.csv"), check,
                                          delimiter="||", quote=None):
            facts[fact[:3]].append((file, line, fact))
        for same in facts.values():
            differ = len({fact for _, _, fact in same}) > 1
            for file, line, _ in same if differ else same[1:]:
                self.book.reject(file, line, "GANDA_BERBEDA")
            if differ:
                continue
            file, line, (nip, code, month, target, actual) = same[0]
            if self.fate(file, line, nip, (2025, 1) <= month <= (2025, 6)):
                value = self.points(code, target, actual, 115, "T/R")
                self.results[nip, code].append((month, value))

    def rater(self, text, must):
        if e.present(text) is None:
            if must:
                raise e.Fault("missing")
            return None
        value = e.nip(text)
        if value not in self.people:
            raise e.Fault("reference")
        return value

    def read_feedback(self):
        apps, webs = set(), set()

        def role_of(text):
            role = e.required(text)
            role = ROLE.get(e.fold(role), role)
            if role not in ("atasan", "rekan"):
                raise e.Fault("code-list")
            return role

        def app(row):
            nip, rater = self.known(row["untuk"]), self.rater(row["dari"], True)
            role, aspect = role_of(row["peran"]), e.fold(e.present(row["aspek"]) or "")
            if aspect not in ASPECTS:
                raise e.Fault("code-list")
            e.required(row["bintang"])
            stars = e.number(row["bintang"])
            if not 1 <= stars <= 5:
                raise e.Fault("range")
            if not re.match(r"\d{4}-", row["waktu"]):
                raise e.Fault("date")
            date = e.date(row["waktu"])
            if f"{date:%Y-%m}" not in row["_file"]:
                raise e.Fault("period")
            self.once(apps, (nip, rater, role, aspect, date))
            return nip, rater, role, aspect, date, stars
        for file, line, (nip, rater, role, aspect, date, stars) in self.rows(
                e.found(INPUTS, "umpan/*.csv.gz"), app):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                key = f"{rater}|{role}|{ASPECTS[aspect][0]}|{date}"
                stars = self.corrected("umpan_app", nip, key, "nilai", stars)
                self.ratings[nip].append((role, rater, aspect, 20 + (stars - 1) * 20))

        def web(row):
            nip, rater = self.known(row["@untuk"]), self.rater(row["@dari"], False)
            role, aspect = role_of(row["peran"]), e.fold(e.present(row["aspek"]) or "")
            word = e.fold(e.required(row["isi/predikat"]))
            if word not in WORDS:
                raise e.Fault("word")
            date = e.date(row["@tanggal"])
            self.once(webs, (nip, rater, role, aspect, date))
            return nip, rater, role, aspect, date, Fraction(WORDS[word])
        fields = ["@untuk", "@dari", "peran", "aspek", "isi/predikat", "@tanggal"]
        for file, line, (nip, rater, role, aspect, date, value) in self.rows(
                e.found(INPUTS, "umpan/laman-*.xml.gz"), web, xml="/umpan/catatan",
                fields=fields):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                self.ratings[nip].append((role, rater, aspect, value))

    def read_presence(self):
        keys = set()

        def minutes(text):
            value = e.integer(text)
            if value is not None and not re.fullmatch(r"-?\d{1,3}", e.present(text)):
                raise e.Fault("number")
            if value is not None and value < 0:
                raise e.Fault("range")
            return value

        def check(row):
            nip, date = self.known(row["nip"]), e.date(row["tgl"])
            status = e.present(row["status"]) or ""
            if status in ("LIBUR", "SIMULASI"):
                raise e.Fault("forbidden")
            late, early = minutes(row["terlambat"]), minutes(row["plg_awal"])
            self.once(keys, (nip, date))
            return nip, date, status, late, early
        for file, line, (nip, date, status, late, early) in self.rows(
                e.found(INPUTS, "presensi/*.csv.gz"), check, delimiter="\t", blank="reject",
                record_bytes=2048, record_lines=1):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                late = self.corrected("presensi", nip, str(date), "terlambat", late)
                lost = band(late) + band(early) + (3 if status == "TK" else 0)
                self.days[nip][date.month].append(min(Fraction(5, 2), lost))

    def read_training(self):
        keys = set()

        def check(row):
            nip, code = self.known(row["nip"]), e.required(row["kode"])
            if not re.fullmatch(r"DK-\d{3}", code):
                raise e.Fault("pattern")
            date = e.date(row["selesai"])
            e.required(row["jp"])
            hours = e.number(row["jp"], ",")
            if not Fraction(1, 2) <= hours <= 200:
                raise e.Fault("range")
            self.once(keys, (nip, code, date))
            return nip, date, hours
        for file, line, (nip, date, hours) in self.rows(
                e.found(INPUTS, "diklat/*.xml"), check, xml="/diklat/peserta", strict=True,
                fields=["nip", "kode", "kompetensi", "selesai", "jp"]):
            if self.fate(file, line, nip, FIRST <= date <= LAST):
                self.hours[nip] += hours

    def read_sanctions(self):
        keys = set()

        def check(row):
            nip, percent = self.known(row["NIP"]), e.number(row["PERSEN"], ",")
            if percent is not None and not 0 <= percent <= 100:
                raise e.Fault("range")
            if percent is None:
                percent = Fraction({"ringan": 10, "sedang": 25}[e.fold(row["TINGKAT"])])
            begin, end = e.date(e.required(row["MULAI"])), e.date(row["SAMPAI"])
            self.once(keys, (nip, begin, row["NO SK"]))
            return nip, percent, begin, end
        for file, line, (nip, percent, begin, end) in self.rows(["hukdis.csv"], check,
                                                                delimiter=";"):
            if self.fate(file, line, nip, True) and begin <= LAST <= end:
                self.factors[nip] *= 1 - percent / 100

    # --- scores ---

    def by_indicator(self, subject, weights):
        pairs = []
        for code, weight in weights.items():
            values = [v for _, v in self.results[subject, code] if v is not None]
            pairs.append((weight, e.mean(values) if values else None))
        return e.weighted(pairs)

    def by_row(self, subject, weights):
        return e.weighted([(weight, v) for code, weight in weights.items()
                           for _, v in self.results[subject, code]])

    def conduct(self, nip):
        roles = []
        for role, share, least in (("atasan", 60, 1), ("rekan", 40, 2)):
            given = [x for x in self.ratings[nip] if x[0] == role]
            if not given or len({x[1] for x in given}) < least:
                continue
            aspects = defaultdict(list)
            for _, _, aspect, value in given:
                aspects[aspect].append(Fraction(value))
            roles.append((share, e.weighted([(ASPECTS[a][1], e.mean(v))
                                             for a, v in aspects.items()])))
        return e.weighted(roles)

    def presence(self, nip):
        months = [max(Fraction(90), 100 - sum(lost)) for lost in self.days[nip].values()]
        return e.mean(months) if months else None

    def score(self, nip):
        posts = self.people[nip]
        parts = {"umpan": self.conduct(nip), "kehadiran": self.presence(nip)}
        weigh = lambda *codes: {c: self.indicators[c]["bobot"] for c in codes}  # noqa: E731
        if posts[-1]["job"] in TEACHERS:
            weights = {"siswa": 45, "pengembangan": 15, "umpan": 25, "kehadiran": 15}
            parts["siswa"] = self.by_indicator(nip, weigh("SW-NL", "SW-KT", "SW-HD"))
            parts["pengembangan"] = min(Fraction(100), 100 * self.hours[nip] / 10)
            if parts["siswa"] is None:
                return "TANPA_HASIL_SISWA"
        else:
            weights = {"individu": 40, "tim": 20, "organisasi": 10, "umpan": 15, "kehadiran": 15}
            parts["individu"] = self.by_row(nip, weigh("KJ-PL", "KJ-WK", "KJ-AD"))
            parts["tim"] = e.weighted([(x["days"], self.by_indicator(
                x["unit"], {"TM-SR": 1, "TM-PG": 1})) for x in posts])
            parts["organisasi"] = e.weighted([(x["days"], self.units[x["unit"]]) for x in posts])
            if parts["individu"] is None:
                return "TANPA_KINERJA"
        final = e.weighted((w, parts[c]) for c, w in weights.items()) * self.factors[nip]
        shown = Fraction(e.published(final, 2))
        word = next(w for w, least in (("Istimewa", 100), ("Sangat Baik", Fraction("92.5")),
                                       ("Baik", 82), ("Cukup", 70), ("Kurang", 0))
                    if shown >= least)
        return {"nip": nip, "akhir": final, "predikat": word, "components": parts}

    def run(self, out):
        for step in (self.read_reference, self.read_register, self.read_events,
                     self.read_corrections, self.read_results, self.read_team, self.read_pupils,
                     self.read_feedback, self.read_presence, self.read_training,
                     self.read_sanctions):
            step()
        ranked, unscored = [], []
        for nip in sorted(self.people):
            if nip in self.excluded:
                continue
            result = self.score(nip)
            (unscored if isinstance(result, str) else ranked).append(
                [nip, result] if isinstance(result, str) else result)

        def order(person):
            value = person["components"]["umpan"]
            return (value is None, -Fraction(e.published(value or Fraction(0), 4)), person["nip"])
        e.write_results(out, ranked, ["siswa", "pengembangan", "umpan", "kehadiran", "individu",
                                      "tim", "organisasi"], order)
        e.table(out / "tanpa-nilai.csv", ["nip", "alasan"], unscored)
        e.table(out / "pengecualian.csv", ["nip", "alasan"], sorted(self.excluded.items()))
        self.book.write(out, self.files)
        return ranked


if __name__ == "__main__":
    Jakarta().run(pathlib.Path(sys.argv[1]))
